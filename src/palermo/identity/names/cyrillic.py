"""Reads names in Cyrillic as English, German, French, Balkan papers and passports write them in Latin letters."""

from palermo.identity.names.spellings import ScriptTable, Spelling, bare, spell_with_endings

_OWN = "йёїўќѓӣӯӑӗ"
"""Letters with marks that are letters of their own; the accent of stress is none."""


def read_cyrillic(word: str, table: ScriptTable) -> list[Spelling]:
    """Spell one Cyrillic word by every scheme of `rules/names/cyrillic.yaml`; surnames also with their other ending.

    Returns:
        at most eight spellings, the usual one first; empty for a word without a letter.
    """
    return spell_with_endings(bare(word, _OWN), table)
