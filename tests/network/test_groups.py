"""Groups over several kinds of link: what hangs together is found, hubs glue nobody, and the figures are those of chance."""

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from network.webs import circle, cliques, graph_of, tied
from palermo.network.graph import Graph
from palermo.network.groups import Grouped, agreement, find_groups
from palermo.network.groups_weights import weighed


def members(graph: Graph, found: Grouped) -> set[frozenset[str]]:
    """Give the groups as sets of ids."""
    return {frozenset(graph.ids[node] for node in group.nodes) for group in found.groups}


def test_circles_in_which_all_know_all_are_the_groups() -> None:
    """Three circles, two of them touching by one link, are three groups, and the figures say why."""
    pairs = [*cliques("abc", 7), ("contact:a00", "contact:b00")]
    graph = graph_of(tied(pairs))
    found = find_groups(graph)
    assert members(graph, found) == {frozenset(circle(name, 7)) for name in "abc"}
    assert [(group.inside, group.outside) for group in found.groups] == [(21, 1), (21, 1), (21, 0)]
    assert all(group.by_chance < group.inside / 2 for group in found.groups)
    assert [one.chosen for one in found.alternatives].count(True) == 1
    assert found.resolution == next(one.resolution for one in found.alternatives if one.chosen)


def test_the_steadiest_of_the_coarse_resolutions_is_taken_and_the_others_are_shown() -> None:
    """Every resolution looked at is told with its groups, and none coarser than the one chosen is as steady."""
    found = find_groups(graph_of(tied(cliques("abcdefgh", 6))))
    best = max(one.left_out for one in found.alternatives)
    chosen = next(at for at, one in enumerate(found.alternatives) if one.chosen)
    assert len(found.alternatives) > 1
    assert all(one.left_out < best - 0.08 for one in found.alternatives[:chosen])
    assert found.alternatives[chosen].left_out >= best - 0.08


def test_a_hub_glues_no_strangers_and_its_figures_stand_beside_chance() -> None:
    """A hotline beside every circle joins none of them; without being told apart it would."""
    names = [f"g{number:02}" for number in range(40)]
    pairs = [*cliques(names, 5), *(("contact:hotline", f"contact:{name}00") for name in names)]
    graph = graph_of(tied(pairs))
    found = find_groups(graph)
    (hub,) = found.hubs
    assert graph.ids[hub.node] == "contact:hotline"
    assert (hub.neighbours, hub.tied, hub.parts, hub.largest) == (40, 40, 40, 1)
    assert 1 <= hub.by_chance <= 40
    assert "joins nobody" in hub.sentence
    assert members(graph, found) == {frozenset(circle(name, 5)) for name in names}
    assert found.group[hub.node] == -1
    assert sum(group.through_hubs for group in found.groups) == 40


def test_a_busy_centre_of_one_circle_is_no_hub() -> None:
    """Who has many neighbours that know one another joins them: busyness alone is none."""
    ring = circle("m", 30)
    pairs = [("contact:centre", one) for one in ring] + [(ring[at], ring[(at + 1) % 30]) for at in range(30)]
    graph = graph_of(tied(pairs))
    assert find_groups(graph).hubs == ()


def test_a_hub_known_before_joins_nobody_and_says_what_was_said_of_it() -> None:
    """The sentence of the advert grouping is kept, and what it would have joined stays apart."""
    pairs = [*cliques("ab", 4), *(("contact:h", one) for name in "ab" for one in circle(name, 4))]
    graph = graph_of(tied(pairs))
    found = find_groups(graph, {graph.place("contact:h"): "h joins nobody: it is a site's own."})
    assert found.hubs[0].sentence == "h joins nobody: it is a site's own."
    assert members(graph, found) == {frozenset(circle(name, 4)) for name in "ab"}


def test_names_as_written_join_nobody_and_adverts_are_no_hubs() -> None:
    """Two records of one name are no group by it; a kind that stands for one moment is never told as a hub."""
    graph = graph_of(tied([("person:1", "name:Li Hua"), ("person:2", "name:Li Hua")]))
    found = find_groups(graph, left_out=("name",))
    assert found.groups == ()
    assert found.group.tolist() == [-1, -1, -1]


