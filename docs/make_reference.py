"""Writes the pages of docs/reference that follow from the code: `python docs/make_reference.py`.

The tests of the docs call `pages` and print the expected text where a page differs, so a page never falls behind.
"""

import inspect
import json
import re
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer
from reference_shapes import shapes

from palermo.access import matrix, parse
from palermo.adapters.rules import load
from palermo.api.openapi import TAGS, document
from palermo.api.problems import RIM, TITLES
from palermo.cli.main import app
from palermo.model.errors import FAMILY, PalermoError
from palermo.model.records import COLUMNS, Kind, Reads

MADE = "This page is made from the code by `docs/make_reference.py`; a test holds it to the code."

STATUSES = {
    0: "done",
    1: "done, with rows set aside or something wrong found; or a stored thing is not what was stored",
    2: "wrong use: what was asked for cannot be done as asked",
    3: "refused: access, law or a handling code forbids it",
    70: "the program met something it did not foresee; nothing that was acknowledged is lost",
    130: "stopped with Ctrl-C; what was taken before is in the case, whole",
}
"""What an exit status says; the commands that raise 1 are read out of their code."""

VERIFIED = {
    "T": "the text of the act or standard was read in a stored public copy",
    "S": "a secondary page or an extract was read",
    "G": "general knowledge: unverified",
}
"""How far the source of a sign was checked."""

BASES = {
    "stated_by_source": "the source names the sign itself",
    "our_operationalisation": "a method the source describes, made countable here",
    "own_method": "the program's own method: no source that names it as a sign was found",
}
"""Where a sign comes from, by the codes of the table."""


def pages() -> dict[str, str]:
    """Give the text of every page made from the code, by its name in docs/reference."""
    return {
        "commands.md": _commands(),
        "records.md": _records(),
        "errors.md": _errors(),
        "json.md": _json(),
        "indicators.md": _indicators(load("indicators"), load("history")),
        "levels.md": _levels(load("levels")),
        "api.md": _api(),
        "permissions.md": matrix(parse(load("access"))),
    }


def _page(title: str, summary: str, *lines: str) -> str:
    return "\n".join([f"# {title}", "", summary, "", MADE, *lines]) + "\n"


