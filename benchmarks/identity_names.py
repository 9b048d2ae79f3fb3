"""Measures names across scripts: `identity_names.py FOLDER [PART]`, with the usual recipe beside ours in the same run.

FOLDER holds NETransliteration-COLING2018 (see `identity_names_counting.py`); PART is `20`, which nothing was made or tuned on.

Single names: a sample of rows of each language. Each true pair stands against two different names: the Latin name of another row
that is most alike to the true one by Levenshtein (and is no known writing of the same name), and that of a random row. AUC is
the chance that a true pair scores above a different one. A part of the rows is wrong in the source (the surname of a person
beside the given name), which no method can score; the AUC against random names alone shows how much.

The usual recipe: transliterate (pypinyin for Han, a table with the commonest writing of each unit for other scripts), then the
normalised Levenshtein similarity.
"""

import sys
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from identity_names_full import full_names
from identity_names_pairs import SCRIPTS, alike_others, read_pairs
from palermo.adapters.rules import load
from palermo.identity.names import NameTables, name_tables, score_pairs
from palermo.identity.names.parts import Script
from palermo.identity.names.splitting import units_of
from palermo.identity.names.units import mandarin

_ROWS = 2_000
Figures = npt.NDArray[np.float64]


def auc(true: Figures, false: Figures) -> float:
    """Give the chance that a true pair scores above a different one, ties counted half."""
    both = np.concatenate([true, false])
    _, of, many = np.unique(both, return_inverse=True, return_counts=True)
    rank = (np.cumsum(many) - (many - 1) / 2)[of]
    return float((rank[: len(true)].sum() - len(true) * (len(true) + 1) / 2) / len(true) / len(false))


def usual(written: str, script: Script, tables: NameTables) -> str:
    """Transliterate as the usual recipe does."""
    if script is Script.HAN:
        return "".join(next(iter(mandarin(char)), "") for char in written)
    commonest = tables.sounds.usual[script]
    return "".join(commonest.get(unit, "") for unit in units_of(written, script, {}))


def single_names(language: str, folder: Path, part: str, tables: NameTables) -> tuple[list[str], ...]:
    """Give the row of the table for one language: all rows, and rows met more than once."""
    rows = list(read_pairs(folder, language, part))
    chosen = np.random.default_rng(20).permutation(len(rows))[:_ROWS]
    latin, others = [rows[at][0] for at in chosen], [rows[at][1] for at in chosen]
    near = alike_others(latin, others, {(other, one) for one, other in rows})
    random = np.random.default_rng(21).permutation(len(latin))
    names = [*latin, *others]
    here = np.arange(len(latin))

    def ours(to: npt.NDArray[np.int64]) -> Figures:
        return score_pairs(names, here + len(latin), to, tables)

    spelled = [usual(other, SCRIPTS[language], tables) for other in others]

    def recipe(to: npt.NDArray[np.int64]) -> Figures:
        return np.array([Levenshtein.normalized_similarity(spelled[at], latin[other]) for at, other in enumerate(to)])

    found = []
    for score in (recipe, ours):
        true, hard, any_ = score(here), score(near), score(random)
        found.append([auc(true, np.concatenate([hard, any_])), auc(true, hard), auc(true, any_)])
    return tuple([f"{one:.3f}" for one in figures] for figures in found)


def main() -> None:
    """Print the tables."""
    folder = Path(sys.argv[1])
    part = sys.argv[2] if len(sys.argv) > 2 else "20"
    tables = name_tables(load)  # type: ignore[arg-type]
    print(f"\nSingle names, AUC over {_ROWS:,} rows of each language:\n")
    print("| language | usual recipe | ours | usual, most alike | ours, most alike | usual, random | ours, random |")
    print("|---|---|---|---|---|---|---|")
    for language in SCRIPTS:
        recipe, ours = single_names(language, folder, part, tables)
        cells = [figure for both in zip(recipe, ours, strict=True) for figure in both]
        print(f"| {language} | {' | '.join(cells)} |")
    full_names(tables)


if __name__ == "__main__":
    main()
    assert time