def test_a_group_may_rest_on_several_kinds_of_link() -> None:
    """Calls, stays and payments among four things add up; each kind alone would part them."""
    ends = ["account:c", "contact:a", "contact:b", "venue:v"]
    kinds = ["account-contact", "paid-by", "let-by", "call", "at-venue", "booked-with"]
    links = [
        (*pair, kind, f"r{at}", "S-1", None)
        for at, (pair, kind) in enumerate(zip(combinations(ends, 2), kinds, strict=True))
    ]
    graph = graph_of([*links, *tied(cliques("yz", 6), mark="z")])
    assert frozenset(ends) in members(graph, find_groups(graph))


some_pairs = st.lists(
    st.tuples(st.integers(0, 14), st.integers(0, 14)).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=60
)


@settings(deadline=None, max_examples=60)
@given(some_pairs, st.randoms(use_true_random=False))
def test_groups_hang_together_and_do_not_depend_on_the_order_of_rows(
    pairs: list[tuple[int, int]], chance: object
) -> None:
    """Every group is connected within itself; shuffled rows and a second run give the same, figures included."""
    links = tied([(f"contact:{a:02}", f"contact:{b:02}") for a, b in pairs])
    graph = graph_of(links)
    found = find_groups(graph)
    mixed = sorted(links, key=lambda _: chance.random())  # type: ignore[attr-defined]  # hypothesis' own Random
    again = find_groups(graph_of(mixed))
    assert (found.groups, found.hubs, found.alternatives) == (again.groups, again.hubs, again.alternatives)
    linked = {frozenset((f"contact:{a:02}", f"contact:{b:02}")) for a, b in pairs}
    for group in found.groups:
        ids = [graph.ids[node] for node in group.nodes]
        reached, waiting = {ids[0]}, [ids[0]]
        while waiting:
            one = waiting.pop()
            near = [other for other in ids if other not in reached and frozenset((one, other)) in linked]
            reached.update(near)
            waiting += near
        assert reached == set(ids)
        assert group.inside == sum(frozenset(pair) in linked for pair in combinations(ids, 2))


@settings(deadline=None, max_examples=40)
@given(some_pairs)
def test_what_chance_gives_is_the_configuration_model(pairs: list[tuple[int, int]]) -> None:
    """For every pair of a group the product of what each is linked to, over twice all links, added up the plain way."""
    graph = graph_of(tied([(f"contact:{a:02}", f"contact:{b:02}") for a, b in pairs]))
    found = find_groups(graph)
    beside = weighed(graph)
    hubs = {hub.node for hub in found.hubs}
    kept = [pair for pair in zip(beside.a.tolist(), beside.b.tolist(), strict=True) if not hubs & set(pair)]
    degree = Counter(node for pair in kept for node in pair)
    for group in found.groups:
        expected = sum(degree[a] * degree[b] for a, b in combinations(group.nodes, 2)) / (2 * len(kept))
        assert np.isclose(group.by_chance, expected)


def test_agreement_is_one_with_itself_and_nothing_with_single_nodes() -> None:
    """Companions kept are counted; a parting into single nodes has none."""
    parts = np.array([0, 0, 0, 1, 1])
    every = np.ones(5, bool)
    assert agreement(parts, parts, every) == 1.0
    assert agreement(parts, np.arange(5), every) == 0.0
    assert agreement(parts, np.array([0, 0, 1, 2, 2]), every) == (2 * 0.5 + 0 + 2 * 1.0) / 5


def test_self_loops_one_node_and_a_hub_of_fifty_thousand_make_no_crash() -> None:
    """Webs that are none give no group; a star around one node is told without waiting, and its bare leaves make no hub of it."""
    loops = graph_of([("contact:a", "contact:a", "call", "r1", "S-1", None)])
    assert (loops.nodes, loops.edges, loops.loops) == (1, 0, 1)
    assert find_groups(loops).groups == ()
    assert find_groups(graph_of([])).groups == ()
    star = graph_of(tied([("contact:hub", f"contact:{n:06}") for n in range(50_000)]))
    found = find_groups(star)
    assert (len(found.groups), found.hubs) == (1, ())
    assert found.groups[0].inside == 50_000


def test_a_case_that_is_one_circle_is_one_group() -> None:
    """Where there is nothing else, what all know one another is not parted."""
    for size in (3, 4, 8):
        graph = graph_of(tied(cliques("a", size)))
        assert members(graph, find_groups(graph)) == {frozenset(circle("a", size))}
