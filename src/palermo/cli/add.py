"""`palermo add`: read exports into a case."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit, progress, say, table

if TYPE_CHECKING:
    from palermo.workbench.planning import Looked
    from palermo.workbench.views import AddReport, FileReport


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add")(add)


def add(
    folder: CaseArgument,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Exports: CSV, TSV, XLSX, ODS, JSON, Parquet.")],
    kind: Annotated[str, typer.Option(help="The kind of record; guessed when left out.")] = "",
    mapping: Annotated[Path | None, typer.Option(help="A mapping of columns, in YAML.")] = None,
    source: Annotated[Path | None, typer.Option(help="The source's sheet, in YAML.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Take guessed mappings without asking.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Read exports into the case, and tell what was read, what was set aside, and why."""
    from palermo.workbench.adding import AddWish

    asks = sys.stdin.isatty() and sys.stderr.isatty() and not yes and form is Format.TEXT
    desk = open_desk(folder)
    with progress() as tell:
        report = desk.add(files, AddWish(kind, mapping, source, _confirm if asks else None), tell)
    emit(report, form, lambda: _lines(report))
    read = {file.file for file in report.files if not file.refused}
    if any(file.refused and file.file not in read for file in report.files):
        raise typer.Exit(2)
    if any(file.set_aside or file.refused for file in report.files):
        raise typer.Exit(1)  # a sheet of a workbook that was not read counts as set aside, once another sheet was


def _confirm(name: str, looked: "Looked") -> bool:
    """Show a guessed mapping and ask; headers that need no guess are not asked about."""
    guessed = looked.guess
    if all(column.sure and column.header == column.column for column in guessed.columns if column.role == "column"):
        return True
    typer.echo(f"\n{name} seems to hold {guessed.kind.value if guessed.kind else 'an unknown kind'}:", err=True)
    rows = [
        (
            column.header[:30],
            column.column or ("kept apart" if column.role == "apart" else "not read"),
            ", ".join(looked.samples[at])[:50],
        )
        for at, column in enumerate(guessed.columns)
    ]
    for line in table(("column", "read as", "for instance"), rows):
        typer.echo(f"  {line}", err=True)
    return typer.confirm("Read it so?", default=True, err=True)


def _lines(report: "AddReport") -> Iterator[str]:
    for file in report.files:
        yield from _file_lines(file)
    if any(file.set_aside for file in report.files):
        yield "Rows set aside are kept with their reasons: list them with `palermo aside list DIR`, mend them with `palermo aside mend`."


def _file_lines(file: "FileReport") -> Iterator[str]:
    name = f"{file.file}, sheet “{file.sheet}”" if file.sheet else file.file
    if file.refused:
        yield f"{name}: not read. {file.refused}"
        return
    yield f"{name}: {file.kind}, {file.read:,} read, {file.new:,} new, {file.known:,} known already, {file.set_aside:,} set aside"
    if file.repeated:
        yield f"    {file.repeated:,} of the new ones repeat an earlier row of the file"
    yield from (f"    {why.rows:,} × {why.reason}" for why in file.reasons)
    guessed = [f"{header} → {column}" for header, column in file.mapping.items() if header != column]
    if guessed:
        yield f"    read as: {', '.join(guessed)}"
    if file.apart:
        yield f"    kept apart, where no rule reads: {', '.join(file.apart)}"
    if file.unknown:
        yield f"    not known, kept apart: {', '.join(file.unknown)}"
    yield from (f"    {note}" for note in file.notes)


def tell_added(report: "AddReport") -> None:
    """Print what became of files, for commands that add on the way."""
    for line in _lines(report):
        say(line)
