"""Compares names of persons, in any scripts and orders: a score, the rule that made it, and a sentence; one pair or millions."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.identity.names.prepared import Preparing
from palermo.identity.names.tables import NameTables
from palermo.identity.names.telling import Teller

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_WORTHS = (
    "conflict", "extra", "only", "first_extra", "turned", "joined", "first_letter", "descent", "prior", "father", "line", "line_unsaid",
    "called_first",
)  # fmt: skip
_LEAST = -30.0
_BLOCK = 65_536
_WORDS = 8
_TOLD = 6


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


@dataclass(frozen=True, slots=True)
class _Laid:
    """Pairs as laid: nats, how many words were laid together and which, and which pairs were laid the other way round."""

    preparing: Preparing
    left: "npt.NDArray[np.int64]"
    right: "npt.NDArray[np.int64]"
    turned: "npt.NDArray[np.bool_]"
    nats: "npt.NDArray[np.float64]"
    count: "npt.NDArray[np.int64]"
    told: "npt.NDArray[np.int16]"


def compare(one: str, other: str, tables: NameTables) -> NameMatch:
    """Compare two names.

    Whatever the two are, there is an answer: of a name without letters the score is 0 and the sentence says so. The order
    of the two does not matter to the score.
    """
    return next(compare_pairs([one], [other], tables, threads=1))


def compare_pairs(
    ones: Sequence[str], others: Sequence[str], tables: NameTables, *, threads: int = 2
) -> Iterator[NameMatch]:
    """Compare names pair by pair, as `compare` does each; the answers come in the order of the pairs."""
    import numpy as np

    names = list(dict.fromkeys((*ones, *others)))
    place = {name: at for at, name in enumerate(names)}
    first = np.fromiter((place[name] for name in ones), np.int64, len(ones))
    second = np.fromiter((place[name] for name in others), np.int64, len(others))
    laid = _lay(names, first, second, tables, threads, telling=True)
    teller = Teller(tables, laid.preparing)
    rows = zip(
        _scores(laid.nats).tolist(), first.tolist(), second.tolist(), laid.turned.tolist(), laid.count.tolist(), laid.told,
        strict=True,
    )  # fmt: skip
    for score, here, there, turned, count, told in rows:
        rule, sentence = teller.tell((names[here], names[there]), (here, there), told[:count].tolist(), turned=turned)
        yield NameMatch(score, rule, sentence)


def score_pairs(
    names: Sequence[str],
    ones: "npt.NDArray[np.int64]",
    others: "npt.NDArray[np.int64]",
    tables: NameTables,
    *,
    threads: int = 2,
) -> "npt.NDArray[np.float64]":
    """Score pairs of names at once; the same scores as `compare` gives.

    Args:
        names: the names; best each once.
        ones: the place of the one name of each pair among them.
        others: the place of the other.
        tables: the tables of names.
        threads: how many threads work; the answer is the same.
    """
    import numpy as np

    laid = _lay(names, np.asarray(ones, np.int64), np.asarray(others, np.int64), tables, threads, telling=False)
    return _scores(laid.nats)


def _lay(
    names: Sequence[str],
    ones: "npt.NDArray[np.int64]",
    others: "npt.NDArray[np.int64]",
    tables: NameTables,
    threads: int,
    *,
    telling: bool,
) -> _Laid:
    """Lay pairs of names, each in one way round, so that the order of the two makes no difference."""
    import numpy as np

    from palermo.identity.kernels.names import lay_pairs, make_room

    preparing = Preparing(tables)
    numbers = preparing.take(names)
    order = np.empty(len(names), np.int64)
    order[np.array(sorted(range(len(names)), key=names.__getitem__), np.int64)] = np.arange(len(names))
    turned = order[ones] > order[others]
    left, right = numbers[np.where(turned, others, ones)], numbers[np.where(turned, ones, others)]
    laid = _Laid(
        preparing, left, right, turned, np.empty(len(ones)), np.zeros(len(ones), np.int64),
        np.zeros((len(ones) if telling else 0, _WORDS, _TOLD), np.int16),
    )  # fmt: skip
    book = preparing.book()
    worths = np.array([tables.worths[name] for name in _WORTHS], np.float64)

    def block(start: int) -> None:
        part = slice(start, start + _BLOCK)
        told = laid.told[part] if telling else np.zeros((1, _WORDS, _TOLD), np.int16)
        lay_pairs(book, left[part], right[part], worths, make_room(), laid.nats[part], laid.count[part], told)

    starts = range(0, len(ones), _BLOCK)
    if len(starts) <= 1 or threads <= 1:
        for start in starts:
            block(start)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(block, starts))
    return laid


def _scores(nats: "npt.NDArray[np.float64]") -> "npt.NDArray[np.float64]":
    import numpy as np

    held = np.maximum(nats, _LEAST)
    return np.where(nats > 2 * _LEAST, np.round(1.0 / (1.0 + np.exp(-held)), 4), 0.0)
