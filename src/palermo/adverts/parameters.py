"""The figures grouping runs with, in one place, each with what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupingParameters:
    """Whole numbers only, so that no machine rounds differently. Weights are in thousandths of a nat.

    Attributes:
        hub_parts: a contact carried by this many unrelated advertisers is a hub and joins nobody.
        picture_bits: pictures whose hashes differ in at most this many of 64 bits are one picture.
        stock_parts: a picture carried by this many unrelated advertisers is a stock picture.
        shingle_units: a shingle used by more units than this proposes no pair.
        postings: how many following units each unit is compared with in one posting.
        likeness: the share, in thousandths, of two texts' weighed shingles that must be common.
        weight: the least weight the common shingles must have together.
    """

    hub_parts: int = 5
    picture_bits: int = 6
    stock_parts: int = 5
    shingle_units: int = 60
    postings: int = 6
    likeness: int = 300
    weight: int = 20_000
