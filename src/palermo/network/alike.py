"""Compares the groups of two cases by what they share: contacts, accounts, venues and wordings; never by a person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from palermo.kit.sentences import counted, listed

KINDS = ("contact", "account", "venue")
"""What two groups may share as it is written; wordings are compared by their words."""

ALIKE = 0.5
"""Two wordings are alike when they share this much of their runs of words."""

RUN = 3
"""How many words a run has that two wordings may share."""

FEWEST = 4
"""A run of words that more than so many groups of one case use is everyday wording and says nothing."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a group may be recognised by.

    Attributes:
        name: the group's name in its case.
        values: for each of `KINDS` the values it has; hubs left out.
        templates: the wordings of its adverts.
    """

    name: str
    values: Mapping[str, frozenset[str]] = field(hash=False)
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedTemplate:
    """Two wordings that are alike, and the share of their runs of words that are in both."""

    one: str
    other: str
    share: float


@dataclass(frozen=True, slots=True)
class Alike:
    """Two groups of two cases that share something.

    Attributes:
        one: the group of the first case.
        other: the group of the second.
        shared: for each of `KINDS` the values both have, sorted.
        templates: the wordings of both that are alike, the most alike first.
        alone: how many of the shared values no other group of either case has.
        sentence: what they share, in words.
    """

    one: str
    other: str
    shared: Mapping[str, tuple[str, ...]] = field(hash=False)
    templates: tuple[SharedTemplate, ...]
    alone: int
    sentence: str


def alike(one: Sequence[Marks], other: Sequence[Marks], fold: Callable[[str], str]) -> tuple[Alike, ...]:
    """Find the groups of two cases that share something, those that share the most kinds of thing first.

    Args:
        one: the groups of the first case, names distinct.
        other: the groups of the second.
        fold: folds a text for comparison.
    """
    shared = _shared(one, other)
    texts = _templates(one, other, fold)
    carriers = _carriers([*one, *other])
    found = []
    for pair in sorted(shared.keys() | texts.keys()):
        a, b = one[pair[0]], other[pair[1]]
        values = {kind: tuple(sorted(shared.get(pair, {}).get(kind, ()))) for kind in KINDS}
        alone = sum(carriers[kind, value] == 2 for kind, held in values.items() for value in held)
        templates = texts.get(pair, ())
        found.append(Alike(a.name, b.name, values, templates, alone, _sentence(values, templates, alone)))
    return tuple(sorted(found, key=_most))


def _most(found: Alike) -> tuple[int, int, int, str, str]:
    kinds = sum(bool(values) for values in found.shared.values()) + bool(found.templates)
    values = sum(len(held) for held in found.shared.values()) + len(found.templates)
    return -kinds, -found.alone, -values, found.one, found.other


def _carriers(groups: Iterable[Marks]) -> dict[tuple[str, str], int]:
    """Count how many groups, of both cases together, have each value."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for group in groups:
        for kind in KINDS:
            for value in group.values.get(kind, ()):
                found[kind, value] += 1
    return found


def _shared(one: Sequence[Marks], other: Sequence[Marks]) -> dict[tuple[int, int], dict[str, set[str]]]:
    """Give what each pair of groups has in common."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, group in enumerate(other):
        for kind in KINDS:
            for value in group.values.get(kind, ()):
                holders[kind, value].append(at)
    found: dict[tuple[int, int], dict[str, set[str]]] = {}
    for at, group in enumerate(one):
        for kind in KINDS:
            for value in group.values.get(kind, ()):
                for to in holders.get((kind, value), ()):
                    found.setdefault((at, to), {}).setdefault(kind, set()).add(value)
    return found


def _templates(
    one: Sequence[Marks], other: Sequence[Marks], fold: Callable[[str], str]
) -> dict[tuple[int, int], tuple[SharedTemplate, ...]]:
    """Give the wordings that each pair of groups has alike."""
    sides = [_runs(groups, fold) for groups in (one, other)]
    index: dict[str, list[int]] = defaultdict(list)
    for at, (_, _, runs) in enumerate(sides[1]):
        for run in sorted(runs):
            index[run].append(at)
    found: dict[tuple[int, int], list[SharedTemplate]] = {}
    for group, text, runs in sides[0]:
        for at in sorted({place for run in runs for place in index.get(run, ())}):
            to, theirs, other_runs = sides[1][at]
            share = len(runs & other_runs) / len(runs | other_runs)
            if share >= ALIKE:
                found.setdefault((group, to), []).append(SharedTemplate(text, theirs, round(share, 2)))
    return {pair: tuple(sorted(some, key=lambda two: (-two.share, two.one, two.other))) for pair, some in found.items()}


def _runs(groups: Sequence[Marks], fold: Callable[[str], str]) -> list[tuple[int, str, frozenset[str]]]:
    """Give each wording with its runs of words, those of everyday left out; scripts without spaces go letter by letter."""
    held = [(at, text, _runs_of(fold(text))) for at, group in enumerate(groups) for text in group.templates]
    users: dict[str, set[int]] = defaultdict(set)
    for at, _, runs in held:
        for run in runs:
            users[run].add(at)
    common = {run for run, using in users.items() if len(using) > FEWEST}
    return [(at, text, frozenset(runs - common)) for at, text, runs in held if runs - common]


def _runs_of(text: str) -> set[str]:
    words: list[str] = []
    for word in text.replace("[…]", " ").split():
        words += list(word) if any("\u2e80" <= letter <= "\u9fff" for letter in word) else [word]
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _sentence(values: Mapping[str, Sequence[str]], templates: Sequence[SharedTemplate], alone: int) -> str:
    """Say what two groups share."""
    parts = [counted(len(held), kind) for kind, held in values.items() if held]
    if templates:
        parts.append(f"{counted(len(templates), 'wording')}, {round(100 * templates[0].share)} % alike at most")
    many = sum(len(held) for held in values.values())
    told = f" {alone:,} of {counted(many, 'value')} stand in no other group of either case." if many else ""
    return f"They share {listed(parts, len(parts), '')}.{told}"
