"""The clock: the one place where the program asks what time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the moment, with a zone."""


def system_clock() -> datetime:
    """Give the moment in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the rule's one exception: everything else is handed this clock
