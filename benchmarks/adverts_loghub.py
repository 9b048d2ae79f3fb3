"""Templates found in public text: 16 samples of 2,000 log lines with published templates, beside MinHash.

`python benchmarks/adverts_loghub.py FOLDER`. The samples are loghub's (github.com/logpai/loghub; Zhu, He, He, Liu, Lyu:
Loghub: A Large Collection of System Log Datasets for AI-driven Log Analytics, ISSRE 2023); FOLDER is a copy of that
repository, of which `*/*_2k.log_structured.csv` are read. Their licence allows research and academic use, with the
repository named and the paper cited; they are no part of this project and nothing of them is kept in it.

Each sample becomes a file of adverts: the line's Content is the body, its number the id. What is scored is the adjusted
Rand index (ARI) of the template column against EventId; a line without a template counts as a template of its own.
MinHash gets the one threshold that is best for the mean over all samples, chosen in hindsight among .30 to .70, which
no user could know: it is printed with the figure.
"""

import csv
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from adverts_baselines import Method, minhash
from adverts_files import numbered
from adverts_running import grouped_by_palermo
from palermo.adverts.score import score

Ints = npt.NDArray[np.int64]

THRESHOLDS = [n / 100 for n in range(30, 75, 5)]
RIVALS = {"5 characters": ("characters", 5), "single words": ("words", 1)}


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: its name, its lines, and the published template of each line."""

    name: str
    lines: tuple[str, ...]
    events: tuple[str, ...]


def read_samples(folder: Path) -> list[Sample]:
    """Read every sample of a copy of the repository, by name."""
    samples = []
    for path in sorted(folder.glob("*/*_2k.log_structured.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        samples.append(
            Sample(path.parent.name, tuple(row["Content"] for row in rows), tuple(row["EventId"] for row in rows))
        )
    return samples


def templates_of(sample: Sample, folder: Path) -> Ints:
    """Give the number of the template that Palermo sees in each line, -1 where it sees none."""
    source, target = folder / f"{sample.name}.csv", folder / f"{sample.name}-out.csv"
    with source.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["advert_id", "body"])
        writer.writerows([str(n), line] for n, line in enumerate(sample.lines))
    grouped_by_palermo(source, target)
    found = {}
    with target.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            found[int(row["advert_id"])] = row["template"]
    return numbered(pa.chunked_array([[found[n] or None for n in range(len(sample.lines))]], pa.string()))[0]


def ari(sample: Sample, found: Ints) -> float:
    """Give the adjusted Rand index against the published templates."""
    return score(numbered(pa.chunked_array([sample.events], pa.string()))[0], found).ari


def rival(samples: Sequence[Sample], unit: str, length: int) -> tuple[float, list[float]]:
    """Give the threshold whose mean is best, and the ARI of each sample at it."""
    tried = {}
    for threshold in THRESHOLDS:
        method = Method("", unit, threshold, length)
        tried[threshold] = [ari(one, minhash(one.lines, method).numbers) for one in samples]
    best = max(tried, key=lambda threshold: sum(tried[threshold]))
    return best, tried[best]


def main() -> None:
    """Print one line a sample, and the means."""
    samples = read_samples(Path(sys.argv[1])) if len(sys.argv) > 1 else []
    if not samples:
        print("Not measured: give the folder that holds a copy of github.com/logpai/loghub.")
        return
    with tempfile.TemporaryDirectory() as name:
        ours = [ari(sample, templates_of(sample, Path(name))) for sample in samples]
    heads, columns = ["sample", "templates", "palermo"], [ours]
    for title, (unit, length) in RIVALS.items():
        threshold, figures = rival(samples, unit, length)
        heads.append(f"MinHash, {title} {threshold:.2f}")
        columns.append(figures)
    print("| " + " | ".join(heads) + " |")
    print("|---" * len(heads) + "|")
    for sample, *figures in zip(samples, *columns, strict=True):
        cells = " | ".join(f"{figure:.3f}" for figure in figures)
        print(f"| {sample.name} | {len(set(sample.events))} | {cells} |")
    means = " | ".join(f"{sum(column) / len(samples):.3f}" for column in columns)
    print(f"| mean | | {means} |")


if __name__ == "__main__":
    main()
