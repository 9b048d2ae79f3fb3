"""Rows are typed or set aside with a reason; nothing is guessed, and nothing is lost."""

import csv
import io
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes.nasty import PlainMasker, Reading, lexicon, opened, read_table
from palermo.adapters.readers import open_tables
from palermo.intake.checking import Checker
from palermo.intake.mapping import BESIDE, Mapping
from palermo.kit.masks import Masker
from palermo.model.errors import PalermoError, WrongUse
from palermo.model.records import Kind
from palermo.model.tables import value_schema

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CALLS = "caller,callee,started_at,duration_s,kind\n"


def read(tmp_path: Path, text: str, *, kind: str = "", zone: str = "Europe/Brussels", country: str = "BE") -> Reading:
    """Read a file's text from header to last row."""
    return read_table(opened(tmp_path / "a.csv", text).tables[0], kind=kind, zone=zone, country=country)


def test_good_rows_are_typed(tmp_path: Path) -> None:
    """Times are UTC, contacts canonical, numbers numbers, and each row has its place and its digest."""
    found = read(tmp_path, CALLS + "+33 6 39 98 00 01,0639980002,2021-07-01 10:00,2:05,Voix\n", country="FR")
    checked = found.checked[0]
    assert checked.rows.schema.names == [*value_schema(Kind.CALLS).names, "record", "start", "end", "content"]
    assert [field.type for field in checked.rows.schema][:9] == value_schema(Kind.CALLS).types
    row = found.rows[0]
    assert (row["caller"], row["callee"]) == ("+33639980001", "+33639980002")
    assert (row["started_at"], row["duration_s"], row["kind"]) == (datetime(2021, 7, 1, 8, tzinfo=UTC), 125, "voice")
    assert (row["record"], row["start"], row["end"]) == (2, len(CALLS), len(CALLS) + 56)
    assert len(str(row["content"])) == 32
    assert checked.taken.to_pylist() == [0]


@pytest.mark.parametrize(
    ("cells", "code", "sentence"),
    [
        (",0639980002,2021-07-01 10:00,5,", "missing", "caller: nothing stands there, and a row needs it."),
        ("0639980001,0639980002,2022-03-27 02:30,5,", "time-missing-hour",
         "started_at: 2022-03-27 02:30 does not exist in Europe/Brussels (the clocks went forward)."),
        ("0639980001,0639980002,2022-10-30 02:30,5,", "time-double-hour",
         "started_at: 2022-10-30 02:30 exists twice in Europe/Brussels (the clocks went back), and nothing says which is meant."),
        ("0639980001,0639980002,31/02/2021,5,", "time-no-such-day", "started_at: 31/02/2021 is no day of the calendar."),
        ("0639980001,0639980002,soon,5,", "time-unreadable", "started_at: “soon” is no time that can be read."),
        ("0639980001,0639980002,2021-07-01,many,", "number-unreadable", "duration_s: “many” is no whole number."),
        ("0639980001,0639980002,2021-07-01,5,voice,x", "row-more-cells", "The row has more cells than the header has names."),
        ("0639980001,0639980002,2021-07-01,5,\0", "row-nul", "The row holds zero bytes, which no text has."),
    ],
)  # fmt: skip
def test_each_bad_row_is_set_aside_with_its_reason(tmp_path: Path, cells: str, code: str, sentence: str) -> None:
    """The reason is a sentence with the value, and like reasons are counted under one code."""
    good = "0639980001,0639980002,2021-07-01 10:00,5,sms\n" * 35
    found = read(tmp_path, f"{CALLS}{good}{cells}\n", kind="calls")
    assert found.codes == {37: [code]}
    assert found.sentences == [sentence]
    assert len(found.rows) == 35


