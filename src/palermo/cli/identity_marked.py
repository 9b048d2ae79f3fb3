"""`palermo identity mark`, `unmark` and `marks`: which records are a presumed victim's or a suspect's in custody."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, ReasonOption, open_desk
from palermo.cli.identity_judged import RowArgument
from palermo.cli.output import Format, FormatOption, emit

if TYPE_CHECKING:
    from palermo.workbench.identity_views import MarkView

MarkArgument = Annotated[str, typer.Argument(metavar="MARK", help="presumed-victim or in-custody.")]

_IS = {"presumed-victim": "is a presumed victim's", "in-custody": "is a suspect's in custody"}


def register(group: typer.Typer) -> None:
    """Add the commands to the group `identity`."""
    for command in (mark, unmark, marks):
        group.command(command.__name__)(command)


def mark(
    folder: CaseArgument, row: RowArgument, mark: MarkArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Mark a record as a presumed victim's or as a suspect's in custody: its pairs then need two different people."""
    made = open_desk(folder).identity_mark(row, mark, reason=reason)
    emit(
        made, form, lambda: iter([f"Mark {made.n}: {_named(made)}. Every pair with it needs two different people now."])
    )


def unmark(
    folder: CaseArgument, row: RowArgument, mark: MarkArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Take a record's mark away; both words stay on the record."""
    made = open_desk(folder).identity_unmark(row, mark, reason=reason)
    emit(made, form, lambda: iter([f"Mark {made.n} is taken away from {made.label} ({made.row[:8]})."]))


def marks(
    folder: CaseArgument,
    purpose: Annotated[str, typer.Option("--purpose", help="For what you look; it stands on the record.")],
    form: FormatOption = Format.TEXT,
) -> None:
    """List which records are marked: who marked them, when and why."""
    made = open_desk(folder).identity_marks(purpose=purpose)
    from dataclasses import asdict

    emit({"marks": [asdict(one) for one in made]}, form, lambda: _listed(made))


def _listed(made: Sequence["MarkView"]) -> Iterator[str]:
    if not made:
        yield "No record is marked."
    for one in made:
        if one.lost:
            yield f"{one.n}: fell away. {one.lost} (By {one.actor}, {one.at[:16]}Z.)"
            continue
        yield f"{one.n}: {_named(one)}: {one.reason} ({one.actor}, {one.at[:16]}Z)"
        if one.undone:
            yield f"    Taken away: {one.undone_reason} ({one.undone_by}, {one.undone_at[:16]}Z)"


def _named(one: "MarkView") -> str:
    return f"the record {one.label} ({one.row[:8]}) {_IS[one.mark]}"
