"""What is erased is out of every file of the case; the record still verifies, and says that it was done."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from palermo.model.errors import NotFound, WrongUse
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk
from workbench.conftest import call, calls

Writer = Callable[[str, str | bytes], Path]
PERSONS = "record_id,name,birth_date,document_no,phone,nationality\n"


def holds(folder: Path, value: str) -> list[str]:
    """Name the files under a folder in which a value stands: in their bytes, or inside a Parquet file once unpacked."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if (
            value.encode() in data
            or value.encode("utf-16-le") in data
            or (path.suffix == ".parquet" and value in str(pq.read_table(path).to_pydict()))
        ):
            found.append(path.name)
    return found


@pytest.fixture
def filled(desk: OpenDesk, write: Writer) -> OpenDesk:
    """Give a case with calls under a sheet, and persons without one."""
    sheet = write("s.yaml", "authority: Court of Gent\norder: 12/2020\n")
    desk.add(
        [write("telephone-of-quillfeather.csv", calls(*(call(number) for number in range(30))))], AddWish(source=sheet)
    )
    rows = (
        "P-1,Ann Quillfeather,1980-02-01,X0000771,+33639980077,ZZ\nP-2,Bo Marrow,1990-01-01,X0000772,+33639980078,ZZ\n"
    )
    bad = "P-3,Cy Quillfeather,1980-31-31,X0000773,+33639980079,ZZ\n"
    desk.add([write("persons.csv", PERSONS + rows + bad)], AddWish())
    return desk


def test_a_source_is_erased_out_of_every_file(filled: OpenDesk) -> None:
    """After a source is erased, none of its values nor its file's name is in any file of the case."""
    report = filled.erase(order="Court order 7", source_id="S-1")
    assert report.rows == 30
    for value in ("+33639980005", "quillfeather.csv", "2020-03-09"):
        assert holds(filled.session.folder, value) == []
    assert holds(filled.session.folder, "Ann Quillfeather") != []
    assert filled.verify().whole


def test_a_persons_rows_are_erased_by_a_value_set_aside_rows_too(filled: OpenDesk) -> None:
    """Erasing a name takes every row it stands in, read or set aside, and leaves the others."""
    report = filled.erase(order="Request 3", value="Quillfeather")
    assert (report.rows, report.set_aside) == (1, 1)
    for value in ("Ann Quillfeather", "Cy Quillfeather", "X0000771", "X0000773", "+33639980077"):
        assert holds(filled.session.folder, value) == []
    assert holds(filled.session.folder, "Bo Marrow") != []
    assert filled.verify().whole


def test_a_number_is_erased_in_every_way_of_writing(desk: OpenDesk, write: Writer) -> None:
    """A number is found and erased in columns and in texts, however it was written."""
    header = "advert_id,site,posted_at,title,body,persona,contact,city\n"
    spaced = "A1,s.example,2020-01-01T10:00:00Z,Rust,Bel 06 39 98 00 55 voor een afspraak,Fleur,,Gent\n"
    column = "A2,s.example,2020-01-01T10:00:00Z,Kalm,Tot gauw in Gent,Roos,+33639980055,Gent\n"
    other = "A3,s.example,2020-01-01T10:00:00Z,Zon,Tot ziens in Leuven,Iris,+33639980056,Leuven\n"
    desk.add([write("adverts.csv", header + spaced + column + other)], AddWish())
    assert desk.erase(order="Request 4", value="+33 6 39 98 00 55").rows == 2
    for value in ("39 98 00 55", "33639980055", "Fleur"):
        assert holds(desk.session.folder, value) == []
    assert holds(desk.session.folder, "33639980056") != []


def test_a_row_goes_with_its_equals(desk: OpenDesk, write: Writer) -> None:
    """A row that stands twice holds the same values twice; erasing it by key takes both."""
    desk.add([write("calls.csv", calls(call(1), call(1), call(2)))], AddWish())
    key = next(path for path in (desk.session.folder / "rows").glob("*.parquet"))
    rows = pq.read_table(key).to_pylist()
    first = next(row["row"] for row in rows if row["occurrence"] == 0 and row["duration_s"] == 1)
    assert desk.erase(order="Request 5", row=first).rows == 2
    assert holds(desk.session.folder, "+33639980001") == []


def test_an_old_export_does_not_bring_erased_rows_back(desk: OpenDesk, write: Writer) -> None:
    """Rows under a tombstone are not taken again, and the report says under which order they were erased."""
    path = write("calls.csv", calls(call(1), call(2)))
    desk.add([path], AddWish())
    desk.erase(order="Request 6", value="+33639980001")
    again = desk.add([write("copy.csv", calls(call(1), call(2), call(3)))], AddWish()).files[0]
    assert (again.new, again.known) == (1, 1)
    assert any("Request 6" in note for note in again.notes)
    assert holds(desk.session.folder, "+33639980001") == []


