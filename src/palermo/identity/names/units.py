"""Cuts a word of another script into the units that sound: syllables of Han, letters of Hangul, kana, letters of alphabets."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from palermo.identity.names.spellings import LONGEST, plain

START, END = "^", "$"
"""What stands for the edges of a word among its units."""

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_SYLLABLES = 0xAC00
_SMALL_KANA = frozenset("ァィゥェォャュョヮ")
_GERESH = frozenset("'׳")
_SOUNDED = frozenset(f"{_VOWELS}аеёиоуыэюяіїєاأإآىيوةی")
"""Letters that are vowels, or may be."""
_NEXT = ">"
"""What stands between a unit and what comes after it: v for a vowel, c for another letter, $ for the edge."""


@lru_cache(65_536)
def mandarin(char: str) -> tuple[str, ...]:
    """Give the readings of one Han character in pinyin without tones, the usual one first; `ü` is written `v`."""
    from pypinyin.pinyin_dict import pinyin_dict

    said = str(pinyin_dict.get(ord(char), ""))
    toneless = (plain(_with_v(reading)) for reading in said.split(",") if reading)
    return tuple(dict.fromkeys(toneless))


def _with_v(reading: str) -> str:
    return "".join(_V.get(char, char) for char in unicodedata.normalize("NFC", reading))


_V = dict.fromkeys("üǖǘǚǜ", "v")


@lru_cache(65_536)
def simplified(text: str) -> str:
    """Write Han characters in their simplified forms."""
    return str(_to_simplified().convert(text))


@lru_cache(1)
def _to_simplified():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library ships no types
    import opencc

    return opencc.OpenCC("t2s")


def han_units(word: str, readings: Mapping[str, str]) -> list[str]:
    """Give the Mandarin syllable of each character; `readings` tells those that names have otherwise than dictionaries."""
    return [readings.get(char) or next(iter(mandarin(char)), char) for char in simplified(word[:LONGEST])]


@lru_cache(16_384)
def hangul_letters(char: str) -> tuple[str, str, str]:
    """Give the initial, the vowel and the final of a Hangul syllable, each empty where there is none."""
    at = ord(char) - _SYLLABLES
    if not 0 <= at < len(_INITIALS) * len(_VOWELS) * len(_FINALS):
        return "", "", ""
    initial, vowel, final = at // 588, at % 588 // 28, at % 28
    return _INITIALS[initial], _VOWELS[vowel], _FINALS[final].strip()


def hangul_units(word: str) -> list[str]:
    """Give the letters of Hangul syllables, finals marked, the silent initial left out."""
    units: list[str] = []
    for char in unicodedata.normalize("NFC", word[:LONGEST]):
        initial, vowel, final = hangul_letters(char)
        if not vowel:
            units.append(char)
            continue
        units += [*([initial] if initial != "ㅇ" else []), vowel, *([final + "_"] if final else [])]
    return units


def kana_units(word: str) -> list[str]:
    """Give the kana of a word, small ones with the one before; hiragana are read as katakana."""
    units: list[str] = []
    for char in unicodedata.normalize("NFKC", word[:LONGEST]):
        kana = chr(ord(char) + 0x60) if 0x3041 <= ord(char) <= 0x3096 else char
        if kana in _SMALL_KANA and units:
            units[-1] += kana
        else:
            units.append(kana)
    return units


def letter_units(word: str) -> list[str]:
    """Give the letters of a word of an alphabet; a geresh goes with the letter before it, other marks go."""
    units: list[str] = []
    for char in unicodedata.normalize("NFC", word[:LONGEST]).lower():
        if char in _GERESH and units:
            units[-1] += "'"
        elif char.isalpha():
            units.append(char)
    return units


def in_context(units: Sequence[str]) -> list[str]:
    """Tell of each unit what comes after it: a letter is written otherwise before a vowel and at the end."""
    after = [*units[1:], END][: len(units)]
    return [f"{unit}{_NEXT}{_kind(other)}" for unit, other in zip(units, after, strict=True)]


def out_of_context(unit: str) -> str:
    """Give a unit without what comes after it."""
    return unit.partition(_NEXT)[0]


def _kind(unit: str) -> str:
    return unit if unit == END else ("v" if unit[0] in _SOUNDED else "c")
