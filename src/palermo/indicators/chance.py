"""How many cities two rotas would share by chance, and how rarely they would share as many as they do.

Model: in every week in which both are advertised, where the second is found is drawn from where everybody else is
found. For a city in which the first was advertised for m such weeks, the chance of meeting there at least once is
1 - (1 - s)^m with s the city's share of all others' city-weeks. Cities are taken as independent; the number of cities
shared is then a sum of unequal chances (Poisson binomial), worked out exactly. Both directions are looked at and the
likelier is kept, so the figure errs towards chance.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Cell = tuple[int, str]
"""A week, counted in sevens of days, and a city's key."""

_UNIT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Shares:
    """Where everybody is found: how many city-weeks each city has, and how many there are in all."""

    by_city: Mapping[str, int]
    of: int

    def share(self, city: str, without: Mapping[str, int]) -> float:
        """Give a city's share of the city-weeks left when some are taken out; a city nobody else is in counts once."""
        left = max(0, self.of - sum(without.values()))
        there = max(0, self.by_city.get(city, 0) - without.get(city, 0))
        return (there + 1) / (left + len(self.by_city) + 1)


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance would give: cities expected to be shared, in thousandths, and one in how many would share as many."""

    expected: int
    one_in: int


def shares(rotas: Iterable[frozenset[Cell]]) -> Shares:
    """Count where everybody is found."""
    counts = Counter(city for cells in rotas for _, city in cells)
    return Shares(dict(sorted(counts.items())), sum(counts.values()))


def by_chance(
    first: frozenset[Cell], second: frozenset[Cell], everybody: Shares, without: Mapping[str, int], cities: int
) -> Chance:
    """Say what chance would give for two rotas that share `cities` cities; `without` is what their own group adds."""
    ways = [_one_way(a, b, everybody, without, cities) for a, b in ((first, second), (second, first))]
    return max(ways, key=lambda chance: (-chance.one_in, chance.expected))


def _one_way(
    moving: frozenset[Cell], other: frozenset[Cell], everybody: Shares, without: Mapping[str, int], cities: int
) -> Chance:
    others = Counter(week for week, _ in other)
    draws: dict[str, int] = defaultdict(int)
    for week, city in moving:
        draws[city] += sum(others[near] for near in (week - 1, week, week + 1))
    meets = [_at_least_once(everybody.share(city, without), many) for city, many in sorted(draws.items()) if many]
    tail = max(_at_least(meets, cities), 1 / _UNIT)
    return Chance(round(sum(meets) * 1000), max(1, int(1 / tail)))


def _at_least_once(share: float, draws: int) -> float:
    """Give 1 - (1 - share)^draws by multiplying, which every machine does alike."""
    never = 1.0
    for _ in range(draws):
        never *= 1.0 - share
    return 1.0 - never


def _at_least(chances: list[float], many: int) -> float:
    """Give the chance that at least `many` of independent events happen."""
    exactly = [1.0] + [0.0] * len(chances)
    for n, chance in enumerate(chances):
        for k in range(n + 1, 0, -1):
            exactly[k] = exactly[k] * (1.0 - chance) + exactly[k - 1] * chance
        exactly[0] *= 1.0 - chance
    return max(0.0, 1.0 - sum(exactly[:many]))
