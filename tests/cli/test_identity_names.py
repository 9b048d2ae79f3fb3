"""A table of names compared from the command line: every row comes back, and what cannot be compared says why."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from palermo.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a runner of the program: arguments in; exit status, standard output and standard error out."""

    def palermo(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["palermo", "identity", "names", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return palermo


def read(path: Path) -> list[dict[str, str]]:
    """Read what was written."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = [
    ("7", "陈丽华", "Lihua Tchen"),
    ("8", "Jan Peeters", ""),
    ("9", "=1+1", "1234"),
    ("10", "Анна Петрова", "Anna Petrova"),
]


def test_every_row_comes_back_with_a_score_or_a_reason(run: Run, tmp_path: Path) -> None:
    """Rows keep their order and their other columns; one without a second name has no score and says so."""
    file, out = tmp_path / "names.csv", tmp_path / "out.csv"
    lines = ["id,name1,name2,note", *(",".join([*row, "kept"]) for row in ROWS)]
    file.write_text("\n".join(lines), "utf-8")
    status, said, _ = run(file, "--out", out, "--format", "json")
    report = json.loads(said)
    written = read(out)
    assert status == 0
    assert report["rows"] == len(written) == 4
    assert report["compared"] == 3
    assert sum(len(one["rows"]) for one in report["not_compared"]) == 1
    assert [row["id"] for row in written] == ["7", "8", "9", "10"]
    assert {row["note"] for row in written} == {"kept"}
    assert float(written[0]["score"]) > 0.9
    assert written[1]["score"] == ""
    assert "no name in “name2”" in written[1]["reason"]
    assert written[2]["score"] == "0.0000"
    assert written[2]["name1"] == "'=1+1"
    assert all(row["reason"].endswith(".") for row in written)


@pytest.mark.parametrize("form", ["parquet", "xlsx", "json"])
def test_tables_of_every_format_are_compared(run: Run, tmp_path: Path, form: str) -> None:
    """Parquet, workbooks and JSON give the scores that CSV gives."""
    file, out = tmp_path / f"names.{form}", tmp_path / "out.csv"
    columns = {name: [row[at] for row in ROWS] for at, name in enumerate(("id", "name1", "name2"))}
    if form == "parquet":
        pq.write_table(pa.table(columns), file)
    elif form == "json":
        file.write_text(json.dumps([dict(zip(columns, row, strict=True)) for row in ROWS]), "utf-8")
    else:
        with xlsxwriter.Workbook(file) as book:
            sheet = book.add_worksheet()
            for at, row in enumerate([tuple(columns), *ROWS]):
                sheet.write_row(at, 0, row)
    status, said, _ = run(file, "--out", out)
    assert status == 0
    assert "4 rows, 3 compared" in said
    assert float(read(out)[0]["score"]) > 0.9


def test_a_table_without_the_two_columns_is_refused(run: Run, tmp_path: Path) -> None:
    """The columns are not guessed, and nothing is written."""
    file, out = tmp_path / "names.csv", tmp_path / "out.csv"
    file.write_text("a,b\nJan,Piet\n", "utf-8")
    status, _, said = run(file, "--out", out)
    assert status == 2
    assert "name1" in said
    assert not out.exists()


def test_nothing_is_written_over_unasked(run: Run, tmp_path: Path) -> None:
    """A file that is there stays, unless asked; the table itself always stays."""
    file, out = tmp_path / "names.csv", tmp_path / "out.csv"
    file.write_text("name1,name2\nJan,Jan\n", "utf-8")
    out.write_text("mine", "utf-8")
    assert run(file, "--out", out)[0] == 2
    assert out.read_text("utf-8") == "mine"
    assert run(file, "--out", file, "--replace")[0] == 2
    assert run(file, "--out", out, "--replace")[0] == 0
    assert read(out)[0]["name1"] == "Jan"
