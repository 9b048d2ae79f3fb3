"""A row opens to what stood in its file, where, whose it is; protected cells only with a purpose, on the record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from palermo.access import Actor
from palermo.model.errors import NotFound, Refused
from palermo.model.ids import ActorId
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk

Writer = Callable[[str, str | bytes], Path]
PERSONS = (
    "record_id;Nom ;nationalité;téléphone;shoe size\r\n"
    "P-1; Ann Example ;AA;06 39 98 00 01;38\r\n"
    '"P-2";Bo Example;BB;06 39 98 00 02;\r\n'
    "P-3;Cy Example;CC;06 39 98 00 03;44\r\n"
)


def rows(desk: OpenDesk) -> dict[str, str]:
    """Give the row keys by record id."""
    table = pq.read_table(next((desk.session.folder / "rows").glob("*.parquet"))).to_pylist()
    return {row["record_id"]: row["row"] for row in table}


@pytest.fixture
def filled(desk: OpenDesk, write: Writer) -> OpenDesk:
    """Give a case with three persons from a French register."""
    report = desk.add([write("registre.csv", PERSONS.encode("cp1252"))], AddWish(kind="persons")).files[0]
    assert report.new == 3, report
    return desk


def test_a_row_opens_to_its_cells_as_they_stood(filled: OpenDesk) -> None:
    """The cells are those of the file, spaces and all, under its headers; the place is its row and its bytes."""
    shown = filled.row(rows(filled)["P-1"]).sightings[0]
    assert [cell.header.strip() for cell in shown.cells] == [
        "record_id",
        "Nom",
        "nationalité",
        "téléphone",
        "shoe size",
    ]
    assert shown.cells[1].value == " Ann Example "
    assert shown.locator.row == 2
    assert PERSONS.encode("cp1252")[shown.locator.start : shown.locator.end].startswith(b"P-1; Ann")


def test_the_rows_around_are_shown_in_their_order(filled: OpenDesk) -> None:
    """The rows before and after stand beside it, numbered as in the file."""
    shown = filled.row(rows(filled)["P-2"]).sightings[0]
    assert [row.row for row in shown.before] == [2]
    assert [row.row for row in shown.after] == [4]


def test_protected_cells_are_hidden_without_a_purpose(filled: OpenDesk) -> None:
    """Without a purpose a protected cell is hidden, in the row and in its neighbours; with one it is shown, on the record."""
    key = rows(filled)["P-2"]
    shown = filled.row(key).sightings[0]
    assert shown.cells[2].hidden
    assert shown.cells[2].value is None
    assert all("AA" not in (cell or "") for row in shown.before for cell in row.cells)
    opened = filled.row(key, purpose="supervise").sightings[0]
    assert opened.cells[2].value == "BB"
    last = filled.record(action="read-apart").entries[0]
    assert last.purpose == "supervise"


def test_a_purpose_that_is_none_is_refused(filled: OpenDesk) -> None:
    """Protected cells are not shown for a purpose the table of access does not know."""
    with pytest.raises(Refused):
        filled.row(rows(filled)["P-1"], purpose="curiosity")


def test_one_without_the_role_sees_no_row(filled: OpenDesk) -> None:
    """Who may not see evidence is refused before anything is looked up."""
    stranger = OpenDesk(replace(filled.session, actor=Actor(ActorId("guest"), ("reception-centre",))))
    with pytest.raises(Refused):
        stranger.row(rows(filled)["P-1"])


def test_a_values_statement_says_what_was_read_and_what_was_written(filled: OpenDesk) -> None:
    """Each value is a statement with its source, codes and recorder; the phone as read and as written."""
    shown = filled.row(rows(filled)["P-1"])
    phone = next(made for made in shown.statements if made.property == "phone")
    assert (phone.value, phone.as_written) == ("0639980001", "06 39 98 00 01")
    assert (phone.evaluation, phone.handling, phone.source_id) == ("X4", "H1", "S-0")
    assert datetime.fromisoformat(phone.recorded_at).tzinfo is not None


def test_unknown_columns_are_shown_and_no_rule_reads_them(filled: OpenDesk) -> None:
    """A column of no known meaning is kept with the row and stands in no typed value."""
    shown = filled.row(rows(filled)["P-1"])
    assert shown.sightings[0].cells[4].role == "unknown"
    assert all(made.value != "38" for made in shown.statements)


def test_a_row_in_two_files_shows_both_places(filled: OpenDesk, write: Writer) -> None:
    """The same row in a second file is one row with two places."""
    filled.add([write("copie.csv", PERSONS)], AddWish(kind="persons"))
    shown = filled.row(rows(filled)["P-3"])
    assert [sighting.locator.file for sighting in shown.sightings] == ["registre.csv", "copie.csv"]


def test_what_is_not_there_is_not_found(filled: OpenDesk) -> None:
    """A key of no row is answered with a sentence."""
    with pytest.raises(NotFound):
        filled.row("0" * 32)
