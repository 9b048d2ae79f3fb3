"""`palermo network`: how the contacts, accounts, venues and persons of a case hang together."""

from importlib import import_module

import typer

_PARTS: tuple[str, ...] = ("network_case", "network_roles")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(no_args_is_help=True, help="Show how contacts, accounts and venues hang together.")
    for part in _PARTS:
        import_module(f"palermo.cli.{part}").register(commands)
    app.add_typer(commands, name="network")
