"""Lets several texts of one wording speak together: a text that is somewhat like three of them joins, where chance would not do it.

Two heavily edited copies of one template share too little to tell them from chance; but a text that shares as much with
three copies that are known to belong together does not do so by chance as often. There are fewer wordings to meet than texts,
so that what chance gives grows half as fast with the file: asked is half of what two texts must share and a fixed part beside
it, on average over three, and half of that of each. Measured over trials, chance then gives no more such links than single ones.
"""

from dataclasses import dataclass

import numpy as np

from palermo.adverts.kernels.align import align_all
from palermo.adverts.kernels.contacts_graph import flatten, join_pairs
from palermo.adverts.kernels.witness import choose_members, loudest_three
from palermo.adverts.manner import Manner
from palermo.adverts.pairing import Pairs
from palermo.adverts.reading import Ints
from palermo.adverts.weighing import Kept
from palermo.adverts.wordings import Wordings
from palermo.adverts.work import distinct, each

WITNESSES = 3
ASKED = 16
"""Texts of a wording that are asked at most."""
_ROUNDS = 3
_BESIDE = 8000
"""What three texts must share with one on average, beside half of what two texts must share."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Texts held against wordings.

    Attributes:
        text: the text.
        wording: the first text of the wording.
        third: the text that spoke third loudest.
        least: what it shares.
        score: what the loudest three share on average.
    """

    text: Ints
    wording: Ints
    third: Ints
    least: Ints
    score: Ints


def hear(kept: Kept, manner: Manner, pairs: Pairs, wordings: Wordings, threshold: int, threads: int) -> Wordings:
    """Join texts and small wordings to wordings of which three texts speak for it.

    Args:
        kept: the telling words.
        manner: what the manner of texts adds.
        pairs: the pairs scored.
        wordings: gathered by single links.
        threshold: what two texts must share.
        threads: how many threads work.

    Returns:
        the wordings, with the links that joined them.
    """
    for _ in range(_ROUNDS):
        asked = _ask(kept, manner, pairs, wordings, threshold, threads)
        joined = _joined(wordings, asked, least(threshold))
        if joined is wordings:
            break
        wordings = joined
    return wordings


def least(threshold: int) -> int:
    """Say what three texts must share with one on average, where two must share `threshold`."""
    return min(threshold, threshold // 2 + _BESIDE)


def as_two(score: int) -> int:
    """Say what two texts would have to share to be as improbable as three that share `score` on average with one."""
    return int(as_two_each(np.array([score]))[0])


def as_two_each(score: Ints) -> Ints:
    """Say it of many, as `as_two` does."""
    return np.maximum(score, 2 * (score - _BESIDE))


def _ask(kept: Kept, manner: Manner, pairs: Pairs, wordings: Wordings, threshold: int, threads: int) -> Asked:
    """Hold each text that is half like a wording against up to sixteen of its texts."""
    of = wordings.of
    size = np.bincount(of, minlength=len(of))
    near = np.flatnonzero(2 * pairs.score >= threshold)
    text = np.concatenate([pairs.a[near], pairs.b[near]])
    other = of[np.concatenate([pairs.b[near], pairs.a[near]])]
    right = (of[text] != other) & (size[other] >= WITNESSES) & (size[of[text]] <= size[other])
    packed = distinct(text[right].astype(np.uint64) << np.uint64(32) | other[right].astype(np.uint64))
    text, other = (packed >> np.uint64(32)).astype(np.int64), (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    order = np.argsort(of, kind="stable")
    first = np.searchsorted(of[order], np.arange(len(of) + 1))
    members = np.full((len(text), ASKED), -1, np.int64)
    choose_members(order, first, other, members)
    held = members >= 0
    mine = np.repeat(text, held.sum(axis=1)) if len(text) else text
    theirs = members[held]
    scores = np.full(members.shape, -1, np.int64)
    flat = np.empty(len(mine), np.int64)
    laid = np.minimum(mine, theirs).astype(np.uint64) << np.uint64(32) | np.maximum(mine, theirs).astype(np.uint64)
    each(lambda a, b: align_all(kept, laid, a, b, flat), len(laid), threads)
    scores[held] = np.maximum(flat + manner.added(mine, theirs), 0)
    third, fewest, mean = (np.empty(len(text), np.int64) for _ in range(3))
    loudest_three(members, scores, third, fewest, mean)
    return Asked(text, other, third, fewest, mean)


def _joined(wordings: Wordings, asked: Asked, threshold: int) -> Wordings:
    """Join each wording to the one that speaks loudest for it.

    A text alone needs one voice for it, its own; a wording of two both; one of three or more, which may be the other half
    of a wording that fell apart, three.
    """
    of = wordings.of
    size = np.bincount(of, minlength=len(of))
    for_it = np.flatnonzero((asked.score >= threshold) & (2 * asked.least >= threshold))
    mine = of[asked.text[for_it]]
    packed = mine * len(of) + asked.wording[for_it]
    found, number, votes = np.unique(packed, return_inverse=True, return_counts=True)
    own = size[found // len(of)]
    enough = (votes >= np.minimum(own, WITNESSES))[number]
    for_it, mine = for_it[enough], mine[enough]
    order = np.lexsort((asked.wording[for_it], asked.text[for_it], -asked.score[for_it]))
    for_it, mine = for_it[order], mine[order]
    _, first = np.unique(mine, return_index=True)
    if not len(first):
        return wordings
    chosen = for_it[np.sort(first)]
    part = of.copy()
    join_pairs(asked.text[chosen], asked.wording[chosen], part)
    flatten(part)
    return Wordings(
        part,
        np.concatenate([wordings.a, asked.text[chosen]]),
        np.concatenate([wordings.b, asked.third[chosen]]),
        np.concatenate([wordings.score, asked.score[chosen]]),
        wordings.single if wordings.single >= 0 else len(wordings.a),
    )
