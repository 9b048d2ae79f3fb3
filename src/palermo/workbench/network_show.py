"""Shows one node of the case's graph with what hangs on it, and how two nodes are tied: paths, each link with its reasons."""

from typing import TYPE_CHECKING

from palermo.adapters.sqlite import results
from palermo.kit.sentences import counted
from palermo.network.graph import NO_TIME, Graph
from palermo.network.paths import Step, paths_between
from palermo.network.roles_links import NO_MOMENT, Links, Web, in_order, web_of
from palermo.workbench.network_graph import case_graph, moment
from palermo.workbench.network_groups import group_view, leads_by_group
from palermo.workbench.network_nodes import Seen, best_first, link_view, node_view, place_of, seen_by
from palermo.workbench.network_views import CasePath, CasePaths, NeighbourView, PathStepView, ShownNode
from palermo.workbench.network_words import link_words, named
from palermo.workbench.session import Progress, Session, silent

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_MICROS = 1_000_000


def show(session: Session, typed: str, *, limit: int = 50, progress: Progress = silent) -> ShownNode:
    """Show a node: stubs by kind with counts, its neighbours, and its group.

    Raises:
        NotFound: nothing goes by what was typed.
        WrongUse: several things do.
    """
    session.require("see-leads")
    case = case_graph(session, progress)
    seen = seen_by(session, case)
    node = place_of(seen, typed)
    session.saw("read-network", asked={"node": case.graph.ids[node]})
    edges = [
        int(edge)
        for edge in best_first(case, node, case.graph.edges_of(node))
        if seen.shown[case.graph.other_end(int(edge), node)]
    ]
    near = [
        NeighbourView(node_view(seen, case.graph.other_end(edge, node)), link_view(case, edge))
        for edge in edges[:limit]
    ]
    at = int(case.grouped.group[node])
    with session.reading() as db:
        leads = leads_by_group(case, results.all_leads(db)) if at >= 0 else {}
    return ShownNode(node_view(seen, node), near, len(edges), group_view(seen, at, leads) if at >= 0 else None)


def tell_paths(session: Session, one: str, other: str, *, count: int = 3) -> CasePaths:
    """Tell how two nodes are tied; hubs and names as written lead nowhere unless they are an end.

    Raises:
        NotFound: nothing goes by a name.
        WrongUse: several things do, or both names mean one thing.
    """
    session.require("see-leads")
    case = case_graph(session)
    seen = seen_by(session, case)
    ends = (place_of(seen, one), place_of(seen, other))
    session.saw("read-network", asked={"from": case.graph.ids[ends[0]], "to": case.graph.ids[ends[1]]})
    if ends[0] == ends[1]:
        return CasePaths([], True, "Both ends are one thing.")
    links, web, sources = _passable(seen, ends)
    found = paths_between(links, web, ends, count, sources)
    told = [
        CasePath([case.graph.ids[node] for node in path.nodes], [_step(seen, step) for step in path.steps])
        for path in found.paths
    ]
    if not told:
        said = "Nothing ties them" + ("." if found.complete else ", as far as it was looked for.")
        return CasePaths([], found.complete, f"{said} Things that join nobody were not passed through.")
    steps = counted(len(told[0].steps), "link")
    return CasePaths(told, found.complete, f"{counted(len(told), 'path')}, the best founded of {steps}.")


def _passable(seen: Seen, ends: tuple[int, int]) -> "tuple[Links, Web, npt.NDArray[np.int64]]":
    """Give the links that a path may take, who is beside whom, and the independent sources of each pair."""
    import numpy as np

    graph = seen.case.graph
    barred = ~seen.shown | graph.of_kinds(["name"])
    barred[[hub.node for hub in seen.case.grouped.hubs]] = True
    barred[list(ends)] = False
    kept = ~(barred[graph.a] | barred[graph.b])
    links = _links(graph, kept)
    web = web_of(links)
    side = np.repeat(np.arange(web.nodes), np.diff(web.first))
    low, high = np.minimum(side, web.other), np.maximum(side, web.other)
    keys = np.minimum(graph.a, graph.b)[kept] * graph.nodes + np.maximum(graph.a, graph.b)[kept]
    pairs, place = np.unique(keys, return_inverse=True)
    sources = np.zeros(len(pairs), np.int64)
    np.add.at(sources, place, graph.sources[kept])
    return (
        links,
        web,
        sources[np.searchsorted(pairs, low * graph.nodes + high)] if len(pairs) else np.zeros(0, np.int64),
    )


def _links(graph: Graph, kept: "npt.NDArray[np.bool_]") -> Links:
    """Give a link for each row of some edges."""
    import numpy as np

    edge = np.repeat(np.arange(graph.edges), np.diff(graph.row_first))
    held = kept[edge]
    edge, at = edge[held], graph.row_at[held]
    seconds = np.where(at == NO_TIME, NO_MOMENT, at // _MICROS)
    columns = [graph.a[edge], graph.b[edge], np.full(len(edge), _MICROS), seconds, graph.kind[edge], graph.row[held]]
    return in_order(graph.ids, graph.kinds, columns)


def _step(seen: Seen, step: Step) -> PathStepView:
    """Show one link of a path with a sentence."""
    graph = seen.case.graph
    edges = [
        int(edge) for edge in graph.edges_of(step.source) if graph.other_end(int(edge), step.source) == step.target
    ]
    own = {int(one) for edge in edges for one in graph.row_source[graph.row_first[edge] : graph.row_first[edge + 1]]}
    sources = max(len(own), 1, *(int(graph.sources[edge]) for edge in edges))
    words = " and ".join(_said(graph, edge) for edge in edges)
    when = ""
    if step.first is not None and step.last is not None:
        first, last = moment(step.first * _MICROS)[:10], moment(step.last * _MICROS)[:10]
        when = f", {first}" if first == last else f", {first} to {last}"
    sentence = f"{words}: {counted(step.count, 'row')} from {counted(sources, 'source')}{when}."
    ends = graph.ids[step.source], graph.ids[step.target]
    return PathStepView(
        *ends, [kind for kind, _ in step.kinds], step.count, sources, sentence[:1].upper() + sentence[1:]
    )


def _said(graph: Graph, edge: int) -> str:
    a, b = graph.ids[int(graph.a[edge])], graph.ids[int(graph.b[edge])]
    kind = graph.kinds[int(graph.kind[edge])]
    # Links without a direction are kept by the order of their ids; the words read from what is linked to what it carries.
    if not graph.directed[edge] and _turned(a, kind):
        a, b = b, a
    return f"{named(a)} {link_words(kind)} {named(b)}"


def _turned(a: str, kind: str) -> bool:
    """Tell whether the words of a link begin with its other end, given the kind of node it begins with."""
    from palermo.workbench.network_links import RULES

    begins = {rule.a[0] for rule in RULES if rule.link == kind} or {"advert"}
    return a.partition(":")[0] not in begins
