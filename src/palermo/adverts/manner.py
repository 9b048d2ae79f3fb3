"""Weighs the manner of two texts beside their words: whether the same marks set off their phrases, and whether one name stands in both.

How often adverts of one hand agree in this is learnt from the file, from pairs whose words alone leave no doubt; how often
strangers do, from how common each mark and name is. Where the file has too few such pairs, manner counts for nothing. Sites
and cities are left out: they are what a site's own wording follows.
"""

from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.logarithm import log_of
from palermo.adverts.pairing import Pairs
from palermo.adverts.reading import BORNE, Corpus, Hashes, Ints, Marks
from palermo.adverts.voices import Texts
from palermo.adverts.work import distinct

_FEWEST = 200
"""Texts with a partner beyond doubt from which the agreement of one hand is learnt at least."""
_SUREST = 0.98
_HALF = np.uint64(32)

NAMES = {"marks": "the marks between phrases", "persona": "the name", "price": "the price"}
"""The traits, as they are told."""


class Trait(NamedTuple):
    """One thing to agree in: its name, of each text the number of what it has, -1 for nothing, and how many voices have each."""

    name: str
    of: Ints
    voices: Ints


class Taught(NamedTuple):
    """What the file taught of a trait: how often texts of one hand agree in it, and how often those of strangers do."""

    one_hand: float
    chance: float


@dataclass(frozen=True, slots=True)
class Manner:
    """What agreeing and differing in each trait adds, in thousandths of a nat.

    Attributes:
        traits: the marks between phrases, and the name; those the file teaches nothing about are left out.
        agree: for each trait, what two texts add that both have the same of it, by which it is.
        differ: for each trait, what two texts add that have different ones.
        taught: for each trait, what this was worked out from.
    """

    traits: tuple[Trait, ...]
    agree: tuple[Ints, ...]
    differ: tuple[int, ...]
    taught: tuple[Taught, ...]

    def added(self, a: Ints, b: Ints) -> Ints:
        """Say what the manner of pairs of texts adds to what they share."""
        total = np.zeros(len(a), np.int64)
        for trait, agree, differ in zip(self.traits, self.agree, self.differ, strict=True):
            one, other = trait.of[a], trait.of[b]
            total += np.where((one < 0) | (other < 0), 0, np.where(one == other, agree[one], differ))
        return total

    def unlike(self, a: Ints, b: Ints) -> npt.NDArray[np.bool_]:
        """Say which pairs of texts differ in something and agree in nothing: of one hand few are so, of strangers nearly all."""
        same, other = np.zeros(len(a), dtype=bool), np.zeros(len(a), dtype=bool)
        for trait in self.traits:
            one, two = trait.of[a], trait.of[b]
            known = (one >= 0) & (two >= 0)
            same |= known & (one == two)
            other |= known & (one != two)
        return other & ~same

    def told(self, a: int, b: int) -> tuple[list[str], list[str]]:
        """Name the traits in which two texts agree, and those in which they differ."""
        both = [(trait.name, int(trait.of[a]), int(trait.of[b])) for trait in self.traits]
        known = [(name, one == other) for name, one, other in both if one >= 0 and other >= 0]
        return [name for name, same in known if same], [name for name, same in known if not same]

    def beside(self, pairs: Pairs) -> Pairs:
        """Add manner to the scores of pairs; no score falls below 0."""
        return Pairs(pairs.a, pairs.b, np.maximum(pairs.score + self.added(pairs.a, pairs.b), 0))


def traits_of(corpus: Corpus, texts: Texts, mark: Marks, voice: Ints) -> tuple[Trait, ...]:
    """Give the traits of the texts: the marks of each, and the name its first row bears."""
    borne = [_trait(name, column[texts.row], voice) for name, column in zip(BORNE, corpus.borne, strict=True)]
    return (_trait("marks", mark.astype(np.uint64), voice), *borne)


def _trait(name: str, values: Hashes, voice: Ints) -> Trait:
    held = values != 0
    known = distinct(values[held])
    of = np.full(len(values), -1, np.int64)
    of[held] = np.searchsorted(known, values[held])
    both = distinct(of[held].astype(np.uint64) << _HALF | voice[held].astype(np.uint64)) >> _HALF
    return Trait(name, of, np.bincount(both.astype(np.int64)))


def learn(traits: tuple[Trait, ...], pairs: Pairs, sure: int) -> Manner:
    """Learn what agreeing says.

    Args:
        traits: of `traits_of`.
        pairs: pairs of different voices with what their words share.
        sure: from which score on no doubt is left.
    """
    best = _best_partners(pairs, sure)
    kept, agree, differ, taught = [], [], [], []
    for trait in traits:
        one, other = trait.of[best[0]], trait.of[best[1]]
        known = (one >= 0) & (other >= 0)
        many = int(np.count_nonzero(known))
        if many < _FEWEST:
            continue
        same = min((int(np.count_nonzero(one[known] == other[known])) + 1) / (many + 2), _SUREST)
        voices = int(trait.voices.sum()) + 2
        share = [(each + 1) / voices for each in trait.voices.tolist()]
        chance = fsum(part * part for part in share)
        if same <= chance:
            continue
        kept.append(trait)
        agree.append(np.array([max(0, log_of(same / part)) for part in share], np.int64))
        differ.append(min(0, log_of((1 - same) / (1 - chance))))
        taught.append(Taught(same, chance))
    return Manner(tuple(kept), tuple(agree), tuple(differ), tuple(taught))


def _best_partners(pairs: Pairs, sure: int) -> tuple[Ints, Ints]:
    """Give each text with a partner beyond doubt, and the one it shares most with: a hand so counts no more than its texts."""
    chosen = np.flatnonzero(pairs.score >= sure)
    text = np.concatenate([pairs.a[chosen], pairs.b[chosen]])
    other = np.concatenate([pairs.b[chosen], pairs.a[chosen]])
    score = np.concatenate([pairs.score[chosen]] * 2)
    order = np.lexsort((other, -score, text))
    _, first = np.unique(text[order], return_index=True)
    return text[order[first]], other[order[first]]
