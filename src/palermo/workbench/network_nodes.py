"""Finds nodes of the case's graph by what somebody typed, and shows them with what hangs on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.access import may
from palermo.model.errors import NotFound, WrongUse
from palermo.workbench.network_graph import CaseGraph, moment
from palermo.workbench.network_links import NAMES
from palermo.workbench.network_views import LinkView, NodeView, StubView
from palermo.workbench.network_words import kind_words, shortened
from palermo.workbench.session import Session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_SUGGESTED = 5
_LEAST = 4
"""How many characters of a value have to be typed for others to be suggested."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The case's graph for somebody: names as written only for who may see source rows.

    Attributes:
        case: the graph.
        shown: bool, the nodes that may be shown.
        kept_back: a sentence on those that may not; empty where all may.
    """

    case: CaseGraph
    shown: "npt.NDArray[np.bool_]"
    kept_back: str

    def handle(self, node: int) -> str:
        """Name the group of a node; empty for none."""
        group = int(self.case.grouped.group[node])
        return f"N-{group + 1}" if group >= 0 else ""

    def hub(self, node: int) -> str:
        """Say why a node joins nobody; empty where it is no hub."""
        return next((hub.sentence for hub in self.case.grouped.hubs if hub.node == node), "")


def seen_by(session: Session, case: CaseGraph) -> Seen:
    """Take out of a graph what this account may not see."""
    import numpy as np

    graph = case.graph
    if "see-evidence" in may(session.table, session.actor):
        return Seen(case, np.ones(graph.nodes, bool), "")
    hidden = graph.of_kinds([NAMES])
    many = int(hidden.sum())
    said = f"{kind_words(NAMES, many)} may not be seen by this account: ask who may see source rows." if many else ""
    return Seen(case, ~hidden, said)


def place_of(seen: Seen, typed: str) -> int:
    """Find the one node a text means: its id, or its value where only one kind has it.

    Raises:
        NotFound: nothing goes by it, or nothing this account may see.
        WrongUse: things of several kinds do.
    """
    graph = seen.case.graph
    place = graph.place(typed)
    found = (
        [place]
        if place >= 0
        else [at for kind in graph.node_kinds if (at := graph.place(f"{kind}:{typed.strip()}")) >= 0]
    )
    found = [at for at in found if seen.shown[at]]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUse(
            f"Several things go by “{shortened(typed)}”.",
            way_out=f"Say which: {', '.join(graph.ids[at] for at in found)}.",
        )
    near = _near(seen, typed.strip().casefold())
    way_out = f"Perhaps: {', '.join(near)}." if near else "`palermo network groups DIR` lists what there is."
    raise NotFound(f"Nothing in the graph goes by “{shortened(typed)}”.", way_out=way_out)


def _near(seen: Seen, typed: str) -> list[str]:
    """Suggest ids in which the text stands."""
    if len(typed) < _LEAST:
        return []
    found: list[str] = []
    for at, ident in enumerate(seen.case.graph.ids):
        if typed in ident.casefold() and seen.shown[at]:
            found.append(shortened(ident))
            if len(found) == _SUGGESTED:
                break
    return found


def node_view(seen: Seen, node: int, drawn: "npt.NDArray[np.bool_] | None" = None) -> NodeView:
    """Show a node with its stubs; `drawn` tells which nodes are on the chart."""
    import numpy as np

    graph = seen.case.graph
    edges = graph.edges_of(node)
    others = graph.adj_node[graph.adj_first[node] : graph.adj_first[node + 1]]
    held = seen.shown[others]
    edges, others = edges[held], others[held]
    rows = np.diff(graph.row_first)[edges]
    code = graph.kind[edges] * len(graph.node_kinds) + graph.node_kind[others]
    stubs = []
    for one in np.unique(code).tolist():
        own = code == one
        near = np.unique(others[own])
        count = int(drawn[near].sum()) if drawn is not None else 0
        link, kind = graph.kinds[one // len(graph.node_kinds)], graph.node_kinds[one % len(graph.node_kinds)]
        stubs.append(StubView(link, kind, len(near), count, int(rows[own].sum())))
    stubs.sort(key=lambda stub: (-stub.nodes, stub.link, stub.kind))
    kind, _, value = graph.ids[node].partition(":")
    return NodeView(graph.ids[node], kind, value, seen.handle(node), seen.hub(node), len(np.unique(others)), stubs)


def link_view(case: CaseGraph, edge: int) -> LinkView:
    """Show a link."""
    graph = case.graph
    rows = graph.rows_of(edge)
    findings = sum(case.findings.get(row, 0) for row in rows.tolist()) if case.findings else 0
    return LinkView(
        a=graph.ids[int(graph.a[edge])], b=graph.ids[int(graph.b[edge])], kind=graph.kinds[int(graph.kind[edge])],
        directed=bool(graph.directed[edge]), rows=len(rows), sources=int(graph.sources[edge]),
        first=moment(int(graph.first[edge])), last=moment(int(graph.last[edge])), findings=findings,
    )  # fmt: skip


def best_first(case: CaseGraph, node: int, edges: "npt.NDArray[np.int64]") -> "npt.NDArray[np.int64]":
    """Order a node's edges: most independent sources first, then most rows, then by the other end's id."""
    import numpy as np

    graph = case.graph
    other = np.where(graph.a[edges] == node, graph.b[edges], graph.a[edges])
    order: npt.NDArray[np.int64] = edges[np.lexsort((other, -np.diff(graph.row_first)[edges], -graph.sources[edges]))]
    return order


def places_among(case: CaseGraph, kind: str, values: Iterable[str]) -> list[int]:
    """Find the nodes of a kind by value; also where the value was told apart by what stands beside it (`Hotel X, Gent`)."""
    from bisect import bisect_left

    ids = case.graph.ids
    found: list[int] = []
    for value in values:
        for begin, whole in ((f"{kind}:{value}", True), (f"{kind}:{value}, ", False)):
            at = bisect_left(ids, begin)
            while at < len(ids) and (ids[at] == begin if whole else ids[at].startswith(begin)):
                found.append(at)
                at += 1
    return found
