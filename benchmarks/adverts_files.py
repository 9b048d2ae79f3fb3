"""Writes the files that grouping is measured on: an export (CSV) and, beside it, the truth about each of its rows.

A file is made once and kept in the folder given. Large trials are made and written in batches.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from palermo.adverts.score import Kinds
from palermo.training.trials import Make, Numbers, Trial, make_trial, trial_batches

_AT_ONCE = 20_000
"""Up to this many adverts a trial is made at once."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which trial is wanted."""

    make: Make
    numbers: Numbers
    size: int
    seed: int


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so, row for row: the number of the hand, the kind, whether alone, the advertiser's phone."""

    group: npt.NDArray[np.int64]
    kind: Kinds
    lone: npt.NDArray[np.bool_]
    phone: list[str]


def trial_file(folder: Path, wish: Wish) -> tuple[Path, Truth]:
    """Give the export of a trial, made now unless it is there, and its truth."""
    export = folder / f"{wish.make}-{wish.numbers}-{wish.size}-{wish.seed}.csv"
    truth = export.with_suffix(".parquet")
    if not truth.exists():
        part = export.with_suffix(".part")
        _write(_batches(wish), export, part)
        part.rename(truth)
    return export, _read(truth)


def _read(path: Path) -> Truth:
    table = pq.read_table(path)
    group, _ = numbered(table["group"])
    kind, names = numbered(table["kind"])
    return Truth(group, Kinds(kind, names), table["lone"].to_numpy().astype(np.bool_), table["phone"].to_pylist())


def numbered(column: pa.ChunkedArray) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Number the values of a column of text; give each row's number, -1 for a null, and the values in that order."""
    found = column.combine_chunks().dictionary_encode()
    return found.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64), found.dictionary.to_pylist()


def _batches(wish: Wish) -> Iterable[Trial]:
    if wish.size <= _AT_ONCE:
        return [make_trial(wish.make, wish.seed, wish.size, wish.numbers)]
    return trial_batches(wish.make, wish.seed, wish.size, wish.numbers)


def _write(batches: Iterable[Trial], export: Path, truth: Path) -> None:
    adverts: pyarrow.csv.CSVWriter | None = None
    known: pq.ParquetWriter | None = None
    for batch in batches:
        adverts = adverts or pyarrow.csv.CSVWriter(export, batch.adverts.schema)
        known = known or pq.ParquetWriter(truth, batch.truth.schema)
        adverts.write_table(batch.adverts)
        known.write_table(batch.truth)
    for writer in (adverts, known):
        if writer is not None:
            writer.close()
