"""The text that adverts share, with slots for what differs, and a text laid against it for reading side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from palermo.adverts.cutting import Cut, blank_names, cut
from palermo.adverts.kernels.consensus import find_consensus
from palermo.adverts.kernels.order import BLOCKS, distinct, lay, numbered, set_masks
from palermo.adverts.kernels.places import CONTACT, MASK
from palermo.adverts.laying import SLOT, Ints, Laid, marks_of, shape_of, stretches, written
from palermo.model.grouping import Mark

COMPARED = 24
"""Texts a template is made from: more change nothing a person would see."""
_TOGETHER = 2000
"""Groups worked out at once, to keep memory bounded."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One text: its body, the stretches in it that are contacts, and the names (city, persona) that are its own."""

    body: str
    contacts: tuple[tuple[int, int], ...]
    names: tuple[str, ...]


def template_of(samples: Sequence[Sample]) -> str:
    """Give the text that most of the samples share, with `[…]` for contacts, names, numbers and whatever differs.

    The sample most like the others is kept as it was written; a word of it stays where at least three in five of the
    samples have it in the same order.
    """
    return templates_of([samples])[0]


def templates_of(groups: Sequence[Sequence[Sample]], *, samples: int = COMPARED, threads: int = 1) -> list[str]:
    """Give the template of each of many groups of texts, as `template_of` does.

    Args:
        groups: the texts of each group; empty where there are none.
        samples: how many texts of a group are held against one another at most.
        threads: how many to run on; the answer is the same.
    """
    found: list[str] = []
    for first in range(0, len(groups), _TOGETHER):
        found += _templates([_spread(group, samples) for group in groups[first : first + _TOGETHER]], threads)
    return found


def _spread(group: Sequence[Sample], samples: int) -> Sequence[Sample]:
    return group if len(group) <= samples else [group[n * len(group) // samples] for n in range(samples)]


def _templates(groups: Sequence[Sequence[Sample]], threads: int) -> list[str]:
    texts = [sample for group in groups for sample in group]
    spans = [part for n, sample in enumerate(texts) for start, end in sample.contacts for part in (n, start, end, 0)]
    found = cut([sample.body for sample in texts], np.array(spans, np.int64).reshape(-1, 4), threads=threads)
    for place in range(max((len(sample.names) for sample in texts), default=0)):
        blank_names(found, [sample.names[place] if place < len(sample.names) else "" for sample in texts], ())
    member_starts = np.array([0, *accumulate(map(len, groups))], np.int64)
    members = np.arange(len(texts), dtype=np.int64)
    shared = find_consensus(found.words, found.starts, members, member_starts, samples=COMPARED, threads=threads)
    stays, starts = shared.stays.tolist(), shared.starts.tolist()
    return [
        _template(texts[medoid].body, found, medoid, stays[starts[n] : starts[n + 1]]) if medoid >= 0 else ""
        for n, medoid in enumerate(shared.medoid.tolist())
    ]


def _template(body: str, found: Cut, text: int, stays: Sequence[int]) -> str:
    return written(body, found.places[found.starts[text] : found.starts[text + 1]].tolist(), stays)


def align(template: str, body: str) -> list[tuple[str, Mark]]:
    """Lay a text against a template.

    Returns:
        the text in stretches, which joined give `body`; `same` stands in the template, `slot` fills one of its slots,
        `differs` stands where the template has other words.
    """
    if body and "".join(body.split()) == "".join(template.split()) and SLOT not in template and "▮" not in template:
        return [(body, "same")]
    slots = [(0, found.start(), found.end(), 0) for found in re.finditer(re.escape(SLOT), template)]
    found = cut([template, body], np.array(slots, np.int64).reshape(-1, 4))
    words = np.where(found.kinds >= MASK, np.where(found.kinds > MASK, found.spelt.view(np.int64), 0), found.words)
    slot = found.kinds == CONTACT
    words[slot] = 0
    size = int(found.starts[1])
    shape = shape_of(~slot[:size], found.kinds[:size])
    met = _met(words, size)
    kinds = found.kinds[size:]
    places = found.places.tolist()
    laid = Laid(body, places[size:], marks_of(met, kinds, shape), met.tolist(), bool(found.longer[1]))
    shown = stretches(laid, shape, lambda n: template[places[n][1] : places[n + 1][0]])
    return [(part.text, part.mark) for part in shown]


def _met(words: Ints, size: int) -> Ints:
    """Lay the words behind the first `size` against those."""
    ids = np.empty(len(words), np.int64)
    vocabulary = distinct(words[:size])
    numbered(words, 0, len(words), vocabulary, ids, 0)
    masks = np.zeros((max(1, len(vocabulary)), BLOCKS), np.uint64)
    set_masks(ids, 0, size, masks)
    rest = len(words) - size
    met = np.full(rest, -1, np.int64)
    lay(masks, size, ids, size, len(words), np.empty((rest, BLOCKS), np.uint64), met)
    return met
