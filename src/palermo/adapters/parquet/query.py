"""Asks the parts: rows of a kind for the methods, where rows stand, what stood there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import duckdb

from palermo.model.errors import Damaged
from palermo.model.ids import FileId, RowKey
from palermo.model.records import COLUMNS, Kind

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a row stands: the file's id in the case, the row there, and its bytes where the format gives them."""

    row: RowKey
    file: FileId
    record: int
    start: int | None
    end: int | None


def _paths(case: Path, names: Iterable[str]) -> list[str]:
    return [str(case / name) for name in names]


@contextmanager
def _connect() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open an engine over the parts; a part that cannot be read is told in a sentence."""
    try:
        with duckdb.connect(config={"threads": "2"}) as db:
            yield db
    except duckdb.Error as error:
        raise Damaged(
            "A part of the case's collections cannot be read.", cause=str(error).splitlines()[0],
            way_out="Run `palermo verify` to see which, and take the newest copy that is whole.",
        ) from error  # fmt: skip


def _table(db: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object]) -> "pa.Table":
    """Run a query whose answer is large."""
    found = db.sql(query, params=list(parameters))
    assert found is not None, "a SELECT has an answer"
    return found.to_arrow_table()


def rows_of_kind(case: Path, kind: Kind, rows: Sequence[str], seen_allowed: Sequence[str] | None) -> "pa.Table":
    """Load what rules read of a kind: first occurrences, in the order of their keys.

    Args:
        case: the case's folder.
        kind: the kind.
        rows: names of its `rows` parts.
        seen_allowed: names of the `seen` parts whose rows may be read; None where no source is restricted.

    Returns:
        a table of `row_schema(kind)`.
    """
    from palermo.model.tables import row_schema

    schema = row_schema(kind)
    if not rows or seen_allowed == []:
        return schema.empty_table()
    columns = ", ".join(f'"{found.name}"' for found in COLUMNS[kind])
    where = "occurrence = 0"
    with _connect() as db:
        parameters: list[list[str]] = [_paths(case, rows)]
        if seen_allowed is not None:
            where += " AND row IN (SELECT row FROM read_parquet(?))"
            parameters.append(_paths(case, seen_allowed))
        query = f"SELECT row, {columns} FROM read_parquet(?) WHERE {where} ORDER BY row"
        return _table(db, query, parameters).cast(schema)


def rows_by_key(case: Path, rows: Sequence[str], keys: Sequence[str]) -> list[dict[str, object]]:
    """Give some rows as plain values, in the order of their keys; keys not there are left out."""
    if not rows or not keys:
        return []
    with _connect() as db:
        query = "SELECT * FROM read_parquet(?, union_by_name=true) WHERE row IN (SELECT unnest(?)) ORDER BY row"
        return cast("list[dict[str, object]]", _table(db, query, [_paths(case, rows), list(keys)]).to_pylist())


def adverts_named(case: Path, rows: Sequence[str], name: str, least: int) -> list[tuple[RowKey, int, str]]:
    """Find adverts by their key, the beginning of one (`least` digits or more) or their advert id.

    Returns:
        key, occurrence and advert id of each, first occurrences first, by key.
    """
    if not rows:
        return []
    with _connect() as db:
        query = (
            "SELECT row, occurrence, advert_id FROM read_parquet(?, union_by_name=true)"
            " WHERE row = ? OR (? AND starts_with(row, ?)) OR advert_id = ? ORDER BY occurrence, row"
        )
        found = db.execute(query, [_paths(case, rows), name, len(name) >= least, name, name]).fetchall()
        return [(RowKey(row), int(occurrence), str(ident)) for row, occurrence, ident in found]


def rows_of_kinds(
    case: Path, parts: Mapping[Kind, Sequence[str]], keys: Sequence[str]
) -> list[tuple[Kind, dict[str, object]]]:
    """Give some rows of several kinds as plain values, each with its kind; keys not there are left out."""
    found: list[tuple[Kind, dict[str, object]]] = []
    if not keys or not any(parts.values()):
        return found
    with _connect() as db:
        query = "SELECT * FROM read_parquet(?, union_by_name=true) WHERE row IN (SELECT unnest(?)) ORDER BY row"
        for kind, names in parts.items():
            rows = _table(db, query, [_paths(case, names), list(keys)]).to_pylist() if names else []
            found += [(kind, row) for row in rows]
    return found


def first_rows_named(case: Path, parts: Mapping[Kind, Sequence[str]], name: str, least: int) -> set[RowKey]:
    """Find rows of some kinds by their key, the beginning of one (`least` digits or more) or a person's record id.

    Returns:
        of each the first of the rows that equal it.
    """
    from palermo.model.rows import content_digests
    from palermo.model.tables import value_schema

    found: set[RowKey] = set()
    if not any(parts.values()):
        return found
    with _connect() as db:
        for kind, names in parts.items():
            identified = "record_id = ?" if kind is Kind.PERSONS else "?::VARCHAR IS NULL"
            query = (
                "SELECT * FROM read_parquet(?, union_by_name=true)"
                f" WHERE row = ? OR (? AND starts_with(row, ?)) OR {identified} ORDER BY row"
            )
            if names:
                rows = _table(db, query, [_paths(case, names), name, len(name) >= least, name, name])
                values = rows.select([column.name for column in COLUMNS[kind]]).cast(value_schema(kind))
                found.update(RowKey(key) for key in content_digests(kind, values).to_pylist())
    return found


def keys_beginning(case: Path, rows: Sequence[str], name: str) -> bool:
    """Tell whether any row's key begins with a name."""
    if not rows:
        return False
    with _connect() as db:
        query = "SELECT 1 FROM read_parquet(?, union_by_name=true) WHERE starts_with(row, ?) LIMIT 1"
        return db.execute(query, [_paths(case, rows), name]).fetchone() is not None


