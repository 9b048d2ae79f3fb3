"""Writes and reads the record: entries in the append-only ledger, their particulars beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from palermo.adapters.sqlite.schema import ledger, particulars
from palermo.kit.canon import canonical_json
from palermo.ledger import Entry, Head, append, body, commit, draft
from palermo.model.errors import Damaged

_LAST_NUMBER = 1 << 53
_LAST = "SELECT seq, hash, body FROM ledger ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be written down: who did what, when, for what purpose, to what, and the words that belong to it.

    Attributes:
        at: UTC, ISO 8601 with microseconds and `Z`.
        actor: the account.
        action: a code of `palermo.ledger.ACTIONS`.
        purpose: a purpose's code, or empty.
        subjects: ids and codes only.
        text: particulars that may hold personal values; they stay erasable.
        salt: randomness for the commitment to `text`.
    """

    at: str
    actor: str
    action: str
    purpose: str
    subjects: tuple[str, ...]
    text: Mapping[str, str]
    salt: bytes


def head(db: Connection) -> Head:
    """Give the last entry's number, hash and time."""
    row = db.exec_driver_sql(_LAST).first()
    if row is None:
        return Head()
    try:
        if row[0] >= _LAST_NUMBER:
            raise ValueError
        return Head(row[0], row[1], json.loads(row[2])["at"])
    except (ValueError, TypeError, KeyError) as error:
        raise Damaged(
            "The record's last entry is damaged, so nothing can be written after it.",
            way_out="Run `palermo verify` to see what was changed, and go on with a copy of the case that it finds whole.",
        ) from error


def write(db: Connection, act: Act) -> int:
    """Append an entry inside the transaction of what it records, and give its number."""
    return write_after(db, head(db), act).seq


def write_after(db: Connection, last: Head, act: Act) -> Entry:
    """Append an entry after a head already known, for many in one transaction."""
    made = append(
        last,
        draft(
            at=act.at, actor=act.actor, action=act.action, purpose=act.purpose, subjects=act.subjects,
            commitment=commit(act.text, act.salt) if act.text else "",
        ),
    )  # fmt: skip
    db.execute(insert(ledger), {"seq": made.seq, "body": body(made), "hash": made.hash})
    if act.text:
        db.execute(insert(particulars), {"seq": made.seq, "salt": act.salt, "text": canonical_json(dict(act.text))})
    return made


def entries(db: Connection) -> Iterator[Entry]:
    """Give every entry, oldest first, a few at a time."""
    for row in db.execute(select(ledger).order_by(ledger.c.seq).execution_options(yield_per=5_000)):
        yield entry_of(row.body, row.hash)


def entry_of(text: str, digest: str) -> Entry:
    """Make an entry of what the table holds."""
    try:
        plain = json.loads(text)
        return Entry(**(plain | {"subjects": tuple(plain["subjects"])}), hash=digest)
    except (ValueError, TypeError, KeyError) as error:
        raise Damaged("An entry of the record is damaged.", way_out="Run `palermo verify` to see which.") from error


def of_actions(db: Connection, actions: Sequence[str]) -> Iterator[Entry]:
    """Give the entries of some actions, oldest first; those that are damaged are left out, `verify_rows` names them."""
    wanted = or_(*(ledger.c.body.contains(f'"action":{canonical_json(action)}', autoescape=True) for action in actions))
    for row in db.execute(select(ledger).where(wanted).order_by(ledger.c.seq)):
        with suppress(Damaged):
            yield entry_of(row.body, row.hash)


def at_numbers(db: Connection, seqs: Sequence[int]) -> dict[int, Entry]:
    """Give some entries by their numbers; those that are not there are left out."""
    return {row.seq: entry_of(row.body, row.hash) for row in db.execute(select(ledger).where(ledger.c.seq.in_(seqs)))}


def raw_lines(db: Connection) -> Iterator[tuple[int, str, str]]:
    """Give number, body and hash of every row as they lie there, for verifying."""
    for row in db.execute(select(ledger).order_by(ledger.c.seq).execution_options(yield_per=5_000)):
        yield row.seq, row.body, row.hash


def newest(db: Connection, *, offset: int, limit: int, like: Sequence[tuple[str, str]]) -> tuple[list[Entry], int]:
    """Page through the record, newest first.

    Args:
        db: the case.
        offset: how many to pass over.
        limit: how many to give.
        like: pairs of a field (`actor`, `action`, `subject`) and the value it has to have.

    Returns:
        the entries, and how many there are in all that fit.
    """
    query = select(ledger.c.body, ledger.c.hash)
    for field, value in like:
        if field == "subject":
            query = query.where(ledger.c.body.contains(canonical_json(value), autoescape=True))
        else:
            query = query.where(ledger.c.body.contains(f'"{field}":{canonical_json(value)}', autoescape=True))
    of = int(db.execute(select(func.count()).select_from(query.subquery())).scalar_one())
    rows = db.execute(query.order_by(ledger.c.seq.desc()).offset(offset).limit(limit))
    return [entry_of(row.body, row.hash) for row in rows], of


def texts(db: Connection, seqs: Sequence[int]) -> dict[int, dict[str, str]]:
    """Give the particulars of entries that still have them."""
    rows = db.execute(select(particulars.c.seq, particulars.c.text).where(particulars.c.seq.in_(seqs)))
    return {row.seq: json.loads(row.text) for row in rows}


def all_texts(db: Connection) -> Iterator[tuple[int, bytes, str]]:
    """Give number, salt and text of all particulars, for verifying and for erasing."""
    for row in db.execute(select(particulars).order_by(particulars.c.seq).execution_options(yield_per=5_000)):
        yield row.seq, row.salt, row.text


def forget(db: Connection, seqs: Sequence[int]) -> None:
    """Erase particulars with their salt: the entries keep commitments that say nothing any more."""
    for seq in seqs:
        # Overwritten before it is deleted, so that no page of the file keeps it even where deletion alone would.
        db.execute(update(particulars).where(particulars.c.seq == seq).values(text="", salt=b""))
        db.execute(delete(particulars).where(particulars.c.seq == seq))


def last_of(db: Connection, actions: Sequence[str]) -> int:
    """Give the number of the last entry with one of some actions; 0 where there is none."""
    found = [0]
    for action in actions:
        query = select(func.max(ledger.c.seq)).where(
            ledger.c.body.contains(f'"action":{canonical_json(action)}', autoescape=True)
        )
        found.append(int(db.execute(query).scalar() or 0))
    return max(found)
