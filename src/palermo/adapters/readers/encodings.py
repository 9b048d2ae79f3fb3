"""Tells a text file's encoding from a sample, and decodes its lines: one line may be in another encoding than the rest."""

import codecs
from dataclasses import dataclass
from itertools import pairwise

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE_SAFE = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9",
    "koi8_r", "koi8_u", "mac_roman", "cp437", "cp850", "cp852", "cp866", "gb18030", "big5", "shift_jis", "euc_jp",
    "euc_kr",
]  # fmt: skip
"""Encodings in which a line end and a comma are the bytes they are in ASCII."""

_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœ€£§°ºª«»¿¡–—‘’“”„…·´²³½\u00a0")
"""What stands beyond ASCII in Western European exports."""

_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
WINDOWS = "cp1252"
ODD = "\0"
"""Starts the stand-in for a line that cannot be given; no honest line holds it."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's text is written.

    Attributes:
        name: Python's name of it.
        mark: how many bytes a byte order mark takes at the start.
        mixed: whether a line that is not valid in it is read as Windows-1252.
    """

    name: str
    mark: int = 0
    mixed: bool = False

    @property
    def wide(self) -> bool:
        """Whether a character takes two bytes or four."""
        return self.name in _WIDE


@dataclass(slots=True)
class Tally:
    """What was met while decoding: lines read as Windows-1252, and lines that are text in no way."""

    windows: int = 0
    broken: int = 0

    def notes(self) -> tuple[str, ...]:
        """Say it in sentences."""
        return (
            (f"{self.windows} lines are not valid UTF-8 and were read as Windows-1252.",) if self.windows else ()
        ) + ((f"{self.broken} lines hold bytes that are no text in the file's encoding.",) if self.broken else ())


def tell(sample: bytes) -> Encoding:
    """Tell the encoding of a sample cut from the start of a file; it may end within a character."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name, len(mark), mixed=name == "utf-8")
    if wide := _unmarked_wide(sample):
        return Encoding(wide)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return _not_utf8(sample)
    return Encoding("utf-8", mixed=True)


def _unmarked_wide(sample: bytes) -> str:
    """Tell UTF-16 and UTF-32 without a mark by where their zero bytes stand."""
    head = sample[:4096]
    if len(head) < 8 or head.count(0) < len(head) // 4:
        return ""
    zeros = [head[at::4].count(0) * 4 / len(head) for at in range(4)]
    for name, places in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1)), ("utf-16-le", (1, 3)), ("utf-16-be", (0, 2))):
        others = [zeros[at] for at in range(4) if at not in places]
        if all(zeros[at] > 0.8 for at in places) and min(others) < 0.2:
            return name
    return ""


def _not_utf8(sample: bytes) -> Encoding:
    """Choose for a sample that is not UTF-8: mixed, Windows-1252 where it reads well, or what charset-normalizer says."""
    high = [line for line in sample.splitlines() if not line.isascii()]
    valid = sum(_is_utf8(line) for line in high)
    if valid * 10 >= len(high):
        return Encoding("utf-8", mixed=True)
    text = b"".join(high)[:65_536]
    beyond = [mark for mark in text.decode(WINDOWS, "replace") if mark > "\x7f"]
    if sum(mark in _WESTERN for mark in beyond) >= 0.95 * len(beyond) and not _doubled(text):
        return Encoding(WINDOWS)
    from charset_normalizer import from_bytes

    best = from_bytes(text, cp_isolation=_LINE_SAFE).best()
    return Encoding(best.encoding if best else WINDOWS)


def _doubled(text: bytes) -> bool:
    """Tell whether bytes beyond ASCII mostly stand in pairs, as in Chinese encodings and never in Western words."""
    high = sum(byte > 0x7F for byte in text)
    paired = sum(a > 0x7F and b > 0x7F for a, b in pairwise(text))
    return paired * 2 > high


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def decode_lines(lines: list[bytes], encoding: Encoding, tally: Tally) -> list[str]:
    """Decode lines; one that is no text becomes a stand-in that starts with `ODD`."""
    name = "utf-8" if encoding.wide else encoding.name
    try:
        return [str(line, name) for line in lines]
    except UnicodeDecodeError:
        return [_decode(line, name, encoding, tally) for line in lines]


def _decode(line: bytes, name: str, encoding: Encoding, tally: Tally) -> str:
    try:
        return line.decode(name)
    except UnicodeDecodeError:
        pass
    if encoding.mixed:
        tally.windows += 1
        # The five bytes Windows-1252 leaves open stand for themselves, as browsers have it.
        return "".join(_windows(byte) for byte in line)
    tally.broken += 1
    return f"{ODD}row-bytes{ODD}" + ("\n" if line.endswith(b"\n") else "")


def _windows(byte: int) -> str:
    try:
        return bytes((byte,)).decode(WINDOWS)
    except UnicodeDecodeError:
        return chr(byte)
