"""Groups the adverts of a case with the contacts read out of them, and tells why each group hangs together.

The engine joins adverts by wordings and by contacts that are no hub. Pictures join nobody: a shared one proposes a pair of
texts and halves what the pair must reach. What a person has told apart is taken apart again.
"""

from typing import Any

import pyarrow as pa

from palermo.adverts.apart import split
from palermo.adverts.engine import Grouped, group_batches
from palermo.adverts.given import given_of
from palermo.adverts.groups import Case, write_groups
from palermo.adverts.joining_nobody import hub_contacts, public_wordings
from palermo.adverts.parameters import GroupingParameters
from palermo.adverts.pictures import read_pictures, stock
from palermo.model.grouping import Grouping, Readings
from palermo.model.ids import RowKey

_COLUMNS = ("row", "title", "body", "persona", "city", "images", "price")


def group_adverts(
    adverts: pa.Table,
    readings: Readings,
    parameters: GroupingParameters | None = None,
    apart: frozenset[tuple[RowKey, RowKey]] = frozenset(),
) -> Grouping:
    """Group adverts; the answer does not depend on the order of the rows nor on the machine.

    Args:
        adverts: columns of `row_schema(Kind.ADVERTS)`, one row a row key, texts already masked.
        readings: what `read_all` gave for them.
        parameters: the figures to run with; the published ones when left out.
        apart: pairs of adverts that a person has said are not one hand; those not among the adverts are passed over.
    """
    figures = parameters or GroupingParameters()
    listed = adverts.select(_COLUMNS).sort_by("row").combine_chunks()
    case = _case(listed, readings)
    named = given_of(case.rows, readings)
    pictures = read_pictures([sorted(set(found.split())) for found in _cells(listed, "images")], figures.picture_bits)
    grouped = group_batches(
        listed.rename_columns(["advert_id", *_COLUMNS[1:]]).to_batches(),
        figures,
        cities=sorted(set(case.cities)),
        given=named.given,
        beside=pictures.beside(),
    )
    group = split(grouped, _pairs(case, apart))
    number = named.numbers(grouped.known.keys)
    stocked = stock(pictures, group, figures.stock_parts)
    values = _values(case, grouped, number)
    hubs = (*hub_contacts(grouped, number, figures.hub_parts), *stocked, *public_wordings(case, grouped))
    groups = write_groups(case, grouped, group, values, pictures.without(stocked))
    alone = len(case.rows) - sum(len(found.rows) for found in groups)
    return Grouping(groups, hubs, alone, readings)


def _cells(listed: pa.Table, name: str) -> list[str]:
    found: list[Any] = listed.column(name).to_pylist()
    return [value or "" for value in found]


def _case(listed: pa.Table, readings: Readings) -> Case:
    rows = [RowKey(row) for row in _cells(listed, "row")]
    titles, bodies, personas, cities = (_cells(listed, name) for name in ("title", "body", "persona", "city"))
    return Case(rows, titles, bodies, personas, cities, readings)


def _pairs(case: Case, apart: frozenset[tuple[RowKey, RowKey]]) -> list[tuple[int, int]]:
    """Give the row numbers of pairs told apart, of those that are here."""
    named = {row for pair in apart for row in pair}
    at = {row: n for n, row in enumerate(case.rows) if row in named}
    return sorted((at[a], at[b]) for a, b in apart if a in at and b in at)


def _values(case: Case, grouped: Grouped, number: dict[str, int]) -> list[tuple[str, ...]]:
    """Give the contacts that join each row, sorted: those that the engine has and that are no hub."""
    joining = {value for value, n in number.items() if not grouped.hub[n]}
    return [tuple(value for value in case.readings.values(row) if value in joining) for row in case.rows]
