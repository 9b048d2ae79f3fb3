"""What the surfaces show of the wordings of a lead's group: templates, what stood in their slots, adverts laid against them."""

from dataclasses import dataclass, field
from typing import Literal

from palermo.model.grouping import Mark

SlotKind = Literal["number", "contact", "city", "persona", "price", "words"]
"""What mostly stood in a slot; written here again, since the part that works it out is loaded only to do so."""


@dataclass(frozen=True, slots=True)
class StretchView:
    """Part of a text: the same as its template, in a slot (its number, from 1), or different (0)."""

    text: str
    mark: Mark
    slot: int


@dataclass(frozen=True, slots=True)
class FillerView:
    """What stood in a slot, and in how many adverts."""

    text: str
    adverts: int


@dataclass(frozen=True, slots=True)
class SlotView:
    """One slot: its number from 1, what mostly stood in it, how many different fillings, filled and empty in how many adverts."""

    slot: int
    kind: SlotKind
    distinct: int
    filled: int
    empty: int
    fillers: list[FillerView]


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A wording, numbered from 1: the words that stay with its slots between them, and in how many adverts it stands.

    `phrases` it has, `shared` of them stand in most adverts, each in at least `fewest`.
    """

    wording: int
    template: list[StretchView]
    slots: list[SlotView]
    script: str
    adverts: int
    phrases: int
    shared: int
    fewest: int


@dataclass(frozen=True, slots=True)
class LaidAdvert:
    """An advert in stretches which joined are its text; `wording` is the number of its wording, 0 where it has none."""

    row: str
    advert_id: str
    wording: int
    parts: list[StretchView]


@dataclass(frozen=True, slots=True)
class WordingsView:
    """What the adverts of a lead share, and a page of them laid against their wordings, oldest first.

    `apart` adverts have none of the wordings; `page` counts from 1 and holds `size` adverts of the `of` there are.
    """

    sentence: str
    notes: list[str] = field(default_factory=list)
    wordings: list[TemplateView] = field(default_factory=list)
    wordings_in_all: int = 0
    apart: int = 0
    adverts: list[LaidAdvert] = field(default_factory=list)
    page: int = 1
    size: int = 50
    of: int = 0
