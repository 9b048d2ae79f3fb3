"""Spells a word by a romanisation scheme: a table of pieces replaced from left to right, the longest first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

START, END = "^", "$"
"""What stands for the edges of a word in the pieces of a scheme."""

_Piece = tuple[str, bool, bool, str]
"""A piece without its edges, whether it stands at the start and at the end only, and what it is spelled as."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to write the words of a script in Latin letters.

    Attributes:
        rule: the name of the rule, as findings carry it.
        says: the rule in words.
        cost: what a reading says against itself, in hundredths of a letter.
        spell: gives the spelling of a word without its marks.
        only: pieces of which a word has to have one for the scheme to be used; empty for every word.
    """

    rule: str
    says: str
    cost: int
    spell: Callable[[str], str]
    only: frozenset[str]

    def fits(self, word: str) -> bool:
        """Tell whether the scheme is used for this word."""
        return not self.only or any(piece in word for piece in self.only)


def schemes_of(table: Mapping[str, Any]) -> tuple[Scheme, ...]:
    """Make the schemes of one table of `palermo.rules`; each may stand over one before it."""
    pieces: dict[str, dict[str, str]] = {}
    made: list[Scheme] = []
    for row in table["schemes"]:
        own = {**pieces.get(row.get("over", ""), {}), **row["pieces"]}
        pieces[row["rule"]] = own
        made.append(Scheme(row["rule"], row["says"], row["cost"], speller(own), frozenset(row.get("only", ()))))
    return tuple(made)


def speller(pieces: Mapping[str, str]) -> Callable[[str], str]:
    """Give the function that replaces these pieces in a word; letters that are in no piece stay as they are."""
    by_letter: dict[str, list[_Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: (-len(piece), piece)):
        bare = piece.strip(START + END)
        by_letter.setdefault(bare[0], []).append((bare, piece[0] == START, piece[-1] == END, pieces[piece]))

    def spell(word: str) -> str:
        out: list[str] = []
        at = 0
        while at < len(word):
            piece, to = _met(word, at, by_letter.get(word[at], []))
            out.append(to)
            at += len(piece)
        return "".join(out)

    return spell


def _met(word: str, at: int, choices: list[_Piece]) -> tuple[str, str]:
    """Give the longest piece that stands at a place of the word and its spelling; the letter itself if none does."""
    for piece, start, end, to in choices:
        if (at == 0 or not start) and word.startswith(piece, at) and (not end or at + len(piece) == len(word)):
            return piece, to
    return word[at], word[at]
