"""Finds the contacts that join nobody: those that many advertisers carry who share nothing else.

Rule, learnt from the data alone. A contact is doubtful when it stands beside at least `hub_parts` other contacts, or in the
same words of different texts. Without doubtful contacts, the adverts that carry it fall into parts. It is a hub when there
are at least `hub_parts` parts, at least two of them have a contact of their own or the words around it are the same in
most of them, and texts of different parts share less than a third of what they could in most cases tried: with texts of the
one part that has most of the adverts, or, where none has, with one another. The texts need not be tried where both hold, with
`hub_parts` parts that have a contact of their own. It is one too where every part has a contact of its own and the words
around it are the same in most of two parts or more.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from palermo.adverts.carriers import Carriers, Flags
from palermo.adverts.kernels.align import align, scratch
from palermo.adverts.reading import Hashes, Ints
from palermo.adverts.voices import Texts
from palermo.adverts.weighing import Weighed
from palermo.adverts.work import distinct, scattered

_TRIED = 16
"""Parts of whose texts one is laid beside others, for one contact."""
_SPREAD = 4
"""Texts of the largest part that stand for it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of each contact, by number.

    Attributes:
        parts: in how many parts its adverts fall without doubtful contacts.
        own: how many of these have a contact that is not doubtful.
        framed: in how many of them the words around it are the same.
    """

    parts: Ints
    own: Ints
    framed: Ints


def find_hubs(
    known: Carriers, doubtful: Flags, part: Ints, texts: Texts, weighed: Weighed, least: int
) -> tuple[Flags, Parts]:
    """Say which doubtful contacts are hubs.

    Args:
        known: who carries what.
        doubtful: of each contact.
        part: of each row, without doubtful contacts.
        texts: the texts.
        weighed: their words.
        least: `hub_parts`.
    """
    counts = _count(known, doubtful, part)
    framed = 2 * counts.framed > counts.parts
    many = (counts.parts >= least) & ((counts.own >= 2) | framed)
    few = (counts.parts >= 2) & (counts.own == counts.parts) & framed
    hub = np.zeros(len(known.keys), dtype=bool)
    for contact in np.flatnonzero(doubtful & (many | few)).tolist():
        clear = framed[contact] and counts.own[contact] >= least
        hub[contact] = clear or _unrelated(known, contact, part, texts, weighed)
    return hub, counts


def _count(known: Carriers, doubtful: Flags, part: Ints) -> Parts:
    size = len(known.keys)
    chosen = doubtful[known.contact]
    contact, row, around = known.contact[chosen], known.row[chosen], known.around[chosen]
    firm = np.zeros(len(part), dtype=bool)
    firm[known.row[~doubtful[known.contact]]] = True
    where = part[row]
    parts = _distinct(contact, where, size)
    own = _distinct(contact[firm[row]], where[firm[row]], size)
    return Parts(parts, own, _framed(contact, around, where, size))


def _distinct(contact: Ints, part: Ints, size: int) -> Ints:
    packed = distinct(contact.astype(np.uint64) << np.uint64(32) | part.astype(np.uint64))
    return np.bincount((packed >> np.uint64(32)).astype(np.int64), minlength=size)


def _framed(contact: Ints, around: Hashes, part: Ints, size: int) -> Ints:
    """Count, for each contact, the parts in which the words around it are those most parts have."""
    telling = around != 0
    contact, around, part = contact[telling], around[telling], part[telling]
    order = np.lexsort((part, around, contact))
    contact, around, part = contact[order], around[order], part[order]
    frame = np.ones(len(contact), dtype=bool)
    frame[1:] = (contact[1:] != contact[:-1]) | (around[1:] != around[:-1])
    fresh = frame.copy()
    fresh[1:] |= part[1:] != part[:-1]
    number = np.cumsum(frame) - 1
    parts = np.bincount(number[fresh], minlength=int(frame.sum()))
    most = np.zeros(size, np.int64)
    np.maximum.at(most, contact[frame], parts)
    return most


def _unrelated(known: Carriers, contact: int, part: Ints, texts: Texts, weighed: Weighed) -> bool:
    """Say whether texts of different parts that carry a contact share little: with one another, or with the one that has most adverts."""
    entries = known.by_contact[known.contact_first[contact] : known.contact_first[contact + 1]]
    rows = known.row[entries]
    text = texts.of_row[rows]
    rows, text = rows[text >= 0], text[text >= 0]
    order = np.argsort(text, kind="stable")
    rows, text = rows[order], text[order]
    _, first, of, many = np.unique(part[rows], return_index=True, return_inverse=True, return_counts=True)
    if len(first) < 2:
        return True
    largest = int(np.lexsort((first, -many))[0])
    if 2 * many[largest] > len(rows):
        against = scattered(np.unique(text[of == largest]))[:_SPREAD].tolist()
        others = [(int(text[at]), against) for n, at in enumerate(first.tolist()) if n != largest]
    else:
        others = [(a, [b]) for a, b in pairwise(scattered(np.unique(text[first])).tolist())]
    tried = others[:_TRIED]
    return 2 * sum(_share(weighed, *pair) for pair in tried) <= len(tried)


def _share(weighed: Weighed, a: int, others: list[int]) -> bool:
    """Say whether a text and some of the others share a third of what they could."""
    held = scratch()
    for b in others:
        could = min(int(weighed.whole[a]), int(weighed.whole[b]))
        if could > 0 and 3 * int(align(weighed.kept, a, b, held)) >= could:
            return True
    return False
