"""The case file commits all or nothing, keeps nothing of what was deleted, and says in sentences what is wrong with it."""

import sqlite3
from pathlib import Path

import pytest

from palermo.adapters.sqlite import engine as sqlite
from palermo.adapters.sqlite import results
from palermo.model.errors import Busy, Damaged


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """What was written before an error inside a transaction is not there after it."""
    engine = sqlite.create(tmp_path / "case.sqlite")

    def fail() -> None:
        with sqlite.transaction(engine) as db:
            results.set_fact(db, "name", "Harbour")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with sqlite.reading(engine) as db:
        assert results.get_fact(db, "name") == ""


def test_a_reading_sees_one_moment(tmp_path: Path) -> None:
    """What another commits while a reading is open is not seen in it."""
    engine = sqlite.create(tmp_path / "case.sqlite")
    with sqlite.reading(engine) as db:
        assert results.get_fact(db, "name") == ""
        with sqlite.transaction(engine) as other:
            results.set_fact(other, "name", "Harbour")
        assert results.get_fact(db, "name") == ""
    with sqlite.reading(engine) as db:
        assert results.get_fact(db, "name") == "Harbour"


def test_every_commit_is_on_the_disk(tmp_path: Path) -> None:
    """The file is in WAL mode with full sync, and deleted content is overwritten."""
    engine = sqlite.create(tmp_path / "case.sqlite")
    with sqlite.reading(engine) as db:
        found = {
            name: db.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_a_locked_case_is_busy_in_a_sentence(tmp_path: Path) -> None:
    """A case another program writes to is told to be busy, with a way out."""
    engine = sqlite.create(tmp_path / "case.sqlite")
    with sqlite3.connect(tmp_path / "case.sqlite", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with engine.connect() as db:
            db.exec_driver_sql("PRAGMA busy_timeout=10")
        with pytest.raises(Busy), sqlite.transaction(engine):
            pass


@pytest.mark.parametrize(
    "content", [b"this is no database, and never was one" * 50, b"SQLite format 3\x00" + b"\xff" * 500]
)
def test_a_file_that_is_no_case_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    """A file that is no database, or a spoilt one, is an error with a way out and no traceback."""
    (tmp_path / "case.sqlite").write_bytes(content)

    def read() -> None:
        with sqlite.reading(sqlite.connect(tmp_path / "case.sqlite")) as db:
            results.get_fact(db, "name")

    with pytest.raises(Damaged) as caught:
        read()
    assert caught.value.way_out


def test_scrubbing_leaves_no_page_of_what_was_deleted(tmp_path: Path) -> None:
    """After a deletion and a scrub, neither the file nor its log holds the value."""
    engine = sqlite.create(tmp_path / "case.sqlite")
    with sqlite.transaction(engine) as db:
        results.set_fact(db, "secret", "Quillfeather")
    with sqlite.transaction(engine) as db:
        results.set_fact(db, "secret", "")
    sqlite.scrub(engine)
    assert not any(b"Quillfeather" in path.read_bytes() for path in tmp_path.iterdir())
