"""Compares the groups of two cases by contacts, accounts, venues and wordings, leaving out what handling codes forbid."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from palermo.adapters.sqlite import collect, results
from palermo.kit.fold import fold
from palermo.kit.progress import Progress, silent
from palermo.kit.sentences import counted
from palermo.model.codes import Handling
from palermo.model.errors import WrongUse
from palermo.model.sources import NO_SHEET
from palermo.network.alike import KINDS, Marks, alike
from palermo.workbench.network_graph import CaseGraph, case_graph
from palermo.workbench.network_group_views import AlikeView, CompareView, TemplatePair
from palermo.workbench.network_groups import SMALLEST
from palermo.workbench.network_nodes import places_among
from palermo.workbench.session import Session

if TYPE_CHECKING:
    from sqlalchemy import Connection

ALLOWED = frozenset({Handling.H0, Handling.H1})
"""What stands only in sources under a stricter code is not compared: H2 may not be passed on, H3 is restricted in words."""


def compare(session: Session, other: Session, progress: Progress = silent) -> CompareView:
    """Tell which groups of two cases share something, those that share the most kinds of thing first.

    Raises:
        WrongUse: both are one case.
        Refused: the actor may not see leads in one of them.
    """
    for one in (session, other):
        one.require("see-leads")
    if session.folder.resolve() == other.folder.resolve():
        raise WrongUse("Both are one and the same case.", way_out="Name the folder of another case.")
    names, marks, held_back = [], [], []
    for one in (session, other):
        case = case_graph(one, progress, ALLOWED)
        whole = case_graph(one, progress)
        with one.reading() as db:
            name = results.get_fact(db, "name")
            held_back += [f"{name}: {sentence}" for sentence in _held_back(one, db)]
            templates = _templates(case, results.all_leads(db))
        names.append(name)
        marks.append(_marks(case, whole, templates))
    found = alike(marks[0], marks[1], fold)
    ids = [_case_id(one) for one in (session, other)]
    session.saw("compare-cases", subjects=[ids[1]])
    other.saw("compare-cases", subjects=[ids[0]])
    views = [
        AlikeView(
            one=pair_found.one, other=pair_found.other, contacts=list(pair_found.shared["contact"]),
            accounts=list(pair_found.shared["account"]), venues=list(pair_found.shared["venue"]),
            templates=[TemplatePair(pair.one, pair.other, pair.share) for pair in pair_found.templates],
            alone=pair_found.alone, sentence=pair_found.sentence,
        )
        for pair_found in found
    ]  # fmt: skip
    return CompareView(names[0], names[1], views, len(marks[0]), len(marks[1]), held_back)


def _case_id(session: Session) -> str:
    with session.reading() as db:
        return results.get_fact(db, "case")


def _marks(case: CaseGraph, whole: CaseGraph, templates: Mapping[int, tuple[str, ...]]) -> list[Marks]:
    """Say what each group of three things or more may be recognised by, under the name it has in the whole graph."""
    graph = case.graph
    found = []
    taken: dict[str, int] = {}
    for at, group in enumerate(case.grouped.groups):
        if len(group.nodes) < SMALLEST and at not in templates:
            continue
        values: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for node in group.nodes:
            kind, _, value = graph.ids[node].partition(":")
            if kind in values:
                values[kind].add(value)
        shown = {kind: frozenset(held) for kind, held in values.items()}
        name = _name(case, whole, at)
        taken[name] = taken.get(name, 0) + 1
        # Without what may not be compared, a group may fall into several: each keeps a name of its own.
        found.append(Marks(name if taken[name] == 1 else f"{name}, part {taken[name]}", shown, templates.get(at, ())))
    return found


def _name(case: CaseGraph, whole: CaseGraph, at: int) -> str:
    """Give the group of the whole graph that holds most of a group's nodes."""
    places = [whole.graph.place(case.graph.ids[node]) for node in case.grouped.groups[at].nodes]
    held = [int(whole.grouped.group[place]) for place in places if place >= 0]
    joined = sorted(one for one in held if one >= 0)
    return f"N-{max(sorted(set(joined)), key=joined.count) + 1}" if joined else "N-0"


def _templates(case: CaseGraph, leads: list[results.StoredLead]) -> dict[int, tuple[str, ...]]:
    """Give the wordings of each group: those of leads under no stricter code, most of whose adverts the group holds."""
    found: dict[int, set[str]] = {}
    for lead in leads:
        template, held = str(lead.body.get("template", "")), lead.body.get("group", {})
        allowed = str(lead.body.get("handling", "")) in ALLOWED
        if not template or not allowed or not isinstance(held, Mapping):
            continue
        groups = [int(case.grouped.group[place]) for place in places_among(case, "advert", held.get("adverts", ()))]
        joined = [group for group in groups if group >= 0]
        if joined:
            most = max(sorted(set(joined)), key=joined.count)
            found.setdefault(most, set()).add(template)
    return {group: tuple(sorted(texts)) for group, texts in found.items()}


def _held_back(session: Session, db: "Connection") -> list[str]:
    """Say what was not compared, and what may be compared here and not passed on."""
    sheets = {held.sheet.id: held.sheet for held in collect.all_sources(db)}
    files = collect.all_files(db)
    said = []
    for code in (Handling.H2, Handling.H3):
        rows = sum(_rows(held) for held in files if sheets[held.source].handling is code and not held.erased)
        if rows:
            said.append(f"{counted(rows, 'row')} under {code} were not compared where they stand in no other source.")
    loose = sum(_rows(held) for held in files if held.source == NO_SHEET and not held.erased)
    if loose:
        said.append(f"{counted(loose, 'row')} came without a source sheet: compared here, they may not leave the case.")
    case = case_graph(session, allowed=ALLOWED)
    if case.grouped.hubs:
        said.append(
            f"{counted(len(case.grouped.hubs), 'thing that joins nobody was', 'things that join nobody were')} left out."
        )
    return said


def _rows(held: collect.StoredFile) -> int:
    return int(str(held.counts.get("new", 0))) + int(str(held.counts.get("known", 0)))
