"""Decides how a file's tables are to be read: a mapping given, remembered or guessed; where that is unsure, nothing is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from palermo.adapters.readers import Opened
from palermo.adapters.rules import load
from palermo.adapters.sqlite import collect
from palermo.intake.guessing import guess, sample_columns
from palermo.intake.headers import Header, find_header, stated_header
from palermo.intake.mapping import Guess, Mapping
from palermo.kit.masks import is_protected_header, protected_headers
from palermo.model.errors import Unreadable, Unsure, WrongUse
from palermo.model.raw import RawTable
from palermo.model.records import COLUMNS, Kind
from palermo.model.sources import SourceSheet
from palermo.workbench.session import Session
from palermo.workbench.taking import Plan, header_digest, lexicon

_MAX_MAPPING_BYTES = 1_000_000
TEMPLATE = ".mapping.yaml"
"""How the names of mapping templates end."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A table looked at before it is read: its header, what it seems to be, and whether its mapping was remembered."""

    header: Header
    guess: Guess
    samples: list[list[str]]
    remembered: Mapping | None


def look(session: Session, table: RawTable, sheet: SourceSheet, kind: str = "") -> Looked:
    """Look at a table: find its header, recall or guess its mapping."""
    words = lexicon()
    header = stated_header(table.header) if table.header is not None else find_header(table.head, words)
    first = next(iter(table.batches(header.first_row)), None)
    samples = sample_columns(first) if first is not None else [() for _ in header.names]
    protected = protected_headers(load("banned"))
    guessed = guess(header, samples, words, kind=kind, protected=lambda name: is_protected_header(name, protected))
    with session.reading() as db:
        data = collect.remembered_mapping(db, sheet.id, header_digest(header.names))
    remembered = Mapping.from_yaml_data(data) if data else None
    if remembered is not None and kind and remembered.kind != kind:
        remembered = None
    shown = [[value for value in column if value][:3] for column in samples]
    return Looked(header, guessed, shown, remembered.fit(header.names) if remembered else None)


def plan_of(looked: Looked, sheet: SourceSheet, given: Mapping | None) -> Plan:
    """Settle how to read a table.

    Raises:
        Unsure: a required column could not be told.
        WrongUse: the mapping given does not fit the file.
    """
    header = looked.header
    if given is not None:
        return Plan(header, _whole(given.fit(header.names)), sheet)
    if looked.remembered is not None:
        note = "The columns were read as they were the last time for this source."
        return Plan(header, _whole(looked.remembered), sheet, (note,))
    if not looked.guess.settled:
        raise unsure(looked.guess)
    return Plan(header, looked.guess.mapping(), sheet, looked.guess.notes)


def _whole(mapping: Mapping) -> Mapping:
    missing = mapping.missing()
    if missing:
        raise WrongUse(
            f"The mapping gives no column for {', '.join(missing)}.",
            cause=f"Records of kind {mapping.kind} cannot be read without.",
            way_out="Name the file's column for each, or choose another kind.",
        )
    return mapping


def unsure(guessed: Guess) -> Unsure:
    """Say what could not be told of a table."""
    if guessed.kind is None:
        return Unsure(
            "What kind of records it holds could not be told from its headers or values.",
            way_out=f"Name the kind with --kind ({', '.join(list(Kind)[:5])}, …), or give a mapping.",
        )
    return Unsure(
        f"As {guessed.kind.value}, it needs a column for {', '.join(guessed.missing)}, and which one that is could not be told.",
        cause=" ".join(guessed.unsure),
    )


def read_mapping(path: Path) -> Mapping:
    """Read a mapping from a YAML file.

    Raises:
        Unreadable: it is not there, or no YAML.
        WrongUse: it is no mapping.
    """
    try:
        if path.stat().st_size > _MAX_MAPPING_BYTES:
            raise Unreadable(f"“{path.name}” is too long for a mapping.")
        return Mapping.from_yaml_data(yaml.load(path.read_text("utf-8-sig"), Loader=yaml.BaseLoader))  # noqa: S506 - texts alone
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise Unreadable(
            f"The mapping “{path.name}” cannot be read.", cause=next(iter(str(error).splitlines()), "")
        ) from error


def write_template(path: Path, opened: Opened, table: RawTable, looked: Looked) -> Path | None:
    """Write a mapping template beside a file whose columns could not be told; None where the folder may not be written to.

    A template that is there already is left as it is: somebody may be working on it.
    """
    sheet = "".join(letter if letter.isalnum() else "-" for letter in table.sheet)
    target = path.with_name(f"{path.name}{'.' + sheet if sheet and len(opened.tables) > 1 else ''}{TEMPLATE}")
    kind = looked.guess.kind or Kind.ADVERTS
    data = looked.guess.mapping(kind).to_yaml_data() | {"kind": looked.guess.kind.value if looked.guess.kind else "?"}
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(_template_head(path, looked.guess))
            yaml.safe_dump(data, file, allow_unicode=True, sort_keys=False)
    except FileExistsError:
        return target
    except OSError:
        return None
    return target


def _template_head(path: Path, guessed: Guess) -> str:
    kinds = [guessed.kind] if guessed.kind else list(Kind)
    lines = [f"# How “{path.name}” is to be read. Correct it, then: palermo add DIR FILE --mapping THIS-FILE"]
    lines += [f"# {sentence}" for sentence in guessed.unsure]
    lines += ["# On each line: the file's column, then the name from the list below; empty to keep it apart unread;"]
    lines += ['# "!apart" for a protected column (nationality, sex and the like). Names that end in ! must be given.']
    for kind in kinds:
        names = ", ".join(column.name + ("!" if column.required else "") for column in COLUMNS[kind])
        lines.append(f"# {kind.value}: {names}")
    return "\n".join(lines) + "\n"


def candidates(tables: Sequence[RawTable], sheet: str) -> list[RawTable]:
    """Choose a table by its sheet's name; all where none is named.

    Raises:
        WrongUse: there is no sheet of that name.
    """
    if not sheet:
        return list(tables)
    found = [table for table in tables if table.sheet == sheet]
    if not found:
        raise WrongUse(
            f"The file has no sheet “{sheet}”.", way_out=f"It has {', '.join(table.sheet for table in tables)}."
        )
    return found
