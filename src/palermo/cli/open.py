"""`palermo open`: the workspace on a case, in a browser."""

import sys
from typing import Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("open")(open_)


def open_(
    folder: CaseArgument,
    port: Annotated[int, typer.Option(help="The port; a free one when left out.", min=0, max=65_535)] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Open the workspace on this case, on this machine alone; Ctrl-C ends it."""
    import secrets
    import webbrowser

    from palermo.api.server import serve

    desk = open_desk(folder)
    token = secrets.token_urlsafe(32)

    def ready(address: str) -> None:
        say(f"The workspace is open at {address}")
        say("The link works once, on this machine. Ctrl-C ends it.")
        sys.stdout.flush()
        if browser and sys.stdout.isatty():
            webbrowser.open(address)

    serve(desk, token=token, port=port, on_ready=ready)
