"""Shows one node of the case's graph with what hangs on it, and how two nodes are tied: paths, each link with its reasons."""

from itertools import pairwise

from palermo.adapters.sqlite import results
from palermo.kit.progress import Progress, silent
from palermo.kit.sentences import counted
from palermo.network.graph import NO_TIME, Graph
from palermo.network.paths import ways_between
from palermo.workbench.network_graph import case_graph, moment
from palermo.workbench.network_groups import group_view, leads_by_group
from palermo.workbench.network_nodes import best_first, link_view, node_view, place_of, seen_by
from palermo.workbench.network_views import CasePath, CasePaths, NeighbourView, PathStepView, ShownNode
from palermo.workbench.network_words import link_words, named
from palermo.workbench.session import Session


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


def tell_paths(session: Session, one: str, other: str, *, count: int = 3, progress: Progress = silent) -> CasePaths:
    """Tell how two nodes are tied; hubs and names as written lead nowhere unless they are an end.

    Raises:
        NotFound: nothing goes by a name.
        WrongUse: several things do, or both names mean one thing.
    """
    session.require("see-leads")
    case = case_graph(session, progress)
    seen = seen_by(session, case)
    ends = (place_of(seen, one), place_of(seen, other))
    session.saw("read-network", asked={"from": case.graph.ids[ends[0]], "to": case.graph.ids[ends[1]]})
    if ends[0] == ends[1]:
        return CasePaths([], True, "Both ends are one thing.")
    barred = case.aside | ~seen.shown
    found = ways_between(case.web, ends, count, case.web_sources, barred)
    told = [
        CasePath([case.graph.ids[node] for node in nodes], [_step(case.graph, *pair) for pair in pairwise(nodes)])
        for _, nodes in found.ways
    ]
    if not told:
        said = "Nothing ties them" + ("." if found.complete else ", as far as it was looked for.")
        return CasePaths([], found.complete, f"{said} Things that join nobody were not passed through.")
    steps = counted(len(told[0].steps), "link")
    return CasePaths(told, found.complete, f"{counted(len(told), 'path')}, the best founded of {steps}.")


def _step(graph: Graph, one: int, other: int) -> PathStepView:
    """Show one link of a path with a sentence."""
    import numpy as np

    edges = graph.between(one, other)
    rows = np.unique(np.concatenate([graph.rows_of(edge) for edge in edges]))
    sources = graph.sources_of(edges)
    kinds = list(dict.fromkeys(graph.kinds[int(graph.kind[edge])] for edge in edges))
    words = " and ".join(dict.fromkeys(_said(graph, edge) for edge in edges))
    first, last = (
        [
            moment(int(pick(held)))[:10] if len(held := times[edges][times[edges] != NO_TIME]) else ""
            for pick in (np.min, np.max)
        ]
        for times in (graph.first, graph.last)
    )
    since, until = first[0], last[1]
    when = f", {since}" if since == until else f", {since} to {until}"
    sentence = f"{words}: {counted(len(rows), 'row')} from {counted(sources, 'source')}{when if since else ''}."
    return PathStepView(
        graph.ids[one], graph.ids[other], kinds, len(rows), sources, sentence[:1].upper() + sentence[1:]
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
