"""Reads the contacts out of every advert: its contact column, its title and its body, each distinct text once."""

from dataclasses import replace

import pyarrow as pa

from palermo.kit.contacts import read_contacts
from palermo.kit.phones import same_numbers
from palermo.model.grouping import Place, Reading, Readings
from palermo.model.ids import RowKey


def read_all(adverts: pa.Table) -> Readings:
    """Read the contacts of every advert.

    Args:
        adverts: columns of `row_schema(Kind.ADVERTS)`.

    Returns:
        for each row the contacts in its contact column, title and body; a national writing that meets exactly one
        international number with the same digits in these adverts carries that number.
    """
    columns = [adverts.column(name).to_pylist() for name in ("row", "contact", "title", "body")]
    known: dict[tuple[Place, str], tuple[Reading, ...]] = {}
    found: dict[RowKey, tuple[Reading, ...]] = {}
    for row, contact, title, body in zip(*columns, strict=True):
        parts: list[Reading] = []
        cells: tuple[tuple[Place, str | None], ...] = (("contact", contact), ("title", title), ("body", body))
        for place, text in cells:
            if text:
                parts += _read(place, text, known)
        found[RowKey(row)] = tuple(parts)
    same = same_numbers({part.value for parts in found.values() for part in parts})
    return Readings({row: tuple(_under(part, same) for part in parts) for row, parts in found.items()})


def _read(place: Place, text: str, known: dict[tuple[Place, str], tuple[Reading, ...]]) -> tuple[Reading, ...]:
    key = (place, text)
    if key not in known:
        if place == "contact":  # in canonical writing already: intake read the cell
            known[key] = (Reading(text, place, 0, len(text), text, (), True),)
        else:
            known[key] = tuple(
                Reading(found.value, place, found.start, found.end, found.as_written, found.ways, found.plain)
                for found in read_contacts(text)
            )
    return known[key]


def _under(part: Reading, same: dict[str, str]) -> Reading:
    number = same.get(part.value)
    return replace(part, value=number) if number else part
