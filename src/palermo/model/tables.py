"""The tables capabilities hand one another: Arrow tables whose columns follow from the kinds of record."""

import pyarrow as pa

from palermo.model.records import COLUMNS, Kind, Reads

DECIMAL = pa.decimal128(28, 8)
"""Amounts: 20 digits before the point and 8 after it, exact."""

MOMENT = pa.timestamp("us", tz="UTC")
"""Moments: UTC to the microsecond."""

_ARROW: dict[Reads, pa.DataType] = {
    Reads.TIME: MOMENT,
    Reads.DATE: pa.date32(),
    Reads.DECIMAL: DECIMAL,
    Reads.INTEGER: pa.int64(),
}


def value_schema(kind: Kind) -> pa.Schema:
    """Give the rule-readable columns of a kind, typed; what is not a time, date or number is text."""
    return pa.schema([(found.name, _ARROW.get(found.reads, pa.string())) for found in COLUMNS[kind]])


def row_schema(kind: Kind) -> pa.Schema:
    """Give the columns of a table of rows: `row` (the row key), then the rule-readable ones."""
    return pa.schema([pa.field("row", pa.string(), nullable=False), *value_schema(kind)])
