"""Reads JSON: an array of objects, an object that holds arrays of them, or an object on each line."""

import codecs
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from palermo.adapters.readers.batches import Gatherer, as_head
from palermo.adapters.readers.encodings import ODD, Encoding, Tally
from palermo.adapters.readers.files import Given
from palermo.adapters.readers.json_text import Json, Repeats, cells_of, decoder, header_of
from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.lines import blocks
from palermo.model.errors import Unreadable
from palermo.model.raw import HEAD_ROWS, RawBatch, RawTable

_CHUNK = 1 << 20
_SPACE = " \t\r\n"
_DEEPEST_TABLE = 3

Record = tuple[int, Json, tuple[int, int] | None, str]
"""A record's number, what it holds, its byte range where known, and what is wrong with it."""


@dataclass(slots=True)
class JsonFile:
    """A JSON file as opened."""

    given: Given
    encoding: Encoding
    limits: Limits
    tally: Tally = field(default_factory=Tally)
    repeats: Repeats = field(default_factory=Repeats)
    layout: str = ""

    def tables(self, start: str) -> list[RawTable]:
        """Tell the layout from the start of the text and give the tables.

        Raises:
            Unreadable: it is no JSON, is cut off, or holds no records.
        """
        if start.lstrip()[:1] == "[":
            self.layout = "JSON array"
            return [self._table("", self._elements)]
        lines = [line for line in start.splitlines() if line.strip()]
        if len(lines) > 1 and self._is_object(lines[0]) and lines[1].lstrip()[:1] == "{":
            self.layout = "JSON lines"
            return [self._table("", self._lines)]
        return self._document()

    def _is_object(self, line: str) -> bool:
        try:
            return isinstance(decoder(Repeats()).decode(line), dict)
        except (ValueError, RecursionError):
            return False

    def _table(self, sheet: str, records: Callable[[], Iterator[Record]]) -> RawTable:
        """Pass over all records once for their names, then give the table."""
        names: dict[str, None] = {}
        for _, record, _, _ in records():
            if isinstance(record, dict):
                names.update(dict.fromkeys(record))
        header = header_of(names, self.given.name, self.limits.columns)
        first = islice(records(), HEAD_ROWS)
        head = [[] if problem else cells_of(record, header)[0] for _, record, _, problem in first]
        shown = tuple(name.encode("utf-8", "replace").decode() for name in header)
        return RawTable(sheet, shown, 0, len(header), as_head(head), partial(self._batches, header, records))

    def _batches(
        self, header: tuple[str, ...], records: Callable[[], Iterator[Record]], first: int
    ) -> Iterator[RawBatch]:
        self.repeats.count = self.tally.windows = self.tally.broken = 0
        gatherer = Gatherer(len(header))
        for number, record, place, problem in records():
            if number >= first:
                cells, fault = ([str(record)], problem) if problem else cells_of(record, header)
                gatherer.add(cells[: len(header)], number, place, fault)
                yield from gatherer.drain()
        yield from gatherer.drain(last=True)

    def _lines(self) -> Iterator[Record]:
        """Read an object on each line; blank lines count."""
        engine = decoder(self.repeats)
        number, at = 0, 0
        with self.given.open() as file:
            for block in blocks(file, self.encoding, self.limits.line_bytes, self.tally):
                for text, size in zip(block.texts, block.sizes, strict=True):
                    number += 1
                    place = (at, at + size) if size is not None else None
                    at += size or 0
                    if text.strip():
                        yield _line(engine, text, number, place)

    def _elements(self) -> Iterator[Record]:
        """Read the elements of an array, holding no more than one and a piece of the file."""
        engine = decoder(self.repeats)
        text, at = "", 0
        number = 0
        pieces = self._pieces()
        opened = False
        for piece in pieces:
            text, at = text[at:] + piece, 0
            while True:
                at = _past(text, at, _SPACE if not opened else _SPACE + ",")
                if not opened and at < len(text):
                    opened, at = True, at + 1
                    continue
                if text[at : at + 1] == "]":
                    return
                try:
                    record, end = engine.raw_decode(text, at)
                except ValueError:
                    break
                except RecursionError:
                    raise self._broken(number, "it is nested too deeply") from None
                after = _past(text, end, _SPACE)
                if after == len(text):
                    break
                number, at = number + 1, after
                yield number, record, None, ""
            if len(text) - at > self.limits.line_bytes + _CHUNK:
                raise self._broken(number, "it is no JSON, or longer than a record may be")
        raise self._broken(number, "it is no JSON, or the file is cut off")

    def _pieces(self) -> Iterator[str]:
        """Read the text in pieces."""
        engine = codecs.getincrementaldecoder(self.encoding.name)()
        try:
            with self.given.open() as file:
                file.seek(self.encoding.mark)
                while data := file.read(_CHUNK):
                    yield engine.decode(data)
                yield engine.decode(b"", final=True)
        except UnicodeDecodeError:
            raise Unreadable(f"“{self.given.name}” is no valid text.", cause="JSON has to be UTF-8.") from None

    def _document(self) -> list[RawTable]:
        """Read a whole document and find the arrays of objects in it."""
        if self.given.stamp.size > self.limits.json_bytes:
            raise Unreadable(
                f"“{self.given.name}” is one JSON object of more than {self.limits.json_bytes // 1_000_000} MB.",
                way_out="Ask for the export as JSON lines or CSV.",
            )
        try:
            whole = decoder(self.repeats).decode("".join(self._pieces()))
        except (ValueError, RecursionError):
            raise Unreadable(
                f"“{self.given.name}” is no JSON.",
                cause="It begins like JSON, and is broken, cut off or nested too deeply.",
                way_out="Ask for it again.",
            ) from None
        self.layout = "JSON document"
        found = list(_arrays(whole, "", 0)) or ([("", [whole])] if isinstance(whole, dict) else [])
        if len(found) == 1:
            return [self._table("", partial(_held, found[0][1]))]
        return [self._table(path, partial(_held, records)) for path, records in found]

    def _broken(self, number: int, why: str) -> Unreadable:
        return Unreadable(
            f"“{self.given.name}” cannot be read past record {number}.",
            cause=f"In what comes after it, {why}.",
            way_out="Ask for it again.",
        )


def _line(engine: json.JSONDecoder, text: str, number: int, place: tuple[int, int] | None) -> Record:
    """Read one line as a record."""
    if text.startswith(ODD):
        return number, "", place, text.strip().strip(ODD)
    try:
        return number, engine.decode(text), place, ""
    except RecursionError:
        return number, text, place, "row-json-deep"
    except ValueError:
        return number, text, place, "row-json"


def _held(records: list[Json]) -> Iterator[Record]:
    """Give records already in memory."""
    return ((number, record, None, "") for number, record in enumerate(records, 1))


def _arrays(value: Json, path: str, depth: int) -> Iterator[tuple[str, list[Json]]]:
    """Find the arrays of objects within objects, each with the names that lead to it."""
    if isinstance(value, list):
        if any(isinstance(held, dict) for held in value):
            yield path, value
    elif isinstance(value, dict) and depth < _DEEPEST_TABLE:
        for name, held in value.items():
            yield from _arrays(held, f"{path}.{name}" if path else name, depth + 1)


def _past(text: str, at: int, marks: str) -> int:
    """Tell where the run of marks at `at` ends."""
    while at < len(text) and text[at] in marks:
        at += 1
    return at
