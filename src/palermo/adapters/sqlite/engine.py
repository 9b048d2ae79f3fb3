"""Opens the case file: WAL, full sync, deleted content overwritten, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, update
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from palermo.adapters.sqlite import schema
from palermo.model.errors import Busy, Damaged

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA busy_timeout=10000",
)


def connect(path: Path) -> Engine:
    """Open a case file for reading and writing."""
    engine = create_engine(
        f"sqlite:///{path}", poolclass=QueuePool, connect_args={"timeout": 10, "isolation_level": None}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    return engine


def create(path: Path) -> Engine:
    """Make a new case file with its tables."""
    engine = connect(path)
    with transaction(engine) as db:
        schema.metadata.create_all(db)
        for statement in schema.NO_CHANGE:
            db.exec_driver_sql(statement)
    return engine


def bring_up(engine: Engine, version: str) -> None:
    """Add to a case file of an earlier version the tables that came later, and note that it is of this one.

    Raises:
        KeyError: nothing is known of that version.
    """
    added = schema.ADDED[version]
    with transaction(engine) as db:
        for table in added:
            table.create(db, checkfirst=True)
        noted = update(schema.facts).where(schema.facts.c.key == "schema")
        db.execute(noted.values(value=schema.VERSION))


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Write: all that is done inside is committed together, or nothing of it.

    Raises:
        Busy: another program has been writing for ten seconds.
        Damaged: the file is no case file, or is not whole.
    """
    with _told(), engine.connect() as db:
        db.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.exec_driver_sql("ROLLBACK")
            raise
        db.exec_driver_sql("COMMIT")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read: all that is read inside is of one moment."""
    with _told(), engine.connect() as db:
        db.exec_driver_sql("BEGIN")
        try:
            yield db
        finally:
            db.exec_driver_sql("ROLLBACK")


@contextmanager
def _told() -> Iterator[None]:
    """Turn the database's errors into sentences."""
    try:
        yield
    except OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise Busy(
                "Another program is writing to this case.", way_out="Wait until it has ended and try again."
            ) from error
        raise Damaged(
            "The case file cannot be read or written.", cause=f"The database says: {error.orig}.",
            way_out="Check that the disk has room and that you may write to the folder; then run `palermo verify`.",
        ) from error  # fmt: skip
    except DatabaseError as error:
        raise Damaged(
            "The case file is not whole.", cause=f"The database says: {error.orig}.",
            way_out="Take the newest copy that `palermo verify` finds whole.",
        ) from error  # fmt: skip


def scrub(engine: Engine) -> None:
    """After an erasure: rewrite the file and empty the write-ahead log, so that no page keeps what was erased."""
    with _told(), engine.connect() as db:
        db.exec_driver_sql("VACUUM")
        db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
