"""What the engine found is written a line a row, in the order of the file, safe to open and whole or not at all."""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet as pq

from fakes.nasty import put
from palermo.adapters.groups_file import write_groups
from palermo.kit.csvsafe import neutralise
from palermo.model.errors import Conflict, WrongUse
from palermo.training.trials import make_trial
from palermo.workbench.grouping_apart import read_apart
from palermo.workbench.grouping_files import GroupReport, GroupWish, NotRead, group_file
from palermo.workbench.grouping_told import WHY_ALONE
from palermo.workbench.outputs import check_targets

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\r\t=+-@",'), max_size=6)


def lines(path: Path) -> list[list[str]]:
    """Read a CSV as a spreadsheet would."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file, strict=True))


SENTENCES = [
    "A quiet room with soft light near the old harbour gate and its bells",
    "fresh linen, green tea and a slow hour behind the blue theatre door",
    "ask for the corner table where winter sun falls on polished copper",
    "I answer between ten and four unless rain keeps the tram in the shed",
    "bring nothing but time, I keep music and lemons in the kitchen",
]


def adverts(bodies: Sequence[str], contact: str = "") -> str:
    """Write adverts as a file, numbered from A0."""
    return "advert_id,body,contact,city,site\n" + "".join(
        f'A{n},"{body}",{contact},Gent,one.example\n' for n, body in enumerate(bodies)
    )


def grouped(
    folder: Path, content: str | bytes, wish: GroupWish | None = None, name: str = "out.csv"
) -> tuple[GroupReport, dict[str, Any]]:
    """Group a file; give the report, and what is told of groups and templates."""
    wish = replace(wish or GroupWish(), replace=True)
    report = group_file(put(folder / "adverts.csv", content), folder / name, wish)
    return report, json.loads((folder / f"{name}.templates.json").read_text("utf-8"))


def groups_of(path: Path, column: str = "group") -> dict[str, str]:
    """Give the group of each advert."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row["advert_id"]: row[column] for row in csv.DictReader(file)}


TEMPLATE = ". ".join(SENTENCES)


