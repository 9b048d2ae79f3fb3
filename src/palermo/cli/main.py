"""The program `palermo`: its commands, and how it ends."""

import os
import sys
from importlib import import_module

import typer

from palermo import __version__
from palermo.model.errors import PalermoError

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
        app()
    except PalermoError as error:
        _tell(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo(
            "Stopped. What was taken before is in the case, whole; run the same command again for the rest.", err=True
        )
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("PALERMO_DEBUG"):
            raise
        if _wants_json():
            from palermo.cli.output import print_json

            print_json(
                {"error": {"kind": "unforeseen", "fact": type(error).__name__, "cause": str(error), "way_out": ""}}
            )
        typer.echo(f"The program met something it did not foresee: {type(error).__name__}: {error}", err=True)
        typer.echo(
            "The case holds all that was acknowledged. Run again with PALERMO_DEBUG=1 to see where, and report it.",
            err=True,
        )
        sys.exit(70)


def _wants_json() -> bool:
    arguments = sys.argv[1:]
    return "--format=json" in arguments or ("--format" in arguments and "json" in arguments)


def _tell(error: PalermoError) -> None:
    """Print an error's sentences; as JSON where JSON was asked for."""
    if _wants_json():
        from palermo.cli.output import print_json

        print_json({"error": {"kind": error.slug, "fact": error.fact, "cause": error.cause, "way_out": error.way_out}})
    typer.echo("\n".join(part for part in (error.fact, error.cause, error.way_out) if part), err=True)
