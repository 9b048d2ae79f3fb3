"""Opens a file of any known format and finds its tables."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from palermo.adapters.readers import dialects, encodings, formats
from palermo.adapters.readers.delimited import Delimited
from palermo.adapters.readers.encodings import ODD, Encoding, Tally
from palermo.adapters.readers.files import Given, take
from palermo.adapters.readers.json_file import JsonFile
from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.lines import blocks
from palermo.model.raw import RawTable

_SAMPLE = 1 << 18
_SAMPLE_LINES = 2_000
_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened for reading.

    Attributes:
        name: its base name, safe to show.
        tables: its tables with rows.
        sha256: the digest of its bytes; empty where none was asked for.
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What one format's reader found."""

    tables: list[RawTable]
    encoding: str
    dialect: str
    notes: tuple[str, ...] = ()
    late_notes: Callable[[], tuple[str, ...]] = tuple


def open_tables(path: Path, *, limits: Limits = _DEFAULT, digested: bool = True) -> Opened:
    """Open a file and find its tables.

    Args:
        path: the file.
        limits: what is taken from it before it is refused.
        digested: whether its bytes are digested first; without, `sha256` is empty and a large file opens at once.

    Raises:
        Unreadable: it is no table of any known format, is not there, may not be read, or is made to do harm.
    """
    given = take(path, digested=digested)
    with given.open() as file:
        start = file.read(_SAMPLE)
    readers = {"workbook": _workbook, "parquet": _parquet, "text": _text}
    found = readers[formats.tell(start, given.name)](given, start, limits)
    given.check_unchanged()
    return Opened(
        given.name, found.tables, given.sha256, given.stamp.size, found.encoding, found.dialect, found.notes,
        given.check_unchanged, found.late_notes,
    )  # fmt: skip


def _workbook(given: Given, _: bytes, limits: Limits) -> _Found:
    from palermo.adapters.readers.workbook import Workbook

    book = Workbook(given, limits)
    tables = book.tables()
    return _Found(tables, "", f"workbook ({book.kind.upper()})", tuple(book.notes))


def _parquet(given: Given, _: bytes, limits: Limits) -> _Found:
    from palermo.adapters.readers.parquet import ParquetFile

    return _Found(ParquetFile(given, limits).tables(), "", "Parquet")


def _text(given: Given, start: bytes, limits: Limits) -> _Found:
    """Open a text: JSON where it begins like JSON, otherwise delimited."""
    encoding = encodings.tell(_telling(given, start))
    lines = _first_lines(given, encoding, limits)
    text = "".join(lines)
    if len(lines) == 1 and text.startswith(ODD):
        # Programs write JSON in one line, longer than any row may be: how it begins is told by the bytes themselves.
        text = start[encoding.mark :].decode(encoding.name, "ignore")
        text = text if _like_json(text) else "".join(lines)
    formats.check_text(text, encoding, given.name)
    tally = Tally()
    if _like_json(text):
        reader = JsonFile(given, encoding, limits, tally)
        tables = reader.tables(text)
        return _Found(tables, encoding.name, reader.layout, (), lambda: (*tally.notes(), *reader.repeats.note()))
    dialect = dialects.tell(lines)
    notes = () if encoding.name in {"utf-8", "ascii"} else (f"The text was read as {_named(encoding)}.",)
    table = Delimited(given, encoding, dialect, limits, tally).table()
    return _Found([table], encoding.name, str(dialect), notes, tally.notes)


def _telling(given: Given, start: bytes) -> bytes:
    """Give the bytes an encoding is told from: where the start is plain ASCII, the first stretch that is not is added."""
    if not start.isascii():
        return start
    with given.open() as file:
        file.seek(len(start))
        while data := file.read(_SAMPLE):
            if not data.isascii():
                cut = data.find(b"\n") + 1
                return start[: start.rfind(b"\n") + 1] + data[cut:]
    return start


def _first_lines(given: Given, encoding: Encoding, limits: Limits) -> list[str]:
    """Decode the first lines, for telling the dialect; one that is cut off by the sample is left out."""
    lines: list[str] = []
    size = 0
    with given.open() as file:
        for block in blocks(file, encoding, limits.line_bytes, Tally()):
            for line in block.texts:
                lines.append(line)
                size += len(line)
                if len(lines) >= _SAMPLE_LINES or size >= _SAMPLE:
                    return lines
    return lines


def _like_json(text: str) -> bool:
    begin = text.lstrip()
    if begin[:1] == "{":
        return begin[1:].lstrip()[:1] in {'"', "}"}
    return begin[:1] == "[" and begin[1:].lstrip()[:1] in {"{", "]", "[", '"', ""} and not begin.startswith("[]")


def _named(encoding: Encoding) -> str:
    names = {"cp1252": "Windows-1252", "gb18030": "GB 18030"}
    return names.get(encoding.name, encoding.name.upper().replace("_", "-"))
