"""Runs linkage over one family of records: lays them out, blocks, trains, weighs, and settles how likely any two are one."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.identity.linkage import household
from palermo.identity.linkage.across import across
from palermo.identity.linkage.blocking import LARGE, befriend, block, keys_of
from palermo.identity.linkage.figures import LinkageFigures
from palermo.identity.linkage.levels import Comparison, comparisons
from palermo.identity.linkage.model import Model, Scorer, used
from palermo.identity.linkage.preparing import Shared, prepare

if TYPE_CHECKING:
    import duckdb
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from palermo.identity.names import NameTables

_DEEP = 12
"""How many bits under even odds pairs are still counted when the prior is settled."""

_STRONG = 4_000
"""From this weight on, in thousandths of a bit, two records that are alike to one third are compared as well."""

_FRIENDS = 40
"""A record alike to more than this many brings no pairs together."""

_THOUGHT, _OFTEN = 1_000, 0.001
"""A small case leans on `_THOUGHT` pairs beside its own, of which the share `_OFTEN` is thought to be of one."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pairs of one family with their weights.

    Attributes:
        model: the model they were weighed with.
        prior: how likely any two records are one, in thousandths of a bit.
        pairs: `l`, `r` (places in the table of records, l < r), `total`, `w_…`, `f_…` for each comparison, and `w_household`.
        records: how many records there are.
        compared: how many pairs were compared.
        befriended: how many of those because both are alike to one third.
        shared: values that say nothing.
        notes: what was decided and met.
    """

    model: Model
    prior: int
    pairs: "pa.Table"
    records: int
    compared: int
    befriended: int
    shared: tuple[Shared, ...]
    notes: tuple[str, ...]


def weigh_family(
    db: "duckdb.DuckDBPyConnection",
    family: str,
    written: "pa.Table",
    figures: LinkageFigures,
    least: int,
    tables: "NameTables | None",
) -> Weighed:
    """Weigh the pairs of a family; keep those whose total is at least `least` thousandths of a bit."""
    shared, notes = prepare(db, family, written, figures, tables)
    (records,) = db.sql("SELECT count(*) FROM taken").fetchall()[0]
    scripts = tables is not None and family == "persons" and records > 1
    if tables is not None and scripts:
        notes += across(db, written, tables)
    found = used(db, comparisons(family, figures.further, across=scripts)) if records > 1 else ()
    if not found:
        return Weighed(Model((), {}, 0.5), 0, _no_pairs(), records, 0, 0, shared, notes)
    (people,) = db.sql("SELECT count(*) FROM people").fetchall()[0]
    most = figures.block if people <= LARGE else figures.block // 4
    compared = block(db, keys_of(family, people, len(figures.further), across=scripts), most)
    db.execute("INSERT INTO pairs SELECT DISTINCT first, first FROM copies")
    scorer = Scorer(db, found)
    model = scorer.train(figures, people)
    scorer.weigh("pairs", "weighed", _DEEP * -1.0 - math.log2(model.prior))
    household.hold(db, "weighed", model)
    prior = _prior(db, found, model.prior, people)
    befriended = _befriend(db, scorer, model, prior)
    db.execute(
        "INSERT INTO weighed SELECT weighed.* REPLACE (rid AS r) FROM weighed JOIN copies ON first = l WHERE l = r"
    )
    db.execute("DELETE FROM weighed WHERE l = r")
    total = f"{prior} + {_sum(found)}"
    pairs = db.sql(f"SELECT *, {total} AS total FROM weighed WHERE {total} >= {least} ORDER BY l, r").to_arrow_table()
    return Weighed(model, prior, pairs, records, compared + befriended, befriended, shared, notes)


def _no_pairs() -> "pa.Table":
    import pyarrow as pa

    return pa.table({name: pa.array([], pa.int64()) for name in ("l", "r", "total")})


def _sum(found: tuple[Comparison, ...]) -> str:
    return " + ".join([*(f"w_{one.name} + f_{one.name}" for one in found), household.COLUMN])


def _prior(db: "duckdb.DuckDBPyConnection", found: tuple[Comparison, ...], first: float, people: int) -> int:
    """Settle the prior: as many pairs are one as the weights, the prior among them, expect."""
    import numpy as np

    weights = (
        db.sql(f"SELECT ({_sum(found)})::DOUBLE / 1000 AS w FROM weighed WHERE l < r ORDER BY w")
        .to_arrow_table()
        .column("w")
        .to_numpy()
    )
    pairs = people * (people - 1) / 2
    prior = _settled(np.exp2(weights), first, pairs)
    return round(1000 * math.log2(prior / (1 - prior)))


def _settled(ratios: "npt.NDArray[np.float64]", first: float, pairs: float) -> float:
    odds = first / (1 - first)
    for _ in range(100):
        expected = float((ratios * odds / (1 + ratios * odds)).sum())
        share = (expected + _THOUGHT * _OFTEN) / (pairs + _THOUGHT)
        moved = share / (1 - share)
        if abs(moved - odds) <= 1e-6 * odds:
            break
        odds = moved
    return odds / (1 + odds)


def _befriend(db: "duckdb.DuckDBPyConnection", scorer: Scorer, model: Model, prior: int) -> int:
    """Compare as well what is alike to one and the same third."""
    total = f"{prior} + {_sum(scorer.comparisons)}"
    db.execute(f"CREATE OR REPLACE TEMP TABLE strong AS SELECT l, r FROM weighed WHERE l < r AND {total} >= {_STRONG}")
    more = befriend(db, "strong", _FRIENDS)
    if more:
        scorer.weigh("more_pairs", "weighed_more", -_DEEP - prior / 1000)
        household.hold(db, "weighed_more", model)
        db.execute("INSERT INTO weighed SELECT * FROM weighed_more")
    return more
