"""Which column of a file is which: a guess with its reasons, and the mapping a person confirms, edits and reuses."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from palermo.model.errors import WrongUse
from palermo.model.records import Kind, column

Role = Literal["column", "apart", "unknown"]
"""What becomes of a column of a file: read as a canonical one, split off as protected, or kept apart unread."""

APART = "!apart"
"""How a mapping writes that a column is protected and split off."""

BESIDE = "beside the amount"
"""How a mapping writes that the currency stands beside each amount, and not in a column of its own."""


@dataclass(frozen=True, slots=True)
class Options:
    """How values are written, as far as headers and values told.

    Attributes:
        day_order: for a canonical column with dates, `day_first` or `month_first`; absent where it makes no difference.
        decimal: for a canonical column with amounts, `,` or `.`; absent where no value told.
        constants: values for columns the file states once for all (`currency` named in a header, for instance), or
            `BESIDE` for a currency that stands beside each amount.
        zone: the IANA zone of times that carry none, where the mapping states one; the source's sheet otherwise.
        country: the country of phones written without one, alpha-2, where the mapping states one.
    """

    day_order: dict[str, str] = field(default_factory=dict, hash=False)
    decimal: dict[str, str] = field(default_factory=dict, hash=False)
    constants: dict[str, str] = field(default_factory=dict, hash=False)
    zone: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class MappedHeader:
    """One column of a file, by place and name. Two may share a canonical column of times: a day and an hour beside it."""

    index: int
    header: str
    role: Role
    column: str = ""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What a column of a file was taken for.

    Attributes:
        index: its place, from 0.
        header: its name.
        role: what becomes of it.
        column: the canonical column; empty unless `role` is `column`.
        sure: whether it needs no second look.
        why: the reason, in one sentence.
    """

    index: int
    header: str
    role: Role
    column: str
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """A kind and the columns of a file, confirmed: what `Checker` reads by. Fits other files by header name."""

    kind: Kind
    columns: tuple[MappedHeader, ...]
    options: Options = field(default_factory=Options)

    def indices(self, name: str) -> tuple[int, ...]:
        """Give the places of the file's columns read as canonical column `name`; none, one, or two for a day and an hour."""
        return tuple(found.index for found in self.columns if found.role == "column" and found.column == name)

    @property
    def width(self) -> int:
        """How many columns the file's header has."""
        return len(self.columns)

    @property
    def header(self) -> tuple[str, ...]:
        """The file's header, in its order."""
        return tuple(found.header for found in self.columns)

    def missing(self) -> tuple[str, ...]:
        """Name the required columns that no column and no constant of the file gives."""
        from palermo.model.records import required

        given = {found.column for found in self.columns if found.role == "column"} | set(self.options.constants)
        return tuple(name for name in required(self.kind) if name not in given)

    def fit(self, header: Sequence[str]) -> "Mapping":
        """Apply to a file with the same headers in any order; headers not known to the mapping become unknown.

        Raises:
            WrongUse: a header that the mapping reads is not in the file.
        """
        known = {found.header: found for found in self.columns}
        lost = [found.header for found in self.columns if found.role == "column" and found.header not in header]
        if lost:
            raise WrongUse(
                f"The mapping reads “{lost[0]}”, and the file has no column of that name.",
                cause=f"Its columns are {', '.join(f'“{name}”' for name in header[:20])}.",
                way_out="Correct the mapping's header names, or leave the mapping away to have the columns guessed.",
            )
        fresh = MappedHeader(-1, "", "unknown")
        placed = (replace(known.get(name, fresh), index=at, header=name) for at, name in enumerate(header))
        return replace(self, columns=tuple(placed))

    def with_choices(self, choices: Dict[int, str]) -> "Mapping":
        """Take a person's word on columns by place: a canonical name, `!apart`, or empty for unknown.

        Raises:
            WrongUse: the kind has no such column, or the file has none at that place.
        """
        for index, name in choices.items():
            if not 0 <= index < self.width:
                raise WrongUse(f"The file has no column {index + 1}.")
            if name not in {"", APART} and column(self.kind, name) is None:
                raise WrongUse(f"Records of kind {self.kind} have no column “{name}”.")
        return replace(
            self,
            columns=tuple(
                _chosen(found, choices[found.index]) if found.index in choices else found for found in self.columns
            ),
        )

    def to_yaml_data(self) -> dict[str, object]:
        """Write as plain data for a YAML a person can edit: header to column, `!apart`, or empty for unknown."""
        columns = {found.header: APART if found.role == "apart" else found.column for found in self.columns}
        options = {
            name: value
            for name in ("day_order", "decimal", "constants", "zone", "country")
            if (value := getattr(self.options, name))
        }
        return {"kind": self.kind.value, "columns": columns, **({"options": options} if options else {})}

    @classmethod
    def from_yaml_data(cls, data: object) -> "Mapping":
        """Read what `to_yaml_data` wrote, or what a person wrote in its manner.

        Raises:
            WrongUse: it is no such table, or names a kind, column, zone or option that is not known.
        """
        if not isinstance(data, dict) or not isinstance(data.get("columns"), dict):
            raise WrongUse("The mapping is no table with “kind” and “columns”.")
        try:
            kind = Kind(str(data.get("kind", "")))
        except ValueError:
            raise WrongUse(
                f"The mapping names the kind “{data.get('kind', '')}”, and there is none.",
                way_out=f"Write one of {', '.join(Kind)}.",
            ) from None
        written = {str(header): str(name or "") for header, name in data["columns"].items()}
        plain = cls(kind, tuple(MappedHeader(at, header, "unknown") for at, header in enumerate(written)))
        chosen = plain.with_choices(dict(enumerate(written.values())))
        return replace(chosen, options=_read_options(kind, data.get("options") or {}))


