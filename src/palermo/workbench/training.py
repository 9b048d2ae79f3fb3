"""Writes training cases and trials to disk and scores leads against their truth; the workbench alone runs the scorer."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from palermo.model.errors import Conflict, WrongUse
from palermo.training import AdvertTruth, BrokenRow, GroupTruth, Trap, Truth, make_case, score

if TYPE_CHECKING:
    from palermo.training.trials import Trial

_LARGEST_TRIAL = 10_000_000
_Part = TypeVar("_Part", AdvertTruth, GroupTruth, Trap, BrokenRow)


@dataclass(frozen=True, slots=True)
class MadeCase:
    """What was written: the case's name and basis, each export with its source sheet, and where the truth is."""

    name: str
    basis: str
    files: dict[str, str]
    truth: str


@dataclass(frozen=True, slots=True)
class MadeTrial:
    """What was written: the files of adverts and truth, how many adverts, how many of them by lone advertisers, hands."""

    adverts: str
    truth: str
    rows: int
    lone: int
    hands: int


def write_trial(folder: Path, *, make: str, seed: int, size: int, numbers: str) -> MadeTrial:
    """Write invented adverts whose hands are known: `adverts.csv`, and beside it who placed which in `truth.csv`.

    Args:
        folder: where; made when it does not exist.
        make: `phrases`, `grammar` or `crowd`.
        seed: another seed, another trial.
        size: how many adverts.
        numbers: `readable`, `some` (three in ten adverts have none that can be read) or `none`.

    Raises:
        Conflict: the folder holds something already.
        WrongUse: there is no such make, no such size, or the folder cannot be written.
    """
    from palermo.training.trials import MAKES, NUMBERS, trial_batches

    chosen = next((one for one in MAKES if one == make), None)
    readable = next((one for one in NUMBERS if one == numbers), None)
    if chosen is None or readable is None or not 1 <= size <= _LARGEST_TRIAL:
        raise WrongUse(
            f"There is no trial “{make}” of {size:,} adverts with numbers “{numbers}”.",
            way_out=f"Choose {', '.join(MAKES)}; {', '.join(NUMBERS)}; 1 to {_LARGEST_TRIAL:,} adverts.",
        )
    _free(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_pieces(folder, trial_batches(chosen, seed, size, readable))
    except OSError as error:
        raise WrongUse(
            f"The trial cannot be written to {folder}.", cause=f"The system says: {error.strerror or error}."
        ) from error


def _free(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Conflict(
            f"“{folder}” exists and is not an empty folder.", way_out="Choose a folder that does not exist yet."
        )


def _write_pieces(folder: Path, pieces: "Iterator[Trial]") -> MadeTrial:
    """Write piece by piece, so that memory is that of one piece."""
    import pyarrow.compute as pc
    from pyarrow.csv import CSVWriter

    adverts, truth = folder / "adverts.csv", folder / "truth.csv"
    rows = lone = 0
    hands: set[str] = set()
    with ExitStack() as files:
        writers: list[CSVWriter] = []
        for piece in pieces:
            tables = (piece.adverts, piece.truth)
            if not writers:
                writers = [
                    files.enter_context(CSVWriter(str(path), table.schema))
                    for path, table in zip((adverts, truth), tables, strict=True)
                ]
            for writer, table in zip(writers, tables, strict=True):
                writer.write_table(table)
            rows += piece.adverts.num_rows
            lone += pc.sum(piece.truth["lone"]).as_py()
            hands.update(pc.unique(piece.truth.filter(pc.invert(piece.truth["lone"]))["group"]).to_pylist())
    return MadeTrial(str(adverts), str(truth), rows, lone, len(hands))


def write_case(folder: Path, *, seed: int, size: str) -> MadeCase:
    """Write a training case's exports, source sheets and truth.

    Args:
        folder: where; the truth goes beside it, so that adding the folder's files does not add the answers.
        seed: another seed, another case.
        size: `default` or `small`.

    Raises:
        Conflict: the folder holds something already.
    """
    _free(folder)
    made = make_case(seed, size)
    sheets = folder / "sheets"
    try:
        sheets.mkdir(parents=True, exist_ok=True)
        for name, data in made.files.items():
            (folder / name).write_bytes(data)
        for name, text in made.sheets.items():
            (sheets / name).write_text(text, "utf-8")
        truth = folder.with_name(f"{folder.name}-truth.json")
        truth.write_text(made.truth.to_json(), "utf-8")
    except OSError as error:
        raise WrongUse(
            f"The training case cannot be written to {folder}.", cause=f"The system says: {error.strerror}."
        ) from error
    files = {name: f"sheets/{made.sheet_of[name]}" if name in made.sheet_of else "" for name in made.files}
    return MadeCase(made.name, made.basis, files, str(truth))


def read_truth(text: str) -> Truth:
    """Read the truth that `write_case` wrote.

    Raises:
        WrongUse: it is no truth of a training case.
    """
    try:
        plain = json.loads(text)
        return Truth(
            adverts=_parts(AdvertTruth, plain["adverts"]), groups=_parts(GroupTruth, plain["groups"]),
            traps=_parts(Trap, plain["traps"]), broken=_parts(BrokenRow, plain["broken"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise WrongUse(
            "That is no truth of a training case.", way_out="Give the …-truth.json that `palermo training make` wrote."
        ) from error


def _parts(kind: type[_Part], plain: list[dict[str, object]]) -> tuple[_Part, ...]:
    made = ({key: tuple(value) if isinstance(value, list) else value for key, value in one.items()} for one in plain)
    return tuple(kind(**one) for one in made)  # type: ignore[arg-type]


def score_leads(truth: str, leads: Mapping[str, object]) -> dict[str, object]:
    """Score leads, in the JSON shape of `palermo leads`, against a truth."""
    return asdict(score(read_truth(truth), leads))
