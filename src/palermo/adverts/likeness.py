"""Says how alike two texts are: the weight of the words they share in the same order, in one stretch with few gaps."""

import itertools
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from palermo.adverts.weights import Ints, Texts

_GAP = 5
"""What lies between two shared stretches costs a fifth of what it weighs."""
_SURROGATES = 0xD800
_PAST_SURROGATES = 0x800


class Likeness(NamedTuple):
    """`weight` of the shared stretch, and `share` of both texts' weight that it makes up; nats and ones in thousandths."""

    weight: int
    share: int


NOTHING = Likeness(0, 0)


class Comparer:
    """Compares texts by number, over their words that weigh something; remembers what it has compared."""

    def __init__(self, texts: Texts, weights: Ints) -> None:
        """Keep of each text the words that weigh something, as one character each, and sums of their weights."""
        self._letters: list[str] = []
        self._sums: list[list[int]] = []
        self._known: dict[tuple[int, int], Likeness] = {}
        words, weighs, starts = texts.words.tolist(), weights.tolist(), texts.starts.tolist()
        for start, end in itertools.pairwise(starts):
            kept = [n for n in range(start, end) if weighs[n] > 0]
            sums = [0]
            for n in kept:
                sums.append(sums[-1] + weighs[n])
            self._letters.append("".join(_letter(words[n]) for n in kept))
            self._sums.append(sums)

    def weight(self, text: int) -> int:
        """Give what a whole text weighs, in thousandths of a nat."""
        return self._sums[text][-1]

    def compare(self, a: int, b: int) -> Likeness:
        """Compare two texts; a text is wholly like itself."""
        if a == b:
            return Likeness(self.weight(a), 1000)
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            self._known[key] = self._compare(*key)
        return self._known[key]

    def _compare(self, a: int, b: int) -> Likeness:
        first, second = self._sums[a], self._sums[b]
        both = first[-1] + second[-1]
        if not both:
            return NOTHING
        best = running = shared = best_shared = a_end = b_end = 0
        for block in LCSseq.editops(self._letters[a], self._letters[b]).as_matching_blocks():
            running -= (first[block.a] - first[a_end] + second[block.b] - second[b_end]) // _GAP
            if running <= 0:
                running = shared = 0
            a_end, b_end = block.a + block.size, block.b + block.size
            in_a, in_b = first[a_end] - first[block.a], second[b_end] - second[block.b]
            running += min(in_a, in_b)
            shared += in_a + in_b
            if running > best:
                best, best_shared = running, shared
        return Likeness(best, best_shared * 1000 // both)

    def compare_all(self, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Likeness]:
        """Compare many pairs."""
        return {pair: self.compare(*pair) for pair in pairs}


def _letter(word: int) -> str:
    """Give each word number its own character, past the surrogates that are no characters; past a million they recur."""
    number = word % 1_000_000 + 1
    return chr(number if number < _SURROGATES else number + _PAST_SURROGATES)