def _chosen(found: MappedHeader, name: str) -> MappedHeader:
    role: Role = "apart" if name == APART else "column" if name else "unknown"
    return replace(found, role=role, column=name if role == "column" else "")


def _read_options(kind: Kind, data: object) -> Options:
    """Read the options of a mapping, refusing what is not known."""
    if not isinstance(data, dict):
        raise WrongUse("The mapping's “options” are no table.")
    strange = set(data) - {"day_order", "decimal", "constants", "zone", "country"}
    if strange:
        raise WrongUse(f"The mapping has an option “{min(map(str, strange))}”, and there is none.")
    tables: dict[str, dict[str, str]] = {}
    for name, allowed in (("day_order", {"day_first", "month_first"}), ("decimal", {",", "."}), ("constants", None)):
        table = data.get(name) or {}
        if not isinstance(table, dict):
            raise WrongUse(f"The mapping's option “{name}” is no table of column and value.")
        for key, value in table.items():
            if column(kind, str(key)) is None:
                raise WrongUse(f"The mapping's option “{name}” names “{key}”, no column of {kind}.")
            if allowed is not None and value not in allowed:
                raise WrongUse(
                    f"The mapping's option “{name}” says “{value}”; it may say {' or '.join(sorted(allowed))}."
                )
        tables[name] = {str(key): str(value) for key, value in table.items()}
    return Options(**tables, zone=str(data.get("zone") or ""), country=str(data.get("country") or "").upper())


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file seems to be.

    Attributes:
        kind: the kind of record; None where nothing told.
        kinds: kinds that fit as well, best first; more than the one means the kind itself is unsure.
        columns: one for each column of the header.
        missing: the required columns that no column gives, or that are unsure; while this is not empty nothing is read.
        unsure: for each of `missing` that has candidates, why it is unsure, in one sentence.
        options: how values are written.
        notes: what was decided from the values, in sentences.
    """

    kind: Kind | None
    kinds: tuple[Kind, ...]
    columns: tuple[ColumnGuess, ...]
    missing: tuple[str, ...]
    unsure: tuple[str, ...]
    options: Options
    notes: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether a file may be read by this guess without asking a person."""
        return self.kind is not None and not self.missing

    def mapping(self, kind: Kind | None = None) -> Mapping:
        """Make the mapping that takes the guess as it is.

        Raises:
            WrongUse: the kind is not known and none is given.
        """
        chosen = kind or self.kind
        if chosen is None:
            raise WrongUse("What kind of records the file holds could not be told.", way_out="Name the kind.")
        headers = (MappedHeader(found.index, found.header, found.role, found.column) for found in self.columns)
        return Mapping(chosen, tuple(headers), self.options)
