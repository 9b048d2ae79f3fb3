"""The program `palermo`: its commands, and how it ends."""

import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import cast

import typer

from palermo import __version__
from palermo.model.errors import PalermoError, WrongUse

app = typer.Typer(
    name="palermo", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="A workbench for cross-border investigations into trafficking in human beings.",
)  # fmt: skip

_COMMANDS = (
    "case",
    "add",
    "source",
    "aside",
    "analyse",
    "leads",
    "explain",
    "decide",
    "erase",
    "verify",
    "record",
    "open",
    "adverts",
    "network",
    "identity",
    "training",
)

_INTERRUPTED = 130
"""What typer gives back, instead of raising, after Ctrl-C."""

_MISUSE = cast("type[typer.BadParameter]", typer.BadParameter.__bases__[0])
"""Every error of typer about the words given: a missing option, an unknown one, a wrong choice, an unknown command."""

for _name in _COMMANDS:
    import_module(f"palermo.cli.{_name}").register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"palermo {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and end."
    ),
) -> None:
    """Take options that stand before a command."""


def run() -> None:
    """Run the program and end with its status: 0 done; 1 done with something set aside or wrong; 2 wrong use; 3 refused."""
    try:
        status = app(prog_name="palermo", standalone_mode=False)
    except _MISUSE as error:
        _tell_misuse(error)
        sys.exit(error.exit_code)
    except PalermoError as error:
        _tell(error)
        sys.exit(error.exit_code)
    except typer.Abort:
        typer.echo("Stopped before anything was done.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("PALERMO_DEBUG"):
            raise
        _say_json("unforeseen", type(error).__name__, str(error), "")
        typer.echo(f"The program met something it did not foresee: {type(error).__name__}: {error}", err=True)
        typer.echo(
            "The case holds all that was acknowledged. Run again with PALERMO_DEBUG=1 to see where, and report it.",
            err=True,
        )
        sys.exit(70)
    if status == _INTERRUPTED:
        typer.echo(
            "Stopped. What was taken before is in the case, whole; run the same command again for the rest.", err=True
        )
    sys.exit(status if isinstance(status, int) else 0)


def _wants_json() -> bool:
    """Tell whether JSON was asked for, also where the words given make no command."""
    arguments = sys.argv[1:]
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def _say_json(kind: str, fact: str, cause: str, way_out: str) -> None:
    """Print an error as one JSON document, where JSON was asked for."""
    if _wants_json():
        from palermo.cli.output import print_json

        print_json({"error": {"kind": kind, "fact": fact, "cause": cause, "way_out": way_out}})


def _tell(error: PalermoError) -> None:
    """Print an error's sentences; as JSON where JSON was asked for."""
    _say_json(error.slug, error.fact, error.cause, error.way_out)
    typer.echo("\n".join(part for part in (error.fact, error.cause, error.way_out) if part), err=True)


def _tell_misuse(error: typer.BadParameter) -> None:
    """Tell of words that make no command: the command's own usage, and as JSON in the shape of every other error."""
    command = error.ctx.command_path if error.ctx else "palermo"
    usage = error.ctx.get_usage().removeprefix("Usage: ") if error.ctx else ""
    cause = f"It is used so: {' '.join(usage.split())}" if usage else ""
    # A command given alone prints its help, whose last words are no sentence of an error.
    told = " ".join(error.format_message().split())
    fact = f"“{command}” is no command by itself." if told.startswith("Usage:") else told
    _say_json(WrongUse.slug, fact, cause, f"Run “{command} --help” for what it takes.")
    error.show()
