"""Reads the published pairs of single names, and finds for each Latin name the most alike one of another row."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from palermo.adapters.rules import load
from palermo.identity.names.latin import read_latin
from palermo.identity.names.parts import Script
from palermo.identity.names.spellings import script_table

SCRIPTS = {
    "chinese": Script.HAN, "arabic": Script.ARABIC, "korean": Script.HANGUL, "russian": Script.CYRILLIC, "hebrew": Script.HEBREW,
    "katakana": Script.KANA,
}  # fmt: skip


def latin_of(written: str) -> str:
    """Give the letters a to z of a Latin name."""
    spelled = read_latin(written, script_table(load("names/latin")))
    return "".join(char for char in (spelled[0].latin if spelled else "") if "a" <= char <= "z")


def read_rows(folder: Path, language: str, part: str) -> Iterator[tuple[str, str, int]]:
    """Give the Latin name as written, the name in the other script, and how often the pair was met."""
    for line in (folder / f"wd_{language}_{part}").read_text("utf-8").splitlines():
        latin, letters, count = line.split("\t")
        yield latin, letters.replace(" ", ""), int(count)


def read_pairs(folder: Path, language: str, part: str) -> Iterator[tuple[str, str]]:
    """Give the pairs with the Latin name as letters a to z; pairs without any are left out."""
    table = script_table(load("names/latin"))
    for written, other, _ in read_rows(folder, language, part):
        spelled = read_latin(written, table)
        latin = "".join(char for char in (spelled[0].latin if spelled else "") if "a" <= char <= "z")
        if latin:
            yield latin, other


def alike_others(latin: Sequence[str], others: Sequence[str], known: set[tuple[str, str]]) -> npt.NDArray[np.int64]:
    """Give for each row the row whose Latin name is most alike, by Levenshtein, and is no known writing of its own name."""
    names = np.array(latin)
    found = np.empty(len(latin), np.int64)
    for start in range(0, len(latin), 1000):
        end = min(start + 1000, len(latin))
        alike = process.cdist(latin[start:end], latin, scorer=Levenshtein.normalized_similarity, workers=2)
        for row in range(start, end):
            held = alike[row - start]
            held[names == names[row]] = -1
            for other in np.argsort(-held, kind="stable")[:12]:
                if (others[row], latin[other]) in known:
                    held[other] = -1
            found[row] = int(held.argmax())
    return found
