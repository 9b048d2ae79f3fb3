"""People's words on pairs of adverts: “these two are not one hand”, and what stands of all that was said.

A pair has no order, and what stands is a set: in whatever order judgements are read, the same pairs are kept apart, and
one that is taken back leaves what stood before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from palermo.model.errors import WrongUse
from palermo.model.ids import RowKey

Pair = tuple[RowKey, RowKey]
"""Two adverts, the smaller key first."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word that two adverts are not one hand.

    Attributes:
        n: its number in the case.
        pair: the two adverts; None once one of them is erased, for then it says nothing any more.
        undone: whether it was taken back.
    """

    n: int
    pair: Pair | None
    undone: bool


def pair_of(one: RowKey, other: RowKey) -> Pair:
    """Make a pair of two adverts, in whatever order they are named.

    Raises:
        WrongUse: it is the same advert twice.
    """
    if one == other:
        raise WrongUse(
            "Both names mean the same advert.",
            cause="Equal rows are one advert, however often it stands in the files.",
            way_out="Name two different ones.",
        )
    return (one, other) if one < other else (other, one)


def standing(judgements: Iterable[Judgement]) -> frozenset[Pair]:
    """Give the pairs that are not one hand by what people said and nobody took back."""
    return frozenset(made.pair for made in judgements if made.pair is not None and not made.undone)
