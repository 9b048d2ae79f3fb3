"""The adverts as the rules read them: who (a persona), where (a city), when, under which contacts, with which pictures.

A persona is a stage name. It stands for an offer in an advert, never for a person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from palermo.kit.cities import city_key
from palermo.model.grouping import Readings
from palermo.model.ids import RowKey


@dataclass(frozen=True, slots=True)
class Sighting:
    """One advert.

    Attributes:
        row: its row key.
        persona: as written; empty when none is given.
        city: as written.
        place: the city's key, equal for all its writings.
        first: the day it was posted.
        last: the last day it was seen; the day it was posted when not known.
        contacts: what was read out of it, sorted.
        images: perceptual hashes.
    """

    row: RowKey
    persona: str
    city: str
    place: str
    first: date
    last: date
    contacts: tuple[str, ...]
    images: tuple[str, ...]


def read_sightings(adverts: pa.Table, readings: Readings) -> dict[RowKey, Sighting]:
    """Read every advert, in the order of row keys."""
    names = ("row", "persona", "city", "posted_at", "seen_at", "images")
    columns = (column.to_pylist() for column in adverts.sort_by("row").select(names).columns)
    found = {}
    for row, persona, city, posted, seen, images in zip(*columns, strict=True):
        first = posted.date()
        found[RowKey(row)] = Sighting(
            row=RowKey(row),
            persona=(persona or "").strip(),
            city=(city or "").strip(),
            place=city_key(city or ""),
            first=first,
            last=max(first, seen.date()) if seen else first,
            contacts=readings.values(RowKey(row)),
            images=tuple((images or "").split()),
        )
    return found


def cities(sightings: Iterable[Sighting]) -> list[str]:
    """Name the cities, each once, most adverts first; each in its most usual writing."""
    counts: dict[str, dict[str, int]] = {}
    for seen in sightings:
        if seen.place:
            writings = counts.setdefault(seen.place, {})
            writings[seen.city] = writings.get(seen.city, 0) + 1
    order = sorted(counts, key=lambda place: (-sum(counts[place].values()), place))
    return [min(counts[place], key=lambda city: (-counts[place][city], city)) for place in order]


def span(sightings: Sequence[Sighting]) -> tuple[date, date]:
    """Give the first and the last day."""
    return min(seen.first for seen in sightings), max(seen.last for seen in sightings)


def rows_of(sightings: Iterable[Sighting]) -> tuple[RowKey, ...]:
    """Give the row keys, sorted."""
    return tuple(sorted({seen.row for seen in sightings}))