def test_a_row_has_all_its_reasons_and_its_cells(tmp_path: Path) -> None:
    """A row set aside shows each column that is wrong, and its cells as they stood."""
    good = "0639980001,0639980002,2021-07-01 10:00,5,sms\n" * 2
    found = read(tmp_path, f"{CALLS}{good}, 12:x ,soon,5,\n")
    (aside,) = found.checked[0].aside
    assert [why.index for why in aside.reasons] == [0, 1, 2]
    assert aside.cells == ("", " 12:x ", "soon", "5", "")
    assert aside.reasons[2].counted == "started_at: no time that can be read."


def test_blank_rows_are_counted_and_not_set_aside(tmp_path: Path) -> None:
    """A row of nothing but blanks is neither read nor set aside."""
    found = read(tmp_path, CALLS + "\n , ,,,\n0639980001,0639980002,2021-07-01 10:00,5,sms\n")
    assert (len(found.rows), found.codes) == (1, {})
    assert found.checker.notes()[-1] == "2 blank rows were passed over."


def test_an_unknown_word_leaves_the_value_out_and_is_said(tmp_path: Path) -> None:
    """A word that is none of its list loses no row and is not guessed at."""
    found = read(tmp_path, CALLS + "0639980001,0639980002,2021-07-01 10:00,5,fax\n")
    assert found.rows[0]["kind"] is None
    assert (
        found.checker.notes()[-1]
        == "kind: 1 values are none of voice, sms, data; they were left out. Among them: “fax”."
    )


def test_a_word_that_must_be_there_and_is_unknown_sets_the_row_aside(tmp_path: Path) -> None:
    """Leaving out what a row needs would lose the row."""
    found = read(tmp_path, "observed_at,place,what\n2021-01-01,Gent,ufo\n", kind="observations")
    assert found.codes == {2: ["word-unknown"]}


def test_without_any_zone_times_are_utc_and_said_to_be(tmp_path: Path) -> None:
    """Neither the time nor the source states a zone: the note says what was done."""
    found = read(tmp_path, CALLS + "0639980001,0639980002,2022-03-27 02:30,5,sms\n", zone="")
    assert found.rows[0]["started_at"] == datetime(2022, 3, 27, 2, 30, tzinfo=UTC)
    assert "started_at: no zone is stated; 1 times were read as UTC." in found.checker.notes()


def test_a_zone_that_is_none_is_refused() -> None:
    """A path, a typing error and a folder are no zones."""
    mapping = Mapping.from_yaml_data({"kind": "debts", "columns": {"n": "debt_id"}})
    for zone in ("../../etc/passwd", "Europe/Gent", "Europe", "/etc/passwd"):
        with pytest.raises(WrongUse, match="no time zone"):
            Checker(mapping, lexicon(), PlainMasker(), zone=zone)


def test_a_mapping_without_a_required_column_is_refused() -> None:
    """Rows cannot be checked without the columns they need."""
    with pytest.raises(WrongUse, match="callee"):
        Checker(Mapping.from_yaml_data({"kind": "calls", "columns": {"a": "caller"}}), lexicon(), PlainMasker())


def test_a_day_and_its_hour_are_joined_in_either_order(tmp_path: Path) -> None:
    """A day column and an hour column give one moment, whichever comes first; a day without an hour is midnight."""
    for header, row in (("Date,Heure", "13/02/2021,14:30"), ("Heure,Date", "14:30,13/02/2021")):
        found = read(tmp_path, f"Appelant,Appelé,{header}\n0639980001,0639980002,{row}\n")
        assert [row["started_at"] for row in found.rows] == [datetime(2021, 2, 13, 13, 30, tzinfo=UTC)]


def test_payments_with_decimal_commas_signs_and_debts_are_exact(tmp_path: Path) -> None:
    """Amounts are exact, a currency beside one is taken, an IBAN loses its spaces."""
    text = (
        "Transaktionsnummer;Buchungstag;Betrag;Auftraggeberkonto;Empfängerkonto\n"
        "1;13.02.2021;1.234,50 €;be68 5390 0754 7034;X 1\n2;14.02.2021;-7,25 €;BE68539007547034;X2\n3;15.02.2021;1.500 £;A1;X2\n"
    )
    found = read(tmp_path, text, kind="payments")
    assert found.guess.options.constants == {"currency": BESIDE}
    rows = found.rows
    assert [row["amount"] for row in rows] == [Decimal("1234.5"), Decimal("-7.25"), Decimal(1500)]
    assert [row["currency"] for row in rows] == ["EUR", "EUR", "GBP"]
    assert rows[0]["from_account"] == rows[1]["from_account"] == "BE68539007547034"


