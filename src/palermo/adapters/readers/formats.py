"""Tells a file's format from its first bytes: content decides, the name comes second."""

from palermo.adapters.readers.encodings import Encoding
from palermo.model.errors import Unreadable

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "packed (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "packed (7z)"),
    (b"Rar!", "packed (RAR)"),
    (b"BZh", "packed (bzip2)"),
    (b"\xfd7zXZ", "packed (xz)"),
    (b"(\xb5/\xfd", "packed (zstd)"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"PK\x05\x06", "an empty packed folder (zip)"),
)
_MARKUP = ("<!doctype", "<html", "<?xml", "<table", "<svg", "<head", "<body")
_ODD_SHARE = 0.05


def tell(start: bytes, name: str) -> str:
    """Tell `workbook`, `parquet` or `text`.

    Raises:
        Unreadable: it is something else, named in words.
    """
    if start.startswith(_WORKBOOKS):
        return "workbook"
    if start.startswith(b"PAR1"):
        return "parquet"
    for mark, words in _FOREIGN:
        # Two letters are too few to go by: a table may begin with a column “MZ”.
        if start.startswith(mark) and (mark != b"MZ" or b"\0" in start[:256]):
            way_out = "Unpack it, and add what is in it." if "packed" in words else "Ask for the export as CSV or XLSX."
            raise Unreadable(f"“{name}” is {words}, not a table.", way_out=way_out)
    return "text"


def check_text(text: str, encoding: Encoding, name: str) -> None:
    """Make sure that a sample of decoded text is text.

    Raises:
        Unreadable: it is a web page, or holds what no text holds.
    """
    begin = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if begin.startswith(_MARKUP):
        raise Unreadable(
            f"“{name}” is a web page or XML, not a table.",
            way_out="Open it in a spreadsheet, save it as XLSX, and add that.",
        )
    odd = sum(mark < " " and mark not in "\t\r\n\x01\x1c\x1d\x1e\x1f\f" for mark in text)
    odd += text.count("\ufffd")
    if odd > max(8, _ODD_SHARE * len(text)) or (not begin and len(text) > 0):
        cause = "It holds marks that no text has." if begin else "It holds nothing but blanks."
        raise Unreadable(f"“{name}” is no text.", cause=f"{cause} (read as {encoding.name})")
