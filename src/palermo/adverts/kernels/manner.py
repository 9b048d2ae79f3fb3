"""Says by which marks a text sets off its phrases: the marks before the words that tell something, each by what it tells."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def usual_marks(marks, texts, weights, least, first_text, last_text, out):
    """Find the mark before the words of each text that weighs most.

    Args:
        marks: before every word; 0 for a space alone.
        texts: first word, number of words and first weight of each text.
        weights: of every word.
        least: a word that weighs less tells nothing.
        first_text: the first text.
        last_text: the text after the last.
        out: takes the mark of each text; 0 where it has none.
    """
    first, size, where = texts
    votes = np.zeros(256, np.int64)
    for text in range(first_text, last_text):
        votes[:] = 0
        for k in range(1, size[text]):
            mark = marks[first[text] + k]
            weight = weights[where[text] + k]
            if mark != 0 and weight >= least:
                votes[mark] += weight
        out[text] = np.argmax(votes)
