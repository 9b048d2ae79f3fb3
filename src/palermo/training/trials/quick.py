"""A stream of draws for millions of adverts: the house's dice, with the one draw made most often in half the time."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from palermo.training.dice import Dice

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class _Row(Protocol[T_co]):
    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> T_co: ...


class Quick(Dice):
    """Dice whose `choice` takes one number and rounds it: uneven by less than one in 2**40 for the short rows here."""

    def choice(self, seq: _Row[T]) -> T:
        """Draw one of the things of a row."""
        return seq[int(self.random() * len(seq))]

    def child(self, name: str) -> "Quick":
        """Start a stream of its own for a part, unmoved by what this one has drawn."""
        return Quick(f"{self.name}/{name}")

    def heaped(self, things: Sequence[T], heaps: Sequence[float]) -> T:
        """Draw one of the things, by weights summed up to each."""
        return things[bisect_right(heaps, self.random() * heaps[-1], 0, len(things) - 1)]
