"""Who is one by people's words: derived each time and never kept as truth; and where words contradict, by the shortest cycle."""

from collections.abc import Mapping
from dataclasses import dataclass

from palermo.identity.judging.standing import Standing, State
from palermo.identity.judging.words import Pair
from palermo.kit.unions import Unions
from palermo.model.ids import RowKey


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair that is different by people's words, and the same by others.

    Attributes:
        pair: the two records.
        cycle: from the first of them to the second along pairs that are the same, by the shortest way; with the pair
            itself it closes. Only the two where people disagree on the very pair.
    """

    pair: Pair
    cycle: tuple[RowKey, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Who is one by people's words.

    Attributes:
        clusters: records that are one, two or more each, sorted.
        contradictions: where words contradict, by pair.
        first: the smallest key of the cluster of each record that is in one.
    """

    clusters: tuple[tuple[RowKey, ...], ...]
    contradictions: tuple[Contradiction, ...]
    first: Mapping[RowKey, RowKey]

    def root(self, row: RowKey) -> RowKey:
        """Name the cluster a record is in by its smallest key; a record nobody joined stands for itself."""
        return self.first.get(row, row)

    def is_whole(self, cluster: tuple[RowKey, ...]) -> bool:
        """Tell whether no two records of a cluster are said to be different; one that is not whole counts as one nowhere."""
        inside = set(cluster)
        return not any(inside.issuperset(found.pair) for found in self.contradictions)


def people_of(standing: Standing) -> People:
    """Tell who is one by what stands; the answer depends on the set of words alone."""
    unions: Unions[str] = Unions()
    beside: dict[RowKey, list[RowKey]] = {}
    for a, b in standing.pairs(State.SAME):
        unions.join(a, b)
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    first = {row: RowKey(unions.find(row)) for row in sorted(beside)}
    clusters: dict[RowKey, list[RowKey]] = {}
    for row, root in first.items():
        clusters.setdefault(root, []).append(row)
    found = [Contradiction(pair, pair) for pair in standing.pairs(State.DISPUTED)]
    for a, b in standing.pairs(State.DIFFERENT):
        if a in first and first[a] == first.get(b):
            found.append(Contradiction((a, b), _shortest(beside, a, b)))
    return People(
        tuple(tuple(rows) for _, rows in sorted(clusters.items())),
        tuple(sorted(found, key=lambda one: (one.pair, one.cycle))),
        first,
    )


def _shortest(beside: Mapping[RowKey, list[RowKey]], start: RowKey, end: RowKey) -> tuple[RowKey, ...]:
    """Give the shortest way between two records of a cluster; of equally short ones the first by key."""
    # Searched from the end, so that a walk from the start can take the smallest next record at each step.
    steps = {end: 0}
    edge = [end]
    while start not in steps:
        edge = sorted({near for row in edge for near in beside[row]} - steps.keys())
        steps |= dict.fromkeys(edge, 1 + max(steps.values()))
    way = [start]
    while way[-1] != end:
        way.append(min(near for near in beside[way[-1]] if steps.get(near) == steps[way[-1]] - 1))
    return tuple(way)
