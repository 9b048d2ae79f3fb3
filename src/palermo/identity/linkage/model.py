"""Trains the model on the case's own records without labels, with Splink, and weighs pairs with it.

How often strangers agree is counted on random pairs, how often records of one thing agree is learnt by expectation
maximisation in passes over pairs that share one value. Published defaults stand beside what was learnt as if `worth`
matching pairs had shown them, so that a small case leans on them and a large one hardly.
"""

import logging
import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palermo.identity.linkage.figures import LinkageFigures
from palermo.identity.linkage.levels import Comparison, Level

if TYPE_CHECKING:
    import duckdb
    from splink.internals.comparison_level import ComparisonLevel

PASSES = ("birth", "parts", "phone", "document", "address")
"""The columns whose equal values the passes of training look at, in this order; three at most are made."""

_FEW = 200
"""Fewer pairs than this make no pass."""

_BUSY = 30
"""A value that more records carry is left out of a pass: its pairs are strangers."""


AGREE = {"parts": 1e-5, "family": 5e-4, "given": 5e-3, "native": 1e-4}
"""How often two records of two persons agree on a value, where the case is too small to say."""

_AGREE_FURTHER = 0.01
_PASSES = 2
"""How many passes are made at most."""

_UNSEEN = 5_000
"""How many records beyond those of the case a value that nobody else carries is thought to be missing from."""

_SMALL = 200
"""How many records beyond those of the case a value that others carry too is thought to be missing from."""

_STRANGERS = 2_000
"""How many random pairs the published defaults count as beside those of the case."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass of training.

    Attributes:
        column: the column whose equal values were looked at.
        pairs: how many pairs were.
        matches: how many of them are expected to be of one thing.
        in_all: how many such pairs are expected, those that were not looked at among them.
    """

    column: str
    pairs: int
    matches: float
    in_all: float


@dataclass(slots=True)
class Learnt:
    """What is known of one level.

    Attributes:
        m: how often records of one thing reach it.
        u: how often records of two do.
        millibits: the weight.
    """

    m: float
    u: float
    millibits: int = 0


@dataclass(slots=True)
class Model:
    """A trained model.

    Attributes:
        comparisons: what is compared.
        levels: for each comparison, what is known of its levels, in their order.
        prior: how likely two records are one before anything is compared.
        passes: the passes of training.
        matches: for each comparison, how many matching pairs taught it.
    """

    comparisons: tuple[Comparison, ...]
    levels: dict[str, list[Learnt]]
    prior: float
    passes: list[Pass] = field(default_factory=list)
    matches: dict[str, float] = field(default_factory=dict)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what Splink says of itself from the terminal."""
    logger = logging.getLogger("splink")
    held = logger.level, logger.propagate, list(logger.handlers)
    logger.setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logger.setLevel(held[0])
            logger.propagate = held[1]
            logger.handlers = held[2]


def used(db: "duckdb.DuckDBPyConnection", comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Leave out the comparisons that no two records could make."""
    columns = [one.absent.split("_l ")[0] for one in comparisons]
    counts = ", ".join(f"sum(weight) FILTER ({column} IS NOT NULL)" for column in columns)
    found = db.sql(f"SELECT {counts} FROM people").fetchall()[0]
    return tuple(one for one, count in zip(comparisons, found, strict=True) if (count or 0) > 1)


