"""Reads names in Hebrew letters as they are written in Latin ones; vowel points are taken off, vowels of known names known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from palermo.identity.names.spellings import ScriptTable, Spelling, bare, distinct, script_table, spell


@dataclass(frozen=True, slots=True)
class HebrewTable:
    """The schemes of Hebrew letters, and the spellings of known names by their letters."""

    script: ScriptTable
    known: Mapping[str, tuple[str, ...]]


def hebrew_table(table: Mapping[str, Any]) -> HebrewTable:
    """Make the table out of plain data, as `rules/names/hebrew.yaml` has it."""
    return HebrewTable(
        script_table(table), {bare(name): tuple(latin.split()) for name, latin in table["known"]["rows"].items()}
    )


def read_hebrew(word: str, table: HebrewTable) -> list[Spelling]:
    """Spell one Hebrew word: as it is known, and by every scheme of `rules/names/hebrew.yaml`.

    Returns:
        at most eight spellings, the usual one first; empty for a word without a letter.
    """
    letters = bare(word).replace("\u05f3", "'")
    known = [Spelling(latin, "hebrew-known", 0) for latin in table.known.get(letters, ())]
    return distinct([*known, *spell(letters, table.script)])
