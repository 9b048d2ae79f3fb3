"""Looks into a packed workbook before anyone opens it: unpacks every part once under limits, believing no stated size."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from palermo.adapters.readers.limits import Limits
from palermo.model.errors import Unreadable

_CHUNK = 1 << 18
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_RATIO_FROM = 10_000_000
"""Small parts may be packed as tightly as they like; a part of repeated blank cells is."""

_XLSX_PLACE = re.compile(rb'\sr="([A-Z]{1,10})(\d{1,12})"')
_XLSX_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]{0,200}?\sr="(\d{1,12})"')
_OVERLAP = 512
"""How much of the chunk before is looked at again, for a tag cut in two."""


def check_workbook(file: BinaryIO, name: str, limits: Limits) -> str:
    """Check a zip and tell which workbook it is: `xlsx` or `ods`.

    Raises:
        Unreadable: it is no workbook, is broken, or is made to unpack without end.
    """
    try:
        members = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error, UnicodeDecodeError):
        raise Unreadable(
            f"“{name}” is a broken workbook.", cause="Its end is missing or damaged.", way_out="Ask for it again."
        ) from None
    names = {member.filename for member in members}
    kind = "xlsx" if any(found.endswith("workbook.xml") for found in names) else ""
    kind = kind or ("ods" if "content.xml" in names else "")
    _check_directory(members, name, kind, limits)
    size = 0
    for member in members:
        spread = Spread(limits.sheet_cells) if kind == "xlsx" and "worksheets/" in member.filename else None
        part = 0
        for data in unpack(file, member, name):
            part += len(data)
            if size + part > limits.unpacked_bytes or part > max(_RATIO_FROM, limits.ratio * member.compress_size):
                raise _bomb(name)
            if spread is not None and not spread.see(data):
                raise _bomb(name)
        size += part
    return kind


def _check_directory(members: list[zipfile.ZipInfo], name: str, kind: str, limits: Limits) -> None:
    """Judge what the zip says of itself."""
    names = [member.filename for member in members]
    if any(member.flag_bits & 1 for member in members):
        raise locked(name)
    if not kind:
        what = "a binary workbook (XLSB)" if "xl/workbook.bin" in names else "a packed folder (zip), not a table"
        way_out = "Save it as XLSX." if "XLSB" in what else "Unpack it, and add the files in it."
        raise Unreadable(f"“{name}” is {what}.", way_out=way_out)
    if len(set(names)) < len(names) or any(".." in part or part.startswith(("/", "\\")) for part in names):
        raise Unreadable(
            f"“{name}” is no honest workbook.", cause="The names of its parts point outside it, or repeat."
        )
    if sum(member.file_size for member in members) > limits.unpacked_bytes or len(members) > 10_000:
        raise _bomb(name)


def unpack(file: BinaryIO, member: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """Unpack one part in chunks, to where its packed bytes end.

    Raises:
        Unreadable: it is broken, or packed in a way workbooks are not.
    """
    broken = Unreadable(
        f"“{name}” is a broken workbook.", cause=f"Its part “{member.filename[:80]}” cannot be unpacked."
    )
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise broken
    file.seek(member.header_offset)
    header = file.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
        raise broken
    file.seek(sum(_LOCAL_HEADER.unpack(header)[-2:]), io.SEEK_CUR)
    left = member.compress_size
    engine = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
    try:
        while left and (data := file.read(min(left, _CHUNK))):
            left -= len(data)
            if engine is None:
                yield data
                continue
            yield engine.decompress(data, _CHUNK * 4)
            while engine.unconsumed_tail:
                yield engine.decompress(engine.unconsumed_tail, _CHUNK * 4)
    except zlib.error:
        raise broken from None
    if left or (engine is not None and not engine.eof):
        raise broken


class Spread:
    """How far the cells of a sheet spread, read from its XML as it is unpacked: a few cells far apart fill the memory too."""

    def __init__(self, limit: int) -> None:
        """Allow `limit` cells from the first corner to the last cell."""
        self._limit = limit
        self._rows = self._columns = 1
        self._tail = b""
        self._seen: set[bytes] = set()

    def see(self, data: bytes) -> bool:
        """Look at the next chunk; False once the cells spread too far."""
        window = self._tail + data
        self._tail = window[-_OVERLAP:]
        places = _XLSX_PLACE.findall(window)
        letters = {letters for letters, _ in places} - self._seen
        self._seen |= letters
        self._columns = max([self._columns, *map(_column_number, letters)])
        rows = {int(row) for _, row in places} | set(map(int, _XLSX_ROW.findall(window)))
        self._rows = max(self._rows, max(rows, default=1))
        return self._rows * self._columns <= self._limit


def _column_number(letters: bytes) -> int:
    """Read a column's letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def locked(name: str) -> Unreadable:
    """Say that a workbook is locked by a password."""
    return Unreadable(
        f"“{name}” is locked by a password.", way_out="Open it with its password, save it without one, and add that."
    )


def _bomb(name: str) -> Unreadable:
    return Unreadable(
        f"“{name}” unpacks to more than an honest workbook does.",
        cause="It may be made to fill the memory.",
        way_out="Ask for the export as CSV.",
    )