def _cell(text: object) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def _table(header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    yield from ("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)
    yield ""


# Commands


Command = Any
Parameter = Any
"""A command, and an argument or option of one: the framework that makes them keeps its own classes to itself."""


def leaf_commands() -> dict[str, Command]:
    """Give every command that does something, by its whole name (`case new`)."""
    return dict(_leaves(typer.main.get_command(app), ""))


def _leaves(command: Command, name: str) -> Iterator[tuple[str, Command]]:
    if hasattr(command, "commands"):
        for part, inner in command.commands.items():
            yield from _leaves(inner, f"{name} {part}".strip())
    else:
        yield name, command


def statuses_of(command: Command) -> list[int]:
    """Give the exit statuses of a command: 0, 2 and 3 of all, and those its own code ends with."""
    source = inspect.getsource(inspect.unwrap(command.callback))
    return sorted({0, 2, 3} | {int(code) for code in re.findall(r"typer\.Exit\((\d+)\)", source)})


def option_names(command: Command) -> list[str]:
    """Give every writing of every option of a command, `--help` left out."""
    return [name for held in command.params if _is_option(held) for name in (*held.opts, *held.secondary_opts)]


def _is_option(held: Parameter) -> bool:
    return bool(held.opts[0].startswith("-") and "--help" not in held.opts)


def _commands() -> str:
    lines = ["", "Options that stand before a command: `--version` prints the version and ends.", ""]
    lines += ["## Exit status", "", *_table(("status", "meaning"), iter(STATUSES.items()))]
    lines += [
        "Errors are sentences on standard error: what is so, why, what to do. With `--format json` they stand on standard",
        "output too, as one document; see [JSON shapes](json.md). Progress goes to standard error, and only to a terminal.",
    ]
    for name, command in leaf_commands().items():
        lines += ["", *_command(name, command)]
    return _page("Commands", "Every command of `palermo`, with its arguments, options and exit statuses.", *lines)


def _command(name: str, command: Command) -> Iterator[str]:
    arguments = [held for held in command.params if not held.opts[0].startswith("-")]
    options = [held for held in command.params if _is_option(held)]
    kinds = typing.get_type_hints(command.callback)
    yield f"## `palermo {name}`"
    yield ""
    yield " ".join((command.help or "").split())
    yield ""
    words = [f"palermo {name}", *(_metavar(held) for held in arguments), *(["[OPTIONS]"] if options else [])]
    yield f"`{' '.join(words)}`"
    yield ""
    rows = [(f"`{_metavar(held)}`", held.help or "") for held in arguments]
    rows += [(_option(held, kinds[held.name]), _help(held, kinds[held.name])) for held in options]
    yield from _table(("argument or option", "meaning"), iter(rows))
    yield "Exit status: " + ", ".join(str(status) for status in statuses_of(command)) + "."


def _metavar(held: Parameter) -> str:
    return str(held.metavar or held.name.upper())


def _option(held: Parameter, kind: object) -> str:
    names = " ".join(f"`{name}`" for name in (*held.opts, *held.secondary_opts))
    return names if kind is bool else f"{names} {held.metavar or _kind_words(kind)}"


def _kind_words(kind: object) -> str:
    """Say what an option takes, by its type."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "or".join(f" {word} " for word in kind).strip()
    if typing.get_origin(kind) is typing.Literal:
        return " or ".join(typing.get_args(kind))
    inner = [found for found in typing.get_args(kind) if found is not type(None)] or [kind]
    if typing.get_origin(inner[0]) is list:
        inner = list(typing.get_args(inner[0]))
    return {str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "FILE"}[typing.cast("type", inner[0])]


def _help(held: Parameter, kind: object) -> str:
    if held.required:
        return f"{held.help} Must be given."
    if kind is bool or held.default in (None, ""):
        return held.help or ""
    return f"{held.help} Default: {getattr(held.default, 'value', held.default)}."


# Records


def _records() -> str:
    lines = ["", "## How a value is read", ""]
    about = re.findall(r"`([A-Z]+)` ([^·]*?)(?= ·|\.?$)", " ".join((Reads.__doc__ or "").split("\n\n")[1].split()))
    lines += _table(("reads", "how"), ((Reads[name].value, words.rstrip(".")) for name, words in about))
    lines += [
        "Columns of a file that are no canonical column are kept with the row, apart, where no rule reads them. Protected",
        "columns (nationality, religion, sex and the like) are split off; see [what no rule reads](../explanation/protected.md).",
    ]
    for kind in Kind:
        lines += ["", f"## {kind.value}", ""]
        lines += _table(
            ("column", "must be there", "reads", "one of"),
            (
                (f"`{found.name}`", "yes" if found.required else "", found.reads.value, ", ".join(found.words))
                for found in COLUMNS[kind]
            ),
        )
        lines.pop()
    return _page(
        "Kinds of record and their columns", "What an export of each kind holds, and how each value is read.", *lines
    )


# Errors


def _errors() -> str:
    def rows(family: tuple[type[PalermoError], ...]) -> Iterator[tuple[object, ...]]:
        for kind in family:
            yield (
                f"`{kind.slug}`",
                TITLES[kind.slug],
                " ".join((kind.__doc__ or "").split()),
                kind.exit_code,
                kind.status,
            )

    header = ("kind", "title", "when", "exit status", "HTTP status")
    lines = ["", "Each error has up to three sentences: the fact, the cause, and the way out.", "", "## Everywhere", ""]
    lines += [*_table(header, rows(FAMILY)), "## At the API alone", ""]
    lines += _table(
        (*header[:3], header[4]), ((slug, title, when, status) for slug, title, when, _, status in rows(RIM))
    )
    lines += ["The API answers with a problem document (RFC 9457) whose `type` is `urn:palermo:error:` and the kind."]
    return _page(
        "Errors", "Every kind of error, the exit status it ends with and the HTTP status it answers with.", *lines
    )


# JSON shapes


def _json() -> str:
    lines = [
        "",
        "With `--format json` a command prints one JSON document on standard output and nothing else. Below, `…` stands for",
        "text, `0` for a number, `false` for true or false, and one element for any number of them. Times are ISO 8601 with",
        "an offset. A list that is cut says beside it how many there are in all; `group` of a lead is always complete.",
    ]
    seen: dict[str, str] = {}
    for name, shape in shapes().items():
        text = json.dumps(shape, ensure_ascii=False, indent=2)
        lines += ["", f"## `{name}`" if " (" not in name and "any" not in name else f"## {name}", ""]
        if text in seen:
            lines.append(f"The same as `{seen[text]}`.")
        else:
            seen[text] = name
            lines += ["```json", text, "```"]
    return _page("JSON shapes", "What each command prints with `--format json`.", *lines)


# Indicators and levels


def _indicators(table: Mapping[str, Any], history: Mapping[str, Any]) -> str:
    lines = ["", " ".join(str(table["note"]).split()), ""]
    lines += [
        "How far a source was checked: " + "; ".join(f"{mark}: {words}" for mark, words in VERIFIED.items()) + "."
    ]
    for ident, rule in table["indicators"].items():
        lines += ["", *_indicator(ident, rule)]
    lines += ["", "## Not a sign: what a group's history adds", "", " ".join(str(history["note"]).split())]
    for ident, rule in history["indicators"].items():
        lines += ["", *_indicator(ident, rule)]
    lines += ["", "What else is told of a group over time runs with:", ""]
    lines += _table(
        ("part", "runs with"),
        (
            (part, ", ".join(f"`{name}` {value}" for name, value in history[part].items()))
            for part in ("lives", "drift", "reposts")
        ),
    )
    lines.pop()
    return _page(
        "Signs the program looks for",
        "Every sign, its strength, its source and what would explain it innocently.",
        *lines,
    )


def _indicator(ident: str, rule: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {ident}: {rule['name']}"
    yield ""
    yield f"{rule['text']}."
    yield ""
    off = "" if rule["by_default"] else f" {' '.join(str(rule.get('off_because', '')).split())}"
    rows = [
        ("strength", rule["strength"]),
        ("runs", "by default" if rule["by_default"] else f"only if turned on.{off}"),
        ("source", ", ".join(rule["source"])),
        ("basis", BASES[rule["basis"]]),
        ("verified", f"{rule['verified']}: {VERIFIED[rule['verified']]}" if rule["verified"] else "nothing to verify"),
        ("caution", rule["caution"]),
        ("needs", rule["needs"]),
        (
            "reads",
            "; ".join(f"{kind}: {', '.join(f'`{name}`' for name in names)}" for kind, names in rule["columns"].items()),
        ),
        ("runs with", ", ".join(f"`{name}` {value}" for name, value in rule["parameters"].items())),
        ("version", rule["version"]),
    ]
    yield from _table(("what", "says"), iter(rows))
    yield "Innocent explanations, shown with every finding:"
    yield ""
    yield from (f"- {sentence}" for sentence in rule["innocent"])


def _levels(table: Mapping[str, Any]) -> str:
    lines = [
        "",
        "A level says how soon a person should look, not how true anything is. It belongs to the findings of a group taken",
        "together. The first line that fits gives it; every count is of different signs, not of findings.",
        "",
    ]
    lines += _table(
        ("level", "signs of medium strength or more", "signs that must be there", "kinds of source", "because"),
        (
            (
                line["level"],
                line.get("medium_or_more", ""),
                ", ".join(line.get("rules", [])),
                line["sources"],
                line["because"],
            )
            for line in table["levels"]
        ),
    )
    lines += [
        "## Act, means, purpose",
        "",
        "Which sign bears on which element that a prosecutor has to prove, and how.",
        "",
    ]
    lines += _table(
        ("sign", "element", "sentence"),
        ((rule, element, text) for rule, found in table["elements"].items() for element, text in found.items()),
    )
    lines += [" ".join(str(table["no_means"]).split()), "", "## What is not known", ""]
    lines += [
        "What a lead says is not known: where the case holds no record of a kind, and where none is tied to the group.",
        "",
    ]
    lines += _table(
        ("kind", "where there is none", "where none is tied to the group"),
        ((line["kind"], line["absent"], line["unlinked"]) for line in table["not_known"]),
    )
    lines.pop()
    return _page("Levels of a lead", "How the level of a lead follows from its findings, by a published table.", *lines)


# API


def _api() -> str:
    whole = document()
    lines = [
        "",
        "The workspace and the API are served together, on this machine alone. Every call needs the session that the one-time",
        "link opens; every change needs the session's token in a header as well. An error is a problem document; see",
        "[errors](errors.md). The whole document, with examples: `python -m palermo.api.openapi`.",
    ]
    for tag in TAGS:
        own = [
            (f"`{method.upper()} {path}`", f"`{found['operationId']}`", found["summary"])
            for path, methods in whole["paths"].items()
            for method, found in methods.items()
            if tag["name"] in found["tags"]
        ]
        if own:
            lines += ["", f"## {tag['name']}", "", tag["description"], ""]
            lines += _table(("call", "operation", "does"), iter(own))
            lines.pop()
    return _page("API", "Every call of the API: method, address and what it does.", *lines)


def main() -> None:
    """Write every page whose text differs, and say which."""
    folder = Path(__file__).resolve().parent / "reference"
    for name, text in pages().items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(f"written: docs/reference/{name}")


if __name__ == "__main__":
    main()
