"""The record of a case: what was done is on it, and what is done to it is seen."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.model.errors import Damaged, Unreadable, WrongUse
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.recording import verify_ledger
from workbench.conftest import call, calls

Writer = Callable[[str, str | bytes], Path]


@pytest.fixture
def used(desk: OpenDesk, write: Writer) -> OpenDesk:
    """Give a case in which some things were done."""
    desk.add([write("calls.csv", calls(*(call(number) for number in range(10))))], AddWish())
    desk.analyse()
    desk.leads()
    return desk


def tamper(desk: OpenDesk, *statements: str) -> None:
    """Go round the program and its triggers, as someone with the file could."""
    with sqlite3.connect(desk.session.folder / "case.sqlite") as db:
        db.execute("DROP TRIGGER IF EXISTS ledger_no_change")
        db.execute("DROP TRIGGER IF EXISTS ledger_no_drop")
        for statement in statements:
            db.execute(statement)


def test_what_is_done_and_seen_is_on_the_record(used: OpenDesk) -> None:
    """Adding, analysing and looking each leave an entry with actor, action and time."""
    actions = [entry.action for entry in reversed(used.record().entries)]
    assert actions[:4] == ["case-new", "add-data", "analyse", "read-leads"]
    assert all(entry.actor and entry.at for entry in used.record().entries)


def test_who_opened_a_row_can_be_asked(used: OpenDesk) -> None:
    """The record finds who opened a row by the row's key, though it holds the key under a committed name only."""
    import pyarrow.parquet as pq

    row = pq.read_table(next((used.session.folder / "rows").glob("*.parquet"))).column("row")[0].as_py()
    used.row(row)
    found = used.record(subject=row)
    assert [entry.action for entry in found.entries] == ["read-row"]
    with sqlite3.connect(used.session.folder / "case.sqlite") as db:
        assert not any(row in body for (body,) in db.execute("SELECT body FROM ledger"))


def test_a_whole_case_verifies_and_gives_its_head(used: OpenDesk) -> None:
    """A case nobody tampered with is whole, with and without a head noted earlier."""
    first = used.verify()
    assert first.whole
    assert used.verify(first.head).whole


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE ledger SET body = replace(body, 'add-data', 'analyse') WHERE seq = 2", "2"),
        ("DELETE FROM ledger WHERE seq = 2", "2"),
        ("UPDATE ledger SET body = 'rubbish' WHERE seq = 3", "3"),
        ("UPDATE ledger SET body = replace(body, '}', '') WHERE seq = 4", "4"),
    ],
)
def test_a_tampered_entry_is_named(used: OpenDesk, damage: str, named: str) -> None:
    """A changed, dropped or spoilt entry is named by its number."""
    tamper(used, damage)
    report = used.verify()
    assert not report.whole
    assert any(re_named(fault, named) for fault in report.faults), report.faults


def re_named(fault: str, number: str) -> bool:
    """Tell whether a sentence names an entry's number."""
    return number in fault.replace(",", " ").replace(":", " ").replace(".", " ").split()


def test_changed_particulars_are_named(used: OpenDesk) -> None:
    """A reason or name that was changed afterwards does not fit what its entry committed to."""
    tamper(used, 'UPDATE particulars SET text = \'{"file":"other.csv"}\' WHERE seq = 2')
    assert any("Entry 2" in fault for fault in used.verify().faults)


def test_a_part_with_one_byte_changed_is_named(used: OpenDesk) -> None:
    """A collection's file whose bytes are not those that were stored is named."""
    part = next((used.session.folder / "rows").glob("*.parquet"))
    data = bytearray(part.read_bytes())
    data[len(data) // 2] ^= 1
    part.write_bytes(data)
    report = used.verify()
    assert not report.whole
    assert any(part.name in fault for fault in report.faults)


def test_a_cut_off_end_is_seen_with_a_head_noted_earlier(used: OpenDesk) -> None:
    """Entries dropped from the end are seen by whoever noted the head outside the case."""
    head = used.verify().head
    tamper(used, "DELETE FROM ledger WHERE seq > 3", "DELETE FROM particulars WHERE seq > 3")
    assert not used.verify(head).whole


def test_nothing_is_written_after_a_damaged_last_entry(used: OpenDesk) -> None:
    """A case whose last entry is spoilt says so in a sentence instead of going on."""
    tamper(used, "UPDATE ledger SET body = 'rubbish' WHERE seq = (SELECT max(seq) FROM ledger)")
    with pytest.raises(Damaged):
        used.leads()


def test_the_program_itself_cannot_change_the_ledger(used: OpenDesk) -> None:
    """The tables refuse to change or drop an entry."""
    with sqlite3.connect(used.session.folder / "case.sqlite") as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("DELETE FROM ledger")


def test_an_exported_record_is_verified_without_the_program(used: OpenDesk, tmp_path: Path) -> None:
    """The verifier written beside an export runs by itself, in an empty environment, and gives the program's answer."""
    (tmp_path / "out").mkdir()
    record, verifier = used.export_record(tmp_path / "out" / "record.jsonl")
    alone = subprocess.run(
        [sys.executable, "-I", "-S", str(verifier), str(record)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path / "out",
    )
    assert alone.returncode == 0, alone.stdout + alone.stderr
    assert verify_ledger(record).whole
    record.write_text(record.read_text("utf-8").replace('"analyse"', '"add-data"'), "utf-8")
    damaged = subprocess.run(
        [sys.executable, "-I", "-S", str(verifier), str(record)], capture_output=True, text=True, check=False
    )
    assert damaged.returncode == 1
    assert all(fault in damaged.stdout for fault in verify_ledger(record).faults)


def test_what_is_no_record_and_no_head_is_refused(used: OpenDesk, write: Writer) -> None:
    """A file that is no record, and a text that is no head, are refused in a sentence."""
    with pytest.raises(Unreadable):
        verify_ledger(write("x.txt", "hello"))
    for text in ("5", "5:abc", "²:" + "0" * 64, "5:" + "z" * 64):
        with pytest.raises(WrongUse):
            used.verify(text)
