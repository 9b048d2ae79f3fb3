"""Compares a table of pairs of names outside any case, and writes it again with a score and a reason for each row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.readers import Limits, Opened, open_tables
from palermo.adapters.rules import load
from palermo.model.errors import Unsure, WrongUse
from palermo.model.raw import PROBLEMS, RawBatch
from palermo.workbench.name_columns import names_of_columns
from palermo.workbench.outputs import check_targets

if TYPE_CHECKING:
    import pyarrow as pa

    from palermo.identity.names import NameTables

LIMITS = Limits(line_bytes=4_000_000)
"""The longest row that is read."""

COLUMNS = ("name1", "name2")
"""The columns that hold the names; others are written again as they are."""

ADDED = ("score", "reason")
"""What is written behind the columns of the table."""

ALIKE = 0.5
"""From which score on as much speaks for one name as against it."""

_ROWS = 65_536
_MISSING = "The row has no name in “{column}”."
_LETTERLESS = "A name has no letter that it could be read from."


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Rows given back without a score: why, and which, as a spreadsheet counts them."""

    reason: str
    rows: list[int]


@dataclass(frozen=True, slots=True)
class NamesReport:
    """What was compared, and where it was written.

    Attributes:
        file: the table of pairs.
        written: the table with scores and reasons.
        rows: how many rows there are, each in the file written.
        compared: how many of them were compared.
        alike: how many have a score from 0.5 on.
        not_compared: rows given back without a score.
        notes: what was decided and met, in sentences: the encoding, names of columns.
    """

    file: str
    written: str
    rows: int
    compared: int
    alike: int
    not_compared: list[NotCompared]
    notes: list[str]


@dataclass(slots=True)
class _Counts:
    """What was met so far."""

    rows: int
    compared: int
    alike: int
    unread: dict[str, list[int]]


def compare_names(path: Path, out: Path, *, replace: bool = False, threads: int = 2) -> NamesReport:
    """Compare the names of each row of a table and write the table with a score and a reason.

    Raises:
        WrongUse: it is a workbook of several sheets, or the output cannot be written there.
        Conflict: the output is there already.
        Unreadable, Unsure: it cannot be read, or has no columns `name1` and `name2`.
    """
    from palermo.adapters.groups_file import write_pieces
    from palermo.identity.names import name_tables

    check_targets((out,), (path,), replace=replace)
    opened = open_tables(path, limits=LIMITS, digested=False)
    if len(opened.tables) != 1:
        raise WrongUse(
            f"“{opened.name}” has {len(opened.tables)} sheets.", way_out="Save the one with the names alone."
        )
    table = opened.tables[0]
    header = table.header if table.header is not None else (table.head[0] if table.head else ())
    places = _places(header, opened.name)
    counts = _Counts(0, 0, 0, {})
    first = 1 if table.header is not None else 2
    width = max(table.width, len(header))
    columns, named = names_of_columns(header, width + _beyond(path, first), ADDED)
    write_pieces(
        out, _pieces(opened, table.batches(first), (columns, width, places), name_tables(load), counts, threads)
    )
    notes = [*opened.notes, *named, *opened.late_notes()]
    unread = [NotCompared(reason, rows) for reason, rows in sorted(counts.unread.items())]
    return NamesReport(opened.name, str(out), counts.rows, counts.compared, counts.alike, unread, notes)


def _places(header: tuple[str, ...], name: str) -> tuple[int, int]:
    held = {cell.strip().casefold(): at for at, cell in reversed(list(enumerate(header)))}
    if not set(COLUMNS) <= set(held):
        raise Unsure(
            f"“{name}” does not say which columns hold the two names.",
            way_out="Name two columns “name1” and “name2”; others are written again as they are.",
        )
    return held[COLUMNS[0]], held[COLUMNS[1]]


def _beyond(path: Path, first: int) -> int:
    """Tell how many cells the longest row has beyond the columns of the table."""
    table = open_tables(path, limits=LIMITS, digested=False).tables[0]
    most = 0
    for batch in table.batches(first):
        if batch.more.null_count < batch.rows:
            most = max(most, *(len(more or ()) for more in batch.more.to_pylist()))
    return most


def _pieces(
    opened: Opened,
    batches: Iterator[RawBatch],
    columns: tuple[list[str], int, tuple[int, int]],
    tables: "NameTables",
    counts: _Counts,
    threads: int,
) -> Iterator[str]:
    """Give the file written, piece by piece; `columns` are their names, how many a row has at least, and those of names."""
    names, width, places = columns
    yield _lines([names])
    for batch in batches:
        for start in range(0, batch.rows, _ROWS):
            rows = _compared(_part(batch, start), width, places, tables, counts, threads)
            yield _lines([*row, *("" for _ in range(len(names) - len(ADDED) - len(row))), *told] for row, told in rows)
    opened.check_unchanged()


def _part(batch: RawBatch, start: int) -> RawBatch:
    def part(held: "pa.Array") -> "pa.Array":
        return held.slice(start, _ROWS)

    cells = batch.cells.slice(start, _ROWS)
    return RawBatch(
        part(batch.record), part(batch.start), part(batch.end), part(batch.problem), cells, part(batch.more)
    )


def _compared(
    batch: RawBatch, width: int, places: tuple[int, int], tables: "NameTables", counts: _Counts, threads: int
) -> Iterator[tuple[list[str], tuple[str, str]]]:
    """Give the rows of a batch, each with its score and reason; blank rows of a text go, as they are none."""
    from palermo.identity.names import compare_pairs

    columns = [column.to_pylist() for column in batch.cells.columns]
    columns += [[None] * batch.rows for _ in range(width - len(columns))]
    written = list(zip(*columns, strict=True))
    rows = [[cell or "" for cell in row] for row in written]
    problems = [_problem(problem, row, places) for problem, row in zip(batch.problem.to_pylist(), rows, strict=True)]
    told = compare_pairs(
        [row[places[0]] for row, problem in zip(rows, problems, strict=True) if not problem],
        [row[places[1]] for row, problem in zip(rows, problems, strict=True) if not problem],
        tables,
        threads=threads,
    )
    more = batch.more.to_pylist()
    for at, (number, row, problem) in enumerate(zip(batch.record.to_pylist(), rows, problems, strict=True)):
        if all(cell is None for cell in written[at]) and batch.problem[at].as_py() is None:
            continue
        counts.rows += 1
        whole = [*row, *(more[at] or [])]
        found = None if problem else next(told)
        if found is None or found.rule == "no-letters":
            counts.unread.setdefault(problem or _LETTERLESS, []).append(number)
            yield whole, ("", found.sentence if found is not None else problem)
            continue
        counts.compared += 1
        counts.alike += found.score >= ALIKE
        yield whole, (f"{found.score:.4f}", found.sentence)


def _problem(problem: str | None, row: list[str], places: tuple[int, int]) -> str:
    """Say why a row cannot be compared; nothing where it can."""
    if problem:
        return PROBLEMS[problem]
    for place, column in zip(places, COLUMNS, strict=True):
        if not row[place].strip():
            return _MISSING.format(column=column)
    return ""


def _lines(rows: Iterable[list[str]]) -> str:
    import csv
    import io

    from palermo.kit.csvsafe import neutralise

    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([neutralise(cell) for cell in row] for row in rows)
    return text.getvalue()
