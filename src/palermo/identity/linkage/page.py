"""The model as a page a person can read: every comparison, its levels, how often each is met, and what it weighs."""

from dataclasses import dataclass

from palermo.identity.linkage import household
from palermo.identity.linkage.model import Model
from palermo.identity.linkage.weighing import Weighed
from palermo.kit.sentences import counted


@dataclass(frozen=True, slots=True)
class Weight:
    """What one level weighs.

    Attributes:
        what: what is compared.
        level: the level's name.
        sentence: what reaching it means.
        m: how often two records of one thing reach it.
        u: how often two records of two things do.
        millibits: the weight in thousandths of a bit; above 0 it speaks for, below against.
        pairs: how many of the pairs kept reached it.
        by_rarity: whether a rare value weighs more, a common one less.
    """

    what: str
    level: str
    sentence: str
    m: float
    u: float
    millibits: int
    pairs: int
    by_rarity: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The model of one family of records.

    Attributes:
        family: `persons` or `organisations`.
        records: how many records it was used on.
        compared: how many pairs were compared.
        prior: how likely any two records are one, in thousandths of a bit.
        trained: how it was trained, in sentences.
        weights: its weights.
    """

    family: str
    records: int
    compared: int
    prior: int
    trained: tuple[str, ...]
    weights: tuple[Weight, ...]


def page_of(family: str, found: Weighed) -> Page:
    """Make the page of a model."""
    weights = tuple(
        Weight(
            one.what, level.name, level.sentence, float(f"{learnt.m:.6g}"), float(f"{learnt.u:.6g}"), learnt.millibits,
            met.get(learnt.millibits, 0), bool(level.rare),
        )
        for one in found.model.comparisons
        for met in [_met(found, one.name)]
        for level, learnt in zip(one.levels, found.model.levels[one.name], strict=True)
    )  # fmt: skip
    return Page(family, found.records, found.compared, found.prior, tuple(_trained(found)), weights)


def _met(found: Weighed, name: str) -> dict[int, int]:
    import pyarrow.compute as pc

    counts = pc.value_counts(found.pairs.column(f"w_{name}"))
    return {one["values"]: one["counts"] for one in counts.to_pylist()}


def _trained(found: Weighed) -> list[str]:
    """Say how the model was trained."""
    model: Model = found.model
    if not model.comparisons:
        return ["There is nothing that two records could be compared by."]
    told = [
        f"Learnt from pairs with one and the same {_WORDS[one.column]}: {counted(one.pairs, 'pair')}, "
        f"of which about {one.matches:,.0f} are thought to be of one."
        for one in model.passes
    ]
    if not told:
        told = ["The records are too few to learn from: the published default weights are used."]
    for one in model.comparisons:
        if model.passes and model.matches[one.name] < _ENOUGH:
            told.append(f"What the {one.what} weighs rests mostly on the published default weights.")
    if {"phone", "address"} & {one.name for one in model.comparisons}:
        told.append(f"{household.ONE_FACT} {household.TWO_PEOPLE}")
    return told


_ENOUGH = 100
"""Fewer matching pairs than this teach a comparison little."""

_WORDS = {"birth": "birth date", "parts": "name", "phone": "phone", "document": "document", "address": "address"}
