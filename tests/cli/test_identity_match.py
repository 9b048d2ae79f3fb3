"""Persons of files linked without a case, from the command line."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.cli import main

Run = Callable[..., tuple[int, str, str]]
HEADER = "record_id,name,birth_date,document_no,nationality\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a runner of the command: arguments in; exit status, standard output and standard error out."""

    def palermo(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["palermo", "identity", "match", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return palermo


def put(path: Path, text: str) -> Path:
    """Write a file."""
    path.write_text(text, "utf-8")
    return path


def entities(path: Path) -> list[tuple[str, str]]:
    """Read a file of entities."""
    with path.open(encoding="utf-8") as lines:
        return [(line["record_id"], line["entity"]) for line in csv.DictReader(lines)]


def test_every_row_comes_back_in_its_order_and_the_model_stands_beside(run: Run, tmp_path: Path) -> None:
    """Two registers, one person in both: three rows, two entities, and a page of weights that can be read."""
    one = put(tmp_path / "a.csv", HEADER + "A1,Anna Verbeke,17/04/1991,EA123456,BE\nA2,Joris Maes,1970-02-03,,BE\n")
    other = put(tmp_path / "b.csv", HEADER + "B1,VERBEKE Anna,1991-04-17,EA123456,NL\n")
    status, out, err = run(one, other, "--out", tmp_path / "out.csv", "--format", "json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert (told["records"], told["entities"], told["together"]) == (3, 2, 2)
    assert entities(tmp_path / "out.csv") == [("A1", "E-1"), ("A2", "E-2"), ("B1", "E-1")]
    page = json.loads((tmp_path / "out.csv.model.json").read_text("utf-8"))
    assert {one["what"] for one in page["model"][0]["weights"]} == {"name", "birth date", "document"}


def test_a_record_under_two_ids_and_an_id_of_two_records_are_both_kept(run: Run, tmp_path: Path) -> None:
    """Equal rows under two ids share an entity; two rows of one id are two records, and the answer says so."""
    rows = "A1,Anna Verbeke,1991-04-17,EA123456,\nA2,Anna Verbeke,1991-04-17,EA123456,\nA3,Joris Maes,1970-02-03,,\nA3,Li Wei,1988-09-09,,\n"
    status, out, _ = run(put(tmp_path / "a.csv", HEADER + rows), "--out", tmp_path / "out.csv")
    assert status == 0
    assert entities(tmp_path / "out.csv") == [("A1", "E-1"), ("A2", "E-1"), ("A3", "E-2"), ("A3", "E-3")]
    assert "1 record has an id that another record has too" in out


def test_short_document_numbers_are_told_to_be_left_out(run: Run, tmp_path: Path) -> None:
    """Whoever gives numbers too short to tell people apart reads how many, in the sentences and in the JSON."""
    file = put(tmp_path / "a.csv", HEADER + "A1,Anna Verbeke,1991-04-17,EA2,\nA2,Joris Maes,1970-02-03,EA2,\n")
    told = "2 document numbers have fewer than 4 letters and digits (such as “EA2”): not compared"
    assert told in run(file, "--out", tmp_path / "out.csv")[1]
    notes = json.loads(run(file, "--out", tmp_path / "out.csv", "--replace", "--format", "json")[1])["notes"]
    assert any(note.startswith(told) for note in notes)
    assert [entity for _, entity in entities(tmp_path / "out.csv")] == ["E-1", "E-2"]


def test_an_empty_table_gives_an_empty_answer(run: Run, tmp_path: Path) -> None:
    """A header without rows is no error."""
    assert run(put(tmp_path / "a.csv", HEADER), "--out", tmp_path / "out.csv")[0] == 0
    assert entities(tmp_path / "out.csv") == []


def test_a_protected_column_is_refused_and_an_unknown_one_is_wrong_use(run: Run, tmp_path: Path) -> None:
    """Nationality is never compared, not even when asked for."""
    file = put(tmp_path / "a.csv", HEADER + "A1,Anna,1991-04-17,,BE\n")
    assert run(file, "--out", tmp_path / "out.csv", "--also", "nationality")[0] == 3
    assert run(file, "--out", tmp_path / "out.csv", "--also", "shoe size")[0] == 2
    assert not (tmp_path / "out.csv").exists()


def test_nothing_is_written_over_unasked(run: Run, tmp_path: Path) -> None:
    """A file that is there stays, unless --replace is given."""
    file = put(tmp_path / "a.csv", HEADER + "A1,Anna,1991-04-17,,BE\n")
    out = put(tmp_path / "out.csv", "mine")
    assert run(file, "--out", out)[0] == 2
    assert out.read_text("utf-8") == "mine"
    assert run(file, "--out", out, "--replace")[0] == 0


def test_a_threshold_that_is_no_number_is_wrong_use(run: Run, tmp_path: Path) -> None:
    """`nan` and `inf` are refused with the way out, not met as something unforeseen."""
    file = put(tmp_path / "people.csv", HEADER + "1,Anna Maes,1990-01-02,,\n")
    for written in ("nan", "inf"):
        status, _, told = run(file, "--out", tmp_path / "out.csv", f"--threshold={written}")
        assert status == 2
        assert "is no number of bits" in told
