"""The score of a grouping against known truth: pairs, B-cubed, ARI, the largest group, lone adverts wrongly grouped.

Counts are whole numbers and shares are summed exactly, so that a score depends neither on the order of the adverts nor
on the machine, and four million adverts take seconds.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.model.errors import WrongUse

Ints = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]


class Kinds(NamedTuple):
    """The kind of each advert: `of` holds a place in `names` for each."""

    of: Ints
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and their harmonic mean, 0 to 1; None where nothing tells: no pair was joined, or none had to be."""

    precision: float | None
    recall: float | None
    f: float | None


@dataclass(frozen=True, slots=True)
class Lone:
    """Lone adverts: how many there are, how many share a found group with an advert of another hand, and their share."""

    adverts: int
    wrong: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of at least two adverts: how many, how many adverts they hold, and how many the largest holds."""

    groups: int
    adverts: int
    largest: int


@dataclass(frozen=True, slots=True)
class KindFigures:
    """One kind of advert: how many there are, their mean B-cubed figures, and the lone ones among them."""

    kind: str
    adverts: int
    b_cubed: Figures
    lone: Lone


@dataclass(frozen=True, slots=True)
class Score:
    """What a grouping is worth.

    Attributes:
        adverts: how many adverts were scored.
        pairs: over all pairs of adverts: of those found to be one hand, the share that are; of those that are, the share
            found.
        b_cubed: the mean over adverts of how much of its found group is of its hand, and how much of its hand's adverts
            are in its found group.
        ari: the adjusted Rand index: 1 for the truth, about 0 for chance.
        found: the groups found.
        true: the groups there are.
        lone: the lone adverts.
        by_kind: the same by kind of advert, in the order of their names; empty where no kinds are given.
    """

    adverts: int
    pairs: Figures
    b_cubed: Figures
    ari: float
    found: Groups
    true: Groups
    lone: Lone
    by_kind: tuple[KindFigures, ...] = ()


class _Fit(NamedTuple):
    """For each advert how many adverts its true and its found group share, and how large each is."""

    shared: Ints
    true: Ints
    found: Ints


def score(truth_group: Ints, found_group: Ints, kind: Kinds | None = None, lone: Marks | None = None) -> Score:
    """Score a grouping.

    Args:
        truth_group: the number of each advert's true group; below 0 for an advert that is alone.
        found_group: the number of the group it was found in; below 0 for none: it was left alone.
        kind: the kind of each advert.
        lone: which adverts are by lone advertisers; where left out, those whose true group has one advert.

    Raises:
        WrongUse: there are no adverts.
    """
    if not len(truth_group):
        raise WrongUse("There is no advert to score.", way_out="Give a truth and a prediction of the same adverts.")
    true, true_sizes = _numbered(truth_group)
    found, found_sizes = _numbered(found_group)
    cell, cell_sizes = _numbered(true * len(found_sizes) + found)
    fit = _Fit(cell_sizes[cell], true_sizes[true], found_sizes[found])
    alone = fit.true == 1 if lone is None else lone
    both, joined, due = (_pairs_in(sizes) for sizes in (cell_sizes, found_sizes, true_sizes))
    return Score(
        adverts=len(true), pairs=_pair_figures(both, joined, due),
        ari=_ari(both, joined, due, math.comb(len(true), 2)),
        b_cubed=_b_cubed(fit), found=_groups(found_sizes), true=_groups(true_sizes), lone=_lone(fit, alone),
        by_kind=_by_kind(fit, alone, kind) if kind is not None else (),
    )  # fmt: skip


def _numbered(groups: Ints) -> tuple[Ints, Ints]:
    """Number groups from 0, each advert without one a group of its own; give the numbers and the groups' sizes."""
    alone = groups < 0
    numbers, sizes = _counted(groups[~alone])
    found = np.empty(len(groups), np.int64)
    found[~alone] = numbers
    found[alone] = np.arange(len(sizes), len(sizes) + int(alone.sum()))
    return found, np.concatenate([sizes, np.ones(int(alone.sum()), np.int64)]).astype(np.int64)


def _counted(groups: Ints) -> tuple[Ints, Ints]:
    """Number the groups that occur from 0, in their order; sorted only where their numbers lie far apart."""
    if len(groups) and int(groups.max()) < 8 * len(groups):
        sizes = np.bincount(groups)
        numbers = np.cumsum(sizes > 0) - 1
        return numbers[groups], sizes[sizes > 0]
    _, numbers, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    return numbers, sizes


def _pairs_in(sizes: Ints) -> int:
    """Count the pairs within groups of the sizes given."""
    return int((sizes * (sizes - 1) // 2).sum())


def _pair_figures(both: int, found: int, true: int) -> Figures:
    return _figures(both / found if found else None, both / true if true else None)


def _figures(precision: float | None, recall: float | None) -> Figures:
    if precision is None or recall is None:
        return Figures(precision, recall, None)
    total = precision + recall
    return Figures(precision, recall, 2 * precision * recall / total if total else 0.0)


def _ari(both: int, found: int, true: int, whole: int) -> float:
    """Give the adjusted Rand index out of counts of pairs, in whole numbers up to the one division."""
    chance = found * true
    most = (found + true) * whole - 2 * chance
    return 2 * (both * whole - chance) / most if most else 1.0


def _b_cubed(fit: _Fit) -> Figures:
    return _figures(_mean_share(fit.shared, fit.found), _mean_share(fit.shared, fit.true))


def _mean_share(parts: Ints, wholes: Ints) -> float:
    """Give the mean of `parts / wholes`, exact but for one rounding, whatever their order."""
    width = int(wholes.max()) + 1
    keys, counts = np.unique(parts * width + wholes, return_counts=True)
    shares = counts * (keys // width) / (keys % width)
    return math.fsum(shares.tolist()) / len(parts)


def _groups(sizes: Ints) -> Groups:
    several = sizes[sizes > 1]
    return Groups(len(several), int(several.sum()), int(sizes.max()))


def _lone(fit: _Fit, alone: Marks) -> Lone:
    adverts = int(alone.sum())
    wrong = int((alone & (fit.found > fit.shared)).sum())
    return Lone(adverts, wrong, wrong / adverts if adverts else None)


def _by_kind(fit: _Fit, alone: Marks, kind: Kinds) -> tuple[KindFigures, ...]:
    # Numbers of 16 bits are sorted by digits, ten times quicker.
    places_of = kind.of.astype(np.uint16) if len(kind.names) < 1 << 16 else kind.of
    order = np.argsort(places_of, kind="stable")
    ends = np.cumsum(np.bincount(kind.of, minlength=len(kind.names)))
    made = []
    for name, places in zip(kind.names, np.split(order, ends[:-1]), strict=True):
        if len(places):
            own = _Fit(*(values[places] for values in fit))
            made.append(KindFigures(name, len(places), _b_cubed(own), _lone(own, alone[places])))
    return tuple(sorted(made, key=lambda figures: figures.kind))
