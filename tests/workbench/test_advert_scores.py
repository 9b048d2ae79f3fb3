"""A file of groups is scored against a file of truth; what is on one side alone is told."""

import csv
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from fakes.nasty import put
from palermo.model.errors import Unreadable, WrongUse
from palermo.workbench.advert_scores import score_files

TRUTH = "advert_id,group,kind,lone\nA1,g1,heavy,0\nA2,g1,heavy,0\nA3,g2,light,0\nA4,g2,light,0\nA5,,alone,1\n"


def files(folder: Path, truth: str, prediction: str) -> tuple[Path, Path]:
    """Write a truth and a prediction."""
    return put(folder / "truth.csv", truth), put(folder / "groups.csv", prediction)


def test_a_prediction_is_scored_by_its_ids(tmp_path: Path) -> None:
    """Order makes no difference; kinds and lone adverts are read from the truth."""
    found = "advert_id,row,group,template\nA5,6,,t\nA4,5,x,t\nA3,4,x,\nA2,3,y,t\nA1,2,,t\n"
    report = score_files(*files(tmp_path, TRUTH, found))
    assert report.matched_by == ("advert_id",)
    assert (report.only_in_truth, report.only_in_prediction) == (0, 0)
    assert (report.score.pairs.precision, report.score.pairs.recall) == (1.0, 0.5)
    assert [(part.kind, part.adverts, part.b_cubed.recall, part.lone.wrong) for part in report.score.by_kind] == [
        ("alone", 1, 1.0, 0), ("heavy", 2, 0.5, 0), ("light", 2, 1.0, 0),
    ]  # fmt: skip


def test_another_column_can_be_scored(tmp_path: Path) -> None:
    """The templates are scored instead of the groups where that is asked for."""
    found = "advert_id,row,group,template\nA1,2,,t\nA2,3,,t\nA3,4,,u\nA4,5,,u\nA5,6,,u\n"
    report = score_files(*files(tmp_path, TRUTH, found), column="template")
    assert report.score.pairs.recall == 1.0
    assert (report.score.lone.adverts, report.score.lone.wrong) == (1, 1)


def test_what_is_on_one_side_alone_is_told(tmp_path: Path) -> None:
    """An advert the prediction lacks counts as left alone; one the truth lacks is not scored."""
    report = score_files(*files(tmp_path, TRUTH, "advert_id,group\nA1,x\nA2,x\nA3,x\nB9,x\nB8,\n"))
    assert (report.only_in_truth, report.only_in_prediction) == (2, 2)
    assert (report.truth_adverts, report.prediction_adverts, report.score.adverts) == (5, 5, 5)
    assert report.score.found.largest == 3
    assert report.score.pairs.recall == 0.5


def test_equal_ids_are_told_apart_by_their_rows(tmp_path: Path) -> None:
    """Where both files have rows, an id may stand twice."""
    truth = "advert_id,row,group\nA1,2,g\nA1,3,h\nA2,4,g\nA3,5,h\n"
    report = score_files(*files(tmp_path, truth, "advert_id,row,group\nA1,3,h\nA1,2,g\nA2,4,g\nA3,5,h\n"))
    assert report.matched_by == ("advert_id", "row")
    assert report.score.ari == 1.0


@pytest.mark.parametrize("side", ["truth", "groups"])
def test_equal_ids_without_rows_are_refused_with_a_way_out(tmp_path: Path, side: str) -> None:
    """Nothing tells which is which; the error names the file, an id and the column to give."""
    twice = "advert_id,group\nA1 b,g\nA2,g\nA1 b,h\n"
    once = "advert_id,row,group\nA1 b,2,g\nA2,3,g\n"
    texts = (twice, once) if side == "truth" else (once, twice)
    with pytest.raises(WrongUse, match=f"“{side}.csv” has 1 advert whose id") as refused:
        score_files(*files(tmp_path, *texts))
    assert "“A1 b”" in refused.value.cause
    assert "column row" in refused.value.way_out


