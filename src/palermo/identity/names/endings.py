"""Gives a name the ending it has when said of the man, or the woman, of the same family."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_STEM = 3
"""Letters a name keeps before its ending; Eva is no feminine of Ev."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One pair of endings.

    Attributes:
        rule: the name of the rule, as findings carry it.
        cost: what a reading by it says against itself, in hundredths of a letter.
        one: the ending met.
        other: the ending put in its place.
    """

    rule: str
    cost: int
    one: str
    other: str


def endings_of(rows: Sequence[Mapping[str, Any]]) -> tuple[Ending, ...]:
    """Make the endings of a table, each pair both ways, the longer ones first."""
    made = [
        Ending(row["rule"], row["cost"], *pair)
        for row in rows
        for one, other in row["pairs"]
        for pair in ((one, other), (other, one))
    ]
    return tuple(sorted(made, key=lambda ending: (-len(ending.one), ending.one, ending.other)))


def with_other_endings(word: str, endings: Sequence[Ending]) -> Iterator[tuple[str, Ending]]:
    """Give the word with each other ending it may have; only its longest known ending is replaced."""
    longest = 0
    for ending in endings:
        if len(ending.one) < longest:
            return
        if len(word) >= len(ending.one) + _STEM and word.endswith(ending.one):
            longest = len(ending.one)
            yield word[: -len(ending.one)] + ending.other, ending
