"""Runs the console blocks of a page and compares what is printed with what the page shows.

In a block that opens with ```console, a line that begins with `$ ` is a command (one that ends in a backslash goes on in
the next line) and what follows is its output. `…` on a line of its own stands for any number of lines, inside a line for
any text. `ROW`, `OTHER`, `FINDING` and `HEAD` in an output stand for what the program prints there, and for the same in later
commands. A command ends with status 0 unless the page shows `$ echo $?` and the status after it. `palermo open` is
ended as Ctrl-C would once its link is printed.
"""

import contextlib
import io
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

STANDS_FOR = {"ROW": r"[0-9a-f]{32}", "OTHER": r"[0-9a-f]{32}", "FINDING": r"[0-9a-f]{32}", "HEAD": r"\d+:[0-9a-f]{64}"}
"""Words that stand for what the program prints, and what it looks like."""

Run = Callable[[str, Path], tuple[int, str]]
"""Runs a command in a folder: its status and what it printed on either stream."""

USER = "you"
"""The account under which the pages' commands run."""

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a page, and the output the page shows for it; None where it shows none."""

    command: str
    shown: str | None


def steps(page: str) -> list[Step]:
    """Give the commands of a page's console blocks, in their order."""
    return [step for block in _BLOCK.findall(page) for step in _steps_of(block)]


def _steps_of(block: str) -> list[Step]:
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        last = next(at for at, line in enumerate(lines) if not line.endswith("\\"))
        command = " ".join(line.removesuffix("\\").strip() for line in lines[: last + 1])
        shown = "\n".join(lines[last + 1 :])
        found.append(Step(command, shown if shown.strip() else None))
    return found


def act_out(page: str, folder: Path, run: Run | None = None) -> None:
    """Run a page's commands in a folder: each in a shell of its own, as a reader would, unless told otherwise.

    Raises:
        AssertionError: a command ends, or prints, otherwise than the page shows; the message shows what it printed.
    """
    known: dict[str, str] = {}
    status = 0
    waiting = steps(page)
    for at, step in enumerate(waiting):
        if step.command == "echo $?":
            assert step.shown == str(status), f"`{waiting[at - 1].command}` ended with status {status}."
            continue
        command = _with_known(step.command, known)
        status, printed = (run or in_a_shell)(command, folder)
        told = at + 1 < len(waiting) and waiting[at + 1].command == "echo $?"
        assert told or status == 0, f"`{command}` ended with status {status} and printed:\n{printed}"
        if step.shown is not None:
            fits = re.fullmatch(pattern(step.shown, known), printed.rstrip("\n"))
            assert fits, f"`{command}` printed:\n{printed}\nand the page shows:\n{step.shown}"
            known |= {name: text for name, text in fits.groupdict().items() if text}


def _with_known(command: str, known: dict[str, str]) -> str:
    """Put what was printed before in place of the words that stand for it."""
    return re.sub(r"\b(?:ROW|OTHER|FINDING|HEAD)\b", lambda word: known.get(word[0], word[0]), command)


def pattern(shown: str, known: dict[str, str]) -> re.Pattern[str]:
    """Make of an output with wildcards a pattern; a word that stands for something new becomes a named group."""
    met: set[str] = set()
    lines = (
        r"(?:[^\n]*(?:\n|\Z))*?" if line.strip() == "…" else _line(line, known, met) + r"(?:\n|\Z)"
        for line in shown.splitlines()
    )
    return re.compile("".join(lines))


def _line(line: str, known: dict[str, str], met: set[str]) -> str:
    parts = []
    for piece in re.split(r"(…|\b(?:ROW|OTHER|FINDING|HEAD)\b)", line.rstrip()):
        if piece == "…":
            parts.append(r"[^\n]*?")
        elif piece in met:
            parts.append(f"(?P={piece})")
        elif piece in known:
            parts.append(re.escape(known[piece]))
        elif piece in STANDS_FOR:
            met.add(piece)
            parts.append(f"(?P<{piece}>{STANDS_FOR[piece]})")
        else:
            parts.append(re.escape(piece))
    return "".join(parts)


def in_a_shell(command: str, folder: Path) -> tuple[int, str]:
    """Run a command in a shell, with this environment's programs first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {"PATH": path, "HOME": str(folder), "USER": USER, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
    running = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder, env=environment, text=True, encoding="utf-8", start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert running.stdout is not None
    printed = []
    with running:
        for line in running.stdout:
            printed.append(line)
            if line.startswith("The link works once"):
                os.killpg(running.pid, signal.SIGINT)
    return running.returncode, "".join(printed)


def at_once(command: str, folder: Path) -> tuple[int, str]:
    """Run a command of the program without starting Python anew; what needs a shell or a server gets a shell."""
    if not command.startswith("palermo ") or command.startswith("palermo open") or re.search(r"[|;&<>$`]", command):
        return in_a_shell(command, folder)
    from palermo.cli.main import run

    said = io.StringIO()
    old_arguments, old_user = sys.argv, os.environ.get("USER", "")
    try:
        os.environ["USER"] = USER
        with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            sys.argv = [
                word for part in shlex.split(command) for word in (sorted(map(str, Path().glob(part))) or [part])
            ]
            run()
        status: object = 0
    except SystemExit as end:
        status = end.code
    finally:
        sys.argv, os.environ["USER"] = old_arguments, old_user
    return status if isinstance(status, int) else 0, said.getvalue()
