"""`palermo decide` and `palermo undo`: a person's decision on a lead, and its undoing."""

from typing import Annotated, Literal

import typer

from palermo.cli.desk import CaseArgument, ReasonOption, open_desk
from palermo.cli.output import Format, FormatOption, emit


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("decide")(decide)
    app.command("undo")(undo)


def decide(
    folder: CaseArgument,
    ident: Annotated[str, typer.Argument(metavar="ID", help="The lead's handle or id.")],
    outcome: Annotated[
        Literal["accept", "reject", "more"], typer.Argument(help="accept, reject, or more: ask for more.")
    ],
    reason: ReasonOption,
    form: FormatOption = Format.TEXT,
) -> None:
    """Accept a lead, reject it or ask for more, with a reason."""
    made = open_desk(folder).decide(ident, outcome, reason=reason)
    emit(
        made,
        form,
        lambda: iter(
            [f"Decision {made.n}: {made.outcome}. To take it back: palermo undo {folder} {made.n} --reason …"]
        ),
    )


def undo(
    folder: CaseArgument,
    number: Annotated[int, typer.Argument(metavar="N", help="The decision's number.", min=1, max=2**31)],
    reason: ReasonOption,
    form: FormatOption = Format.TEXT,
) -> None:
    """Undo a decision; both stay on the record."""
    made = open_desk(folder).undo(number, reason=reason)
    emit(made, form, lambda: iter([f"Decision {made.n} ({made.outcome}) is undone."]))
