"""Tells Vietnamese names apart by their marks where both have them, and knows surnames that are one in two forms."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from palermo.identity.names.spellings import LONGEST, Spelling, plain

_HORN_AND_STROKE = frozenset("đơư")
_VIETNAMESE_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


@dataclass(frozen=True, slots=True)
class VietnameseTable:
    """What is known of Vietnamese names, without their marks: letters, surnames, middle words and twin surnames."""

    letters: Mapping[int, str]
    surnames: frozenset[str]
    middle: frozenset[str]
    twins: Mapping[str, str]
    twin_cost: int


def vietnamese_table(table: Mapping[str, Any]) -> VietnameseTable:
    """Make the table out of plain data, as `rules/names/vietnamese.yaml` has it."""
    letters = str.maketrans(table["letters"]["pieces"])

    def unmarked(word: str) -> str:
        return plain(_composed(word).translate(letters))

    twins: dict[str, str] = {}
    for one, other in table["same"]["pairs"]:
        twins[unmarked(one)], twins[unmarked(other)] = unmarked(other), unmarked(one)
    return VietnameseTable(
        letters,
        frozenset(map(unmarked, table["surnames"]["words"])),
        frozenset(map(unmarked, table["middle"]["words"])),
        twins,
        table["same"]["cost"],
    )


def read_vietnamese(word: str, table: VietnameseTable) -> list[Spelling]:
    """Spell a Vietnamese word without its marks, and a surname also in its other form (Hoàng, Huỳnh)."""
    latin = plain(_composed(word).translate(table.letters))
    twin = table.twins.get(latin)
    found = [Spelling(latin, "vietnamese-marks", 0)] if latin else []
    return [*found, Spelling(twin, "vietnamese-twin", table.twin_cost)] if twin else found


def marks_differ(one: str, other: str) -> bool:
    """Tell whether two words are written with Vietnamese marks and differ by them: Đặng and Đăng are two names.

    A word without any mark may have lost them, and differs from none that it is without them.
    """
    first, second = _composed(one), _composed(other)
    return first != second and _marked(first) and _marked(second)


def vietnamese_marks(word: str) -> bool:
    """Tell whether a word is written with Vietnamese marks."""
    return not word.isascii() and _marked(_composed(word))


def looks_vietnamese(words: tuple[str, ...], table: VietnameseTable) -> bool:
    """Tell whether a name starts, or ends, with a Vietnamese surname and has two to five short words."""
    bare = [plain(_composed(word).translate(table.letters)) for word in words]
    return (
        2 <= len(bare) <= 5 and max(map(len, bare)) <= 7 and (bare[0] in table.surnames or bare[-1] in table.surnames)
    )


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word[:LONGEST]).lower()


def _marked(word: str) -> bool:
    return any(char in _HORN_AND_STROKE for char in word) or any(
        mark in _VIETNAMESE_MARKS for mark in unicodedata.normalize("NFD", word)
    )
