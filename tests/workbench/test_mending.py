"""A row set aside is mended cell by cell; only it is read again, and what stood in the file stays on record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.model.errors import Conflict, NotFound, WrongUse
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk
from workbench.conftest import call, calls

Writer = Callable[[str, str | bytes], Path]
BAD = "+33639980091,+33639980092,2022-03-27 02:30,5,voice"


@pytest.fixture
def filled(desk: OpenDesk, write: Writer) -> OpenDesk:
    """Give a case with one call set aside for a time that does not exist in Brussels."""
    sheet = write("s.yaml", "authority: Court\norder: 1\nzone: Europe/Brussels\n")
    report = desk.add([write("calls.csv", calls(call(1), BAD, call(2)))], AddWish(source=sheet)).files[0]
    assert report.set_aside == 1
    return desk


def test_a_time_that_does_not_exist_is_set_aside_and_mended(filled: OpenDesk) -> None:
    """The missing hour is set aside with that reason; with an offset written beside it, the row is taken."""
    row = filled.set_aside().rows[0]
    assert "does not exist" in row.reasons[0]
    report = filled.mend(row.id, cells={2: "2022-03-27T03:30:00+02:00"}, reason="the operator's sheet says 03:30")
    assert (report.new, report.set_aside) == (1, 0)
    assert filled.set_aside().of == 0
    assert filled.case().set_aside == 0


def test_a_mended_row_shows_what_stood_and_who_mended_it(filled: OpenDesk) -> None:
    """The evidence of a mended row is the cell as it stood, marked as mended, with the correction as a statement."""
    import pyarrow.parquet as pq

    row = filled.set_aside().rows[0]
    filled.mend(row.id, cells={2: "2022-03-27T03:30:00+02:00"}, reason="the operator's sheet says 03:30")
    keys = [
        found["row"] for path in (filled.session.folder / "rows").glob("*.parquet") for found in pq.read_table(path).to_pylist()
        if found["caller"] == "+33639980091"
    ]  # fmt: skip
    shown = filled.row(keys[0])
    assert shown.sightings[0].cells[2].value == "2022-03-27 02:30"
    assert "mended" in shown.sightings[0].locator.locator
    made = next(made for made in shown.statements if made.value == "2022-03-27T03:30:00+02:00")
    assert (made.property, "mended" in made.locator) == ("started_at", True)
    assert (made.value, made.as_written) == ("2022-03-27T03:30:00+02:00", "2022-03-27 02:30")
    assert made.recorded_by == filled.session.actor.id


def test_a_row_that_is_still_wrong_stays_with_its_new_reason(filled: OpenDesk) -> None:
    """A correction that does not make the row readable leaves it set aside, and says why."""
    row = filled.set_aside().rows[0]
    report = filled.mend(row.id, cells={2: "2022-02-30T03:30:00+02:00"}, reason="a try")
    assert report.set_aside == 1
    assert filled.set_aside().rows[0].reasons[0] != row.reasons[0]
    assert filled.set_aside().rows[0].cells[2] == "2022-03-27 02:30"


def test_a_mended_row_equal_to_a_known_one_is_known(filled: OpenDesk) -> None:
    """Mending a row into one the case holds adds no second one."""
    row = filled.set_aside().rows[0]
    cells = dict(enumerate(call(1).split(",")))
    report = filled.mend(row.id, cells=cells, reason="it is the first row again")
    assert (report.new, report.known) == (0, 1)


def test_mending_needs_a_reason_a_change_and_an_open_row(filled: OpenDesk) -> None:
    """Without a reason, without a cell, outside the row, twice, or for no row at all, nothing is mended."""
    row = filled.set_aside().rows[0]
    with pytest.raises(WrongUse):
        filled.mend(row.id, cells={2: "x"}, reason=" ")
    with pytest.raises(WrongUse):
        filled.mend(row.id, cells={}, reason="r")
    with pytest.raises(WrongUse):
        filled.mend(row.id, cells={99: "x"}, reason="r")
    with pytest.raises(NotFound):
        filled.mend(10_000, cells={0: "x"}, reason="r")
    filled.mend(row.id, cells={2: "2022-03-27T03:30:00+02:00"}, reason="r")
    with pytest.raises(Conflict):
        filled.mend(row.id, cells={2: "2022-03-27T03:31:00+02:00"}, reason="r")
