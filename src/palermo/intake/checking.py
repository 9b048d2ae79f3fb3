"""Checks a file's rows under a mapping: typed rows on one side, rows set aside with their reasons on the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from palermo.intake.lexicon import Lexicon
from palermo.intake.mapping import Mapping
from palermo.intake.reasons import SetAside
from palermo.model.raw import RawBatch

if TYPE_CHECKING:
    import pyarrow as pa


class Masked(Protocol):
    """A text after masking: `text`, and in `count` how many words were masked."""

    @property
    def text(self) -> str:
        """The text with banned words masked."""
        ...

    @property
    def count(self) -> int:
        """How many words were masked."""
        ...


class Masker(Protocol):
    """Masks the words of the banned list (`palermo.kit.masks`)."""

    def mask(self, text: str) -> Masked:
        """Mask banned words in a text."""
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one batch.

    Attributes:
        rows: the good rows: the columns of `palermo.model.tables.value_schema(kind)`, then `record`, `start`, `end`
            (int64) and `content` (the content digest, text).
        taken: int64, the good rows' places in the batch, for `batch.cells.take(taken)`.
        aside: the rows set aside.
        blank: how many rows were blank; they are neither read nor set aside.
    """

    rows: "pa.Table"
    taken: "pa.Array"
    aside: list[SetAside]
    blank: int


class Checker:
    """Checks rows of one file under one mapping; contacts already read are remembered from batch to batch.

    Args:
        mapping: which column is which; its own zone and country come before those of the source.
        lexicon: words, countries and currencies (`read_lexicon(load("headers"))`).
        masker: masks banned words in free text.
        zone: the source's zone, an IANA name; empty where it states none, and then times without zone are read as UTC and a note says so.
        country: the source's country, alpha-2; empty where it states none.

    Raises:
        WrongUse: there is no such zone, or a required column is in no column of the mapping.
    """

    def __init__(
        self, mapping: Mapping, lexicon: Lexicon, masker: Masker, *, zone: str = "", country: str = ""
    ) -> None:
        """Get ready to check."""
        raise NotImplementedError

    def check(self, batch: RawBatch) -> Checked:
        """Check the rows of a batch."""
        raise NotImplementedError

    def check_cells(self, cells: Sequence[str | None], record: int) -> Checked:
        """Check one mended row; `cells` stand in the order of the file's header."""
        raise NotImplementedError

    def notes(self) -> tuple[str, ...]:
        """Tell what was decided or dropped so far, in sentences with counts, in a fixed order."""
        raise NotImplementedError
