"""Shows what was found: the queue of leads, a lead whole, a finding, its rows, its adverts side by side."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from palermo.adapters.rules import load
from palermo.adapters.sqlite import collect, record, results
from palermo.model.ids import RowKey
from palermo.model.locators import Locator
from palermo.workbench.session import Session
from palermo.workbench.views import DecisionView, FindingView, GroupView, LeadLine, LeadQueue, LeadView, RowRef

SHOWN = 50
"""How many rows a finding shows before it has to be paged through."""

STATES = {"accept": "accepted", "reject": "rejected", "more": "more"}
"""What a decision makes of a lead."""

CHANGES = ("add-data", "mend-row", "erase", "review-source")
"""The actions after which an analysis is no longer of the case as it stands."""

JUDGED = ("judge-apart", "judge-together")
"""The same, of actions that may come while an analysis runs: `judged` is the last entry it knew."""


BASES = {
    "stated_by_source": "named by the source itself",
    "our_operationalisation": "described by the source, made countable here",
    "own_method": "the program's own; no source names it",
}
"""What the basis of a sign is, in words."""

_TABLES = ("indicators", "history")
"""The tables that say what a rule is."""

ORDERED_BY = "undecided first, then by level, then by how many adverts"
_LEVELS = ("strong", "worth a look", "weak")


@dataclass(frozen=True, slots=True)
class Places:
    """Where rows stand, for showing beside them."""

    by_row: dict[RowKey, list[Locator]]

    def ref(self, row: RowKey) -> RowRef:
        """Name a row and its first place; `and N more` where it stands in several."""
        places = self.by_row.get(row, [])
        if not places:
            return RowRef(row, "", "erased")
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        return RowRef(row, places[0].file, f"{places[0]}{more}")


def places_of(session: Session, db: Connection, rows: Iterable[RowKey]) -> Places:
    """Look up where rows stand, in the order in which files came."""
    from palermo.adapters.parquet import query

    files = {held.id: held for held in collect.all_files(db)}
    seen = [part.name for part in collect.list_parts(db, layer="seen")]
    found = query.sightings(session.folder, seen, sorted(set(rows)))
    by_row = {}
    for row, sightings in found.items():
        ordered = sorted(
            (place for place in sightings if place.file in files),
            key=lambda place: (files[place.file].number, place.record),
        )
        by_row[row] = [
            Locator(
                files[place.file].name,
                files[place.file].sha256,
                place.record,
                files[place.file].sheet,
                place.start,
                place.end,
            )
            for place in ordered
        ]
    return Places(by_row)


def decision_views(db: Connection, leads: Sequence[results.StoredLead]) -> dict[str, list[DecisionView]]:
    """Give the decisions on each lead, by its handle: a decision stays with the group when the group grows, and says so."""
    decisions = results.get_decisions(db)
    words = record.texts(
        db, [made.seq for made in decisions] + [made.undone_seq for made in decisions if made.undone_seq]
    )
    ids = {lead.handle: lead.id for lead in leads}
    found: dict[str, list[DecisionView]] = {}
    for made in decisions:
        found.setdefault(made.handle, []).append(decision_view(made, words, ids.get(made.handle, made.lead)))
    return found


def decision_view(made: results.StoredDecision, words: dict[int, dict[str, str]], lead_now: str) -> DecisionView:
    """Show a decision; its reason is empty where it was erased."""
    return DecisionView(
        n=made.n, lead=made.lead, outcome=made.outcome, reason=words.get(made.seq, {}).get("reason", ""), actor=made.actor,
        at=made.at, undone=made.undone_seq is not None,
        undone_reason=words.get(made.undone_seq or 0, {}).get("reason", ""), group_changed=made.lead != lead_now,
    )  # fmt: skip


def state_of(decisions: Sequence[DecisionView]) -> str:
    """Say how a lead stands: by the last decision that is not undone."""
    standing = [made.outcome for made in decisions if not made.undone]
    return STATES[standing[-1]] if standing else "undecided"


def is_stale(db: Connection) -> bool:
    """Tell whether the case changed since the last analysis."""
    analysed = json.loads(results.get_fact(db, "analysed", "{}"))
    if record.last_of(db, CHANGES) > int(analysed.get("seq", 0)):
        return True
    return record.last_of(db, JUDGED) > int(analysed.get("judged", 0))


def queue(session: Session) -> LeadQueue:
    """List the leads in the order to take them."""
    session.require("see-leads")
    with session.reading() as db:
        leads = results.all_leads(db)
        decided = decision_views(db, leads)
        analysed = json.loads(results.get_fact(db, "analysed", "{}"))
        stale = is_stale(db)
    session.saw("read-leads", subjects=[f"leads-{len(leads)}"])
    lines = [LeadLine(**lead.line, state=state_of(decided.get(lead.handle, []))) for lead in leads]  # type: ignore[arg-type]
    order = {"undecided": 0, "more": 1, "accepted": 2, "rejected": 3}
    lines.sort(key=lambda line: (order[line.state], _LEVELS.index(line.level), -line.adverts, line.id))
    waiting = sum(line.state in ("undecided", "more") for line in lines)
    return LeadQueue(lines, len(lines), waiting, ORDERED_BY, analysed.get("at", ""), stale)


def whole_leads(session: Session) -> list[LeadView]:
    """Give every lead whole, strongest first."""
    session.require("see-leads")
    with session.reading() as db:
        leads = results.all_leads(db)
        views = _lead_views(session, db, leads)
    session.saw("read-leads", subjects=[f"leads-{len(leads)}"])
    return views


def one_lead(session: Session, lead: str) -> LeadView:
    """Give one lead, by id or handle."""
    session.require("see-leads")
    with session.reading() as db:
        held = results.one_lead(db, lead)
        view = _lead_views(session, db, [held])[0]
    session.saw("read-lead", subjects=[held.handle, held.id])
    return view


def _lead_views(session: Session, db: Connection, leads: Sequence[results.StoredLead]) -> list[LeadView]:
    wanted = [ident for lead in leads for ident in _finding_ids(lead)]
    findings = {view.id: view for view in finding_views(session, db, wanted)}
    decided = decision_views(db, leads)
    events: dict[str, list[str]] = {}
    for event in results.get_events(db):
        events.setdefault(event.handle, []).append(event.sentence)
    return [_lead_view(lead, findings, decided.get(lead.handle, []), events.get(lead.handle, [])) for lead in leads]


def _finding_ids(lead: results.StoredLead) -> list[str]:
    found = lead.body.get("findings", [])
    return [str(ident) for ident in found] if isinstance(found, list) else []


def _lead_view(
    lead: results.StoredLead, findings: dict[str, FindingView], decisions: list[DecisionView], events: list[str]
) -> LeadView:
    body = lead.body
    held = dict(body)
    return LeadView(
        id=lead.id, handle=lead.handle, title=str(held["title"]), level=str(held["level"]), handling=str(held["handling"]),
        evaluation=str(held["evaluation"]), state=state_of(decisions), basis_stated=bool(held["basis_stated"]),
        group=GroupView(**held["group"]),  # type: ignore[arg-type]
        findings=[findings[ident] for ident in _finding_ids(lead) if ident in findings],
        elements=held["elements"], not_known=held["not_known"],  # type: ignore[arg-type]
        weakest=str(held["weakest"]), template=str(held["template"]), rows_in_all=int(str(held["rows_in_all"])),
        decisions=decisions, events=[*events, *([lead.lost] if lead.lost else [])],
    )  # fmt: skip


def finding_views(session: Session, db: Connection, ids: Sequence[str]) -> list[FindingView]:
    """Show findings with their first rows and where those stand."""
    found = results.get_findings(db, ids)
    rows = results.rows_of_findings(db, [one.id for one in found], limit=SHOWN)
    places = places_of(session, db, (row for keys in rows.values() for row in keys))
    rules = {name: entry for table in _TABLES for name, entry in _listed(load(table)).items()}
    return [_finding_view(one, [places.ref(row) for row in rows[one.id]], rules) for one in found]


def _finding_view(found: results.StoredFinding, rows: list[RowRef], rules: Mapping[str, object]) -> FindingView:
    body = found.body
    about = _rule_about(rules, str(body["rule"]))
    basis = about.get("basis", "")
    return FindingView(
        id=found.id, rule=str(body["rule"]), version=str(body["version"]), name=about.get("name", ""), sentence=str(body["sentence"]),
        innocent=list(body["innocent"]), not_known=list(body["not_known"]), kinds=list(body["kinds"]),  # type: ignore[call-overload]
        strength=str(body["strength"]), parameters=dict(body["parameters"]),  # type: ignore[call-overload]
        basis=BASES.get(basis, basis), verified=about.get("verified", ""), rows=rows, rows_in_all=found.rows, lost=found.lost,
    )  # fmt: skip


def _listed(table: Mapping[str, object]) -> dict[str, object]:
    listed = table.get("indicators", {})
    return listed if isinstance(listed, dict) else {}


def _rule_about(rules: Mapping[str, object], rule: str) -> dict[str, str]:
    """Find what the tables say of a rule."""
    entry = rules.get(rule, {})
    return {key: value for key, value in entry.items() if isinstance(value, str)} if isinstance(entry, dict) else {}


def one_finding(session: Session, finding: str) -> FindingView:
    """Give one finding."""
    session.require("see-leads")
    with session.reading() as db:
        held = results.one_finding(db, finding)
        view = finding_views(session, db, [held.id])[0]
    session.saw("read-finding", subjects=[held.id])
    return view


def rows_of_finding(session: Session, finding: str, *, offset: int = 0, limit: int = SHOWN) -> list[RowRef]:
    """Page through the rows of a finding."""
    session.require("see-leads")
    with session.reading() as db:
        held = results.one_finding(db, finding)
        rows = results.rows_of_findings(db, [held.id], offset=offset, limit=limit)[held.id]
        places = places_of(session, db, rows)
    return [places.ref(row) for row in rows]
