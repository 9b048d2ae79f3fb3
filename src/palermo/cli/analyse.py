"""`palermo analyse`: run every method the data allows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit, progress
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.views import AnalyseReport

_HUBS = 5
"""Hubs told in sentences; all of them are in the JSON and on the case's page."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("analyse")(analyse)


def analyse(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """Run every method the data allows, and say which could not run and what data each would need."""
    desk = open_desk(folder)
    with progress() as tell:
        report = desk.analyse(tell)
    emit(report, form, lambda: _lines(report))


def _lines(report: "AnalyseReport") -> Iterator[str]:
    yield f"{counted(report.findings, 'finding')}; {counted(report.leads, 'lead')}, of which {report.new_leads} new or changed."
    for method in report.methods:
        state = f"{method.findings} found" if method.ran else "could not run" if method.on else "off"
        yield f"  {method.id} {method.name}: {state}"
        yield from (f"      {words}" for words in (method.needs, method.note) if words)
    yield from (f"  {sentence}" for sentence in report.changed)
    if report.hubs:
        told = counted(len(report.hubs), "contact, picture or wording is", "contacts, pictures or wordings are")
        yield f"{told} used by so many unrelated advertisers as to join nobody; the first:"
        yield from (f"  {sentence}" for sentence in report.hubs[:_HUBS])
