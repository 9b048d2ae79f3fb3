"""What a node alone joins, what is left without some, and ways that may not pass through others, against plain counting."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.test_network_roles import links_of, some_pairs
from palermo.network.breaking import without
from palermo.network.kernels.cut import joined
from palermo.network.paths import ways_between
from palermo.network.roles_links import web_of

NODES = 9


def parts_of(pairs: list[tuple[int, int]], gone: set[int]) -> list[set[int]]:
    """Give the connected parts the plain way."""
    left = [node for node in range(NODES) if node not in gone]
    parts = [{node} for node in left]
    for a, b in pairs:
        if {a, b} & gone:
            continue
        one, other = (next(part for part in parts if end in part) for end in (a, b))
        if one is not other:
            parts.remove(other)
            one |= other
    return parts


counting = st.lists(st.booleans(), min_size=NODES, max_size=NODES)


@settings(deadline=None, max_examples=80)
@given(some_pairs(), counting)
def test_what_a_node_alone_joins_is_what_taking_it_out_parts(pairs: list[tuple[int, int]], counts: list[bool]) -> None:
    """Parts, the nodes outside the largest, those in the second largest, and the pairs cut agree with taking each node out by hand."""
    web = web_of(links_of(pairs, NODES))
    worth = np.array(counts, np.int64)
    parts, cut, apart, second = (np.zeros(NODES, np.int64) for _ in range(4))
    joined(web.first, web.other, np.zeros(NODES, bool), worth, parts, cut, apart, second)
    for node in range(NODES):
        own = next(part for part in parts_of(pairs, set()) if node in part) - {node}
        sizes = [sum(counts[one] for one in part) for part in parts_of(pairs, {node}) if part <= own]
        held = [size for size in sizes if size]
        total = sum(held)
        assert parts[node] == len(held)
        assert apart[node] == total - max(held, default=0)
        assert second[node] == sorted([0, 0, *held])[-2]
        assert cut[node] == total * (total - 1) // 2 - sum(size * (size - 1) // 2 for size in held)


@settings(deadline=None, max_examples=60)
@given(some_pairs(), st.sets(st.integers(0, NODES - 1), max_size=3), counting)
def test_only_what_counts_is_counted_as_left(pairs: list[tuple[int, int]], gone: set[int], counts: list[bool]) -> None:
    """Things, parts and pairs among the nodes that count, joined over the others."""
    links = links_of(pairs, NODES)
    found = without(links, web_of(links), sorted(gone), worth=np.array(counts, np.int64)).after
    held = [size for part in parts_of(pairs, gone) if (size := sum(counts[one] for one in part))]
    assert (found.nodes, found.parts, found.largest) == (sum(held), len(held), max(held, default=0))
    assert found.pairs == sum(size * (size - 1) // 2 for size in held)


@settings(deadline=None, max_examples=60)
@given(some_pairs(7), st.sets(st.integers(0, 6), max_size=3))
def test_a_way_never_passes_through_what_is_barred(pairs: list[tuple[int, int]], barred: set[int]) -> None:
    """The ways found are the shortest of all that avoid the barred nodes; the ends may be barred themselves."""
    web = web_of(links_of(pairs, 7))
    shut = np.zeros(7, bool)
    shut[sorted(barred)] = True

    def ways(way: tuple[int, ...]) -> list[tuple[int, ...]]:
        if way[-1] == 6:
            return [way]
        near = [step for step in web.beside(way[-1]).tolist() if step not in way and (step == 6 or step not in barred)]
        return [found for step in near for found in ways((*way, step))]

    every = sorted(12 * (len(way) - 1) for way in ways((0,)))
    found = ways_between(web, (0, 6), 3, np.ones(len(web.other), np.int64), shut)
    assert [length for length, _ in found.ways] == every[:3]
    assert found.complete


def test_payments_through_what_is_frozen_are_the_flows_that_stop() -> None:
    """In and out, most rows first, and there and back between two is no flow."""
    links = links_of([(1, 0), (1, 0), (2, 0), (0, 3), (0, 3), (0, 1)], 4)
    found = without(links, web_of(links), [0])
    assert found.stopped == 2 * 2 - 1
    assert (found.flows[0].source, found.flows[0].target, found.flows[0].rows_in, found.flows[0].rows_out) == (
        1,
        3,
        2,
        2,
    )
    assert found.rows == 6


@pytest.mark.parametrize("count", [0, 1, 50])
def test_between_one_node_and_itself_there_is_no_way(count: int) -> None:
    """Nothing is made up where both ends are one."""
    web = web_of(links_of([(0, 1)], 2))
    assert ways_between(web, (0, 0), count, np.ones(2, np.int64)).ways == ()
