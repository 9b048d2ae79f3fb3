"""Makes pairs of full names out of `data/names.tsv`, hard different ones among them, and measures what is found.

The words of the file fall into two halves by a digest of each, and a name is made of words of one half only: on the half `tuned`
the worths of things were set, the half `kept` was not looked at while building. Each name in its own script has one true Latin
writing, by turns in either order, in capitals, with a slip of typing, with an initial; and four different ones: the most alike of
all others by the usual recipe, one of the same surname with the most alike other given name, a child with the father's names
(where a script writes these) or another of the same given name, and a random one.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from palermo.identity.names import NameTables, latin, score_pairs

FILE = Path(__file__).parent / "data" / "names.tsv"
_PEOPLE = 60
_PRECISION = 0.97
_SCRIPTS = ("han", "cyrillic", "greek", "arabic", "hebrew", "hangul", "kana", "latin")
_SURNAME_FIRST = {"han", "hangul"}


@dataclass(frozen=True, slots=True)
class Called:
    """A name in its script, its parts, and the Latin writings of each part; a whole name has its writings as given ones."""

    script: str
    own: str
    surname: str
    given: str
    surnames: tuple[str, ...]
    givens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one, and what makes them hard."""

    script: str
    one: str
    other: str
    same: bool
    kind: str


def called(half: str) -> list[Called]:
    """Give the names of a half."""
    parts: dict[str, dict[str, list[tuple[str, tuple[str, ...]]]]] = {}
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        script, kind, word, written = line.split("\t")
        if (crc32(f"{kind} {word}".encode()) % 2 == 0) == (half == "tuned"):
            parts.setdefault(script, {}).setdefault(kind, []).append((word, tuple(written.split("|"))))
    found = []
    for script in _SCRIPTS:
        dice = Random(f"{script} {half}")
        kinds = parts[script]
        both = [(one, other) for one in kinds.get("surname", ()) for other in kinds.get("given", ())]
        for (surname, surnames), (given, givens) in dice.sample(
            both, min(len(both), _PEOPLE * (2 if script == "han" else 1))
        ):
            own = f"{surname}{given}" if script in _SURNAME_FIRST else f"{given} {surname}"
            if script == "latin":
                own = f"{surname} {given}"
            found.append(Called(script, own, surname, given, surnames, givens))
        found += [Called(script, own, "", own, (), written) for own, written in kinds.get("foreign", ())]
    return found


def pairs(half: str, tables: NameTables) -> list[Pair]:
    """Give the pairs of a half."""
    people = called(half)
    dice = Random(half)
    true = [_written(person, dice) for person in people]
    found: list[Pair] = []
    spelled = [latin(person.own, tables) for person in people]
    by_alphabet = [" ".join(sorted(_plain(one).split())) for one in true]
    alike = process.cdist(spelled, by_alphabet, scorer=Levenshtein.normalized_similarity)
    for at, person in enumerate(people):
        found.append(Pair(person.script, person.own, true[at], True, "true"))
        others = [to for to in np.argsort(-alike[at], kind="stable") if not _may_be(person, people[to])]
        found.append(Pair(person.script, person.own, true[others[0]], False, "most alike"))
        found.append(Pair(person.script, person.own, true[dice.choice(others)], False, "random"))
        found += _family(person, people, dice)
    return found


def _may_be(one: Called, other: Called) -> bool:
    """Tell whether two names may be written the same in Latin letters, so that no pair of them is different for sure."""
    if not one.surname or not other.surname:
        whole = [
            {_plain(f"{given} {surname}") for given in who.givens for surname in who.surnames or ("",)}
            for who in (one, other)
        ]
        return one.own == other.own or any(_likely(a, b) for a in whole[0] for b in whole[1])
    return bool(_all(one.surnames) & _all(other.surnames)) and bool(_all(one.givens) & _all(other.givens))


def _likely(one: str, other: str) -> bool:
    return Levenshtein.normalized_similarity("".join(sorted(one.split())), "".join(sorted(other.split()))) > 0.75


def _all(written: tuple[str, ...]) -> set[str]:
    return {_plain(one).replace(" ", "") for one in written}


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.lower().replace("đ", "d").replace("ł", "l").replace("-", " "))
    return "".join(char for char in apart if char.isalnum() or char == " ")


def _written(person: Called, dice: Random) -> str:
    """Write a name in Latin letters as a register might."""
    given = dice.choice(person.givens)
    if not person.surname:
        return given
    surname = dice.choice(person.surnames)
    turn = dice.random()
    if turn < 0.06 and person.script not in _SURNAME_FIRST and person.script != "latin":
        given = f"{given[0]}."
    elif turn < 0.12:
        given = _slip(given, dice)
    turned = dice.random() < 0.4
    first = (person.script in _SURNAME_FIRST or person.script == "latin") != turned
    name = f"{surname} {given}" if first else f"{given} {surname}"
    return name.upper() if dice.random() < 0.25 else name


