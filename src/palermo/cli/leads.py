"""`palermo leads`: the leads, as sentences or in the JSON shape other programs rely on."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.views import FindingView, LeadView

_SAME = 3
"""Findings of one rule told in sentences before they are counted."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("leads")(leads)


def leads(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """Print the leads: what was found about each group, what would explain it innocently, what is not known."""
    desk = open_desk(folder)
    found = desk.all_leads()
    name = desk.name() if form is Format.JSON else ""
    emit({"case": name, "leads": [lead_json(lead) for lead in found]}, form, lambda: _lines(found, str(folder)))


def lead_json(lead: "LeadView") -> dict[str, object]:
    """Give a lead in the stable shape."""
    return {
        "id": lead.id, "handle": lead.handle, "title": lead.title, "level": lead.level, "handling": lead.handling,
        "evaluation": lead.evaluation, "state": lead.state, "basis_stated": lead.basis_stated, "group": asdict(lead.group),
        "findings": [finding_json(finding) for finding in lead.findings], "elements": lead.elements, "not_known": lead.not_known,
    }  # fmt: skip


def finding_json(finding: "FindingView") -> dict[str, object]:
    """Give a finding in the stable shape."""
    return {
        "id": finding.id, "rule": finding.rule, "version": finding.version, "sentence": finding.sentence,
        "innocent": finding.innocent, "strength": finding.strength, "not_known": finding.not_known, "lost": finding.lost,
        "rows": [asdict(row) for row in finding.rows], "rows_in_all": finding.rows_in_all,
    }  # fmt: skip


def _lines(found: Sequence["LeadView"], folder: str) -> Iterator[str]:
    if not found:
        yield f"There are no leads. If the case has data, run: palermo analyse {folder}"
        return
    for lead in found:
        yield from lead_lines(lead)
        yield ""
    yield "A lead is a reason to look, made by a machine; only a person decides. palermo explain DIR ID shows the rows."


def lead_lines(lead: "LeadView") -> Iterator[str]:
    """Tell a lead in sentences."""
    basis = "" if lead.basis_stated else " · basis not stated"
    yield f"{lead.handle}  [{lead.level} · {lead.state} · {lead.evaluation} {lead.handling}{basis}]"
    yield f"  {lead.title}"
    rules = dict.fromkeys(finding.rule for finding in lead.findings)
    for rule in rules:
        own = [finding for finding in lead.findings if finding.rule == rule]
        yield from (f"  {rule}: {finding.sentence}" for finding in own[:_SAME])
        if len(own) > _SAME:
            yield f"  {rule}: and {counted(len(own) - _SAME, 'more finding')} of this kind; palermo explain DIR {lead.handle} shows all."
        yield from (f"      Innocent: {words}" for words in own[0].innocent)
    yield from (f"  Not known: {words}" for words in lead.not_known)
