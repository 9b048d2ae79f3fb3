"""Opens the case a command names."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from palermo.workbench.open_desk import OpenDesk

CaseArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The case's folder.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; it stands on the record.")]


def open_desk(folder: Path) -> "OpenDesk":
    """Open a case for the local user."""
    from palermo.workbench.open_desk import OpenDesk
    from palermo.workbench.session import open_case

    return OpenDesk(open_case(folder))
