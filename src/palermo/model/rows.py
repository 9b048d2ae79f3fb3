"""A row's identity: the digest of its kind, its rule-readable values and its occurrence number among equal rows.

Protected columns, file names, row numbers and file hashes are no part of it, so that rows in another order, a file
split in ten and changed protected columns give the same keys.
"""

import hashlib
from typing import TYPE_CHECKING

from palermo.kit.canon import DIGEST_HEX, digest
from palermo.model.ids import RowKey
from palermo.model.records import COLUMNS, Kind, Reads

if TYPE_CHECKING:
    import pyarrow as pa

_ABSENT = "-"
"""Stands for a value that is not there; every other is written after its length, so none can pose as it."""


def content_digests(kind: Kind, values: "pa.Table") -> "pa.ChunkedArray":
    """Digest the values of each row.

    Args:
        kind: the rows' kind.
        values: a table with the columns of `palermo.model.tables.value_schema(kind)`; further columns are not read.

    Returns:
        one text of 32 hexadecimal digits a row, in the order of the rows; it is also the row key of the first
        occurrence (see `row_key`). Each value is length-prefixed, and one that is not there is told from an empty one.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    written = [pa.scalar(f"row\x1f{kind.value}\x1f")]
    for found in COLUMNS[kind]:
        text = _text_of(values.column(found.name), found.reads)
        length = pc.cast(pc.binary_length(text), pa.string())
        written.append(pc.fill_null(pc.binary_join_element_wise(length, text, ":"), _ABSENT))
    whole = pc.cast(pc.binary_join_element_wise(*written, ""), pa.binary()).to_pylist()
    sha = hashlib.sha256
    return pa.chunked_array([[sha(row).hexdigest()[:DIGEST_HEX] for row in whole]], pa.string())


def _text_of(column: "pa.ChunkedArray", reads: Reads) -> "pa.ChunkedArray":
    """Write a column's values one way: moments as microseconds since 1970, days as ISO, amounts to the eighth place."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if reads is Reads.TIME:
        column = pc.cast(column, pa.int64())
    return pc.cast(column, pa.string())


def row_key(content: str, occurrence: int) -> RowKey:
    """Make the key of the n-th equal row (0 is the first): the content digest itself for the first, so most rows need no second digest."""
    return RowKey(content if occurrence == 0 else digest("row", content, str(occurrence)))
