"""Keeps charts that people named: what they show, where things lie, and a note; who and when stand with the ledger entries."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from palermo.adapters.sqlite.schema import charts
from palermo.model.errors import NotFound


@dataclass(frozen=True, slots=True)
class StoredChart:
    """A chart as kept: its body as canonical JSON, the entry that saved it last, the one that dropped it, the erasure that emptied it."""

    n: int
    body: str
    seq: int
    dropped_seq: int | None
    erasure: int | None

    @property
    def seqs(self) -> list[int]:
        """The numbers of its entries in the record."""
        return [self.seq, *([self.dropped_seq] if self.dropped_seq else [])]


def next_number(db: Connection) -> int:
    """Give the number the next chart will have."""
    return int(db.execute(select(func.coalesce(func.max(charts.c.n), 0))).scalar_one()) + 1


def put(db: Connection, n: int, body: str, seq: int) -> None:
    """Keep a new chart."""
    db.execute(insert(charts).values(n=n, body=body, seq=seq))


def replace(db: Connection, n: int, body: str, seq: int) -> None:
    """Put what a chart is now in the place of what it was."""
    db.execute(update(charts).where(charts.c.n == n).values(body=body, seq=seq))


def drop(db: Connection, n: int, seq: int) -> None:
    """Mark a chart dropped."""
    db.execute(update(charts).where(charts.c.n == n).values(dropped_seq=seq))


def empty(db: Connection, n: int, erasure: int) -> None:
    """Take out of a chart all that it holds, because an erased value stands in it."""
    db.execute(update(charts).where(charts.c.n == n).values(body="{}", erasure=erasure))


def get_all(db: Connection) -> list[StoredChart]:
    """List all charts, oldest first, those dropped too."""
    return [StoredChart(**row) for row in db.execute(select(charts).order_by(charts.c.n)).mappings()]


def one(db: Connection, n: int) -> StoredChart:
    """Find a chart.

    Raises:
        NotFound: there is none of that number, or it was dropped.
    """
    row = db.execute(select(charts).where(charts.c.n == n)).mappings().first()
    if row is None or row["dropped_seq"] is not None:
        raise NotFound(f"There is no chart {n} in this case.", way_out="List them with `palermo network charts DIR`.")
    return StoredChart(**row)
