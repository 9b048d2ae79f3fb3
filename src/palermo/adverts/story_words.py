"""The words of a story: the adverts of one group, the wordings they share, the slots of each and what stood there."""

from dataclasses import dataclass
from typing import Literal

from palermo.adverts.laying import Stretch
from palermo.model.ids import RowKey

SlotKind = Literal["number", "contact", "city", "persona", "price", "words"]


@dataclass(frozen=True, slots=True)
class StoryAdvert:
    """One advert of a group; `posted_at` is ISO or empty; contacts are value, first character in the body, the one after its last."""

    row: RowKey
    title: str
    body: str
    site: str
    city: str
    persona: str
    posted_at: str
    contacts: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Filler:
    """What stood in a slot, and in how many adverts.

    A contact is in canonical writing, all else as the first advert by row key wrote it. Of a contact, price, number or
    name with other words beside it in the slot the first alone is told.
    """

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a wording.

    Attributes:
        kind: what mostly stood in it.
        fillers: what stood in it, most frequent first, 50 at most.
        distinct: how many different fillings there are.
        filled: in how many adverts something stood there.
        empty: in how many nothing did; with `filled` all the adverts of the wording.
    """

    kind: SlotKind
    fillers: tuple[Filler, ...]
    distinct: int
    filled: int
    empty: int


@dataclass(frozen=True, slots=True)
class ToldWording:
    """A text that several adverts share.

    Attributes:
        template: its words with `[…]` for each slot.
        slots: the slots in order.
        script: the script it is written in, such as `Latin` or `Chinese`.
        adverts: how many adverts have it.
        phrases: phrases of the text it was found in, those of blanks alone left out.
        shared: how many of them stand whole and in order in at least three in five of its adverts.
        fewest: the fewest adverts that any of the shared phrases stands in.
    """

    template: str
    slots: tuple[Slot, ...]
    script: str
    adverts: int
    phrases: int
    shared: int
    fewest: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One advert in stretches which joined are its body; `wording` counts from 0, -1 where it has none of them."""

    row: RowKey
    wording: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What the adverts of a group share.

    Attributes:
        sentence: for the magistrate.
        wordings: the texts shared by at least two adverts, the most used first.
        titles: the titles, most frequent first, 50 at most.
        rows: the adverts asked for, of all ordered by when they were posted, then row key.
        adverts: how many there are in all.
        apart: how many have none of these wordings.
        notes: what limits the story, in sentences.
    """

    sentence: str
    wordings: tuple[ToldWording, ...]
    titles: tuple[Filler, ...]
    rows: tuple[StoryRow, ...]
    adverts: int
    apart: int
    notes: tuple[str, ...]
