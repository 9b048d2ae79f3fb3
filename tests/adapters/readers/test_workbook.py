"""Workbooks are read sheet by sheet, their values as text that says what the cell held."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from fakes.nasty import opened, put_ods, rows_of
from palermo.adapters.readers import open_tables
from palermo.adapters.readers.workbook import Value, as_text
from palermo.model.errors import Unreadable

ALMOST = datetime(2021, 3, 1, 10, 0, 0, 999_600, tzinfo=UTC).replace(tzinfo=None)


def workbook(path: Path) -> Path:
    """Write a workbook with a sheet that begins late, an empty one and a hidden one."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Calls")
    sheet.write_row(2, 1, ["caller", "started_at", "price", "ok"])
    stamp = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    sheet.write(3, 1, 639980001)
    sheet.write_datetime(3, 2, datetime(2022, 3, 27, 2, 30, 1, tzinfo=UTC).replace(tzinfo=None), stamp)
    sheet.write(3, 3, 1.1)
    sheet.write_boolean(3, 4, True)
    sheet.write_formula(4, 1, "=1+1", None, 2)
    book.add_worksheet("Empty")
    hidden = book.add_worksheet("Hidden")
    hidden.write(0, 0, "x")
    hidden.hide()
    book.close()
    return path


def test_every_sheet_with_rows_is_a_table(tmp_path: Path) -> None:
    """Blank sheets are none, hidden ones are read and said to be hidden."""
    found = open_tables(workbook(tmp_path / "a.xlsx"))
    assert [table.sheet for table in found.tables] == ["Calls", "Hidden"]
    assert found.notes == ("The sheet “Hidden” is hidden in the workbook; it was read like the others.",)


def test_rows_and_columns_stand_where_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    """A table that begins in row 3 and column B is not moved; values are text."""
    table = open_tables(workbook(tmp_path / "a.xlsx")).tables[0]
    assert table.head[:3] == ((), (), ("", "caller", "started_at", "price", "ok"))
    assert next(table.batches(4)).record.to_pylist() == [4, 5]
    assert rows_of(table, 4)[0] == [None, "639980001", "2022-03-27 02:30:01", "1.1", "true"]
    assert rows_of(table, 4)[1][1] == "2"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (32470123456.0, "32470123456"), (1.5, "1.5"), (1e-7, "0.0000001"), (True, "true"), ("", None), ("x", "x"), (None, None),
        (date(2021, 3, 1), "2021-03-01"), (ALMOST, "2021-03-01 10:00:01"),
        (time(14, 30), "14:30:00"), (timedelta(hours=26, seconds=5), "26:00:05"), (-2, "-2"), (1e20, "100000000000000000000"),
    ],
)  # fmt: skip
def test_values_are_written_as_short_as_they_can_be(value: Value, text: str | None) -> None:
    """A phone kept as a number has no point, a day is ISO, a time off by a hair is the time."""
    assert as_text(value) == text


def test_ods_is_read(tmp_path: Path) -> None:
    """Text and numbers of an ODS sheet come out, repeated blanks at the end do not."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    blanks = '<table:table-cell table:number-columns-repeated="16000"/>'
    row = f"<table:table-row>{cell.format('a')}{cell.format('b')}{blanks}</table:table-row>"
    end = f'<table:table-row table:number-rows-repeated="1048000">{blanks}</table:table-row>'
    found = open_tables(put_ods(tmp_path / "a.ods", f'<table:table table:name="T">{row}{end}</table:table>'))
    assert rows_of(found.tables[0]) == [["a", "b"]]


MANY = 'table:number-rows-repeated="1000000"'
TEXT = "<text:p>x</text:p></table:table-cell>"
FILLED = f'<table:table-cell table:number-columns-repeated="16000" office:value-type="string">{TEXT}'
LAST = f'<table:table-cell table:number-columns-repeated="16000"/><table:table-cell>{TEXT}'


@pytest.mark.parametrize(
    "rows",
    [
        f"<table:table-row {MANY}>{FILLED}</table:table-row>",
        f"<table:table-row {MANY}/><table:table-row>{LAST}</table:table-row>",
    ],
)
def test_cells_repeated_without_end_are_refused(tmp_path: Path, rows: str) -> None:
    """A repeated cell that stands for thousands of millions is found before the workbook is opened."""
    with pytest.raises(Unreadable, match="repeats cells"):
        open_tables(put_ods(tmp_path / "a.ods", f'<table:table table:name="T">{rows}</table:table>'))


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    """A workbook that lost its end, or a byte in its middle, is broken and nothing else."""
    whole = workbook(tmp_path / "a.xlsx").read_bytes()
    for content in (whole[:-200], whole[: len(whole) // 2], whole[:500] + b"\0" * 40 + whole[540:]):
        with pytest.raises(Unreadable, match="broken"):
            opened(tmp_path / "b.xlsx", content)
