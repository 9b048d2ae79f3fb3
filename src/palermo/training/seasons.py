"""The calendar of the training case: 2019-09 to 2022-12, with the shift from adverts to the street in spring 2020."""

from datetime import date, datetime, time, timedelta

from palermo.training.dice import Dice

FIRST = date(2019, 9, 1)
"""The first day of the case."""

LAST = date(2022, 12, 31)
"""The last day of the case."""

DAYS = (LAST - FIRST).days + 1

_ADVERT_LEVELS: tuple[tuple[date, float], ...] = (
    (date(2020, 3, 14), 1.0),
    (date(2020, 6, 15), 0.12),
    (date(2020, 10, 1), 0.45),
    (date(2021, 4, 1), 0.6),
    (date(9999, 1, 1), 0.8),
)
"""Until which day adverts stand at what share of their first level."""

_STREET_LEVELS: tuple[tuple[date, float], ...] = (
    (date(2020, 3, 20), 0.7),
    (date(2020, 4, 10), 2.5),
    (date(2020, 9, 1), 6.0),
    (date(2021, 4, 1), 3.5),
    (date(9999, 1, 1), 2.0),
)
"""Until which day how many are seen in the street in a week, on average, city by city."""


def _level(table: tuple[tuple[date, float], ...], day: date) -> float:
    """Look a day up in a table of levels."""
    return next(level for until, level in table if day < until)


def advert_level(day: date) -> float:
    """Give the share of the usual number of adverts on that day, 0 to 1."""
    return _level(_ADVERT_LEVELS, day)


def street_level(day: date) -> float:
    """Give how many a week are seen in the street of a city around that day."""
    return _level(_STREET_LEVELS, day)


def some_day(dice: Dice, first: date = FIRST, last: date = LAST) -> date:
    """Draw a day, both ends in."""
    return first + timedelta(days=dice.between(0, max(0, (last - first).days)))


def advert_day(dice: Dice, first: date = FIRST, last: date = LAST) -> date:
    """Draw a day on which an advert is posted: few in spring 2020."""
    for _ in range(40):
        day = some_day(dice, first, last)
        if dice.chance(advert_level(day)):
            return day
    return last


def at(dice: Dice, day: date, earliest: int = 8, latest: int = 22) -> datetime:
    """Draw a moment of local time on a day, never between 1 and 4 at night, where clocks change."""
    return datetime.combine(day, time(dice.between(max(4, earliest), latest), dice.between(0, 59), dice.between(0, 59)))


def offset_hours(moment: datetime) -> int:
    """Give how far local time is ahead of UTC, in Brussels and Madrid alike: 2 in summer, else 1.

    Summer time runs from the last Sunday of March to the last Sunday of October (Directive 2000/84/EC).
    """
    return 2 if _last_sunday(moment.year, 3) <= moment.date() < _last_sunday(moment.year, 10) else 1


def _last_sunday(year: int, month: int) -> date:
    """Give the last Sunday of March or October, which both have 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
