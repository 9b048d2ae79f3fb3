"""A person's word on a pair of records, and what may stand beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from palermo.model.errors import WrongUse
from palermo.model.ids import ActorId, RowKey

Pair = tuple[RowKey, RowKey]
"""Two records, the smaller key first: a pair has no order."""


class Answer(StrEnum):
    """What a person says of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands: said, and neither taken back nor fallen away.

    Attributes:
        n: its number in the case.
        pair: the two records.
        answer: what was said.
        who: by whom.
    """

    n: int
    pair: Pair
    answer: Answer
    who: ActorId


def pair_of(one: RowKey, other: RowKey) -> Pair:
    """Make a pair of two records, in whatever order they are named.

    Raises:
        WrongUse: it is the same record twice.
    """
    if one == other:
        raise WrongUse(
            "Both names mean the same record.",
            cause="Equal rows are one record, however often they stand in the files.",
            way_out="Name two different ones.",
        )
    return (one, other) if one < other else (other, one)


def in_the_way(words: Iterable[Word], pair: Pair, answer: Answer, who: ActorId) -> Word | None:
    """Give the word of `who` that has to be taken back before this one can be said; None where nothing is in the way.

    A person has one answer on a pair. “Unsure” weighs nothing, so it stands in the way of another “unsure” only.
    """
    own = sorted((word for word in words if word.pair == pair and word.who == who), key=lambda word: word.n)
    firm = [word for word in own if word.answer is not Answer.UNSURE]
    if firm:
        return firm[0]
    return own[0] if own and answer is Answer.UNSURE else None
