"""Roles, paths and what-ifs of a table of links, from the command line."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a runner of the program: arguments in; exit status, standard output and standard error out."""

    def palermo(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["palermo", "network", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return palermo


def put(path: Path, text: str) -> Path:
    """Write a file."""
    path.write_text(text, "utf-8")
    return path


def test_every_node_comes_back_and_every_row_that_is_no_link_is_told(run: Run, tmp_path: Path) -> None:
    """Self-loops, weights that are none, moments that are none, missing nodes: each with its reason and row."""
    rows = "a,b,1,\na,b,1,\nc,c,1,\nd,e,-1,\nf,g,nan,\nh,i,inf,\nj,k,1,soon\nl,,1,\n"
    file = put(tmp_path / "links.csv", "source,target,weight,at\n" + rows)
    status, out, _ = run("roles", file, "--node-kind", "contact", "--out", tmp_path / "out.csv", "--format", "json")
    told = json.loads(out)
    with (tmp_path / "out.csv").open(encoding="utf-8") as lines:
        nodes = {line["node"] for line in csv.DictReader(lines)}
    assert status == 0
    assert nodes == set("abcdefghijkl")
    assert (told["rows"], told["links"]) == (8, 2)
    assert sorted(row for one in told["unused"] for row in one["rows"]) == [4, 5, 6, 7, 8, 9]


def test_only_self_loops_are_no_web_and_no_crash(run: Run, tmp_path: Path) -> None:
    """A table of self-loops gives its nodes back, alone."""
    file = put(tmp_path / "links.csv", "source,target\na,a\nb,b\n")
    assert run("roles", file, "--node-kind", "venue", "--out", tmp_path / "out.csv")[0] == 0
    assert run("without", file, "a")[0] == 0
    assert run("apart", file)[0] == 0
    assert run("paths", file, "a", "b")[1].startswith("Nothing in the table ties them.")


def test_long_names_and_zero_bytes_are_told_not_crashed_on(run: Run, tmp_path: Path) -> None:
    """A name of 10,000 letters is a node; a row with a zero byte is set aside and its nodes come back."""
    long = "x" * 10_000
    file = put(tmp_path / "links.csv", f"source,target\n{long},b\nc\0,d\n")
    status, out, _ = run("roles", file, "--node-kind", "account", "--out", tmp_path / "out.csv", "--format", "json")
    assert status == 0
    assert json.loads(out)["nodes"] == 4
    assert [one["rows"] for one in json.loads(out)["unused"]] == [[3]]


def test_persons_an_empty_file_and_columns_of_other_names_are_said_clearly(run: Run, tmp_path: Path) -> None:
    """Each ends with a status of its own and a sentence."""
    good = put(tmp_path / "links.csv", "source,target\na,b\n")
    assert run("roles", good, "--node-kind", "person", "--out", tmp_path / "out.csv")[0] == 3
    empty, other = put(tmp_path / "empty.csv", ""), put(tmp_path / "other.csv", "from,to\na,b\n")
    for file in (empty, other):
        status, _, said = run("roles", file, "--node-kind", "contact", "--out", tmp_path / "out.csv")
        assert status == 2
        assert "Traceback" not in said
    assert run("paths", good, "a", "nobody")[0] == 2
    assert not (tmp_path / "out.csv").exists()


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(run: Run, tmp_path: Path) -> None:
    """A node that begins with an equals sign gets an apostrophe before it."""
    file = put(tmp_path / "links.csv", "source,target\n=1+1,b\n")
    run("roles", file, "--node-kind", "contact", "--out", tmp_path / "out.csv")
    assert "'=1+1" in (tmp_path / "out.csv").read_text("utf-8")
