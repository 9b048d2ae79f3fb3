"""Tells of every row of a case in which files it stands, so that independent sources can be counted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from palermo.model.errors import Damaged

if TYPE_CHECKING:
    import pyarrow as pa


def row_files(case: Path, seen: Sequence[str]) -> "pa.Table":
    """Give the rows and the files they stand in, each pair once, sorted.

    Args:
        case: the case's folder.
        seen: names of `seen` parts.

    Returns:
        a table of `row` and `file`, both text.

    Raises:
        Damaged: a part cannot be read.
    """
    import pyarrow as pa

    if not seen:
        return pa.table({"row": pa.array([], pa.string()), "file": pa.array([], pa.string())})
    try:
        with duckdb.connect(config={"threads": "2"}) as db:
            query = "SELECT DISTINCT row, file FROM read_parquet(?) ORDER BY row, file"
            found = db.sql(query, params=[[str(case / name) for name in seen]])
            assert found is not None, "a SELECT has an answer"
            return found.to_arrow_table()
    except duckdb.Error as error:
        raise Damaged(
            "A part of the case's collections cannot be read.", cause=str(error).splitlines()[0],
            way_out="Run `palermo verify` to see which, and take the newest copy that is whole.",
        ) from error  # fmt: skip
