"""`palermo aside`: rows set aside, listed with their reasons and mended."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, ReasonOption, open_desk
from palermo.cli.output import Format, FormatOption, emit
from palermo.model.errors import WrongUse

if TYPE_CHECKING:
    from palermo.workbench.views import AsidePage, AsideRow, FileReport


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Rows set aside: list them with their reasons, mend them.")
    group.command("list")(list_)
    group.command("mend")(mend)
    app.add_typer(group, name="aside")


def list_(
    folder: CaseArgument,
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    limit: Annotated[int, typer.Option(help="How many to list.", min=1, max=1000)] = 50,
    file: Annotated[str, typer.Option(help="Only those of this file.")] = "",
    form: FormatOption = Format.TEXT,
) -> None:
    """List rows set aside, with their place, their cells as they stood, and the reasons."""
    page = open_desk(folder).set_aside(offset=offset, limit=limit, file=file)
    emit(page, form, lambda: _page(page))


def mend(
    folder: CaseArgument,
    number: Annotated[int, typer.Argument(metavar="N", help="The row's number in the list.")],
    cell: Annotated[
        list[str],
        typer.Option(
            "--cell", metavar="COLUMN=VALUE", help="A corrected cell, by the file's column; repeat as needed."
        ),
    ],
    reason: ReasonOption,
    form: FormatOption = Format.TEXT,
) -> None:
    """Correct cells of a row set aside and read that row again; what stood in the file stays on record."""
    desk = open_desk(folder)
    page = desk.set_aside(limit=1_000_000)
    row = next((row for row in page.rows if row.id == number), None)
    if row is None:
        raise WrongUse(
            f"No row is set aside under the number {number}.", way_out="List them with `palermo aside list DIR`."
        )
    report = desk.mend(number, cells=dict(_cell(row, text) for text in cell), reason=reason)
    emit(report, form, lambda: _mended(report))
    if report.set_aside:
        raise typer.Exit(1)


def _cell(row: "AsideRow", text: str) -> tuple[int, str]:
    name, equals, value = text.partition("=")
    for names in (row.header, row.columns):
        if equals and name in names:
            return names.index(name), value
    raise WrongUse(
        f"“{text}” names no column of the row.", way_out=f"Write COLUMN=VALUE with one of {', '.join(row.header)}."
    )


def _page(page: "AsidePage") -> Iterator[str]:
    yield f"{page.of:,} rows are set aside" + (
        f"; {page.offset + 1} to {page.offset + len(page.rows)} are shown." if page.rows else "."
    )
    for row in page.rows:
        yield f"{row.id}: {row.file}{f', sheet “{row.sheet}”' if row.sheet else ''}, row {row.row}"
        yield from (f"    {reason}" for reason in row.reasons)
        shown = (f"{name}={cell}" for name, cell in zip(row.header, row.cells, strict=False) if cell)
        yield f"    {' | '.join(shown)}"


def _mended(report: "FileReport") -> Iterator[str]:
    if report.set_aside:
        yield "The row is set aside still:"
        yield from (f"    {why.reason}" for why in report.reasons)
    else:
        yield "The row is in the case." if report.new else "The row is in the case; it was known already."
