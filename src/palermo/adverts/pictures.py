"""Pictures that adverts share, by perceptual hash; one carried by many who share nothing else is a stock picture."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from palermo.adverts.corpus import Corpus
from palermo.kit.likeness import merge_hashes
from palermo.model.grouping import Hub


@dataclass(frozen=True, slots=True)
class Pictures:
    """Which adverts, by index, carry each picture that at least two carry; a picture is known by its smallest hash."""

    by: Mapping[str, tuple[int, ...]]

    def without(self, stocked: tuple[Hub, ...]) -> "Pictures":
        """Leave stock pictures out."""
        out = {hub.value for hub in stocked}
        return Pictures({value: rows for value, rows in self.by.items() if value not in out})

    def text_pairs(self, corpus: Corpus) -> list[tuple[int, int]]:
        """Give pairs of texts that stand beside one picture, sorted; each text with the next one of its picture."""
        pairs: set[tuple[int, int]] = set()
        for rows in self.by.values():
            texts = sorted({corpus.text_of[n] for n in rows} - {-1})
            pairs.update(itertools.pairwise(texts))
        return sorted(pairs)


def read_pictures(corpus: Corpus, bits: int) -> Pictures:
    """List who carries which picture."""
    picture = merge_hashes((found for advert in corpus.adverts for found in advert.images), bits)
    by: dict[str, set[int]] = defaultdict(set)
    for n, advert in enumerate(corpus.adverts):
        for found in advert.images:
            if found in picture:
                by[picture[found]].add(n)
    return Pictures({value: tuple(sorted(rows)) for value, rows in sorted(by.items()) if len(rows) > 1})


def stock(pictures: Pictures, part_of: Callable[[int], int], parts: int) -> tuple[Hub, ...]:
    """Say which pictures are stock pictures: those in at least `parts` parts that share nothing else."""
    found = []
    for value, rows in pictures.by.items():
        carriers = {part_of(n) for n in rows}
        if len(carriers) >= parts:
            sentence = (
                f"The picture {value} joins nobody: {len(carriers)} advertisers who share nothing else carry it, "
                f"in {len(rows)} adverts."
            )
            found.append(Hub("picture", value, len(carriers), sentence))
    return tuple(found)
