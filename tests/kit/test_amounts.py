"""Amounts are read exactly, and one that can be read two ways is not guessed at."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.amounts import AmountFault, read_amount, read_seconds, read_whole, tell_decimal


@pytest.mark.parametrize(
    ("text", "value", "sign"),
    [
        ("12", "12", ""), ("1.234,50", "1234.50", ""), ("1,234.50", "1234.50", ""), ("1 234,50 €", "1234.50", "€"),
        ("€ 120", "120", "€"), ("-5", "-5", ""), ("5-", "-5", ""), ("(12,50)", "-12.50", ""), ("1.234.567", "1234567", ""),
        ("EUR 12.00", "12.00", "EUR"), ("120,-", "120", ""), ("1’234.50", "1234.50", ""), ("0.123", "0.123", ""),
        ("1e5", "100000", ""), ("−7", "-7", ""), (".5", "0.5", ""), ("12345678901234567890", "12345678901234567890", ""),
    ],
)  # fmt: skip
def test_amounts_are_read_in_every_usual_writing(text: str, value: str, sign: str) -> None:
    """Marks for thousands, decimal commas, signs of currencies and of debts are read."""
    amount = read_amount(text)
    assert (amount.value, amount.sign) == (Decimal(value), sign)


@pytest.mark.parametrize("text", ["abc", "", "1 2", "100-150", "12.34.56", "1,2,3", "€", "€ 5 $", "(5"])
def test_what_is_no_amount_is_not_read(text: str) -> None:
    """Two numbers side by side, a range and a word are no amount."""
    assert read_amount(text).fault is AmountFault.UNREADABLE


def test_a_mark_that_may_part_thousands_or_decimals_needs_the_column_to_tell() -> None:
    """`1.234` is read only where the column's other values say which mark is the decimal one."""
    assert read_amount("1.234").fault is AmountFault.EITHER
    assert read_amount("1.234", ",").value == Decimal(1234)
    assert read_amount("1.234", ".").value == Decimal("1.234")
    assert tell_decimal(["1.234", "2,50"]) == ","
    assert tell_decimal(["1.234.567"]) == ","
    assert tell_decimal(["1.234", "5"]) == ""


def test_an_amount_has_at_most_twenty_digits_and_eight_places() -> None:
    """Longer ones are refused before the point and rounded, and said to be, after it."""
    assert read_amount("123456789012345678901").fault is AmountFault.TOO_LONG
    assert read_amount("0.123456789").rounded
    assert not read_amount("0.12").rounded


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15))
def test_an_amount_written_either_way_is_read_back(value: Decimal) -> None:
    """With two places, thousands parted by either mark, an amount comes back exactly."""
    english = f"{value:,.2f}"
    assert read_amount(english).value == value
    assert read_amount(english.translate(str.maketrans(",.", ".,"))).value == value


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_has_a_fault(text: str) -> None:
    """No text makes reading fail."""
    amount = read_amount(text)
    assert (amount.value is None) == (amount.fault is not AmountFault.NONE)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("125", 125), ("2:05", 125), ("0:02:05", 125), ("2 min 5 s", 125), ("1:30:00", 5400), ("45s", 45), ("12.5", None), ("", None), ("x", None)],
)  # fmt: skip
def test_lengths_of_time_are_read_in_seconds(text: str, seconds: int | None) -> None:
    """A length may be a number, a clock's writing, or hours, minutes and seconds in words."""
    assert read_seconds(text) == seconds


def test_whole_numbers_are_whole() -> None:
    """A number with places other than nought is not rounded to a whole one."""
    assert [read_whole(text) for text in ("1 200", "1.200", "7.0", "7.5", "9" * 30)] == [1200, 1200, 7, None, None]
