"""Delimited text of any dialect is read row by row, and a row that cannot be read is set aside alone."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes.nasty import opened, problems_of, put, rows_of
from palermo.adapters.readers import Limits, open_tables
from palermo.model.errors import PalermoError, Unreadable

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=12)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end_is_told(tmp_path: Path, delimiter: str, end: str) -> None:
    """Columns come apart at whatever separates them, lines at whatever ends them."""
    times = '"13/02/2021,; 10:00"'
    rows = [["caller", "callee", "started_at"], ["0639980001", "0639980002", times], ["1", "2", "2021-01-02"]]
    text = end.join(delimiter.join(row) for row in rows)
    assert rows_of(opened(tmp_path / "a.csv", text).tables[0])[1] == ["0639980001", "0639980002", "13/02/2021,; 10:00"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)  # fmt: skip
def test_encodings_are_told_by_mark_or_by_content(tmp_path: Path, encoding: str) -> None:
    """With a byte order mark or without, accents come out as they were put in."""
    text = "prénom;ville;montant\nZoé;Liège;5,50\nLéa;Neufchâteau;3,20\n"
    table = opened(tmp_path / "a.csv", text, encoding).tables[0]
    assert rows_of(table)[1:] == [["Zoé", "Liège", "5,50"], ["Léa", "Neufchâteau", "3,20"]]


def test_chinese_in_its_own_encoding_is_told(tmp_path: Path) -> None:
    """GB 18030 without any mark is read as Chinese."""
    text = "主叫号码,被叫号码,通话时间\n13800000000,13800000001,2021-03-01\n" * 3 + "北京市的酒店,上海市,中国\n"
    assert rows_of(opened(tmp_path / "a.csv", text, "gb18030").tables[0])[0][0] == "主叫号码"


def test_a_line_in_another_encoding_is_read_and_said(tmp_path: Path) -> None:
    """A line that is not valid UTF-8 in a UTF-8 file is read as Windows-1252, and the notes count it."""
    content = "nom,v\nZoé,1\n".encode() + "élan,2\n".encode("cp1252")
    found = opened(tmp_path / "a.csv", content)
    assert rows_of(found.tables[0])[2] == ["élan", "2"]
    assert found.late_notes() == ("1 lines are not valid UTF-8 and were read as Windows-1252.",)


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    """Blank lines count, a value over several lines is one row, and each row knows its bytes."""
    content = b'a,b\n\n1,"two\nlines"\n3,4\n'
    table = opened(tmp_path / "a.csv", content).tables[0]
    batch = next(table.batches(1))
    assert batch.record.to_pylist() == [1, 2, 3, 4]
    places = list(zip(batch.start.to_pylist(), batch.end.to_pylist(), strict=True))
    assert [content[start:end] for start, end in places] == [b"a,b\n", b"\n", b'1,"two\nlines"\n', b"3,4\n"]
    assert next(table.batches(4)).cells.to_pylist() == [{"c0": "3", "c1": "4"}]


def test_byte_ranges_hold_in_wide_encodings_too(tmp_path: Path) -> None:
    """In UTF-16 a row's bytes are those of its characters, the mark at the start belonging to the first row."""
    content = "nom\tv\nZoé\t1\n".encode("utf-16")
    batch = next(opened(tmp_path / "a.csv", content).tables[0].batches(2))
    assert content[batch.start[0].as_py() : batch.end[0].as_py()].decode("utf-16-le") == "Zoé\t1\n"


def test_an_unclosed_quote_costs_its_own_line_and_no_other(tmp_path: Path) -> None:
    """Where a quotation mark swallows what follows, its line is set aside and reading goes on at the next."""
    lines = ["a,b", '"1","x"', '2,"open', *(f'{n},"fine"' for n in range(3, 500))]
    table = opened(tmp_path / "a.csv", "\n".join(lines) + "\n").tables[0]
    assert problems_of(table) == {3: "row-quote"}
    assert rows_of(table)[-1] == ["499", "fine"]


def test_an_unclosed_quote_in_the_last_rows_is_found_at_the_end(tmp_path: Path) -> None:
    """A quotation mark that is open when the file ends does not take the rows before the end with it."""
    text = '"a","b"\n"1","2"\n"3","4\n"5","6"\n7,8\n'
    table = opened(tmp_path / "a.csv", text).tables[0]
    assert problems_of(table) == {3: "row-quote"}
    assert rows_of(table)[3:] == [["5", "6"], ["7", "8"]]


def test_quotes_that_never_pair_up_end_the_reading(tmp_path: Path) -> None:
    """A file made so that every line opens a quotation mark anew is given up, not read for ever."""
    text = "a,b\n" + 'a","c\n' * 5_000
    limits = Limits(record_lines=150, lost_quotes=20)
    with pytest.raises(Unreadable, match="do not pair up"):
        rows_of(opened(tmp_path / "a.csv", 'x,"y"\n' * 50 + text, limits=limits).tables[0])


