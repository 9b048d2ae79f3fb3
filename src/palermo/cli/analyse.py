"""`palermo analyse`: run every method the data allows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit, progress

if TYPE_CHECKING:
    from palermo.workbench.views import AnalyseReport


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
    yield f"{report.findings} findings, joined into {report.leads} leads; {report.new_leads} of them are new or changed."
    for method in report.methods:
        state = f"{method.findings} findings" if method.ran else "could not run" if method.on else "off"
        yield f"  {method.id} {method.name}: {state}"
        yield from (f"      {words}" for words in (method.needs, method.note) if words)
    yield from (f"  {sentence}" for sentence in report.changed)
    yield from (f"  {sentence}" for sentence in report.hubs)
