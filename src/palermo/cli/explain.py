"""`palermo explain`: a lead, a finding or a row, down to the source."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.leads import finding_json, lead_json, lead_lines
from palermo.cli.output import Format, FormatOption, emit
from palermo.cli.wordings import wording_lines

if TYPE_CHECKING:
    from palermo.workbench.history_views import HistoryView
    from palermo.workbench.open_desk import OpenDesk
    from palermo.workbench.views import EvidenceView, FindingView, LeadView
    from palermo.workbench.wording_views import WordingsView


_SHOWN = 3
"""Changes of wording and chains of reposts told here."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    folder: CaseArgument,
    ident: Annotated[str, typer.Argument(metavar="ID", help="A lead's handle or id, a finding's id, or a row's key.")],
    offset: Annotated[int, typer.Option(help="How many rows to pass over.", min=0)] = 0,
    limit: Annotated[int, typer.Option(help="How many rows to show.", min=1, max=10_000)] = 50,
    form: FormatOption = Format.TEXT,
) -> None:
    """Explain one lead or finding down to the source rows, or show a row as it stood in its file."""
    desk = open_desk(folder)
    what = desk.what_is(ident)
    if what == "lead":
        lead, history, wordings = desk.lead(ident), desk.lead_history(ident), desk.lead_wordings(ident)
        emit(_whole(lead, history, wordings), form, lambda: _lead(lead, history, wordings))
    elif what == "finding":
        _explain_finding(desk, ident, (offset, limit), form)
    else:
        shown = desk.row(ident)
        emit(shown, form, lambda: _row(shown))


def _whole(lead: "LeadView", history: "HistoryView", wordings: "WordingsView") -> dict[str, object]:
    from dataclasses import asdict

    more = ("weakest", "template", "rows_in_all", "decisions", "events")
    plain = asdict(lead)
    shared = asdict(wordings)
    told = {key: shared[key] for key in ("sentence", "notes", "wordings", "wordings_in_all", "apart")}
    return lead_json(lead) | {key: plain[key] for key in more} | {"history": asdict(history), "wordings": told}


def _explain_finding(desk: "OpenDesk", ident: str, page: tuple[int, int], form: Format) -> None:
    from dataclasses import asdict

    offset, limit = page
    finding = desk.finding(ident)
    rows = desk.finding_rows(ident, offset=offset, limit=limit)
    plain = finding_json(finding) | {"rows": [asdict(row) for row in rows], "offset": offset}

    def lines() -> Iterator[str]:
        yield from _finding(finding)
        yield (
            f"  Rows {offset + 1} to {offset + len(rows)} of {finding.rows_in_all}:"
            if rows
            else "  No rows on this page."
        )
        yield from (f"    {row.row}  {row.source}, {row.locator}" for row in rows)

    emit(plain, form, lines)


def _lead(lead: "LeadView", history: "HistoryView", wordings: "WordingsView") -> Iterator[str]:
    yield from lead_lines(lead)
    if lead.weakest:
        yield f"  What holds it together: {lead.weakest}"
    if lead.template:
        yield f"  The text they share: {lead.template}"
    group = lead.group
    for word, values in (
        ("Contacts", group.contacts),
        ("Venues", group.venues),
        ("Accounts", group.accounts),
        ("Persons", group.persons),
    ):
        if values:
            yield f"  {word}: {', '.join(values)}"
    yield f"  Adverts: {len(group.adverts)}, in {lead.rows_in_all} rows"
    yield from wording_lines(wordings)
    yield from _over_time(history)
    for finding in lead.findings:
        yield ""
        yield from _finding(finding)
        yield from (f"    {row.row}  {row.source}, {row.locator}" for row in finding.rows[:10])
        if finding.rows_in_all > 10:
            yield f"    … 10 of {finding.rows_in_all} rows; all of them: palermo explain DIR {finding.id}"
    for made in lead.decisions:
        undone = f" (undone: {made.undone_reason})" if made.undone else ""
        changed = " The group has changed since." if made.group_changed else ""
        yield f"  Decision {made.n}: {made.outcome} by {made.actor} on {made.at[:16]}Z: {made.reason}{undone}{changed}"
    yield from (f"  {event}" for event in lead.events)


def _over_time(history: "HistoryView") -> Iterator[str]:
    """Tell the group over time and over sites, the most of it; the API and the JSON have the rest."""
    yield "  Over time and over sites:"
    if history.missing:
        yield f"    {history.missing}"
        return
    yield from (f"    {sentence}" for sentence in history.sentences)
    yield from _most([change.sentence for change in history.changes], history.changes_in_all)
    yield f"    {history.reposts}"
    yield from _most([chain.sentence for chain in history.chains], history.chains_in_all)
    yield f"    {history.numbers}"


def _most(sentences: list[str], in_all: int) -> Iterator[str]:
    yield from (f"      {sentence}" for sentence in sentences[:_SHOWN])
    if in_all > _SHOWN:
        yield f"      … {_SHOWN} of {in_all:,}; more with --format json"


def _finding(finding: "FindingView") -> Iterator[str]:
    yield f"{finding.rule} (version {finding.version}, {finding.strength}) · {finding.name}"
    yield f"  {finding.sentence}"
    yield from (f"  Innocent: {words}" for words in finding.innocent)
    yield from (f"  Not known: {words}" for words in finding.not_known)
    unverified = " The source of this sign is unverified." if finding.verified == "G" else ""
    verified = f"; verified: {finding.verified}" if finding.verified else ""
    yield f"  The sign is {finding.basis}{verified}.{unverified}"
    yield f"  Its id: {finding.id}"
    if finding.parameters:
        yield f"  Run with: {', '.join(f'{name} {value}' for name, value in finding.parameters.items())}"


def _row(shown: "EvidenceView") -> Iterator[str]:
    yield f"Row {shown.row} ({shown.kind})"
    for sighting in shown.sightings:
        place = sighting.locator
        where = f", bytes {place.start} to {place.end}" if place.start is not None else ""
        yield f"  {place.file}, {place.locator}{where} (SHA-256 {place.sha256})"
        basis = f"{sighting.authority}" if sighting.basis_stated else "basis not stated"
        yield f"  Source {sighting.source_id}: {basis}; {sighting.evaluation} {sighting.handling}; recorded by {sighting.recorded_by}"
        if sighting.restricted:
            yield f"  {sighting.restricted}"
        for cell in sighting.cells:
            value = "(kept apart; shown with leave and a purpose)" if cell.hidden else cell.value
            yield f"    {cell.header}: {'' if value is None else value}" + (
                f"   → {cell.column}" if cell.column else ""
            )
    yield "  Read as:"
    yield from (f"    {made.property}: {made.value}" for made in shown.statements)
    yield from (f"  Finding {finding} rests on it." for finding in shown.findings)
