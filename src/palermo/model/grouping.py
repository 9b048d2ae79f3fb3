"""What grouping adverts gives and other parts read: contacts read out of each advert, groups, wordings, hubs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from palermo.model.findings import GroupLink
from palermo.model.ids import RowKey

Place = Literal["contact", "title", "body"]
Mark = Literal["same", "slot", "differs"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One contact read out of one advert.

    Attributes:
        value: the contact in canonical writing, after national writings met their international number.
        place: the column it stood in.
        start: the first character of it there.
        end: the character after its last.
        as_written: the text as it stood.
        ways: the ways of writing seen in it, such as digits written as words; sorted.
        plain: whether it stood as anyone would write it.
    """

    value: str
    place: Place
    start: int
    end: int
    as_written: str
    ways: tuple[str, ...]
    plain: bool


@dataclass(frozen=True, slots=True)
class Readings:
    """The contacts of every advert, by row key; an advert without one has an empty tuple."""

    by_row: Mapping[RowKey, tuple[Reading, ...]] = field(hash=False)

    def of(self, row: RowKey) -> tuple[Reading, ...]:
        """Give the readings of one advert, in the order contact column, title, body."""
        return self.by_row.get(row, ())

    def values(self, row: RowKey) -> tuple[str, ...]:
        """Give the distinct contacts of one advert, sorted."""
        return tuple(sorted({found.value for found in self.of(row)}))


@dataclass(frozen=True, slots=True)
class Hub:
    """A contact, picture or wording that so many unrelated advertisers use that it joins nobody.

    Attributes:
        kind: `contact`, `picture` or `wording`.
        value: the contact, the picture's hash, or the wording with `[…]` for what differs.
        units: how many unrelated advertisers carry it.
        sentence: what was seen, in words.
    """

    kind: str
    value: str
    units: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that several adverts of a group share: the adverts, and the shared words with `[…]` for what differs."""

    rows: tuple[RowKey, ...]
    template: str


@dataclass(frozen=True, slots=True)
class AdvertGroup:
    """Adverts that hang together, as far as contacts and texts say.

    Attributes:
        rows: the keys of its adverts, sorted.
        links: why they hang together; at most about three an advert, sorted.
        template: the wording most of its adverts share; empty where none do.
        weakest: the weakest link that holds it together, in words, and what would split it.
        contacts: the contacts that join it, hubs left out, sorted.
        wordings: every wording shared by at least two of its adverts, the most shared first.
    """

    rows: tuple[RowKey, ...]
    links: tuple[GroupLink, ...]
    template: str
    weakest: str
    contacts: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """All adverts, grouped.

    Attributes:
        groups: every group of at least two adverts, sorted by its first row key.
        hubs: what joins nobody because too many carry it, sorted by kind and value.
        alone: how many adverts are in no group.
        readings: the contacts read out of every advert.
    """

    groups: tuple[AdvertGroup, ...]
    hubs: tuple[Hub, ...]
    alone: int
    readings: Readings
