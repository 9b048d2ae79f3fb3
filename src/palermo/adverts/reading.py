"""Reads adverts out of Arrow batches into flat arrays: words, contacts and hashes of every row."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from palermo.adverts.kernels.contacts import contact_tables
from palermo.adverts.kernels.fold import fold_table
from palermo.adverts.kernels.read import CONTACTS, read_contact_cells, read_slice
from palermo.adverts.kernels.words import LONGEST, kinds_of_letters, poses
from palermo.adverts.names import Names, Places, places, value_hash, word_numbers

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.uint32]
Marks = npt.NDArray[np.uint8]
_ROWS = 16_384
"""Rows read in one go."""
BORNE = ("persona", "price")
"""Columns in which adverts of one hand may agree."""
_LEAD = np.array([ord(char) for char in "tel "], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every advert, read.

    Attributes:
        words: the words of all rows end to end, 32-bit numbers, 0 for a blank.
        marks: what stands between each word and the one before it, as a number; 0 for a space alone.
        first: where the words of each row begin; one more than rows.
        text: a 64-bit hash of each row's words; 0 where it has none.
        row: a 64-bit hash of each row's id, words and contacts, and of nothing else that was written.
        borne: of each of `BORNE`, a hash of what each row has of it; 0 where it has nothing.
        contact_row: the row of each contact read.
        contact_key: what it is, as `kernels.contacts` writes it.
        contact_around: a hash of the words around it; 0 where too few stand there.
    """

    words: Numbers
    marks: Marks
    first: Ints
    text: Hashes
    row: Hashes
    borne: tuple[Hashes, ...]
    contact_row: Ints
    contact_key: Hashes
    contact_around: Hashes


@dataclass(frozen=True, slots=True)
class Given:
    """Contacts that are known already, for every row in turn: starts into the lists, first and last character, key."""

    starts: Ints
    first_char: Ints
    last_char: Ints
    keys: Hashes


def read(
    batches: Iterable[pa.RecordBatch],
    cities: Sequence[str],
    given: Given | None = None,
    threads: int = 2,
    banned: Sequence[str] = (),
) -> Corpus:
    """Read batches with the string columns advert_id, title, body, persona, contact.

    Args:
        batches: the adverts.
        cities: every city named in them.
        given: contacts read before; left out, they are read here.
        threads: how many batches are read at a time; the answer is the same.
        banned: words and phrases that must not be weighed.
    """
    table = places(cities, banned)
    parts: list[tuple[Any, ...]] = []
    with ThreadPoolExecutor(threads) as pool:
        waiting = []
        at = 0
        for batch in batches:
            for start in range(0, batch.num_rows, _ROWS):
                piece = batch.slice(start, _ROWS)
                waiting.append(
                    pool.submit(_read_piece, piece, _personas(piece), table, _given_from(given, at, piece.num_rows), at)
                )
                at += piece.num_rows
                while len(waiting) > 2 * threads:
                    parts.append(waiting.pop(0).result())
        parts += [one.result() for one in waiting]
    return _joined(parts)


def get_ready() -> None:
    """Build the tables that reading needs, and load its kernels: half a second that can pass while a file is opened."""
    contact_tables()
    word_numbers("ready")


def _personas(piece: pa.RecordBatch) -> tuple[Ints, tuple[Numbers, Ints, Ints]]:
    """Number the personas of a piece, and lay down their names."""
    own = Names()
    of, written = _values(piece, "persona")
    numbers = np.array([own.of(name) for name in written], np.int64)
    return numbers[of], own.flat()


def _borne(piece: pa.RecordBatch) -> tuple[Hashes, ...]:
    """Hash what each row has of each of `BORNE`."""
    found = []
    for column in BORNE:
        of, written = _values(piece, column)
        found.append(np.array([value_hash(value) for value in written], np.uint64)[of])
    return tuple(found)


def _values(piece: pa.RecordBatch, column: str) -> tuple[Ints, list[str]]:
    """Give the different values of a column and for each row which it has; one empty value where the column is not there."""
    if column not in piece.schema.names:
        return np.zeros(piece.num_rows, np.int64), [""]
    encoded = pc.dictionary_encode(piece.column(column).cast(pa.string()).fill_null(""))
    written = [str(value).strip() for value in encoded.dictionary.to_pylist()]
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), written or [""]


