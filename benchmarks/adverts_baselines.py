"""What grouping adverts is measured against: MinHash with rensa, as a careful user writes it, plain and given every phone.

Texts are brought to one form (NFKC, lower case), cut at whatever is no letter, digit or underscore, and sketched with
128 permutations; bands are chosen for the threshold; every candidate pair is verified by the Jaccard that its sketches
estimate; groups are what hangs together. `python adverts_baselines.py FILE METHOD OUT` runs one method on a CSV of
adverts in a process of its own and writes `row,group`, so that time and memory can be taken as for any other program.
"""

import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv
from numba import njit
from rensa import RMinHash, RMinHashDigestMatrix

Ints = npt.NDArray[np.int64]
Sketches = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]

PERMUTATIONS = 128
_SEED = 42
_CHUNK = 20_000
"""Texts sketched at a time, so that memory is that of the sketches."""
_FOLLOWERS = 8
"""Within a bucket each text is compared with its first text and with this many that follow: no bucket costs its square."""
_MISSES = 0.8
"""What a missed pair weighs against a false candidate (1 - this) when bands are chosen: false ones are verified away."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Method:
    """A way of cutting texts into a set of things, and the Jaccard from which two texts are linked.

    Attributes:
        name: how tables call it.
        unit: `words`, `pairs` (two words that follow each other) or `characters`.
        threshold: 0 to 1.
        length: characters of a shingle; of no meaning otherwise.
    """

    name: str
    unit: str
    threshold: float
    length: int = 4


WORDS = Method("MinHash, words .5", "words", 0.5)
CHARACTERS = Method("MinHash, 4 characters .7", "characters", 0.7)
PAIRS = Method("MinHash, word pairs .5", "pairs", 0.5)
METHODS = {"words": WORDS, "characters": CHARACTERS, "pairs": PAIRS}


@dataclass(frozen=True, slots=True)
class Groups:
    """The group number of each text, in the order given (a text alone has its own number), and the seconds it took."""

    numbers: Ints
    seconds: float


def minhash(texts: Sequence[str], method: Method) -> Groups:
    """Group texts by MinHash and LSH."""
    start = time.perf_counter()
    sketches, filled = _sketch_all(texts, _CUTS[method.unit], method.length)
    parent = np.arange(len(texts), dtype=np.int64)
    many, rows = bands(method.threshold)
    need = int(np.ceil(method.threshold * PERMUTATIONS))
    held = np.flatnonzero(filled)
    for band in range(many):
        keys = _band_keys(sketches[held, band * rows : (band + 1) * rows])
        order = np.argsort(keys, kind="stable")
        _join_band(held[order], keys[order], sketches, parent, need)
    return Groups(_roots(parent), time.perf_counter() - start)


def given_phones(numbers: Ints, phones: Sequence[str | None]) -> Ints:
    """Join groups whose adverts share a phone, each phone known without fault; adverts without one stay as they are."""
    column = pa.array(phones, pa.string()).dictionary_encode()
    codes = column.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    parent = np.array(numbers, dtype=np.int64)
    first = np.full(len(column.dictionary), -1, np.int64)
    _join_coded(codes, first, parent)
    return _roots(parent)


def bands(threshold: float) -> tuple[int, int]:
    """Choose how many bands of how many rows: the least area of missed pairs and false candidates about the threshold."""
    at = (np.arange(1000) + 0.5) / 1000
    below = at < threshold

    def loss(shape: tuple[int, int]) -> float:
        met = 1 - (1 - at ** shape[1]) ** shape[0]
        return float(((1 - _MISSES) * met[below].sum()) + _MISSES * (1 - met[~below]).sum())

    shapes = [(many, rows) for rows in range(1, PERMUTATIONS + 1) for many in range(1, PERMUTATIONS // rows + 1)]
    return min(shapes, key=loss)


def read_texts(path: Path) -> list[str]:
    """Read title and body of every advert of a CSV."""
    wanted = pyarrow.csv.ConvertOptions(
        include_columns=["title", "body"], column_types={"title": pa.string(), "body": pa.string()}
    )
    parsing = pyarrow.csv.ParseOptions(newlines_in_values=True)
    table = pyarrow.csv.read_csv(path, parse_options=parsing, convert_options=wanted)
    titles, bodies = table["title"].to_pylist(), table["body"].to_pylist()
    return [f"{title or ''}\n{body or ''}" for title, body in zip(titles, bodies, strict=True)]


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def _cut_words(texts: Sequence[str], _length: int) -> RMinHashDigestMatrix:
    return RMinHash.digest_matrix_from_token_sets([_words(text) for text in texts], PERMUTATIONS, _SEED)


def _cut_pairs(texts: Sequence[str], _length: int) -> RMinHashDigestMatrix:
    """Cut into pairs of words; a text of one word is that word."""
    words = [_words(text) for text in texts]
    pairs = [[f"{a} {b}" for a, b in pairwise(found)] or found for found in words]
    return RMinHash.digest_matrix_from_token_sets(pairs, PERMUTATIONS, _SEED)


def _cut_characters(texts: Sequence[str], length: int) -> RMinHashDigestMatrix:
    """Cut into shingles of characters, words one space apart; a text shorter than a shingle is one shingle."""
    clean = [" ".join(_words(text)) for text in texts]
    lengths = np.array([len(text) for text in clean], np.int64)
    gap = "\0" * (length - 1)
    points = np.frombuffer((gap.join(clean) + gap).encode("utf-32-le"), np.uint32).astype(np.uint64)
    shingles = np.maximum(lengths - (length - 1), np.minimum(lengths, 1))
    ends = np.cumsum(shingles)
    starts = np.concatenate([[0], np.cumsum(lengths + (length - 1))[:-1]])
    at = np.arange(int(ends[-1])) + np.repeat(starts - (ends - shingles), shingles)
    hashes = np.zeros(len(at), np.uint64)
    for step in range(length):
        hashes = _mixed(hashes + points[at + step])
    offsets = np.concatenate([[0], ends]).astype(np.uint64)
    return RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, PERMUTATIONS, _SEED)


_Cut = Callable[[Sequence[str], int], RMinHashDigestMatrix]
_CUTS: dict[str, _Cut] = {"words": _cut_words, "pairs": _cut_pairs, "characters": _cut_characters}


def _sketch_all(texts: Sequence[str], cut: _Cut, length: int) -> tuple[Sketches, npt.NDArray[np.bool_]]:
    """Sketch every text, and tell which hold anything at all: texts without a word are no evidence and stay alone."""
    sketches = np.empty((len(texts), PERMUTATIONS), np.uint32)
    for start in range(0, len(texts), _CHUNK):
        matrix = cut(texts[start : start + _CHUNK], length)
        flat = np.fromiter(chain.from_iterable(matrix.to_rows()), np.uint32)
        sketches[start : start + _CHUNK] = flat.reshape(-1, PERMUTATIONS)
    return sketches, (sketches != np.iinfo(np.uint32).max).any(axis=1)


def _mixed(value: Hashes) -> Hashes:
    """Spread the bits of a 64-bit number (the finishing steps of splitmix64, public domain)."""
    value = (value + np.uint64(0x9E3779B97F4A7C15)) * np.uint64(0xBF58476D1CE4E5B9)
    return value ^ (value >> np.uint64(29))


def _band_keys(columns: Sketches) -> Hashes:
    keys = np.zeros(len(columns), np.uint64)
    for column in columns.T:
        keys = _mixed(keys ^ column.astype(np.uint64))
    return keys


def _find_plain(parent: Ints, at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


_find = njit(cache=True)(_find_plain)


def _join_band_plain(rows: Ints, keys: Hashes, sketches: Sketches, parent: Ints, need: int) -> None:
    """Join texts of one bucket whose sketches agree in `need` places; pairs already joined are passed over."""
    first = 0
    for here in range(len(rows)):
        if keys[here] != keys[first]:
            first = here
        for step in range(_FOLLOWERS + 1):
            other = first if step == _FOLLOWERS else here - step - 1
            if other < first or other >= here:
                continue
            a, b = _find(parent, rows[other]), _find(parent, rows[here])
            if a == b:
                continue
            agreed = 0
            for place in range(sketches.shape[1]):
                agreed += sketches[rows[other], place] == sketches[rows[here], place]
            if agreed >= need:
                parent[max(a, b)] = min(a, b)


_join_band = njit(cache=True)(_join_band_plain)


def _join_coded_plain(codes: Ints, first: Ints, parent: Ints) -> None:
    for row in range(len(codes)):
        code = codes[row]
        if code < 0:
            continue
        if first[code] < 0:
            first[code] = row
        a, b = _find(parent, first[code]), _find(parent, row)
        if a != b:
            parent[max(a, b)] = min(a, b)


_join_coded = njit(cache=True)(_join_coded_plain)


def _roots(parent: Ints) -> Ints:
    """Give every row its root."""
    while True:
        further = parent[parent]
        if np.array_equal(further, parent):
            return parent
        parent = further


def run_alone(arguments: Sequence[str]) -> Iterator[str]:
    """Do what the module's first lines say of the command; give what to print."""
    if len(arguments) != 3:
        yield "A helper of adverts_grouping.py and adverts_loghub.py: nothing is measured here."
        return
    source, method, target = arguments
    found = minhash(read_texts(Path(source)), METHODS[method])
    table = pa.table({"row": np.arange(len(found.numbers)), "group": found.numbers})
    pyarrow.csv.write_csv(table, target)
    yield f"{found.seconds:.3f}"


if __name__ == "__main__":
    for line in run_alone(sys.argv[1:]):
        print(line)
