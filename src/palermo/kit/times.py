"""Reads columns of days and times, a million at once: local times by their zone's clock, with every way to fail told apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from palermo.kit.time_grammar import CALENDAR, EPOCH, NO_OFFSET, SERIAL, Shape, shape_of

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_SHAPES_AT_ONCE = 64
"""A column is read shape by shape; what is left after this many is read one by one."""

_QUARTER = 900_000_000
_DAY = 86_400_000_000
_EXCEL_EPOCH = 25_569
"""The spreadsheet's number of 1 January 1970."""

FIRST_YEAR, LAST_YEAR = 1850, 2150
_PIVOT = 30
"""Years of two digits: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999, as spreadsheets have it."""


class Fault(IntEnum):
    """Why a text gives no moment or day."""

    NONE = 0
    UNREADABLE = 1
    NO_SUCH_DAY = 2
    NO_SUCH_HOUR = 3
    OUT_OF_RANGE = 4
    SKIPPED_HOUR = 5
    DOUBLE_HOUR = 6


@dataclass(slots=True)
class Read:
    """A column as read; all arrays are as long as the column.

    Attributes:
        values: microseconds since 1970 in UTC, or days since 1970; meaningless where there is a fault.
        faults: a `Fault` for each.
        zoneless: where a time stood without zone.
        bare: where a day stood without an hour, or, for days, an hour beside the day.
        short_year: where the year had two digits.
        numbers: where a spreadsheet's number or seconds since 1970 stood for the time.
    """

    values: "Ints"
    faults: "Ints"
    zoneless: "Flags"
    bare: "Flags"
    short_year: "Flags"
    numbers: "Flags"


