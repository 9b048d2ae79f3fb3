"""What the engine found is written a line a row, in the order of the file, safe to open and whole or not at all."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pyarrow import parquet as pq

from fakes.nasty import put
from palermo.adapters.groups_file import write_groups
from palermo.kit.csvsafe import neutralise
from palermo.model.errors import Conflict, WrongUse
from palermo.workbench.advert_files import open_adverts
from palermo.workbench.grouping_files import (
    GroupReport,
    GroupWish,
    NotRead,
    check_targets,
    kept,
    read_apart,
    write_grouped,
)

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\r\t=+-@",'), max_size=6)


@dataclass(frozen=True)
class Found:
    """What an engine might find."""

    group: NDArray[np.int64]
    template: NDArray[np.int64]
    group_ids: list[str]
    template_ids: list[str]


def written(folder: Path, content: str, found: Found, name: str = "out.csv") -> GroupReport:
    """Read a file of adverts and write what was found of them."""
    adverts = open_adverts(put(folder / "adverts.csv", content))
    keys: list[pa.RecordBatch] = []
    for _ in kept(adverts, keys):
        pass
    targets = (folder / name, folder / f"{name}.templates.json")
    return write_grouped(adverts, keys, targets, (found, {"made": "by hand"}), GroupWish())


def lines(path: Path) -> list[list[str]]:
    """Read a CSV as a spreadsheet would."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file, strict=True))


def test_every_row_has_its_line_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Group and template stand beside id and row, empty where there is none; what could not be read is there too."""
    text = "advert_id,body\n" + "B,call me\nA,call me\nA,ring\nC,too,many\n" + "D,fine\n" * 40
    nothing = [-1] * 42
    found = Found(np.array([0, 0, *nothing]), np.array([1, 0, *nothing]), ["g1"], ["t0", "t1"])
    report = written(tmp_path, text, found)
    assert lines(tmp_path / "out.csv")[:5] == [
        ["advert_id", "row", "group", "template"], ["B", "2", "g1", "t1"], ["A", "3", "g1", "t0"], ["A", "4", "", ""],
        ["C", "5", "", ""],
    ]  # fmt: skip
    assert len(lines(tmp_path / "out.csv")) == 45
    assert (report.adverts, report.grouped, report.groups, report.with_template, report.templates) == (44, 2, 1, 2, 2)
    assert report.not_read == [NotRead("The row has more cells than the header has names.", [5])]


def test_the_templates_say_what_was_not_read_and_what_the_engine_says(tmp_path: Path) -> None:
    """The file beside is one JSON document."""
    written(tmp_path, "advert_id,body\nA,call\n", Found(np.array([-1]), np.array([-1]), [], []))
    told = json.loads((tmp_path / "out.csv.templates.json").read_text("utf-8"))
    assert told == {
        "adverts": 1, "groups": 0, "templates": 0, "false_links": 1, "not_read": [], "made": "by hand",
    }  # fmt: skip


def test_no_adverts_give_a_header_alone(tmp_path: Path) -> None:
    """A file of no adverts is grouped into nothing."""
    none = np.array([], np.int64)
    report = written(tmp_path, "advert_id,body\n", Found(none, none, [], []))
    assert lines(tmp_path / "out.csv") == [["advert_id", "row", "group", "template"]]
    assert report.adverts == 0


def test_parquet_is_written_where_the_name_says_so(tmp_path: Path) -> None:
    """The same columns, rows as numbers, ids as they are."""
    found = Found(np.array([0, -1]), np.array([-1, 0]), ["g"], ["t"])
    written(tmp_path, "advert_id,body\n=A,call\nB,ring\n", found, "out.parquet")
    assert pq.read_table(tmp_path / "out.parquet").to_pylist() == [
        {"advert_id": "=A", "row": 2, "group": "g", "template": ""},
        {"advert_id": "B", "row": 3, "group": "", "template": "t"},
    ]


@quick
@given(ids=st.lists(TEXT, max_size=6), groups=st.lists(TEXT, min_size=1, max_size=3), cut=st.integers(0, 6))
def test_what_is_written_is_read_back(tmp_path: Path, ids: list[str], groups: list[str], cut: int) -> None:
    """Whatever the ids, each cell comes back as it was, or with the apostrophe that keeps it from running."""
    rows = pa.array(range(2, len(ids) + 2), pa.int64())
    whole = pa.record_batch([pa.array(ids, pa.string()), rows], names=["advert_id", "row"])
    numbers = np.array([n % (len(groups) + 1) - 1 for n in range(len(ids))], np.int64)
    write_groups(tmp_path / "out.csv", [whole.slice(0, cut), whole.slice(cut)], (numbers, groups), (numbers, groups))
    expected = [
        [neutralise(ident), str(at + 2), *[neutralise(groups[numbers[at]]) if numbers[at] >= 0 else ""] * 2]
        for at, ident in enumerate(ids)
    ]
    assert lines(tmp_path / "out.csv")[1:] == expected


def test_nothing_is_written_over_by_mistake(tmp_path: Path) -> None:
    """A target that is the source, by whatever name, a folder, there already or in no folder is refused."""
    source = put(tmp_path / "adverts.csv", "advert_id,body\nA,call\n")
    link = tmp_path / "link.csv"
    link.symlink_to(source)
    there = put(tmp_path / "there.csv", "x\n")
    for target in (source, link):
        with pytest.raises(WrongUse, match="made from"):
            check_targets((target,), (source,), replace=True)
    with pytest.raises(Conflict, match="there already") as refused:
        check_targets((there,), (source,), replace=False)
    assert "--replace" in refused.value.way_out
    for target in (tmp_path, tmp_path / "nowhere" / "out.csv"):
        with pytest.raises(WrongUse, match="folder"):
            check_targets((target,), (source,), replace=True)
    check_targets((there, tmp_path / "new.csv"), (source,), replace=True)


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """Where writing fails midway, what was there before stays and nothing else is left."""
    target = put(tmp_path / "out.csv", "before\n")
    broken = pa.record_batch([pa.array(["A"]), pa.array(["no number"])], names=["advert_id", "row"])
    numbers = np.array([5], np.int64)
    with pytest.raises(IndexError):
        write_groups(target, [broken], (numbers, ["g"]), (numbers, ["g"]))
    assert target.read_text() == "before\n"
    assert list(tmp_path.iterdir()) == [target]


def test_pairs_apart_are_read_each_once(tmp_path: Path) -> None:
    """The first two columns under the header are ids; their order makes no difference, blank lines are passed over."""
    path = put(tmp_path / "apart.csv", "one,other,why\nB,A,flat\nA,B,\n\nC,D,\n")
    assert read_apart(path) == (("A", "B"), ("C", "D"))


@pytest.mark.parametrize("line", ["A,", "A,A", ",B"])
def test_a_pair_of_fewer_than_two_is_refused(tmp_path: Path, line: str) -> None:
    """The error names the row."""
    with pytest.raises(WrongUse, match="Row 3"):
        read_apart(put(tmp_path / "apart.csv", f"one,other\nA,B\n{line}\nC,D\n"))
