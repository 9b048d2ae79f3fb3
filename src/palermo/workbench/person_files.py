"""Reads files of persons outside any case, whatever their format and headers: every row as one record, with a key of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.readers import Limits, Opened, open_tables
from palermo.adapters.rules import load
from palermo.intake.guessing import guess
from palermo.intake.headers import find_header, stated_header
from palermo.intake.lexicon import Lexicon, read_lexicon
from palermo.kit.fold import fold
from palermo.kit.masks import is_protected_header, protected_headers
from palermo.kit.sentences import counted
from palermo.model.errors import Refused, Unsure, WrongUse
from palermo.model.raw import PROBLEMS, RawBatch
from palermo.model.records import Kind

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = ("record_id", "name", "name_native", "birth_date", "document_no", "phone", "address")
"""The columns of persons that are read."""

LIMITS = Limits(line_bytes=4_000_000)
"""The longest row that is read."""

_PARTS = {
    "name": (
        ("given name", "first name", "forename", "prenom", "voornaam", "vorname", "名"),
        ("surname", "family name", "last name", "nom de famille", "achternaam", "familienaam", "apellidos", "nachname", "姓"),
    ),
    "address": (
        ("street number", "house number"),
        ("address 1", "street", "street name", "rue", "straat", "calle", "strasse"),
        ("address 2",),
        ("suburb", "city", "town", "ville", "gemeente", "ciudad", "stadt", "place"),
        ("postcode", "postal code", "zip", "code postal", "codigo postal", "plz"),
        ("state", "province", "region"),
    ),
}  # fmt: skip
"""Columns that hold a part of one of `COLUMNS`, in the order the parts are joined, accents off."""

_CLIPPED = 400
"""How many characters of a cell are looked at while headers are matched."""


@dataclass(frozen=True, slots=True)
class NotRead:
    """Rows that could not be read as records and are in the output alone: file, why, and which."""

    file: str
    reason: str
    rows: list[int]


@dataclass(slots=True)
class PersonTable:
    """The records of some files.

    Attributes:
        table: `record_id`, `row` (a key of its own for each record), the other `COLUMNS`, and the further ones by name; text,
            never null; in the order of the files.
        files: the files' names.
        read_as: for each column, the headers it was read from.
        not_read: the rows that could not be read.
        notes: what was met, in sentences.
    """

    table: "pa.Table"
    files: list[str] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)
    not_read: list[NotRead] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_persons(paths: Sequence[Path], further: Sequence[str]) -> PersonTable:
    """Read files of persons.

    Args:
        paths: the files.
        further: headers of columns to read besides those of persons.

    Raises:
        Unreadable: a file is no table.
        WrongUse: a workbook has several sheets, or no file has a further column.
        Refused: a further column is protected.
        Unsure: a file has neither names, documents nor phones.
    """
    import pyarrow as pa

    hidden = protected_headers(load("banned"))
    for column in further:
        if is_protected_header(column, hidden):
            raise Refused(f"“{column}” is a protected trait: it is never compared.", way_out="Leave it out of --also.")
    read = PersonTable(pa.table({}))
    parts: list[pa.Table] = []
    met: set[str] = set()
    words = read_lexicon(load("headers"))
    for path in paths:
        parts += _read(path, further, read, met, words)
    for column in further:
        if column not in met:
            raise WrongUse(f"No file has a column “{column}”.", way_out="Write it as the file's first row does.")
    table = pa.concat_tables(parts).combine_chunks()
    read.table = table.append_column("row", _keys(table, read))
    return read


def _read(path: Path, further: Sequence[str], read: PersonTable, met: set[str], words: Lexicon) -> "list[pa.Table]":
    """Read one file; note in `met` the further columns it has."""
    opened = open_tables(path, limits=LIMITS, digested=False)
    if len(opened.tables) != 1:
        raise WrongUse(
            f"“{opened.name}” has {len(opened.tables)} sheets.",
            way_out="Save the one with the persons as a file of its own.",
        )
    table = opened.tables[0]
    head = [[cell[:_CLIPPED] for cell in row] for row in table.head]
    header = stated_header(table.header) if table.header is not None else find_header(head, words)
    places = _places(opened, header.names, header.first_row, words)
    for at, name in enumerate(header.names):
        for column in further:
            if name.strip().casefold() == column.strip().casefold():
                places[column] = (at,)
                met.add(column)
    read.files.append(opened.name)
    for column, held in places.items():
        read.read_as.setdefault(column, " + ".join(header.names[at] for at in held))
    unread: dict[str, list[int]] = {}
    found = [_records(batch, places, (*COLUMNS, *further), unread) for batch in table.batches(header.first_row)]
    opened.check_unchanged()
    read.not_read += [NotRead(opened.name, reason, rows) for reason, rows in sorted(unread.items())]
    read.notes += [*opened.notes, *header.notes, *opened.late_notes()]
    return found or [_nothing((*COLUMNS, *further))]


def _nothing(columns: Sequence[str]) -> "pa.Table":
    import pyarrow as pa

    return pa.table({column: pa.array([], pa.string()) for column in columns})


def _places(opened: Opened, names: Sequence[str], first: int, words: Lexicon) -> dict[str, tuple[int, ...]]:
    """Say where each column of persons stands, parts of names and addresses in their order."""
    table = opened.tables[0]
    hidden = protected_headers(load("banned"))
    samples = _samples(table.head, table.header is not None, first, len(names))
    guessed = guess(
        stated_header(tuple(names)), samples, words,
        kind=Kind.PERSONS, protected=lambda name: is_protected_header(name, hidden),
    )  # fmt: skip
    found: dict[str, tuple[int, ...]] = {}
    for one in guessed.columns:
        if one.role == "column" and one.column in COLUMNS and one.column not in found:
            found[one.column] = (one.index,)
    plain = [" ".join(fold(name).replace("_", " ").split()) for name in names]
    ids = [at for at, name in enumerate(plain) if name.endswith(" id") and (at,) not in found.values()]
    if "record_id" not in found and ids and guessed.columns[ids[0]].role != "apart":
        found["record_id"] = (ids[0],)
    for column, parts in _PARTS.items():
        held = tuple(at for part in parts for word in part for at, header in enumerate(plain) if header == word)
        if len(held) > 1 or (held and column not in found):
            found[column] = held
    if not {"name", "name_native", "document_no", "phone"} & set(found):
        raise Unsure(
            f"No column of “{opened.name}” could be told to hold names, documents or phones.",
            cause=f"Its columns are {', '.join(f'“{name[:40]}”' for name in names[:20])}.",
            way_out="Name them as records of persons are named: record_id, name, birth_date, document_no, phone, address.",
        )
    return found


def _samples(head: Sequence[Sequence[str]], stated: bool, first: int, width: int) -> list[list[str]]:
    rows = head if stated else head[first - 1 :]
    return [[row[at][:_CLIPPED] for row in rows if at < len(row) and row[at]] for at in range(width)]


def _records(
    raw: RawBatch, places: dict[str, tuple[int, ...]], columns: Sequence[str], unread: dict[str, list[int]]
) -> "pa.Table":
    """Give the records of a batch, one for each row that is not blank."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    held = {column: _text(raw, places.get(column, ())) for column in columns}
    held["birth_date"] = _days(held["birth_date"])
    named = pc.fill_null(raw.problem, "")
    for at in np.flatnonzero(pc.not_equal(named, "").to_numpy(zero_copy_only=False)).tolist():
        unread.setdefault(PROBLEMS[named[at].as_py()], []).append(raw.record[at].as_py())
    bad = pc.not_equal(named, "")
    held = {name: values if name == "record_id" else pc.if_else(bad, "", values) for name, values in held.items()}
    table = pa.table(held)
    blank = pa.array(np.ones(raw.rows, bool))
    for column in raw.cells.columns:
        blank = pc.and_(blank, pc.equal(pc.fill_null(column, ""), ""))
    named_row = pc.binary_join_element_wise("row ", raw.record.cast(pa.string()), "")
    table = table.set_column(
        0, "record_id", pc.if_else(pc.equal(table.column("record_id"), ""), named_row, table.column("record_id"))
    )
    return table.filter(pc.invert(pc.and_(blank, pc.invert(bad))))


