"""Cuts a file into lines without ever holding an over-long one, and knows where each ends."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from palermo.adapters.readers.encodings import ODD, Encoding, Tally, decode_lines

_BLOCK = 1 << 18
_TOO_LONG = f"{ODD}row-too-long{ODD}\n".encode()


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines: their texts with line ends, and how many bytes of the file each takes; None where that is not known."""

    texts: list[str]
    sizes: list[int | None]


def blocks(file: BinaryIO, encoding: Encoding, limit: int, tally: Tally, base: int = 0) -> Iterator[Block]:
    """Read a file from byte `base` to its end in blocks of lines; a line over `limit` bytes becomes a stand-in that starts with `ODD`."""
    owed = 0 if base else encoding.mark
    file.seek(base or encoding.mark)
    source = _Recoded(file, encoding.name) if encoding.wide else file
    for lines, sizes in _cut(source, limit):
        texts = decode_lines(lines, encoding, tally)
        known: list[int | None] = [_wide_size(text, encoding.name) for text in texts] if encoding.wide else [*sizes]
        known[0] = None if known[0] is None else known[0] + owed
        owed = 0
        yield Block(texts, known)


def _wide_size(text: str, name: str) -> int | None:
    """Measure a line as it stood in the file; of a stand-in nothing is known."""
    return None if text.startswith(ODD) else len(text.encode(name, "surrogatepass"))


class _Recoded:
    """Gives a file of wide characters as UTF-8."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(name)("replace")

    def read(self, count: int) -> bytes:
        """Read some bytes of UTF-8; none at the end."""
        while data := self._file.read(count):
            if text := self._decoder.decode(data):
                return text.encode()
        return self._decoder.decode(b"", final=True).encode()


def _cut(source: "BinaryIO | _Recoded", limit: int) -> Iterator[tuple[list[bytes], list[int]]]:
    """Cut what is read into lines, at `\\n`, `\\r\\n` and `\\r`."""
    carry = b""
    while data := source.read(_BLOCK):
        buffer = carry + data
        end = buffer.rfind(b"\n") + 1 or buffer.rfind(b"\r", 0, len(buffer) - 1) + 1
        if end:
            yield _bounded(buffer[:end].splitlines(keepends=True), limit)
            carry = buffer[end:]
        elif len(buffer) > limit:
            size, carry = _skip(source, len(buffer))
            yield [_TOO_LONG], [size]
        else:
            carry = buffer
    if carry:
        yield _bounded(carry.splitlines(keepends=True), limit)


def _bounded(lines: list[bytes], limit: int) -> tuple[list[bytes], list[int]]:
    """Measure the lines and put the stand-in for those too long."""
    sizes = list(map(len, lines))
    if max(sizes) > limit:
        lines = [line if len(line) <= limit else _TOO_LONG for line in lines]
    return lines, sizes


def _skip(source: "BinaryIO | _Recoded", size: int) -> tuple[int, bytes]:
    """Read past the rest of an over-long line: its size in all, and what comes after it."""
    while data := source.read(_BLOCK):
        if end := _line_end(data):
            return size + end, data[end:]
        size += len(data)
    return size, b""


def _line_end(data: bytes) -> int:
    """Tell where the first line of some bytes ends; 0 where it does not."""
    newline = data.find(b"\n") + 1
    lone = data.find(b"\r", 0, newline or len(data)) + 1
    # In `\r\n` the two are one line end.
    return lone if lone and lone + 1 != newline else newline
