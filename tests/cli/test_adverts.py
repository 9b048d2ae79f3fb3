"""Grouping and scoring files of adverts from the command line."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fakes.nasty import put
from palermo.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a runner of the program: arguments in; exit status, standard output and standard error out."""

    def palermo(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["palermo", "adverts", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return palermo


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Give a truth with kinds and lone adverts, and a prediction that lacks one advert and has one too many."""
    truth = "advert_id,group,kind,lone\nA1,g,heavy,0\nA2,g,heavy,0\nA3,,alone,1\nA4,,alone,1\n"
    prediction = "advert_id,row,group,template\nA1,2,x,t\nA2,3,x,t\nA3,4,x,\nB1,9,,\n"
    return put(tmp_path / "truth.csv", truth), put(tmp_path / "groups.csv", prediction)


def test_a_score_is_a_small_table(run: Run, files: tuple[Path, Path]) -> None:
    """Figures, what is on one side alone, and the kinds stand one below the other."""
    status, out, err = run("score", *files)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "4 adverts scored by group, matched by advert_id.",
        "1 advert of the truth is not in the prediction: counted as left alone.",
        "1 advert of the prediction is not in the truth: nothing is known of them, and they were not scored.",
        "",
        "         precision  recall  F",
        "pairs    0.3333     1.0000  0.5000",
        "B-cubed  0.6667     1.0000  0.8000",
        "",
        "Adjusted Rand index: 0.3333.",
        "Found: 1 group of 3 adverts, the largest of 3; the others are alone.",
        "True: 1 group of 2 adverts, the largest of 2; the others are alone.",
        "Lone adverts wrongly grouped: 1 (50.00%) of 2.",
        "",
        "kind   adverts  precision  recall  lone  wrongly grouped",
        "alone        2  0.6667     1.0000     2  1 (50.00%)",
        "heavy        2  0.6667     1.0000     0  –",
    ]


def test_a_score_is_one_json_document(run: Run, files: tuple[Path, Path]) -> None:
    """Every figure is there under its name."""
    status, out, _ = run("score", *files, "--column", "template", "--format", "json")
    told = json.loads(out)
    assert status == 0
    assert (told["column"], told["only_in_truth"], told["only_in_prediction"]) == ("template", 1, 1)
    assert told["score"]["pairs"] == {"precision": 1.0, "recall": 1.0, "f": 1.0}
    assert told["score"]["by_kind"][0]["lone"] == {"adverts": 2, "wrong": 0, "share": 0.0}


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["score", "nothing.csv", "groups.csv"], "unreadable"),
        (["score", "groups.csv", "truth.csv", "--column", "template"], "wrong-use"),
        (["group", "groups.csv", "--out", "new.csv"], "unsure-mapping"),
        (["group", "nothing.csv", "--out", "new.csv"], "unreadable"),
        (["group", "groups.csv", "--out", "truth.csv"], "conflict"),
        (["group", "groups.csv", "--out", "groups.csv", "--replace"], "wrong-use"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_sentence(
    run: Run, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, arguments: list[str], kind: str
) -> None:
    """The kind of error is in the JSON, the sentences are on standard error, and no file is made or changed."""
    monkeypatch.chdir(files[0].parent)
    before = {path.name: path.read_bytes() for path in files}
    status, out, err = run(*arguments, "--format", "json")
    assert (status, json.loads(out)["error"]["kind"]) == (2, kind)
    assert err.strip().endswith(".")
    assert {path.name: path.read_bytes() for path in files[0].parent.iterdir()} == before
