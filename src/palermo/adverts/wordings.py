"""Gathers texts into wordings that hold together: a text joins a wording only if it is like the wording's core.

Rule: links are taken from the strongest down. Two texts begin a wording; a text or wording joins another when at least
half of the comparisons with the other's core, the first three texts by strength, share half of what a link needs. One
text made of two wordings so joins the one it is more like, and no chain of weak links pulls two wordings together.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.contacts_graph import flatten, join_pairs
from palermo.adverts.kernels.gather import gather
from palermo.adverts.pairing import Pairs
from palermo.adverts.reading import Ints
from palermo.adverts.weighing import Kept


@dataclass(frozen=True, slots=True)
class Wordings:
    """Texts gathered.

    Attributes:
        of: the wording of each text, by its first text; a text alone is its own.
        a: a text of each link that joined something, the strongest link first.
        b: the other text.
        score: what they share, in thousandths of a nat.
        single: how many of the links stand on two texts alone; the rest on three texts of a wording; -1 for all.
    """

    of: Ints
    a: Ints
    b: Ints
    score: Ints
    single: int = -1


def gather_wordings(kept: Kept, pairs: Pairs, threshold: int, half: npt.NDArray[np.bool_]) -> Wordings:
    """Gather texts by the pairs that reach the threshold, or half of it where `half` says so of a pair."""
    strong = np.flatnonzero(pairs.score >= np.where(half, threshold // 2, threshold))
    # Pairs come sorted by their texts: a sort that keeps the order of equals leaves them so among equal scores.
    strong = strong[np.argsort(-pairs.score[strong], kind="stable")]
    a, b = pairs.a[strong], pairs.b[strong]
    of = np.arange(len(kept[0]) - 1)
    used = np.zeros(len(strong), np.uint8)
    gather(kept, (a, b), threshold // 2, of, used)
    flatten(of)
    chosen = used.astype(bool)
    return Wordings(of, a[chosen], b[chosen], pairs.score[strong][chosen])


def known_apart(wordings: Wordings, pairs: Pairs, party: Ints) -> npt.NDArray[np.bool_]:
    """Say which pairs are of two different wordings of three texts or more each that no contact brings together.

    Args:
        wordings: the texts gathered.
        pairs: pairs of texts.
        party: of each text, one of the texts or rows that contacts join it with.
    """
    of = wordings.of
    size = np.bincount(of, minlength=len(of))
    part = np.concatenate([of, np.arange(len(of), len(of) + int(party.max(initial=-1)) + 1)])
    join_pairs(np.arange(len(of)), party + len(of), part)
    flatten(part)
    a, b = pairs.a, pairs.b
    return np.asarray((part[a] != part[b]) & (size[of[a]] >= 3) & (size[of[b]] >= 3))