def test_reasons_that_name_what_was_erased_go_with_it(filled: OpenDesk) -> None:
    """A reason typed by a person is erased when it names an erased value; the entry stays, and the chain verifies."""
    page = filled.set_aside()
    filled.mend(page.rows[0].id, cells={2: "1980-12-31"}, reason="Told by Cy Quillfeather himself")
    report = filled.erase(order="Request 8", value="Cy Quillfeather")
    assert report.texts >= 1
    assert holds(filled.session.folder, "Cy Quillfeather") == []
    verified = filled.verify()
    assert verified.whole
    assert verified.erased >= 1


def test_a_dry_run_counts_and_erases_nothing(filled: OpenDesk) -> None:
    """Looking first changes no byte of what is held."""
    assert filled.erase(order="Request 9", source_id="S-1", dry=True).rows == 30
    assert holds(filled.session.folder, "+33639980005") != []


def test_erasing_needs_an_order_and_something_to_erase(filled: OpenDesk) -> None:
    """Without an order, with two wishes at once, or with nothing that fits, nothing is erased."""
    with pytest.raises(WrongUse):
        filled.erase(order=" ", source_id="S-1")
    with pytest.raises(WrongUse):
        filled.erase(order="x", source_id="S-1", value="Quillfeather")
    with pytest.raises(WrongUse):
        filled.erase(order="x", value="AB")
    with pytest.raises(NotFound):
        filled.erase(order="x", value="nobody of that name")


def test_the_ledger_never_held_the_values(filled: OpenDesk) -> None:
    """The append-only table holds ids, codes and commitments: no name, number or order's text stands in it."""
    filled.erase(order="Court order 7", source_id="S-1")
    with sqlite3.connect(filled.session.folder / "case.sqlite") as db:
        text = " ".join(body for (body,) in db.execute("SELECT body FROM ledger"))
    for value in ("Quillfeather", "Court order", "Marrow", "3363998", "39 98", "X00007", "persons.csv"):
        assert value not in text


@pytest.mark.parametrize(
    ("erased", "left"),
    [
        ("DE89370400440532013000", "DE89 3704 0044 0532 0130 00"), ("X 0000 2673", "X00002673"), ("Zoe Popovar", "Popovar, Zoe"),
        ("+33639981111", "seen with 06-39-98-11-11"),
    ],
)  # fmt: skip
def test_a_value_is_erased_in_other_writings_and_unknown_columns(
    desk: OpenDesk, write: Writer, erased: str, left: str
) -> None:
    """Spaces and marks inside a value, the order of a name's words and a number in an unread column hide nothing."""
    desk.add(
        [write("persons.csv", f'record_id,name,remarks\nP-1,Ann Example,"{left}"\nP-2,Bo Marrow,nothing\n')],
        AddWish(kind="persons"),
    )
    assert desk.erase(order="Request 11", value=erased).rows == 1
    assert holds(desk.session.folder, left) == []
    assert holds(desk.session.folder, "Bo Marrow") != []


def test_rows_set_aside_do_not_come_back_either(filled: OpenDesk, write: Writer) -> None:
    """A row set aside that was erased is not set aside again from an old export."""
    filled.erase(order="Request 12", value="Cy Quillfeather")
    text = (
        PERSONS
        + "P-3,Cy Quillfeather,1980-31-31,X0000773,+33639980079,ZZ\nP-9,Di Example,1981-01-01,X0000779,+33639980080,ZZ\n"
    )
    report = filled.add([write("again.csv", text)], AddWish()).files[0]
    assert (report.new, report.set_aside) == (1, 0)
    assert holds(filled.session.folder, "Cy Quillfeather") == []


def test_another_secret_is_noticed(filled: OpenDesk, write: Writer) -> None:
    """With one bit of the case's secret changed, verifying names it and adding refuses, so that no tombstone is passed by."""
    from palermo.workbench.session import KEY_FILE, open_case

    filled.erase(order="Request 13", value="Cy Quillfeather")
    path = filled.session.folder / KEY_FILE
    key = bytearray(path.read_bytes())
    key[3] ^= 1
    path.write_bytes(key)
    other = OpenDesk(open_case(filled.session.folder, clock=filled.session.clock))
    assert not other.verify().whole
    text = PERSONS + "P-3,Cy Quillfeather,1980-31-31,X0000773,+33639980079,ZZ\n"
    report = other.add([write("more.csv", text)], AddWish()).files[0]
    assert "secret" in report.refused
    assert holds(filled.session.folder, "Cy Quillfeather") == []


def test_an_order_that_quotes_the_value_is_refused(filled: OpenDesk) -> None:
    """The order stays on record, so it may not hold what is to go."""
    with pytest.raises(WrongUse):
        filled.erase(order="erase Quillfeather please", value="Quillfeather")


def test_a_surviving_file_that_bore_the_value_loses_its_name(desk: OpenDesk, write: Writer) -> None:
    """The name of a file is a place for a value too."""
    desk.add([write("calls of Quillfeather.csv", calls(call(1), call(2)))], AddWish())
    desk.add([write("p.csv", PERSONS + "P-1,Ann Quillfeather,1980-02-01,X0000771,+33639980077,ZZ\n")], AddWish())
    desk.erase(order="Request 14", value="Quillfeather")
    assert holds(desk.session.folder, "Quillfeather") == []
