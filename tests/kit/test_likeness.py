"""Perceptual hashes of one picture meet; others stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.likeness import apart, merge_hashes

BASE = "0f0f0f0f0f0f0f0f"


def flipped(bits: int) -> str:
    """Give the base with its lowest bits turned over."""
    return f"{int(BASE, 16) ^ ((1 << bits) - 1):016x}"


def test_few_bits_make_one_picture() -> None:
    """Hashes six bits apart are one picture, seven bits apart two."""
    assert len(set(merge_hashes([BASE, flipped(6)], 6).values())) == 1
    assert len(set(merge_hashes([BASE, flipped(7)], 6).values())) == 2
    assert apart(BASE, flipped(7)) == 7


def test_what_is_no_hash_is_left_out() -> None:
    """A text that is not 16 hexadecimal digits belongs to no picture."""
    assert merge_hashes([BASE, "0f0f", "not a hash at a", "zzzzzzzzzzzzzzzz"], 6) == {BASE: BASE}


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=9), st.integers(0, 6))
def test_the_bands_miss_nothing(number: int, turned: set[int], bits: int) -> None:
    """Whichever bits differ, two hashes meet exactly when they differ in no more than allowed."""
    other = number
    for bit in turned:
        other ^= 1 << bit
    merged = merge_hashes([f"{number:016x}", f"{other:016x}"], bits)
    assert (len(set(merged.values())) == 1) == (len(turned) <= bits)
