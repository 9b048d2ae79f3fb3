"""Writes a template out of the text it was found in, and lays a text against it in stretches that lose nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.slots import DIFFERS, SAME, mark_words
from palermo.model.grouping import Mark

SLOT = "[…]"
NOTHING: Mapping[int, str] = {}

Ints = npt.NDArray[np.int64]
Places = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text laid against a template: the same, in a slot (its number, from 1), or different (0)."""

    text: str
    mark: Mark
    slot: int = 0


class Shape(NamedTuple):
    """A template over the words of its medoid.

    Attributes:
        stays: 1 for each word that stays.
        slots_before: how many slots begin before each word; and in all.
        slot_kinds: for each slot a bit for each kind of word in it.
    """

    stays: npt.NDArray[np.uint8]
    slots_before: Ints
    slot_kinds: Ints


def shape_of(stays: npt.NDArray[np.uint8], kinds: npt.NDArray[np.uint8]) -> Shape:
    """Make one slot of each run of words that do not stay."""
    out = stays == 0
    opens = out & ~np.concatenate([[False], out[:-1]]) if len(out) else out
    before = np.concatenate([[0], np.cumsum(opens)]).astype(np.int64)
    slot_kinds = np.zeros(int(before[-1]), np.int64)
    np.bitwise_or.at(slot_kinds, before[1:][out] - 1, np.int64(1) << kinds[out].astype(np.int64))
    return Shape(stays.astype(np.uint8), before, slot_kinds)


def written(body: str, places: Places, stays: Sequence[int], between: Mapping[int, str] = NOTHING) -> str:
    """Write a template: the words of `body` that stay with what stands between them, and `[…]` for each run that does not.

    Args:
        body: the medoid's text.
        places: where its words stand.
        stays: 1 for each word that stays.
        between: what to write behind a word (before the first: -1) where it is not what the medoid has there.
    """
    out: list[str] = []
    at = first = 0
    for stay, run in groupby(stays):
        last = first + len(list(run)) - 1
        start = max(at, places[first][0])
        end = max(start, places[last][1])
        glue = body[at:start]
        if stay:
            out += [
                between.get(first - 1, glue),
                _as_written(body, (start, end), places[first : last + 1], first, between),
            ]
        else:
            out += [glue, SLOT]
        at, first = end, last + 1
    if first and stays[first - 1]:
        out.append(between.get(first - 1, body[at:]))
    return "".join(out).strip()


def _as_written(body: str, ends: tuple[int, int], places: Places, first: int, between: Mapping[int, str]) -> str:
    """Write neighbouring words, and between them what most adverts have there."""
    if not between:
        return body[ends[0] : ends[1]]
    out: list[str] = []
    at = ends[0]
    for n, (start, end) in enumerate(places, first):
        if n > first:
            out.append(between.get(n - 1, body[at : max(at, start)]))
        out.append(body[max(at, start) : end])
        at = max(at, end)
    return "".join(out)


def marks_of(met: Ints, kinds: npt.NDArray[np.uint8], shape: Shape) -> list[int]:
    """Mark the words of one text; see `kernels.slots.mark_words`."""
    marks = np.empty(len(met), np.int64)
    mark_words(met, kinds, tuple(shape), marks)
    found: list[int] = marks.tolist()
    return found


@dataclass(frozen=True, slots=True)
class Laid:
    """One text to be shown against a template.

    Attributes:
        body: the text.
        places: where its words stand.
        marks: of `marks_of`.
        met: the medoid's word that each is, or -1.
        longer: whether words follow that were not looked at.
    """

    body: str
    places: Places
    marks: Sequence[int]
    met: Sequence[int]
    longer: bool


def stretches(laid: Laid, shape: Shape, between: Callable[[int], str]) -> tuple[Stretch, ...]:
    """Give a text in stretches which joined are the text.

    Args:
        laid: the text.
        shape: of the template.
        between: what stands in the template between a word and the next.
    """
    parts: list[tuple[str, int]] = []
    at = 0
    for n, (start, end) in enumerate(laid.places):
        if start > at:
            parts.append((laid.body[at:start], _between_mark(laid, n, shape, laid.body[at:start], between)))
        parts.append((laid.body[max(at, start) : end], laid.marks[n]))
        at = max(at, end)
    last = DIFFERS if laid.longer or not laid.marks else laid.marks[-1]
    parts.append((laid.body[at:], last))
    return _joined(parts)


def _between_mark(laid: Laid, n: int, shape: Shape, glue: str, between: Callable[[int], str]) -> int:
    """Mark what stands before word n: with the neighbour that is the same, else with the one before."""
    mark = laid.marks[n]
    if n == 0:
        return mark
    before = laid.marks[n - 1]
    if before != SAME or mark != SAME:
        return SAME if SAME in (before, mark) else before
    signs = "".join(glue.split())
    if not signs:
        return SAME
    first, last = laid.met[n - 1], laid.met[n]
    if last == first + 1:
        return SAME if "".join(between(first).split()) == signs else DIFFERS
    slot = int(shape.slots_before[last])
    return slot if slot > shape.slots_before[first] else DIFFERS


def _joined(parts: Sequence[tuple[str, int]]) -> tuple[Stretch, ...]:
    """Join neighbours of one mark."""
    found: list[tuple[list[str], int]] = []
    for text, mark in parts:
        if not text:
            continue
        if found and found[-1][1] == mark:
            found[-1][0].append(text)
        else:
            found.append(([text], mark))
    return tuple(_stretch("".join(texts), mark) for texts, mark in found)


def _stretch(text: str, mark: int) -> Stretch:
    if mark == SAME:
        return Stretch(text, "same")
    return Stretch(text, "differs") if mark == DIFFERS else Stretch(text, "slot", mark)
