"""Lays down the contacts read out of a case's adverts as the engine takes them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from palermo.adverts.kernels.contact_keys import key_of, same_keys
from palermo.adverts.kernels.read import BODY
from palermo.adverts.reading import Given, Hashes
from palermo.model.grouping import Readings
from palermo.model.ids import RowKey

_FIRST = {"contact": 0, "title": 0, "body": BODY}


@dataclass(frozen=True, slots=True)
class Named:
    """Contacts for the engine, and the key of each in canonical writing."""

    given: Given
    key: dict[str, int]

    def numbers(self, keys: Hashes) -> dict[str, int]:
        """Give the number of every contact among the sorted keys of `Carriers`; those the engine left out have none."""
        same = same_keys(np.fromiter(self.key.values(), np.uint64, len(self.key)))
        at = np.searchsorted(keys, same)
        held = at < len(keys)
        held[held] = keys[at[held]] == same[held]
        return {value: n for value, n, known in zip(self.key, at.tolist(), held.tolist(), strict=True) if known}


def given_of(rows: Sequence[RowKey], readings: Readings) -> Named:
    """Lay down the contacts of rows in their order; one of the contact column blanks nothing in title or body."""
    starts = [0]
    places: list[tuple[int, int]] = []
    keys: list[int] = []
    key: dict[str, int] = {}
    for row in rows:
        for found in readings.of(row):
            if found.value not in key:
                key[found.value] = key_of(found.value)
            first = _FIRST[found.place]
            places.append((-1, -1) if found.place == "contact" else (first + found.start, first + found.end))
            keys.append(key[found.value])
        starts.append(len(keys))
    spans = np.array(places, np.int64).reshape(-1, 2)
    given = Given(np.array(starts, np.int64), spans[:, 0].copy(), spans[:, 1].copy(), np.array(keys, np.uint64))
    return Named(given, key)
