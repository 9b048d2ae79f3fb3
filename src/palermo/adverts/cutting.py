"""Cuts texts into words with their places: numbers, contacts, prices, names of cities and of the advert's own persona apart.

The words are those that grouping compares (`kernels.words`), so that what a story shows is what grouping saw.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.fold import fold_table
from palermo.adverts.kernels.order import LONGEST
from palermo.adverts.kernels.places import LETTERS, cut_texts, mark_names
from palermo.adverts.kernels.words import kinds_of_letters, poses
from palermo.kit.cities import city_names

Ints = npt.NDArray[np.int64]
NO_SPANS: Ints = np.zeros((0, 4), np.int64)
CHARACTERS = 4 * LETTERS
"""Characters looked at of one text: in what folds to nothing letters alone would be no limit."""
_CURRENCIES = (
    "euro", "euros", "eur", "usd", "gbp", "chf", "dollar", "dollars", "pound", "pounds", "franc", "francs", "franken",
    "lei", "zl", "kr", "元", "欧", "欧元", "евро", "руб", "ευρω",
)  # fmt: skip
_NAME = 60
"""Characters of a name that are looked for."""
_TOGETHER = 256
"""Texts cut at once, to keep memory bounded."""


class Cut(NamedTuple):
    """Texts cut into words, end to end; text n has the words `starts[n]` to `starts[n + 1]`.

    Attributes:
        words: their numbers; 0 for what is no word of the wording.
        spelt: a hash of the spelling of each, or the number of a contact's value.
        kinds: of `kernels.places`.
        places: first character of each word and the one after its last.
        begins: 1 where a phrase begins.
        starts: where the words of each text begin, and the end.
        longer: 1 for a text that has more than was looked at.
    """

    words: Ints
    spelt: npt.NDArray[np.uint64]
    kinds: npt.NDArray[np.uint8]
    places: npt.NDArray[np.int32]
    begins: npt.NDArray[np.uint8]
    starts: Ints
    longer: npt.NDArray[np.uint8]


def cut(texts: Sequence[str], spans: Ints = NO_SPANS, *, threads: int = 1) -> Cut:
    """Cut texts into words.

    Args:
        texts: any texts.
        spans: the contacts in them, a row each: number of the text, first character, the one after the last, number of the
            value. What lies outside its text, or outside what is looked at, is passed over.
        threads: how many to run on; the answer is the same.
    """
    return _cut(texts, spans, (*_tables(), _currencies()), threads)


def _cut(texts: Sequence[str], spans: Ints, tables: tuple[object, ...], threads: int) -> Cut:
    cells = [text[:CHARACTERS].encode("utf-8", "surrogatepass") for text in texts]
    data = np.frombuffer(b"".join(cells) or b" ", np.uint8)
    data_starts = np.array([0, *accumulate(map(len, cells))], np.int64)
    sizes = np.array([len(text) for text in texts], np.int64)
    listed = _spans(sizes, spans)
    bounds = [len(texts) * n // threads for n in range(threads + 1)]

    def work(n: int) -> list[Cut]:
        return _slice((data, data_starts), listed, tables, range(bounds[n], bounds[n + 1]))

    if threads == 1:
        parts = work(0)
    else:
        with ThreadPoolExecutor(threads) as pool:
            parts = [part for found in pool.map(work, range(threads)) for part in found]
    whole = _joined(parts)
    whole.longer[sizes > CHARACTERS] = 1
    return whole


def _slice(cells: tuple[object, ...], spans: tuple[object, ...], tables: tuple[object, ...], texts: range) -> list[Cut]:
    """Cut some texts, a few at a time, into room that is used again."""
    room = min(_TOGETHER, len(texts)) * LONGEST
    words, spelt, kinds = np.empty(room, np.int64), np.empty(room, np.uint64), np.empty(room, np.uint8)
    places, begins = np.empty((room, 2), np.int32), np.empty(room, np.uint8)
    out = (words, spelt, kinds, places, begins)
    found = []
    for first in [*texts[::_TOGETHER]] or [texts.start]:
        last = min(first + _TOGETHER, texts.stop)
        shape = np.zeros(last - first + 1, np.int64), np.zeros(last - first, np.uint8)
        size = cut_texts(cells, spans, tables, (first, last), out, shape)
        found.append(
            Cut(
                words[:size].copy(),
                spelt[:size].copy(),
                kinds[:size].copy(),
                places[:size].copy(),
                begins[:size].copy(),
                *shape,
            )
        )
    return found


def _joined(parts: Sequence[Cut]) -> Cut:
    if len(parts) == 1:
        return parts[0]
    ends = [0, *accumulate(len(part.words) for part in parts)]
    starts = [part.starts[:-1] + end for part, end in zip(parts, ends, strict=False)]
    return Cut(
        words=np.concatenate([part.words for part in parts]),
        spelt=np.concatenate([part.spelt for part in parts]),
        kinds=np.concatenate([part.kinds for part in parts]),
        places=np.concatenate([part.places for part in parts]),
        begins=np.concatenate([part.begins for part in parts]),
        starts=np.concatenate([*starts, np.array(ends[-1:], np.int64)]),
        longer=np.concatenate([part.longer for part in parts]),
    )


def _spans(sizes: Ints, spans: Ints) -> tuple[Ints, ...]:
    """Order contacts by text and place, those outside their text left out: where those of each text begin, and their columns."""
    text, first, last, value = spans.T
    inside = (first >= 0) & (last > first) & (last <= np.minimum(sizes, CHARACTERS)[text])
    kept = spans[inside][np.lexsort((value[inside], last[inside], first[inside], text[inside]))]
    starts = np.searchsorted(kept[:, 0], np.arange(len(sizes) + 1))
    return starts, kept[:, 1].copy(), kept[:, 2].copy(), kept[:, 3].copy()


@cache
def _tables() -> tuple[object, ...]:
    return tuple(fold_table()), kinds_of_letters(), poses()


@cache
def _currencies() -> Ints:
    words = _cut(_CURRENCIES, NO_SPANS, (*_tables(), np.zeros(0, np.int64)), 1)
    one = np.diff(words.starts) == 1
    return np.unique(words.words[words.starts[:-1][one]])


class _Names(NamedTuple):
    """Names end to end: their words, where each name begins, and where those of each owner begin."""

    words: Ints
    starts: Ints
    firsts: Ints


def blank_names(found: Cut, personas: Sequence[str], cities: Iterable[str]) -> None:
    """Blank in every text the names of the cities, and the name of its own persona or any word of it.

    Args:
        found: of `cut`; its words and kinds are changed.
        personas: the persona of each text, empty where it has none.
        cities: names of cities, in any writing the table of cities knows.
    """
    known = sorted(set(personas))
    number = {persona: n for n, persona in enumerate(known)}
    own = np.array([number[persona] for persona in personas], np.int64)
    heads, places = _city_names(cities)
    mark_names(found.words, found.kinds, found.starts, (own, tuple(_persona_names(known)), tuple(places)), heads)


def _persona_names(personas: Sequence[str]) -> _Names:
    found = cut([persona[:_NAME] for persona in personas])
    sizes = found.places[:, 1] - found.places[:, 0]
    names: list[list[int]] = []
    firsts = [0]
    for n in range(len(personas)):
        begin, end = int(found.starts[n]), int(found.starts[n + 1])
        words = found.words[begin:end].tolist()
        own = [[word] for word, size in zip(words, sizes[begin:end].tolist(), strict=True) if word and size > 1]
        names += [words, *own] if len(words) > 1 and 0 not in words else own
        firsts.append(len(names))
    return _laid_out(names, firsts)


def _city_names(cities: Iterable[str]) -> tuple[Ints, _Names]:
    """Give the first words of the names of cities, sorted, and the names that begin with each."""
    written = sorted({name for city in set(cities) if city for name in city_names(city[:_NAME])})
    found = cut(written)
    names = []
    for n, name in enumerate(written):
        words = found.words[found.starts[n] : found.starts[n + 1]].tolist()
        if words and 0 not in words and len(name) > 1:
            names.append(words)
    names.sort()
    heads, firsts = np.unique(np.array([words[0] for words in names], np.int64), return_index=True)
    return heads, _laid_out(names, [*firsts.tolist(), len(names)])


def _laid_out(names: Sequence[Sequence[int]], firsts: Sequence[int]) -> _Names:
    flat = np.array([word for words in names for word in words], np.int64)
    starts = np.array([0, *accumulate(map(len, names))], np.int64)
    return _Names(flat, starts, np.array(firsts, np.int64))
