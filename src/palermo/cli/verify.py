"""`palermo verify`: the record and every hash of a case, or an exported record alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import open_desk
from palermo.cli.output import Format, FormatOption, emit, progress

if TYPE_CHECKING:
    from palermo.workbench.views import VerifyReport


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)


def verify(
    what: Annotated[Path, typer.Argument(metavar="DIR|LEDGER", help="A case's folder, or an exported record.")],
    head: Annotated[
        str, typer.Option("--head", help="A head noted earlier (NUMBER:HASH), so that a cut-off end is seen.")
    ] = "",
    form: FormatOption = Format.TEXT,
) -> None:
    """Check the ledger, the words beside it and the bytes of every file it lists; what is not as it was is named."""
    if what.is_file():
        from palermo.workbench.recording import verify_ledger

        report = verify_ledger(what, head)
    else:
        desk = open_desk(what)
        with progress() as tell:
            report = desk.verify(head, tell)
    emit(report, form, lambda: _lines(report))
    if not report.whole:
        raise typer.Exit(1)


def _lines(report: "VerifyReport") -> Iterator[str]:
    yield from report.faults
    if report.whole:
        files = f", {report.files} files are what was stored" if report.files else ""
        yield f"Whole: {report.entries:,} entries hang together{files}."
        if report.erased:
            yield f"The words of {report.erased} entries were erased; what stays of them says nothing."
    else:
        yield f"Not whole: {len(report.faults)} faults."
    yield f"Head of the record: {report.head}. Note it outside the case: with it, a cut-off end is seen too."
