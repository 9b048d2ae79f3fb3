"""Finds the header among a table's first rows: under title lines, over two rows, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.intake.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header.

    Attributes:
        row: the row it stands in (its last, where it takes two); 0 where the table has none.
        names: one for each column; duplicates are told apart by a number, an empty one is named by its place.
        rows_used: how many rows it takes: 0, 1 or 2.
        notes: what was decided, in sentences; empty for a plain header in the first row.
    """

    row: int
    names: tuple[str, ...]
    rows_used: int
    notes: tuple[str, ...] = ()

    @property
    def first_row(self) -> int:
        """The row after the header, to be given to `RawTable.batches`."""
        return self.row + 1


def find_header(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Header:
    """Find the header in the first rows of a table (`RawTable.head`; `head[0]` is row 1)."""
    raise NotImplementedError


def stated_header(names: Sequence[str]) -> Header:
    """Make the header of a table whose format states it (`RawTable.header`)."""
    raise NotImplementedError
