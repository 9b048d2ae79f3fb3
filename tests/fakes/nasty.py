"""Makes files that go wrong, and readings of them, for the tests of readers and intake."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from palermo.adapters.readers import Limits, Opened, open_tables
from palermo.adapters.rules import load
from palermo.intake.checking import Checked, Checker
from palermo.intake.guessing import guess, sample_columns
from palermo.intake.headers import find_header, stated_header
from palermo.intake.lexicon import Lexicon, read_lexicon
from palermo.intake.mapping import Guess
from palermo.model.raw import RawBatch, RawTable

ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


@dataclass(frozen=True, slots=True)
class PlainMasked:
    """A text with the word `banned` masked."""

    text: str
    count: int


class PlainMasker:
    """Masks the one word `banned`."""

    def mask(self, text: str) -> PlainMasked:
        """Put the mark in place of the word."""
        return PlainMasked(text.replace("banned", "▮"), text.count("banned"))


def lexicon() -> Lexicon:
    """Read the words of headers and values."""
    return read_lexicon(load("headers"))


def protected(header: str) -> bool:
    """Tell the two protected headers these tests know."""
    return header.casefold() in {"nationality", "sex"}


def put(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    """Write a file and give its path."""
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return path


def put_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a packed file with the parts given."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def put_ods(path: Path, tables: str) -> Path:
    """Write an ODS workbook with the XML of its tables."""
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return put_zip(
        path, {"mimetype": mime, "content.xml": ODS_HEAD + tables + ODS_TAIL, "META-INF/manifest.xml": manifest}
    )


def rows_of(table: RawTable, first: int = 1) -> list[list[str | None]]:
    """Give all cells of a table from a row on, those beyond the width included."""
    found: list[list[str | None]] = []
    for batch in table.batches(first):
        cells = [list(row.values()) for row in batch.cells.to_pylist()]
        found += [[*row, *(more or ())] for row, more in zip(cells, batch.more.to_pylist(), strict=True)]
    return found


def problems_of(table: RawTable) -> dict[int, str]:
    """Give the rows of a table that cannot be read, with the code of what is wrong."""
    found = {}
    for batch in table.batches(1):
        pairs = zip(batch.record.to_pylist(), batch.problem.to_pylist(), strict=True)
        found.update({record: code for record, code in pairs if code})
    return found


def opened(path: Path, content: str | bytes, encoding: str = "utf-8", limits: Limits | None = None) -> Opened:
    """Write a file and open it."""
    return open_tables(put(path, content, encoding), limits=limits or Limits())


@dataclass(frozen=True, slots=True)
class Reading:
    """A table read to its end."""

    guess: Guess
    checker: Checker
    checked: list[Checked]

    @property
    def rows(self) -> list[dict[str, object]]:
        """The good rows."""
        return [row for checked in self.checked for row in checked.rows.to_pylist()]

    @property
    def codes(self) -> dict[int, list[str]]:
        """The codes of the rows set aside, by row."""
        return {row.record: [why.code for why in row.reasons] for checked in self.checked for row in checked.aside}

    @property
    def sentences(self) -> list[str]:
        """The reasons of the rows set aside."""
        return [why.sentence for checked in self.checked for row in checked.aside for why in row.reasons]

    @property
    def contents(self) -> list[str]:
        """The content digests of the good rows, sorted."""
        return sorted(str(row["content"]) for row in self.rows)


def read_table(
    table: RawTable, *, kind: str = "", zone: str = "Europe/Brussels", country: str = "BE",
    shield: Callable[[str], bool] = protected,
) -> Reading:  # fmt: skip
    """Find the header of a table, guess its mapping and check all its rows."""
    words = lexicon()
    header = stated_header(table.header) if table.header is not None else find_header(table.head, words)
    batches: list[RawBatch] = list(table.batches(header.first_row))
    sample: Sequence[Sequence[str]] = sample_columns(batches[0]) if batches else []
    found = guess(header, sample, words, kind=kind, protected=shield)
    checker = Checker(found.mapping(), words, PlainMasker(), zone=zone, country=country)
    return Reading(found, checker, [checker.check(batch) for batch in batches])
