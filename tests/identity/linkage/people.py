"""Invented records of persons for the tests of linkage."""

import pyarrow as pa

COLUMNS = ("row", "kind", "name", "name_native", "birth_date", "document_no", "phone", "address")


def records(*rows: dict[str, str]) -> pa.Table:
    """Make a table of records; what a row does not say is empty, a row is a person unless it says otherwise."""
    whole = [{"row": f"r{at:05}", "kind": "person"} | row for at, row in enumerate(rows)]
    return pa.table({name: pa.array([row.get(name, "") for row in whole], pa.string()) for name in COLUMNS})
