"""Makes text safe to write out: cells no spreadsheet takes for a formula, names no terminal takes for a command."""

import unicodedata

_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula; the wide forms because some fold them (CWE-1236)."""


def neutralise(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet might run; plain numbers with a sign stay as they are."""
    bare = cell.lstrip(" \u00a0")
    if not bare.startswith(_STARTERS):
        return cell
    if bare[0] in "+-" and bare[1:].replace(".", "", 1).replace(",", "", 1).isascii():
        digits = bare[1:].replace(".", "", 1).replace(",", "", 1)
        if digits.isdigit():
            return cell
    return f"'{cell}"


def shown(text: str) -> str:
    """Escape control, bidirectional and other unseen characters, so that what is shown is what is there."""
    return "".join(mark if _plain(mark) else f"\\u{{{ord(mark):x}}}" for mark in text)


def _plain(mark: str) -> bool:
    return unicodedata.category(mark) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
