"""Knows the syllables of Mandarin in Latin letters, and what a word of them is in pinyin."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from palermo.identity.names.han import HanTable, read_han
from palermo.identity.names.spellings import Spelling, distinct

_MOST = 4
"""Syllables of a given name in one word."""

_CHOICES = 4
"""Readings in pinyin kept of one word."""


@dataclass(frozen=True, slots=True)
class Mandarin:
    """Syllables and surnames as they are met in Latin letters.

    Attributes:
        syllables: the syllables of pinyin.
        other: these, and the syllables of Cantonese, Hokkien and older Mandarin spellings.
        older: what a syllable of Wade-Giles may be in pinyin.
        surnames: for each Latin writing of a surname, the characters it may stand for, by how many there are.
        ranked: the surnames in Han, the commonest first.
        pinyin_of: the pinyin of each surname in Han.
        surname_pinyin: the pinyin of the commonest surname of each Latin writing.
    """

    syllables: frozenset[str]
    other: frozenset[str]
    older: Mapping[str, tuple[str, ...]]
    surnames: Mapping[str, tuple[str, ...]]
    ranked: tuple[str, ...]
    pinyin_of: Mapping[str, str]
    surname_pinyin: Mapping[str, str]


def mandarin_of(table: HanTable, syllables: Sequence[str]) -> Mandarin:
    """Make what is known of Latin writings out of the table of Han characters."""
    known = frozenset(syllables) | {one.replace("v", "u") for one in syllables}
    older: dict[str, list[str]] = {}
    for scheme in table.romanised[:2]:
        for one in syllables:
            held = older.setdefault(scheme.spell(one), [])
            held += [plain for plain in (one.replace("v", "u"),) if plain not in held]
    surnames: dict[str, list[str]] = {}
    pinyin: dict[str, str] = {}
    pinyin_of: dict[str, str] = {}
    for char in table.surnames_by_rank:
        spelled = read_han(char, table)
        for spelling in spelled:
            if spelling.rule not in {"han-other-reading", "han-abroad"}:
                surnames.setdefault(spelling.latin, []).append(char)
                pinyin.setdefault(spelling.latin, spelled[0].latin.replace("v", "u"))
        pinyin_of[char] = spelled[0].latin.replace("v", "u")
        pinyin[pinyin_of[char]] = pinyin_of[char]
    return Mandarin(
        known,
        _other_syllables(table) | frozenset(older) | known,
        {one: tuple(held) for one, held in older.items()},
        {latin: tuple(chars) for latin, chars in surnames.items()},
        table.surnames_by_rank,
        pinyin_of,
        pinyin,
    )


def is_pinyin(latin: str, mandarin: Mandarin) -> bool:
    """Tell whether a word is made of one to four syllables of pinyin."""
    return bool(_cut(latin, mandarin.syllables, _MOST))


def is_syllables(latin: str, mandarin: Mandarin) -> bool:
    """Tell whether a word is made of one to four syllables of any Chinese tongue, as papers spell them."""
    return bool(_cut(latin, mandarin.other, _MOST))


def in_pinyin(latin: str, mandarin: Mandarin) -> list[Spelling]:
    """Give what a word in Wade-Giles may be in pinyin; empty where it is pinyin already, or neither."""
    said, cut = _cut(latin, mandarin.syllables, _MOST), _cut(latin, mandarin.older, _MOST)
    if not cut or (said and len(said) <= len(cut)):
        return []
    choices = product(*(mandarin.older[one] for one in cut))
    return distinct([Spelling("".join(said), "han-wade-giles", 10) for said in choices], _CHOICES)


def syllables_of(latin: str, mandarin: Mandarin) -> tuple[str, ...]:
    """Cut a word into syllables of pinyin; empty where it is none."""
    return _cut(latin, mandarin.syllables, _MOST)


def _other_syllables(table: HanTable) -> frozenset[str]:
    cantonese = {
        scheme.spell(said) for held in table.cantonese.values() for said in held for scheme in table.cantonese_pieces
    }
    return frozenset(cantonese | {latin for spelled in table.hokkien.values() for latin in spelled})


def _cut(latin: str, known: Container[str], most: int) -> tuple[str, ...]:
    """Cut a word into known syllables, the longest first; empty where it cannot be."""
    if not latin:
        return ()
    for size in range(min(6, len(latin)), 0, -1):
        if latin[:size] not in known:
            continue
        if size == len(latin):
            return (latin,)
        rest = _cut(latin[size:], known, most - 1) if most > 1 else ()
        if rest:
            return (latin[:size], *rest)
    return ()
