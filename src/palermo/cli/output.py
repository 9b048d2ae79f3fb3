"""How commands speak: sentences for people, one JSON document for programs, progress on standard error."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from palermo.kit.progress import Progress


class Format(StrEnum):
    """How a command answers."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="Answer in sentences, or as one JSON document.")]


def emit(thing: object, form: Format, as_text: Callable[[], Iterator[str]]) -> None:
    """Print an answer: `thing` as JSON, or the lines of `as_text`."""
    if form is Format.JSON:
        plain = asdict(thing) if is_dataclass(thing) and not isinstance(thing, type) else thing
        print_json(plain)
    else:
        for line in as_text():
            say(line)


def print_json(plain: object) -> None:
    """Print one JSON document on standard output."""
    say(json.dumps(plain, ensure_ascii=False, indent=2))


def say(line: str) -> None:
    """Print a line; characters the terminal cannot show, or that would steer it, are escaped."""
    safe = "".join(letter if letter.isprintable() or letter in "\n\t" else f"\\x{ord(letter):02x}" for letter in line)
    encoding = sys.stdout.encoding or "utf-8"
    typer.echo(safe.encode(encoding, "backslashreplace").decode(encoding))


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lay rows out in columns, numbers to the right."""
    if not rows:
        return
    widths = [max(len(str(row[at])) for row in (header, *rows)) for at in range(len(header))]
    right = [all(str(row[at]).replace(",", "").isdigit() for row in rows) for at in range(len(header))]
    for row in (header, *rows):
        cells = (
            str(cell).rjust(width) if to_right else str(cell).ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        )
        yield "  ".join(cells).rstrip()


@contextmanager
def progress() -> Iterator["Progress"]:
    """Show a progress bar on standard error while it is a terminal: what is being done, and what is left."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns: list[Any] = [TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def tell(what: str, done: int, of: int) -> None:
            bar.update(task, description=what, completed=done, total=of or None)

        yield tell