def _slip(word: str, dice: Random) -> str:
    """Type a long word with two letters turned, or one left out."""
    if len(word) < 6:
        return word
    at = dice.randrange(2, len(word) - 2)
    return word[:at] + (word[at + 1] + word[at] + word[at + 2 :] if dice.random() < 0.5 else word[at + 1 :])


def _family(person: Called, people: list[Called], dice: Random) -> Iterator[Pair]:
    """Give a name of the same surname, and a child with the father's names or another of the same given name."""
    kin = [
        one
        for one in people
        if one.script == person.script and one.surname == person.surname != "" and not _may_be(person, one)
    ]
    if kin:
        near = max(kin, key=lambda one: Levenshtein.normalized_similarity(one.givens[0], person.givens[0]))
        surname = dice.choice(person.surnames)
        yield Pair(person.script, person.own, f"{surname} {dice.choice(near.givens)}", False, "same surname")
        child = dice.choice(kin)
        father = dice.choice(person.givens)
        if person.script == "arabic":
            yield Pair(person.script, person.own, f"{child.givens[0]} {father} {surname}", False, "father and child")
        if person.script == "cyrillic" and father[-1] not in "aeiouy":
            daughter = child.givens[0][-1] == "a"
            ending = "a" if daughter and surname.endswith(("ov", "ev", "in")) else ""
            name = f"{child.givens[0]} {father}{'ovna' if daughter else 'ovich'} {surname}{ending}"
            yield Pair(person.script, person.own, name, False, "father and child")
    namesakes = [
        one
        for one in people
        if one.script == person.script and one.given == person.given and one.surname != person.surname
    ]
    namesakes = [one for one in namesakes if one.surname and not _may_be(person, one)]
    if namesakes:
        near = max(namesakes, key=lambda one: Levenshtein.normalized_similarity(one.surnames[0], person.surnames[0]))
        yield Pair(
            person.script, person.own, f"{dice.choice(person.givens)} {near.surnames[0]}", False, "same given name"
        )


def recall_at(
    score: npt.NDArray[np.float64], same: npt.NDArray[np.bool_], precision: float = _PRECISION
) -> tuple[float, float]:
    """Give the most that is found where so many of the found are right, and the score from which on."""
    best, floor = 0.0, 1.0
    for bound in np.unique(score):
        taken = score >= bound
        right = (taken & same).sum()
        if right / taken.sum() >= precision and right / same.sum() > best:
            best, floor = float(right / same.sum()), float(bound)
    return best, floor


def scored(held: list[Pair], tables: NameTables) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give our scores, and those of the usual recipe: a plain Latin writing, words in order of the alphabet, Levenshtein."""
    names = list(dict.fromkeys(name for pair in held for name in (pair.one, pair.other)))
    place = {name: at for at, name in enumerate(names)}
    ones, others = np.array([place[pair.one] for pair in held]), np.array([place[pair.other] for pair in held])
    ours = score_pairs(names, ones, others, tables)
    spelled = [" ".join(sorted(_plain(_transliterated(name, tables)).split())) for name in names]
    usual = [
        Levenshtein.normalized_similarity(spelled[one], spelled[other]) for one, other in zip(ones, others, strict=True)
    ]
    return ours, np.array(usual)


def _transliterated(name: str, tables: NameTables) -> str:
    return name if name.isascii() else latin(name, tables)


def full_names(tables: NameTables, halves: tuple[str, ...] = ("kept",)) -> None:
    """Print the tables of full names."""
    for half in halves:
        held = pairs(half, tables)
        ours, usual = scored(held, tables)
        same = np.array([pair.same for pair in held])
        script = np.array([pair.script for pair in held])
        kind = np.array([pair.kind for pair in held])
        print(
            f"\nFull names, half `{half}`: {len(held):,} pairs, {same.sum():,} true; recall at precision {_PRECISION}:\n"
        )
        print("| script | pairs | usual recipe | ours | from score |")
        print("|---|---|---|---|---|")
        for one in (*_SCRIPTS, "all"):
            part = (script == one) | (one == "all")
            theirs, (found, floor) = recall_at(usual[part], same[part])[0], recall_at(ours[part], same[part])
            print(f"| {one} | {part.sum():,} | {theirs:.3f} | {found:.3f} | {floor:.2f} |")
        print("\n| different names | pairs | taken for one from .5 on, usual | ours |")
        print("|---|---|---|---|")
        bound = recall_at(usual, same)[1]
        for one in ("most alike", "same surname", "same given name", "father and child", "random"):
            part = kind == one
            print(
                f"| {one} | {part.sum():,} | {(usual[part] >= bound).mean():.3f} | {(ours[part] >= 0.5).mean():.3f} |"
            )
        print(
            f"| true pairs found | {same.sum():,} | {(usual[same] >= bound).mean():.3f} | {(ours[same] >= 0.5).mean():.3f} |"
        )
