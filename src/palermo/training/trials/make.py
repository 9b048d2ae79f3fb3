"""Makes a trial by name, whole or in pieces."""

from collections.abc import Callable, Iterator

import pyarrow as pa

from palermo.training.trials.crowd import CROWD_SIZE, crowd_pieces
from palermo.training.trials.grammar import grammar_pieces
from palermo.training.trials.model import Make, Numbers, Trial
from palermo.training.trials.phrases import phrase_pieces

_MAKERS: dict[Make, Callable[[int, int, Numbers], Iterator[Trial]]] = {
    "phrases": phrase_pieces,
    "grammar": grammar_pieces,
    "crowd": crowd_pieces,
}


def trial_batches(make: Make, seed: int, size: int, numbers: Numbers = "readable") -> Iterator[Trial]:
    """Give a trial piece by piece, so that four million adverts never stand in memory at once.

    Rows are shuffled within a piece (250,000 rows; a crowd is one piece); `row` in the truth counts through.

    Args:
        make: which generator.
        seed: another seed, another trial; the same one gives the same rows on every machine.
        size: rows in all.
        numbers: `readable`; `some`: three in ten adverts have a number that nobody can read, as in a picture; `none`.
            A site's hotline in the site's own sentences can always be read.
    """
    return _MAKERS[make](seed, size, numbers)


def make_trial(make: Make, seed: int, size: int, numbers: Numbers = "readable") -> Trial:
    """Give a whole trial: what `trial_batches` gives, one after the other."""
    pieces = list(trial_batches(make, seed, size, numbers))
    return Trial(pa.concat_tables([one.adverts for one in pieces]), pa.concat_tables([one.truth for one in pieces]))


def make_crowd(seed: int, numbers: Numbers = "readable") -> Trial:
    """Give 30,000 adverts: 5,000 of one template with 5,000 numbers, 5,000 around one site's text, 20,000 of phrases."""
    return make_trial("crowd", seed, CROWD_SIZE, numbers)
