"""Says what chance gives: how many pairs of unrelated adverts of this file would share as much, and from where on few do.

The scores of pairs that share a stretch fall off by a constant rate where they are chance, and pairs that are related lie
spread over all scores above. Several stretches of the scores are fitted so. Whatever is wrong in a fit, related pairs
among low scores or a tail that bends down, makes the rate too small and what chance gives too large; so the fit with the
lowest threshold is taken. Once wordings are known, the pairs between texts of different ones, of three texts or more each,
are nearly all chance, and are fitted too. Where the manner of adverts is known, that of most strangers is unlike: many pairs
that are unlike tell chance best, and are then asked alone. A file with too few pairs to tell is given a rate that was low
enough for every file tried.
"""

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.fit import best_scores, fit_tail
from palermo.adverts.logarithm import log_of, power_of_e
from palermo.adverts.pairing import Pairs
from palermo.adverts.reading import Ints

_STEP = 500
_FEWEST = 500
"""Scores a fit is made from at least."""
_STARTS = (2000, 3000, 4000)
_KNOWN_STARTS = (2000, 4000, 6000, 7000, 8000, 10_000)
_WIDTHS = (16_000, 22_000)
_UNLIKE_STARTS = (2000, 3000, 4000, 5000)
_UNLIKE_WIDTHS = (8000, 10_000, 14_000)
_NEAR = 3000
_STEP_ADDED = 100
"""What manner adds is told apart in steps of so many thousandths of a nat."""
_LONE = 10_000
_PLENTY = 3000
_STEEPEST, _STEEPEST_OF_PLENTY, _STEEPEST_APART = 750, 950, 700
"""The rate is never believed to be more: few pairs can make it look so."""
_USUAL = 450
"""The rate, in thousandths a nat, where the file is too small to tell."""
_FLOOR, _SMALL = 8000, 5000
"""What a small file asks for besides twice the logarithm of its texts, and from how many texts on a file is not small."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What chance gives.

    Attributes:
        start: the score from which on the tail is told, in thousandths of a nat.
        pairs: how many pairs of unrelated texts score as much, by the fit.
        rate: by how much their logarithm falls, in thousandths a nat.
        threshold: the score a link needs.
        measured: whether the file had enough pairs to fit.
    """

    start: int
    pairs: int
    rate: int
    threshold: int
    measured: bool

    def expected(self, score: int) -> float:
        """Say how many pairs of unrelated texts in this file would score as much as `score`, by chance."""
        return self.pairs * power_of_e(-(score - self.start) * self.rate // 1000)


Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of pairs that may be chance.

    Attributes:
        pairs: the pairs scored, none of one voice.
        texts: how many texts there are.
        must: about where the scores begin.
        apart: whether both of a pair are known to belong elsewhere, each to three texts or more; left out before that is known.
        beside: what the manner of the same pairs says; left out before that is known.
    """

    pairs: Pairs
    texts: int
    must: int
    apart: Flags | None = None
    beside: "Beside | None" = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the manner of pairs says, beside their words.

    Attributes:
        words: what the words of each pair share.
        added: what its manner adds.
        unlike: whether it differs in something and agrees in nothing.
    """

    words: Ints
    added: Ints
    unlike: Flags


def fit(scores: Scores, accepted: float) -> Tail:
    """Fit the tail and set the threshold where `accepted` false links are expected in the whole file."""
    pairs = scores.pairs
    mode = _mode(pairs.score, scores.must)
    best = np.zeros(scores.texts, np.int64)
    best_scores(pairs.a, pairs.b, pairs.score, best)
    lone = np.maximum(best[pairs.a], best[pairs.b])
    whole = Steps.of(pairs.score, mode)
    found = [tail for start in _STARTS for tail in _tails(whole, (pairs.score, lone), mode + start, accepted)]
    if scores.apart is not None:
        known = Steps.of(pairs.score[scores.apart], mode)
        found += [
            tail
            for start in _KNOWN_STARTS
            for tail in _fitted(whole, known, (mode + start, _LONE), accepted, _STEEPEST_APART)
        ]
    if scores.beside is not None:
        unlike = _by_unlike(scores.beside, scores.must, accepted)
        found = unlike if told_by_manner(scores) else found + unlike
    if found and scores.texts >= _SMALL:
        return min(found, key=lambda tail: (tail.threshold, tail.start))
    return _small(whole, mode, scores.texts, accepted)


@dataclass(frozen=True, slots=True)
class Steps:
    """How many scores fall in each step of `_STEP` from a first score on; starts and widths are whole steps of it.

    Attributes:
        first: where the first step begins.
        many: of each step.
    """

    first: int
    many: Ints

    @staticmethod
    def of(score: Ints, first: int) -> "Steps":
        """Count scores; those below `first` are left out."""
        return Steps(first, np.bincount((score[score >= first] - first) // _STEP))

    def between(self, start: int, width: int) -> Ints:
        """Give the steps of a stretch, those beyond the last score empty."""
        at = (start - self.first) // _STEP
        found = self.many[at : at + width // _STEP]
        return np.concatenate([found, np.zeros(width // _STEP - len(found), np.int64)])

    def above(self, start: int) -> int:
        """Count the scores from `start` on."""
        return int(self.many[(start - self.first) // _STEP :].sum())


def told_by_manner(scores: Scores) -> bool:
    """Say whether so many pairs are unlike in manner that they alone are asked what chance gives."""
    if scores.beside is None:
        return False
    mode = _mode(scores.beside.words, scores.must)
    unlike = Steps.of(scores.beside.words[scores.beside.unlike], mode)
    return int(unlike.between(mode + _UNLIKE_STARTS[0], _UNLIKE_WIDTHS[-1]).sum()) >= _PLENTY


def _by_unlike(beside: Beside, must: int, accepted: float) -> list[Tail]:
    """Fit the words of pairs whose manner is unlike, and reckon from them what chance gives with manner added.

    Words and manner of strangers have nothing to do with one another. So the words of strangers who are unlike fall off as
    those of all do, there are as many more of all as near the mode, and what manner adds there it adds above.
    """
    mode = _mode(beside.words, must)
    near = (beside.words >= mode) & (beside.words < mode + _NEAR)
    many, unlike = int(np.count_nonzero(near)), int(np.count_nonzero(near & beside.unlike))
    if not unlike:
        return []
    added, times = np.unique(beside.added[near] // _STEP_ADDED, return_counts=True)
    chosen = Steps.of(beside.words[beside.unlike], mode)
    found: list[Tail] = []
    for start, width in product(_UNLIKE_STARTS, _UNLIKE_WIDTHS):
        for tail in _fitted(chosen, chosen, (mode + start, width), accepted):
            lifted = [power_of_e((2 * step + 1) * _STEP_ADDED * tail.rate // 2000) for step in added.tolist()]
            share = sum(part * many for part, many in zip(lifted, times.tolist(), strict=True)) / many
            pairs = max(1, int(tail.pairs * share * many / unlike))
            found.append(_reaching(replace(tail, pairs=pairs), accepted))
    return found


def _mode(score: Ints, must: int) -> int:
    """Find where scores are most frequent, about where the stretches proposed end."""
    low, high = max(0, must - 4000), must + 1000
    bins = np.bincount((score[(score >= low) & (score < high)] - low) // _STEP, minlength=1)
    return low + int(np.argmax(bins)) * _STEP if len(score) else must


def _tails(whole: Steps, each: tuple[Ints, Ints], start: int, accepted: float) -> list[Tail]:
    """Fit from one start: over texts that resemble nothing much, and over all in two widths; `each`: scores, the best of their texts."""
    score, lone = each
    found = _fitted(whole, Steps.of(score[lone < start + _LONE], whole.first), (start, _LONE), accepted)
    return found + [tail for width in _WIDTHS for tail in _fitted(whole, whole, (start, width), accepted)]


def _fitted(whole: Steps, chosen: Steps, stretch: tuple[int, int], accepted: float, most: int = 1000) -> list[Tail]:
    """Fit the scores chosen over a stretch, and count from all; nothing where too few are chosen. `most` is the steepest rate believed."""
    many = chosen.between(*stretch)
    size = int(many.sum())
    if size < _FEWEST:
        return []
    rate, _ = fit_tail(many, _STEP / 1000)
    steepest = min(most, _STEEPEST if size < _PLENTY else _STEEPEST_OF_PLENTY)
    return [_tail(whole, stretch[0], min(int(rate * 1000), steepest), accepted)]


def _tail(whole: Steps, start: int, rate: int, accepted: float, measured: bool = True) -> Tail:
    """Count from the first nats of the tail, where nearly all is chance, and find the threshold."""
    near = int(whole.between(start, _NEAR).sum())
    share = 1 - power_of_e(-3 * rate)
    pairs = max(1, min(int(near / share) + 1, whole.above(start) + 1))
    return _reaching(Tail(start, pairs, rate, start, measured), accepted)


def _reaching(tail: Tail, accepted: float) -> Tail:
    """Set the threshold where `accepted` are expected."""
    over = max(0, log_of(tail.pairs) - log_of(accepted))
    return replace(tail, threshold=tail.start + -(-over * 1000 // tail.rate))


def _small(whole: Steps, mode: int, texts: int, accepted: float) -> Tail:
    """Set the threshold of a file that is too small to tell: never below what such a file asks for."""
    tail = _tail(whole, mode + _STARTS[0], _USUAL, accepted, measured=False)
    floor = _FLOOR + 2 * log_of(max(texts, 2)) - log_of(accepted)
    return Tail(tail.start, tail.pairs, tail.rate, max(tail.threshold, floor), False)
