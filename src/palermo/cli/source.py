"""`palermo source`: the sheets that say by which authority and order data came in."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, ReasonOption, open_desk
from palermo.cli.output import Format, FormatOption, emit

if TYPE_CHECKING:
    from palermo.workbench.views import SheetView


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Source sheets: list, record, review.")
    group.command("list")(list_)
    group.command("new")(new)
    group.command("review")(review)
    app.add_typer(group, name="source")


def list_(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """List the source sheets of a case, and which are due for review."""
    from dataclasses import asdict

    sheets = open_desk(folder).sources()
    emit(
        {"sources": [asdict(sheet) for sheet in sheets]},
        form,
        lambda: (line for sheet in sheets for line in _lines(sheet)),
    )


def new(
    folder: CaseArgument,
    sheet: Annotated[
        Path, typer.Argument(metavar="SHEET.yaml", help="authority, order, scope, until, review_by, zone, …")
    ],
    form: FormatOption = Format.TEXT,
) -> None:
    """Record a source sheet."""
    from palermo.workbench.sheets import read_sheet

    view = open_desk(folder).add_source(read_sheet(sheet))
    emit(view, form, lambda: _lines(view))


def review(
    folder: CaseArgument,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The sheet's id, such as S-1.")],
    keep_until: Annotated[str, typer.Option("--keep-until", metavar="DATE", help="The next review date.")],
    reason: ReasonOption,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say that a source is still needed, until a new review date."""
    view = open_desk(folder).review_source(source, keep_until=keep_until, reason=reason)
    emit(view, form, lambda: _lines(view))


def _lines(sheet: "SheetView") -> Iterator[str]:
    basis = f"{sheet.authority}, {sheet.order}" if sheet.basis_stated else "basis not stated: may not leave the case"
    yield f"{sheet.id}: {basis} · {sheet.evaluation} {sheet.handling} · {sheet.rows:,} rows"
    if sheet.scope:
        yield f"    scope: {sheet.scope}"
    if sheet.due:
        yield f"    {sheet.due}"
