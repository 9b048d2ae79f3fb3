"""A file of adverts comes back advert by advert, whatever is wrong with it."""

import csv
import io
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet as pq

from fakes.nasty import put
from palermo.model.errors import PalermoError, Unreadable, Unsure
from palermo.workbench.advert_files import BATCH_ROWS, AdvertFile, open_adverts
from palermo.workbench.advert_rows import TEXTS

HEADER = "advert_id,title,body,city\n"
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from('\n",;'), max_size=12)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def adverts(file: AdvertFile) -> list[dict[str, object]]:
    """Read all adverts of a file."""
    return [advert for batch in file.batches() for advert in batch.to_pylist()]


def read(path: Path, content: str | bytes, encoding: str = "utf-8") -> list[dict[str, object]]:
    """Write a file and read its adverts."""
    return adverts(open_adverts(put(path, content, encoding)))


def bodies(found: list[dict[str, object]]) -> list[object]:
    """Give the texts alone."""
    return [advert["body"] for advert in found]


def test_each_advert_has_every_column_and_its_row(tmp_path: Path) -> None:
    """Columns the file lacks are empty; the header is row 1 and the first advert row 2."""
    found = read(tmp_path / "a.csv", f"{HEADER}A1,Hello,Call me,Gent\nA2,,Ring me,\n")
    assert list(found[0]) == ["row", *TEXTS]
    nothing = dict.fromkeys(TEXTS, "")
    assert found[0] == nothing | {"row": 2, "advert_id": "A1", "title": "Hello", "body": "Call me", "city": "Gent"}
    assert found[1] == nothing | {"row": 3, "advert_id": "A2", "body": "Ring me"}


@pytest.mark.parametrize(
    ("header", "ident"),
    [
        ("id annonce;texte;ville", "A1"), ("advertentie id;advertentietekst;stad", "A1"),
        ("广告编号;正文;城市", "A1"), ("Nothing;Text;City", "2"),
    ],
)  # fmt: skip
def test_headers_are_matched_as_intake_matches_them(tmp_path: Path, header: str, ident: str) -> None:
    """Headers of any of the six languages are known; without an id the row number stands for it."""
    found = read(tmp_path / "a.csv", f"{header}\nA1;Call me, now;Gent\nB7;Ring me;Lille\n")
    assert (found[0]["advert_id"], found[0]["body"], found[0]["city"]) == (ident, "Call me, now", "Gent")


def test_a_protected_column_is_not_read(tmp_path: Path) -> None:
    """Nothing of a column that no rule may read is in any batch."""
    found = read(tmp_path / "a.csv", "advert_id,body,nationality\nA1,Call me,Xlandish\n")
    assert "Xlandish" not in found[0].values()


def test_without_a_column_of_texts_nothing_is_read(tmp_path: Path) -> None:
    """The refusal names the columns there are and the way out."""
    with pytest.raises(Unsure, match="to hold the text") as refused:
        open_adverts(put(tmp_path / "a.csv", "advert_id,city,price\nA1,Gent,100\nA2,Lille,120\n"))
    assert "“city”" in refused.value.cause
    assert "body" in refused.value.way_out


def test_a_file_of_a_header_alone_has_no_adverts(tmp_path: Path) -> None:
    """It is read, and nothing comes."""
    assert read(tmp_path / "a.csv", HEADER) == []


def test_an_empty_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """There is nothing in it, not even a header."""
    with pytest.raises(Unreadable, match="is empty"):
        open_adverts(put(tmp_path / "a.csv", ""))


def test_rows_are_those_a_spreadsheet_shows(tmp_path: Path) -> None:
    """Blank lines count and are told, a text over several lines is one row, a line of separators is an advert."""
    file = open_adverts(put(tmp_path / "a.csv", f'{HEADER}A1,,"two\nlines",\n\nA2,,after,\n,,,\n'))
    assert [(advert["row"], advert["advert_id"], advert["body"]) for advert in adverts(file)] == [
        (2, "A1", "two\nlines"), (4, "A2", "after"), (5, "", ""),
    ]  # fmt: skip
    assert file.notes() == ("1 blank line was passed over.",)


def test_rows_that_are_no_adverts_come_back_with_their_reason(tmp_path: Path) -> None:
    """A row with cells too many or too few keeps its id and row, has no text, and is told."""
    text = f"{HEADER}" + "A1,,fine,Gent\n" * 40 + "A2,,moved, on,Gent\nA3\nA4,,fine,Gent\n"
    file = open_adverts(put(tmp_path / "a.csv", text))
    found = adverts(file)[40:]
    assert [(advert["row"], advert["advert_id"], advert["body"], advert["city"]) for advert in found] == [
        (42, "A2", "", ""), (43, "A3", "", ""), (44, "A4", "fine", "Gent"),
    ]  # fmt: skip
    assert {reason: list(rows) for reason, rows in file.met.unread.items()} == {
        "The row has more cells than the header has names.": [42],
        "The row ends before the column of the advert's text.": [43],
    }


def test_a_mark_that_is_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    """The rows after an unclosed quotation mark are read; its own comes back with the reason."""
    text = 'advert_id,body\n"A1","x"\nA2,"open\n' + "".join(f'A{n},"fine"\n' for n in range(3, 300))
    file = open_adverts(put(tmp_path / "a.csv", text))
    found = adverts(file)
    assert len(found) == 299
    assert bodies(found)[1:3] == ["", "fine"]
    assert [list(rows) for rows in file.met.unread.values()] == [[3]]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_writing_gives_the_same_adverts(tmp_path: Path, line_end: str, encoding: str, delimiter: str) -> None:
    """Encoding, separator and line ends make no difference."""
    rows = [["advert_id", "body", "city"], *([f"A{n}", "été à la gare", "Liège"] for n in range(5))]
    text = line_end.join(delimiter.join(row) for row in rows) + line_end
    found = read(tmp_path / "a.csv", text, encoding)
    assert [(advert["advert_id"], advert["body"], advert["city"], advert["row"]) for advert in found] == [
        (f"A{n}", "été à la gare", "Liège", n + 2) for n in range(5)
    ]


