"""Reads names in Hebrew letters as they are written in Latin ones; vowel points are taken off."""

from palermo.identity.names.spellings import ScriptTable, Spelling, bare, spell


def read_hebrew(word: str, table: ScriptTable) -> list[Spelling]:
    """Spell one Hebrew word by every scheme of `rules/names/hebrew.yaml`.

    Returns:
        at most eight spellings, the usual one first; empty for a word without a letter.
    """
    return spell(bare(word).replace("\u05f3", "'"), table)
