"""Measures linkage against plain Splink, each a process of its own: `identity_linkage.py FOLDER [febrl4 febrl3 historical million]`.

FOLDER holds Splink's public data: `febrl/dataset3.csv`, `febrl/dataset4a.csv`, `febrl/dataset4b.csv` and
`historical_figures_with_errors_50k.parquet` (github moj-analytical-services/splink_datasets). The national id is left out.
Plain Splink is run with the models of its own tutorials (`identity_baselines.py`). Neither is told the answers, but the best
threshold of plain Splink's pairs is shown too, and that is chosen with them.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from adverts_running import PALERMO, Run, measured
from identity_people import write_people

Ints = npt.NDArray[np.int64]

BASELINE = [sys.executable, str(Path(__file__).with_name("identity_baselines.py"))]
FEBRL = "regexp_extract(rec_id, '^([^-]+-[^-]+)', 1)"
TRUTHS = {"febrl4": FEBRL, "febrl3": FEBRL, "million": FEBRL, "historical": "cluster"}
IDS = {"historical": "unique_id"}
ALSO = {"historical": ["birth_place", "occupation"]}
MILLION = 1_000_000


def rows(query: str) -> list[Any]:
    """Ask an in-memory database over files."""
    with duckdb.connect() as db:
        return db.sql(query).fetchall()


def prepare(folder: Path, work: Path, name: str) -> list[Path]:
    """Write the tables both programs read: without the national id and the answers where there are any."""
    if name == "million":
        write_people(work / "million.csv", MILLION)
        return [work / "million.csv"]
    files = {
        "febrl4": ["febrl/dataset4a.csv", "febrl/dataset4b.csv"], "febrl3": ["febrl/dataset3.csv"],
        "historical": ["historical_figures_with_errors_50k.parquet"],
    }[name]  # fmt: skip
    made = []
    for file in files:
        source = folder / file
        read = (
            f"'{source}'" if source.suffix == ".parquet" else f"read_csv('{source}', all_varchar = true, header = true)"
        )
        target = work / (source.stem + ".csv")
        with duckdb.connect() as db:
            left_out = [
                row[0] for row in db.sql(f"DESCRIBE SELECT * FROM {read}").fetchall() if row[0].strip() in LEFT_OUT
            ]
            listed = ", ".join(f'"{column}"' for column in left_out)
            columns = f"* EXCLUDE ({listed})" if left_out else "*"
            more = ", unique_id AS record_id, first_and_surname AS name, dob AS birth_date, postcode_fake AS address"
            db.sql(f"SELECT {columns}{more if name == 'historical' else ''} FROM {read}").write_csv(str(target))
        made.append(target)
    return made


LEFT_OUT = {"soc_sec_id", "cluster", "full_name", "first_and_surname", "gender"}


def labels(folder: Path, name: str, files: list[Path]) -> dict[str, str]:
    """Give the true person of each record."""
    if name == "historical":
        source = f"'{folder / 'historical_figures_with_errors_50k.parquet'}'"
    else:
        source = f"read_csv({[str(file) for file in files]}, all_varchar = true, header = true)"
    ident = IDS.get(name, "rec_id")
    return dict(rows(f"SELECT trim({ident}), {TRUTHS[name].replace('rec_id', 'trim(rec_id)')} FROM {source}"))


def figures(found: list[str], true: list[str]) -> tuple[float, float, float, float]:
    """Give precision, recall and F1 of pairs, and the F1 of B-cubed."""
    one, other = (np.unique(np.array(column), return_inverse=True)[1].astype(np.int64) for column in (found, true))
    both = one * (other.max() + 1) + other
    sizes = [np.unique(column, return_inverse=True, return_counts=True)[1:] for column in (both, one, other)]
    pairs = [float((count * (count - 1) // 2).sum()) for _, count in sizes]
    precision, recall = pairs[0] / max(pairs[1], 1), pairs[0] / max(pairs[2], 1)
    joint, mine, theirs = (count[at] for at, count in sizes)
    bp, br = float((joint / mine).mean()), float((joint / theirs).mean())
    return precision, recall, 2 * precision * recall / (precision + recall), 2 * bp * br / (bp + br)


def entities(out: Path, ident: str, truth: dict[str, str]) -> tuple[list[str], list[str]]:
    """Give the entity found and the true person of each record; one that is in no line is alone."""
    found = dict(rows(f"SELECT {ident}::VARCHAR, entity::VARCHAR FROM read_csv('{out}', all_varchar = true)"))
    return [found.get(one, f"alone {one}") for one in truth], list(truth.values())


def best_pairs(out: Path, truth: dict[str, str]) -> float:
    """Give the F1 of plain Splink's pairs at the threshold that is best with the answers known."""
    found = rows(f"SELECT l, r, p FROM '{out.with_suffix('.parquet')}' ORDER BY p DESC")
    right = np.cumsum([truth[l.split("-__-")[-1]] == truth[r.split("-__-")[-1]] for l, r, _ in found])  # noqa: E741
    sizes = np.unique(list(truth.values()), return_counts=True)[1]
    true = float((sizes * (sizes - 1) // 2).sum())
    return float((2 * right / (np.arange(1, len(found) + 1) + true)).max())


def blocking_recall(files: list[Path], truth: dict[str, str], also: list[str]) -> tuple[float, int]:
    """Give the share of true pairs that were compared, and how many pairs were."""
    import pyarrow as pa

    from palermo.identity.linkage.figures import LinkageFigures
    from palermo.identity.linkage.model import quiet
    from palermo.identity.linkage.preparing import in_order, opened
    from palermo.identity.linkage.weighing import weigh_family
    from palermo.workbench.person_files import read_persons

    table = read_persons(files, also).table
    records = table.append_column("kind", pa.array(["person"] * table.num_rows))
    asked = LinkageFigures(further=tuple(also))
    written = in_order(records, asked)
    with quiet(), opened() as db:
        found = weigh_family(db, "persons", written, asked, 0, None)
        persons = [truth[key.split("\x1f")[0]] for key in written.column("row").to_pylist()]
        db.register("truth", pa.table({"at_": pa.array(range(len(persons))), "person": persons}))
        db.execute(
            "CREATE TABLE stands AS SELECT at_, person, coalesce(first, at_) AS first FROM truth LEFT JOIN copies ON rid = at_"
        )
        true = db.sql("SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM truth GROUP BY person)").fetchall()[
            0
        ][0]
        met = db.sql(
            "SELECT count(*) FROM stands AS a JOIN stands AS b ON a.person = b.person AND a.at_ < b.at_ LEFT JOIN "
            "(SELECT l, r FROM pairs UNION SELECT l, r FROM more_pairs) ON l = least(a.first, b.first) AND r = greatest(a.first, b.first) "
            "WHERE a.first = b.first OR l IS NOT NULL"
        ).fetchall()[0][0]
    return met / true, found.compared


def main(folder: Path, names: list[str]) -> None:
    """Print the table."""
    print("| data | program | pairs P | R | F1 | B-cubed F1 | best F1 of pairs | seconds | ratio | MB | ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name in names:
        with TemporaryDirectory() as made:
            work = Path(made)
            files = prepare(folder, work, name)
            truth = labels(folder, name, files)
            plain_out, out = work / "plain.csv", work / "out.csv"
            plain = measured([*BASELINE, name, str(plain_out), *map(str, files)])
            more = [word for column in ALSO.get(name, []) for word in ("--also", column)]
            mine = measured([*PALERMO, "identity", "match", *map(str, files), "--out", str(out), *more])
            for program, run, target, ident in (
                ("plain Splink", plain, plain_out, "id"),
                ("Palermo", mine, out, "record_id"),
            ):
                best = f"{best_pairs(target, truth):.4f}" if program != "Palermo" else ""
                told = [f"{one:.4f}" for one in figures(*entities(target, ident, truth))]
                print(f"| {name} | {program} | {' | '.join([*told, best])} | {_took(run, plain)} |", flush=True)
            if name == "historical":
                recall, compared = blocking_recall(files, truth, ALSO[name])
                print(
                    f"| {name} | blocking of Palermo | | {recall:.4f} of {compared:,} pairs | | | | | | | |", flush=True
                )


def _took(run: Run, plain: Run) -> str:
    return (
        f"{run.seconds:.1f} | {run.seconds / plain.seconds:.2f} | {run.peak / 1e6:,.0f} | {run.peak / plain.peak:.2f}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(TRUTHS))
