"""`palermo identity names`: how far the two names of each row of a table are one, without a case."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.output import Format, FormatOption, emit
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.name_files import NamesReport

_SHOWN = 10


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("names")(names)


def names(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table with the columns name1 and name2.")],
    out: Annotated[Path, typer.Option("--out", help="Where to write the table with score and reason, as CSV.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there already.")] = False,
    threads: Annotated[int, typer.Option(help="How many threads compare; the answer is the same.", min=1, max=64)] = 2,
    form: FormatOption = Format.TEXT,
) -> None:
    """Compare the two names of each row, in any scripts: a score from 0 to 1 and the rules that made it, in a sentence."""
    from palermo.workbench.name_files import compare_names

    report = compare_names(file, out, replace=replace, threads=threads)
    emit(report, form, lambda: _lines(report))


def _lines(report: "NamesReport") -> Iterator[str]:
    yield f"{counted(report.rows, 'row')}, {report.compared:,} compared, {report.alike:,} with a score from 0.5 on."
    yield "A score is of two names, never of two persons: other people bear the same name."
    for one in report.not_compared:
        rows = ", ".join(f"{row:,}" for row in one.rows[:_SHOWN])
        more = f" and {len(one.rows) - _SHOWN:,} more" if len(one.rows) > _SHOWN else ""
        yield f"Not compared: {counted(len(one.rows), 'row')} ({rows}{more}). {one.reason}"
    yield from report.notes
    yield f"Written: {report.written}."
