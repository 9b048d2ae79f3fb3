"""Reads names in Greek as passports, older spelling and the ear write them in Latin letters."""

from palermo.identity.names.spellings import ScriptTable, Spelling, bare, spell_with_endings

_OWN = "ϊϋ"


def read_greek(word: str, table: ScriptTable) -> list[Spelling]:
    """Spell one Greek word by every scheme of `rules/names/greek.yaml`; surnames also with their other ending.

    Returns:
        at most eight spellings, the usual one first; empty for a word without a letter.
    """
    dotted = word.replace("ΐ", "ϊ").replace("ΰ", "ϋ")
    return spell_with_endings(bare(dotted, _OWN).replace("ς", "σ"), table)
