"""Cuts every advert into folded words, with its contacts, numbers, city and persona blanked out.

Words follow their script: runs of letters, and single characters in Chinese and Japanese. A blank stands where
something was taken out, so that texts that differ only there are the same; it never weighs, and a masked word (`▮`)
breaks the text and counts for nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from palermo.adverts.weights import Texts
from palermo.kit.cities import city_names
from palermo.kit.fold import fold
from palermo.model.grouping import Readings
from palermo.model.ids import RowKey

BLANK = "·"
"""Stands for a contact, a number, the advert's own city or persona, or a masked word."""
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]|\d[\d.,:/]*|[^\W\d_{_HAN}]+")
_MASK = "▮"
_SHORT_CITY = 4
"""Words of a city's name shorter than this (la, de, aan) stay: they are words of everyday."""


@dataclass(frozen=True, slots=True)
class Advert:
    """What grouping reads of one advert."""

    row: RowKey
    title: str
    body: str
    persona: str
    city: str
    site: str
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All adverts in the order of their row keys, and their distinct texts.

    Attributes:
        adverts: sorted by row key.
        text_of: the text number of each advert; texts are numbered in the order of first use, -1 where none is left.
        words: the words of each text.
    """

    adverts: tuple[Advert, ...]
    text_of: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]


def read_corpus(adverts: pa.Table, readings: Readings) -> Corpus:
    """Cut every advert into words; equal texts become one."""
    order = adverts.sort_by("row").select(["row", "title", "body", "persona", "city", "site", "images"])
    listed = tuple(_advert(values) for values in zip(*(found.to_pylist() for found in order.columns), strict=True))
    cities = _city_words({advert.city for advert in listed})
    numbers: dict[tuple[str, ...], int] = {}
    known: dict[tuple[str, str, str, str], int] = {}
    text_of = []
    for advert in listed:
        key = (advert.title, advert.body, advert.persona, advert.city)
        if key not in known:
            words = _words(advert, readings, cities)
            known[key] = numbers.setdefault(words, len(numbers)) if set(words) - {BLANK} else -1
        text_of.append(known[key])
    return Corpus(listed, tuple(text_of), tuple(numbers))


def words_of(text: str) -> list[str]:
    """Cut a text into folded words, numbers left in."""
    return _WORD.findall(fold(text))


def end_to_end(words: Sequence[tuple[str, ...]]) -> Texts:
    """Number the words and lay the texts end to end."""
    flat = [word for text in words for word in text]
    names, numbers = np.unique(np.array(flat, dtype=np.str_), return_inverse=True)
    starts = np.concatenate([[0], np.cumsum([len(text) for text in words])]).astype(np.int64)
    dull = np.array([name == BLANK for name in names.tolist()], dtype=bool)
    return Texts(numbers.astype(np.int64), starts, dull[numbers] if flat else np.zeros(0, bool))


def _advert(values: tuple[str | None, ...]) -> Advert:
    row, title, body, persona, city, site, images = (value or "" for value in values)
    return Advert(RowKey(row), title, body, persona, city, site, tuple(sorted(set(images.split()))))


def _city_words(cities: set[str]) -> frozenset[str]:
    """Give the words of every city named in the column, for touring adverts name other cities too."""
    found = (word for city in cities for name in city_names(city) for word in _WORD.findall(name))
    return frozenset(word for word in found if len(word) >= _SHORT_CITY)


def _words(advert: Advert, readings: Readings, cities: frozenset[str]) -> tuple[str, ...]:
    own = {word for word in _WORD.findall(fold(advert.persona)) if len(word) > 1}
    whole = sorted({*city_names(advert.city), fold(advert.persona).strip()} - {""})
    han = [name for name in whole if len(name) > 1 and not name.isascii() and re.fullmatch(f"[{_HAN}]+", name)]
    found: list[str] = []
    for stretch in _stretches(advert, readings):
        folded = fold(stretch)
        for name in han:
            folded = folded.replace(name, f" 0{BLANK} ")
        for word in _WORD.findall(folded):
            out = word[0].isdigit() or word in own or word in cities
            found.append(BLANK if out else word)
        found.append(BLANK)
    return tuple(word for n, word in enumerate(found) if word != BLANK or (n and found[n - 1] != BLANK))[:_LONGEST]


_LONGEST = 600
"""Words read of one text: what comes after them says no more of whose it is."""


def _stretches(advert: Advert, readings: Readings) -> Iterator[str]:
    """Give the title and body in stretches between contacts and masked words."""
    for place, text in (("title", advert.title), ("body", advert.body)):
        spans = sorted((found.start, found.end) for found in readings.of(advert.row) if found.place == place)
        at = 0
        for start, end in spans:
            yield from text[at:start].split(_MASK)
            at = max(at, end)
        yield from text[at:].split(_MASK)
