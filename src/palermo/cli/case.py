"""`palermo case`: make a case, and tell what is in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit, print_json, say, table

if TYPE_CHECKING:
    from palermo.workbench.views import CaseView


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Make a case, or tell what is in one.")
    group.command("new")(new)
    group.command("show")(show)
    app.add_typer(group, name="case")


def new(
    folder: CaseArgument,
    name: Annotated[str, typer.Option("--name", help="The case's name.")],
    basis: Annotated[str, typer.Option("--basis", help="The legal basis on which its data is processed.")],
    form: FormatOption = Format.TEXT,
) -> None:
    """Make a new case file with its legal basis."""
    from palermo.workbench.session import create_case

    create_case(folder, name=name, basis=basis)
    if form is Format.JSON:
        print_json({"case": name, "folder": str(folder)})
    else:
        say(f"Case “{name}” is made in {folder}. Add exports with: palermo add {folder} FILE…")


def show(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """Tell what is in a case, what was set aside, and what the data could not tell."""
    view = open_desk(folder).case()
    emit(view, form, lambda: _lines(view))


def _lines(view: "CaseView") -> Iterator[str]:
    yield f"{view.name} · {view.basis}"
    yield from table(
        ("kind", "rows", "files", "from", "to"),
        [(kind.kind, f"{kind.rows:,}", str(kind.files), kind.first, kind.last) for kind in view.kinds],
    )
    yield f"Set aside: {view.set_aside:,} rows."
    yield from (f"  {why.rows:,} × {why.reason}" for why in view.set_aside_by_reason)
    yield f"Leads: {view.leads}, of which {view.leads_waiting} wait for a decision." + (
        " The case has changed since they were made: analyse again." if view.stale else ""
    )
    if view.not_told:
        yield "What the data could not tell:"
        yield from (f"  {sentence}" for sentence in view.not_told)
    yield f"Head of the record: {view.head}"
