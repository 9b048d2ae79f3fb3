"""Roles, standing, paths and what taking nodes out breaks, over small webs whose answers can be seen."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adapters.rules import load
from palermo.model.errors import Refused, WrongUse
from palermo.network.breaking import longer_ways, part_most, without
from palermo.network.paths import paths_between, sentences
from palermo.network.roles import check_node_kind, read_rules, roles_of
from palermo.network.roles_links import MICRO, NO_MOMENT, Links, in_order, web_of
from palermo.network.standing import standing

Pair = tuple[int, int]


def links_of(pairs: list[Pair], nodes: int, kinds: list[str] | None = None, at: list[int] | None = None) -> Links:
    """Make links of pairs of places, the row of each its place in the list."""
    held = sorted(set(kinds or [""]))
    columns = [
        np.array([a for a, _ in pairs], np.int64),
        np.array([b for _, b in pairs], np.int64),
        np.full(len(pairs), MICRO, np.int64),
        np.array(at or [NO_MOMENT] * len(pairs), np.int64),
        np.array([held.index(kind) for kind in kinds or [""] * len(pairs)], np.int64),
        np.arange(len(pairs), dtype=np.int64),
    ]
    return in_order([f"n{number:03}" for number in range(nodes)], tuple(held), columns)


def some_pairs(nodes: int = 9) -> st.SearchStrategy[list[Pair]]:
    """Draw links between different nodes."""
    places = st.integers(0, nodes - 1)
    return st.lists(st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=25)


def connected(pairs: list[Pair], nodes: int, gone: set[int]) -> int:
    """Count connected pairs the plain way, by joining sets until nothing changes."""
    part = list(range(nodes))
    for _ in range(nodes):
        for a, b in pairs:
            if not {a, b} & gone:
                part[a] = part[b] = min(part[a], part[b])
    left = [node for node in range(nodes) if node not in gone]
    return sum(part[a] == part[b] for a, b in combinations(left, 2))


def test_the_middle_of_a_star_stands_highest() -> None:
    """All ways lead through it, and its partners have no ties to one another."""
    found = standing(web_of(links_of([(0, n) for n in range(1, 6)], 6)))
    assert found.place.argmax() == 0
    assert (found.through[0], found.ties[0], found.partners[0]) == (20 << 20, 0, 5)


def test_a_clique_ranks_nobody() -> None:
    """Where all are linked to all, every node stands in the same place."""
    found = standing(web_of(links_of(list(combinations(range(5), 2)), 5)))
    assert len(set(found.place.tolist())) == 1
    assert found.ties.tolist() == [6] * 5


@settings(deadline=None, max_examples=40)
@given(some_pairs(), st.randoms(use_true_random=False))
def test_no_answer_depends_on_the_order_of_rows_or_on_threads(pairs: list[Pair], chance: object) -> None:
    """Shuffled rows and another number of threads give the same standing and the same roles."""
    mixed = sorted(pairs, key=lambda _: chance.random())  # type: ignore[attr-defined]  # hypothesis' own Random
    rules = read_rules(load("network_roles"))
    one, other = links_of(pairs, 9), links_of(mixed, 9)
    assert standing(web_of(one), 1).place.tolist() == standing(web_of(other), 3).place.tolist()
    assert roles_of(one, web_of(one), rules) == roles_of(other, web_of(other), rules)


def test_an_account_that_many_pay_and_that_pays_on_collects_and_passes_on() -> None:
    """The rule's figures stand in the sentence."""
    pairs, at = [(1, 0), (2, 0), (3, 0), (0, 4)], [0, 3600, 7200, 9000]
    links = links_of(pairs, 5, ["payment"] * 4, at)
    told = {
        one.role: one.evidence
        for one in roles_of(links, web_of(links), read_rules(load("network_roles")))
        if one.node == 0
    }
    assert told["collects"] == "3 nodes lead to it (3 rows), and from it only to 1 node."
    assert told["passes on"] == "3 rows coming in were followed by one going out within 72 hours (100 of a hundred)."


def test_a_role_that_needs_a_kind_of_link_is_not_told_without_it() -> None:
    """Who books cannot be told from links that do not say that they are stays."""
    pairs = [(0, 1), (0, 2), (0, 3)]
    rules = read_rules(load("network_roles"))
    stays, bare = links_of(pairs, 4, ["stay"] * 3), links_of(pairs, 4)
    assert "booking hub" in {one.role for one in roles_of(stays, web_of(stays), rules)}
    assert "booking hub" not in {one.role for one in roles_of(bare, web_of(bare), rules)}


