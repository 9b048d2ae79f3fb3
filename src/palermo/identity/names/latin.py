"""Reads names in Latin letters with and without their marks, by one letter or two, and as a scanner misreads them."""

import unicodedata

from palermo.identity.names.spellings import LONGEST, ScriptTable, Spelling, spell


def read_latin(word: str, table: ScriptTable) -> list[Spelling]:
    """Spell one word in Latin letters by every scheme of `rules/names/latin.yaml` that fits it.

    Returns:
        at most eight spellings, the one that only takes off the marks first; empty for a word without a letter.
    """
    lowered = word[:LONGEST].lower()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", lowered))
    if lowered.isascii() and lowered.isalpha() and not any(scheme.fits(lowered) for scheme in table.schemes[1:]):
        return [Spelling(lowered, table.schemes[0].rule, 0)]
    return spell(lowered, table)