def _text(raw: RawBatch, places: tuple[int, ...]) -> "pa.Array":
    """Give a column's text, parts joined by a space, zero bytes and spaces at the ends gone."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [_whole(pc.fill_null(raw.cells.column(at), "")) for at in places if at < raw.cells.num_columns]
    if not parts:
        return pa.repeat(pa.scalar("", pa.string()), raw.rows)
    joined = parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, " ")
    return pc.utf8_trim_whitespace(pc.replace_substring(joined, "\0", ""))


def _whole(column: "pa.ChunkedArray | pa.Array") -> "pa.Array":
    import pyarrow as pa

    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _days(written: "pa.Array") -> "pa.Array":
    """Write days as ISO does; what is no day stays as it is."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from palermo.kit.times import read_days

    read = read_days(written)
    sound = pa.array(read.faults == 0)
    days = pa.array(read.values.astype("int32"), pa.int32()).cast(pa.date32()).cast(pa.string())
    return pc.if_else(sound, days, written)


def _keys(table: "pa.Table", read: PersonTable) -> "pa.Array":
    """Give each record a key of its own: its id; of records that share one, the id and their place in the order of contents."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = _whole(table.column("record_id"))
    order = pc.sort_indices(table, sort_keys=[(name, "ascending") for name in table.column_names]).to_numpy()
    ranked = ids.take(pa.array(order))
    if not table.num_rows:
        return ids
    same = np.concatenate(
        ([False], pc.equal(ranked.slice(1), ranked.slice(0, table.num_rows - 1)).to_numpy(zero_copy_only=False))
    )
    if not same.any():
        return ids
    starts = np.maximum.accumulate(np.where(same, 0, np.arange(len(same))))
    number = np.empty(len(same), np.int64)
    number[order] = np.arange(len(same)) - starts
    again = number > 0
    read.notes.append(
        f"{counted(int(again.sum()), 'record has', 'records have')} an id that another record has too: each is kept as a record of its own."
    )
    numbered = pc.binary_join_element_wise(ids, pa.array(number + 1).cast(pa.string()), "\x1f")
    return pc.if_else(pa.array(again), numbered, ids)