def sightings(case: Path, seen: Sequence[str], keys: Sequence[str]) -> dict[RowKey, list[Sighting]]:
    """Tell where rows stand: for each key its places, by file and row."""
    if not seen or not keys:
        return {}
    with _connect() as db:
        query = (
            'SELECT row, file, record, "start", "end" FROM read_parquet(?) WHERE row IN (SELECT unnest(?))'
            " ORDER BY row, file, record"
        )
        found: dict[RowKey, list[Sighting]] = {}
        for values in db.execute(query, [_paths(case, seen), list(keys)]).fetchall():
            place = Sighting(*values)
            found.setdefault(place.row, []).append(place)
        return found


def cells(case: Path, raw: Sequence[str], first: int, last: int) -> dict[int, list[str | None]]:
    """Give the cells of a file's rows from `first` to `last` as they were written, by row."""
    if not raw:
        return {}
    with _connect() as db:
        query = "SELECT * FROM read_parquet(?) WHERE record BETWEEN ? AND ? ORDER BY record"
        found = {}
        for record, *values, more in db.execute(query, [_paths(case, raw), first, last]).fetchall():
            found[int(record)] = [*values, *(more or [])]
        return found


def spans(case: Path, rows: Sequence[str], column: str) -> tuple[str, str]:
    """Give the first and last moment or day in a column, as ISO text; empty where there is none."""
    with _connect() as db:
        query = f'SELECT min("{column}")::VARCHAR, max("{column}")::VARCHAR FROM read_parquet(?)'
        found = db.execute(query, [_paths(case, rows)]).fetchone()
        return (found[0] or "", found[1] or "") if found else ("", "")


def known_among(case: Path, rows: Sequence[str], keys: "pa.Table") -> "pa.Array":
    """Tell which keys are already in some parts.

    Args:
        case: the case's folder.
        rows: names of `rows` parts of one kind.
        keys: a table with `at` (int64) and `row`.

    Returns:
        the `at` of those that are, sorted.
    """
    with _connect() as db:
        db.register("keys", keys)
        query = 'SELECT "at" FROM keys SEMI JOIN read_parquet(?) AS held ON keys.row = held.row ORDER BY "at"'
        return _table(db, query, [_paths(case, rows)]).column("at")


def occurrences(contents: "pa.Table") -> "pa.Table":
    """Number equal rows: from `at` and `content` to those rows (`at`, `content`, `occurrence`) that repeat an earlier one."""
    with _connect() as db:
        db.register("contents", contents)
        return _table(
            db,
            'SELECT "at", content, occurrence FROM (SELECT "at", content, row_number() OVER (PARTITION BY content ORDER BY "at") - 1'
            ' AS occurrence FROM contents) WHERE occurrence > 0 ORDER BY "at"',
            [],
        )
