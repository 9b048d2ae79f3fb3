"""Finds numbers of a group that replaced one another: one stops, another begins in its place, with the same users.

When it is not said: where a number stands in too few adverts or on too few days; where the two stand side by side for
longer than a handover takes; where the new one comes long after the old; where the old one was silent as long before, or the
new one came and went; where the adverts under the new share neither wording nor persona nor city with the old; and where
chance explains it.

Chance. Each number is taken to be in use for as long as it was, from a first day drawn evenly from all that fit into
the group's time. Of all pairs of numbers that share users, how many would follow one another as closely? This is counted
exactly, day by day. (Shuffling the days of adverts instead would tear every number's time apart and make any succession look
improbable.) A succession is told when chance gives at most a part of the pairs that follow one another as closely.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, permutations

from palermo.adverts.posted import HandsetFigures, Posted, in_order
from palermo.kit.cities import city_key
from palermo.kit.fold import fold
from palermo.model.histories import Agreement, Succession, Successions
from palermo.model.ids import RowKey

_UNIT = 10**9


@dataclass(frozen=True, slots=True)
class Use:
    """One number as a group's dated adverts carry it; days count from the first of January of the year 1.

    Attributes:
        number: the number.
        first: its first day.
        last: its last day.
        silent: the longest time between two of its days.
        adverts: its adverts, oldest first.
        wordings: how many of them are in each wording.
        personas: how many name each persona.
        cities: how many stand in each city.
    """

    number: str
    first: int
    last: int
    silent: int
    adverts: tuple[Posted, ...]
    wordings: Mapping[int, int]
    personas: Mapping[str, int]
    cities: Mapping[str, int]

    @property
    def length(self) -> int:
        """Count the days from its first to its last."""
        return self.last - self.first


def successions(adverts: Sequence[Posted], figures: HandsetFigures) -> Successions:
    """Find the successions of one group; the answer does not depend on the order of its adverts."""
    dated = in_order(adverts)
    uses = _uses([advert for _, advert in dated], figures)
    looked = uses[: figures.most_numbers]
    if len(looked) < 2:
        return Successions((), len(looked), len(uses) - len(looked), 0)
    days = [at.date().toordinal() for at, _ in dated]
    one_city = len({city_key(advert.city) for _, advert in dated} - {""}) < 2
    pairs = [
        (old, new, shared)
        for old, new in permutations(looked, 2)
        if (shared := _agreement(old, new, one_city=one_city)).best >= 10 * figures.shared_percent
    ]
    chance = _chance([(old, new) for old, new, _ in pairs], days[-1] - days[0], figures)
    followed = [(old, new, shared) for old, new, shared in pairs if _follows(old, new, figures)]
    closeness = sorted(abs(new.first - old.last) for old, new, _ in followed)
    told = []
    for old, new, shared in _one_each(followed):
        near = abs(new.first - old.last)
        found = sum(other <= near for other in closeness)
        if chance[near] * 100 <= figures.chance_percent * found * 1000:
            others = sum(1 for a, b, _ in followed if a is old and b is not new and abs(b.first - a.last) <= near)
            told.append(_succession(old, new, shared, days, (others, found, chance[near])))
    told.sort(key=lambda one: (one.until, one.since, one.old, one.new))
    return Successions(tuple(told), len(looked), len(uses) - len(looked), len(followed) - len(told))


def _uses(dated: Sequence[Posted], figures: HandsetFigures) -> list[Use]:
    """Give the numbers with enough sightings, those in most adverts first."""
    found: dict[str, list[Posted]] = defaultdict(list)
    for advert in dated:
        for value in sorted(set(advert.contacts)):
            if value.lstrip("+").isdigit():
                found[value].append(advert)
    uses = []
    for number, own in found.items():
        days = sorted({_day(advert) for advert in own})
        if len(own) >= figures.least_adverts and len(days) >= figures.least_days:
            silent = max(later - sooner for sooner, later in pairwise(days))
            wordings = Counter(advert.wording for advert in own if advert.wording >= 0)
            personas = Counter(name for advert in own if (name := fold(advert.persona).strip()))
            cities = Counter(place for advert in own if (place := city_key(advert.city)))
            uses.append(Use(number, days[0], days[-1], silent, tuple(own), wordings, personas, cities))
    return sorted(uses, key=lambda use: (-len(use.adverts), use.number))


def _day(advert: Posted) -> int:
    return advert.at.date().toordinal() if advert.at else 0


def _agreement(old: Use, new: Use, *, one_city: bool) -> Agreement:
    return Agreement(
        of=len(new.adverts),
        wording=sum(many for wording, many in new.wordings.items() if wording in old.wordings),
        persona=sum(many for name, many in new.personas.items() if name in old.personas),
        city=None if one_city else sum(many for place, many in new.cities.items() if place in old.cities),
    )


def _allowed(old: Use, new: Use, figures: HandsetFigures) -> tuple[int, int]:
    """Give the fewest and most days from the old one's last day to the new one's first, under which it is a succession."""
    overlap = min(figures.overlap_days, figures.overlap_percent * min(old.length, new.length) // 100)
    silent_after = max(figures.quiet_days, old.silent) - new.length
    silent_before = max(figures.quiet_days, new.silent) - old.length
    return max(-overlap, silent_after, silent_before), figures.gap_days


def _follows(old: Use, new: Use, figures: HandsetFigures) -> bool:
    least, most = _allowed(old, new, figures)
    return least <= new.first - old.last <= most


def _chance(pairs: Sequence[tuple[Use, Use]], span: int, figures: HandsetFigures) -> list[int]:
    """Give the pairs expected by chance to follow one another within 0, 1, 2 … days either way, in thousandths.

    Worked out in whole numbers, in billionths a pair and a day, so that every machine gives the same.
    """
    furthest = max(figures.gap_days, figures.overlap_days)
    at = [0] * (furthest + 1)
    for old, new in pairs:
        ways = (span - old.length + 1) * (span - new.length + 1)
        least, most = _allowed(old, new, figures)
        for gap in range(least, most + 1):
            fits = span - (old.length + gap + new.length) + 1
            if fits <= 0:
                break
            at[abs(gap)] += fits * _UNIT // ways
    total, expected = 0, []
    for each in at:
        total += each
        expected.append(-(-total * 1000 // _UNIT))
    return expected


Followed = tuple[Use, Use, Agreement]


def _one_each(followed: Sequence[Followed]) -> list[Followed]:
    """Let each number replace one and be replaced by one: those that share most first, then the closest."""

    def order(found: Followed) -> tuple[int, int, str, str]:
        old, new, shared = found
        return -shared.best, abs(new.first - old.last), old.number, new.number

    ended: set[str] = set()
    begun: set[str] = set()
    kept = []
    for old, new, shared in sorted(followed, key=order):
        if old.number not in ended and new.number not in begun:
            ended.add(old.number)
            begun.add(new.number)
            kept.append((old, new, shared))
    return kept


def _succession(old: Use, new: Use, shared: Agreement, days: Sequence[int], counts: tuple[int, int, int]) -> Succession:
    others, found, expected = counts
    rows: set[RowKey] = {advert.row for use in (old, new) for advert in use.adverts}
    return Succession(
        old=old.number, new=new.number, until=date.fromordinal(old.last), since=date.fromordinal(new.first),
        old_adverts=len(old.adverts), both=len(old.adverts) + len(new.adverts) - len(rows), shared=shared,
        quiet=new.first - old.last > 1 and not any(old.last < day < new.first for day in days),
        others=others, found=found, expected=expected, rows=tuple(sorted(rows)),
    )  # fmt: skip