@pytest.mark.parametrize(("side", "told"), [(1, False), (2, False), (3, True), (6, True)])
def test_only_what_keeps_whole_sides_together_joins_parts(side: int, told: bool) -> None:
    """Two triangles or more that hang on one node are parted by it; a star's middle, and what has a leaf or two, is not told."""
    one, other = range(1, 1 + side), range(10, 13)
    pairs = [
        *combinations(one, 2),
        *combinations(other, 2),
        (0, one[-1]),
        (0, other[0]),
        *((0, leaf) for leaf in (20, 21, 22)),
    ]
    links = links_of(pairs, 23)
    rules = read_rules(load("network_roles"))
    found = {role.node: role.evidence for role in roles_of(links, web_of(links), rules) if role.role == "joins parts"}
    assert (0 in found) is told
    star = links_of([(0, n) for n in range(1, 20)], 20)
    assert not any(role.role == "joins parts" for role in roles_of(star, web_of(star), rules))
    if told:
        assert found[0].startswith(
            f"Without it, its part of the web falls into 5 parts: {3 + min(side, 3)} nodes are outside"
        )


def test_persons_have_no_roles_told() -> None:
    """Asking for persons is refused with the reason; an unknown kind is wrong use."""
    with pytest.raises(Refused, match="never scored"):
        check_node_kind("person")
    with pytest.raises(WrongUse):
        check_node_kind("ship")


@settings(deadline=None, max_examples=40)
@given(some_pairs(), st.sets(st.integers(0, 8), max_size=3))
def test_what_is_left_is_what_plain_counting_finds(pairs: list[Pair], gone: set[int]) -> None:
    """Connected pairs before and after are exact."""
    links = links_of(pairs, 9)
    found = without(links, web_of(links), sorted(gone))
    assert found.before.pairs == connected(pairs, 9, set())
    assert found.after.pairs == connected(pairs, 9, gone)


@settings(deadline=None, max_examples=30)
@given(some_pairs(7), st.integers(1, 2))
def test_a_proposal_that_says_it_is_exact_is(pairs: list[Pair], count: int) -> None:
    """No other choice leaves fewer pairs, and the stated floor is under what is left."""
    links = links_of(pairs, 7)
    found = part_most(web_of(links), count)
    best = min(connected(pairs, 7, set(chosen)) for chosen in combinations(range(7), count))
    assert found.exact
    assert found.left.pairs == best
    assert found.at_least <= best


@settings(deadline=None, max_examples=30)
@given(some_pairs())
def test_a_greedy_choice_takes_the_node_that_parts_most(pairs: list[Pair]) -> None:
    """With one node to choose, greedy is as good as exact, and never under its floor."""
    from palermo.network import breaking

    web = web_of(links_of(pairs, 9))
    exact = part_most(web, 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(breaking, "WORK", 0)
        greedy = part_most(web, 1)
    assert greedy.left.pairs == exact.left.pairs
    assert greedy.at_least <= greedy.left.pairs


def test_a_presumed_victim_whose_only_contact_goes_is_named() -> None:
    """Of those asked about, only those with no contact left are given; flows through the node are counted."""
    links = links_of([(1, 0), (0, 2), (2, 3)], 4)
    found = without(links, web_of(links), [0], asked=[1, 2])
    assert found.cut_off == (1,)
    assert (found.stopped, found.rows) == (1, 2)
    assert [(flow.source, flow.through, flow.target) for flow in found.flows] == [(1, 0, 2)]


def test_a_sample_states_its_error_and_all_nodes_need_none() -> None:
    """The true difference lies within the stated error of a seeded sample."""
    ring = [(n, (n + 1) % 60) for n in range(60)] + [(0, 30), (10, 40)]
    web = web_of(links_of(ring, 60))
    true = longer_ways(web, [0], np.random.default_rng(1), sources=60)
    part = longer_ways(web, [0], np.random.default_rng(1), sources=30)
    assert true.error == 0
    assert part.error > 0
    assert abs((part.after - part.before) - (true.after - true.before)) <= 2 * part.error


def test_a_path_of_well_founded_links_comes_before_a_bare_one() -> None:
    """Two ways of two links: the one shown by several kinds of link is the shorter."""
    pairs = [(0, 1), (1, 3), (0, 2), (0, 2), (2, 3), (2, 3)]
    links = links_of(pairs, 4, ["call", "call", "call", "stay", "call", "stay"])
    found = paths_between(links, web_of(links), (0, 3))
    assert [path.nodes for path in found.paths] == [(0, 2, 3), (0, 1, 3)]
    assert sentences(links.names, found.paths[0])[0] == "“n000” is linked to “n002” by call, stay: 2 rows (rows 2, 3)."
    assert found.complete


@settings(deadline=None, max_examples=40)
@given(some_pairs(6))
def test_paths_are_the_shortest_there_are(pairs: list[Pair]) -> None:
    """The lengths are those of trying every way without a loop."""
    links = links_of(pairs, 6)
    web = web_of(links)
    near = {node: web.beside(node).tolist() for node in range(6)}

    def ways(way: tuple[int, ...]) -> list[tuple[int, ...]]:
        if way[-1] == 5:
            return [way]
        return [found for step in near[way[-1]] if step not in way for found in ways((*way, step))]

    every = sorted(12 * (len(way) - 1) for way in ways((0,)))
    found = paths_between(links, web, (0, 5), 4)
    assert [path.length for path in found.paths] == every[:4]
    assert len({path.nodes for path in found.paths}) == len(found.paths)
