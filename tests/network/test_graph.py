"""The link graph: nothing is an edge without a row behind it, and no answer depends on the order of rows."""

import dataclasses

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.webs import DAY, Link, graph_of, table, tied
from palermo.network.graph import NO_TIME, Graph
from palermo.network.graph_building import build
from palermo.network.graph_web import web_of_graph

NAMES = [f"contact:{letter}" for letter in "abcd"] + ["account:x", "venue:y", "bare"]

some_links: st.SearchStrategy[list[Link]] = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["call", "payment"]),
        st.sampled_from([f"r{n}" for n in range(6)]), st.sampled_from(["S-1", "S-2", "S-3"]),
        st.one_of(st.none(), st.integers(0, 40)),
    ).map(lambda link: (*link[:5], None if link[3] in "r0 r1" else int(link[3][1]) * 7)),  # a row has one day
    max_size=25,
)  # fmt: skip


def plain(graph: Graph) -> list[object]:
    """Give everything a graph holds as plain lists."""
    return [
        value.tolist() if isinstance(value, np.ndarray) else value
        for value in (getattr(graph, held.name) for held in dataclasses.fields(graph))
    ]


@settings(deadline=None, max_examples=80)
@given(some_links, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rows_makes_no_difference(links: list[Link], chance: object, directed: bool) -> None:
    """Shuffled links give the same arrays, to the last."""
    mixed = sorted(links, key=lambda _: chance.random())  # type: ignore[attr-defined]  # hypothesis' own Random
    assert plain(graph_of(links, directed=directed)) == plain(graph_of(mixed, directed=directed))


@settings(deadline=None, max_examples=80)
@given(some_links, st.booleans())
def test_every_edge_has_its_rows_its_sources_and_its_span_and_no_other(links: list[Link], directed: bool) -> None:
    """What plain sets find of each pair and kind is what the graph says; self-loops are counted by row, and are no edge."""
    graph = graph_of(links, directed=directed)
    rows: dict[tuple[str, str, str], set[str]] = {}
    sources: dict[tuple[str, str, str], set[str]] = {}
    days: dict[tuple[str, str, str], set[int]] = {}
    for a, b, kind, row, source, day in links:
        if a != b:
            key = (a, b, kind) if directed else (min(a, b), max(a, b), kind)
            rows.setdefault(key, set()).add(row)
            sources.setdefault(key, set()).add(source)
            days.setdefault(key, set()).update([] if day is None else [day])
    found = {
        (graph.ids[graph.a[edge]], graph.ids[graph.b[edge]], graph.kinds[graph.kind[edge]]): edge
        for edge in range(graph.edges)
    }
    assert found.keys() == rows.keys()
    for key, edge in found.items():
        assert {graph.keys[row] for row in graph.rows_of(edge)} == rows[key]
        assert len(graph.rows_of(edge)) == len(rows[key]) > 0
        assert graph.sources[edge] == graph.sources_of([edge]) == len(sources[key])
        span = (min(days[key]) * DAY, max(days[key]) * DAY) if days[key] else (NO_TIME, NO_TIME)
        assert (graph.first[edge], graph.last[edge]) == span
    assert graph.loops == len({row for a, b, _, row, _, _ in links if a == b})


@settings(deadline=None, max_examples=60)
@given(some_links, st.booleans())
def test_who_is_beside_whom_counts_rows_and_sources_of_both_directions_once(links: list[Link], directed: bool) -> None:
    """A source that shows a pair by two kinds of link or in both directions is one source."""
    graph = graph_of(links, directed=directed)
    web, sources = web_of_graph(graph)
    for node in range(graph.nodes):
        for place in range(int(web.first[node]), int(web.first[node + 1])):
            other = int(web.other[place])
            ends = {graph.ids[node], graph.ids[other]}
            own = [link for link in links if {link[0], link[1]} == ends]
            assert sources[place] == len({link[4] for link in own}) == graph.sources_of(graph.between(node, other))
            assert web.kinds[place] == len({link[2] for link in own})
            assert {graph.keys[row] for row in graph.row_places(graph.between(node, other))} == {
                link[3] for link in own
            }
        assert web.beside(node).tolist() == sorted(set(web.beside(node).tolist()) - {node})


def test_kinds_of_node_are_what_stands_before_the_first_colon() -> None:
    """An id without a colon has no kind, and a value may hold colons of its own."""
    graph = graph_of(tied([("contact:mailto:a@b.example", "bare")]))
    assert graph.node_kinds == ("", "contact")
    assert graph.of_kinds(["contact"]).tolist() == [False, True]
    assert graph.place("contact:mailto:a@b.example") == 1
    assert graph.place("nobody") == -1


def test_a_link_without_an_end_is_left_out_and_no_links_are_a_graph() -> None:
    """A cell with nothing in it links nothing; an empty table makes an empty graph."""
    links = table(tied([("contact:a", "contact:b")]))
    blank = links.set_column(0, "a", pa.array([None], pa.string()))
    assert build(blank).edges == 0
    empty = build(links.slice(0, 0))
    assert (empty.nodes, empty.edges, empty.loops) == (0, 0, 0)


def test_ten_thousand_parallel_links_are_one_edge() -> None:
    """All rows stay behind it, oldest first, and zero bytes and long names are names."""
    long = "contact:" + "x" * 10_000
    links = [(long, "contact:\0", "call", f"r{n:05}", f"S-{n % 3}", n % 900) for n in range(10_000)]
    graph = graph_of(links)
    assert graph.edges == 1
    assert (len(graph.rows_of(0)), graph.sources[0]) == (10_000, 3)
    assert graph.row_at[:2].tolist() == [0, 0]
    assert (graph.first[0], graph.last[0]) == (0, 899 * DAY)


@pytest.mark.parametrize("moment", [-(1 << 60), (1 << 61)])
def test_moments_beyond_any_calendar_are_kept_as_they_are(moment: int) -> None:
    """A time no calendar has makes no crash in the graph."""
    links = table(tied([("contact:a", "contact:b")], day=0))
    held = build(links.set_column(6, "at", [[moment]]).set_column(7, "until", [[moment]]))
    assert (held.first[0], held.last[0]) == (moment, moment)
