"""AD-05: several personas of one group move between cities together, more often than chance would have it.

Only real movement counts: where and when adverts stood, never what they say. A persona is looked at within its group,
near spellings as one. Two personas meet in a city when both are advertised there within a few days of each other, and
neither of them stays in one city only. Pairs that meet in at least three cities, and more rarely by chance
than the table allows, are put together into one rota.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from palermo.indicators.chance import Chance, Crowd, Trial, by_chance, crowd, likelier
from palermo.indicators.rule import Material, Rule, adverts, city_subjects, write_finding
from palermo.indicators.sightings import Sighting, cities, span
from palermo.kit.sentences import counted, listed, span_words
from palermo.kit.spellings import merge_spellings
from palermo.kit.unions import Unions
from palermo.model.findings import Finding

_NAMED = 8
_SPARE = 20
"""Over all pairs looked at, fewer than one in twenty analyses should show a rota that is chance."""


@dataclass(frozen=True, slots=True)
class Stint:
    """A persona's stay in one city: a run of its adverts there, none elsewhere between them."""

    place: str
    first: date
    last: date
    rows: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Rota:
    """A persona's stints in order."""

    persona: str
    stints: tuple[Stint, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two personas that meet: where they met (pairs of stints), in how many cities, and what chance would give."""

    a: str
    b: str
    met: tuple[tuple[Stint, Stint], ...]
    cities: int
    chance: Chance


def run(rule: Rule, found: Material) -> list[Finding]:
    """Look at every group with at least two personas."""
    rotas = _rotas(rule, found)
    many = sum(len(group) * (len(group) - 1) // 2 for group in rotas)
    made = []
    for n, group in enumerate(rotas):
        if len(group) > 1:
            others = crowd(_outside(found, n))
            pairs = [pair for pair in _pairs(rule, group, others) if _rare(rule, pair, many)]
            made += [_finding(rule, together) for together in _together(pairs)]
    return [finding for finding in made if finding]


def _outside(found: Material, group: int) -> Iterator[tuple[date, str]]:
    """Give the day and city of every advert outside a group."""
    for seen in found.sightings.values():
        if seen.place and found.group_of.get(seen.row) != group:
            yield seen.first, seen.place


def _rotas(rule: Rule, found: Material) -> list[list[Rota]]:
    """Give the rotas of each group; adverts in no group move with nobody."""
    made = []
    for group in found.grouping.groups:
        rows = [seen for row in group.rows if (seen := found.sightings[row]).persona and seen.place]
        same = merge_spellings(seen.persona for seen in rows)
        by_persona: dict[str, list[Sighting]] = defaultdict(list)
        for seen in rows:
            if seen.persona in same:
                by_persona[same[seen.persona]].append(seen)
        made.append([_rota(rule, persona, own) for persona, own in sorted(by_persona.items())])
    return made


def _rota(rule: Rule, persona: str, rows: list[Sighting]) -> Rota:
    stints: list[Stint] = []
    for seen in sorted(rows, key=lambda seen: (seen.first, seen.place, seen.row)):
        last = stints[-1] if stints else None
        if last and last.place == seen.place and (seen.first - last.last).days <= rule.figure("gap_days"):
            stints[-1] = Stint(last.place, last.first, max(last.last, seen.last), (*last.rows, seen))
        else:
            stints.append(Stint(seen.place, seen.first, seen.last, (seen,)))
    return Rota(persona, tuple(stints))


def _pairs(rule: Rule, group: list[Rota], others: Crowd) -> Iterator[Pair]:
    """Give the pairs that meet in enough cities; one who never leaves a city moves with nobody."""
    near = rule.figure("together_days")
    moving = [rota for rota in group if len({stint.place for stint in rota.stints}) > 1]
    for a, b in combinations(moving, 2):
        met = tuple((x, y) for x in a.stints for y in b.stints if x.place == y.place and _close(x, y, near))
        shared = len({first.place for first, _ in met})
        if shared >= rule.figure("least_cities"):
            chance = likelier(by_chance(_trials(a, b, near, others)), by_chance(_trials(b, a, near, others)))
            yield Pair(a.persona, b.persona, met, shared, chance)


def _close(a: Stint, b: Stint, near: int) -> bool:
    """Whether two stints overlap, or lie within so many days of each other."""
    return max((a.first - b.last).days, (b.first - a.last).days) <= near


def _trials(a: Rota, b: Rota, near: int, others: Crowd) -> list[Trial]:
    """Lay out, for each stint of the first persona, how the second might have met it."""
    share = Counter(stint.place for stint in b.stints)
    trials = []
    for stint in a.stints:
        close = [other.place for other in b.stints if _close(stint, other, near)]
        there, of = share[stint.place], len(b.stints)
        theirs, all_others = others.share(stint.place, stint.first, stint.last)
        if theirs * of > there * all_others:
            there, of = theirs, all_others
        trials.append(Trial(there, of, len(close), stint.place in close))
    return trials


def _rare(rule: Rule, pair: Pair, many: int) -> bool:
    """Whether chance gives as much rarely enough, the number of pairs looked at being counted in."""
    return pair.chance.one_in >= max(rule.figure("chance_one_in"), _SPARE * many)


def _together(pairs: list[Pair]) -> list[list[Pair]]:
    """Put pairs that share a persona together."""
    joined: Unions[str] = Unions()
    for pair in pairs:
        joined.join(pair.a, pair.b)
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[joined.find(pair.a)].append(pair)
    return [found[name] for name in sorted(found)]


def _finding(rule: Rule, pairs: list[Pair]) -> Finding | None:
    personas = sorted({name for pair in pairs for name in (pair.a, pair.b)})
    if len(personas) < rule.figure("least_personas"):
        return None
    rows = {seen.row: seen for pair in pairs for stints in pair.met for stint in stints for seen in stint.rows}
    shown = [rows[row] for row in sorted(rows)]
    best = max(pairs, key=lambda pair: (pair.chance.one_in, pair.a, pair.b))
    named = cities(shown)
    sentence = (
        f"{len(personas)} personas ({listed(personas, _NAMED, 'personas')}) stand in {adverts(shown)} that put two or more "
        f"of them in the same city within {rule.figure('together_days')} days of each other, in "
        f"{listed(named, 4, 'cities')}, {span_words(*span(shown))}. {_compared(best)}"
    )
    not_known = (
        "Adverts show where someone was offered, not who travelled: journeys and stays would show it.",
        "Who planned and paid the journeys is not known.",
        "The chance takes each persona's own cities as given and its timing as free; adverts not in this case would change it.",
    )
    return write_finding(rule, shown, sentence, subjects=city_subjects(shown), not_known=not_known)


def _compared(pair: Pair) -> str:
    """Say how often the pair met and what chance would give."""
    chance = pair.chance
    return (
        f"{pair.a} and {pair.b} met in {counted(pair.cities, 'city', 'cities')}, in {chance.met} of the {chance.of} stays of "
        f"one of them; two who keep to these cities but move apart would be expected to meet in {_tenths(chance.expected)}, "
        f"and in {chance.met} or more in {_rarely(chance.one_in)}."
    )


def _tenths(thousandths: int) -> str:
    return f"{thousandths // 1000}.{thousandths % 1000 // 100}" if thousandths >= 100 else "fewer than 0.1"


def _rarely(one_in: int) -> str:
    return "fewer than one pair in a million" if one_in > 1_000_000 else f"about one pair in {one_in:,}"
