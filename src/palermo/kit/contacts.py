"""Reads every phone number, messenger name, mail and page in a free text, in whatever way it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from palermo.kit.addresses import find_addresses
from palermo.kit.digit_runs import GAP
from palermo.kit.digit_words import HAN_DIGITS
from palermo.kit.fold import Folded, fold_mapped
from palermo.kit.phone_runs import BAR, find_phones

_PLAIN_WAYS = frozenset({"digits", "handle", "mail", "page"})
_ODD_MARKS = re.compile(r"[*_~|=#\\\"{}<>]")
_SPACED_OUT = re.compile(rf"(?<![0-9])(?:[0-9][^0-9a-z{GAP}]{{1,3}}){{5}}")
_NAMED = frozenset({"handle", "mail", "page"})
_TRAILING = re.compile("[\ufe0e\ufe0f\u20e3]*")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08]")
_HINTS = (
    "nul",
    "zer",
    "cer",
    "oh",
    "six",
    "sei",
    "sech",
    "zes",
    "siet",
    "ocho",
    "nuev",
    "plus",
    " at ",
    " aro",
    " arr",
    " id",
)
_HINT = re.compile(r"[0-9@.:=\x00-\x08_(\[{<]")


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact in a text.

    Attributes:
        value: in canonical writing, as `palermo.kit.phones.read_contact` gives it.
        start: where it begins in the text, in characters.
        end: the character after its last.
        as_written: the stretch of the text from `start` to `end`.
        ways: how it is written, sorted: `digits`, `handle`, `mail`, `page`, or the disguises used.
    """

    value: str
    start: int
    end: int
    as_written: str
    ways: tuple[str, ...]

    @property
    def plain(self) -> bool:
        """Whether it is written so that a machine reads it easily."""
        return _PLAIN_WAYS.issuperset(self.ways)


def read_contacts(text: str) -> tuple[Contact, ...]:
    """Read the contacts of a text, in the order of their beginnings; they never overlap.

    A phone has 8 to 15 digits. Written without `+` or `00` it begins with 0, or is nine digits grouped as in Spain or ten
    as in North America, or stands together or in a known shape after a word such as “tel”, or is a Chinese mobile, or
    single digits with one odd sign between all: other digits are prices, counts and ids. A whole number that begins
    with 0 may be glued to a word. A word that is a digit too is none beside a number that is whole without it.
    Disguises are `words` (digits, at or points as words), `letters for digits`, `look-alike digits`,
    `digits spaced out`, `odd marks between`, `emoji between` and `invisible marks between`.

    Args:
        text: any text, as it was written.
    """
    if not _may_hold(text):
        return ()
    folded = fold_mapped(text, gap=GAP)

    def original_of(start: int, end: int) -> str:
        first, last = folded.span(start, end)
        return text[first:last]

    addresses, rest = find_addresses(folded.text, original_of)
    found = [(one.start, one.end, one.value, one.ways) for one in addresses]
    found += [(one.start, one.end, one.value, tuple(one.ways)) for one in find_phones(rest)]
    return tuple(_apart(text, folded, sorted(found)))


def _may_hold(text: str) -> bool:
    """Tell cheaply whether a text can hold a contact."""
    if not text.isascii() or _HINT.search(text) is not None:
        return True
    low = text.lower()
    return any(hint in low for hint in _HINTS)


def _apart(text: str, folded: Folded, found: list[tuple[int, int, str, tuple[str, ...]]]) -> Iterator[Contact]:
    """Give the contacts with their stretches of the original text."""
    last = 0
    for start, end, value, ways in found:
        first, after = folded.span(start, end)
        trailing = _TRAILING.match(text, after)
        after = trailing.end() if trailing else after
        if first < last:
            continue
        last = after
        written = text[first:after]
        named = bool(ways) and _NAMED.issuperset(ways)
        yield Contact(value, first, after, written, ways if named else _ways(written, folded.text[start:end], ways))


def _ways(written: str, read: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """List the disguises of a number, or `digits` where there is none."""
    ways = set(known)
    if _SPACED_OUT.search(read):
        ways.add("digits spaced out")
    if _ODD_MARKS.search(read) and not (BAR in read and "letters for digits" in ways):
        ways.add("odd marks between")
    if not written.isascii():
        if GAP in read:
            ways.add("emoji between")
        if any(char.isnumeric() and not "0" <= char <= "9" and char not in HAN_DIGITS for char in written) or (
            "\u20e3" in written
        ):
            ways.add("look-alike digits")
        if _HIDDEN.search(written):
            ways.add("invisible marks between")
    return tuple(sorted(ways)) or ("digits",)
