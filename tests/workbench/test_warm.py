"""Kernels are compiled at set-up by using them."""

from palermo.workbench.warm import warm


def test_the_names_compared_at_set_up_are_one() -> None:
    """What set-up compares is a name in two scripts, and it is found to be one."""
    assert warm() > 0.5
