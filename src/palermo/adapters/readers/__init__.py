"""Reads files of every format as tables of text: content decides the format, the name comes second."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from palermo.model.raw import RawTable


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader takes from a file before it says no; none of them is met by an honest export.

    Attributes:
        line_bytes: the longest row, in bytes; a longer one is skipped and set aside.
        record_lines: the most lines one row may run over; past it a quote is held to be unclosed.
        columns: the most columns.
        unpacked_bytes: the most bytes a workbook may unpack to.
        ratio: the most a part of a workbook may be packed, as unpacked over packed size.
        json_bytes: the largest JSON document that is no JSON lines.
    """

    line_bytes: int = 1_000_000
    record_lines: int = 10_000
    columns: int = 4_096
    unpacked_bytes: int = 2_000_000_000
    ratio: int = 400
    json_bytes: int = 500_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened for reading.

    Attributes:
        name: its base name, safe to show.
        tables: its tables with rows.
        sha256: the digest of its bytes.
        size: its length in bytes.
        encoding: the encoding of its text, `utf-8` and the like; empty where the format fixes it.
        dialect: the format in words, `CSV with “;”`.
        notes: what was decided while opening, in sentences.
        check_unchanged: raises `Unreadable` when the file is not what it was on opening.
        late_notes: what was met while reading (lines in another encoding and the like), in sentences; complete after the last batch.
    """

    name: str
    tables: list[RawTable]
    sha256: str
    size: int
    encoding: str
    dialect: str
    notes: tuple[str, ...]
    check_unchanged: Callable[[], None] = field(repr=False)
    late_notes: Callable[[], tuple[str, ...]] = field(repr=False)


def open_tables(path: Path, *, limits: Limits = Limits()) -> Opened:  # noqa: B008 - frozen
    """Open a file and find its tables.

    Raises:
        Unreadable: it is no table of any known format, is not there, may not be read, or is made to do harm.
    """
    raise NotImplementedError
