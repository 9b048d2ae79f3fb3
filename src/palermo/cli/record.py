"""`palermo record`: who did and saw what; and the record as a file of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit

if TYPE_CHECKING:
    from palermo.workbench.views import RecordPage


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="The record of who did and saw what.")
    group.command("show")(show)
    group.command("export")(export)
    app.add_typer(group, name="record")


def show(
    folder: CaseArgument,
    actor: Annotated[str, typer.Option(help="Only what this account did.")] = "",
    action: Annotated[str, typer.Option(help="Only this action, such as read-row.")] = "",
    subject: Annotated[str, typer.Option(help="Only what concerns this lead, finding, row or source.")] = "",
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    limit: Annotated[int, typer.Option(help="How many to show.", min=1, max=10_000)] = 50,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show who did and saw what, newest first."""
    page = open_desk(folder).record(offset=offset, limit=limit, actor=actor, action=action, subject=subject)
    emit(page, form, lambda: _lines(page))


def export(
    folder: CaseArgument,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it, as JSON lines.")],
    form: FormatOption = Format.TEXT,
) -> None:
    """Write the record to a file, and beside it the verifier that needs nothing but Python."""
    written = [str(path) for path in open_desk(folder).export_record(target)]
    emit({"written": written}, form, lambda: iter([f"Written: {', '.join(written)}."]))


def _lines(page: "RecordPage") -> Iterator[str]:
    for entry in page.entries:
        words = "; ".join(f"{name}: {text}" for name, text in entry.text.items())
        yield f"{entry.seq}  {entry.at[:19]}Z  {entry.sentence}" + (f" {words}" if words else "")
    yield f"{len(page.entries)} of {page.of:,} entries. Head: {page.head}"
