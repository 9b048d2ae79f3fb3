"""`palermo identity`: who may be the same, from names, records and people's judgements."""

from importlib import import_module

import typer

_PARTS: tuple[str, ...] = ("identity_names", "identity_match", "identity_judged", "identity_model", "identity_marked")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(no_args_is_help=True, help="Say who may be the same: names, records and judgements.")
    for part in _PARTS:
        import_module(f"palermo.cli.{part}").register(commands)
    app.add_typer(commands, name="identity")
