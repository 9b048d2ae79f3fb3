"""The figures grouping runs with, in one place, each with what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupingParameters:
    """Weights are in thousandths of a nat.

    Attributes:
        false_links: how many links by wording between unrelated adverts are accepted in the whole file.
        hub_parts: a contact carried by this many advertisers who share nothing else is a hub and joins nobody.
        picture_bits: pictures whose hashes differ in at most this many of 64 bits are one picture.
        stock_parts: a picture carried by this many groups or advertisers who share nothing else is a stock picture.
        public_users: a template used by this many advertisers who are known to write unrelated texts besides is public.
        followers: with how many others each text is paired in one posting.
        least: a word that weighs less tells nothing.
        heaviest: the most a word can weigh.
        believe: how many advertisers must have used the two words before, for what follows them to be believed.
        believe_far: the same for the four words before.
        stretch: what a shared stretch must weigh to propose a pair, less five quarters of the logarithm of the number of texts.
        stretch_cap: the most one word counts in such a stretch.
        threads: how many threads work; the answer is the same.
    """

    false_links: float = 1.0
    hub_parts: int = 5
    picture_bits: int = 6
    stock_parts: int = 5
    public_users: int = 12
    followers: int = 4
    least: int = 200
    heaviest: int = 8000
    believe: float = 2.0
    believe_far: float = 20.0
    stretch: int = -4500
    stretch_cap: int = 3000
    threads: int = 2
