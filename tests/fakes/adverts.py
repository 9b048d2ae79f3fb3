"""Makes small tables of invented adverts, and of other kinds, for the tests of grouping, indicators and leads."""

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import pyarrow as pa

from palermo.adverts import read_all
from palermo.model.grouping import AdvertGroup, Grouping, Hub, Wording
from palermo.model.ids import RowKey
from palermo.model.records import Kind
from palermo.model.tables import row_schema

START = datetime(2024, 1, 1, 12, tzinfo=UTC)
FOOTER = (
    "please mention this site when you call and read our terms before you book any meeting with the members "
    "shown on these pages because all prices and times are given by the members themselves"
)
_SOUNDS = ("ba", "do", "fi", "ge", "ku", "la", "mi", "no", "pe", "ru", "sa", "ti", "vo", "we", "zu")
_WORDS = tuple(a + b + c for a in _SOUNDS[:8] for b in _SOUNDS[5:] for c in _SOUNDS[::4])


def key(n: int) -> RowKey:
    """Give the key of the n-th row."""
    return RowKey(f"{n:032x}")


def phone(n: int) -> str:
    """Give a number from the British range for drama."""
    return f"+44770090{n:04d}"


def prose(seed: int, words: int = 24) -> str:
    """Give invented words that mean nothing; two seeds share next to nothing in order."""
    return " ".join(random.Random(seed).sample(_WORDS, words))


def table(kind: Kind, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Make a table of rows; what is left out is not there, and the n-th row has the n-th key."""
    schema = row_schema(kind)
    return pa.Table.from_pylist([{"row": key(n), **values} for n, values in enumerate(rows)], schema=schema)


def adverts(rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Make adverts; `day` counts from the first of January 2024, and a body is invented where none is given."""
    made = []
    for n, given in enumerate(rows):
        values = dict(given)
        day = values.pop("day", 0)
        assert isinstance(day, int)
        made.append({"advert_id": f"A-{n}", "posted_at": START + timedelta(days=day), "body": prose(n), **values})
    return table(Kind.ADVERTS, made)


def grouping(
    found: pa.Table,
    groups: Sequence[Sequence[int]],
    hubs: Sequence[Hub] = (),
    wordings: Mapping[int, Sequence[Sequence[int]]] | None = None,
) -> Grouping:
    """Group adverts by hand: each group as the numbers of its rows, with wordings by group number."""
    readings = read_all(found)
    shunned = {hub.value for hub in hubs}
    made = []
    for n, numbers in enumerate(groups):
        rows = tuple(sorted(key(number) for number in numbers))
        contacts = sorted({value for row in rows for value in readings.values(row)} - shunned)
        shared = tuple(
            Wording(tuple(sorted(key(number) for number in each)), "a shared text […]")
            for each in (wordings or {}).get(n, ())
        )
        made.append(AdvertGroup(rows, (), "a shared text […]" if shared else "", "", tuple(contacts), shared))
    alone = found.num_rows - sum(len(group.rows) for group in made)
    return Grouping(tuple(made), tuple(hubs), alone, readings)
