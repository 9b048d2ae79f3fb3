"""Trials of adverts are written to disk whole, never over anything, and what cannot be made is said."""

import csv
from pathlib import Path

import pytest

from palermo.model.errors import Conflict, WrongUse
from palermo.workbench.training import write_trial


def test_a_trial_is_written_row_for_row(tmp_path: Path) -> None:
    """Adverts and truth are CSV files with the same ids in the same order, and the counts that are said."""
    made = write_trial(tmp_path / "trial", make="phrases", seed=1, size=300, numbers="readable")
    with (
        Path(made.adverts).open(encoding="utf-8", newline="") as adverts,
        Path(made.truth).open(encoding="utf-8") as truth,
    ):
        placed, known = list(csv.DictReader(adverts)), list(csv.DictReader(truth))
    assert [row["advert_id"] for row in placed] == [row["advert_id"] for row in known]
    assert made.rows == len(placed) == 300
    assert made.lone == sum(row["lone"] == "true" for row in known)
    assert made.hands == len({row["group"] for row in known if row["lone"] == "false"})


@pytest.mark.parametrize("make", ["phrases", "grammar", "crowd"])
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, make: str) -> None:
    """Two runs with one seed write the same files."""
    one, two = (write_trial(tmp_path / name, make=make, seed=4, size=200, numbers="some") for name in ("one", "two"))
    assert Path(one.adverts).read_bytes() == Path(two.adverts).read_bytes()
    assert Path(one.truth).read_bytes() == Path(two.truth).read_bytes()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that holds something is refused."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Conflict):
        write_trial(tmp_path, make="phrases", seed=1, size=10, numbers="readable")


@pytest.mark.parametrize(
    ("make", "size", "numbers"),
    [("poems", 10, "readable"), ("phrases", 0, "readable"), ("phrases", 20_000_000, "none"), ("grammar", 5, "few")],
)
def test_what_cannot_be_made_is_said(tmp_path: Path, make: str, size: int, numbers: str) -> None:
    """An unknown make, size or writing of numbers is a sentence with a way out, and nothing is written."""
    with pytest.raises(WrongUse):
        write_trial(tmp_path / "trial", make=make, seed=1, size=size, numbers=numbers)
    assert not (tmp_path / "trial").exists()
