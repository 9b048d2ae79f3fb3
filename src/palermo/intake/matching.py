"""Matches the headers of a file to the columns of one kind, best pairs first, and weighs how well the kind fits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.intake.lexicon import Lexicon, fold_header
from palermo.intake.profiles import Profile, confirms, fits
from palermo.model.records import COLUMNS, Column, Kind, Reads

SURE = 0.85
_MINUTES = re.compile(r"\b(min|mins|minut\w*|mn|h|hours?|heures?|uur|stunden|horas?)\b")
_LIKELY = 0.6
_DRAW = 0.04


@dataclass(frozen=True, slots=True)
class Match:
    """A header taken for a column: how sure by its name, and which others would do as well."""

    index: int
    column: Column
    weight: float
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the headers of a file fit one kind.

    Attributes:
        kind: the kind.
        matches: at most one for each header and each column, but for a day with its hour.
        rivals: for a column, the headers that fit it as well as the one taken.
        weight: how well the kind fits in all.
    """

    kind: Kind
    matches: tuple[Match, ...]
    rivals: dict[str, tuple[int, ...]]
    weight: float

    def of(self, name: str) -> Match | None:
        """Give the match of a canonical column."""
        return next((match for match in self.matches if match.column.name == name), None)


@dataclass(frozen=True, slots=True)
class Given:
    """A file's columns as the matching sees them; `free` are those that are not protected."""

    names: Sequence[str]
    profiles: Sequence[Profile]
    free: Sequence[int]


def fit(kind: Kind, given: Given, lexicon: Lexicon) -> Fit:
    """Match headers to the columns of a kind."""
    pairs = _pairs(kind, given, lexicon)
    taken: dict[int, Match] = {}
    rivals: dict[str, tuple[int, ...]] = {}
    for weight, index, column in pairs:
        if index in taken or any(match.column is column for match in taken.values()):
            continue
        same = [
            other for held, other, wanted in pairs
            if wanted is column and other != index and other not in taken and abs(held - weight) < _DRAW
            and not _exact(given.names[index], column)
        ]  # fmt: skip
        same = [other for other in same if not _elsewhere(other, column, pairs, weight)]
        if same:
            rivals[column.name] = tuple(sorted((index, *same)))
        sure = not same and (weight >= SURE or (weight >= _LIKELY and confirms(given.profiles[index], column.reads)))
        taken[index] = Match(index, column, weight, sure, _why(given.names[index], column, weight))
    matches = tuple(taken[index] for index in sorted(taken))
    return Fit(kind, matches, rivals, _weight(kind, matches, given))


def _pairs(kind: Kind, given: Given, lexicon: Lexicon) -> list[tuple[float, int, Column]]:
    """Weigh every header against every column it may name, the heaviest first, and among equals the first in the file."""
    columns = {column.name: column for column in COLUMNS[kind]}
    found = []
    for index in given.free:
        for name, weight in lexicon.candidates(given.names[index], kind).items():
            column = columns[name]
            if name == "duration_s" and _MINUTES.search(fold_header(given.names[index])):
                continue  # minutes are not seconds: the column is kept apart, and a person may say what it is
            # A column's own name needs no second witness: its bad values are set aside one by one.
            good = _exact(given.names[index], column) or fits(given.profiles[index], column.reads)
            held = weight if good else weight * 0.35
            if held >= 0.3:
                found.append((held, index, column))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2].name))


def _exact(name: str, column: Column) -> bool:
    return fold_header(name) == fold_header(column.name)


def _elsewhere(index: int, column: Column, pairs: Sequence[tuple[float, int, Column]], weight: float) -> bool:
    """Tell whether a rival is at least as good for another column, and so no rival."""
    return any(held >= weight and other == index and wanted is not column for held, other, wanted in pairs)


def _why(name: str, column: Column, weight: float) -> str:
    if _exact(name, column):
        return "The header is the column's own name."
    if weight >= SURE:
        return f"“{name}” is a known name of {column.name}."
    if weight >= 0.5:
        return f"“{name}” is like a known name of {column.name}."
    return f"“{name}” is like a name of {column.name}, but its values are not what such a column holds."


def _weight(kind: Kind, matches: Sequence[Match], given: Given) -> float:
    """Weigh a kind: what must be there counts double, what is missing counts against it."""
    total = 0.0
    for match in matches:
        exact = 0.15 if _exact(given.names[match.index], match.column) else 0.0
        total += (match.weight + exact) * (2 if match.column.required else 1)
    found = {match.column.name for match in matches if match.weight >= 0.5}
    lacking = sum(column.required and column.name not in found for column in COLUMNS[kind])
    return total - 1.5 * lacking


def by_values(kind: Kind, found: Fit, given: Given) -> tuple[list[Match], dict[str, str]]:
    """Guess columns that no header named, from values that can be nothing else.

    Returns:
        the matches; and for required columns several headers would do for, a sentence that says so.
    """
    named = {match.column.name for match in found.matches if match.weight >= 0.5}
    used = {match.index for match in found.matches if match.weight >= 0.5}
    headed = any(match.sure and match.column.required for match in found.matches)
    made, doubts = list[Match](), dict[str, str]()
    open_columns = [column for column in COLUMNS[kind] if column.name not in named and _guessable(column)]
    # What each column could be is settled before any is taken: the last one left over is no surer than the first.
    fitting = {
        column.name: [index for index in given.free if index not in used and _looks_like(given.profiles[index], column)]
        for column in open_columns
    }
    for column in open_columns:
        left = [index for index in fitting[column.name] if index not in used]
        if not left:
            continue
        alike = [other for other in open_columns if other.required and other.reads is column.reads]
        sure = headed and len(fitting[column.name]) == 1 and len(alike) <= 1
        why = f"By its values: no header names {column.name}, and these look like it."
        made.append(Match(left[0], column, 0.55, sure, why))
        used.add(left[0])
        if not sure:
            names = ", ".join(f"“{given.names[at]}”" for at in fitting[column.name][:4])
            doubts[column.name] = f"{column.name} may be {names}, by the values alone."
    return made, doubts


def _guessable(column: Column) -> bool:
    """Tell whether a column may be told by its values alone: what a row needs, and what looks like nothing else."""
    return column.required or column.reads in {Reads.HASHES, Reads.CURRENCY}


def _looks_like(found: Profile, column: Column) -> bool:
    """Tell whether values look like a column's and like nothing looser."""
    if column.reads is Reads.FREE:
        return found.share("long") >= 0.5
    if column.reads is Reads.CONTACT and found.share("time", "serial") >= 0.5:
        return False
    return confirms(found, column.reads)
