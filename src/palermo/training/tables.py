"""A table on its way to becoming an export: rows as written, some of them broken on purpose, and how formats write them."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from palermo.training.dice import Dice
from palermo.training.truth import BrokenRow

_HEAD_ROWS = 4
"""So many rows stay whole at the top, as exports have it: nobody's first screen is broken."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as written; `broken` says why it cannot be read, `advert_id` what it would have held."""

    cells: tuple[str, ...]
    broken: str = ""
    advert_id: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A way to break a row: why it cannot be read then, the column, and what stands there; no column adds two cells."""

    reason: str
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """An export before it is written: its file name, header and rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def planted(dice: Dice, rows: Sequence[Row], extra: Iterable[Row]) -> tuple[Row, ...]:
    """Put further rows in between, never at the top."""
    mixed = list(rows)
    for row in extra:
        mixed.insert(dice.between(min(_HEAD_ROWS, len(mixed)), len(mixed)), row)
    return tuple(mixed)


def broken_row(header: Sequence[str], row: Row, how: Break) -> Row:
    """Break a copy of a row."""
    cells = list(row.cells)
    if how.column:
        cells[header.index(how.column)] = how.value
    else:
        cells += [how.value, how.value]
    return replace(row, cells=tuple(cells), broken=how.reason)


def broken_rows(table: Table, header_rows: int = 1) -> list[BrokenRow]:
    """List the rows of a table that cannot be read, counted as a spreadsheet shows them."""
    return [
        BrokenRow(table.name, place, row.broken, row.advert_id)
        for place, row in enumerate(table.rows, start=header_rows + 1)
        if row.broken
    ]


def as_csv(table: Table, delimiter: str, encoding: str) -> bytes:
    """Write a table with a delimiter in an encoding; every line ends as on Windows, a row without cells is a blank line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows(row.cells for row in table.rows)
    return out.getvalue().encode(encoding)


def as_json_lines(table: Table, numbers: Sequence[str]) -> bytes:
    """Write a table as JSON lines, cells that are empty left out; a broken row without cells but one is written as it is."""
    lines = []
    for row in table.rows:
        if len(row.cells) == 1:
            lines.append(row.cells[0])
            continue
        named = zip(table.header, row.cells, strict=True)
        record: dict[str, object] = {name: int(cell) if name in numbers else cell for name, cell in named if cell}
        lines.append(json.dumps(record, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()