class Scorer:
    """Splink over the tables of a database."""

    def __init__(self, db: "duckdb.DuckDBPyConnection", comparisons: Sequence[Comparison]) -> None:
        """Describe the comparisons to Splink."""
        from splink import DuckDBAPI, Linker, SettingsCreator, block_on

        self.db = db
        self.api = DuckDBAPI(db)
        self.comparisons = tuple(comparisons)
        settings = SettingsCreator(
            link_type="dedupe_only", unique_id_column_name="id",
            comparisons=[_described(one) for one in comparisons],
            blocking_rules_to_generate_predictions=[block_on("id")],
            retain_matching_columns=False, retain_intermediate_calculation_columns=True,
        )  # fmt: skip
        people = self.api.table_to_splink_dataframe("people", "people")
        self.linker: Linker = Linker(people, settings, log_level=None, validate_settings=False)
        columns = sorted({level.rare for one in comparisons for level in one.levels if level.rare})
        self._base = {column: self._frequencies(column) for column in columns}

    def _frequencies(self, column: str) -> float:
        """Count how often each value stands in records besides the two compared, and give how often two records agree on one.

        A value seen twice may be seen twice because both records are of one person. So two are taken off, and a value that
        nobody else carries counts as half a record among those of the case and `_UNSEEN` more.
        """
        table = f"often_{column}"
        (total,) = self.db.sql(
            f"SELECT coalesce(sum(weight), 0)::DOUBLE FROM people WHERE {column} IS NOT NULL"
        ).fetchall()[0]
        total = max(total, 1.0)
        self.db.execute(
            f"CREATE OR REPLACE TABLE {table} AS SELECT {column}, "
            f"greatest((sum(weight) - 2) / {total + _SMALL}, 0.5 / {total + _UNSEEN}) AS tf_{column} "
            f"FROM people WHERE {column} IS NOT NULL GROUP BY {column}"
        )
        self.linker.table_management.register_term_frequency_lookup(
            self.api.table_to_splink_dataframe(table, table), column
        )
        found = self.db.sql(f"SELECT sum(tf_{column} * tf_{column}) FROM {table}").fetchall()[0][0] or 0.0
        return _mean(AGREE.get(column, _AGREE_FURTHER), [(total * (total - 1) / 2, found)], _STRANGERS)

    def _levels(self) -> "Iterator[tuple[Comparison, list[ComparisonLevel]]]":
        """Pair each comparison with the levels Splink holds of it, without that of nothing to compare."""
        held = self.linker._settings_obj.comparisons  # noqa: SLF001 (Splink has no other way to read and set weights)
        for one, splink in zip(self.comparisons, held, strict=True):
            yield one, [level for level in splink.comparison_levels if not level.is_null_level]

    def train(self, figures: LinkageFigures, records: int) -> Model:
        """Learn the weights from the table `people`; levels too rare in it stay near their published defaults."""
        pairs = max(records * (records - 1) / 2, 1.0)
        if records > 1:
            training = self.linker.training
            training.estimate_u_using_random_sampling(figures.sampled, seed=1, num_chunks=1, min_count_per_level=None)
        seen = min(pairs, figures.sampled) if records > 1 else 0.0
        model = Model(self.comparisons, {}, 1 / max(records, 2))
        taught: dict[str, list[tuple[float, list[float]]]] = {one.name: [] for one in self.comparisons}
        for column in PASSES:
            if len(model.passes) < _PASSES:
                self._pass(column, figures, model, taught)
        for one, held in self._levels():
            model.matches[one.name] = sum(weight for weight, _ in taught[one.name])
            model.levels[one.name] = [
                Learnt(
                    _mean(level.m, [(weight, found[at]) for weight, found in taught[one.name]], figures.worth),
                    _mean(level.u, [(seen, _number(held[at].u_probability, 0.0))], _STRANGERS),
                )
                for at, level in enumerate(one.levels)
            ]
        model.prior = _prior(model, pairs)
        for one, held in self._levels():
            _settle(one, model)
            for level, splink, learnt in zip(one.levels, held, model.levels[one.name], strict=True):
                splink.u_probability = self._base[level.rare] if level.rare else learnt.u
                splink.m_probability = splink.u_probability * 2 ** (learnt.millibits / 1000)
        return model

    def _pass(
        self, column: str, figures: LinkageFigures, model: Model, taught: dict[str, list[tuple[float, list[float]]]]
    ) -> None:
        """Learn from pairs that share a value of a column."""
        count, share = self._sample(column, figures.trained_on)
        if count < _FEW:
            return
        whole = deepcopy(self.linker._settings_obj)  # noqa: SLF001 (a pass that fails leaves it half taken apart)
        try:
            session = self.linker.training.estimate_parameters_using_expectation_maximisation(
                f"l.sampled = r.sampled AND l.{column} = r.{column}", estimate_without_term_frequencies=True
            )
        except ValueError:
            # Among pairs of which none is one thing, how often such agree runs off to nothing: they teach nothing.
            self.linker._settings_obj = whole  # noqa: SLF001 (as it was before the pass)
            return
        core = session.core_model_settings
        matches = core.probability_two_random_records_match * count
        model.passes.append(Pass(column, count, matches, matches * share))
        for held in core.comparisons:
            levels = [level for level in held.comparison_levels if not level.is_null_level]
            taught[held.output_column_name].append((matches, [_number(level.m_probability, 0.0) for level in levels]))

    def _sample(self, column: str, most: int) -> tuple[int, int]:
        """Mark the values of a column that a pass looks at; give its pairs, and of how many parts of the values it is one."""
        self.db.execute(
            f"CREATE OR REPLACE TEMP TABLE values_of AS SELECT {column} AS value, count(*) AS n FROM people "
            f"WHERE {column} IS NOT NULL GROUP BY {column} HAVING n BETWEEN 2 AND {_BUSY}"
        )
        total = "SELECT coalesce(sum(n * (n - 1) // 2), 0)::BIGINT FROM values_of"
        share = max(1, math.ceil(self.db.sql(total).fetchall()[0][0] / most))
        self.db.execute(f"DELETE FROM values_of WHERE hash(value) % {share} <> 0")
        count = int(self.db.sql(total).fetchall()[0][0])
        if count >= _FEW:
            self.db.execute(
                f"UPDATE people SET sampled = CASE WHEN {column} IN (SELECT value FROM values_of) THEN {column} END"
            )
        return count, share

    def weigh(self, pairs: str, into: str, least: float) -> None:
        """Compare the pairs of a table and keep those from `least` bits on, the prior apart.

        The table made has `l`, `r`, and for each comparison `w_…`, its weight, and `f_…`, what the rarity of the value adds,
        in thousandths of a bit.
        """
        self.db.execute(
            f"CREATE OR REPLACE TABLE blocked AS SELECT '0' AS match_key, l AS join_key_l, r AS join_key_r FROM {pairs}"
        )
        self.linker.table_management.register_blocked_pairs_for_predict(
            self.api.table_to_splink_dataframe("blocked", "blocked")
        )
        self.linker._settings_obj._probability_two_random_records_match = 0.5  # noqa: SLF001 (the prior is added later)
        found = self.linker.inference.predict(threshold_match_weight=least, warning_mode="never")
        columns = []
        for one in self.comparisons:
            columns.append(f"round(1000 * mw_{one.name})::INTEGER AS w_{one.name}")
            rare = any(level.rare for level in one.levels)
            adjusted = f"round(1000 * mw_tf_adj_{one.name})::INTEGER" if rare else "0"
            columns.append(f"{adjusted} AS f_{one.name}")
        self.db.execute(
            f"CREATE OR REPLACE TABLE {into} AS SELECT id_l AS l, id_r AS r, {', '.join(columns)} FROM {found.physical_name}"
        )
        found.drop_table_from_database_and_remove_from_cache()
        self.db.execute("DROP TABLE blocked")


