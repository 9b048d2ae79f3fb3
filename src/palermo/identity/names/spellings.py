"""Says what the spelling of one word in Latin letters is, and reads words of one script by its table."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from palermo.identity.names.endings import Ending, endings_of, with_other_endings
from palermo.identity.names.schemes import Scheme, schemes_of

MOST = 8
"""Spellings kept of one word."""

LONGEST = 60
"""Letters of a word that are read; no name is longer, and what follows is looked at by nothing."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a word in the letters a to z.

    Attributes:
        latin: the spelling, lower case.
        rule: the rule that made it.
        cost: what it says against itself, in hundredths of a letter; 0 is the usual way.
    """

    latin: str
    rule: str
    cost: int


@dataclass(frozen=True, slots=True)
class ScriptTable:
    """The schemes of one script and the endings its names change by."""

    schemes: tuple[Scheme, ...]
    endings: tuple[Ending, ...]


def script_table(table: Mapping[str, Any]) -> ScriptTable:
    """Make the table of one script out of plain data, as `rules/names/` has it."""
    return ScriptTable(schemes_of(table), endings_of(table.get("endings", ())))


def spell(word: str, table: ScriptTable) -> list[Spelling]:
    """Spell a word by every scheme that fits it, the marks a scheme leaves being taken off; dearer ones come last."""
    return distinct(
        Spelling(plain(scheme.spell(word)), scheme.rule, scheme.cost) for scheme in table.schemes if scheme.fits(word)
    )


def spell_with_endings(word: str, table: ScriptTable) -> list[Spelling]:
    """Spell a word, and by the first scheme also what it is with the other ending of its family."""
    spelled = spell(word, table)
    first = table.schemes[0]
    others = [
        Spelling(plain(first.spell(other)), ending.rule, ending.cost)
        for other, ending in with_other_endings(word, table.endings)
    ]
    return distinct([*spelled[: MOST - min(len(others), 2)], *others])


def distinct(spellings: Iterable[Spelling], most: int = MOST) -> list[Spelling]:
    """Keep of each spelling the cheapest, in the order first met, at most so many."""
    kept: dict[str, Spelling] = {}
    for spelling in spellings:
        before = kept.get(spelling.latin)
        if spelling.latin and (before is None or spelling.cost < before.cost):
            kept[spelling.latin] = spelling
    return list(kept.values())[:most]


def plain(text: str) -> str:
    """Take the marks off letters; whatever is no letter or figure goes."""
    if text.isascii() and text.isalnum():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if char.isalnum())


def bare(word: str, keep: Sequence[str] = ()) -> str:
    """Lower a word and take off its marks, but for the letters that are letters of their own (`й`, `ё`, `ї`, …)."""
    lowered = unicodedata.normalize("NFC", word[:LONGEST]).lower()
    if lowered.isascii():
        return lowered
    return "".join(char if char in keep else _unmarked(char) for char in lowered)


@lru_cache(65_536)
def _unmarked(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
