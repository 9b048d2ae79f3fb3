"""Works out the wordings of one group: which words stay, what stood in each slot, and each advert laid against them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.cutting import Cut, blank_names, cut
from palermo.adverts.gathering import Gathered, Texts, distinct_texts, phrases
from palermo.adverts.kernels.places import CITY, CONTACT, NUMBER, PERSONA, PRICE
from palermo.adverts.kernels.slots import fill_slots, lay_all
from palermo.adverts.laying import Laid, Shape, Stretch, marks_of, shape_of, stretches, written
from palermo.adverts.scripts import script_of
from palermo.adverts.story_words import Filler, Slot, SlotKind, StoryAdvert, StoryRow, ToldWording

Ints = npt.NDArray[np.int64]

FILLERS = 50
"""Different fillings of a slot that are listed, the most frequent."""
_CELLS = 4_000_000
"""Fillings looked at together, to keep memory bounded."""
_KINDS: dict[int, SlotKind] = {PERSONA: "persona", CITY: "city", NUMBER: "number", PRICE: "price", CONTACT: "contact"}
_COMPARED = 24
"""Adverts that say what signs stand between the words of a wording."""
_NOWHERE = -2
_OF, _KEPT = 5, 3
"""A word or phrase is shared where at least three in five adverts have it."""


class Group(NamedTuple):
    """Adverts in the order of their row keys, cut, with their distinct texts and the values of contacts."""

    adverts: Sequence[StoryAdvert]
    cut: Cut
    texts: Texts
    values: Sequence[str]
    place: Ints

    def span(self, advert: int) -> slice:
        """Give where the words of an advert are."""
        return slice(int(self.cut.starts[advert]), int(self.cut.starts[advert + 1]))

    def met(self, advert: int) -> Ints:
        """Give the place in the medoid of each word of an advert."""
        text = self.texts.of[advert]
        return self.place[self.texts.starts[text] : self.texts.starts[text + 1]]


class Found(NamedTuple):
    """A wording as worked out: its adverts, the first of its medoid, shape, uses of phrases, figures of words, signs between them."""

    members: Ints
    medoid: int
    shape: Shape
    whole: Ints
    words: tuple[int, int, int]
    between: Mapping[int, str]


def read(adverts: Sequence[StoryAdvert], threads: int) -> Group:
    """Order the adverts, cut them into words, blank what is their own, and find their distinct texts."""
    ordered = _in_order(adverts)
    values = sorted({value for advert in ordered for value, _, _ in advert.contacts})
    number = {value: n for n, value in enumerate(values)}
    spans = [
        part
        for n, advert in enumerate(ordered)
        for value, start, end in advert.contacts
        for part in (n, start, end, number[value])
    ]
    found = cut([advert.body for advert in ordered], np.array(spans, np.int64).reshape(-1, 4), threads=threads)
    blank_names(found, [advert.persona for advert in ordered], {advert.city for advert in ordered})
    texts = distinct_texts(found)
    return Group(ordered, found, texts, values, np.full(len(texts.words), -1, np.int64))


def _in_order(adverts: Sequence[StoryAdvert]) -> list[StoryAdvert]:
    """Order adverts by row key; by all they say where keys are not unique."""
    ordered = sorted(adverts, key=attrgetter("row"))
    if len({advert.row for advert in ordered}) < len(ordered):
        ordered.sort(key=lambda advert: tuple(getattr(advert, name) for name in StoryAdvert.__slots__))
    return ordered


def find(group: Group, gathered: Gathered) -> Found:
    """Lay the texts of a wording against its medoid, and keep the words that most of its adverts have."""
    texts = group.texts
    mine = np.zeros(len(texts.uses), bool)
    mine[gathered.texts] = True
    members = np.flatnonzero(mine[texts.of])
    medoid = int(texts.first[gathered.medoid])
    span = group.span(medoid)
    words, kinds = group.cut.words[span], group.cut.kinds[span]
    of_word, needed = phrases(group.cut.begins[span], words)
    votes, whole = np.zeros(len(words), np.int64), np.zeros(len(needed), np.int64)
    out = (group.place, votes, whole)
    lay_all(texts.words, texts.starts, (gathered.texts, texts.uses), gathered.medoid, (of_word, needed), out)
    stays = (votes * _OF >= len(members) * _KEPT) & (words != 0)
    shape = shape_of(stays.astype(np.uint8), kinds)
    figures = int(stays.sum()), int((words != 0).sum()), int(votes[stays].min()) if stays.any() else 0
    return Found(members, medoid, shape, whole[needed > 0], figures, _between(group, members, medoid))


def _between(group: Group, members: Ints, medoid: int) -> dict[int, str]:
    """Find what most adverts write behind each word of a wording where the next word follows; before the first it is -1."""
    seen: dict[int, Counter[str]] = defaultdict(Counter)
    size = len(group.met(medoid))
    for advert in members[:: max(1, len(members) // _COMPARED)][:_COMPARED].tolist():
        body, at = group.adverts[advert].body, 0
        before = -1
        places = group.cut.places[group.span(advert)].tolist()
        for word, (start, end) in zip(group.met(advert).tolist(), places, strict=True):
            if word >= 0 and word == before + 1:
                seen[before][body[at:start]] += 1
            before, at = word if word >= 0 else _NOWHERE, max(at, end)
        if before == size - 1 and not group.cut.longer[advert]:
            seen[before][body[at:]] += 1
    return {word: min(texts.items(), key=lambda item: (-item[1], item[0]))[0] for word, texts in seen.items()}


def told_of(group: Group, found: Found) -> ToldWording:
    """Tell a wording: its template, its slots and its figures."""
    body = group.adverts[found.medoid].body
    template = written(
        body, group.cut.places[group.span(found.medoid)].tolist(), found.shape.stays.tolist(), found.between
    )
    shared = found.whole[found.whole * _OF >= len(found.members) * _KEPT]
    return ToldWording(
        template=template,
        slots=tuple(_slots(group, found)),
        script=script_of(template) or script_of(body),
        adverts=len(found.members),
        phrases=len(found.whole),
        shared=len(shared),
        fewest=int(shared.min()) if len(shared) else 0,
    )


def _slots(group: Group, found: Found) -> list[Slot]:
    """Say what stood in each slot, some slots at a time."""
    count, adverts = len(found.shape.slot_kinds), len(found.members)
    step = max(1, _CELLS // max(1, adverts))
    slots: list[Slot] = []
    for low in range(0, count, step):
        width = min(step, count - low)
        out = (np.zeros((adverts, width), np.uint8), np.zeros((adverts, width), np.uint64),
               np.zeros((adverts, width), np.int64), np.zeros((adverts, width), np.int64))  # fmt: skip
        words = (group.cut.starts, group.cut.kinds, group.cut.spelt)
        laid = (group.place, group.texts.starts)
        fill_slots(words, (found.members, group.texts.of), laid, tuple(found.shape), low, out)
        slots += [_slot(group, found.members, [table[:, n].astype(np.int64) for table in out]) for n in range(width)]
    return slots


def _slot(group: Group, members: Ints, columns: Sequence[Ints]) -> Slot:
    kinds, what, first, last = columns
    filled = np.flatnonzero(kinds)
    _, example, counts = np.unique(what[filled], return_index=True, return_counts=True)
    order = np.lexsort((example, -counts))[:FILLERS]
    fillers = []
    for n in order.tolist():
        at = filled[example[n]]
        fillers.append(
            Filler(_filling(group, int(members[at]), int(kinds[at]), (int(first[at]), int(last[at]))), int(counts[n]))
        )
    seen = np.bincount(kinds[filled], minlength=CONTACT + 1)
    kind = max(range(CONTACT + 1), key=lambda n: (int(seen[n]), n))
    return Slot(_KINDS.get(kind, "words"), tuple(fillers), len(counts), len(filled), len(members) - len(filled))


def _filling(group: Group, advert: int, kind: int, ends: tuple[int, int]) -> str:
    """Write what stood in a slot: the first contact's value, else the text itself."""
    first, last = ends
    if kind == CONTACT:
        place = first + int(np.argmax(group.cut.kinds[first : last + 1] == CONTACT))
        return group.values[int(group.cut.spelt[place])]
    return group.adverts[advert].body[int(group.cut.places[first, 0]) : int(group.cut.places[last, 1])]


def row_of(group: Group, found: Sequence[Found], advert: int, wording: int) -> StoryRow:
    """Lay one advert against its wording; -1 for none."""
    told = group.adverts[advert]
    if wording < 0:
        return StoryRow(told.row, -1, (Stretch(told.body, "differs"),) if told.body else ())
    shape, between = found[wording].shape, found[wording].between
    span, met = group.span(advert), group.met(advert)
    marks = marks_of(met, group.cut.kinds[span], shape)
    laid = Laid(told.body, group.cut.places[span].tolist(), marks, met.tolist(), bool(group.cut.longer[advert]))
    return StoryRow(told.row, wording, stretches(laid, shape, lambda n: between.get(n, "")))
