"""Collects a trial's rows column by column, so that a million of them need no object each, and shuffles them into a table."""

from datetime import date, timedelta

import pyarrow as pa

from palermo.training.trials.model import ADVERT_COLUMNS, TRUTH_SCHEMA, Advert, Standing, Trial
from palermo.training.trials.quick import Quick

_FIRST = date(2024, 1, 1)
_DAYS = tuple((_FIRST + timedelta(days=day)).isoformat() for day in range(900))
_HOURS = tuple(f"T{hour:02}:{minute:02}:00" for hour in range(7, 24) for minute in range(0, 60, 7))
_CURRENCY = {"GB": "GBP", "CH": "CHF"}
_ID_SPACE = 1 << 32
_ID_STEP = 2_654_435_761


class Columns:
    """The rows of one piece of a trial, in the order in which they were made until `table` shuffles them."""

    def __init__(self, dice: Quick, first_row: int) -> None:
        """Begin a piece.

        Args:
            dice: for the time of each advert and the order of rows.
            first_row: the place of the piece's first row in the whole trial, from 0.
        """
        self._dice = dice
        self._first = first_row
        self._standings: list[Standing] = []
        self._sites: list[str] = []
        self._times: list[str] = []
        self._titles: list[str] = []
        self._bodies: list[str] = []
        self._personas: list[str] = []
        self._cities: list[tuple[str, str, str]] = []
        self._prices: list[str] = []
        self._phones: list[str] = []

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._bodies)

    def add(self, standing: Standing, advert: Advert) -> None:
        """Take a row."""
        draw = self._dice.random
        self._standings.append(standing)
        self._sites.append(advert.site)
        self._times.append(_DAYS[int(draw() * len(_DAYS))] + _HOURS[int(draw() * len(_HOURS))])
        self._titles.append(advert.title)
        self._bodies.append(advert.body)
        self._personas.append(advert.persona)
        self._cities.append(advert.city)
        self._prices.append(advert.price)
        self._phones.append(advert.phone)

    def trial(self) -> Trial:
        """Give the rows, shuffled; ids follow from the place after shuffling, so that they say nothing of the hand."""
        size = len(self)
        order = list(range(size))
        self._dice.shuffle(order)
        shuffled = pa.array(order, pa.int64())
        rows = range(self._first, self._first + size)
        ids = pa.array([f"ad-{(row + 1) * _ID_STEP % _ID_SPACE:08x}" for row in rows])
        countries = [city[2] for city in self._cities]
        adverts = [
            self._sites, self._times, self._titles, self._bodies, self._personas, [""] * size,
            [city[1] for city in self._cities], countries, self._prices, [_CURRENCY.get(code, "EUR") for code in countries],
        ]  # fmt: skip
        stood = self._standings
        truth = [
            [one.group for one in stood], [one.template for one in stood], [one.kind for one in stood],
            pa.array([one.lone for one in stood], pa.bool_()), self._phones,
        ]  # fmt: skip
        return Trial(
            pa.table(
                [ids, *(pa.array(column, pa.string()).take(shuffled) for column in adverts)], names=list(ADVERT_COLUMNS)
            ),
            pa.table(
                [
                    ids,
                    pa.array([row + 1 for row in rows], pa.int64()),
                    *(pa.array(column).take(shuffled) for column in truth),
                ],
                schema=TRUTH_SCHEMA,
            ),
        )
