"""Lists what is left blank in adverts, as sequences of word numbers: their personas, the cities, and words nobody may weigh."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from palermo.adverts.cutting import cut as cut_all
from palermo.adverts.kernels.blanking import index_sequences
from palermo.adverts.kernels.fold import fold_table, fold_text
from palermo.adverts.kernels.words import cut, kinds_of_letters, poses
from palermo.kit.cities import city_names
from palermo.kit.fold import fold

_SHORT = 4
"""Words of a city's name shorter than this (la, de, aan) stay: they are words of everyday."""
_SPACE_FREE = 0x2E80

Numbers = npt.NDArray[np.uint32]
Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


def word_numbers(text: str) -> Numbers:
    """Give the numbers of a text's words, as reading gives them."""
    data = np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    room = 4 * len(text) + 4
    letters, origin = np.empty(room, np.int32), np.empty(room, np.int32)
    n = fold_text(data, 0, len(data), fold_table(), letters, origin, 0, 0)
    none = np.empty(0, np.int64)
    out = np.empty(room, np.uint32), np.empty(room, np.uint8)
    size = cut(letters, n, (none, none, 0), kinds_of_letters(), poses(), out, 0, room, none)
    return out[0][:size]


@lru_cache(maxsize=1 << 16)
def value_hash(value: str) -> int:
    """Hash a name, a city or a price, letters folded; 0 for none."""
    folded = " ".join(fold(value).split())
    return (
        int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") if folded else 0
    )


@dataclass(slots=True)
class Names:
    """The names of personas seen so far, each by number, with the sequences of words to blank.

    Attributes:
        number: of each name as written.
        sequences: of each name, by number.
    """

    number: dict[str, int] = field(default_factory=dict)
    sequences: list[list[Numbers]] = field(default_factory=list)

    def of(self, name: str) -> int:
        """Give a name its number; -1 for none."""
        if not name:
            return -1
        if name not in self.number:
            self.number[name] = len(self.sequences)
            self.sequences.append(_of_persona(name))
        return self.number[name]

    def flat(self) -> tuple[Numbers, Ints, Ints]:
        """Lay the sequences end to end: words, starts of sequences, first sequence of each name."""
        flat = [sequence for name in self.sequences for sequence in name]
        return (*_laid(flat), _starts([len(name) for name in self.sequences]))


@lru_cache(maxsize=1 << 16)
def _of_persona(name: str) -> list[Numbers]:
    return _sequences([name], 2)


def _sequences(names: Sequence[str], shortest: int) -> list[Numbers]:
    """Give what to blank of names: each word of some length, and whole names in scripts without spaces."""
    found: dict[bytes, Numbers] = {}
    for name in names:
        if any(ord(char) >= _SPACE_FREE for char in name):
            whole = word_numbers(name)
            if len(whole) > 1 and whole.all():
                found[whole.tobytes()] = whole
            continue
        for word in name.replace("-", " ").split():
            numbers = word_numbers(word)
            if len(word) >= shortest and len(numbers) == 1 and numbers[0]:
                found[numbers.tobytes()] = numbers
    return [found[key] for key in sorted(found)]


def _whole(phrases: Sequence[str]) -> Iterable[Numbers]:
    """Give the words of each phrase, each sequence once."""
    found = cut_all(list(phrases))
    words = found.words.astype(np.uint32)
    each = (words[a:b] for a, b in zip(found.starts[:-1].tolist(), found.starts[1:].tolist(), strict=True))
    return {sequence.tobytes(): sequence for sequence in each if len(sequence) and sequence.all()}.values()


def _laid(sequences: list[Numbers]) -> tuple[Numbers, Ints]:
    words = np.concatenate(sequences) if sequences else np.empty(0, np.uint32)
    return words.astype(np.uint32), _starts([len(sequence) for sequence in sequences])


def _starts(sizes: list[int]) -> Ints:
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)


Places = tuple[Hashes, Ints, Ints, Numbers, Ints, npt.NDArray[np.bool_]]
_BEGINS = 1 << 15


def places(cities: Sequence[str], banned: Sequence[str] = ()) -> Places:
    """Build the table of all cities' names, in their languages, and of banned words and phrases, by how they begin.

    Args:
        cities: every city named in the adverts.
        banned: words and phrases that must not be weighed, whole.

    Returns:
        cells with the hash of a beginning (`kernels.blanking.beginning`), the first sequence of each cell, the next sequence that
        begins so or -1, the words of the sequences, where each begins, and which lower bits of a word begin any.
    """
    sequences = _sequences([name for city in sorted(set(cities)) if city for name in (city, *city_names(city))], _SHORT)
    known = {sequence.tobytes() for sequence in sequences}
    sequences += [sequence for sequence in _whole(banned) if sequence.tobytes() not in known]
    sequences.sort(key=lambda sequence: (-len(sequence), sequence.tobytes()))
    size = 1 << max(1, (4 * len(sequences)).bit_length())
    cell_key, cell_first = np.zeros(size, np.uint64), np.full(size, -1, np.int64)
    following = np.full(max(1, len(sequences)), -1, np.int64)
    begins = np.zeros(_BEGINS, np.bool_)
    words, starts = _laid(sequences)
    index_sequences(words, starts, (cell_key, cell_first, following), begins)
    return (cell_key, cell_first, following, words, starts, begins)
