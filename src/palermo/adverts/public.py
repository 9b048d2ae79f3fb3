"""Finds the wordings that are public: used by many advertisers who are known to write unrelated texts besides.

A site's own wording, or a text that everyone copies, joins nobody. What tells it from a hand with many numbers is what its
users do elsewhere: of those with other texts of their own, at least nine in ten share nothing else with one another.
"""

import numpy as np

from palermo.adverts.kernels.contacts_graph import flatten, join_pairs
from palermo.adverts.reading import Ints
from palermo.adverts.work import distinct

_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_ELSEWHERE = 8
"""Users with other texts that have to be known at least."""


def find_public(wording: Ints, unit: Ints, carries: np.ndarray[tuple[int], np.dtype[np.bool_]], users: int) -> Ints:
    """Name the public wordings.

    Args:
        wording: of each row; -1 where its text joins nothing.
        unit: of each row, the first row of those that contacts join it with.
        carries: whether each row has a contact that is no hub.
        users: how many a public wording has at least.
    """
    rows = np.flatnonzero((wording >= 0) & carries)
    pairs = _each_once(wording[rows], unit[rows])
    many = np.bincount(pairs[0])
    asked = np.flatnonzero(many >= users)
    if not len(asked):
        return np.empty(0, np.int64)
    others = _other_texts(wording, unit, rows)

    def users_of(name: int) -> Ints:
        return np.asarray(pairs[1][np.searchsorted(pairs[0], name) : np.searchsorted(pairs[0], name, side="right")])

    # Left out together first, which names too many but takes one walk; then each on its own, so that two wordings of one
    # hand do not make each other public.
    together = _parts_without(wording, unit, asked)
    likely = [name for name in asked.tolist() if _is_public(users_of(name), others, together)]
    alone = [
        name for name in likely if _is_public(users_of(name), others, _parts_without(wording, unit, np.array([name])))
    ]
    return np.array(alone, dtype=np.int64)


def _parts_without(wording: Ints, unit: Ints, asked: Ints) -> Ints:
    """Join rows by contacts and by every wording that is not asked about."""
    part = unit.copy()
    chosen = np.flatnonzero((wording >= 0) & ~np.isin(wording, asked))
    order = chosen[np.argsort(wording[chosen], kind="stable")]
    same = wording[order][1:] == wording[order][:-1]
    join_pairs(order[:-1][same], order[1:][same], part)
    return np.asarray(flatten(part))


def _other_texts(wording: Ints, unit: Ints, rows: Ints) -> Ints:
    """Count the different wordings of each unit, by the unit's first row."""
    return np.bincount(_each_once(unit[rows], wording[rows])[0], minlength=len(unit))


def _each_once(first: Ints, second: Ints) -> tuple[Ints, Ints]:
    """Give each pair of numbers once, sorted."""
    packed = distinct(first.astype(np.uint64) << _HALF | second.astype(np.uint64))
    return (packed >> _HALF).astype(np.int64), (packed & _LOW).astype(np.int64)


def _is_public(units: Ints, others: Ints, part: Ints) -> bool:
    elsewhere = units[others[units] > 1]
    if len(elsewhere) < max(_ELSEWHERE, len(units) // 2):
        return False
    return 10 * len(np.unique(part[elsewhere])) >= 9 * len(elsewhere)