def test_an_advert_of_five_megabytes_is_read_whole(tmp_path: Path) -> None:
    """A text as long as a library is one advert, first in the file or last, quoted or not."""
    long = "abcdefghi " * 500_000
    found = read(tmp_path / "a.csv", f'advert_id,body\nA1,{long}\nA2,short\nA3,"{long}"\n')
    assert bodies(found) == [long, "short", long]


def test_zero_bytes_are_left_out_and_told(tmp_path: Path) -> None:
    """An advert with zero bytes is read without them."""
    file = open_adverts(put(tmp_path / "a.csv", f"{HEADER}A1,,ca\0ll\0 me,Gent\nA2,,ring,Gent\n"))
    assert bodies(adverts(file)) == ["call me", "ring"]
    assert file.notes() == ("Zero bytes were left out of 1 row.",)
    assert not file.met.unread


@pytest.mark.parametrize("odd", [b"\xe9t\xe9", b"\xed\xa0\x80 surrogate", b"\xff\xfe", b"cut \xf0\x9f\x98"])
def test_bytes_that_are_no_text_lose_no_advert(tmp_path: Path, odd: bytes) -> None:
    """Invalid UTF-8 and lone surrogates in one advert leave the others as they are, and a note says so."""
    file = open_adverts(put(tmp_path / "a.csv", b"advert_id,body\nA1,fine\nA2,x" + odd + b"y\nA3,\xc3\xa9t\xc3\xa9\n"))
    found = adverts(file)
    assert [advert["advert_id"] for advert in found] == ["A1", "A2", "A3"]
    assert str(found[1]["body"]).startswith("x")
    assert found[2]["body"] == "été"
    assert file.notes() == ("1 lines are not valid UTF-8 and were read as Windows-1252.",)


def test_numbers_alone_and_marks_of_direction_are_texts(tmp_path: Path) -> None:
    """A column of numbers is read as it stands, as are right-to-left marks."""
    texts = ["0639981234", "0012", "\u202eolleh\u202c \u200f", "1e5"]
    found = read(tmp_path / "a.csv", "advert_id,body\n" + "".join(f"{n},{text}\n" for n, text in enumerate(texts)))
    assert bodies(found) == texts
    assert [advert["advert_id"] for advert in found] == ["0", "1", "2", "3"]


def test_equal_ids_are_told_apart_by_their_row(tmp_path: Path) -> None:
    """Two adverts with one id both come back."""
    found = read(tmp_path / "a.csv", f"{HEADER}A1,,one,\nA1,,two,\n")
    assert [(advert["advert_id"], advert["row"]) for advert in found] == [("A1", 2), ("A1", 3)]


def test_parquet_counts_from_one_and_keeps_every_record(tmp_path: Path) -> None:
    """A record of nothing is an advert of nothing; numbers are written as text; a missing text is empty."""
    table = pa.table({"advert_id": [7, None, 9], "body": ["call", None, "ri\0ng"], "city": [None, None, "Gent"]})
    pq.write_table(table, tmp_path / "a.parquet")
    file = open_adverts(tmp_path / "a.parquet")
    found = [(advert["row"], advert["advert_id"], advert["body"]) for advert in adverts(file)]
    assert found == [(1, "7", "call"), (2, "", ""), (3, "9", "ring")]
    assert not file.met.unread


def test_long_files_come_in_pieces_and_can_be_read_again(tmp_path: Path) -> None:
    """No batch is longer than it may be, rows go on from batch to batch, and a second reading gives the same."""
    rows = BATCH_ROWS + 10
    text = "advert_id,body\n" + "".join(f"A{n},text {n}\n" for n in range(rows))
    file = open_adverts(put(tmp_path / "a.csv", text))
    sizes = [batch.num_rows for batch in file.batches()]
    assert max(sizes) <= BATCH_ROWS
    assert [advert["row"] for advert in adverts(file)] == list(range(2, rows + 2))
    assert file.met.rows == rows


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    """What was read would be of neither state."""
    path = put(tmp_path / "a.csv", f"{HEADER}A1,,one,\n")
    file = open_adverts(path)
    path.write_text(f"{HEADER}A1,,one,\nA2,,two,\n")
    with pytest.raises(Unreadable, match="changed"):
        adverts(file)


@quick
@given(rows=st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_every_row_written_comes_back(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    """Whatever stands in a well-made file, there are as many adverts as rows, in their order."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["advert_id", "body"], *rows])
    found = read(tmp_path / "a.csv", text.getvalue().encode("utf-8", "replace"))
    assert len(found) == len(rows)
    assert [advert["row"] for advert in found] == list(range(2, len(rows) + 2))


@quick
@given(content=st.binary(max_size=200))
def test_any_bytes_under_a_header_give_adverts_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Whatever the bytes, the file is read to its end or refused in a sentence."""
    try:
        read(tmp_path / "a.csv", HEADER.encode() + content)
    except PalermoError as refused:
        assert refused.fact.endswith(".")  # noqa: PT017 - either outcome is right
