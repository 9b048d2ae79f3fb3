"""Writes training cases to disk and scores leads against their truth; the workbench alone runs the scorer."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from palermo.model.errors import Conflict, WrongUse
from palermo.training import AdvertTruth, BrokenRow, GroupTruth, Trap, Truth, make_case, score

_Part = TypeVar("_Part", AdvertTruth, GroupTruth, Trap, BrokenRow)


@dataclass(frozen=True, slots=True)
class MadeCase:
    """What was written: the case's name and basis, each export with its source sheet, and where the truth is."""

    name: str
    basis: str
    files: dict[str, str]
    truth: str


def write_case(folder: Path, *, seed: int, size: str) -> MadeCase:
    """Write a training case's exports, source sheets and truth.

    Args:
        folder: where; the truth goes beside it, so that adding the folder's files does not add the answers.
        seed: another seed, another case.
        size: `default` or `small`.

    Raises:
        Conflict: the folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Conflict(
            f"“{folder}” exists and is not an empty folder.", way_out="Choose a folder that does not exist yet."
        )
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
