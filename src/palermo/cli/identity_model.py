"""`palermo identity model`: what the comparison of a case's records weighs, so that a sum can be checked by hand."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit, table
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.identity_views import FamilyModel, LevelWeight, ModelView

_HEADER = ("weighs", "of one", "of two", "pairs", "level")


def register(group: typer.Typer) -> None:
    """Add the command to the group `identity`."""
    group.command("model")(model)


def model(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """Show what the comparison weighs: every level, how often records of one and of two reach it, and its weight in bits."""
    view = open_desk(folder).identity_model()
    emit(view, form, lambda: _page(view, str(folder)))


def _page(view: "ModelView", folder: str) -> Iterator[str]:
    if not view.families:
        yield f"There is no model: too little is compared, or a record was erased since. Run: palermo analyse {folder}"
    for family in view.families:
        yield from _family(family)
    yield from (one.sentence for one in view.shared)
    yield from view.notes
    if view.families:
        yield "A weight is in bits: the base-2 logarithm of “of one” divided by “of two”. * rarer values weigh more, common ones less."


def _family(family: "FamilyModel") -> Iterator[str]:
    yield f"{family.family.capitalize()}: {counted(family.records, 'record')}, {counted(family.compared, 'pair')} compared."
    yield f"Before anything is compared: {family.prior / 1000:+.3f} bits that two are one."
    yield from family.trained
    for what, levels in groupby(family.weights, key=lambda one: one.what):
        yield f"  {what}"
        yield from (f"    {line}" for line in table(_HEADER, [_row(one) for one in levels]))


def _row(one: "LevelWeight") -> tuple[str, ...]:
    name = f"{one.level}{'*' if one.by_rarity else ''}: {one.sentence}"
    return (f"{one.millibits / 1000:+.3f}", f"{one.m:.3g}", f"{one.u:.3g}", f"{one.pairs:,}", name)
