"""Keeps people's words on pairs of records and their marks on records; reasons and times stand with their ledger entries."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, insert, select, update

from palermo.adapters.sqlite.schema import identity_marks, identity_words
from palermo.model.errors import NotFound
from palermo.model.ids import ActorId, RowKey, source_row

Pair = tuple[RowKey, RowKey]


@dataclass(frozen=True, slots=True)
class StoredWord:
    """A word as kept: the entries that made it and took it back, and the erasure that made it fall away."""

    n: int
    a: RowKey
    b: RowKey
    answer: str
    actor: ActorId
    seq: int
    undone_seq: int | None
    erasure: int | None

    @property
    def pair(self) -> Pair:
        """The two records; two empty keys once one of them is erased."""
        return (self.a, self.b)

    @property
    def stands(self) -> bool:
        """Whether it was neither taken back nor fell away."""
        return self.undone_seq is None and self.erasure is None

    @property
    def seqs(self) -> list[int]:
        """The numbers of its entries in the record."""
        return [self.seq, *([self.undone_seq] if self.undone_seq else [])]

    @property
    def rows(self) -> tuple[RowKey, ...]:
        """The records it is about."""
        return (self.a, self.b)


@dataclass(frozen=True, slots=True)
class StoredMark:
    """A mark as kept."""

    n: int
    row: RowKey
    mark: str
    seq: int
    undone_seq: int | None
    erasure: int | None

    @property
    def stands(self) -> bool:
        """Whether it was neither taken back nor fell away."""
        return self.undone_seq is None and self.erasure is None

    @property
    def seqs(self) -> list[int]:
        """The numbers of its entries in the record."""
        return [self.seq, *([self.undone_seq] if self.undone_seq else [])]

    @property
    def rows(self) -> tuple[RowKey, ...]:
        """The records it is about."""
        return (self.row,)


def _next(db: Connection, table: Table) -> int:
    return int(db.execute(select(func.coalesce(func.max(table.c.n), 0))).scalar_one()) + 1


def next_word(db: Connection) -> int:
    """Give the number the next word will have."""
    return _next(db, identity_words)


def next_mark(db: Connection) -> int:
    """Give the number the next mark will have."""
    return _next(db, identity_marks)


def put_word(db: Connection, made: StoredWord) -> None:
    """Keep a word."""
    db.execute(
        insert(identity_words).values(n=made.n, a=made.a, b=made.b, answer=made.answer, actor=made.actor, seq=made.seq)
    )


def put_mark(db: Connection, made: StoredMark) -> None:
    """Keep a mark."""
    db.execute(insert(identity_marks).values(n=made.n, row=made.row, mark=made.mark, seq=made.seq))


def all_words(db: Connection) -> list[StoredWord]:
    """List all words, oldest first."""
    return [StoredWord(**row) for row in db.execute(select(identity_words).order_by(identity_words.c.n)).mappings()]


def all_marks(db: Connection) -> list[StoredMark]:
    """List all marks, oldest first."""
    return [StoredMark(**row) for row in db.execute(select(identity_marks).order_by(identity_marks.c.n)).mappings()]


def one_word(db: Connection, n: int) -> StoredWord:
    """Find a word.

    Raises:
        NotFound: there is none of that number.
    """
    row = db.execute(select(identity_words).where(identity_words.c.n == n)).mappings().first()
    if row is None:
        raise NotFound(
            f"There is no word {n} on a pair in this case.",
            way_out="List what was said with `palermo identity people DIR`.",
        )
    return StoredWord(**row)


def undo_word(db: Connection, n: int, seq: int) -> None:
    """Mark a word taken back by a ledger entry."""
    db.execute(update(identity_words).where(identity_words.c.n == n).values(undone_seq=seq))


def undo_mark(db: Connection, n: int, seq: int) -> None:
    """Mark a mark taken away by a ledger entry."""
    db.execute(update(identity_marks).where(identity_marks.c.n == n).values(undone_seq=seq))


def words_on(db: Connection, rows: Set[RowKey]) -> list[StoredWord]:
    """List what was said of any record that stands in some rows."""
    return [held for held in all_words(db) if source_row(held.a) in rows or source_row(held.b) in rows]


def marks_on(db: Connection, rows: Set[RowKey]) -> list[StoredMark]:
    """List the marks on any record that stands in some rows."""
    return [held for held in all_marks(db) if source_row(held.row) in rows]


def empty(db: Connection, words: Sequence[int], marks: Sequence[int], erasure: int) -> None:
    """Take the records out of words and marks, because one of each was erased; who spoke and when stays, what was said does not."""
    for n in words:
        values = {"a": "", "b": "", "answer": "", "erasure": erasure}
        db.execute(update(identity_words).where(identity_words.c.n == n).values(**values))
    for n in marks:
        db.execute(update(identity_marks).where(identity_marks.c.n == n).values(row="", mark="", erasure=erasure))
