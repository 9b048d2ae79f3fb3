"""Fits what makes a likelihood a verdict, and writes the tables of sounds: `identity_names_weights.py FOLDER COUNTED [PART]`.

Follows `identity_names_counting.py`, whose output is COUNTED. For each script a logistic curve is fitted over true pairs of the
given part, each against the most alike Latin name of another row and against a random one; rows that score no better than random
ones are wrong in the source, and are left out when it is fitted again. Nothing of `_20` is read.
"""

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from identity_names_pairs import SCRIPTS, alike_others, read_pairs
from palermo.adapters.rules import load
from palermo.identity.kernels.words import of_anyone, said
from palermo.identity.names import name_tables
from palermo.identity.names.prepared import Preparing

RULES = Path("src/palermo/rules/names")
SOURCE = (
    "counted by benchmarks/identity_names_counting.py over the training part of NETransliteration-COLING2018 (Y. Merhav and S. Ash,"
    " COLING 2018, names of Wikidata, CC0)"
)
_ROWS = 6_000


def written(language: str, counted: Path, weights: list[float]) -> None:
    """Write the table of one script."""
    script = SCRIPTS[language].name.lower()
    lines = [
        "# How units of a script are usually written in Latin letters: read by palermo.identity.names.sounds. Each unit has its",
        "# writings, each with its cost in hundredths of a nat; - is a unit left out, >v, >c and >$ a unit before a vowel, before",
        "# another letter and at the end, ^ and $ the edges of a word. Made by benchmarks/identity_names_counting.py.",
        f'source: "{SOURCE}"',
        f"script: {script}",
        "# How a likelihood becomes nats for or against one name, fitted by benchmarks/identity_names_weights.py.",
        f"weights: [{', '.join(f'{one:.4f}' for one in weights)}]",
        "units:",
    ]
    (RULES / "sounds").mkdir(exist_ok=True)
    rows = (counted / f"{script}.units").read_text("utf-8").splitlines()
    units = "".join(f'{row.replace(": ", chr(58) + " " + chr(34), 1)}"\n' for row in rows)
    (RULES / "sounds" / f"{script}.yaml").write_text("\n".join(lines) + "\n" + units, "utf-8")


def common(counted: Path) -> None:
    """Write into `letters.yaml` which letter follows which."""
    held = (RULES / "letters.yaml").read_text("utf-8").split("\nfollows:")[0].rstrip()
    rows = (counted / "follows.units").read_text("utf-8").replace("  ", "    ", 1).replace("\n  ", "\n    ").rstrip()
    text = (
        f"\nfollows:\n  # How likely a letter follows another in any name, in hundredths of a nat, from the edge (-) over a to z.\n"
        f'  source: "{SOURCE}"\n  rows:\n{rows}\n'
        "other_syllables:\n  # What a name that is made of other syllables of Mandarin speaks against Han characters, in nats.\n"
        '  source: "fitted by benchmarks/identity_names_weights.py"\n  nats: 0.0\n'
    )
    (RULES / "letters.yaml").write_text(held + "\n" + text, "utf-8")


def figures(language: str, folder: Path, part: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give what tells of true pairs and of pairs of different names."""
    rows = list(read_pairs(folder, language, part))
    chosen = np.random.default_rng(2018).permutation(len(rows))[:_ROWS]
    latin, others = [rows[at][0] for at in chosen], [rows[at][1] for at in chosen]
    near = alike_others(latin, others, {(other, one) for one, other in rows})
    random = np.random.default_rng(7).permutation(len(latin))
    tables = name_tables(load)
    preparing = Preparing(tables)
    one, other = preparing.take(latin), preparing.take(others)
    book = preparing.book()
    rows_of = np.zeros((3, 48))

    def tells(ats: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        found = []
        for at, to in enumerate(ats):
            w, v = book.word[book.word_first[other[at]]], book.word[book.word_first[one[to]]]
            single = book.word_first[other[at] + 1] - book.word_first[other[at]] == 1
            spelled = book.spelling[book.spelling_first[v]]
            start, end = book.letter_first[spelled], book.letter_first[spelled + 1]
            if not single or end == start or book.unit_first[w + 1] == book.unit_first[w]:
                continue
            told, anyone = said(book, w, start, end, -1e9, rows_of), of_anyone(book, start, end)
            size = float(end - start + book.unit_first[w + 1] - book.unit_first[w] - 2)
            found.append([1.0, (told - anyone) / size**0.5, told / size**0.75, told - anyone, told, size])
        return np.array(found)

    return tells(np.arange(len(latin))), np.concatenate([tells(near), tells(random)])


def fitted(true: npt.NDArray[np.float64], false: npt.NDArray[np.float64]) -> list[float]:
    """Fit the logistic curve, true and different pairs weighing the same in sum."""
    rows = np.concatenate([true, false])
    asked = np.r_[np.ones(len(true)), np.zeros(len(false))]
    weigh = np.r_[np.ones(len(true)), np.full(len(false), len(true) / len(false))]
    mean, width = rows.mean(0), rows.std(0)
    mean[0], width[0] = 0.0, 1.0
    scaled = (rows - mean) / width
    found = np.zeros(rows.shape[1])
    for _ in range(80):
        share = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weigh * (asked - share)) - 0.5 * found
        bend = (scaled * (weigh * share * (1 - share))[:, None]).T @ scaled + 0.5 * np.eye(len(found))
        found += np.linalg.solve(bend, slope)
    plain = found / width
    plain[0] = found[0] - (found[1:] * mean[1:] / width[1:]).sum()
    return [float(one) for one in plain]


def main() -> None:
    """Write the tables with plain weights, then fit the weights with them."""
    folder, counted = Path(sys.argv[1]), Path(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else "80"
    common(counted)
    for language in SCRIPTS:
        written(language, counted, [0.0, 1.0, 0.0, 0.0, 0.0, 0.0])
    load.cache_clear()
    for language in SCRIPTS:
        true, false = figures(language, folder, part)
        weights = fitted(true, false)
        for _ in range(2):
            bound = np.median(false[len(false) // 2 :] @ np.array(weights))
            weights = fitted(true[true @ np.array(weights) > bound], false)
        written(language, counted, weights)
        right, wrong = true @ weights, false @ weights
        print(
            f"{language}: {[round(one, 3) for one in weights]} true {np.median(right):.2f}, other {np.median(wrong):.2f}"
        )


if __name__ == "__main__":
    main()