@pytest.mark.parametrize(
    ("amount", "code"),
    [("100 roses", "amount-unreadable"), ("1" * 21, "amount-too-long"), ("1.234", "amount-either"), ("5 - 10", "amount-unreadable")],
)  # fmt: skip
def test_amounts_in_doubt_are_set_aside(tmp_path: Path, amount: str, code: str) -> None:
    """An amount that is a range, in no currency, too long or two-faced is not guessed at."""
    header = "payment_id;booked_at;amount;currency;from_account;to_account\n"
    found = read(tmp_path, f"{header}1;2021-01-01;5;EUR;A;B\n2;2021-01-01;{amount};EUR;A;B\n", kind="payments")
    assert found.codes == {3: [code]}


def test_countries_hashes_and_free_text_are_read(tmp_path: Path) -> None:
    """Countries become codes, hashes are sorted, banned words are masked, control characters left out."""
    text = (
        "advert_id,posted_at,title,body,country,images\n"
        'A1,2021-01-01T10:00Z,a banned word,"line one\nline \x1b[31mtwo",Belgique,"FFFFFFFFFFFFFFFF,0123456789abcdef"\n'
        "A2,2021-01-01T10:00Z,x,y,Atlantis,\nA3,2021-01-01T10:00Z,x,y,,123\n"
    )
    found = read(tmp_path, text)
    row = found.rows[0]
    assert (row["title"], row["body"], row["country"]) == ("a ▮ word", "line one\nline [31mtwo", "BE")
    assert row["images"] == "0123456789abcdef ffffffffffffffff"
    assert found.codes == {3: ["country-unknown"], 4: ["hashes-unreadable"]}
    assert "title: 1 words no rule may read were masked." in found.checker.notes()


def test_marks_for_nothing_are_nothing(tmp_path: Path) -> None:
    """`NULL`, `N/A` and a dash are no values, except where they may be words."""
    found = read(tmp_path, CALLS + "0639980001,0639980002,2021-07-01 10:00,NULL,n/a\n")
    assert (found.rows[0]["duration_s"], found.rows[0]["kind"]) == (None, None)
    assert found.codes == {}


def test_a_mended_row_is_checked_by_itself(tmp_path: Path) -> None:
    """The corrected cells of a row give the row, or the reasons that are left."""
    found = read(tmp_path, CALLS + "0639980001,0639980002,2021-07-01 10:00,5,sms\n,x,y,,\n", kind="calls")
    good = found.checker.check_cells(["0639980001", "0639980002", "2021-07-01 10:00", "5", "sms"], 3)
    assert good.rows.column("content").to_pylist() == [found.rows[0]["content"]]
    bad = found.checker.check_cells(["0639980001", None, "2021-07-01 10:00"], 3)
    assert [why.code for why in bad.aside[0].reasons] == ["missing"]
    more = found.checker.check_cells(["0639980001", "0639980002", "2021-07-01", "5", "sms", "x"], 3)
    assert [why.code for why in more.aside[0].reasons] == ["row-more-cells"]


def test_a_workbook_with_two_header_rows_is_read(tmp_path: Path) -> None:
    """The joined names are known; days and phones kept as numbers come out right."""
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("Calls")
    sheet.write(0, 0, "Export 2021")
    sheet.write_row(2, 0, ["Caller", "", "Called", "", "Date"])
    sheet.write_row(3, 0, ["Number", "Cell", "Number", "Cell", ""])
    sheet.write_row(4, 0, [33639980001, "B1", "0639980002", "B2"])
    stamp = datetime(2021, 7, 1, 10, tzinfo=UTC).replace(tzinfo=None)
    sheet.write_datetime(4, 4, stamp, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))
    book.close()
    found = read_table(open_tables(tmp_path / "a.xlsx").tables[0], country="FR")
    row = found.rows[0]
    assert (row["caller_cell"], row["callee"], row["record"]) == ("B1", "+33639980002", 5)
    assert row["started_at"] == datetime(2021, 7, 1, 8, tzinfo=UTC)


