"""Knows what else a person of one name is called: call names, the other surname of two, little words, titles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from palermo.identity.names.endings import Ending, endings_of, with_other_endings
from palermo.identity.names.spellings import Spelling, distinct, plain

CALL_COST = 20
"""Jozef and Jef: a given name and its call name, in hundredths of a letter."""

SHARED_COST = 60
"""Sasha and Alex: two call names of one given name; it may as well be two people."""


@dataclass(frozen=True, slots=True)
class Variants:
    """What is known of the forms of names, in lower case without marks.

    Attributes:
        calls: the call names of a given name.
        givens: the given names of a call name.
        particles: little words that may be left out (van, de la, el).
        only_between: particles that are names elsewhere (Li, Do), and little words only between two others.
        titles: words that are no part of a name (Mr, Hajj).
        born: words before the name a person was born with (geb., née).
        sons: words that say whose son (ibn).
        daughters: words that say whose daughter (bint).
        generations: words behind a name that say which of a line bears it, by their place in it: 1 for sr, 2 for jr and ii.
        joined: how the beginning of a surname is written in one way (Mc for Mac).
        endings: surnames and patronymics said of a woman and of a man.
        changing: the ends of words that have another ending.
        first_alone: cost of the first surname of two standing for both, in hundredths of a letter.
        second_alone: cost of the second standing for both.
    """

    calls: Mapping[str, frozenset[str]]
    givens: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    only_between: frozenset[str]
    titles: frozenset[str]
    born: frozenset[str]
    sons: frozenset[str]
    daughters: frozenset[str]
    generations: Mapping[str, int]
    joined: Mapping[str, str]
    endings: tuple[Ending, ...]
    changing: tuple[str, ...]
    first_alone: int
    second_alone: int


@dataclass(frozen=True, slots=True)
class Form:
    """Why two different words may be one name: the rule, its cost in hundredths of a letter, and what links them."""

    rule: str
    cost: int
    through: str


def variants_of(nicknames: Mapping[str, Any], particles: Mapping[str, Any], married: Mapping[str, Any]) -> Variants:
    """Make the tables out of plain data, as `rules/names/{nicknames,particles,married}.yaml` have it."""
    calls: dict[str, set[str]] = {}
    givens: dict[str, set[str]] = {}
    for language in nicknames["rows"].values():
        for name, called in language["names"].items():
            for call in called:
                calls.setdefault(plain(name), set()).add(plain(call))
                givens.setdefault(plain(call), set()).add(plain(name))
    endings = endings_of(married["endings"])
    return Variants(
        calls={name: frozenset(called) for name, called in calls.items()},
        givens={call: frozenset(names) for call, names in givens.items()},
        particles=_words(word for row in particles["particles"] for word in row["words"]),
        only_between=_words(particles["only_between"]["words"]),
        titles=_words(particles["titles"]["words"]),
        born=_words(married["born"]["words"]),
        sons=_words(particles["descent"]["son"]),
        daughters=_words(particles["descent"]["daughter"]),
        generations={word: row["place"] for row in particles["generations"]["rows"] for word in row["words"]},
        joined={plain(one): other for one, other in particles["joined"]["same"].items()},
        endings=endings,
        changing=tuple(dict.fromkeys(ending.one for ending in endings)),
        first_alone=married["double"]["first_alone"],
        second_alone=married["double"]["second_alone"],
    )


def called(one: str, other: str, variants: Variants) -> Form | None:
    """Tell how one word is what a person of the other name is called, both as spellings; None if it is not known.

    A call name of several given names (Alex) is a form of each, never a bridge between them: Alexander is not Alejandra.
    """
    if other in variants.calls.get(one, ()):
        return Form("nickname", CALL_COST, one)
    if one in variants.calls.get(other, ()):
        return Form("nickname", CALL_COST, other)
    shared = variants.givens.get(one, frozenset()) & variants.givens.get(other, frozenset())
    return Form("nickname-shared", SHARED_COST, min(shared)) if shared and one != other else None


def surname_spellings(latin: str, variants: Variants) -> list[Spelling]:
    """Give the other endings of a surname or patronymic: ivanova gives ivanov; the word itself is not among them."""
    return distinct(
        Spelling(other, ending.rule, ending.cost) for other, ending in with_other_endings(latin, variants.endings)
    )


def surnames_of_two(one: Sequence[str], other: Sequence[str], variants: Variants) -> Form | None:
    """Tell whether the surname of one word is the first, or the second, of the surnames of the other.

    Args:
        one: the surnames of one name, as spellings, particles among them.
        other: those of the other name.
        variants: the tables.
    """
    first, second = without_particles(one, variants), without_particles(other, variants)
    short, long = sorted((first, second), key=len)
    if len(short) != 1 or len(long) != 2:
        return None
    if short[0] == long[0]:
        return Form("double-surname", variants.first_alone, long[1])
    return Form("married-name", variants.second_alone, long[0]) if short[0] == long[1] else None


def without_particles(words: Sequence[str], variants: Variants) -> tuple[str, ...]:
    """Leave out the little words; where nothing else is there (Van, De), all are kept, as they are the name.

    A particle that is a name elsewhere goes only where other words stand before and after it: Li Wei keeps Li.
    """
    kept = tuple(
        word
        for place, word in enumerate(words)
        if word not in variants.particles or (word in variants.only_between and place in (0, len(words) - 1))
    )
    return kept or tuple(words)


def without_titles(words: Sequence[str], variants: Variants) -> tuple[str, ...]:
    """Leave out forms of address at the start and at the end; a name of nothing else is kept."""
    kept = list(words)
    while len(kept) > 1 and kept[0] in variants.titles:
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in variants.titles:
        kept.pop()
    return tuple(kept)


def descent_differs(one: Sequence[str], other: Sequence[str], variants: Variants) -> bool:
    """Tell whether one name says whose son and the other whose daughter: brother and sister are two people."""
    return (_says(one, variants.sons) and _says(other, variants.daughters)) or (
        _says(one, variants.daughters) and _says(other, variants.sons)
    )


def written_in_one(words: Sequence[str], variants: Variants) -> tuple[str, ...]:
    """Write the beginnings of surnames in one word with what follows, in one way: mc donald, abd el kader, o brien."""
    made: list[str] = []
    start = ""
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if not last and (word in variants.joined or (start and word in variants.particles)):
            start += variants.joined.get(word, word)
        else:
            made.append(start + word)
            start = ""
    return tuple(made)


def _says(words: Sequence[str], said: frozenset[str]) -> bool:
    return any(word in said for word in words[1:])


def _words(words: Iterable[str]) -> frozenset[str]:
    """Take words as they meet spellings: without marks, points and apostrophes."""
    return frozenset(filter(None, (plain(word.lower()) for word in words)))
