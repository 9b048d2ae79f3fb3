"""Finds what an erasure has to reach: rows, their places, rows set aside, and every value that goes with them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from palermo.adapters.parquet import parts as store
from palermo.adapters.sqlite import collect
from palermo.kit.contacts import read_contacts
from palermo.kit.phones import read_contact, same_numbers
from palermo.model.errors import NotFound, WrongUse
from palermo.model.ids import FileId, RowKey
from palermo.model.records import COLUMNS, Kind, Reads
from palermo.model.rows import row_key
from palermo.workbench.session import Session

if TYPE_CHECKING:
    import pyarrow as pa

_WORD = re.compile(r"\w+")
_BARE = 6
SHORTEST = 4
"""The fewest characters a value may have to be erased wherever it stands; a shorter one stands in half of all rows."""


@dataclass(slots=True)
class Target:
    """What is to be erased.

    Attributes:
        rows: the keys of rows that go wholly: no place of theirs remains.
        places: the rows of files that go.
        aside: the numbers of rows set aside that go.
        files: the files that go wholly.
        values: what stood in the cells that go, casefolded.
    """

    rows: set[RowKey] = field(default_factory=set)
    places: dict[FileId, set[int]] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    files: set[FileId] = field(default_factory=set)
    values: set[str] = field(default_factory=set)
    aside_cells: list[list[str | None]] = field(default_factory=list)
    named_files: set[FileId] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Needle:
    """A value looked for in any writing: as typed, without spaces and marks, as a phone's digits, as the same words."""

    typed: str
    bare: str
    digits: str
    words: frozenset[str]

    @classmethod
    def of(cls, value: str, contact: str) -> "_Needle":
        """Make one of a value and the contact it reads as, if any."""
        number = "".join(letter for letter in contact if letter.isdigit()) if ":" not in contact else ""
        words = frozenset(_WORD.findall(value.casefold()))
        bare = "".join(letter for letter in value.casefold() if letter.isalnum())
        return cls(value.casefold(), bare if len(bare) >= _BARE else "", number[-9:] if len(number) >= 9 else "", words)

    def stands_in(self, text: str) -> bool:
        """Tell whether the value stands in a text."""
        folded = text.casefold()
        if self.typed in folded:
            return True
        if self.bare and self.bare in "".join(letter for letter in folded if letter.isalnum()):
            return True
        if self.digits and self.digits in "".join(letter for letter in folded if letter.isdigit()):
            return True
        return len(self.words) > 1 and self.words <= set(_WORD.findall(folded))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks to have erased: exactly one of a source, a row and a value."""

    source: str = ""
    row: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        """Hold it to one.

        Raises:
            WrongUse: none or several are given, or the value is too short.
        """
        if sum(map(bool, (self.source, self.row, self.value))) != 1:
            raise WrongUse(
                "Say what to erase: a source, a row or a value.", way_out="Give one of --source, --row, --value."
            )
        if self.value and len(self.value.strip()) < SHORTEST:
            raise WrongUse(
                f"“{self.value}” is too short to be erased wherever it stands.", way_out="Name the rows, with --row."
            )


def find(session: Session, db: Connection, wish: Wish) -> Target:
    """Find what a wish reaches.

    Raises:
        NotFound: it reaches nothing.
    """
    target = Target()
    if wish.source:
        collect.one_source(db, wish.source)
        target.files = {held.id for held in collect.all_files(db) if held.source == wish.source and not held.erased}
        target.aside = {one.id for one in collect.list_aside(db, state="") if one.file in target.files}
    elif wish.row:
        target.rows = _equal_rows(session, db, RowKey(wish.row))
    else:
        _by_value(session, db, wish.value.strip(), target)
    _complete(session, db, target)
    if not (target.rows or target.places or target.aside or target.files):
        raise NotFound("Nothing in the case was found to erase.", cause="It was never added, or it is erased already.")
    return target


def _parts(
    session: Session, db: Connection, layer: str, columns: list[str] | None = None
) -> Iterator[tuple[collect.StoredPart, "pa.Table"]]:
    for part in collect.list_parts(db, layer=layer):
        yield part, store.read(session.folder, part.name, columns)


def _equal_rows(session: Session, db: Connection, row: RowKey) -> set[RowKey]:
    """Give a row and those equal to it: they hold the same values, so one cannot be erased without the others."""
    occurrences: dict[str, int] = {}
    for _, table in _parts(session, db, "rows", ["row", "occurrence"]):
        occurrences.update(zip(table.column("row").to_pylist(), table.column("occurrence").to_pylist(), strict=True))
    if row not in occurrences:
        raise NotFound(f"There is no row “{row}” in this case.", cause="It was never added, or it was erased.")
    most = max(occurrences.values())
    for first in (
        [row] if occurrences[row] == 0 else [RowKey(key) for key, number in occurrences.items() if number == 0]
    ):
        equal = {key for number in range(most + 1) if (key := row_key(first, number)) in occurrences}
        if row in equal:
            return equal
    return {row}


def _by_value(session: Session, db: Connection, value: str, target: Target) -> None:
    """Find every row in which a value stands: in a cell as written, as a contact in any writing, or in a set-aside row."""
    contact = read_contact(value).value
    needle = _Needle.of(value, contact)
    target.named_files = {held.id for held in collect.all_files(db) if needle.stands_in(held.name)}
    for part, table in _parts(session, db, "raw"):
        for record, *cells in zip(*(column.to_pylist() for column in table.columns), strict=True):
            if any(needle.stands_in(text) for text in _texts(cells)):
                target.places.setdefault(part.file, set()).add(record)
    if contact:
        target.rows |= _rows_with_contact(session, db, contact)
    for one in collect.list_aside(db, state=""):
        if any(needle.stands_in(text) or (contact and _holds(text, contact)) for text in _texts(one.cells)):
            target.aside.add(one.id)
    for part, table in _parts(session, db, "seen", ["row", "record"]):
        wanted = target.places.get(part.file, set())
        target.rows |= {
            row
            for row, record in zip(table.column("row").to_pylist(), table.column("record").to_pylist(), strict=True)
            if record in wanted
        }


def _texts(cells: Iterable[object]) -> Iterator[str]:
    for cell in cells:
        if isinstance(cell, list):
            yield from _texts(cell)
        elif cell:
            yield str(cell)


def _rows_with_contact(session: Session, db: Connection, contact: str) -> set[RowKey]:
    found: set[RowKey] = set()
    for part, table in _parts(session, db, "rows"):
        reads = {column.name: column.reads for column in COLUMNS[Kind(part.kind)]}
        for name in (name for name in table.column_names if reads.get(name) in (Reads.CONTACT, Reads.FREE)):
            for row, text in zip(table.column("row").to_pylist(), table.column(name).to_pylist(), strict=True):
                if text and (text == contact or _holds(text, contact)):
                    found.add(RowKey(row))
    return found


def _holds(text: str, contact: str) -> bool:
    """Tell whether a text holds a contact in any way of writing."""
    if sum(letter.isalnum() for letter in text) < SHORTEST:
        return False
    read = {found.value for found in read_contacts(text)} | {read_contact(text).value}
    return contact in read or any(same_numbers([contact, other]) for other in read if other)


def _complete(session: Session, db: Connection, target: Target) -> None:
    """Add all that follows: places of rows that go, rows whose last place goes, and the values that stood there."""
    left: set[RowKey] = set()
    touched: set[RowKey] = set()
    for part, table in _parts(session, db, "seen"):
        for row, record in zip(table.column("row").to_pylist(), table.column("record").to_pylist(), strict=True):
            goes = part.file in target.files or row in target.rows or record in target.places.get(part.file, ())
            (touched if goes else left).add(RowKey(row))
            if goes:
                target.places.setdefault(part.file, set()).add(record)
    target.rows |= touched - left
    target.aside_cells = [one.cells for one in collect.list_aside(db, state="") if one.id in target.aside]
    _values(session, db, target)


def _values(session: Session, db: Connection, target: Target) -> None:
    """Gather what stood in the cells that go and stands in no cell that stays."""
    going: set[str] = set()
    staying: set[str] = set()
    for part, table in _parts(session, db, "raw"):
        records = target.places.get(part.file, set())
        for record, *cells in zip(*(column.to_pylist() for column in table.columns), strict=True):
            (going if record in records or part.file in target.files else staying).update(
                text.strip().casefold() for text in _texts(cells)
            )
    for one in collect.list_aside(db, state=""):
        (going if one.id in target.aside or one.file in target.files else staying).update(
            text.strip().casefold() for text in _texts(one.cells)
        )
    target.values = {text for text in going - staying if len(text) >= SHORTEST}
    target.values |= {found.value.casefold() for text in target.values for found in read_contacts(text)}
