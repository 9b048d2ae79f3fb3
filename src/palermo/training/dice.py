"""Seeded chance: every draw of a training case comes from here, by name, so that one part's draws never move another's."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice(random.Random):
    """A stream of draws that follows from its name alone, on every machine and under every hash seed.

    The generator is Python's own, seeded by text, which Python digests with SHA-512 before use.
    """

    def __init__(self, name: str) -> None:
        """Start the stream of that name."""
        super().__init__(name)
        self.name = name

    def child(self, name: str) -> "Dice":
        """Start a stream of its own for a part, unmoved by what this one has drawn."""
        return Dice(f"{self.name}/{name}")

    def chance(self, share: float) -> bool:
        """Say yes in `share` (0 to 1) of the cases."""
        return self.random() < share

    def between(self, least: int, most: int) -> int:
        """Draw a whole number, both ends in."""
        return self.randint(least, most)

    def some(self, things: Sequence[T], least: int, most: int) -> list[T]:
        """Draw `least` to `most` different things, as many as there are."""
        return self.sample(list(things), min(len(things), self.between(least, most)))

    def mixed(self, things: Sequence[T]) -> list[T]:
        """Give the things in another order."""
        return self.sample(list(things), len(things))
