"""Tells which writings of a name are one: accents, doubled letters, one slip of the pen, a word added."""

import re
from collections.abc import Iterable

from palermo.kit.fold import fold
from palermo.kit.unions import Unions

_ALIKE = (("ph", "f"), ("th", "t"), ("ch", "č"), ("h", ""), ("c", "k"), ("č", "ch"), ("y", "i"), ("j", "i"), ("z", "s"))
_SLIP_FROM = 6
"""Names shorter than this differ when one letter does: Lina and Mina are two, Angelika and Angelka one."""


def name_key(name: str) -> str:
    """Write a name so that everyday variants of its spelling meet; empty when nothing of it can be read."""
    words = re.findall(r"[^\W\d_]+", fold(name))
    key = " ".join(words)
    for written, read in _ALIKE:
        key = key.replace(written, read)
    return re.sub(r"(.)\1+", r"\1", key)


def merge_spellings(names: Iterable[str]) -> dict[str, str]:
    """Merge the spellings of each name.

    Returns:
        for every name that can be read the name that stands for its spellings: the one that sorts first among them.
    """
    keys = {name: key for name in sorted(set(names)) if (key := name_key(name))}
    distinct = sorted(set(keys.values()))
    same: Unions[str] = Unions(distinct)
    for n, a in enumerate(distinct):
        for b in distinct[n + 1 :]:
            if _alike(a, b):
                same.join(a, b)
    stands: dict[str, str] = {}
    for name, key in keys.items():
        stands.setdefault(same.find(key), name)
    return {name: stands[same.find(key)] for name, key in keys.items()}


def _alike(a: str, b: str) -> bool:
    """Whether two keys are one name: one letter apart, not the first, when long enough, or the one with words added to the other."""
    first, second = set(a.split()), set(b.split())
    if (first <= second or second <= first) and min(len(a), len(b)) >= 3:
        return True
    if min(len(a), len(b)) < _SLIP_FROM or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=1) <= 1
