"""A row's identity: the digest of its kind, its rule-readable values and its occurrence number among equal rows.

Protected columns, file names, row numbers and file hashes are no part of it, so that rows in another order, a file
split in ten and changed protected columns give the same keys.
"""

from typing import TYPE_CHECKING

from palermo.kit.canon import DIGEST_HEX, digest
from palermo.model.ids import RowKey
from palermo.model.records import COLUMNS, Kind, Reads

if TYPE_CHECKING:
    import pyarrow as pa

_TEXT_OF: dict[Reads, str] = {
    Reads.TIME: "epoch_us({0})::VARCHAR",
    Reads.DATE: "strftime({0}, '%Y-%m-%d')",
    Reads.DECIMAL: "{0}::VARCHAR",
    Reads.INTEGER: "{0}::VARCHAR",
}


def content_digests(kind: Kind, values: "pa.Table") -> "pa.ChunkedArray":
    """Digest the values of each row.

    Args:
        kind: the rows' kind.
        values: a table with the columns of `palermo.model.tables.value_schema(kind)`; further columns are not read.

    Returns:
        one text of 32 hexadecimal digits a row, in the order of the rows; it is also the row key of the first
        occurrence (see `row_key`). Each value is length-prefixed, and one that is not there is told from an empty one.
    """
    import duckdb

    with duckdb.connect(config={"enable_external_access": "false", "threads": "2"}) as db:
        db.register("rows", values)
        parts = []
        for found in COLUMNS[kind]:
            text = _TEXT_OF.get(found.reads, "{0}").format(f'"{found.name}"')
            parts.append(f"coalesce(strlen({text})::VARCHAR || ':' || {text}, '-')")
        written = f"'row' || chr(31) || '{kind.value}' || chr(31) || " + " || ".join(parts)
        found_digests = db.sql(f"SELECT substr(sha256({written}), 1, {DIGEST_HEX}) AS content FROM rows")
        return found_digests.to_arrow_table().column("content")


def row_key(content: str, occurrence: int) -> RowKey:
    """Make the key of the n-th equal row (0 is the first): the content digest itself for the first, so most rows need no second digest."""
    return RowKey(content if occurrence == 0 else digest("row", content, str(occurrence)))
