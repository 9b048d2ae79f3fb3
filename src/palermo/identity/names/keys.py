"""Writes a name in plain Latin letters, and gives the keys under which two writings of it meet, whatever the script."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from palermo.identity.names.folding import by_consonants, by_sound
from palermo.identity.names.parts import Script
from palermo.identity.names.prepared import NameParts, parts_of
from palermo.identity.names.tables import NameTables
from palermo.identity.names.word import Word

MOST = 12
"""Keys given of one name."""

_SURNAMES = 3
_WORDS = 4
_GIVENS = 6


def latin(name: str, tables: NameTables) -> str:
    """Write a name in Latin letters, its words in order of the alphabet: one writing for 陈丽华, CHEN LI HUA and Lihua Tchen.

    Little words, titles and marks are left out, surnames in Han letters of any custom are given in pinyin.

    Returns:
        the words with a space between; empty for a name without a letter that can be read.
    """
    parts = parts_of(name, tables)
    canonical = next(_mandarin(parts, tables), None)
    words = canonical or tuple(word.spellings[0].latin for word in parts.words)
    return " ".join(sorted(words))


def keys(name: str, tables: NameTables) -> tuple[str, ...]:
    """Give the keys of a name, at most twelve: two writings of one name share one, and so do some of different names.

    A key is for finding candidates, never for saying that two names are one; `compare` says that. Words of three and more
    are keyed two and two, so that a middle name or a second surname left out parts nobody. Call names are keyed by the
    given names they stand for.
    """
    parts = parts_of(name, tables)
    if not parts.words:
        return ()
    made: list[str] = [" ".join(sorted(words)) for words in _mandarin(parts, tables)]
    codes = [_codes(word, tables) for word in parts.words[:_WORDS]]
    if len(codes) == 1:
        made += codes[0]
    for pair in combinations(codes, 2):
        made += [" ".join(sorted(both)) for both in product(*pair)]
    return tuple(dict.fromkeys(key for key in made if key))[:MOST]


def _codes(word: Word, tables: NameTables) -> list[str]:
    """Give the codes of a word's consonants: of its first spelling, and of the given name it is called for."""
    if not word.spellings:
        return []
    first = word.spellings[0].latin
    if word.initial:
        return [first[0]]
    held = [first, *_named(first, tables)]
    return list(dict.fromkeys(by_consonants(one, tables.folding) or by_sound(one, tables.folding) for one in held))


def _named(latin: str, tables: NameTables) -> list[str]:
    return sorted(tables.variants.givens.get(latin, ()))[:1]


def _mandarin(parts: NameParts, tables: NameTables) -> Iterator[tuple[str, ...]]:
    """Give surname and given name in pinyin where a name is of Mandarin syllables, for each surname it may be."""
    words = parts.words
    if len(words) == 2 and all(word.script is Script.HAN for word in words):
        surname, given = words if words[0].written in tables.han.surnames else words[::-1]
        first = _u(surname.spellings[0].latin)
        for spelling in given.spellings:
            if spelling.rule in {"han-pinyin", "han-cantonese", "han-hokkien", "han-other-reading"}:
                yield first, _u(spelling.latin)
        return
    if len(words) < 2 or any(word.script is not Script.LATIN for word in words):
        return
    for at in (0, -1):
        others = words[1:] if at == 0 else words[:-1]
        found = _surname(words[at], tables)
        if found and all(word.syllables and not word.initial for word in others):
            givens = list(product(*(_in_pinyin(word) for word in others)))[:_GIVENS]
            yield from ((pinyin, "".join(given)) for given in givens for pinyin in found)
            return


def _surname(word: Word, tables: NameTables) -> Sequence[str]:
    """Give in pinyin the surnames that a word may be, the commonest first."""
    said = word.spellings[0].latin
    mandarin = tables.mandarin
    usual = mandarin.surname_pinyin.get(said)
    held = [usual] if usual else []
    held += [
        _u(tables.han.first.get(char) or mandarin.pinyin_of.get(char, "")) for char in mandarin.surnames.get(said, ())
    ]
    return tuple(dict.fromkeys(one for one in held if one))[:_SURNAMES]


def _in_pinyin(word: Word) -> Sequence[str]:
    """Give what a word is in pinyin: itself, or what its syllables of Wade-Giles may be."""
    found = [one.latin for one in word.spellings if one.rule == "han-wade-giles"]
    return [_u(one) for one in found] or [word.spellings[0].latin]


def _u(latin: str) -> str:
    return latin.replace("v", "u")
