"""Finds the pairs worth comparing: records that share one of many keys, each of two or more agreements or of a rare value.

No key is trusted alone to find a person: a name misspelt is found by the birth date and the address, a birth date by the
name. A key that more records share than `block` says too little and is left out; the narrower keys built from it remain.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_NARROW = (
    "parts",
    "'b' || family || birth",
    "'b' || given || birth",
    "'a' || word1 || ' ' || family",
    "'a' || word1 || ' ' || given",
    "'a' || word2 || ' ' || family",
    "'a' || word1 || ' ' || birth",
    "'x' || birth || family[1:2]",
    "'m' || birth[1:7] || family[1:4]",
    "'a' || word1 || ' ' || word2",
    "'d' || document",
    "'t' || phone",
    "'n' || native",
)
"""Keys of two strong agreements, or of a rare value: all that is asked of a very large table."""

_WIDE = (
    "'p' || least(given[1:3], family[1:3]) || greatest(given[1:3], family[1:3])",
    "'i' || given[1] || ' ' || family",
    "'f' || family",
    "'f' || given",
    "'k' || family[1:2] || right(family, 2) || given[1]",
    "'y' || year || family",
    "'y' || year || given",
    "'x' || birth || given[1:1]",
    "'c' || word1 || ' ' || family[1:3]",
    "'c' || word1 || ' ' || given[1:2]",
    "'n' || native[1:2] || birth",
    "'b' || birth",
    "'a' || word1",
    "'a' || word1 || ' ' || year",
    "'a' || word2 || ' ' || year",
)
"""Keys of one agreement, or of weaker ones."""

LARGE = 200_000
"""A table of more records than this is searched by the narrow keys alone."""

_TITLES = (
    "parts",
    "'w' || tokens[1] || ' ' || tokens[2]",
    "'w' || tokens[1]",
    "'w' || tokens[2]",
    "'p' || folded[1:6]",
    "'a' || word1 || ' ' || tokens[1]",
    "'a' || word1 || ' ' || folded[1:2]",
    "'d' || document",
    "'t' || phone",
    "'n' || native",
    "'a' || word1",
    "'a' || word1 || ' ' || word2",
)
"""The keys of organisations: of names in words, not in parts."""


_ACROSS = ("unnest(sure)", "unnest(fair)")
"""The keys of names alike across scripts: the numbers of pairs of writings."""


def _further_keys(further: int) -> list[str]:
    """Give the keys with the further columns in them."""
    keys = []
    for at in range(further):
        name = f"further{at}"
        keys += [
            f"'{at}' || {name} || ' ' || family",
            f"'{at}' || {name} || ' ' || given",
            f"'{at}' || {name} || birth",
            f"'{at}' || {name} || birth[1:7]",
            f"'{at}' || {name} || year || family[1]",
            f"'{at}' || {name} || year || given[1]",
            *(f"'{at}.{other}' || {name} || further{other} || given[1]" for other in range(at)),
        ]
    return keys


def keys_of(family: str, records: int, further: int, *, across: bool) -> tuple[str, ...]:
    """Give the keys of a family of records, as SQL over `people`; of a very large one only the narrow ones."""
    persons = _NARROW if records > LARGE else (*_NARROW, *_WIDE)
    named = persons if family == "persons" else _TITLES
    return (*named, *(_ACROSS if across else ()), *_further_keys(further))


def block(db: "duckdb.DuckDBPyConnection", keys: tuple[str, ...], most: int) -> int:
    """Make the table `pairs` (`l`, `r`, l < r) of all pairs that share a key fewer than `most` share.

    Returns:
        how many pairs there are.
    """
    db.execute("CREATE OR REPLACE TABLE found (pair BIGINT)")
    for key in keys:
        db.execute(
            f"CREATE OR REPLACE TEMP TABLE keyed AS SELECT hash(key) AS key, id FROM (SELECT {key} AS key, id FROM people) "
            "WHERE key IS NOT NULL"
        )
        db.execute(
            "CREATE OR REPLACE TEMP TABLE few AS SELECT key, id FROM keyed SEMI JOIN "
            f"(SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND {most}) USING (key)"
        )
        db.execute(
            "INSERT INTO found SELECT a.id << 32 | b.id FROM few AS a JOIN few AS b ON a.key = b.key AND a.id < b.id"
        )
    db.execute("DROP TABLE keyed; DROP TABLE few")
    db.execute(
        "CREATE OR REPLACE TABLE pairs AS SELECT pair >> 32 AS l, pair & 4294967295 AS r FROM (SELECT DISTINCT pair FROM found)"
    )
    db.execute("DROP TABLE found")
    return int(db.sql("SELECT count(*) FROM pairs").fetchall()[0][0])


def befriend(db: "duckdb.DuckDBPyConnection", strong: str, most: int) -> int:
    """Make the table `more_pairs` of pairs that are not in `pairs` and are each strongly alike to one and the same third.

    Args:
        db: the database.
        strong: a table of `l`, `r` that are strongly alike.
        most: a record alike to more than this many is passed over.

    Returns:
        how many pairs there are.
    """
    db.execute(
        f"CREATE OR REPLACE TEMP TABLE edges AS SELECT l AS a, r AS b FROM {strong} UNION ALL SELECT r, l FROM {strong}"
    )
    db.execute(
        "CREATE OR REPLACE TABLE more_pairs AS SELECT DISTINCT x.b AS l, y.b AS r FROM edges AS x JOIN edges AS y "
        "ON x.a = y.a AND x.b < y.b WHERE x.a IN (SELECT a FROM edges GROUP BY a HAVING count(*) BETWEEN 2 AND "
        f"{most}) AND NOT EXISTS (SELECT 1 FROM pairs WHERE pairs.l = x.b AND pairs.r = y.b)"
    )
    db.execute("DROP TABLE edges")
    return int(db.sql("SELECT count(*) FROM more_pairs").fetchall()[0][0])
