"""Runs every method the data allows over what the case holds, and puts findings, leads and handles in the place of the last."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import pyarrow as pa
from sqlalchemy import Connection

from palermo.adapters.parquet import query
from palermo.adapters.rules import load
from palermo.adapters.sqlite import collect, record, results
from palermo.adverts import group_adverts, read_all
from palermo.indicators import RunReport, run_all
from palermo.kit.canon import canonical_json, digest
from palermo.kit.progress import Progress, silent
from palermo.leads import assign_handles, join
from palermo.model.codes import Evaluation, Handling, strictest_handling, weakest_evaluation
from palermo.model.findings import Finding, Lead
from palermo.model.grouping import Grouping
from palermo.model.ids import FileId, Handle, RowKey
from palermo.model.records import Kind
from palermo.model.sources import NO_SHEET
from palermo.workbench.adding import changing
from palermo.workbench.histories import as_plain, method, tell_leads
from palermo.workbench.history_views import HistoryView
from palermo.workbench.identity_proposing import Proposed, keep, propose_pairs
from palermo.workbench.judged import standing_pairs
from palermo.workbench.session import Session
from palermo.workbench.sheets import restricted_sources
from palermo.workbench.views import AnalyseReport, MethodView


@dataclass(frozen=True, slots=True)
class _Found:
    """What the methods found, before it is kept; `judged` is the last entry of the record when judgements were read."""

    tables: Mapping[Kind, pa.Table]
    grouping: Grouping
    report: RunReport
    leads: tuple[Lead, ...]
    histories: tuple[HistoryView, ...]
    restricted: int
    judged: int
    proposed: Proposed


def analyse(session: Session, progress: Progress = silent) -> AnalyseReport:
    """Run the methods and keep what they find; an interrupted run leaves the last one's results as they were."""
    session.require("analyse")
    with changing(session):
        found = _run(session, progress)
        progress("keeping what was found", 0, 0)
        return _keep(session, found)


def _run(session: Session, progress: Progress) -> _Found:
    tables, restricted = load_tables(session, progress)
    adverts = tables.get(Kind.ADVERTS, query.rows_of_kind(session.folder, Kind.ADVERTS, [], None))
    progress("reading contacts out of adverts", 0, 0)
    readings = read_all(adverts)
    progress("grouping adverts", 0, 0)
    standing = standing_pairs(session, adverts)
    grouping = group_adverts(adverts, readings, apart=standing.pairs)
    progress("looking for the signs", 0, 0)
    report = run_all(tables, grouping, load("indicators"))
    progress("joining findings into leads", 0, 0)
    leads = join(report.findings, grouping, tables, load("levels"))
    progress("telling groups over time", 0, 0)
    told = tell_leads(leads, adverts, grouping)
    progress("comparing records that may be one", 0, 0)
    proposed = propose_pairs(session, tables)
    return _Found(tables, grouping, report, told.leads, told.histories, restricted, standing.seq, proposed)


def load_tables(session: Session, progress: Progress = silent) -> tuple[dict[Kind, pa.Table], int]:
    """Load what rules may read, and count the sources whose rows are restricted until they are reviewed."""
    with session.reading() as db:
        barred = restricted_sources(session, db)
        files = {held.id: held.source for held in collect.all_files(db)}
        rows = collect.list_parts(db, layer="rows")
        seen = collect.list_parts(db, layer="seen")
    allowed = [part.name for part in seen if files.get(part.file) not in barred] if barred else None
    tables = {}
    kinds = sorted({part.kind for part in rows})
    for place, kind in enumerate(kinds):
        progress(f"loading {kind}", place, len(kinds))
        names = [part.name for part in rows if part.kind == kind]
        tables[Kind(kind)] = query.rows_of_kind(session.folder, Kind(kind), names, allowed)
    return tables, len(barred & set(files.values()))


def _keep(session: Session, found: _Found) -> AnalyseReport:
    with session.reading() as db:
        old = results.get_handles(db)
        number = int(results.get_fact(db, "next_handle", "1"))
        standing = results.all_leads(db)
        codes = _Codes.read(db)
    known = {lead.id for lead in standing}
    change = assign_handles(old, [frozenset(lead.rows) for lead in found.leads], number)
    # A handle that ended earlier keeps what it stood for, should its group come back; that it ended was told then.
    told = {lead.handle for lead in standing} | set(change.handles)
    events = [event for event in change.events if event.handle in told]
    kept = [
        (_with_history(_stored(lead, handle, codes.of(session, lead.rows), found.tables), history), lead.rows)
        for lead, handle, history in zip(found.leads, change.handles, found.histories, strict=True)
    ]
    findings = sorted(_all_findings(found), key=lambda one: (one.rule, one.id))
    fingerprint = digest(
        "analysis", *(canonical_json(finding_body(one) | {"rows": list(one.rows)}) for one in findings),
        *(canonical_json({"id": lead.id, **lead_body(lead)}) for lead in found.leads),
        *(canonical_json(as_plain(history)) for history in found.histories),
    )  # fmt: skip
    report = _report(
        found,
        findings,
        fingerprint,
        [event.sentence for event in events],
        len({lead.id for lead in found.leads} - known),
    )
    with session.writing() as db:
        act = session.act("analyse", subjects=[fingerprint, f"findings-{len(findings)}", f"leads-{len(kept)}"])
        seq = record.write(db, act)
        results.replace_findings(db, [(one.id, finding_body(one), one.rows) for one in findings])
        results.replace_leads(db, kept)
        results.replace_handles(db, _lasting(old, change.handles, found.leads))
        results.put_events(db, [results.StoredEvent(event.handle, event.kind, event.sentence, seq) for event in events])
        results.set_fact(db, "next_handle", str(change.next_number))
        keep(db, found.proposed, found.tables, dict(zip(change.handles, found.leads, strict=True)), at=act.at)
        results.set_fact(
            db, "analysed", canonical_json(asdict(report) | {"at": act.at, "seq": seq, "judged": found.judged})
        )
    return report


