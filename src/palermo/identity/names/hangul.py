"""Reads names in Hangul as passports, scholars and people write them in Latin letters."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from palermo.identity.names.spellings import LONGEST, Spelling, distinct
from palermo.identity.names.units import hangul_letters

MOST = 24
"""Spellings kept of one word in Hangul: each syllable has several."""

_LETTERS = 9
"""The most letters of a syllable, or of a surname of two."""

_NATIVE = 3
"""Syllables up to which a word is read as people of the language spell their own names; longer ones are foreign."""


@dataclass(frozen=True, slots=True)
class HangulScheme:
    """One way to write Hangul in Latin letters, by initials, vowels and finals."""

    rule: str
    cost: int
    initials: Mapping[str, str]
    vowels: Mapping[str, str]
    finals: Mapping[str, str]
    voiced: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HangulTable:
    """The schemes of Hangul, surnames and syllables of given names as people spell them, and every Latin writing of these."""

    schemes: tuple[HangulScheme, ...]
    surnames: Mapping[str, tuple[str, ...]]
    syllables: Mapping[str, tuple[str, ...]]
    written: frozenset[str]


def hangul_table(table: Mapping[str, Any]) -> HangulTable:
    """Make the table out of plain data, as `rules/names/hangul.yaml` has it."""
    schemes = tuple(
        HangulScheme(row["rule"], row["cost"], row["initials"], row["vowels"], row["finals"], row["voiced"])
        for row in table["schemes"]
    )
    surnames = {**table["surnames"]["rows"], **table["surnames"]["two"]}
    by_surname, by_syllable = _spelled(surnames), _spelled(table["syllables"]["rows"])
    written = {latin for rows in (by_surname, by_syllable) for spelled in rows.values() for latin in spelled}
    written |= {_by_scheme((one,), scheme) for one in by_syllable for scheme in schemes[:2]}
    return HangulTable(schemes, by_surname, by_syllable, frozenset(written))


def is_korean(latin: str, table: HangulTable, most: int = _NATIVE) -> bool:
    """Tell whether a word in Latin letters is made of one to three syllables of Korean names."""
    for size in range(min(_LETTERS, len(latin)), 0, -1):
        if latin[:size] in table.written and (
            size == len(latin) or (most > 1 and is_korean(latin[size:], table, most - 1))
        ):
            return True
    return False


def read_hangul(word: str, table: HangulTable) -> list[Spelling]:
    """Spell one word of Hangul: as a surname where it is one, by each scheme, and by the syllables people write.

    Returns:
        at most twenty-four spellings, the one of the first scheme first; empty for a word without a syllable.
    """
    syllables = tuple(char for char in unicodedata.normalize("NFC", word[:LONGEST]) if hangul_letters(char)[1])
    by_scheme = [Spelling(_by_scheme(syllables, scheme), scheme.rule, scheme.cost) for scheme in table.schemes]
    surname = table.surnames.get("".join(syllables), ())
    as_surname = [Spelling(latin, "hangul-surname", 0) for latin in surname]
    return distinct([*by_scheme[:1], *as_surname, *by_scheme[1:], *_by_people(syllables, table)], MOST)


def split_hangul(word: str, table: HangulTable) -> tuple[str, ...]:
    """Part a name written in one into surname and given name; what starts with no surname stays in one."""
    composed = unicodedata.normalize("NFC", word[:LONGEST])
    for size in (2, 1):
        if size < len(composed) <= size + _NATIVE - 1 and composed[:size] in table.surnames:
            return composed[:size], composed[size:]
    return (word,)


def _by_scheme(syllables: tuple[str, ...], scheme: HangulScheme) -> str:
    out: list[str] = []
    voiced = False
    for syllable in syllables:
        initial, vowel, final = hangul_letters(syllable)
        begun = scheme.voiced.get(initial) if voiced else None
        out += [begun or scheme.initials.get(initial, ""), scheme.vowels[vowel], scheme.finals.get(final, "")]
        voiced = final in {"", "ㄴ", "ㄹ", "ㅁ", "ㅇ"}
    return "".join(out)


def _by_people(syllables: tuple[str, ...], table: HangulTable) -> Iterator[Spelling]:
    """Put together the spellings that people have for each syllable."""
    if not 1 <= len(syllables) <= _NATIVE:
        return
    first = table.schemes[0]
    held = [table.syllables.get(one, (_by_scheme((one,), first),)) for one in syllables]
    for spelled in product(*held):
        yield Spelling("".join(spelled), "hangul-syllables", 0)


def _spelled(rows: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {written: tuple(latin.split()) for written, latin in rows.items()}
