"""An open case with somebody at it: asks access, gives transactions, writes the record."""

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine

from palermo.access import Actor, Table, parse, require
from palermo.adapters import lock
from palermo.adapters.clock import Clock, system_clock
from palermo.adapters.rules import load
from palermo.adapters.sqlite import engine as sqlite
from palermo.adapters.sqlite import record, results, schema
from palermo.kit.canon import commitment, digest
from palermo.ledger import SALT_BYTES, is_id
from palermo.model.errors import Conflict, Damaged, NotFound, WrongUse
from palermo.model.ids import ActorId

CASE_FILE = "case.sqlite"
KEY_FILE = "secret.key"
KEY_CHECK = "palermo: this is the secret of the case"
"""What is committed to under the secret when a case is made, so that another secret is noticed."""


@dataclass(frozen=True)
class Session:
    """A case, who is at it, and what time it is.

    Attributes:
        folder: the case's folder.
        engine: its case file.
        actor: who acts.
        table: who may do what.
        clock: gives the time.
    """

    folder: Path
    engine: Engine
    actor: Actor
    table: Table
    clock: Clock

    @cached_property
    def key(self) -> bytes:
        """The case's secret, under which tombstones and references to rows are committed."""
        try:
            key = (self.folder / KEY_FILE).read_bytes()
        except OSError as error:
            raise Damaged(
                f"The case's secret ({KEY_FILE}) cannot be read.",
                cause=str(error),
                way_out="Put it back from a copy of the case.",
            ) from error
        with self.reading() as db:
            noted = results.get_fact(db, "key_check")
        if commitment(key, KEY_CHECK) != noted:
            raise Damaged(
                f"The case's secret ({KEY_FILE}) is not the one the case was made with.",
                cause="Tombstones of erased rows are kept under it, and could not be recognised.",
                way_out="Put it back from a copy of the case.",
            )
        return key

    def require(self, action: str, purpose: str = "") -> None:
        """Let the actor pass, or raise `Refused`."""
        require(self.table, self.actor, action, purpose)

    def now(self) -> datetime:
        """Give the moment in UTC."""
        return self.clock().astimezone(UTC)

    def stamp(self) -> str:
        """Give the moment as the record writes it."""
        return stamp(self.now())

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction to write in."""
        with sqlite.transaction(self.engine) as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a moment to read in."""
        with sqlite.reading(self.engine) as db:
            yield db

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Hold the case for a long work."""
        with lock.holding(self.folder):
            yield

    def act(
        self, action: str, *, subjects: Sequence[str] = (), text: Mapping[str, str] | None = None, purpose: str = ""
    ) -> record.Act:
        """Say what is being done, for the record."""
        words = {key: value for key, value in (text or {}).items() if value}
        return record.Act(
            at=self.stamp(), actor=self.actor.id, action=action, purpose=purpose, subjects=tuple(subjects), text=words,
            salt=secrets.token_bytes(SALT_BYTES),
        )  # fmt: skip

    def saw(
        self, action: str, *, subjects: Sequence[str] = (), asked: Mapping[str, str] | None = None, purpose: str = ""
    ) -> None:
        """Record that personal data was read: what was asked, as particulars."""
        with self.writing() as db:
            record.write(db, self.act(action, subjects=subjects, text=asked, purpose=purpose))

    def row_tag(self, row: str) -> str:
        """Give the name under which the record speaks of a row: a keyed commitment, since a bare key could be guessed at."""
        return "R-" + commitment(self.key, f"row:{row}")[:32]


def stamp(moment: datetime) -> str:
    """Write a moment in UTC with microseconds and `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def local_actor(table: Table) -> Actor:
    """Give who sits at this machine: the account's name with the roles of a small team."""
    name = os.environ.get("USER") or os.environ.get("LOGNAME") or ""
    return Actor(ActorId(name), table.local.roles) if is_id(name) else table.local


def access_table() -> Table:
    """Read who may do what."""
    return parse(load("access"))


def create_case(
    folder: Path, *, name: str, basis: str, clock: Clock = system_clock, actor: Actor | None = None
) -> Session:
    """Make a new case.

    Args:
        folder: where; it must not exist, or be empty.
        name: the case's name.
        basis: the legal basis on which its data is processed, in words.
        clock: gives the time.
        actor: who makes it; the local user when left out.

    Raises:
        WrongUse: name or basis is empty.
        Conflict: the folder holds something already.
    """
    if not name.strip() or not basis.strip():
        raise WrongUse(
            "A case needs a name and a legal basis.",
            way_out='Give both: --name "Harbour" --basis "Order 12/2020 of …".',
        )
    if not _writable_text(name + basis):
        raise WrongUse("The name or the basis holds characters that cannot be written.", way_out="Type them anew.")
    if _exists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise Conflict(
            f"“{folder}” exists and is not an empty folder.", way_out="Choose a folder that does not exist yet."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise WrongUse(f"The folder “{folder}” cannot be made.", cause=f"The system says: {error.strerror}.") from error
    key = secrets.token_bytes(32)
    handle = os.open(folder / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    table = access_table()
    engine = sqlite.create(folder / CASE_FILE)
    session = Session(folder, engine, actor or local_actor(table), table, clock)
    # The letter keeps an id of digits alone from being taken for a phone number by the record, which holds none.
    ident = "case-c" + digest("case", secrets.token_hex(16))[:16]
    with session.writing() as db:
        facts = {
            "case": ident,
            "name": name.strip(),
            "basis": basis.strip(),
            "created_at": session.stamp(),
            "key_check": commitment(key, KEY_CHECK),
            "schema": schema.VERSION,
        }
        for fact, value in facts.items():
            results.set_fact(db, fact, value)
        record.write(db, session.act("case-new", subjects=[ident], text={"name": name.strip(), "basis": basis.strip()}))
    return session


def _writable_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _exists(folder: Path) -> bool:
    """Tell whether a folder is there; a name no file system takes is told in a sentence."""
    try:
        return folder.exists()
    except (OSError, ValueError) as error:
        raise WrongUse("A folder of that name cannot be made.", cause=f"The system says: {error}.") from error


def open_case(folder: Path, *, clock: Clock = system_clock, actor: Actor | None = None) -> Session:
    """Open a case.

    Raises:
        NotFound: there is no case in that folder.
        Damaged: it was made by another version, or is not whole.
    """
    if not (folder / CASE_FILE).is_file():
        raise NotFound(
            f"There is no case in “{folder}”.",
            way_out=f'Make one with `palermo case new {folder} --name "…" --basis "…"`, or name the folder of one.',
        )
    table = access_table()
    session = Session(folder, sqlite.connect(folder / CASE_FILE), actor or local_actor(table), table, clock)
    with session.reading() as db:
        version = results.get_fact(db, "schema")
    if version in schema.ADDED:
        sqlite.bring_up(session.engine, version)
    elif version != schema.VERSION:
        raise Damaged(
            f"The case in “{folder}” cannot be opened.",
            cause=f"It is of schema “{version}”, and this program reads {schema.VERSION}."
            if version
            else "It was never finished.",
            way_out="Open it with the program that made it."
            if version
            else "Delete the folder and make the case anew.",
        )
    return session