def test_one_advert_twice_is_refused_even_with_rows(tmp_path: Path) -> None:
    """The same id and row twice is one advert in two groups."""
    truth = "advert_id,row,group\nA1,2,g\nA1,2,h\n"
    with pytest.raises(WrongUse, match="id and row"):
        score_files(*files(tmp_path, truth, "advert_id,row,group\nA1,2,g\n"))


def test_files_of_other_adverts_are_refused(tmp_path: Path) -> None:
    """Where no advert is in both, nothing is scored; rows counted otherwise are named as a cause."""
    with pytest.raises(WrongUse, match="No advert") as refused:
        score_files(*files(tmp_path, "advert_id,row,group\nA1,1,g\n", "advert_id,row,group\nA1,2,g\n"))
    assert "row" in refused.value.cause


@pytest.mark.parametrize(
    ("truth", "prediction", "said"),
    [
        ("id,group\nA1,g\n", "advert_id,group\nA1,g\n", "has no column advert_id"),
        ("advert_id,group\nA1,g\n", "advert_id,cluster\nA1,g\n", "has no column group"),
        ("advert_id,row,group\nA1,x,g\n", "advert_id,row,group\nA1,2,g\n", "whole numbers"),
        ("advert_id,group,lone\nA1,g,perhaps\n", "advert_id,group\nA1,g\n", "says “perhaps”"),
        ("advert_id,group\nA1,g\nA2,g,h\n", "advert_id,group\nA1,g\n", "Row 3"),
        ("advert_id,group\n" + "A1,g\n" * 40 + "A2,g,h\n", "advert_id,group\nA1,g\n", "Row 42"),
        ("advert_id,group\nA1,g\0\n", "advert_id,group\nA1,g\n", "Row 2"),
        ("advert_id,group\n", "advert_id,group\nA1,g\n", "no advert to score"),
    ],
)
def test_what_cannot_be_scored_is_refused_in_a_sentence(tmp_path: Path, truth: str, prediction: str, said: str) -> None:
    """Missing columns, rows that cannot be read and words that say nothing are named."""
    with pytest.raises(WrongUse, match=said):
        score_files(*files(tmp_path, truth, prediction))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """There is no table in it."""
    with pytest.raises(Unreadable, match="empty"):
        score_files(*files(tmp_path, "", "advert_id,group\nA1,g\n"))


def test_parquet_and_csv_score_alike(tmp_path: Path) -> None:
    """Numbers as ids and groups, nulls and marks of true and false are read as their texts."""
    table = pa.table({"advert_id": [1, 2, 3], "group": [5, 5, None], "lone": [False, False, True]})
    pq.write_table(table, tmp_path / "truth.parquet")
    found = put(tmp_path / "groups.csv", "advert_id;group\n1;x\n2;x\n3;\n\n")
    report = score_files(tmp_path / "truth.parquet", found)
    assert (report.score.ari, report.score.lone.adverts, report.prediction_adverts) == (1.0, 1, 3)


def test_ids_kept_from_running_in_a_spreadsheet_are_known_again(tmp_path: Path) -> None:
    """The apostrophe before an id that looks like a formula is no part of the id; one of its own is."""
    truth = tmp_path / "truth.csv"
    with truth.open("w", newline="") as file:
        csv.writer(file).writerows([["advert_id", "group"], ["=A1", "g"], ["'A2", "g"], ["A3", "g"]])
    found = put(tmp_path / "groups.csv", "advert_id,group\n'=A1,x\n'A2,x\nA3,x\n")
    assert score_files(truth, found).only_in_truth == 0


@pytest.mark.parametrize("again", ["", "A1,9,all\n"])
def test_rows_match_only_with_their_ids(tmp_path: Path, again: str) -> None:
    """A row that stands under another id in the other file is another advert, whether rows are all different or not."""
    truth = f"advert_id,row,group\nA1,2,all\nA2,3,all\nA3,9,all\n{again}"
    found = f"advert_id,row,group\nA2,3,all\nA9,2,all\nA3,9,all\nA1,4,all\n{again}"
    report = score_files(*files(tmp_path, truth, found))
    assert (report.only_in_truth, report.only_in_prediction) == (1, 2)
    assert report.score.found.largest == report.score.true.largest - 1
