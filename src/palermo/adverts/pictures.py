"""Pictures that adverts share, by perceptual hash; one carried by many who share nothing else is a stock picture."""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from palermo.adverts.reading import Ints
from palermo.kit.likeness import merge_hashes
from palermo.model.grouping import Hub


@dataclass(frozen=True, slots=True)
class Pictures:
    """Which rows, by number, show each picture that at least two show; a picture is known by its smallest hash."""

    by: Mapping[str, tuple[int, ...]]

    def without(self, stocked: tuple[Hub, ...]) -> "Pictures":
        """Leave stock pictures out."""
        out = {hub.value for hub in stocked}
        return Pictures({value: rows for value, rows in self.by.items() if value not in out})

    def beside(self) -> Ints:
        """Pair each row with the next one of its picture, as `engine.group_batches` takes pairs; a row of two a pair."""
        pairs = {pair for rows in self.by.values() for pair in itertools.pairwise(rows)}
        return np.array(sorted(pairs), np.int64).reshape(-1, 2)


def read_pictures(images: Sequence[Sequence[str]], bits: int) -> Pictures:
    """List who shows which picture.

    Args:
        images: the hashes of each row's pictures.
        bits: how many bits two hashes of one picture may differ in.
    """
    picture = merge_hashes((found for row in images for found in row), bits)
    by: dict[str, set[int]] = defaultdict(set)
    for n, row in enumerate(images):
        for found in row:
            if found in picture:
                by[picture[found]].add(n)
    return Pictures({value: tuple(sorted(rows)) for value, rows in sorted(by.items()) if len(rows) > 1})


def stock(pictures: Pictures, group: Ints, parts: int) -> tuple[Hub, ...]:
    """Say which pictures are stock pictures: those in at least `parts` groups that share nothing else."""
    found = []
    for value, rows in pictures.by.items():
        many = len(np.unique(group[list(rows)]))
        if many >= parts:
            sentence = f"The picture {value} joins nobody: {many} advertisers who share nothing else carry it, in {len(rows)} adverts."
            found.append(Hub("picture", value, many, sentence))
    return tuple(found)
