"""Why a row was set aside, and the row as it stood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing wrong with a row.

    Attributes:
        index: the file's column it is about, from 0; -1 for the row as a whole.
        column: the canonical column; empty for the row as a whole.
        code: a short name under which like reasons are counted, such as `time-missing-hour`.
        sentence: what is wrong, with the value as written.
        counted: the same without the value, as it is shown beside a count.
    """

    index: int
    column: str
    code: str
    sentence: str
    counted: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that was not taken, and why; `cells` are as they stood, those beyond the header included."""

    record: int
    start: int | None
    end: int | None
    reasons: tuple[Reason, ...]
    cells: tuple[str | None, ...]
