"""How long it takes to explain a group: its wordings with their slots, its sentence, and a page of adverts laid against them."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv

from adverts_files import Wish, trial_file
from palermo.adverts.story import StoryAdvert, tell
from palermo.model.ids import RowKey

_RUNS = 5
_SIZES = (400, 50_000)
_SEED = 201
_CROWD_SIZE = 300_000
"""A sixth of a crowd is of one template: 50,000 adverts, each with its own edits."""


def explaining(folder: Path) -> Iterator[str]:
    """Explain groups of 400 and of 50,000 adverts of one template; the median of five runs, the first left out."""
    rows = _rows(folder)
    yield f"| adverts in the group | seconds (median of {_RUNS}) |"
    yield "|---|---|"
    for size in _SIZES:
        adverts = [_advert(n, row) for n, row in enumerate(rows[:size])]
        took = [_explained(adverts) for _ in range(_RUNS + 1)][1:]
        yield f"| {size:,} | {statistics.median(took):.3f} |"


def _explained(adverts: list[StoryAdvert]) -> float:
    start = time.perf_counter()
    tell(adverts)
    return time.perf_counter() - start


def _advert(n: int, row: dict[str, str]) -> StoryAdvert:
    return StoryAdvert(
        RowKey(f"{n:08}"), row["title"], row["body"], row["site"], row["city"], row["persona"], row["posted_at"]
    )


def _rows(folder: Path) -> list[dict[str, str]]:
    """Give the adverts of the biggest hand of a crowd."""
    export, truth = trial_file(folder, Wish("crowd", "readable", _CROWD_SIZE, _SEED))
    biggest = np.bincount(truth.group).argmax()
    columns = ["title", "body", "site", "city", "persona", "posted_at"]
    wanted = pyarrow.csv.ConvertOptions(include_columns=columns, column_types=dict.fromkeys(columns, pa.string()))
    parsing = pyarrow.csv.ParseOptions(newlines_in_values=True)
    table = pyarrow.csv.read_csv(export, parse_options=parsing, convert_options=wanted)
    found: list[dict[str, str]] = table.filter(pa.array(truth.group == biggest)).to_pylist()
    return found
