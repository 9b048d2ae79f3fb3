"""Brings names together that are one in different scripts or spellings: each pair of alike writings is worked out once."""

from typing import TYPE_CHECKING

from palermo.kit.sentences import counted

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from palermo.identity.names import NameTables

MOST = 60_000
"""More writings than this are not compared across scripts all with all: only those of other scripts with the rest."""

SURE = 0.8
"""From this score on two writings are one name, whoever bears it."""

FAIR = 0.5
"""From this score on as much speaks for one name as against it."""

_BUSY = 200
"""A key of more writings brings none together."""


def across(db: "duckdb.DuckDBPyConnection", written: "pa.Table", tables: "NameTables") -> tuple[str, ...]:
    """Mark in `people` the records whose names are alike across scripts: `sure` and `fair` hold numbers of pairs of writings.

    Two records whose lists share a number bear names that are alike. The lists are null where there is none.

    Returns:
        what was noted.
    """
    import numpy as np
    import pyarrow as pa

    from palermo.identity.names import keys, score_pairs

    db.register("written", written)
    db.execute(
        "CREATE OR REPLACE TEMP TABLE writings AS SELECT id, writing FROM (SELECT id, unnest([name, name_native]) AS writing "
        "FROM people JOIN written ON rid = id) WHERE writing <> '' AND len(writing) <= 200"
    )
    db.unregister("written")
    names = [name for (name,) in db.sql("SELECT DISTINCT writing FROM writings ORDER BY writing").fetchall()]
    if len(names) > MOST:
        told = f"{counted(len(names), 'writing')} of names are too many to compare across spellings: those of other scripts are."
        names = [name for name in names if not name.isascii()][:MOST]
    else:
        told = ""
    keyed = [(at, key) for at, name in enumerate(names) for key in keys(name, tables)]
    db.register(
        "keyed",
        pa.table(
            {
                "n": pa.array([at for at, _ in keyed], pa.int64()),
                "key": pa.array([key for _, key in keyed], pa.string()),
            }
        ),
    )
    db.execute(
        "CREATE OR REPLACE TEMP TABLE few AS SELECT n, key FROM keyed SEMI JOIN (SELECT key FROM keyed GROUP BY key "
        f"HAVING count(*) BETWEEN 2 AND {_BUSY}) USING (key)"
    )
    db.unregister("keyed")
    found = db.sql(
        "SELECT DISTINCT a.n AS a, b.n AS b FROM few AS a JOIN few AS b ON a.key = b.key AND a.n < b.n ORDER BY a, b"
    ).to_arrow_table()
    ones, others = found.column("a").to_numpy(), found.column("b").to_numpy()
    scores = score_pairs(names, ones, others, tables) if len(ones) else np.empty(0)
    alike = np.flatnonzero(scores >= FAIR)
    if len(alike):
        _mark(
            db,
            pa.array(names, pa.string()),
            pa.array(np.concatenate((ones[alike], others[alike]))),
            np.tile(scores[alike] >= SURE, 2),
            np.tile(alike, 2),
        )
    return (told,) if told else ()


def _mark(db: "duckdb.DuckDBPyConnection", names: "pa.Array", at: "pa.Array", sure: object, number: object) -> None:
    """Write the numbers of alike writings to the records that bear them."""
    import pyarrow as pa

    db.register(
        "alike_writings", pa.table({"writing": names.take(at), "sure": pa.array(sure), "number": pa.array(number)})
    )
    db.execute(
        "UPDATE people SET sure = marked.sure, fair = marked.fair FROM (SELECT id, list(DISTINCT number) FILTER (sure) AS sure, "
        "list(DISTINCT number) FILTER (NOT sure) AS fair FROM writings JOIN alike_writings USING (writing) GROUP BY id) AS marked "
        "WHERE people.id = marked.id"
    )
    db.unregister("alike_writings")