def _described(one: Comparison) -> dict[str, object]:
    """Describe a comparison as Splink takes it."""
    levels: list[dict[str, object]] = [
        {"sql_condition": one.absent, "label_for_charts": "nothing to compare", "is_null_level": True}
    ]
    for level in one.levels:
        found: dict[str, object] = {
            "sql_condition": level.condition or "ELSE", "label_for_charts": level.name,
            "m_probability": level.m, "u_probability": level.u,
        }  # fmt: skip
        if level.rare:
            found |= {
                "tf_adjustment_column": level.rare, "tf_adjustment_weight": 1.0, "disable_tf_exact_match_detection": True,
            }  # fmt: skip
        levels.append(found)
    return {"output_column_name": one.name, "comparison_levels": levels}


def _number(probability: object, otherwise: float) -> float:
    """Give a probability; Splink has a word in its place where a level was not met."""
    return float(probability) if isinstance(probability, int | float) else otherwise


def _mean(default: float, found: Sequence[tuple[float, float]], worth: float) -> float:
    """Average what was found, each by how much stands behind it, with the default behind which `worth` stands."""
    total = worth + sum(weight for weight, _ in found)
    return (worth * default + sum(weight * value for weight, value in found)) / total


def _prior(model: Model, pairs: float) -> float:
    """Say how likely any two records are one: matches among pairs of one value, over how often matches share such a value."""
    told = []
    for one in model.passes:
        name = {"parts": "name"}.get(one.column, one.column)
        same = [at for at, level in enumerate(_levels_of(model, name)) if level.name.startswith("same")]
        agree = sum(model.levels[name][at].m for at in same) if same else 0.0
        if agree:
            told.append(one.in_all / agree)
    if not told:
        return model.prior
    return min(max(sum(told) / len(told), 1.0) / pairs, 0.2)


def _levels_of(model: Model, name: str) -> tuple[Level, ...]:
    return next((one.levels for one in model.comparisons if one.name == name), ())


def _settle(one: Comparison, model: Model) -> None:
    """Take the matches out of what random pairs showed, and turn all into weights, no two of a comparison equal.

    A case that taught nothing keeps what is published: how many of its pairs are one nobody knows.
    """
    levels = model.levels[one.name]
    matches = model.prior if model.passes else 0.0
    for learnt in levels:
        learnt.u = max((learnt.u - matches * learnt.m) / (1 - matches), learnt.u / 10)
    whole = max(sum(learnt.u for learnt in levels), 1.0)
    for learnt in levels:
        learnt.u /= whole
    met: set[int] = {0}
    for learnt in levels:
        learnt.millibits = round(1000 * math.log2(learnt.m / learnt.u))
        while learnt.millibits in met:
            learnt.millibits += 1
        met.add(learnt.millibits)
