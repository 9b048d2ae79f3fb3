"""Writes small files of adverts for tests of grouping: texts of words that nobody else uses, and phones for fiction."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "os")]


def text_of(seed: int, words: int = 40) -> str:
    """Write a text of invented words, the same for a seed."""
    dice = np.random.default_rng(seed)
    return " ".join("".join(dice.choice(SYLLABLES, 3)) for _ in range(words))


def phone_of(number: int) -> str:
    """Give a phone from the range kept for fiction."""
    return f"+44 7700 900{number:03d}"


@dataclass(frozen=True)
class Row:
    """An advert."""

    body: str
    title: str = ""
    persona: str = ""


def batches_of(rows: Sequence[Row], size: int = 1000) -> list[pa.RecordBatch]:
    """Write adverts, so many a batch; their ids are their places in the sequence."""
    table = pa.table({
        "advert_id": pa.array([f"id-{row.title}-{row.body}"[:200] for row in rows], pa.string()),
        "title": pa.array([row.title for row in rows], pa.string()),
        "body": pa.array([row.body for row in rows], pa.string()),
        "persona": pa.array([row.persona for row in rows], pa.string()),
    })  # fmt: skip
    return list(table.to_batches(max_chunksize=size))


def sets_of(group: Sequence[int]) -> set[frozenset[int]]:
    """Give the groups as sets of rows."""
    found: dict[int, set[int]] = {}
    for row, head in enumerate(group):
        found.setdefault(head, set()).add(row)
    return {frozenset(rows) for rows in found.values()}
