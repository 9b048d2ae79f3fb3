"""What a group of adverts did over time and over sites: lives, drift of wording, reposts, numbers that replaced one another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from palermo.model.ids import RowKey

ChangeKind = Literal["came", "went", "replaced"]


@dataclass(frozen=True, slots=True)
class Spread:
    """When a site or a city joined: as most adverts write it, its first and last day, how many adverts, the first of them.

    The days are None where no advert there has a date.
    """

    name: str
    first: date | None
    last: date | None
    adverts: int
    row: RowKey


@dataclass(frozen=True, slots=True)
class Month:
    """How many adverts were posted in a month, written `2024-03`."""

    month: str
    adverts: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without any advert, longer than is usual here: the last day before it and the first day after it."""

    last: date
    next: date

    @property
    def days(self) -> int:
        """Count the days from the one to the other."""
        return (self.next - self.last).days


@dataclass(frozen=True, slots=True)
class Life:
    """The life of some adverts.

    Attributes:
        adverts: how many there are, with or without a date.
        undated: how many have no date; they count for sites and cities and for nothing else here.
        first: the first day; None where no advert has a date.
        last: the last day.
        row: the first advert.
        months: adverts a month, months without any left out.
        sites: the sites in the order in which they joined, those without a date last.
        cities: the cities likewise.
        gaps: the gaps in order.
    """

    adverts: int
    undated: int
    first: date | None
    last: date | None
    row: RowKey
    months: tuple[Month, ...]
    sites: tuple[Spread, ...]
    cities: tuple[Spread, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class WordingLife:
    """The life of one wording, by its number in the group."""

    wording: int
    life: Life


@dataclass(frozen=True, slots=True)
class Change:
    """A phrase that came into a wording, went out of it, or was replaced by another in the same place.

    Attributes:
        wording: the wording's number in the group.
        kind: came, went or replaced.
        day: the first day of the new phrase; where a phrase only went, its last day.
        old: the phrase that went, folded, `[…]` for what differs; empty where one only came.
        new: the phrase that came; empty where one only went.
        shown: how many adverts carry the new phrase from that day on; where it only went, the old one until then.
        of: of how many.
        row: one advert that shows it.
    """

    wording: int
    kind: ChangeKind
    day: date
    old: str
    new: str
    shown: int
    of: int
    row: RowKey


@dataclass(frozen=True, slots=True)
class Drift:
    """How a wording drifted: over how many windows of time it was looked at, what has no date, and what changed, in order."""

    wording: int
    windows: int
    undated: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long until the same text stood again: lower quartile, median and upper quartile, in hours."""

    lower: int
    median: int
    upper: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Copies that are near-certain reposts of one text.

    Attributes:
        rows: the adverts, oldest first, those without a date last.
        texts: how many different texts, after folding, are among them; 1 where all are equal.
        first: the first moment; None where none has one.
        last: the last moment.
        sites: the sites, as written, sorted.
        rounds: how many times it was put up; copies on several sites at nearly one time are one.
        rhythm: how long until it stood again; None with fewer than four rounds.
        crossed: how many rounds reached two sites or more.
        widest: how many sites the widest round reached.
        within: in how many minutes the slowest of those rounds reached its sites.
    """

    rows: tuple[RowKey, ...]
    texts: int
    first: datetime | None
    last: datetime | None
    sites: tuple[str, ...]
    rounds: int
    rhythm: Rhythm | None
    crossed: int
    widest: int
    within: int


@dataclass(frozen=True, slots=True)
class Reposts:
    """The chains, longest first; and whether the hours at which adverts were posted seem to be known, or the days alone."""

    chains: tuple[Chain, ...]
    hours: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the adverts under a new number, how many share wording, persona or city with those under the old one.

    A city is None where the whole group stands in one, for it says nothing there.
    """

    of: int
    wording: int
    persona: int
    city: int | None

    @property
    def best(self) -> int:
        """Give the best of the three, in thousandths of the adverts."""
        return max(self.wording, self.persona, self.city or 0) * 1000 // self.of


@dataclass(frozen=True, slots=True)
class Succession:
    """A number that stopped and one that began in its place.

    Attributes:
        old: the number that stopped.
        new: the number that began.
        until: the last day of the old.
        since: the first day of the new; before `until` where they overlap a little.
        old_adverts: dated adverts under the old.
        both: adverts that carry both.
        shared: what those under the new share with those under the old.
        quiet: whether no advert of the whole group stands between the two, so that collecting may have stopped.
        others: how many other numbers began as near to the old one's end.
        found: pairs of the group's numbers that follow one another as closely as these …
        expected: … and how many would by chance, in thousandths.
        rows: the adverts under either, sorted.
    """

    old: str
    new: str
    until: date
    since: date
    old_adverts: int
    both: int
    shared: Agreement
    quiet: bool
    others: int
    found: int
    expected: int
    rows: tuple[RowKey, ...]


@dataclass(frozen=True, slots=True)
class Successions:
    """The successions told, by day; how many numbers were looked at, how many were not and how many pairs chance explains."""

    told: tuple[Succession, ...]
    looked: int
    left_out: int
    by_chance: int


@dataclass(frozen=True, slots=True)
class History:
    """A group over time and over sites."""

    life: Life
    wordings: tuple[WordingLife, ...]
    drifts: tuple[Drift, ...]
    reposts: Reposts
    successions: Successions
