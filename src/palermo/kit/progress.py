"""Tells how far a long work is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and how much there is (0: not known); calling it may raise KeyboardInterrupt."""


def silent(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""
