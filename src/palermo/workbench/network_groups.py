"""Tells the groups of a case's graph with their figures, what joins nobody, and what happened to groups over time."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from palermo.adapters.sqlite import results
from palermo.kit.canon import digest
from palermo.kit.progress import Progress, silent
from palermo.kit.sentences import counted
from palermo.model.ids import RowKey
from palermo.network.groups import Cohesion
from palermo.network.groups_over_time import DAY, Event, Times, over_time
from palermo.workbench.network_graph import CaseGraph, case_graph, moment
from palermo.workbench.network_group_views import (
    AlternativeView,
    GroupsView,
    HappeningView,
    HubView,
    NearView,
    NetworkGroup,
)
from palermo.workbench.network_links import FLEETING, NAMES
from palermo.workbench.network_nodes import Seen, places_among, seen_by
from palermo.workbench.network_words import kinds_words, shortened
from palermo.workbench.session import Session
from palermo.workbench.showing import Places, places_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

SMALLEST = 3
"""A group of fewer nodes is counted, not shown: an advert and its contact are two."""

_MEMBERS = 200


def tell_groups(session: Session, *, limit: int = 50, times: bool = False, progress: Progress = silent) -> GroupsView:
    """Tell the groups, the largest first.

    Args:
        session: the case.
        limit: how many groups are shown at most.
        times: whether to tell what happened to groups over time too.
        progress: told what is being done.
    """
    session.require("see-leads")
    case = case_graph(session, progress)
    seen = seen_by(session, case)
    with session.reading() as db:
        leads = leads_by_group(case, results.all_leads(db))
    session.saw("read-network", subjects=[f"groups-{len(case.grouped.groups)}"])
    graph, grouped = case.graph, case.grouped
    shown = [group for group in grouped.groups if len(group.nodes) >= SMALLEST]
    told = Times(0, 0, (), 0)
    happenings: list[HappeningView] = []
    if times:
        progress("following groups through time", 0, 0)
        told = over_time(graph, grouped.resolution, case.known, FLEETING, (NAMES,))
        with session.reading() as db:
            happenings = _happenings(session, db, seen, told)
    alternatives = [
        AlternativeView(one.resolution, one.groups, one.largest, one.grouped, one.next_ones, one.left_out, one.chosen)
        for one in grouped.alternatives
    ]
    return GroupsView(
        nodes=graph.nodes, links=graph.edges, kinds=_counts(graph.node_kinds, graph.node_kind),
        link_kinds=_counts(graph.kinds, graph.kind),
        groups=[group_view(seen, at, leads) for at in range(min(limit, len(shown)))],
        groups_in_all=len(shown), pairs=len(grouped.groups) - len(shown), alone=int((grouped.group < 0).sum()),
        hubs=_hubs(case), alternatives=alternatives, happenings=happenings, happenings_in_all=told.events_in_all,
        step_days=told.step_days, notes=[*case.notes, *([seen.kept_back] if seen.kept_back else [])],
    )  # fmt: skip


def _counts(names: tuple[str, ...], codes: Any) -> dict[str, int]:  # noqa: ANN401 - an array of whole numbers
    import numpy as np

    return dict(zip(names, np.bincount(codes, minlength=len(names)).tolist(), strict=True))


def leads_by_group(case: CaseGraph, leads: list[results.StoredLead]) -> dict[int, list[str]]:
    """Tell which leads reach into each group, by their contacts, accounts and adverts."""
    found: dict[int, list[str]] = {}
    for lead in leads:
        held = lead.body.get("group", {})
        if not isinstance(held, Mapping):
            continue
        places = [
            place
            for kind, name in (("contact", "contacts"), ("account", "accounts"), ("advert", "adverts"))
            for place in places_among(case, kind, held.get(name, ()))
        ]
        for group in sorted({int(case.grouped.group[place]) for place in places} - {-1}):
            found.setdefault(group, []).append(lead.handle)
    return found


def group_view(seen: Seen, at: int, leads: Mapping[int, list[str]]) -> NetworkGroup:
    """Show a group by its place."""
    group = seen.case.grouped.groups[at]
    graph = seen.case.graph
    kinds = Counter(graph.node_kinds[int(graph.node_kind[node])] for node in group.nodes)
    lasting = [node for node in group.nodes if graph.node_kinds[int(graph.node_kind[node])] not in FLEETING]
    rest = [node for node in group.nodes if graph.node_kinds[int(graph.node_kind[node])] in FLEETING]
    ids = [graph.ids[node] for node in (*lasting, *rest)]
    near = [(-links, hub.node) for hub in seen.case.grouped.hubs for place, links, _ in hub.near if place == at]
    beside = [hub for _, hub in sorted(near) if seen.shown[hub]]
    return NetworkGroup(
        handle=f"N-{at + 1}", id=digest("network-group", *sorted(ids)), nodes=len(ids), kinds=dict(sorted(kinds.items())),
        members=ids[:_MEMBERS], inside=group.inside, by_chance=round(group.by_chance, 2), outside=group.outside,
        through_hubs=group.through_hubs, leads=leads.get(at, []),
        beside=[graph.ids[hub] for hub in beside], sentence=_sentence(group, kinds),
    )  # fmt: skip


def _sentence(group: Cohesion, kinds: Mapping[str, int]) -> str:
    """Say how a group hangs together."""
    hubs = f", and {counted(group.through_hubs, 'link')} to hubs that join nobody" if group.through_hubs else ""
    return (
        f"{kinds_words(kinds)}: {counted(group.inside, 'pair')} of them linked, where chance would link"
        f" {group.by_chance:,.1f} among things so busy; {counted(group.outside, 'link leads', 'links lead')} out of it{hubs}."
    )


def _hubs(case: CaseGraph) -> list[HubView]:
    views = []
    for hub in case.grouped.hubs:
        kind, _, value = case.graph.ids[hub.node].partition(":")
        near = [NearView(f"N-{place + 1}", links, chance) for place, links, chance in hub.near]
        views.append(
            HubView(
                case.graph.ids[hub.node],
                kind,
                value,
                hub.neighbours,
                hub.parts,
                round(hub.by_chance, 1),
                hub.sentence,
                near,
            )
        )
    return sorted(views, key=lambda view: (-view.neighbours, view.id))


def _happenings(session: Session, db: "Connection", seen: Seen, told: Times) -> list[HappeningView]:
    """Show what happened, oldest first."""
    graph = seen.case.graph
    places = places_of(session, db, [RowKey(graph.keys[row]) for event in told.events for row in event.rows])
    return [_happening(seen, event, places, (told.step_days, told.begins)) for event in told.events]


def _happening(seen: Seen, event: Event, places: Places, looks: tuple[int, int]) -> HappeningView:
    """Show what happened; `looks` is how many days a step has and where the first look begins: before it nothing is known."""
    graph = seen.case.graph
    groups = Counter(seen.handle(node) for group in event.after for node in group)
    del groups[""]
    group = groups.most_common(1)[0][0] if groups else ""
    start = event.start + looks[0] * DAY
    came = "are linked where the rows begin" if event.start == looks[1] else "came to be linked"
    words = {
        "born": f"{_things(seen, event.after[0])} {came}.",
        "grew": f"A group of {_many(event.before[:1])} grew to {_many(event.after[:1])}.",
        "merged": f"Groups of {_sizes(event.before)} came to be linked as one of {_many(event.after[:1])}.",
        "split": f"A group of {_many(event.before[:1])} came apart into groups of {_sizes(event.after)}.",
    }[event.what]
    return HappeningView(
        what=event.what, start=moment(start), end=moment(event.end), group=group,  # type: ignore[arg-type]  # the four words it has
        sentence=f"{words} {counted(event.rows_in_all, 'row shows', 'rows show')} it.",
        new=[graph.ids[node] for node in event.new[:_MEMBERS] if seen.shown[node]],
        rows=[places.ref(RowKey(graph.keys[row])) for row in event.rows], rows_in_all=event.rows_in_all,
    )  # fmt: skip


def _things(seen: Seen, nodes: tuple[int, ...]) -> str:
    names = [shortened(seen.case.graph.ids[node].partition(":")[2], 60) for node in nodes if seen.shown[node]]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _many(groups: tuple[tuple[int, ...], ...]) -> str:
    return counted(sum(len(group) for group in groups), "lasting thing")


def _sizes(groups: tuple[tuple[int, ...], ...]) -> str:
    sizes = [f"{len(group):,}" for group in groups]
    return ", ".join(sizes[:-1]) + f" and {sizes[-1]}" if len(sizes) > 1 else "".join(sizes)
