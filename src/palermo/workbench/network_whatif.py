"""Tells what arrests, searches and freezes would leave of a case's web, and who would be left without contact."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from palermo.kit.canon import digest
from palermo.kit.progress import Progress, silent
from palermo.kit.sentences import counted
from palermo.model.errors import WrongUse
from palermo.network.breaking import Left, Without, longer_ways, without
from palermo.network.graph import Graph
from palermo.network.roles_links import Links
from palermo.workbench.network_contact import contact_of
from palermo.workbench.network_flows import flows_of
from palermo.workbench.network_graph import case_graph
from palermo.workbench.network_links import FLEETING
from palermo.workbench.network_nodes import Seen, place_of, seen_by
from palermo.workbench.network_role_views import CaseWithout, ConnectedView, GroupLeft, StoppedFlow, VictimLeft
from palermo.workbench.session import Session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MOST = 500
"""How many things may be taken out at once."""

_OWN = ("has-phone", "has-document")
_SHOWN = 20
_FLOWS = 100


def tell_case_without(
    session: Session, nodes: Sequence[str], victims: Sequence[str] = (), *, progress: Progress = silent
) -> CaseWithout:
    """Tell what taking things out would leave; nothing is done, and nobody is proposed.

    Args:
        session: the case.
        nodes: what is taken out: a person arrested, a venue searched, an account frozen, a contact shut off.
        victims: presumed victims whose contact is asked about: persons or contacts.
        progress: told what is being done.

    Raises:
        WrongUse: nothing is named, or too much.
        NotFound: nothing goes by a name.
    """
    import numpy as np

    if not 1 <= len(nodes) <= MOST or len(victims) > MOST:
        raise WrongUse(f"From 1 to {MOST} things can be taken out.", way_out="Name what would be taken out.")
    session.require("see-leads")
    case = case_graph(session, progress)
    seen = seen_by(session, case)
    named = list(dict.fromkeys(place_of(seen, node) for node in nodes))
    asked = [place_of(seen, one) for one in dict.fromkeys(victims)]
    owned = [one for one in _own(case.graph, named) if one not in named]
    gone = [*named, *owned]
    ids = [case.graph.ids[one] for one in gone]
    session.saw("read-network", asked={"without": digest("without", *ids)})
    counted_in = ~case.aside
    counted_in[case.graph.a[case.kept]] = counted_in[case.graph.b[case.kept]] = True
    lasting = (~case.graph.of_kinds(FLEETING) & counted_in).astype(np.int64)
    links = flows_of(case.graph)
    found = without(_payments(links), case.inner, gone, worth=lasting)
    longer = longer_ways(case.inner, gone, np.random.default_rng(int(digest("without", *ids)[:8], 16)))
    told = [_victim(seen, one, set(gone)) for one in asked]
    groups = _groups(seen, gone, found.part, lasting)
    return CaseWithout(
        gone=[case.graph.ids[one] for one in named], with_them=[case.graph.ids[one] for one in owned],
        before=_connected(found.before), after=_connected(found.after), groups=groups, stops=_stops(links, gone),
        flows=_flows(case.graph, found), flows_in_all=found.stopped, victims=told,
        steps_before=round(longer.before, 3), steps_after=round(longer.after, 3), steps_error=round(longer.error, 3),
        sentences=_sentences(found, groups, told), notes=_notes(seen),
    )  # fmt: skip


def _own(graph: Graph, nodes: Sequence[int]) -> list[int]:
    """Give the phones and documents on the records of persons among some nodes, and on no other person's."""
    kinds = {graph.kinds.index(kind) for kind in _OWN if kind in graph.kinds}
    found: list[int] = []
    for node in nodes:
        if not graph.ids[node].startswith("person:"):
            continue
        for edge in graph.edges_of(node):
            thing = graph.other_end(int(edge), node)
            holders = {
                graph.other_end(int(one), thing) for one in graph.edges_of(thing) if int(graph.kind[one]) in kinds
            }
            if int(graph.kind[edge]) in kinds and holders == {node}:
                found.append(thing)
    return sorted(set(found))


def _payments(links: Links) -> Links:
    """Give the links that are payments: what flows."""
    import numpy as np

    wanted = np.array([kind == "payment" for kind in links.kinds] or [False], bool)
    held = wanted[links.kind] if len(links.kind) else np.zeros(0, bool)
    columns = (links.source, links.target, links.weight, links.at, links.kind, links.row)
    return Links(links.names, links.kinds, *(column[held] for column in columns))


