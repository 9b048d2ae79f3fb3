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
    assert report["compared"] == 2
    assert sum(len(one["rows"]) for one in report["not_compared"]) == 2
    assert [row["id"] for row in written] == ["7", "8", "9", "10"]
    assert {row["note"] for row in written} == {"kept"}
    assert float(written[0]["score"]) > 0.9
    assert written[1]["score"] == ""
    assert "no name in “name2”" in written[1]["reason"]
    assert written[2]["score"] == ""
    assert "no letter" in written[2]["reason"]
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
    assert "4 rows, 2 compared" in said
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


def test_columns_of_the_file_keep_their_names_and_ours_are_numbered(run: Run, tmp_path: Path) -> None:
    """A table that was scored before is scored again beside its first scores, and the note says where."""
    file, out = tmp_path / "names.csv", tmp_path / "out.csv"
    file.write_text("name1,name2,Score,reason\nJan Peeters,Jan Peters,9,mine\n", "utf-8")
    status, said, _ = run(file, "--out", out)
    row = read(out)[0]
    assert status == 0
    assert (row["Score"], row["reason"]) == ("9", "mine")
    assert float(row["score_2"]) > 0
    assert row["reason_2"].endswith(".")
    assert "“score_2”" in said


def test_rows_longer_than_the_header_keep_their_cells_under_a_name(run: Run, tmp_path: Path) -> None:
    """Cells beyond the header stand in columns named by their place, wherever in the file the long row is."""
    file, out = tmp_path / "names.csv", tmp_path / "out.csv"
    rows = ["Jan Peeters,Jan Peeters,a"] * 3 + ["Jan Maes,Jan Maes"] * 70_000 + ["Jan Maes,Jan Maes,b,c"]
    file.write_text("\n".join(["name1,name2", *rows]) + "\n", "utf-8")
    status, said, _ = run(file, "--out", out)
    written = read(out)
    assert status == 0
    assert list(written[0]) == ["name1", "name2", "column 3", "column 4", "score", "reason"]
    assert written[0]["column 3"] == "a"
    assert (written[-1]["column 3"], written[-1]["column 4"]) == ("b", "c")
    assert all(float(row["score"]) > 0.9 for row in written)
    assert "“column 4”" in said


def test_a_guessed_encoding_is_said(run: Run, tmp_path: Path) -> None:
    """Names in Windows-1251 are read, and the report says how, as other commands do."""
    file, out = tmp_path / "names.csv", tmp_path / "out.csv"
    rows = ["Анна Петрова,Anna Petrova", "Иван Щукин,Ivan Shchukin", "Юлия Жукова,Yulia Zhukova"] * 20
    file.write_bytes("\n".join(["name1,name2", *rows]).encode("cp1251"))
    status, said, _ = run(file, "--out", out)
    assert status == 0
    assert float(read(out)[0]["score"]) > 0.9
    assert "1251" in said or "Cyrillic" in said
