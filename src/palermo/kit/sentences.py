"""Puts figures, days and lists into plain English words, the same everywhere."""

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date) -> str:
    """Say a day: `3 May 2020`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span_words(first: date, last: date) -> str:
    """Say a stretch of days: `between 3 May 2020 and 9 June 2021`, `on 3 May 2020`."""
    return f"on {day_words(first)}" if first == last else f"between {day_words(first)} and {day_words(last)}"


def counted(number: int, one: str, many: str = "") -> str:
    """Say a number of things: `1 advert`, `1,204 adverts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str], shown: int, more: str) -> str:
    """Say a list: `Gent, Brussel and 3 more cities`; `more` is the plural of what they are."""
    left = len(items) - shown
    if left > 1 or (left == 1 and shown > 0):
        one = {"cities": "city", "personas": "persona"}.get(more, more.removesuffix("s"))
        return f"{', '.join(items[:shown])} and {left} more {one if left == 1 else more}"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
