"""Turns JSON records into cells: numbers as they were written, what is nested as JSON text."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from palermo.model.errors import Unreadable

Json = object
"""What a JSON text holds."""


class Number(str):
    """A number as it was written: as many digits as it had, none made up by a conversion."""

    __slots__ = ()


class NotANumber:
    """NaN or Infinity, which no JSON has."""


@dataclass(slots=True)
class Repeats:
    """How many objects gave a name twice."""

    count: int = 0

    def note(self) -> tuple[str, ...]:
        """Say it in a sentence."""
        if not self.count:
            return ()
        return (f"{self.count} objects give a name more than once; the last value was taken, as JSON programs do.",)


def decoder(repeats: Repeats) -> json.JSONDecoder:
    """Make a decoder that keeps numbers as written and counts repeated names."""

    def pairs(found: list[tuple[str, Json]]) -> dict[str, Json]:
        made = dict(found)
        repeats.count += len(made) < len(found)
        return made

    return json.JSONDecoder(
        object_pairs_hook=pairs, parse_float=Number, parse_int=Number, parse_constant=lambda _: NotANumber()
    )


def cells_of(record: Json, names: Iterable[str]) -> tuple[list[str | None], str]:
    """Give a record's cells under the names, and what is wrong with it, if anything is."""
    if not isinstance(record, dict):
        return [_safe(written(record))], "row-json-object"
    try:
        cells = [_cell(record.get(name)) for name in names]
    except RecursionError:
        return [], "row-json-deep"
    except ValueError:
        return [], "row-json-number"
    if any(cell is not None and not cell.isascii() and _safe(cell) != cell for cell in cells):
        return [cell and _safe(cell) for cell in cells], "row-bytes"
    return cells, ""


def _cell(value: Json) -> str | None:
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    return written(value)


def written(value: Json) -> str:
    """Write a value as JSON text.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{written(name)}:{written(held)}" for name, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    if isinstance(value, NotANumber):
        raise ValueError("NaN")
    return json.dumps(value, ensure_ascii=False)


def _safe(text: str) -> str:
    """Put a mark where a text holds half a character, which cannot be stored."""
    return text.encode("utf-8", "replace").decode()


def header_of(names: Iterable[str], file: str, limit: int) -> tuple[str, ...]:
    """Make the header of all names met.

    Raises:
        Unreadable: there are none, or too many.
    """
    header = tuple(names)
    if not header:
        raise Unreadable(f"“{file}” holds no records with named values.")
    if len(header) > limit:
        raise Unreadable(f"The records of “{file}” have {len(header)} names.", cause=f"At most {limit} are read.")
    return header
