"""Reads one word of a name: its spellings, the units it is written with, the names it is a form of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from palermo.identity.names.folding import by_sound
from palermo.identity.names.hangul import is_korean
from palermo.identity.names.mandarin import in_pinyin, is_pinyin, is_syllables
from palermo.identity.names.parts import Script
from palermo.identity.names.sounds import units_with_edges
from palermo.identity.names.spellings import LONGEST, Spelling, distinct, plain
from palermo.identity.names.splitting import units_of
from palermo.identity.names.tables import NameTables, read
from palermo.identity.names.units import simplified
from palermo.identity.names.variants import surname_spellings
from palermo.identity.names.vietnamese import read_vietnamese, vietnamese_marks

_KEPT = 200_000
"""Words remembered between comparisons; beyond that all are read anew."""

_MOST = 12
"""Spellings kept of a word in Latin letters."""

_SEVERAL = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
"""Scripts whose readings are of many names; they are known by their spellings alone."""

_FORMS = 3
"""Spellings of a word by which it is looked up among call names."""

_PATRONYMICS = (
    "ovna", "evna", "ivna", "ovich", "evich", "ovych", "ovic", "evic", "ovitch", "evitch", "owitsch", "ewitsch", "owna", "ewna",
)  # fmt: skip
"""Endings of names made of the father's name."""

GIVEN, CALLED, KNOWN = range(3)
"""How a word belongs to a name: it is the name, what people call its bearer, or one of its known spellings."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name as it is compared.

    Attributes:
        written: the word, lower case, Han simplified.
        script: its script.
        spellings: how it is written in Latin letters, the usual way first.
        sound: the first spelling as it sounds.
        units: the numbers of its units, for scripts whose writings were counted.
        forms: the names it belongs to, each as three times its number and how it belongs.
        marks: the digest of its Vietnamese marks; 0 for a word without.
        pinyin: whether it is Latin and made of syllables of Mandarin.
        syllables: whether it is Latin and made of syllables of any Chinese tongue.
        korean: whether it is Latin and made of syllables of Korean.
        patronymic: whether it ends as a father's name does.
        familiar: whether it is Latin and a name that the tables know.
        initial: the letters it may stand for, as bits, where it is one letter; 0 for a word.
        begins: the letters its spellings begin with, as bits.
    """

    written: str
    script: Script
    spellings: tuple[Spelling, ...]
    sound: str
    units: tuple[int, ...]
    forms: tuple[int, ...]
    marks: int
    pinyin: bool
    syllables: bool
    korean: bool
    patronymic: bool
    familiar: bool
    initial: int
    begins: int


def word_read(written: str, script: Script, tables: NameTables) -> Word:
    """Read a word; what was read before is remembered."""
    key = (written, script)
    word = tables.cache.get(key)
    if word is None:
        if len(tables.cache) > _KEPT:
            tables.cache.clear()
        word = tables.cache[key] = _read(written[:LONGEST], script, tables)
    assert isinstance(word, Word)
    return word


def with_particle(word: Word, particle: str) -> Word:
    """Give a word that may also be written in one with the little words before it."""
    latin = plain(particle) + word.spellings[0].latin
    spellings = distinct([*word.spellings[: _MOST - 1], Spelling(latin, "particle", 5)], _MOST)
    return replace(word, written=f"{particle} {word.written}", spellings=tuple(spellings))


def _read(written: str, script: Script, tables: NameTables) -> Word:
    text = simplified(written) if script is Script.HAN else written
    spellings = _latin_spellings(text, tables) if script is Script.LATIN else _other_spellings(text, script, tables)
    latin = spellings[0].latin if spellings else ""
    units = () if script is Script.LATIN else units_of(text, script, tables.han.first)
    single = len(plain(text)) == 1 and script not in {Script.HAN, Script.HANGUL, Script.KANA}
    return Word(
        written=text,
        script=script,
        spellings=tuple(spellings),
        sound=by_sound(latin, tables.folding),
        units=units_with_edges(units, script, tables.sounds),
        forms=_forms(spellings, script, tables),
        marks=crc32(text.encode("utf-8", "replace")) if vietnamese_marks(text) else 0,
        pinyin=script is Script.LATIN and is_pinyin(latin, tables.mandarin),
        syllables=script is Script.LATIN and is_syllables(latin, tables.mandarin),
        korean=script is Script.LATIN and is_korean(latin, tables.hangul),
        patronymic=latin.endswith(_PATRONYMICS),
        familiar=script not in _SEVERAL and _familiar(latin, tables),
        initial=_bits(spellings) if single else 0,
        begins=_bits(spellings),
    )


def _latin_spellings(text: str, tables: NameTables) -> list[Spelling]:
    found = read(text, Script.LATIN, tables)
    latin = found[0].latin if found else ""
    if not text.isascii():
        found += read_vietnamese(text, tables.vietnamese)[1:] if latin in tables.vietnamese.twins else []
    if latin.endswith(tables.variants.changing):
        found += surname_spellings(latin, tables.variants)
    found += in_pinyin(latin, tables.mandarin)
    return [one for one in distinct(found, _MOST) if one.latin.isascii()]


def _other_spellings(text: str, script: Script, tables: NameTables) -> list[Spelling]:
    found = [one for one in read(text, script, tables) if one.latin.isascii()]
    for one in found[:1]:
        if not one.latin.endswith(tables.variants.changing):
            break
        found += surname_spellings(one.latin, tables.variants)
    return distinct(found, len(found))


def _forms(spellings: Sequence[Spelling], script: Script, tables: NameTables) -> tuple[int, ...]:
    """Give the names that a word is a form of."""
    held = [spelling.latin for spelling in spellings[:_FORMS] if spelling.cost == 0]
    forms: list[int] = []
    for latin in held:
        forms += tables.forms.get(latin, ())
        if script not in _SEVERAL:
            forms += tables.known.get(latin, ())
    return tuple(dict.fromkeys(forms))


def _familiar(latin: str, tables: NameTables) -> bool:
    return latin in tables.forms or latin in tables.known or latin in tables.mandarin.surnames


def _bits(spellings: Sequence[Spelling]) -> int:
    bits = 0
    for spelling in spellings:
        if spelling.cost < 30 and "a" <= spelling.latin[:1] <= "z":
            bits |= 1 << (ord(spelling.latin[0]) - 97)
    return bits
