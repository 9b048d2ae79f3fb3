"""Says in a sentence why two names are one, or are not: each pair of words with its rule, the order, and what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from palermo.identity.names.prepared import NameParts
from palermo.identity.names.tables import NameTables

_SHOWN = 60
"""Characters of a word that are shown."""

_STRENGTH = (
    "same",
    "initial",
    "nickname-shared",
    "han-sounds-alike",
    "marks-differ",
    "other-syllables",
    "letters",
    "sounds",
)
"""Rules that tell, from one that says nothing more to those that a reader has to know of first."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Words of two names laid together: place and number of words in each, the rule, and the name that links them."""

    here: tuple[int, int]
    there: tuple[int, int]
    rule: str
    through: str

    @property
    def place(self) -> int:
        """Where the words stand in the first name."""
        return self.here[0]


def told(
    names: tuple[str, str], parts: tuple[NameParts, NameParts], laid: Sequence[Laid], tables: NameTables
) -> tuple[str, str]:
    """Give the rule that tells most, and the sentence."""
    for name, held in zip(names, parts, strict=True):
        if not held.words:
            return "no-letters", f"“{_shown(name)}” has no letter that a name could be read from."
    one, other = parts
    pieces = [_piece(pair, one, other, tables) for pair in laid]
    left = _left(one, [pair.here for pair in laid]), _left(other, [pair.there for pair in laid])
    rule = _rule(laid, left, one, other)
    if any(second.there < first.there for first, second in pairwise(laid)):
        pieces.append("the words stand in another order")
    pieces += _left_over(left)
    if one.descent * other.descent == -1:
        pieces.append("one name says whose son, the other whose daughter")
    return rule, _sentence(pieces)


def _rule(laid: Sequence[Laid], left: tuple[list[str], list[str]], one: NameParts, other: NameParts) -> str:
    if one.descent * other.descent == -1:
        return "son-and-daughter"
    if all(left) or not laid:
        return "other-words"
    rules = [pair.rule for pair in laid if pair.rule != "same"]
    if rules:
        return max(rules, key=lambda rule: _STRENGTH.index(rule) if rule in _STRENGTH else 1)
    return "words-missing" if any(left) else "same"


def _piece(pair: Laid, one: NameParts, other: NameParts, tables: NameTables) -> str:
    here, there = _written(one, pair.here), _written(other, pair.there)
    if pair.rule == "same":
        return f"“{here}” is in both"
    says = tables.says.get(pair.rule, pair.rule).replace("{through}", pair.through)
    return f"“{here}” and “{there}”: {says}"


def _left_over(left: tuple[list[str], list[str]]) -> list[str]:
    shown = [", ".join(f"“{word}”" for word in words) for words in left]
    if all(left):
        return [f"{shown[0]} stands against {shown[1]}"]
    return [f"only one has {held}" for held in shown if held]


def _left(name: NameParts, laid: Sequence[tuple[int, int]]) -> list[str]:
    taken = {at + k for at, size in laid for k in range(size)}
    return [_shown(word.written) for at, word in enumerate(name.words) if at not in taken]


def _written(name: NameParts, piece: tuple[int, int]) -> str:
    at, size = piece
    return _shown(" ".join(word.written for word in name.words[at : at + size]))


def _shown(text: str) -> str:
    clean = "".join(char if char.isprintable() else "·" for char in text[:_SHOWN])
    return clean + ("…" if len(text) > _SHOWN else "")


def _sentence(pieces: Sequence[str]) -> str:
    text = "; ".join(pieces) + "."
    return text[0].upper() + text[1:]
