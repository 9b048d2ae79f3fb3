"""Compares two names of persons, in any scripts and orders: a score, the rule that made it, and a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.identity.names.prepared import Preparing
from palermo.identity.names.tables import NameTables
from palermo.identity.names.telling import Laid, told

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_WORTHS = ("conflict", "extra", "only", "first_extra", "turned", "joined", "first_letter", "descent", "prior")
_LEAST = -30.0


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How far two names are one.

    Attributes:
        score: from 0 to 1; at 0.5 as much speaks for one name as against it. It is of the names, never of the persons.
        rule: the rule that told most: of the words laid together, the one that says least for one name.
        sentence: what was laid together, by which rules, and what was left, in a sentence.
    """

    score: float
    rule: str
    sentence: str


def compare(one: str, other: str, tables: NameTables) -> NameMatch:
    """Compare two names.

    Whatever the two are, there is an answer: of a name without letters the score is 0 and the sentence says so. The order
    of the two does not matter to the score.
    """
    from palermo.identity.kernels.names import lay, room

    preparing = Preparing(tables)
    first, second = preparing.take([one, other])
    swapped = _later(one, other)
    left, right = (second, first) if swapped else (first, second)
    book = preparing.book()
    rows, table, steps, out = room()
    nats, laid, _, _ = lay(book, left, right, _worths(tables), rows, table, steps, out)
    pairs = [_pair(out[k].tolist(), preparing.rules(), tables, swapped=swapped) for k in range(laid)]
    rule, sentence = told(
        (one, other),
        (preparing.parts[first], preparing.parts[second]),
        sorted(pairs, key=lambda pair: pair.place),
        tables,
    )
    return NameMatch(_score(nats), rule, sentence)


def score_pairs(
    names: Sequence[str], ones: "npt.NDArray[np.int64]", others: "npt.NDArray[np.int64]", tables: NameTables
) -> "npt.NDArray[np.float64]":
    """Score pairs of names at once, on all threads; the same scores as `compare` gives.

    Args:
        names: the names; best each once.
        ones: the place of the one name of each pair among them.
        others: the place of the other.
        tables: the tables of names.
    """
    import numpy as np

    from palermo.identity.kernels.names import lay_pairs

    preparing = Preparing(tables)
    numbers = preparing.take(names)
    order = np.empty(len(names), np.int64)
    order[np.array(sorted(range(len(names)), key=names.__getitem__), np.int64)] = np.arange(len(names))
    ones, others = np.asarray(ones, np.int64), np.asarray(others, np.int64)
    turned = order[ones] > order[others]
    left, right = numbers[np.where(turned, others, ones)], numbers[np.where(turned, ones, others)]
    nats = np.empty(len(ones), np.float64)
    lay_pairs(preparing.book(), left, right, _worths(tables), nats)
    return np.asarray(np.round(1.0 / (1.0 + np.exp(-np.maximum(nats, _LEAST))), 4))


def _later(one: str, other: str) -> bool:
    """Tell whether names are laid the other way round, so that their order makes no difference."""
    return one > other


def _worths(tables: NameTables) -> "npt.NDArray[np.float64]":
    import numpy as np

    return np.array([tables.worths[name] for name in _WORTHS], np.float64)


def _score(nats: float) -> float:
    from math import exp

    return round(1.0 / (1.0 + exp(-max(nats, _LEAST))), 4)


def _pair(row: Sequence[int], rules: Sequence[str], tables: NameTables, *, swapped: bool) -> Laid:
    """Give one pair of words laid together, the first name first."""
    from palermo.identity.kernels import words

    kinds = {
        words.SAME: "same", words.CALLED: "nickname", words.SHARED: "nickname-shared", words.KNOWN: "known-spelling",
        words.SOUNDED: "sounds", words.LETTERS: "letters", words.MARKS: "marks-differ", words.STRICT: "other-syllables",
        words.HAN_SOUND: "han-sounds-alike", words.INITIAL: "initial", words.NOTHING: "other-word",
    }  # fmt: skip
    at, size, other_at, other_size, what, detail = row
    rule = rules[detail] if what == words.SPELLED else kinds[what]
    through = tables.through[detail] if what in {words.CALLED, words.SHARED, words.KNOWN} else ""
    here, there = (at, size), (other_at, other_size)
    return Laid(*((there, here) if swapped else (here, there)), rule, through)
