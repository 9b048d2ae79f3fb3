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
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from identity_names_full import full_names
from identity_names_pairs import SCRIPTS, alike_others, read_pairs
from palermo.adapters.rules import load
from palermo.identity.names import NameTables, compare_pairs, name_tables, score_pairs
from palermo.identity.names.parts import Script, words_of
from palermo.identity.names.splitting import units_of
from palermo.identity.names.units import mandarin

_ROWS = 2_000
_NAMES = 60_000
_PAIRS = 1_000_000
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


def million(folder: Path, part: str, tables: NameTables) -> None:
    """Time a million pairs of full names, beside the usual recipe."""
    dice = np.random.default_rng(22)
    own, latin = [], []
    for language, script in SCRIPTS.items():
        rows = list(read_pairs(folder, language, part))
        for one, other in dice.integers(0, len(rows), (_NAMES // len(SCRIPTS), 2)):
            (first, first_own), (last, last_own) = rows[one], rows[other]
            own.append(f"{first_own}·{last_own}" if script is Script.HAN else f"{first_own} {last_own}")
            latin.append(f"{first} {last}")
    names = [*own, *latin]
    ones = dice.integers(0, len(names), _PAIRS)
    others = dice.integers(0, len(names), _PAIRS)
    others[: _PAIRS // 10] = (ones[: _PAIRS // 10] + len(own)) % len(names)
    score_pairs(names[:10], ones[:10] % 10, others[:10] % 10, tables)
    begun = time.perf_counter()
    ours = score_pairs(names, ones, others, tables, threads=2)
    taken = time.perf_counter() - begun
    begun = time.perf_counter()
    spelled = [_plain(name, tables) for name in names]
    usual_scores = process.cpdist(
        [spelled[at] for at in ones],
        [spelled[at] for at in others],
        scorer=Levenshtein.normalized_similarity,
        workers=2,
    )
    theirs = time.perf_counter() - begun
    begun = time.perf_counter()
    said = sum(
        1
        for _ in compare_pairs(
            [names[at] for at in ones[:100_000]], [names[at] for at in others[:100_000]], tables, threads=2
        )
    )
    told = time.perf_counter() - begun
    same = others == (ones + len(own)) % len(names)
    print(f"\n{_PAIRS:,} pairs of {len(set(names)):,} full names in six scripts, two threads:\n")
    print("| | seconds | true pairs from .5 on | others from .5 on |\n|---|---|---|---|")
    print(
        f"| usual recipe | {theirs:.1f} | {(usual_scores[same] >= 0.5).mean():.3f} | {(usual_scores[~same] >= 0.5).mean():.4f} |"
    )
    print(f"| ours, scores | {taken:.1f} | {(ours[same] >= 0.5).mean():.3f} | {(ours[~same] >= 0.5).mean():.4f} |")
    print(f"| ours, scores and sentences, {said:,} pairs | {told:.1f} | | |")


def _plain(name: str, tables: NameTables) -> str:
    """Write a name in Latin letters as the usual recipe does."""
    return " ".join(word if script is Script.LATIN else usual(word, script, tables) for word, script in words_of(name))


def main() -> None:
    """Print the tables."""
    folder = Path(sys.argv[1])
    part = sys.argv[2] if len(sys.argv) > 2 else "20"
    tables = name_tables(load)
    print(f"\nSingle names, AUC over {_ROWS:,} rows of each language:\n")
    print("| language | usual recipe | ours | usual, most alike | ours, most alike | usual, random | ours, random |")
    print("|---|---|---|---|---|---|---|")
    for language in SCRIPTS:
        recipe, ours = single_names(language, folder, part, tables)
        cells = [figure for both in zip(recipe, ours, strict=True) for figure in both]
        print(f"| {language} | {' | '.join(cells)} |")
    full_names(tables)
    million(folder, part, tables)


if __name__ == "__main__":
    main()