def test_every_row_has_its_line_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Group and template stand beside id and row, empty where there is none; what could not be read is there too."""
    text = (
        f"advert_id,body\nB,{SENTENCES[0]} {SENTENCES[2]}\nA,call +33 1 99 00 12 34\nC,ring +33 1 99 00 12 34\nD,too,many\n"
        + "E,\n" * 40
    )
    report, told = grouped(tmp_path, text)
    found = lines(tmp_path / "out.csv")
    assert [line[:2] for line in found[:5]] == [["advert_id", "row"], ["B", "2"], ["A", "3"], ["C", "4"], ["D", "5"]]
    assert found[1][2:] == found[4][2:] == ["", ""]
    assert found[2][2] == found[3][2]
    assert re.fullmatch("G-[0-9a-f]{16}", found[2][2])
    assert len(found) == 45
    assert (report.adverts, report.grouped, report.groups, report.largest) == (44, 2, 1, 2)
    assert report.not_read == [NotRead("The row has more cells than the header has names.", [5])]
    assert [(one.adverts, one.reason) for one in report.alone] == [
        (40, WHY_ALONE[0]), (1, WHY_ALONE[2]), (1, "They could not be read."),
    ]  # fmt: skip
    assert told["groups"] == [
        {
            "id": found[2][2], "rows": 2, "sentence": "2 adverts under 1 number.", "contacts": ["+33199001234"],
            "contacts_not_named": 0, "templates": [], "templates_not_named": 0,
            "weakest_link": {"by": "contacts", "sentence": "Contacts alone hold it together."},
        }
    ]  # fmt: skip


def test_a_template_is_told_with_its_slots(tmp_path: Path) -> None:
    """Words stay as they were written; what differs, numbers and words nobody may weigh are slots."""
    extra = ["lanterns", "umbrellas", "postcards", "marbles", "kites"]
    bodies = [f"{TEMPLATE} with {word} for a Dutch price of {20 + n}" for n, word in enumerate(extra)]
    report, told = grouped(tmp_path, adverts(bodies))
    assert (report.groups, report.templates, report.grouped) == (1, 1, 5)
    assert told["templates"][0]["text"] == f"{TEMPLATE} with […] for a […] price of […]"
    assert (told["templates"][0]["rows"], told["templates"][0]["texts"], told["templates"][0]["cities"]) == (5, 5, 1)
    assert told["groups"][0]["sentence"] == "5 adverts, 1 template, 1 city, 1 site."
    assert told["groups"][0]["weakest_link"]["by"] == "wording"
    assert told["expected_false_links"] == 1
    assert groups_of(tmp_path / "out.csv", "template")["A0"] == told["templates"][0]["id"]


def test_a_chinese_template_keeps_its_words(tmp_path: Path) -> None:
    """Chinese has no spaces: single characters stay, simplified or traditional."""
    body = "今天下午在安静的房间里喝绿茶听雨声，窗外有蓝色的电车经过旧港口的大门，柠檬和铜壶放在木桌上，慢慢聊一个小时再回家"
    report, told = grouped(tmp_path, adverts([f"{body}价格{n}" for n in range(200, 204)]))
    assert report.templates == 1
    assert told["templates"][0]["text"].startswith(body)


def test_contacts_of_a_column_join_and_are_shown(tmp_path: Path) -> None:
    """A number in the column of contacts counts as one in the text does; other contacts are read out of their advert."""
    text = "advert_id,body,contact\nA,hello,+33 1 99 00 12 34\nB,call 0033199001234,\nC,write to lily@mail.example,\nD,me,lily@mail.example\n"
    report, told = grouped(tmp_path, text)
    assert report.groups == 2
    assert sorted(one["contacts"][0] for one in told["groups"]) == ["+33199001234", "mailto:lily@mail.example"]
    assert sorted(one["sentence"] for one in told["groups"]) == [
        "2 adverts under 1 contact.",
        "2 adverts under 1 number.",
    ]


def test_words_nobody_may_weigh_change_no_group(tmp_path: Path) -> None:
    """Other words of origin, religion or skin in their place give the same groups and the same ids."""
    trial = make_trial("phrases", 5, 400, "some").adverts
    found = []
    for words in (("Dutch", "Thai girl"), ("Sri Lankan", "Catholic girl")):
        bodies = [f"{words[n % 2]} {body} {words[0]}" for n, body in enumerate(trial["body"].to_pylist())]
        table = trial.set_column(trial.schema.get_field_index("body"), "body", pa.array(bodies))
        pq.write_table(table, tmp_path / "adverts.parquet")
        group_file(tmp_path / "adverts.parquet", tmp_path / "out.csv", GroupWish(replace=True))
        found.append(lines(tmp_path / "out.csv"))
    assert found[0] == found[1]
    assert len({line[2] for line in found[0]}) > 20


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], dict[str, str]]:
    """Give a trial of 2,000 adverts as a file, and the group and the template of each."""
    folder = tmp_path_factory.mktemp("trial")
    pq.write_table(make_trial("phrases", 11, 2_000, "readable").adverts, folder / "adverts.parquet")
    group_file(folder / "adverts.parquet", folder / "out.csv")
    return folder / "adverts.parquet", groups_of(folder / "out.csv"), groups_of(folder / "out.csv", "template")


@pytest.mark.parametrize("way", ["shuffled", "ten batches", "one thread", "read anew"])
def test_no_order_and_no_cut_shows(
    tmp_path: Path, trial: tuple[Path, dict[str, str], dict[str, str]], monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Rows in another order, other batches, one thread or texts that are not held give the same groups and ids."""
    path, groups, templates = trial
    table = pq.read_table(path)
    if way == "shuffled":
        table = table.take(pa.array(np.random.default_rng(3).permutation(len(table))))
    if way == "ten batches":
        monkeypatch.setattr("palermo.workbench.advert_files.BATCH_ROWS", 211)
    if way == "read anew":
        monkeypatch.setattr("palermo.workbench.grouping_source.HELD_BYTES", 1)
    pq.write_table(table, tmp_path / "adverts.parquet")
    group_file(tmp_path / "adverts.parquet", tmp_path / "out.csv", GroupWish(threads=1 if way == "one thread" else 2))
    assert groups_of(tmp_path / "out.csv") == groups
    assert groups_of(tmp_path / "out.csv", "template") == templates


def test_what_a_person_says_keeps_two_apart(tmp_path: Path) -> None:
    """The two are in different groups, the others stay; pairs of adverts that are not there are counted."""
    pairs = put(tmp_path / "apart.csv", "one,other\nA0,A1\nA0,X9\n")
    report, _ = grouped(tmp_path, adverts([TEMPLATE] * 4), GroupWish(apart=pairs))
    found = groups_of(tmp_path / "out.csv")
    assert found["A0"] != found["A1"]
    assert "1 pair of adverts is kept apart." in report.notes
    assert "1 pair names an advert that is not in the file: the first is “X9”." in report.notes


def test_rows_without_an_id_are_told_by_their_rows(tmp_path: Path) -> None:
    """No id is made up that a real advert may bear: two nameless rows are two adverts, no repeat, and no pair of ids means them."""
    text = f'advert_id,body\n4,"{TEMPLATE}"\n,"{TEMPLATE}"\n,"{TEMPLATE}"\n  ,other\nA,other\n'
    pairs = put(tmp_path / "apart.csv", "one,other\n4,A\n3,A\n")
    report, told = grouped(tmp_path, text, GroupWish(apart=pairs))
    found = lines(tmp_path / "out.csv")[1:]
    assert [line[:2] for line in found] == [["4", "2"], ["", "3"], ["", "4"], ["  ", "5"], ["A", "6"]]
    assert found[0][2] == found[1][2] == found[2][2] != ""
    assert told["groups"][0]["rows"] == 3
    assert "3 rows have no id: each is an advert of its own, and the row alone tells which." in report.notes
    assert "1 pair names an advert that is not in the file: the first is “3”." in report.notes
    assert not any("repeat" in note for note in report.notes)


