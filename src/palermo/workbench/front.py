"""The case's front page: what is in it, what came new, what was set aside, what the data could not tell, what waits."""

import json
from collections import Counter
from collections.abc import Sequence

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect, record, results
from palermo.model.records import COLUMNS, Kind, Reads
from palermo.workbench.identity_showing import how_many_wait
from palermo.workbench.session import Session
from palermo.workbench.sheets import sheets_in
from palermo.workbench.showing import decision_views, is_stale, state_of
from palermo.workbench.taking import report_of
from palermo.workbench.views import CaseView, FileReport, KindCount, MethodView, ReasonCount


def front_page(session: Session) -> CaseView:
    """Tell what is in the case."""
    session.require("see-case")
    with session.reading() as db:
        files = [held for held in collect.all_files(db) if not held.erased]
        parts = collect.list_parts(db, layer="rows")
        leads = results.all_leads(db)
        decided = decision_views(db, leads)
        analysed = json.loads(results.get_fact(db, "analysed", "{}"))
        facts = {key: results.get_fact(db, key) for key in ("name", "basis", "created_at")}
        head = record.head(db)
        sources = sheets_in(session, db)
        stale = is_stale(db)
        pairs = how_many_wait(session, db)
    reports = [report_of(held) for held in files]
    states = [state_of(decided.get(lead.handle, [])) for lead in leads]
    return CaseView(
        **facts, kinds=_kinds(session, parts), files=reports, sources=sources,
        set_aside=sum(report.set_aside for report in reports), set_aside_by_reason=_reasons(reports), leads=len(leads),
        leads_waiting=sum(state in ("undecided", "more") for state in states),
        leads_by_level=dict(Counter(str(lead.line["level"]) for lead in leads)),
        methods=[MethodView(**method) for method in analysed.get("methods", [])], hubs=analysed.get("hubs", []),
        not_told=_not_told(analysed, reports, [sheet.id for sheet in sources if sheet.restricted and sheet.due]),
        analysed_at=analysed.get("at", ""), stale=stale and bool(files), head=f"{head.seq}:{head.hash}",
        came_new=_came_new(files, int(analysed.get("seq", 0))), pairs_waiting=pairs,
    )  # fmt: skip


def _kinds(session: Session, parts: Sequence[collect.StoredPart]) -> list[KindCount]:
    """Count rows by kind, with the stretch of time they cover."""
    found = []
    for kind in sorted({part.kind for part in parts}):
        own = [part for part in parts if part.kind == kind]
        times = [column.name for column in COLUMNS[Kind(kind)] if column.reads in (Reads.TIME, Reads.DATE)]
        first, last = query.spans(session.folder, [part.name for part in own], times[0]) if times else ("", "")
        files = len({part.file for part in own})
        found.append(KindCount(kind, sum(part.rows for part in own), files, first[:10], last[:10]))
    return found


def _reasons(reports: Sequence[FileReport]) -> list[ReasonCount]:
    counted: Counter[str] = Counter()
    for report in reports:
        for reason in report.reasons:
            counted[reason.reason] += reason.rows
    return [ReasonCount(reason, rows) for reason, rows in counted.most_common()]


def _not_told(analysed: dict[str, object], reports: Sequence[FileReport], overdue: Sequence[str]) -> list[str]:
    told = analysed.get("not_told", [])
    sentences = [str(sentence) for sentence in told] if isinstance(told, list) else []
    for report in reports:
        name = f"{report.file}, sheet “{report.sheet}”" if report.sheet else report.file
        if report.unknown:
            headers = ", ".join(f"“{header}”" for header in report.unknown)
            sentences.append(f"{name}: no rule reads {headers}, for what they are was not told.")
    if any(report.source_id == "S-0" for report in reports):
        sentences.append(
            "Some files came without a source sheet: their basis is not stated, and they may not leave the case."
        )
    sentences += [
        f"Source {source} is overdue for review: its rows are left out until somebody reviews it." for source in overdue
    ]
    return sentences


def _came_new(files: Sequence[collect.StoredFile], analysed: int) -> list[str]:
    """Name what was added since the last analysis."""
    return [
        f"{held.name}: {int(str(held.counts['new'])):,} new rows of {held.kind}"
        for held in files
        if held.seq > analysed
    ]
