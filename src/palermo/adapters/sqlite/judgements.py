"""Keeps people's words that two adverts are not one hand; reasons, accounts and times stand with their ledger entries."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from palermo.adapters.sqlite.schema import erasures, judgements, lead_rows, leads
from palermo.model.errors import NotFound
from palermo.model.ids import Handle, RowKey
from palermo.model.judgements import Judgement, Pair


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A judgement as kept: the entries that made it and took it back, and the erasure that made it fall away."""

    n: int
    a: RowKey
    b: RowKey
    seq: int
    undone_seq: int | None
    erasure: int | None

    @property
    def judgement(self) -> Judgement:
        """What it says."""
        return Judgement(self.n, None if self.erasure else (self.a, self.b), self.undone_seq is not None)

    @property
    def seqs(self) -> list[int]:
        """The numbers of its entries in the record."""
        return [self.seq, *([self.undone_seq] if self.undone_seq else [])]


def next_number(db: Connection) -> int:
    """Give the number the next judgement will have."""
    return int(db.execute(select(func.coalesce(func.max(judgements.c.n), 0))).scalar_one()) + 1


def put(db: Connection, n: int, pair: Pair, seq: int) -> None:
    """Keep a judgement."""
    db.execute(insert(judgements).values(n=n, a=pair[0], b=pair[1], seq=seq))


def get_all(db: Connection) -> list[StoredJudgement]:
    """List all judgements, oldest first."""
    return [StoredJudgement(**row) for row in db.execute(select(judgements).order_by(judgements.c.n)).mappings()]


def one(db: Connection, n: int) -> StoredJudgement:
    """Find a judgement.

    Raises:
        NotFound: there is none of that number.
    """
    row = db.execute(select(judgements).where(judgements.c.n == n)).mappings().first()
    if row is None:
        raise NotFound(
            f"There is no judgement {n} in this case.", way_out="List them with `palermo adverts judgements DIR`."
        )
    return StoredJudgement(**row)


def on_pair(db: Connection, pair: Pair) -> list[StoredJudgement]:
    """List what was said of a pair, oldest first."""
    query = select(judgements).where(judgements.c.a == pair[0], judgements.c.b == pair[1]).order_by(judgements.c.n)
    return [StoredJudgement(**row) for row in db.execute(query).mappings()]


def on_rows(db: Connection, rows: Set[RowKey]) -> list[StoredJudgement]:
    """List what was said of any of some adverts."""
    return [held for held in get_all(db) if held.a in rows or held.b in rows]


def mark_undone(db: Connection, n: int, seq: int) -> None:
    """Mark a judgement taken back by a ledger entry."""
    db.execute(update(judgements).where(judgements.c.n == n).values(undone_seq=seq))


def empty(db: Connection, numbers: Sequence[int], erasure: int) -> None:
    """Take the adverts out of judgements, because one of each was erased."""
    for n in numbers:
        db.execute(update(judgements).where(judgements.c.n == n).values(a="", b="", erasure=erasure))


def erased_under(db: Connection) -> dict[int, tuple[str, str]]:
    """Give under which order and when each erasure was made, by its number."""
    return {row.n: (row.order_text, row.at) for row in db.execute(select(erasures))}


def leads_of(db: Connection, rows: Set[RowKey]) -> dict[RowKey, Handle]:
    """Give the handle of the lead each row is in; rows in none are left out."""
    query = select(lead_rows.c.row, leads.c.handle).where(lead_rows.c.lead == leads.c.id)
    return {key: Handle(handle) for row in rows for key, handle in db.execute(query.where(lead_rows.c.row == row))}
