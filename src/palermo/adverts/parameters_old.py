"""The figures grouping runs with, in one place, each with what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupingParameters:
    """Whole numbers only, so that no machine rounds differently. Weights are in thousandths of a nat.

    Attributes:
        hub_parts: a contact carried by this many advertisers who share nothing else is a hub and joins nobody.
        picture_bits: pictures whose hashes differ in at most this many of 64 bits are one picture.
        stock_parts: a picture carried by this many groups or advertisers who share nothing else is a stock picture.
        postings: with how many followers each text is paired in one posting.
        cap: the most one word can weigh.
        likeness: the share, in thousandths, of two texts' weight that must be common.
        weight: what the common words must weigh, beside twice the logarithm of the number of texts.
    """

    hub_parts: int = 5
    picture_bits: int = 6
    stock_parts: int = 5
    postings: int = 4
    cap: int = 3000
    likeness: int = 550
    weight: int = 8000