def _given_from(given: Given | None, at: int, rows: int) -> tuple[Any, ...] | None:
    if given is None:
        return None
    starts = given.starts[at : at + rows + 1]
    return (starts, given.first_char, given.last_char, given.keys)


def _cells(piece: pa.RecordBatch, name: str) -> tuple[Ints, npt.NDArray[np.uint8]]:
    """Give the offsets and the bytes of a string column."""
    if name not in piece.schema.names:
        return np.zeros(piece.num_rows + 1, np.int64), np.zeros(1, np.uint8)
    column = piece.column(name)
    column = column.cast(pa.large_binary() if pa.types.is_binary(column.type) else pa.large_string())
    if column.null_count:
        column = column.fill_null(b"" if pa.types.is_large_binary(column.type) else "")
    _, offsets, data = column.buffers()
    starts = np.frombuffer(offsets, np.int64, piece.num_rows + 1, column.offset * 8)
    found = np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(1, np.uint8)
    return starts, found


_NO_CONTACTS = (np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(1, np.uint64))


def _read_piece(
    piece: pa.RecordBatch,
    own: tuple[Ints, tuple[Numbers, Ints, Ints]],
    table: Places,
    given: tuple[Any, ...] | None,
    at: int,
) -> tuple[Any, ...]:
    rows = piece.num_rows
    title, body, ids = (_cells(piece, name) for name in ("title", "body", "advert_id"))
    sizes = (np.diff(title[0]) + np.diff(body[0])).astype(np.int64)
    room = int(np.minimum(sizes + 2, LONGEST + 2).sum()) + 8
    words, marks = np.empty(room, np.uint32), np.empty(room, np.uint8)
    most = int(np.minimum(sizes // 3 + 1, CONTACTS).sum()) + 1
    if given is not None:
        most += int(given[0][-1] - given[0][0])
    contacts = (np.empty(most, np.int64), np.empty(most, np.uint64), np.empty(most, np.uint64))
    out = (words, marks, np.empty(rows + 1, np.int64), np.empty(rows, np.uint64), np.empty(rows, np.uint64))
    tables = (fold_table(), kinds_of_letters(), poses(), contact_tables(), given is not None)
    mine = (own[0], own[1], table, given or _NO_CONTACTS)
    used, found = read_slice(0, rows, (*title, *body, *ids), mine, tables, out, contacts)
    row, key, around = (column[:found].copy() for column in contacts)
    if given is None and "contact" in piece.schema.names:
        more_row, more_key = _read_contact_cells(piece)
        row, key = np.concatenate([row, more_row]), np.concatenate([key, more_key])
        around = np.concatenate([around, np.zeros(len(more_row), np.uint64)])
    return (words[:used].copy(), marks[:used].copy(), *out[2:], row + at, key, around, *_borne(piece))


def _read_contact_cells(piece: pa.RecordBatch) -> tuple[Ints, Hashes]:
    """Read the contacts that stand in a column of their own: their rows, and their keys."""
    cells = _cells(piece, "contact")
    most = int(np.minimum(np.diff(cells[0]) // 3 + 1, CONTACTS)[np.diff(cells[0]) > 0].sum())
    row, key = np.empty(most, np.int64), np.empty(most, np.uint64)
    found = (
        read_contact_cells(piece.num_rows, cells, (fold_table(), contact_tables(), _LEAD), (row, key)) if most else 0
    )
    return row[:found], key[:found]


def _joined(parts: list[tuple[Any, ...]]) -> Corpus:
    if not parts:
        none, no_hash = np.empty(0, np.int64), np.empty(0, np.uint64)
        words, marks = np.empty(0, np.uint32), np.empty(0, np.uint8)
        return Corpus(
            words, marks, np.zeros(1, np.int64), no_hash, no_hash, (no_hash,) * len(BORNE), none, no_hash, no_hash
        )
    sizes = [len(part[0]) for part in parts]
    begins = np.concatenate([[0], np.cumsum(sizes)])
    words, marks = (np.concatenate([part[n] for part in parts]) for n in range(2))
    first = np.concatenate(
        [*(part[2][:-1] + begin for part, begin in zip(parts, begins[:-1], strict=True)), [len(words)]]
    )
    rest = [np.concatenate([part[n] for part in parts]) for n in range(3, 8)]
    borne = tuple(np.concatenate([part[8 + n] for part in parts]) for n in range(len(BORNE)))
    return Corpus(words, marks, first.astype(np.int64), rest[0], rest[1], borne, rest[2], rest[3], rest[4])
