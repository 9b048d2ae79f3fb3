"""Turns the case's graph into links with a direction for roles and flows: who booked, paid or moved whom, who paid whom."""

from typing import TYPE_CHECKING

from palermo.network.graph import NO_TIME, Graph
from palermo.network.roles_links import MICRO, NO_MOMENT, Links, in_order
from palermo.workbench.network_travellers import BY_NAME, moved_by_name

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

GIVERS = {
    ("stay", "booked-by"): "stay", ("stay", "booked-with"): "stay", ("stay", "paid-by"): "stay paid",
    ("journey", "paid-by"): "journey", ("advert", "paid-by"): "advert paid",
}  # fmt: skip
"""Which links of a stay, a journey or an advert name who booked or paid it, and what the link to who it was for is called."""

TAKERS = ("guest-name", "traveller-name", "with-document")
"""Which links name who a stay or journey was for; a document says it better than a name as it was written."""

_MICROS = 1_000_000


def flows_of(graph: Graph, *, by_name: bool = False) -> Links:
    """Make links with a direction of a graph: those that have one, and from who booked or paid to who it was for.

    A row counts once between two things: who booked a stay and paid it too has one link to who stayed.

    Args:
        graph: the graph.
        by_name: whether a journey leads to the phone and account of the one record that bears its traveller's name, too.
    """
    import numpy as np

    edge = np.repeat(np.arange(graph.edges), np.diff(graph.row_first))
    direct = graph.directed[edge]
    names = {kind: at for at, kind in enumerate(sorted({*graph.kinds, *GIVERS.values(), BY_NAME}))}
    renamed = np.array([names[kind] for kind in graph.kinds] or [0], np.int64)
    for_whom = _for_whom(graph, edge)
    columns = [
        (graph.a[edge][direct], graph.b[edge][direct], renamed[graph.kind[edge][direct]], np.flatnonzero(direct))
    ]
    # Ascending, so that of a row that was booked and paid by one thing the last is kept: that it was paid.
    for (kind, link), word in sorted(GIVERS.items(), key=lambda one: one[1]):
        if link not in graph.kinds or kind not in graph.node_kinds:
            continue
        code = graph.node_kinds.index(kind)
        a_side = graph.node_kind[graph.a] == code
        held = (graph.kind == graph.kinds.index(link)) & (a_side | (graph.node_kind[graph.b] == code))
        of = np.flatnonzero(held[edge])
        event = np.where(a_side, graph.a, graph.b)[edge][of]
        giver = np.where(a_side, graph.b, graph.a)[edge][of]
        taker = event if kind == "advert" else for_whom[graph.row[of]]
        known = taker >= 0
        columns.append((giver[known], taker[known], np.full(int(known.sum()), names[word]), of[known]))
        if by_name and kind == "journey":
            payer, thing, place = moved_by_name(graph, giver, for_whom, of)
            columns.append((payer, thing, np.full(len(payer), names[BY_NAME]), place))
    source, target, kind_of, place = (np.concatenate(some) for some in zip(*columns, strict=True))
    once = _once((source, target, graph.row[place]), len(columns[0][0]))
    source, target, kind_of, place = source[once], target[once], kind_of[once], place[once]
    used, kind_of = np.unique(kind_of, return_inverse=True)
    kinds = tuple(kind for kind, at in names.items() if at in used)
    at = graph.row_at[place]
    seconds = np.where(at == NO_TIME, NO_MOMENT, at // _MICROS)
    columns_of = [source, target, np.full(len(source), MICRO), seconds, kind_of.astype(np.int64), graph.row[place]]
    return in_order(graph.ids, kinds, columns_of)


def _for_whom(graph: Graph, edge: "Whole") -> "Whole":
    """Give for each row the document or name that says who it was for; -1 for none."""
    import numpy as np

    found = np.full(max(len(graph.keys), 1), -1, np.int64)
    for link in TAKERS:
        if link in graph.kinds:
            of = np.flatnonzero((graph.kind == graph.kinds.index(link))[edge])
            lasting = graph.of_kinds(["document", "name"])
            found[graph.row[of]] = np.where(lasting[graph.a], graph.a, graph.b)[edge][of]
    return found


def _once(columns: "tuple[Whole, Whole, Whole]", direct: int) -> "Whole":
    """Give the places of links to keep: all that had a direction, and of the others each source, target and row once, the last."""
    import numpy as np

    source, target, row = (one[direct:][::-1] for one in columns)
    if not len(source):
        return np.arange(direct)
    kept = np.unique(np.stack([source, target, row], axis=1), axis=0, return_index=True)[1]
    return np.concatenate([np.arange(direct), np.sort(direct + len(source) - 1 - kept)])
