"""Runs Palermo and MinHash on one export of adverts and reads what each found, row for row."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv

from adverts_baselines import METHODS, given_phones
from adverts_files import Truth, numbered
from adverts_running import BASELINES, Run, grouped_by_palermo, measured

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Contender:
    """What one method found.

    Attributes:
        name: how tables call it.
        groups: the number of each row's group, in the order of the export; below 0 where the advert is alone.
        run: its seconds, from the export on disk to groups on disk, and its peak memory.
        templates: the number of each row's template, below 0 where it has none; None where a method knows no templates.
        said: how many false links it says to expect in the whole file; 0 where it says nothing.
    """

    name: str
    groups: Ints
    run: Run
    templates: Ints | None = None
    said: float = 0.0


def contenders(export: Path, truth: Truth, methods: Sequence[str], folder: Path) -> Iterator[Contender]:
    """Run Palermo, then each method plain and given every phone without fault."""
    yield palermo(export, folder)
    for method in methods:
        yield from _minhash(export, truth, method, folder)


def palermo(export: Path, folder: Path) -> Contender:
    """Run `palermo adverts group`."""
    target = folder / f"{export.stem}-palermo.csv"
    run = grouped_by_palermo(export, target)
    table = _read(target, ["row", "group", "template"])
    table = table.take(np.argsort(table["row"].to_numpy(), kind="stable"))
    groups, templates = (numbered(table[name])[0] for name in ("group", "template"))
    told = json.loads(target.with_name(f"{target.name}.templates.json").read_text("utf-8"))
    said = told["expected_false_links"]
    return Contender("palermo", groups, run, templates, float(said))


def _minhash(export: Path, truth: Truth, method: str, folder: Path) -> Iterator[Contender]:
    target = folder / f"{export.stem}-{method}.csv"
    run = measured([*BASELINES, str(export), method, str(target)])
    numbers = _read(target, ["group"])["group"].to_numpy().astype(np.int64)
    name = METHODS[method].name
    yield Contender(name, numbers, run)
    yield Contender(f"{name}, given every phone", given_phones(numbers, truth.phone), run)


def _read(path: Path, columns: list[str]) -> pa.Table:
    """Read columns of a CSV; an empty group or template is null."""
    text = {name: pa.string() for name in ("group", "template") if "row" in columns}
    wanted = pyarrow.csv.ConvertOptions(
        include_columns=columns, column_types=text, strings_can_be_null=True, null_values=[""]
    )
    parsing = pyarrow.csv.ParseOptions(newlines_in_values=True)
    return pyarrow.csv.read_csv(path, parse_options=parsing, convert_options=wanted)