def test_an_over_long_line_is_skipped_and_set_aside(tmp_path: Path) -> None:
    """A line past the limit is never held; it is one row with its bytes, and the rows after it are read."""
    content = b"a,b\n1,2\n" + b"x" * 3_000_000 + b",y\n3,4\n"
    table = opened(tmp_path / "a.csv", content).tables[0]
    assert problems_of(table) == {3: "row-too-long"}
    batch = next(table.batches(4))
    assert batch.cells.to_pylist() == [{"c0": "3", "c1": "4"}]
    assert content[batch.start[0].as_py() : batch.end[0].as_py()] == b"3,4\n"


def test_zero_bytes_set_the_row_aside(tmp_path: Path) -> None:
    """A row with a zero byte is set aside; its neighbours are read."""
    assert problems_of(opened(tmp_path / "a.csv", b"a,b\n1,\0\n3,4\n").tables[0]) == {2: "row-nul"}


def test_rows_wider_than_the_rest_keep_all_their_cells(tmp_path: Path) -> None:
    """Cells beyond the width come second and are not lost; short rows end in nothing."""
    text = "a,b\n" + "1,2\n" * 40 + "1,2,3,4\n5\n"
    assert rows_of(opened(tmp_path / "a.csv", text).tables[0])[-2:] == [["1", "2", "3", "4"], ["5", None]]


def test_too_many_columns_are_refused_in_the_head_and_set_aside_below(tmp_path: Path) -> None:
    """A hundred thousand columns are no table; a single such row is set aside."""
    wide = ",".join("x" * 5_000)
    with pytest.raises(Unreadable, match="5000 columns"):
        opened(tmp_path / "a.csv", f"{wide}\n1,2\n")
    assert problems_of(opened(tmp_path / "b.csv", "a,b\n" + "1,2\n" * 40 + wide + "\n").tables[0]) == {
        42: "row-columns"
    }


def test_formulas_and_control_characters_are_kept_as_text(tmp_path: Path) -> None:
    """Nothing in a cell is run, and nothing is taken out of it by the reader."""
    table = opened(tmp_path / "a.csv", "a,b\n\x1b[31mx,=cmd|' /C calc'!A0\n").tables[0]
    assert rows_of(table)[1] == ["\x1b[31mx", "=cmd|' /C calc'!A0"]


def test_inches_are_not_quotes(tmp_path: Path) -> None:
    """Where no cell is quoted, a quotation mark is a mark like any other."""
    assert rows_of(opened(tmp_path / "a.csv", 'a,b\n5" tube,1\n"x,2\n').tables[0])[1:] == [
        ['5" tube', "1"],
        ['"x', "2"],
    ]


def test_reading_begins_anew_each_time(tmp_path: Path) -> None:
    """A table may be read more than once, to the same rows."""
    table = opened(tmp_path / "a.csv", "a,b\n1,2\n3,4\n").tables[0]
    assert rows_of(table) == rows_of(table)


@quick
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=3, max_size=8),
    dialect=st.sampled_from([(",", "\n"), (";", "\r\n"), ("\t", "\n"), ("|", "\n")]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_is_read_back(
    tmp_path: Path, rows: list[list[str]], dialect: tuple[str, str], encoding: str
) -> None:
    """Rows written with every cell quoted, under a header, come back cell by cell."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=dialect[0], lineterminator=dialect[1], quoting=csv.QUOTE_ALL)
    writer.writerows([["caller", "callee", "started_at"]] * 12 + rows)
    table = opened(tmp_path / "a.csv", held.getvalue(), encoding).tables[0]
    assert rows_of(table)[12:] == rows


@quick
@given(
    content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"a,b\n{text}".encode("utf-8", "replace"))
)
def test_any_bytes_give_rows_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Whatever the bytes, the file is read to its end or refused in a sentence."""
    try:
        for table in open_tables(put(tmp_path / "a.csv", content)).tables:
            rows_of(table)
    except PalermoError as refused:
        assert refused.fact.endswith(".")  # noqa: PT017 - either outcome is right


@quick
@given(content=st.text(st.sampled_from('ab,"\n\r;\\ '), max_size=120))
def test_any_quoting_loses_no_line(tmp_path: Path, content: str) -> None:
    """However quotation marks stand, the rows' bytes cover the file from its first to its last."""
    text = f"a,b\n{content}"
    table = opened(tmp_path / "a.csv", text).tables[0]
    batch = next(table.batches(1))
    starts, ends = batch.start.to_pylist(), batch.end.to_pylist()
    assert (starts[0], ends[-1]) == (0, len(text.encode()))
    assert starts[1:] == ends[:-1]
