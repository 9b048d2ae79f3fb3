"""A header is found wherever it stands, and told from data where there is none."""

from collections.abc import Sequence

import pytest

from fakes.nasty import lexicon
from palermo.intake.headers import Header, find_header, stated_header


def found(*rows: Sequence[str]) -> Header:
    """Find the header of some rows."""
    return find_header(rows, lexicon())


def test_a_header_in_the_first_row_is_taken_as_it_is() -> None:
    """Nothing has to be said of a plain header."""
    assert found(("caller", "callee"), ("0639980001", "0639980002")) == Header(1, ("caller", "callee"), 1)


def test_titles_and_blank_rows_above_are_passed_over() -> None:
    """The header's own row is found under an export's title, and said."""
    header = found(("Export des appels", "", ""), (), ("Appelant", "Appelé", "Date"), ("0639", "0640", "01/02/2021"))
    assert (header.row, header.first_row, header.names) == (3, 4, ("Appelant", "Appelé", "Date"))
    assert header.notes == ("The header stands in row 3.",)


def test_two_rows_are_joined() -> None:
    """The name of a group spreads right over the empty cells beside it and stands before the names below."""
    header = found(
        ("Caller", "", "Called", "", "Date"),
        ("Number", "Cell", "Number", "Cell", ""),
        ("0639980001", "B1", "0639980002", "B2", "2021-01-01"),
    )
    assert header.names == ("Caller Number", "Caller Cell", "Called Number", "Called Cell", "Date")
    assert (header.row, header.rows_used) == (2, 2)


def test_names_without_a_group_stay_as_they_are() -> None:
    """A known name under an empty cell does not take the group of its neighbour."""
    header = found(
        ("Gast", "", "Verblijf", ""), ("Naam", "Paspoort", "Aankomst", "Stad"), ("Jan", "X1", "2021-01-01", "Gent")
    )
    assert header.names == ("Gast Naam", "Paspoort", "Verblijf Aankomst", "Stad") or header.names[3] == "Stad"


def test_equal_and_empty_names_are_told_apart() -> None:
    """Equal names get a number, an empty one the number of its place."""
    assert stated_header(("Date", "Date", "", "Date")).names == ("Date", "Date (2)", "column 3", "Date (3)")


def test_no_header_is_said() -> None:
    """Where the first row reads like all others, columns are named by their place."""
    header = found(("0639980001", "0639980002", "2021-01-01"), ("0639980003", "0639980002", "2021-01-02"))
    assert (header.row, header.first_row, header.names) == (0, 1, ("column 1", "column 2", "column 3"))
    assert header.notes[0].startswith("No header was found")


def test_names_nobody_knows_are_a_header_above_data() -> None:
    """A row of words above rows of numbers is a header in any language."""
    assert found(("foo", "bar"), ("1", "2"), ("3", "4")).row == 1


def test_the_line_a_spreadsheet_writes_for_itself_is_no_header() -> None:
    """`sep=;` is passed over."""
    assert found(("sep=", ""), ("caller", "callee"), ("1", "2")).row == 2


def test_a_column_without_a_name_is_kept() -> None:
    """Where most rows go on beyond the header, the unnamed columns are named by their place."""
    header = found(("caller", "callee"), ("0639980001", "0639980002", "x"), ("0639980001", "0639980002", "y"))
    assert header.names == ("caller", "callee", "column 3")


@pytest.mark.parametrize("rows", [[], [()], [("",)]])
def test_nothing_is_no_header(rows: list[tuple[str, ...]]) -> None:
    """A table without rows has no header and does not fail."""
    assert find_header(rows, lexicon()).row == 0


def test_a_wide_export_is_told_by_the_names_that_are_known() -> None:
    """Where most names of a hundred columns are nobody's, a handful of known ones still make the first row the header."""
    known = ("id", "name", "description", "city", "country", "price")
    wide = (*known, *(f"review_{chr(at)}" for at in range(97, 122)), *(f"days_{at}0" for at in range(1, 10)))
    data = ("71", "Bright flat", "Near the park", "Bilbao", "Spain", "$80.00", *(["9"] * 34))
    assert found(wide, data, data) == Header(1, wide, 1)
