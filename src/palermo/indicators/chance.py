"""How often two rotas would meet by chance, and how rarely they would meet as often as they do.

Model: each persona keeps its own cities, as often as it is in each, but not its timing. For each stay of the first
during which the second is advertised in n stays anywhere nearby in time, the chance of a meeting is 1 - (1 - s)^n. Here
s is the share of the second's stays that are in that city, or, where that is more, the share of all adverts outside the
group that stand in that city in those weeks. So two who like the same few cities meet by chance often, a fair draws
everybody to one city, and only moving at the same time when others do not counts. Stays are taken as independent; the
number of meetings is then a sum of unequal chances (Poisson binomial), worked out exactly. Both directions are looked at
and the likelier is kept: the figure errs towards chance, all the more as a persona's own share already holds the meetings.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

_UNIT = 1_000_000_000
_FEW = 12
"""Fewer adverts than this say nothing of where everybody is."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One stay of the first persona.

    Attributes:
        there: how many of the second's stays, or of the adverts of others in those weeks, are in its city …
        of: … of how many.
        near: how many of the second's stays are near in time.
        met: whether one of these is in its city.
    """

    there: int
    of: int
    near: int
    met: bool


@dataclass(frozen=True, slots=True)
class Crowd:
    """Where the adverts outside a group stand: how many in each week (days counted in sevens) and city, and in each week."""

    cells: Mapping[tuple[int, str], int]
    weeks: Mapping[int, int]

    def share(self, place: str, first: date, last: date) -> tuple[int, int]:
        """Give how many stand in a city from the week before a stay to the week after, of how many; few say nothing."""
        weeks = range(first.toordinal() // 7 - 1, last.toordinal() // 7 + 2)
        of = sum(self.weeks.get(week, 0) for week in weeks)
        return (sum(self.cells.get((week, place), 0) for week in weeks), of) if of >= _FEW else (0, 1)


def crowd(sightings: Iterable[tuple[date, str]]) -> Crowd:
    """Count adverts, given by day and city."""
    cells = Counter((day.toordinal() // 7, place) for day, place in sightings)
    weeks: Counter[int] = Counter()
    for (week, _), many in cells.items():
        weeks[week] += many
    return Crowd(cells, weeks)


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance would give: `met` of `of` stays were shared, `expected` (in thousandths) would be, one in how many as many."""

    met: int
    of: int
    expected: int
    one_in: int


def by_chance(trials: Sequence[Trial]) -> Chance:
    """Say what chance would give for the stays of one persona; stays with nothing of the other's near cannot meet."""
    chances = [_at_least_once(trial) for trial in trials if trial.near]
    met = sum(trial.met for trial in trials)
    tail = max(_at_least(chances, met), 1 / _UNIT)
    return Chance(met, len(trials), round(sum(chances) * 1000), max(1, int(1 / tail)))


def likelier(one: Chance, other: Chance) -> Chance:
    """Give of two answers the one in which chance explains more."""
    return max(one, other, key=lambda chance: (-chance.one_in, chance.expected))


def _at_least_once(trial: Trial) -> float:
    """Give 1 - (1 - there/of)^near by multiplying, which every machine does alike."""
    never = 1.0
    for _ in range(trial.near):
        never *= (trial.of - trial.there) / trial.of
    return 1.0 - never


def _at_least(chances: list[float], many: int) -> float:
    """Give the chance that at least `many` of independent events happen, added up from the rarest."""
    exactly = [1.0] + [0.0] * len(chances)
    for n, chance in enumerate(chances):
        for k in range(n + 1, 0, -1):
            exactly[k] = exactly[k] * (1.0 - chance) + exactly[k - 1] * chance
        exactly[0] *= 1.0 - chance
    return sum(reversed(exactly[many:]))
