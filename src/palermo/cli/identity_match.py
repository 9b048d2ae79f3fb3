"""`palermo identity match`: who may be one among the persons of some files, without a case."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.output import Format, FormatOption, emit, progress
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.matching_files import MatchReport

_SHOWN = 10


def register(commands: typer.Typer) -> None:
    """Add the command."""
    commands.command("match")(match)


def match(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Tables of persons, in any format that is read.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Where to write record_id and entity, as CSV.")],
    threshold: Annotated[
        float,
        typer.Option(help="From how many bits on two records bring their entities together; 0: as likely as not."),
    ] = 0.0,
    also: Annotated[
        list[str] | None, typer.Option(help="A further column to compare, by its header; may be given several times.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there already.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say which records of persons may be one, without a case: a line for each row given, and the model beside it."""
    from palermo.workbench.matching_files import MatchWish, match_files

    with progress() as tell:
        report = match_files(files, out, MatchWish(threshold, tuple(also or ()), replace), tell)
    emit(report, form, lambda: _lines(report))


def _lines(report: "MatchReport") -> Iterator[str]:
    largest = f", the largest of {counted(report.largest, 'record')}" if report.together else ""
    yield f"{counted(report.records, 'record')}: {counted(report.entities, 'entity', 'entities')}{largest}."
    yield f"{counted(report.together, 'record shares its entity', 'records share their entity')} with another."
    reached = counted(report.pairs, "pair reaches", "pairs reach")
    yield f"{counted(report.compared, 'pair was', 'pairs were')} compared; {reached} the threshold of {report.threshold:g} bits."
    yield from (one.sentence for one in report.shared[:_SHOWN])
    if len(report.shared) > _SHOWN:
        yield f"{len(report.shared) - _SHOWN:,} more such values are in the page of the model."
    for one in report.not_read:
        rows = ", ".join(f"{row:,}" for row in one.rows[:_SHOWN])
        more = f" and {len(one.rows) - _SHOWN:,} more" if len(one.rows) > _SHOWN else ""
        yield f"Alone: {counted(len(one.rows), 'row')} of {one.file} ({rows}{more}). {one.reason}"
    yield from report.notes
    yield "Nothing is merged: these are proposals, and a person decides."
    yield f"Written: {', '.join(report.written)}."
