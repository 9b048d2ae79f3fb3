"""Chooses the texts of a wording that are asked, and finds what the loudest three of them say."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def choose_members(order, first, wordings, out):
    """Choose texts of wordings, spread over their numbers.

    Args:
        order: texts sorted by wording.
        first: where the texts of each wording begin in `order`.
        wordings: the wordings asked.
        out: takes texts, a row a wording; what is left over stays as it is.
    """
    most = out.shape[1]
    for n in range(wordings.shape[0]):
        begin = first[wordings[n]]
        size = first[wordings[n] + 1] - begin
        count = min(size, most)
        for k in range(count):
            out[n, k] = order[begin + k * size // count]


@nb.njit(cache=True, nogil=True)
def loudest_three(members, scores, third, least, mean):
    """Find the three best scores of each row: what the third is and whose, and what they are on average.

    Args:
        members: texts, a row for each that asks; -1 where none was asked.
        scores: of each.
        third: takes the text of the third-best score, the one asked first where scores are equal; -1 where fewer were asked.
        least: takes its score.
        mean: takes the mean of the three, rounded down; -1 where fewer were asked.
    """
    for n in range(members.shape[0]):
        best = np.full(3, -1, np.int64)
        whose = np.full(3, -1, np.int64)
        for k in range(members.shape[1]):
            if members[n, k] < 0:
                continue
            at = 3
            while at > 0 and scores[n, k] > best[at - 1]:
                at -= 1
            for j in range(2, at, -1):
                best[j] = best[j - 1]
                whose[j] = whose[j - 1]
            if at < 3:
                best[at] = scores[n, k]
                whose[at] = members[n, k]
        third[n] = whose[2]
        least[n] = best[2]
        mean[n] = best.sum() // 3 if best[2] >= 0 else -1
