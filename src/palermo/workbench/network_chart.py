"""Gives a part of the case's graph to draw: from a lead, a group or a node, what was opened since, and what was hidden."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from palermo.adapters.sqlite import results
from palermo.kit.sentences import counted
from palermo.model.errors import NotFound, WrongUse
from palermo.model.ids import RowKey
from palermo.network.graph import NO_TIME
from palermo.workbench.network_graph import CaseGraph, case_graph, moment
from palermo.workbench.network_links import FLEETING
from palermo.workbench.network_nodes import Seen, best_first, link_view, node_view, place_of, places_among, seen_by
from palermo.workbench.network_views import ChartView, ChartWish, LinkedFinding, LinkRows
from palermo.workbench.network_words import shortened
from palermo.workbench.session import Session
from palermo.workbench.showing import places_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FIRST = 150
"""How many nodes a chart begins with at most."""

MOST = 2_000
"""How many nodes are drawn at most."""

_ANY = "all"
_RANKED = "most independent sources first, then most rows; things that last before adverts, stays and journeys"
_FINDINGS = 50


def chart(session: Session, wish: ChartWish) -> ChartView:
    """Give what is to be drawn.

    Raises:
        NotFound: nothing goes by what it begins with.
        WrongUse: an opening or a day is not written as it should be.
    """
    session.require("see-leads")
    span = (_day(wish.since, last=False), _day(wish.until, last=True))
    case = case_graph(session)
    seen = seen_by(session, case)
    title, nodes = _begin(session, seen, wish.start)
    session.saw("read-network", asked={"start": title})
    chosen = dict.fromkeys(nodes[:FIRST])
    left_out = max(len(nodes) - FIRST, 0)
    wished = [(node, *near) for node, near in (_opened(seen, opening) for opening in wish.opened)]
    for one in (*(one for some in wished for one in some), *(place_of(seen, ident) for ident in wish.also)):
        if len(chosen) < MOST or one in chosen:
            chosen[one] = None
        else:
            left_out += 1
    hidden = {case.graph.place(ident) for ident in wish.hidden}
    drawn = [node for node in chosen if node not in hidden]
    return _view(seen, title, drawn, left_out, span)


def _begin(session: Session, seen: Seen, start: str) -> tuple[str, list[int]]:
    """Find what a chart begins with: its title, and its nodes in the order to draw them."""
    if start[:2].upper() == "N-" and start[2:].isdecimal():
        at = int(start[2:]) - 1
        if not 0 <= at < len(seen.case.grouped.groups):
            raise NotFound(
                f"There is no group {start.upper()} in the graph as it stands.",
                way_out="List the groups with `palermo network groups DIR`.",
            )
        return f"N-{at + 1}", _ranked(seen, seen.case.grouped.groups[at].nodes)
    if start[:2].upper() == "L-" and start[2:].isdecimal():
        with session.reading() as db:
            lead = results.one_lead(db, start)
            rows = results.rows_of_lead(db, lead.id)
        return lead.handle, _of_lead(seen, lead, rows)
    node = place_of(seen, start)
    edges = best_first(seen.case, node, seen.case.graph.edges_of(node))
    near = dict.fromkeys(seen.case.graph.other_end(int(edge), node) for edge in edges[: 4 * FIRST])
    return seen.case.graph.ids[node], [node, *_ranked(seen, list(near))[:40]]


def _of_lead(seen: Seen, lead: results.StoredLead, rows: Sequence[RowKey]) -> list[int]:
    """Give the nodes of a lead: what its group names, then what its rows link."""
    import numpy as np

    graph = seen.case.graph
    held = lead.body.get("group", {})
    group = held if isinstance(held, dict) else {}
    named = [
        place
        for kind, name in (("contact", "contacts"), ("account", "accounts"), ("venue", "venues"), ("advert", "adverts"))
        for place in places_among(seen.case, kind, group.get(name, ()))
    ]
    keys = set(rows)
    wanted = np.array([key in keys for key in graph.keys], bool)[graph.row] if len(graph.keys) else np.zeros(0, bool)
    edges = np.repeat(np.arange(graph.edges), np.diff(graph.row_first))[wanted]
    linked = np.unique(np.concatenate([graph.a[edges], graph.b[edges]])).tolist()
    return _ranked(seen, list(dict.fromkeys([*named, *linked])))


def _ranked(seen: Seen, nodes: Sequence[int]) -> list[int]:
    """Order nodes: those that last first, then by how many of these nodes they are linked to."""
    import numpy as np

    graph = seen.case.graph
    held = [node for node in nodes if seen.shown[node]]
    inside = np.zeros(graph.nodes, bool)
    inside[held] = True
    both = inside[graph.a] & inside[graph.b]
    degree = np.bincount(np.concatenate([graph.a[both], graph.b[both]]), minlength=graph.nodes)
    fleeting = graph.of_kinds(FLEETING)
    return sorted(held, key=lambda node: (bool(fleeting[node]), -int(degree[node]), node))


def _opened(seen: Seen, opening: str) -> tuple[int, list[int]]:
    """Give a node that was opened and its neighbours of some kind, the best founded first."""
    import numpy as np

    parts = opening.split("/", 3)
    if len(parts) < 4 or not parts[2].isdecimal() or len(parts[2]) > 6:
        raise WrongUse(
            f"“{shortened(opening)}” does not say what to open.",
            way_out="Write LINK/KIND/COUNT/NODE, as in all/advert/20/contact:….",
        )
    graph = seen.case.graph
    node = place_of(seen, parts[3])
    edges = graph.edges_of(node)
    others = np.where(graph.a[edges] == node, graph.b[edges], graph.a[edges])
    held = seen.shown[others]
    if parts[0] != _ANY:
        held &= graph.kind[edges] == (graph.kinds.index(parts[0]) if parts[0] in graph.kinds else -1)
    if parts[1] != _ANY:
        held &= graph.node_kind[others] == (graph.node_kinds.index(parts[1]) if parts[1] in graph.node_kinds else -1)
    ordered = best_first(seen.case, node, edges[held])
    return node, list(dict.fromkeys(graph.other_end(int(edge), node) for edge in ordered))[: int(parts[2])]


def _day(text: str, *, last: bool) -> int:
    """Read a day as its first moment, or its last; `NO_TIME` for none."""
    if not text:
        return NO_TIME
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise WrongUse(f"“{shortened(text, 40)}” is no day.", way_out="Write it as 2021-05-31.") from None
    micros = int((day - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * 1_000_000
    return micros + 86_400_000_000 - 1 if last else micros


def within(case: CaseGraph, span: tuple[int, int]) -> "npt.NDArray[np.bool_]":
    """Tell which edges have a row in a stretch of time; those without a moment always count."""
    import numpy as np

    graph = case.graph
    since, until = span
    held = np.ones(graph.edges, bool)
    if since != NO_TIME:
        held &= (graph.last >= since) | (graph.last == NO_TIME)
    if until != NO_TIME:
        held &= (graph.first <= until) | (graph.first == NO_TIME)
    return held


def _view(seen: Seen, title: str, drawn: list[int], left_out: int, span: tuple[int, int]) -> ChartView:
    import numpy as np

    graph = seen.case.graph
    on = np.zeros(graph.nodes, bool)
    on[drawn] = True
    between = on[graph.a] & on[graph.b]
    edges = np.flatnonzero(between & within(seen.case, span))
    moments = graph.first[between][graph.first[between] != NO_TIME]
    lasts = graph.last[between][graph.last[between] != NO_TIME]
    said = f"{counted(len(drawn), 'thing')} of {graph.nodes:,} and {counted(len(edges), 'link')} of {graph.edges:,} are drawn"
    notes = [*seen.case.notes, *([seen.kept_back] if seen.kept_back else [])]
    return ChartView(
        title=title, nodes=[node_view(seen, node, on) for node in drawn],
        links=[link_view(seen.case, int(edge)) for edge in edges], nodes_in_all=graph.nodes, links_in_all=graph.edges,
        left_out=left_out, hidden_by_time=int(between.sum()) - len(edges), ranked_by=_RANKED,
        first=moment(int(moments.min()))[:10] if len(moments) else "", last=moment(int(lasts.max()))[:10] if len(lasts) else "",
        sentence=f"{said}, {_RANKED}.", notes=notes,
    )  # fmt: skip


def link_rows(session: Session, a: str, b: str, kind: str, *, offset: int = 0, limit: int = 50) -> LinkRows:
    """Give the rows behind a link, oldest first, and the findings that rest on them.

    Raises:
        NotFound: there is no such link.
    """
    from palermo.adapters.sqlite.on_rows import findings_on_rows
    from palermo.workbench.showing import finding_views

    session.require("see-leads")
    case = case_graph(session)
    seen = seen_by(session, case)
    edge = _edge(seen, a, b, kind)
    rows = [case.graph.keys[row] for row in case.graph.rows_of(edge).tolist()]
    with session.reading() as db:
        page = [RowKey(row) for row in rows[offset : offset + limit]]
        places = places_of(session, db, page)
        found = finding_views(session, db, findings_on_rows(db, rows)[:_FINDINGS])
    session.saw("read-network", subjects=[session.row_tag(row) for row in page[:1]])
    findings = [LinkedFinding(one.id, one.rule, one.sentence) for one in found]
    return LinkRows(link_view(case, edge), [places.ref(row) for row in page], offset, len(rows), findings)


def _edge(seen: Seen, a: str, b: str, kind: str) -> int:
    """Find an edge by its ends, in either order, and its kind."""
    graph = seen.case.graph
    one, other = place_of(seen, a), place_of(seen, b)
    near = graph.edges_of(one)
    found = [
        int(edge)
        for edge in near
        if graph.other_end(int(edge), one) == other and graph.kinds[int(graph.kind[edge])] == kind
    ]
    found.sort(key=lambda edge: int(graph.a[edge]) != one)
    if not found:
        raise NotFound(f"No row links “{shortened(a)}” and “{shortened(b)}” by “{shortened(kind, 40)}”.")
    return found[0]