def test_stays_take_days_as_they_stand(tmp_path: Path) -> None:
    """A day with an hour beside it is that day; a serial number is its day."""
    found = read(tmp_path, "stay_id,city,check_in,check_out\n1,Gent,2021-03-01 14:00,44258\n")
    assert (found.rows[0]["check_in"], found.rows[0]["check_out"]) == (date(2021, 3, 1), date(2021, 3, 3))


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["0639980001", "+33639980002", "wechat:anna", ""]),
        st.sampled_from(["0639980003", "0639980004"]),
        st.sampled_from(["2021-07-01 10:00", "13/02/2021 10:00", "2022-03-27 02:30", "x"]),
        st.sampled_from(["5", "2:05", ""]),
        st.sampled_from(["voice", "sms", "fax"]),
        st.sampled_from(["A", "B"]),
    ),
    min_size=1,
    max_size=25,
)  # fmt: skip


def written(rows: list[tuple[str, ...]], header: str) -> str:
    """Write rows as CSV."""
    held = io.StringIO(newline="")
    csv.writer(held).writerows([header.split(","), *rows])
    return held.getvalue()


@quick
@given(rows=ROWS, seed=st.integers(0, 99))
def test_order_and_protected_columns_change_no_digest(tmp_path: Path, rows: list[tuple[str, ...]], seed: int) -> None:
    """Rows in another order, columns in another order and other nationalities give the same digests."""
    header = "caller,callee,started_at,duration_s,kind,nationality"
    first = read(tmp_path, written(rows, header), kind="calls")
    other = [(*row[:5], "C") for row in rows]
    random.Random(seed).shuffle(other)
    places = [5, 2, 0, 1, 4, 3]
    moved = [tuple(row[at] for at in places) for row in other]
    names = header.split(",")
    second = read(tmp_path, written(moved, ",".join(names[at] for at in places)), kind="calls")
    assert first.contents == second.contents
    assert len(first.codes) == len(second.codes)


@quick
@given(
    content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: (CALLS + text).encode("utf-8", "replace"))
)
def test_any_file_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever the bytes, every row is good, set aside, or blank; or the whole is refused in a sentence."""
    try:
        tables = opened(tmp_path / "a.csv", content).tables
        found = [read_table(table, kind="calls") for table in tables]
    except PalermoError as refused:
        assert refused.fact  # noqa: PT017 - either outcome is right
        return
    for reading, table in zip(found, tables, strict=True):
        seen = sum(checked.rows.num_rows + len(checked.aside) + checked.blank for checked in reading.checked)
        header = sum(batch.rows for batch in table.batches(1)) - seen
        assert 0 <= header <= 30


def test_banned_words_exchanged_change_no_digest(tmp_path: Path) -> None:
    """Whichever banned word stands in a text, the row is the same to every rule."""
    masker = Masker(["Ruritanian", "Syldavian"])
    contents = []
    for word in ("Ruritanian", "syldavian"):
        table = opened(tmp_path / "a.csv", f"advert_id,posted_at,body\nA1,2021-01-01T10:00Z,one {word} text\n").tables[
            0
        ]
        mapping = Mapping.from_yaml_data(
            {"kind": "adverts", "columns": {"advert_id": "advert_id", "posted_at": "posted_at", "body": "body"}}
        )
        checked = Checker(mapping, lexicon(), masker).check(next(table.batches(2)))
        contents += checked.rows.column("content").to_pylist()
    assert len(contents) == 2
    assert len(set(contents)) == 1
