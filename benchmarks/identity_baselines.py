"""Plain Splink with the models of its own published tutorials: `identity_baselines.py MODEL OUT FILE…`.

Writes `id,entity` of the tutorial's clusters to OUT, and the pairs with their match probability beside it as Parquet. MODEL is
`febrl4`, `febrl3`, `historical`, or `million` (the model of febrl4 for one file with duplicates). The national id is left out.
"""

import sys
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FEBRL4: list[Any] = [
    block_on("given_name", "surname"), "l.given_name = r.surname and l.surname = r.given_name", block_on("date_of_birth"),
    block_on("state", "address_1"), block_on("street_number", "address_1"), block_on("postcode"),
]  # fmt: skip
FEBRL3: list[Any] = [block_on(column) for column in ("given_name", "surname", "date_of_birth", "postcode")]
MILLION: list[Any] = [*FEBRL4[:2], block_on("date_of_birth", "given_name"), block_on("date_of_birth", "surname"), FEBRL4[4],
           block_on("postcode", "surname")]  # fmt: skip
HISTORICAL: list[Any] = [
    block_on("substr(first_name,1,3)", "substr(surname,1,4)"), block_on("surname", "dob"), block_on("first_name", "dob"),
    block_on("postcode_fake", "first_name"), block_on("postcode_fake", "surname"), block_on("dob", "birth_place"),
    block_on("substr(postcode_fake,1,3)", "dob"), block_on("substr(postcode_fake,1,3)", "first_name"),
    block_on("substr(postcode_fake,1,3)", "surname"),
    block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
]  # fmt: skip


def read(path: Path) -> pa.Table:
    """Read a table, spaces at the ends of headers and values gone, empty ones null."""
    with duckdb.connect() as db:
        source = f"'{path}'" if path.suffix == ".parquet" else f"read_csv('{path}', all_varchar = true, header = true)"
        names = [row[0] for row in db.sql(f"DESCRIBE SELECT * FROM {source}").fetchall()]
        columns = ", ".join(f"nullif(trim(\"{name}\"), '') AS {name.strip()}" for name in names)
        return db.sql(f"SELECT {columns} FROM {source}").to_arrow_table()


def persons(dates: str, rules: list[Any], link: Literal["link_only", "dedupe_only"]) -> SettingsCreator:
    """Give the model of the tutorials on FEBRL."""
    return SettingsCreator(
        unique_id_column_name="rec_id", link_type=link, blocking_rules_to_generate_predictions=rules,
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format=dates, invalid_dates_as_null=True),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=True,
    )  # fmt: skip


def historical() -> SettingsCreator:
    """Give the model of the tutorial on historical persons."""
    return SettingsCreator(
        link_type="dedupe_only", blocking_rules_to_generate_predictions=HISTORICAL,
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True), cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=True,
    )  # fmt: skip


def main(model: str, out: Path, files: list[Path]) -> None:
    """Link the files as the tutorial does."""
    tables = [read(path) for path in files]
    same = ["given_name", "surname", "date_of_birth"]
    if model == "historical":
        first, last = tables[0].column("first_name").to_pylist(), tables[0].column("surname").to_pylist()
        joined = [f"{one} {other}" if one and other else None for one, other in zip(first, last, strict=True)]
        tables[0] = tables[0].append_column("first_name_surname_concat", pa.array(joined, pa.string()))
        settings, recall, passes = historical(), 0.6, (["first_name", "surname"], ["dob"])
        sure: list[Any] = [
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"), block_on("dob", "postcode_fake"),
        ]  # fmt: skip
        pairs, probability, ident = 1e7, 0.95, "unique_id"
    else:
        rules = {"febrl4": FEBRL4, "febrl3": FEBRL3, "million": MILLION}[model]
        dates = "%Y-%m-%d" if model == "million" else "%Y%m%d"
        settings = persons(dates, rules, "link_only" if model == "febrl4" else "dedupe_only")
        recall, passes, sure = 0.8, (["date_of_birth"], ["postcode"]), [block_on(*same)]
        pairs, probability, ident = (1e6, 0.99, "rec_id")
    api = DuckDBAPI()
    linker = Linker([api.register(table) for table in tables], settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(sure, recall=recall)
    training.estimate_u_using_random_sampling(max_pairs=pairs)
    for columns in passes:
        most = 1e6 if model == "million" else None
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*columns), estimate_without_term_frequencies=True, max_pairs=most
        )
    found = linker.inference.predict(threshold_match_probability=0.2 if model != "historical" else 0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        found, threshold_match_probability=probability
    )
    clusters.as_duckdbpyrelation().project(f"{ident} AS id, cluster_id AS entity").write_csv(str(out))
    found.as_duckdbpyrelation().project(f"{ident}_l AS l, {ident}_r AS r, match_probability AS p").write_parquet(
        str(out.with_suffix(".parquet"))
    )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
