"""Finds what rests on rows: the findings on some of them, and how many findings rest on each row of the case."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from palermo.adapters.sqlite.schema import finding_rows

_AT_ONCE = 500
"""How many keys are asked for in one query."""


def findings_on_rows(db: Connection, rows: Sequence[str]) -> list[str]:
    """List the ids of the findings that rest on any of some rows, sorted."""
    found: set[str] = set()
    for begin in range(0, len(rows), _AT_ONCE):
        part = list(rows[begin : begin + _AT_ONCE])
        query = select(finding_rows.c.finding).where(finding_rows.c.row.in_(part)).distinct()
        found.update(db.execute(query).scalars())
    return sorted(found)


def findings_by_row(db: Connection) -> Iterable[tuple[str, int]]:
    """Give each row that a finding rests on, and how many rest on it."""
    query = select(finding_rows.c.row, func.count(finding_rows.c.finding.distinct())).group_by(finding_rows.c.row)
    for row, count in db.execute(query):
        yield str(row), int(count)
