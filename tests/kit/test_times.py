"""Days and times are read as people write them, and every way to fail is told apart."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.times import Clock, Fault, day_orders, is_time, read_days, read_moments

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def brussels() -> Clock:
    """Give the clock of Brussels."""
    return Clock(ZoneInfo("Europe/Brussels"))


def moment(text: str, *, month_first: bool = False) -> datetime | Fault:
    """Read one moment by the clock of Brussels."""
    found = read_moments(pa.array([text]), brussels(), month_first=month_first)
    fault = Fault(int(found.faults[0]))
    return fault or EPOCH + timedelta(microseconds=int(found.values[0]))


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2021-03-27 02:30:11", "2021-03-27T01:30:11"), ("2021-03-27T02:30:00Z", "2021-03-27T02:30:00"),
        ("2021-03-27T02:30:00.123456789+02:00", "2021-03-27T00:30:00.123456"), ("20210327T023011", "2021-03-27T01:30:11"),
        ("27/03/2021 14h30", "2021-03-27T13:30:00"), ("27.03.21 14.30", "2021-03-27T13:30:00"),
        ("27 mars 2021", "2021-03-26T23:00:00"), ("1er août 2021 à 14h05", "2021-08-01T12:05:00"),
        ("Mar 27, 2021 2:30 PM", "2021-03-27T13:30:00"), ("1 de marzo de 2021", "2021-02-28T23:00:00"),
        ("3. März 2021 10:30 Uhr", "2021-03-03T09:30:00"), ("2021年3月27日 14时30分", "2021-03-27T13:30:00"),
        ("2021/03/27 下午 3:20", "2021-03-27T14:20:00"), ("Sat, 27 Mar 2021 10:00:00 +0100", "2021-03-27T09:00:00"),
        ("2021-07-01 10:00 CEST", "2021-07-01T08:00:00"), ("44927.5", "2023-01-01T11:00:00"),
        ("1648344600", "2022-03-27T01:30:00"), ("1648344600123", "2022-03-27T01:30:00.123"),
        ("12/08/2021 12:30 a.m.", "2021-08-11T22:30:00"),
    ],
)  # fmt: skip
def test_times_are_read_in_every_usual_writing(text: str, utc: str) -> None:
    """A time in any of six languages, with or without a zone, gives the moment it means."""
    assert moment(text) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2022-03-27 02:30", Fault.SKIPPED_HOUR), ("2022-10-30 02:30", Fault.DOUBLE_HOUR), ("31/02/2021", Fault.NO_SUCH_DAY),
        ("2021-13-01", Fault.NO_SUCH_DAY), ("2021-03-27 24:00", Fault.NO_SUCH_HOUR), ("0001-01-01", Fault.OUT_OF_RANGE),
        ("2021-03-27 13:00 PM", Fault.NO_SUCH_HOUR), ("yesterday", Fault.UNREADABLE), ("2021-03-27 10:00 EST", Fault.UNREADABLE),
        ("123456", Fault.UNREADABLE), ("29/02/2021", Fault.NO_SUCH_DAY), ("2021-03-27 10:61", Fault.NO_SUCH_HOUR),
    ],
)  # fmt: skip
def test_what_is_no_time_says_why(text: str, fault: Fault) -> None:
    """Each way in which a text is no moment has its own name; none is mended silently."""
    assert moment(text) is fault


def test_the_hours_around_a_change_of_the_clock_are_read() -> None:
    """Only the hour that is skipped and the hour shown twice are in doubt."""
    assert moment("2022-03-27 01:59:59") == datetime(2022, 3, 27, 0, 59, 59, tzinfo=UTC)
    assert moment("2022-03-27 03:00:00") == datetime(2022, 3, 27, 1, tzinfo=UTC)
    assert moment("2022-10-30 01:59:59") == datetime(2022, 10, 29, 23, 59, 59, tzinfo=UTC)
    assert moment("2022-10-30 03:00:00") == datetime(2022, 10, 30, 2, tzinfo=UTC)


def test_day_and_month_stand_in_the_order_said() -> None:
    """The same text is another day under the other order, and no day where its month would be the 25th."""
    assert moment("03/04/2021", month_first=True) == datetime(2021, 3, 3, 23, tzinfo=UTC)
    assert moment("03/04/2021") == datetime(2021, 4, 2, 22, tzinfo=UTC)
    assert moment("12/25/2021") is Fault.NO_SUCH_DAY


def test_the_order_of_day_and_month_is_told_by_values_that_allow_but_one() -> None:
    """Values are counted as day first, month first, or either."""
    assert day_orders(["13/02/2021", "02/13/2021", "03/04/2021", "05/05/2021", "2021-01-13", "x"]) == (1, 1, 1)


def test_a_day_with_an_hour_is_that_day() -> None:
    """A column of days takes the day as it stands and says that there was an hour."""
    found = read_days(pa.array(["2021-03-01 14:00", "01/03/2021", "44256", "2021-02-30"]))
    days = [date(1970, 1, 1) + timedelta(days=int(value)) for value in found.values[:3]]
    assert days == [date(2021, 3, 1)] * 3
    assert found.bare.tolist() == [True, False, False, False]
    assert found.faults.tolist() == [0, 0, 0, Fault.NO_SUCH_DAY]


def test_a_bare_number_is_not_taken_for_a_time_by_its_looks() -> None:
    """Numbers are times only in a column known to hold times."""
    assert not is_time("44927")
    assert is_time("27 mars 2021")


MOMENTS = st.timedeltas(timedelta(days=-25_000), timedelta(days=45_000)).map(lambda since: EPOCH + since)


@given(st.lists(MOMENTS, min_size=1, max_size=30))
def test_what_is_written_in_utc_is_read_back(times: list[datetime]) -> None:
    """Times written as ISO with a zone come back to the microsecond, whichever others stand beside them."""
    found = read_moments(pa.array([time.isoformat() for time in times]), brussels())
    assert [EPOCH + timedelta(microseconds=int(value)) for value in found.values] == times


@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_text_is_a_time_or_has_a_fault(texts: list[str]) -> None:
    """No text makes reading fail; read one by one or together, it means the same."""
    together = read_moments(pa.array(texts, pa.string()), brussels())
    for at, text in enumerate(texts):
        alone = read_moments(pa.array([text], pa.string()), brussels())
        assert (alone.faults[0], alone.values[0] * (alone.faults[0] == 0)) == (
            together.faults[at],
            together.values[at] * (together.faults[at] == 0),
        )


def test_a_column_with_more_shapes_than_are_read_at_once_is_read_whole() -> None:
    """What is left after the common shapes is read one by one, to the same end."""
    odd = ["x" * length for length in range(1, 60)] + [f"y{'z' * length}" for length in range(1, 60)]
    found = read_moments(pa.array([*odd, "2021-01-01 10:00Z"]), brussels())
    assert found.faults.tolist() == [Fault.UNREADABLE] * len(odd) + [Fault.NONE]
