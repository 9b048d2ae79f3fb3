"""AD-05: several personas of one group move between cities together, more often than chance would have it.

Only real movement counts: where and when adverts stood, never what they say. A persona is looked at within its group,
near spellings as one. Two personas meet in a city when both are advertised there within a few days of each other and
at least one of them has just come from elsewhere. Pairs that meet in at least three cities, and more rarely by chance
than the table allows, are put together into one rota.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from palermo.indicators.chance import Cell, Chance, Shares, by_chance, shares
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
    """A persona's stints in order, and its city-weeks."""

    persona: str
    stints: tuple[Stint, ...]
    cells: frozenset[Cell]


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
    everybody = shares(rota.cells for group in rotas.values() for rota in group)
    many = sum(len(group) * (len(group) - 1) // 2 for name, group in rotas.items() if name >= 0)
    made = []
    for name, group in sorted(rotas.items()):
        if name >= 0 and len(group) > 1:
            own = Counter(city for rota in group for _, city in rota.cells)
            pairs = [pair for pair in _pairs(rule, group, everybody, own) if _rare(rule, pair, many)]
            made += [_finding(rule, together) for together in _together(pairs)]
    return [finding for finding in made if finding]


def _rotas(rule: Rule, found: Material) -> dict[int, list[Rota]]:
    """Give the rotas of each group; adverts in no group are each their own, under negative numbers."""
    members: dict[int, list[Sighting]] = defaultdict(list)
    for n, seen in enumerate(found.sightings.values()):
        if seen.persona and seen.place:
            members[found.group_of.get(seen.row, -1 - n)].append(seen)
    rotas = {}
    for name, rows in members.items():
        same = merge_spellings(seen.persona for seen in rows)
        by_persona: dict[str, list[Sighting]] = defaultdict(list)
        for seen in rows:
            if seen.persona in same:
                by_persona[same[seen.persona]].append(seen)
        rotas[name] = [_rota(rule, persona, own) for persona, own in sorted(by_persona.items())]
    return rotas


def _rota(rule: Rule, persona: str, rows: list[Sighting]) -> Rota:
    stints: list[Stint] = []
    for seen in sorted(rows, key=lambda seen: (seen.first, seen.place, seen.row)):
        last = stints[-1] if stints else None
        if last and last.place == seen.place and (seen.first - last.last).days <= rule.figure("gap_days"):
            stints[-1] = Stint(last.place, last.first, max(last.last, seen.last), (*last.rows, seen))
        else:
            stints.append(Stint(seen.place, seen.first, seen.last, (seen,)))
    return Rota(persona, tuple(stints), frozenset((seen.first.toordinal() // 7, seen.place) for seen in rows))


def _pairs(rule: Rule, group: list[Rota], everybody: Shares, own: Counter[str]) -> Iterator[Pair]:
    for a, b in combinations(group, 2):
        met = tuple(_meetings(rule, a, b))
        shared = len({first.place for first, _ in met})
        if shared >= rule.figure("least_cities"):
            yield Pair(a.persona, b.persona, met, shared, by_chance(a.cells, b.cells, everybody, own, shared))


def _meetings(rule: Rule, a: Rota, b: Rota) -> Iterator[tuple[Stint, Stint]]:
    """Give the stints in which two personas are in one city within a few days; one who never leaves meets nobody."""
    near = rule.figure("together_days")
    if len({stint.place for stint in a.stints}) < 2 or len({stint.place for stint in b.stints}) < 2:
        return
    by_place: dict[str, list[Stint]] = defaultdict(list)
    for stint in b.stints:
        by_place[stint.place].append(stint)
    for stint in a.stints:
        for other in by_place[stint.place]:
            apart = max((stint.first - other.last).days, (other.first - stint.last).days)
            if apart <= near:
                yield stint, other


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
        f"{listed(named, 4, 'cities')}, {span_words(*span(shown))}. "
        f"{best.a} and {best.b} met in {counted(best.cities, 'city', 'cities')} in {counted(len(best.met), 'stay')}; by chance "
        f"{_thousandths(best.chance.expected)} shared cities would be expected, and {best.cities} or more would come about in "
        f"{_rarely(best.chance.one_in)}."
    )
    not_known = (
        "Adverts show where someone was offered, not who travelled: journeys and stays would show it.",
        "Who planned and paid the journeys is not known.",
        "The chance is worked out from where the other adverts of this case stand; other adverts would change it.",
    )
    return write_finding(rule, shown, sentence, subjects=city_subjects(shown), not_known=not_known)


def _thousandths(value: int) -> str:
    return f"{value // 1000}.{value % 1000 // 100}" if value >= 100 else "fewer than 0.1"


def _rarely(one_in: int) -> str:
    return "fewer than one pair in a million" if one_in > 1_000_000 else f"about one pair in {one_in:,}"