def _lasting(
    old: Mapping[Handle, frozenset[RowKey]], handles: Sequence[Handle], leads: Sequence[Lead]
) -> dict[Handle, Iterable[RowKey]]:
    """Say what each handle stands for now; a handle without a group keeps what it stood for, should the group come back."""
    return dict(old) | {handle: lead.rows for handle, lead in zip(handles, leads, strict=True)}


def _all_findings(found: _Found) -> Iterable[Finding]:
    return {
        one.id: one for one in (*found.report.findings, *(one for lead in found.leads for one in lead.findings))
    }.values()


def _report(
    found: _Found, findings: Sequence[Finding], fingerprint: str, changed: list[str], new: int
) -> AnalyseReport:
    methods = [
        MethodView(
            id=way.id, name=way.name, ran=way.ran, on=way.on, findings=way.findings, needs=way.needs, note=way.note
        )
        for way in found.report.methods
    ]
    rows = found.tables.get(Kind.ADVERTS)
    methods.append(method(found.leads, adverts=rows is not None and rows.num_rows > 0))
    methods.append(found.proposed.method)
    not_told = [f"{way.id} ({way.name}) could not run: {way.needs}" for way in methods if way.on and not way.ran]
    if found.restricted:
        not_told.append(f"The rows of {found.restricted} overdue source(s) were left out until somebody reviews them.")
    return AnalyseReport(
        methods=methods, findings=len(findings), leads=len(found.leads), new_leads=new, changed=changed,
        hubs=[hub.sentence for hub in found.grouping.hubs], not_told=not_told, digest=fingerprint,
    )  # fmt: skip


def finding_body(finding: Finding) -> results.Plain:
    """Write a finding as plain data, without its rows."""
    plain = asdict(finding)
    del plain["rows"]
    return plain | {"id": finding.id, "parameters": dict(finding.parameters)}


def lead_body(lead: Lead) -> results.Plain:
    """Write a lead as plain data; its findings by id, and without its rows."""
    plain = asdict(lead)
    del plain["rows"]
    plain["findings"] = [one.id for one in lead.findings]
    return plain | {"rows_in_all": len(lead.rows)}


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes of every source, and which parts hold whose sightings."""

    by_file: Mapping[FileId, tuple[str, Handling, Evaluation]]
    stated: frozenset[str]
    seen: tuple[str, ...]

    @classmethod
    def read(cls, db: Connection) -> "_Codes":
        """Read them from the case."""
        sheets = {held.sheet.id: held.sheet for held in collect.all_sources(db)}
        files: dict[FileId, tuple[str, Handling, Evaluation]] = {
            held.id: (held.source, sheets[held.source].handling, sheets[held.source].evaluation)
            for held in collect.all_files(db)
        }
        stated = frozenset(ident for ident, sheet in sheets.items() if sheet.basis_stated and ident != NO_SHEET)
        return cls(files, stated, tuple(part.name for part in collect.list_parts(db, layer="seen")))

    def of(self, session: Session, rows: Sequence[RowKey]) -> results.Plain:
        """Give the strictest codes of all places where some rows stand, and whether each has a source with a stated basis."""
        places = query.sightings(session.folder, self.seen, rows)
        files = {place.file for found in places.values() for place in found}
        stated = all(any(self.by_file[place.file][0] in self.stated for place in found) for found in places.values())
        return {
            "handling": strictest_handling(self.by_file[file][1] for file in files).value,
            "evaluation": str(weakest_evaluation(self.by_file[file][2] for file in files)),
            "basis_stated": stated,
        }


def _stored(lead: Lead, handle: Handle, codes: results.Plain, tables: Mapping[Kind, pa.Table]) -> results.StoredLead:
    adverts = _adverts_of(lead, tables)
    moments = sorted(str(moment)[:10] for moment in adverts.column("posted_at").to_pylist() if moment)
    cities = {city for city in adverts.column("city").to_pylist() if city}
    line: results.Plain = {
        "id": lead.id, "handle": handle, "title": lead.title, "level": lead.level.value,
        "rules": sorted({one.rule for one in lead.findings}), "kinds": sorted({kind for one in lead.findings for kind in one.kinds}),
        "adverts": len(lead.group.adverts), "contacts": len(lead.group.contacts), "cities": len(cities),
        "handling": codes["handling"], "evaluation": codes["evaluation"],
        "first": moments[0] if moments else "", "last": moments[-1] if moments else "",
    }  # fmt: skip
    return results.StoredLead(lead.id, handle, {"id": lead.id, **lead_body(lead), **codes}, line, "")


def _with_history(lead: results.StoredLead, history: HistoryView) -> results.StoredLead:
    return replace(lead, body=lead.body | {"history": as_plain(history)})


def _adverts_of(lead: Lead, tables: Mapping[Kind, pa.Table]) -> pa.Table:
    import pyarrow.compute as pc

    adverts = tables[Kind.ADVERTS].select(["row", "posted_at", "city"])
    return adverts.filter(pc.is_in(adverts.column("row"), value_set=pa.array(lead.rows, pa.string())))