def test_the_rows_before_and_after_a_nameless_one_keep_their_repeats(tmp_path: Path) -> None:
    """An id that stands twice is still told, and only that row is counted."""
    report, _ = grouped(tmp_path, "advert_id,body\nA,one\n,two\n,three\nA,four\n")
    assert [note for note in report.notes if "id" in note] == [
        "2 rows have no id: each is an advert of its own, and the row alone tells which.",
        "1 row repeats the id of a row before: adverts are told apart by their rows; one id with the same text is one advert.",
    ]


def test_no_adverts_give_a_header_alone(tmp_path: Path) -> None:
    """A file of no adverts is grouped into nothing."""
    report, told = grouped(tmp_path, "advert_id,body\n")
    assert lines(tmp_path / "out.csv") == [["advert_id", "row", "group", "template"]]
    assert (report.adverts, told["groups"], told["templates"]) == (0, [], [])


def test_parquet_is_written_where_the_name_says_so(tmp_path: Path) -> None:
    """The same columns, rows as numbers, ids as they are."""
    _, told = grouped(tmp_path, "advert_id,body\n=A,call +33 1 99 00 12 34\nB,+33199001234\n", name="out.parquet")
    ident = told["groups"][0]["id"]
    assert pq.read_table(tmp_path / "out.parquet").to_pylist() == [
        {"advert_id": "=A", "row": 2, "group": ident, "template": ""},
        {"advert_id": "B", "row": 3, "group": ident, "template": ""},
    ]


@pytest.mark.parametrize(
    ("content", "rows", "groups"),
    [
        pytest.param(adverts([f"{TEMPLATE} " * 15_000]), 1, 0, id="5 MB"),
        pytest.param(adverts([TEMPLATE] * 3_000), 3_000, 1, id="identical"),
        pytest.param(adverts(["🌸"] * 300), 300, 0, id="emoji"),
        pytest.param(adverts([f"word{n}" for n in range(500)], "+33199001234"), 500, 1, id="one number"),
        pytest.param("advert_id,body\n" + f'A,"ab\0cd {TEMPLATE}"\nB,"abcd {TEMPLATE}"\n' * 2, 4, 1, id="zero bytes"),
        pytest.param(b"advert_id,body\nA,\xed\xa0\x80 call\nB,call\n" + b"C,\n" * 40, 42, 0, id="lone surrogate"),
        pytest.param("advert_id,body\n" + "".join(f"A{n},{n * 7}\n" for n in range(300)), 300, 0, id="numbers"),
        pytest.param(adverts([f"\u202e{TEMPLATE}\u200f", TEMPLATE]), 2, 1, id="right to left"),
        pytest.param("advert_id,body\n" + f'A,"{TEMPLATE}"\nA,other\n' * 2, 4, 2, id="ids twice"),
        pytest.param(adverts(["again " * 100_000, "again " * 99_999]), 2, 1, id="one word"),
    ],
)
def test_bad_input_gives_a_result_and_a_sentence(tmp_path: Path, content: str | bytes, rows: int, groups: int) -> None:
    """Every row comes back, in its group or alone with a reason."""
    report, told = grouped(tmp_path, content)
    assert (report.adverts, report.groups) == (rows, groups)
    assert report.grouped + sum(one.adverts for one in report.alone) == rows
    assert all(one.reason.endswith(".") for one in report.alone)
    assert len(lines(tmp_path / "out.csv")) == rows + 1
    assert sum(one["rows"] for one in told["groups"]) == report.grouped


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


def test_a_pair_in_place_of_a_header_is_refused(tmp_path: Path) -> None:
    """A table of pairs whose first line names two adverts of the file would lose that pair: it is refused, with the way out."""
    pairs = put(tmp_path / "apart.csv", "A0,A1\n")
    with pytest.raises(WrongUse, match="names two adverts"):
        grouped(tmp_path, adverts([TEMPLATE] * 4), GroupWish(apart=pairs))


def test_pairs_apart_are_read_each_once(tmp_path: Path) -> None:
    """The first two columns under the header are ids; their order makes no difference, blank lines are passed over."""
    path = put(tmp_path / "apart.csv", "one,other,why\nB,A,flat\nA,B,\n\nC,D,\n")
    assert read_apart(path) == (("A", "B"), ("C", "D"))


@pytest.mark.parametrize("line", ["A,", "A,A", ",B"])
def test_a_pair_of_fewer_than_two_is_refused(tmp_path: Path, line: str) -> None:
    """The error names the row."""
    with pytest.raises(WrongUse, match="Row 3"):
        read_apart(put(tmp_path / "apart.csv", f"one,other\nA,B\n{line}\nC,D\n"))
