"""Finds copies that are near-certain reposts: the same text under the same contact or persona on another day or site.

The rule. Two adverts are copies of one another when their folded words are equal, or nearly so in the same order, when they
share a contact that is no hub or a persona, and when the day or the site differs. Equal texts are found however far apart;
each text is besides compared with the last few others of the same contact or persona, so that the cost grows with the
adverts and not with their square. Copies
of copies make a chain. Copies on different sites at nearly one time are one round; where the adverts of a group stand
at no more than two times of the day, the hours are taken as not known, and copies on one day are one round.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from palermo.adverts.posted import BLANK, Posted, RepostFigures, in_order
from palermo.kit.fold import fold
from palermo.kit.unions import Unions
from palermo.model.histories import Chain, Reposts, Rhythm

_CLOCK_TIMES = 2
_FEW = 3
_HOUR = 3600

Words = tuple[str, ...]


def reposts(adverts: Sequence[Posted], figures: RepostFigures) -> Reposts:
    """Find the chains of one group; the answer does not depend on the order of its adverts."""
    ordered = [advert for _, advert in in_order(adverts)]
    ordered += sorted((advert for advert in adverts if advert.at is None), key=lambda advert: advert.row)
    copies = _Copies(figures)
    for n, advert in enumerate(ordered):
        if len([word for word in advert.words if word != BLANK]) >= figures.least_words:
            copies.read(n, advert)
    hours = _hours_known(ordered)
    chains = [_chain([ordered[n] for n in sorted(own)], figures, hours=hours) for own in copies.sets() if len(own) > 1]
    return Reposts(tuple(sorted(chains, key=lambda chain: (-len(chain.rows), chain.rows))), hours)


class _Copies:
    """Adverts read in order, each joined to the earlier ones it copies."""

    def __init__(self, figures: RepostFigures) -> None:
        """Begin with nothing read."""
        self._figures = figures
        self._joined: Unions[int] = Unions()
        self._numbers: dict[Words, int] = {}
        self._texts: list[tuple[Words, frozenset[str]]] = []
        self._equal: dict[tuple[str, int], tuple[int, Posted]] = {}
        self._late: dict[str, dict[int, tuple[int, Posted]]] = {}
        self._alike: dict[tuple[int, int], bool] = {}

    def sets(self) -> Iterator[list[int]]:
        """Give the chains as numbers."""
        return iter(self._joined.sets().values())

    def read(self, n: int, advert: Posted) -> None:
        """Compare an advert with the earlier ones of its contacts and its persona."""
        text = self._numbers.setdefault(advert.words, len(self._texts))
        if text == len(self._texts):
            self._texts.append((advert.words, frozenset(advert.words)))
        for owner in _owners(advert):
            late = self._late.setdefault(owner, {})
            same = self._equal.get((owner, text))
            if same and _elsewhere(same[1], advert):
                self._joined.join(same[0], n)
            for other, (number, earlier) in late.items():
                # What is in one chain already need not be compared: the answer is the same, and it is most of the work.
                apart = other != text and self._joined.find(number) != self._joined.find(n)
                if apart and _elsewhere(earlier, advert) and self._copies(other, text):
                    self._joined.join(number, n)
            self._equal[owner, text] = (n, advert)
            # Taken out first, so that the texts stand in the order of their last use.
            late.pop(text, None)
            late[text] = (n, advert)
            if len(late) > self._figures.remembered:
                del late[next(iter(late))]

    def _copies(self, a: int, b: int) -> bool:
        """Whether two different texts are nearly equal; most pairs are told apart by the words only one of them has."""
        (one, own), (other, others) = self._texts[a], self._texts[b]
        if 100 * len(own ^ others) > (100 - self._figures.alike_percent) * (len(one) + len(other)):
            return False
        pair = (a, b) if a < b else (b, a)
        if pair not in self._alike:
            self._alike[pair] = alike(one, other, self._figures.alike_percent)
        return self._alike[pair]


def _owners(advert: Posted) -> list[str]:
    persona = fold(advert.persona).strip()
    return [*(f"contact:{value}" for value in advert.contacts), *([f"persona:{persona}"] if persona else [])]


def _elsewhere(earlier: Posted, later: Posted) -> bool:
    """Whether two adverts stand on different sites or days; a day that is not known is not another one."""
    other_day = earlier.at is not None and later.at is not None and earlier.at.date() != later.at.date()
    return other_day or fold(earlier.site) != fold(later.site)


def alike(a: Words, b: Words, percent: int) -> bool:
    """Whether so much of two texts is the same words in the same order: twice the shared, to the words of both."""
    least = percent * (len(a) + len(b))
    if 200 * min(len(a), len(b)) < least or 200 * (Counter(a) & Counter(b)).total() < least:
        return False
    return 200 * in_common(a, b) >= least


def in_common(a: Words, b: Words) -> int:
    """Count the words two texts have in common in the same order (longest common subsequence, a column at a time)."""
    places: dict[str, int] = {}
    for at, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(a)) - 1
    column = full
    for word in b:
        met = column & places.get(word, 0)
        column = (column + met | column - met) & full
    return len(a) - column.bit_count()


def _hours_known(adverts: Sequence[Posted]) -> bool:
    moments = {advert.at for advert in adverts if advert.at is not None}
    return len(moments) < _FEW or len({moment.time() for moment in moments}) > _CLOCK_TIMES


def _chain(own: list[Posted], figures: RepostFigures, *, hours: bool) -> Chain:
    moments = [advert.at for advert in own if advert.at is not None]
    rounds = _rounds(own, timedelta(minutes=figures.cross_minutes), hours=hours)
    starts = [found[0][0] for found in rounds]
    wide = [found for found in rounds if len({site for _, site in found if site}) > 1]
    return Chain(
        rows=tuple(advert.row for advert in own),
        texts=len({advert.words for advert in own}),
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
        sites=tuple(sorted({advert.site.strip() for advert in own} - {""})),
        rounds=len(rounds),
        rhythm=_rhythm(starts),
        crossed=len(wide),
        widest=max((len({site for _, site in found if site}) for found in wide), default=0),
        within=max((_seconds(found[0][0], found[-1][0]) // 60 for found in wide), default=0),
    )


def _rounds(own: list[Posted], within: timedelta, *, hours: bool) -> list[list[tuple[datetime, str]]]:
    """Part the dated copies into rounds: one begins when the time is up, or when a site comes a second time."""
    rounds: list[list[tuple[datetime, str]]] = []
    for moment, advert in in_order(own):
        site, last = fold(advert.site).strip(), rounds[-1] if rounds else None
        if last:
            near = moment - last[0][0] <= within if hours else moment.date() == last[0][0].date()
            if near and site not in {other for _, other in last}:
                last.append((moment, site))
                continue
            if (near and not hours) or moment == last[0][0]:
                continue  # the same copy, seen twice
        rounds.append([(moment, site)])
    return rounds


def _seconds(sooner: datetime, later: datetime) -> int:
    return (later - sooner) // timedelta(seconds=1)


def _rhythm(starts: list[datetime]) -> Rhythm | None:
    """Give the quartiles of the times between rounds, each one of the times themselves."""
    between = sorted(_seconds(sooner, later) for sooner, later in pairwise(starts))
    if len(between) < _FEW:
        return None
    last = len(between) - 1
    places = (last // 4, last // 2, -(-3 * last // 4))
    lower, median, upper = ((between[place] + _HOUR // 2) // _HOUR for place in places)
    return Rhythm(lower, median, upper)
