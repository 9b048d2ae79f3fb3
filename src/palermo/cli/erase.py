"""`palermo erase`: take a source, a row, or every row in which a value stands out of the case."""

import sys
from typing import Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit
from palermo.model.errors import WrongUse


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("erase")(erase)


def erase(
    folder: CaseArgument,
    order: Annotated[str, typer.Option("--order", help="The order or decision under which it is erased.")],
    source: Annotated[
        str, typer.Option("--source", metavar="SOURCE", help="A source's id: all that came from it.")
    ] = "",
    row: Annotated[str, typer.Option("--row", metavar="KEY", help="A row's key.")] = "",
    value: Annotated[
        str, typer.Option("--value", help="A phone, name, document or account: every row in which it stands.")
    ] = "",
    dry: Annotated[bool, typer.Option("--dry-run", help="Only count what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Erase from every file of the case. It cannot be undone; that it was done, and why, stays on the record."""
    desk = open_desk(folder)
    if not dry and not yes:
        if not sys.stdin.isatty():
            raise WrongUse("Erasing cannot be undone.", way_out="Look first with --dry-run, then give --yes.")
        counted = desk.erase(order=order, source_id=source, row=row, value=value, dry=True)
        typer.echo(counted.sentence, err=True)
        typer.confirm("Erase?", abort=True, err=True)
    report = desk.erase(order=order, source_id=source, row=row, value=value, dry=dry)
    emit(report, form, lambda: iter([report.sentence]))
