"""How the fake desk reads an upload: separated text only, headers it knows, times it can read; a stand-in for intake."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fakes.case import COLUMNS, HEADER
from palermo.model.errors import Unreadable
from palermo.workbench.views import AsideRow, MappedColumn, MappingChoice, Preview, ReasonCount

KNOWN = dict(zip(HEADER, COLUMNS, strict=True)) | {
    "advert_id": "advert_id", "posted_at": "posted_at", "body": "body", "persona": "persona", "stad": "city",
    "ville": "city", "nationalité": "!apart", "nationaliteit": "!apart", "prix": "price", "texte": "body",
}  # fmt: skip
CANONICAL = ["advert_id", "site", "posted_at", "title", "body", "persona", "contact", "city", "country", "price"]
REQUIRED = ["advert_id", "posted_at", "body"]
EMPTY = "the advert has no id"
NO_TIME = "this is no time that can be read"


@dataclass(frozen=True, slots=True)
class Table:
    """A file as read: its header and its rows of text."""

    encoding: str
    separator: str
    header: list[str]
    rows: list[list[str]]


def read(name: str, data: bytes) -> Table:
    """Read separated text.

    Raises:
        Unreadable: it is empty or not text.
    """
    if not data.strip():
        raise Unreadable(f"“{name}” is empty.", way_out="Give a file with a header and rows.")
    if b"\0" in data:
        raise Unreadable(f"“{name}” is no table.", cause="It holds NUL bytes.", way_out="Export it again as CSV.")
    encoding = "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = data.decode(encoding, "replace")
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    rows = [row for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=separator) if row]
    width = len(rows[0])
    return Table(encoding, separator, rows[0], [(row + [""] * width)[:width] for row in rows[1:]])


def mapping(table: Table, choices: Sequence[MappingChoice]) -> list[MappedColumn]:
    """Say what each column is, by a person's word or else by its header."""
    chosen = {choice.index: choice.column for choice in choices}
    columns = []
    for index, header in enumerate(table.header):
        guess = KNOWN.get(header.strip().casefold(), "")
        column = chosen.get(index, guess)
        samples = [row[index] for row in table.rows[:3]]
        why = "a person said so" if index in chosen else "the header says so" if guess else "no header like it is known"
        if column == "!apart":
            columns.append(MappedColumn(index, header, [], "apart", "", sure=True, why=why))
        elif column:
            columns.append(MappedColumn(index, header, samples, "column", column, sure=True, why=why))
        else:
            columns.append(MappedColumn(index, header, samples, "unknown", "", sure=index in chosen, why=why))
    return columns


def aside(name: str, table: Table, columns: list[MappedColumn]) -> list[AsideRow]:
    """List the rows that cannot be taken, with the reason and the column of each."""
    place = {column.column: column.index for column in columns if column.column}
    names = ["!apart" if column.role == "apart" else column.column for column in columns]
    found = []
    for number, row in enumerate(table.rows, 2):
        faults = []
        if "advert_id" in place and not row[place["advert_id"]].strip():
            faults.append((EMPTY, place["advert_id"]))
        if "posted_at" in place and not _is_time(row[place["posted_at"]]):
            faults.append((NO_TIME, place["posted_at"]))
        if faults:
            cells = [None if names[at] == "!apart" else cell for at, cell in enumerate(row)]
            reasons, at = [fault[0] for fault in faults], [fault[1] for fault in faults]
            found.append(AsideRow(0, name, "", number, "adverts", table.header, names, cells, reasons, at, "open"))
    return found


def count(rows: Sequence[AsideRow]) -> list[ReasonCount]:
    """Count rows by reason, the commonest first."""
    reasons = [reason for row in rows for reason in row.reasons]
    found = [ReasonCount(reason, reasons.count(reason)) for reason in dict.fromkeys(reasons)]
    return sorted(found, key=lambda one: -one.rows)


def preview(upload: str, name: str, data: bytes, choices: Sequence[MappingChoice]) -> Preview:
    """Tell what an upload seems to be and what would be set aside."""
    table = read(name, data)
    columns = mapping(table, choices)
    bad = aside(name, table, columns)
    missing = [column for column in REQUIRED if column not in {one.column for one in columns}]
    return Preview(
        upload=upload, file=name, sheet="", sheets=[], kind="adverts", kinds=["adverts", "calls", "stays"],
        remembered=False, encoding=table.encoding, dialect=f"separated by {table.separator!r}", header_row=1,
        columns=columns, canonical=CANONICAL, required=REQUIRED, missing=missing, read=len(table.rows),
        good=0 if missing else len(table.rows) - len(bad), set_aside=len(bad), reasons=count(bad),
        sample_aside=bad[:20], notes=[],
    )  # fmt: skip


def _is_time(text: str) -> bool:
    """Tell whether the fake reads this as a time."""
    try:
        datetime.fromisoformat(text.strip())
    except ValueError:
        return False
    return True
