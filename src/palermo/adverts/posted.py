"""An advert as its group's history reads it, and the figures the history is told with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeVar

from palermo.model.errors import Damaged
from palermo.model.ids import RowKey

BLANK = "·"
"""Stands among the words for a contact, a number, the advert's own city or persona, or a masked word; shares nothing."""


@dataclass(frozen=True, slots=True)
class Posted:
    """One advert of a group.

    Attributes:
        row: its row key.
        at: when it was posted, in UTC; None where that is not known.
        site: as written; empty where not known.
        city: as written; empty where not known.
        persona: one writing for all spellings of a name; empty where none is given.
        words: its folded words in order, `BLANK` for what was taken out.
        contacts: the contacts it carries, hubs left out.
        wording: the number of the wording it is in; -1 for none.
    """

    row: RowKey
    at: datetime | None
    site: str
    city: str
    persona: str
    words: tuple[str, ...]
    contacts: tuple[str, ...]
    wording: int


def in_order(adverts: Iterable[Posted]) -> list[tuple[datetime, Posted]]:
    """Give the adverts that have a date, oldest first, with it."""
    dated = [(advert.at, advert) for advert in adverts if advert.at is not None]
    return sorted(dated, key=lambda pair: (pair[0], pair[1].row))


@dataclass(frozen=True, slots=True)
class LifeFigures:
    """A gap is longer than `gap_days`, and than `gap_times` the usual time between days with adverts."""

    gap_days: int
    gap_times: int


@dataclass(frozen=True, slots=True)
class DriftFigures:
    """How drift is looked for: see the comments in the table."""

    window_adverts: int
    least_adverts: int
    present_percent: int
    absent_percent: int


@dataclass(frozen=True, slots=True)
class RepostFigures:
    """What a repost is: see the comments in the table."""

    alike_percent: int
    least_words: int
    remembered: int
    cross_minutes: int


@dataclass(frozen=True, slots=True)
class HandsetFigures:
    """When numbers are said to have replaced one another: see the comments in the table."""

    least_adverts: int
    least_days: int
    gap_days: int
    overlap_days: int
    overlap_percent: int
    quiet_days: int
    shared_percent: int
    chance_percent: int
    most_numbers: int


@dataclass(frozen=True, slots=True)
class Method:
    """What the table says of the finding on numbers that replaced one another."""

    id: str
    name: str
    version: str
    strength: str
    innocent: tuple[str, ...]
    not_known: tuple[str, ...]
    needs: str


@dataclass(frozen=True, slots=True)
class HistoryFigures:
    """All figures a history is told with, and its one finding."""

    lives: LifeFigures
    drift: DriftFigures
    reposts: RepostFigures
    handsets: HandsetFigures
    method: Method


F = TypeVar("F", LifeFigures, DriftFigures, RepostFigures, HandsetFigures)
METHOD = "AH-01"
"""The id of the finding that numbers replaced one another."""


def read_figures(table: Mapping[str, object]) -> HistoryFigures:
    """Read the table of rules `history`.

    Raises:
        Damaged: the table is not as the program wrote it.
    """
    try:
        methods = table["indicators"]
        assert isinstance(methods, Mapping)
        entry = methods[METHOD]
        return HistoryFigures(
            lives=_figures(LifeFigures, table["lives"]),
            drift=_figures(DriftFigures, table["drift"]),
            reposts=_figures(RepostFigures, table["reposts"]),
            handsets=_figures(HandsetFigures, entry["parameters"]),
            method=_method(entry),
        )
    except (KeyError, TypeError, ValueError, AssertionError) as fault:
        raise Damaged(
            "The table of history cannot be read.", cause=f"It lacks {fault}.", way_out="Install the program again."
        ) from None


def _figures(kind: type[F], values: object) -> F:
    assert isinstance(values, Mapping)
    return kind(**{held.name: int(values[held.name]) for held in fields(kind)})


def _method(entry: Mapping[str, object]) -> Method:
    innocent, not_known = entry["innocent"], entry["not_known"]
    assert isinstance(innocent, list)
    assert isinstance(not_known, list)
    return Method(
        id=METHOD, name=str(entry["name"]), version=str(entry["version"]), strength=str(entry["strength"]),
        innocent=tuple(map(str, innocent)), not_known=tuple(map(str, not_known)), needs=str(entry["needs"]),
    )  # fmt: skip
