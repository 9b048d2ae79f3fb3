"""Lists who carries which contact, which contacts are doubtful, and which adverts the others join."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.contact_keys import same_keys
from palermo.adverts.kernels.contacts_graph import flatten, join_carriers, meetings
from palermo.adverts.kernels.rests import MOST, rests_of
from palermo.adverts.reading import Corpus, Hashes, Ints
from palermo.adverts.voices import Texts
from palermo.adverts.work import distinct, each, scattered

Flags = npt.NDArray[np.bool_]
_REST = 400
"""Thousandths of the texts around a contact that must be their own, for it to be doubtful."""
_COMMON = 160
"""Thousandths of what is their own that they may have in common."""
_VERY_MANY, _COMMON_OF_MANY = 24, 300
"""The same for a contact in very many adverts, which a hand's own seldom is."""
_MANY = 12
"""A contact in this many adverts is looked at for standing in boilerplate."""
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Carriers:
    """Every contact of every advert, once.

    Attributes:
        row: of each entry; sorted.
        contact: of each entry, a number.
        around: of each entry, a hash of the words around it, 0 where they tell nothing.
        keys: of each contact, as `kernels.contacts` writes it.
        first: the first entry of each row; one more than rows.
        by_contact: entries sorted by contact, then row.
        contact_first: where each contact begins in `by_contact`; one more than contacts.
    """

    row: Ints
    contact: Ints
    around: Hashes
    keys: Hashes
    first: Ints
    by_contact: Ints
    contact_first: Ints


def carriers(corpus: Corpus) -> Carriers:
    """List the carriers; a national writing that meets one international number is that number."""
    rows = len(corpus.text)
    keys, number = np.unique(same_keys(corpus.contact_key), return_inverse=True)
    packed = corpus.contact_row.astype(np.uint64) << _HALF | number.astype(np.uint64)
    order = np.argsort(packed, kind="stable")
    packed = packed[order]
    fresh = np.ones(len(packed), dtype=bool)
    fresh[1:] = packed[1:] != packed[:-1]
    packed = packed[fresh]
    row, contact = (packed >> _HALF).astype(np.int64), (packed & _LOW).astype(np.int64)
    by_contact = np.argsort(contact, kind="stable")
    return Carriers(
        row=row,
        contact=contact,
        around=corpus.contact_around[order][fresh],
        keys=keys,
        first=np.searchsorted(row, np.arange(rows + 1)),
        by_contact=by_contact,
        contact_first=np.searchsorted(contact[by_contact], np.arange(len(keys) + 1)),
    )


def busy(known: Carriers, parts: int) -> Flags:
    """Say which contacts stand beside at least `parts` others: a site's hotline does, and so may a hand's own."""
    none = np.empty(0, np.uint64)
    pairs = np.empty(meetings(known.first, known.contact, none), np.uint64)
    if len(pairs):
        meetings(known.first, known.contact, pairs)
    met = distinct(pairs)
    size = len(known.keys)
    upper = np.bincount((met >> _HALF).astype(np.int64), minlength=size)
    return np.asarray(upper + np.bincount((met & _LOW).astype(np.int64), minlength=size) >= parts)


def in_boilerplate(known: Carriers, text: Ints) -> Flags:
    """Say which contacts stand in the same words in most of their adverts, while the adverts' texts differ.

    Of contacts in few adverts, only those that everyone carries beside another contact are looked at.
    """
    size = len(known.keys)
    entries = known.by_contact
    many = np.diff(known.contact_first)
    repeated = _most_alike(known.contact[entries], known.around[entries], size)
    texts = _kinds(known.contact[entries], text[known.row[entries]], size)
    alone = np.diff(known.first)[known.row] < 2
    someone_alone = np.bincount(known.contact[alone], minlength=size) > 0
    looked_at = ((many >= _MANY) & (texts >= _MANY)) | ((many >= 2) & (texts >= 2) & ~someone_alone)
    return np.asarray(looked_at & (2 * repeated > many))


def among_strangers(corpus: Corpus, texts: Texts, known: Carriers, asked: Flags, threads: int) -> Flags:
    """Say which of the contacts asked about stand in texts that are unlike apart from what nearly all of them share."""
    contacts = np.flatnonzero(asked)
    chosen = [_some_texts(known, texts.of_row, contact) for contact in contacts.tolist()]
    starts = np.concatenate([[0], np.cumsum([len(found) for found in chosen], dtype=np.int64)]).astype(np.int64)
    flat = np.concatenate(chosen) if chosen else np.empty(0, np.int64)
    found = np.zeros((len(contacts), 2), np.int64)
    shape = (texts.first, texts.size)
    each(lambda a, b: rests_of(corpus.words, shape, flat, starts, a, b, found), len(contacts), threads)
    strange = np.zeros(len(known.keys), dtype=bool)
    common = np.where(np.diff(known.contact_first)[contacts] < _VERY_MANY, _COMMON, _COMMON_OF_MANY)
    strange[contacts] = (found[:, 0] >= _REST) & (found[:, 1] < common)
    return strange


def _some_texts(known: Carriers, text: Ints, contact: int) -> Ints:
    """Choose a few of a contact's texts, whichever, so that those that follow one another are no more alike than others."""
    entries = known.by_contact[known.contact_first[contact] : known.contact_first[contact + 1]]
    found = np.unique(text[known.row[entries]])
    return scattered(found[found >= 0])[:MOST]


def _most_alike(contact: Ints, around: Hashes, size: int) -> Ints:
    """Count, for each contact, its entries in the words it stands in most often."""
    telling = around != 0
    contact, around = contact[telling], around[telling]
    order = np.lexsort((around, contact))
    contact, around = contact[order], around[order]
    fresh = np.ones(len(contact), dtype=bool)
    fresh[1:] = (contact[1:] != contact[:-1]) | (around[1:] != around[:-1])
    starts = np.flatnonzero(fresh)
    most = np.zeros(size, np.int64)
    np.maximum.at(most, contact[starts], np.diff(np.append(starts, len(contact))))
    return most


def _kinds(contact: Ints, text: Ints, size: int) -> Ints:
    """Count the different texts of each contact."""
    pairs = distinct(contact.astype(np.uint64) << _HALF | (text + 1).astype(np.uint64))
    return np.bincount((pairs >> _HALF).astype(np.int64), minlength=size)


def joined(known: Carriers, rows: int, shunned: Flags) -> Ints:
    """Join the rows that carry a contact that is not shunned; give each row the first row of its part."""
    parent = np.arange(rows)
    join_carriers(known.row, known.contact, shunned, np.full(len(known.keys), -1, np.int64), parent)
    return np.asarray(flatten(parent))
