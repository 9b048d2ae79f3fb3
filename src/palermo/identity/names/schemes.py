"""Spells a word by a romanisation scheme: a table of pieces replaced from left to right, the longest first."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

START, END = "^", "$"
"""What stands for the edges of a word in the pieces of a scheme."""

_Piece = tuple[str, bool, str]
"""A piece without its edges, whether it stands at the end only, and what it is spelled as."""


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
        return not self.only or _any_of(self.only)(word) is not None


@lru_cache(256)
def _any_of(pieces: frozenset[str]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(map(re.escape, sorted(pieces)))).search


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
        by_letter.setdefault(bare[0], []).append((bare, piece[-1] == END, pieces[piece]))
    within = {piece: to for piece, to in pieces.items() if piece[0] != START}
    sizes: dict[str, list[int]] = {}
    for piece in sorted(within, key=len, reverse=True):
        held = sizes.setdefault(piece[0], [])
        if len(piece) not in held:
            held.append(len(piece))

    def spell(word: str) -> str:
        if not word:
            return ""
        piece, to = _met(word, by_letter.get(word[0], []))
        out = [to]
        at = len(piece)
        marked = word + END
        while at < len(word):
            letter = word[at]
            for size in sizes.get(letter, ()):
                spelled = within.get(marked[at : at + size])
                if spelled is not None:
                    out.append(spelled)
                    at += size
                    break
            else:
                out.append(letter)
                at += 1
        return "".join(out)

    return spell


def _met(word: str, choices: list[_Piece]) -> tuple[str, str]:
    """Give the longest piece that a word begins with and its spelling; the letter itself if none does."""
    for piece, end, to in choices:
        if word.startswith(piece) and (not end or len(piece) == len(word)):
            return piece, to
    return word[0], word[0]