@dataclass(slots=True)
class Clock:
    """A zone's clock, with what was worked out of it kept: by days, and by quarter-hours for the days on which it changes."""

    zone: ZoneInfo
    _known: dict[int, tuple[int, int]] = field(default_factory=dict)
    _steady: dict[int, int | None] = field(default_factory=dict)

    def to_utc(self, local: "Ints") -> "tuple[Ints, Ints]":
        """Turn local microseconds into UTC; the second array holds `Fault`s for hours the clock skips or shows twice."""
        import numpy as np

        days, places = np.unique(local // _DAY, return_inverse=True)
        offsets = [self._day(day) for day in days.tolist()]
        changing = np.array([offset is None for offset in offsets], bool)[places]
        first = np.array([offset or 0 for offset in offsets], np.int64)[places]
        second = first.copy()
        if changing.any():
            quarters, at = np.unique(local[changing] // _QUARTER, return_inverse=True)
            known = np.array([self._offsets(quarter) for quarter in quarters.tolist()], np.int64).reshape(-1, 2)
            first[changing], second[changing] = known[at, 0], known[at, 1]
        faults = np.where(second > first, Fault.SKIPPED_HOUR, np.where(first > second, Fault.DOUBLE_HOUR, Fault.NONE))
        return local - first, faults.astype(np.int64)

    def _day(self, day: int) -> int | None:
        """Give the offset of a day in microseconds; None for a day within which the clock changes."""
        if day not in self._steady:
            per_day = _DAY // _QUARTER
            ends = {*self._offsets(day * per_day), *self._offsets((day + 1) * per_day)}
            self._steady[day] = ends.pop() if len(ends) == 1 else None
        return self._steady[day]

    def _offsets(self, quarter: int) -> tuple[int, int]:
        """Give the offsets in microseconds before and after a change of the clock; equal where there is none."""
        found = self._known.get(quarter)
        if found is None:
            naive = datetime(1970, 1, 1) + timedelta(microseconds=quarter * _QUARTER)  # noqa: DTZ001 - a clock's face
            offsets = [naive.replace(tzinfo=self.zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1)]
            found = self._known[quarter] = (_micros(offsets[0]), _micros(offsets[1]))
        return found


def _micros(length: timedelta) -> int:
    return length // timedelta(microseconds=1)


def read_moments(column: "pa.Array", clock: Clock, *, month_first: bool = False) -> Read:
    """Read a column of texts without nulls as moments; what has no zone is read by the clock."""
    fields = _Fields.of(column)
    local, faults = fields.local(month_first=month_first)
    zoneless = (fields.offset == NO_OFFSET) & (faults == Fault.NONE)
    values = local - fields.offset * 60_000_000
    if zoneless.any():
        utc, by_clock = clock.to_utc(local[zoneless])
        values[zoneless] = utc
        faults[zoneless] = by_clock
    bare = (fields.kind == CALENDAR) & ~fields.timed
    numbers = fields.kind >= SERIAL
    return Read(values, faults, zoneless, bare, fields.short, numbers)


def read_days(column: "pa.Array", *, month_first: bool = False) -> Read:
    """Read a column of texts without nulls as days; an hour beside the day is left out."""
    fields = _Fields.of(column)
    local, faults = fields.local(month_first=month_first)
    fractional = local % _DAY != 0
    bare = (fields.timed & (fields.kind == CALENDAR)) | ((fields.kind >= SERIAL) & fractional)
    return Read(local // _DAY, faults, fields.offset == NO_OFFSET, bare, fields.short, fields.kind >= SERIAL)


def day_orders(texts: Iterable[str]) -> tuple[int, int, int]:
    """Count among dates such as `03/04/2021` those that must be day first, those that must be month first, and those that can be both."""
    day_first = month_first = either = 0
    for text in texts:
        shape = shape_of(text.strip())
        if shape is None or "a" not in shape.spans:
            continue
        a, b = (int(text.strip()[slice(*shape.spans[name])]) for name in "ab")
        day_first += a > 12 >= b
        month_first += b > 12 >= a
        either += a <= 12 and b <= 12 and a != b
    return day_first, month_first, either


def is_time(text: str) -> bool:
    """Tell whether a text is written like a day or a time; a bare number is not taken for one."""
    shape = shape_of(text.strip())
    return shape is not None and shape.kind == CALENDAR


_NAMES = ("y", "m", "d", "a", "b", "H", "M", "S", "F", "n", "f", "e", "oh", "om")


@dataclass(slots=True)
class _Fields:
    """The fields of a column of times: integers, one for each text."""

    count: int
    at: "dict[str, Ints]"
    kind: "Ints"
    offset: "Ints"
    short: "Flags"
    timed: "Flags"
    swapped: "Flags"
    scale: "Ints"

    @classmethod
    def of(cls, column: "pa.Array") -> "_Fields":
        """Read the fields, all texts of one shape at once."""
        import numpy as np

        count = len(column)
        made = cls(
            count, {name: np.zeros(count, np.int64) for name in _NAMES}, np.zeros(count, np.int64),
            np.full(count, NO_OFFSET, np.int64), np.zeros(count, bool), np.zeros(count, bool), np.zeros(count, bool),
            np.zeros(count, np.int64),
        )  # fmt: skip
        for places, shape, digits in _shaped(column):
            made._put(places, shape, digits)
        return made

    def _put(self, places: "Ints", shape: Shape, digits: "NDArray[np.uint8]") -> None:
        """Fill in the fields of texts of one shape; `digits` has their bytes, a row each."""
        import numpy as np

        for name, (start, end) in shape.spans.items():
            value = np.zeros(len(digits), np.int64)
            for at in range(start, end):
                value = value * 10 + (digits[:, at].astype(np.int64) - 48)
            width = end - start
            if name == "F":
                value = value * 10 ** (6 - width) if width <= 6 else value // 10 ** (width - 6)
            elif name == "f":
                self.scale[places] = 10**width
            elif name == "e":
                value = value * {10: 1_000_000, 13: 1_000, 16: 1}[width]
            elif name == "y" and width == 2:
                self.short[places] = True
                value = value + 1900 + 100 * (value < _PIVOT)
            self.at[name][places] = value
        self.kind[places] = shape.kind
        self.timed[places] = "H" in shape.spans
        self.swapped[places] = "a" in shape.spans
        if shape.month:
            self.at["m"][places] = shape.month
        self._put_zone(places, shape)

    def _put_zone(self, places: "Ints", shape: Shape) -> None:
        """Fill in the offset and turn hours that count to twelve; what no clock shows becomes hour 99."""
        import numpy as np

        self.offset[places] = shape.offset
        if shape.sign:
            self.offset[places] = shape.sign * (self.at["oh"][places] * 60 + self.at["om"][places])
        if shape.half:
            hours = self.at["H"][places]
            turned = hours % 12 + (12 if shape.half == "p" else 0)
            self.at["H"][places] = np.where((hours >= 1) & (hours <= 12), turned, 99)

    def local(self, *, month_first: bool) -> "tuple[Ints, Ints]":
        """Give local microseconds since 1970 (UTC for seconds since 1970) and faults."""
        import numpy as np

        at = self.at
        day, month = (at["b"], at["a"]) if month_first else (at["a"], at["b"])
        day, month = np.where(self.swapped, day, at["d"]), np.where(self.swapped, month, at["m"])
        faults = np.zeros(self.count, np.int64)
        good_month = (month >= 1) & (month <= 12)
        months = (at["y"] - 1970) * 12 + np.where(good_month, month, 1) - 1
        first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
        length = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - first
        clock = ((at["H"] * 60 + at["M"]) * 60 + at["S"]) * 1_000_000 + at["F"]
        values = (first + day - 1) * _DAY + clock
        faults[(at["H"] > 23) | (at["M"] > 59) | (at["S"] > 59)] = Fault.NO_SUCH_HOUR
        faults[~good_month | (day < 1) | (day > length)] = Fault.NO_SUCH_DAY
        faults[(at["y"] < FIRST_YEAR) | (at["y"] > LAST_YEAR)] = Fault.OUT_OF_RANGE
        offset = np.where(self.offset == NO_OFFSET, 0, self.offset)
        faults[np.abs(offset) > 14 * 60] = Fault.NO_SUCH_HOUR
        self._numbers(values, faults)
        faults[self.kind == 0] = Fault.UNREADABLE
        return values, faults

    def _numbers(self, values: "Ints", faults: "Ints") -> None:
        """Put the values of spreadsheet numbers and of seconds since 1970; a serial is exact to the millisecond."""
        import numpy as np

        serial = self.kind == SERIAL
        if serial.any():
            days, scale = self.at["n"][serial], np.maximum(self.scale[serial], 1)
            part = np.round(self.at["f"][serial] / scale * 86_400_000).astype(np.int64) * 1_000
            values[serial] = (days - _EXCEL_EPOCH) * _DAY + part
            faults[serial] = np.where((days >= 10_000) & (days < 80_000), Fault.NONE, Fault.OUT_OF_RANGE)
        epoch = self.kind == EPOCH
        if epoch.any():
            values[epoch] = self.at["e"][epoch]
            faults[epoch] = Fault.NONE


def _shaped(column: "pa.Array") -> "Iterable[tuple[Ints, Shape, NDArray[np.uint8]]]":
    """Cut a column into texts of one shape: their places, the shape, and their bytes, a row each."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    trimmed = pc.utf8_trim_whitespace(column)
    lengths = pc.binary_length(trimmed).to_numpy(zero_copy_only=False)
    left = _SHAPES_AT_ONCE
    for length in np.unique(lengths).tolist():
        places = np.flatnonzero(lengths == length)
        if not 0 < length <= 64:
            continue
        same = pc.take(trimmed, pa.array(places)) if len(places) < len(trimmed) else trimmed
        data = _bytes_of(same, length)
        while len(places) and left:
            left -= 1
            alike = _alike(data)
            if (shape := _byte_shape(bytes(data[0]))) is not None:
                yield places[alike], shape, data[alike]
            places, data = places[~alike], data[~alike]
        for place, row in zip(places, data, strict=True):
            if (shape := _byte_shape(bytes(row))) is not None:
                yield np.array([place]), shape, row[None, :]


def _bytes_of(column: "pa.Array", length: int) -> "NDArray[np.uint8]":
    """Give the bytes of texts of one length as rows."""
    import numpy as np

    offsets = np.frombuffer(column.buffers()[1], np.int32)[column.offset :]
    data = np.frombuffer(column.buffers()[2], np.uint8)
    return data[offsets[0] : offsets[0] + length * len(column)].reshape(-1, length)


def _alike(data: "NDArray[np.uint8]") -> "Flags":
    """Tell which rows have digits where the first has digits, and its marks elsewhere."""
    import numpy as np

    first = data[0]
    digit = (first >= 48) & (first <= 57)
    alike = np.ones(len(data), bool)
    for at in range(data.shape[1]):
        column = data[:, at]
        alike &= (column - 48 <= 9) if digit[at] else (column == first[at])
    return alike


def _byte_shape(text: bytes) -> Shape | None:
    """Read a text's shape, with the places of its fields counted in bytes."""
    written = text.decode("utf-8", "replace")
    shape = shape_of(written)
    if shape is None or written.isascii():
        return shape
    moved = {
        name: (len(written[:start].encode()), len(written[:end].encode())) for name, (start, end) in shape.spans.items()
    }
    return Shape(shape.kind, moved, shape.month, shape.offset, shape.sign, shape.half)
