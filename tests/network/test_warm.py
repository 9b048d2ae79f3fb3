"""What is compiled beforehand is all that is compiled."""

from palermo.network.warm import warm


def test_warming_finds_the_groups_of_its_web() -> None:
    """The two circles that warm the kernels are found apart, the hotline beside them."""
    assert warm() in (1, 2)
