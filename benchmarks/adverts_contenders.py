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
from adverts_files import Truth
from adverts_running import BASELINES, Run, grouped_by_palermo, measured


@dataclass(frozen=True, slots=True)
class Contender:
    """What one method found.

    Attributes:
        name: how tables call it.
        groups: the group of each row, in the order of the export; empty where the advert is alone.
        run: its seconds, from the export on disk to groups on disk, and its peak memory.
        templates: the template of each row, empty where it has none; None where a method knows no templates.
        said: how many false links it says to expect in the whole file; 0 where it says nothing.
    """

    name: str
    groups: list[str]
    run: Run
    templates: list[str] | None = None
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
    said = json.loads(target.with_suffix(".templates.json").read_text())["expected_false_links"]
    return Contender(
        "palermo", table["group"].to_pylist(), run, templates=table["template"].to_pylist(), said=float(said)
    )


def _minhash(export: Path, truth: Truth, method: str, folder: Path) -> Iterator[Contender]:
    target = folder / f"{export.stem}-{method}.csv"
    run = measured([*BASELINES, str(export), method, str(target)])
    numbers = _read(target, ["group"])["group"].to_numpy().astype(np.int64)
    name = METHODS[method].name
    yield Contender(name, _written(numbers), run)
    yield Contender(f"{name}, given every phone", _written(given_phones(numbers, truth.phone)), run)


def _written(numbers: npt.NDArray[np.int64]) -> list[str]:
    """Write group numbers as text, empty where an advert is alone."""
    _, place, many = np.unique(numbers, return_inverse=True, return_counts=True)
    alone = many[place] == 1
    return ["" if lone else str(number) for number, lone in zip(numbers.tolist(), alone.tolist(), strict=True)]


def _read(path: Path, columns: list[str]) -> pa.Table:
    text = {name: pa.string() for name in ("group", "template") if "row" in columns}
    wanted = pyarrow.csv.ConvertOptions(include_columns=columns, column_types=text, strings_can_be_null=False)
    return pyarrow.csv.read_csv(
        path, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True), convert_options=wanted
    )
