"""Reads what a name says of descent: whose son or daughter, where the father's name begins, which of a line bears it."""

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.identity.names.variants import Variants
from palermo.identity.names.word import Word


@dataclass(frozen=True, slots=True)
class Descent:
    """What a name says of descent.

    Attributes:
        child: 1 where it says whose son, -1 where whose daughter, 0 otherwise.
        father: the place, among the words of the name, of the first word of the father's name; 0 where none is told.
        place: the place in a line of one name, 1 for the elder; 0 where none is told.
        suffix: the word that told the place; empty where none is told.
    """

    child: int = 0
    father: int = 0
    place: int = 0
    suffix: str = ""


NONE = Descent()


def without_suffix(words: Sequence[str], variants: Variants) -> tuple[tuple[str, ...], str]:
    """Take off what says at the end of a name which of a line bears it (jr, sr, III), and give it; empty where nothing does."""
    if len(words) > 1 and words[-1] in variants.generations:
        return tuple(words[:-1]), words[-1]
    return tuple(words), ""


def said_at(words: Sequence[str], variants: Variants) -> tuple[int, int]:
    """Give where a word stands that says whose son (1) or daughter (-1), and which; zeros where none does."""
    for at, word in enumerate(words):
        if at and word in variants.sons:
            return at, 1
        if at and word in variants.daughters:
            return at, -1
    return 0, 0


def child_of(word: Word) -> int:
    """Tell whether a word of another script says whose son (1) or whose daughter (-1)."""
    latin = {spelling.latin for spelling in word.spellings[:3]}
    if latin & {"ibn", "bin"}:
        return 1
    return -1 if latin & {"bint"} else 0


def descent_of(child: int, father: int, words: int, suffix: str, variants: Variants) -> Descent:
    """Put together what was read; a father's name that is no word of the name's `words` is none."""
    if not child and not suffix:
        return NONE
    return Descent(child, father if 0 < father < words else 0, variants.generations.get(suffix, 0), suffix)