def _stops(links: Links, gone: Sequence[int]) -> dict[str, int]:
    """Count the rows of each kind that end at what is taken out."""
    import numpy as np

    held = np.isin(links.source, gone) | np.isin(links.target, gone)
    kinds, counts = np.unique(links.kind[held], return_counts=True)
    return {links.kinds[kind]: int(count) for kind, count in zip(kinds.tolist(), counts.tolist(), strict=True)}


def _connected(left: Left) -> ConnectedView:
    return ConnectedView(left.nodes, left.parts, left.largest, left.pairs)


def _flows(graph: Graph, found: Without) -> list[StoppedFlow]:
    return [
        StoppedFlow(graph.ids[one.source], graph.ids[one.through], graph.ids[one.target], one.rows_in, one.rows_out)
        for one in found.flows[:_FLOWS]
    ]


def _groups(
    seen: Seen, gone: Sequence[int], part: "npt.NDArray[np.int64]", lasting: "npt.NDArray[np.int64]"
) -> list[GroupLeft]:
    """Tell of each group that loses something into what its lasting things fall."""
    case = seen.case
    found = []
    beside = {hub.node: [place for place, _, _ in hub.near] for hub in case.grouped.hubs}
    touched = {place for node in gone for place in beside.get(node, [int(case.grouped.group[node])])}
    for at in sorted(touched - {-1}):
        own = {hub for hub, places in beside.items() if at in places}
        held = [node for node in sorted({*case.grouped.groups[at].nodes, *own}) if lasting[node]]
        left: dict[int, list[str]] = {}
        for node in held:
            if part[node] >= 0 and seen.shown[node]:
                left.setdefault(int(part[node]), []).append(case.graph.ids[node])
        parts = sorted(left.values(), key=lambda some: (-len(some), some))
        sizes = [len(some) for some in parts]
        rest = f"{counted(sum(sizes), 'lasting thing')} in {counted(len(sizes), 'part')}"
        largest = f", the largest of {sizes[0]:,}" if len(sizes) > 1 else ""
        said = f"Of {counted(len(held), 'lasting thing')} of N-{at + 1} and beside it, {rest}{largest} would be left."
        found.append(
            GroupLeft(f"N-{at + 1}", len(held), [some[:_SHOWN] for some in parts[:_SHOWN]], sizes[:_SHOWN], said)
        )
    return found


def _victim(seen: Seen, node: int, gone: set[int]) -> VictimLeft:
    """Tell with whom a presumed victim has contact, and with whom then."""
    graph = seen.case.graph
    now, then = contact_of(seen.case, node, set()), contact_of(seen.case, node, gone)
    ids = [[graph.ids[one] for one in some if seen.shown[one]] for some in (now, then)]
    cut_off = bool(now) and not then
    name = graph.ids[node]
    if not now:
        said = f"The rows show no contact of {name} with anything else now."
    elif cut_off:
        said = f"{name} would be left without contact: all {len(now):,} would be gone."
    else:
        said = f"{name} has contact with {len(now):,} now and would have with {len(then):,}."
    return VictimLeft(name, ids[0][:_SHOWN], len(now), ids[1][:_SHOWN], len(then), cut_off, said)


def _sentences(found: Without, groups: Sequence[GroupLeft], victims: Sequence[VictimLeft]) -> list[str]:
    """Say what would be left."""
    left = [
        f"{word}: {counted(one.nodes, 'lasting thing')} in {counted(one.parts, 'part')}, the largest of {one.largest:,};"
        f" {counted(one.pairs, 'pair')} connected."
        for word, one in (("Now", found.before), ("Then", found.after))
    ]
    flows = f"{counted(found.stopped, 'payment flow through them stops', 'payment flows through them stop')}."
    return [*left, *(group.sentence for group in groups), flows, *(victim.sentence for victim in victims)]


def _notes(seen: Seen) -> list[str]:
    many = int(seen.case.aside.sum())
    said = f"{counted(many, 'thing that joins nobody', 'things that join nobody')} joined only groups beside which they are."
    return [*([said] if many else []), *([seen.kept_back] if seen.kept_back else [])]
