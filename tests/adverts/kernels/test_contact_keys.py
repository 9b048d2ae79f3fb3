"""Keys of contacts: one for each, phones readable back, and national numbers that are an international one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.adverts.kernels.contact_keys import INTERNATIONAL, NATIONAL, OTHER, key_of, same_keys, value_of
from palermo.kit.phones import same_numbers

DIGITS = st.text("0123456789", min_size=1, max_size=18)
NUMBERS = [
    "+33639981234", "0639981234", "639981234", "33639981234", "+32639981234", "+32470001122", "0470001122", "+78005550143",
    "88005550143", "8005550143", "+12025550143", "12025550143", "2025550143", "+36201234567", "06201234567", "+390612345678",
    "0612345678", "00639981234", "wechat:lily", "mailto:lily@mail.example", "+99939981234", "99939981234", "+3",
]  # fmt: skip


@given(DIGITS)
def test_a_national_number_is_read_back_from_its_key(digits: str) -> None:
    """National digits, zeros in front counted, come back from their key."""
    assert key_of(digits) >> 61 == NATIONAL >> 61
    assert value_of(key_of(digits)) == digits


@given(DIGITS.filter(lambda digits: digits[0] != "0"))
def test_an_international_number_is_read_back_from_its_key(digits: str) -> None:
    """A number with its country comes back from its key, which holds its digits as they are."""
    assert key_of(f"+{digits}") == INTERNATIONAL | int(digits)
    assert value_of(key_of(f"+{digits}")) == f"+{digits}"


@pytest.mark.parametrize("value", ["wechat:lily", "mailto:lily@mail.example", "https://site.example/a", "1" * 19, ""])
def test_what_is_no_phone_has_a_key_that_gives_no_writing(value: str) -> None:
    """Names, mails, pages and overlong digits have keys of their own kind."""
    assert key_of(value) & OTHER
    assert value_of(key_of(value)) == ""


def test_the_key_of_a_name_never_changes() -> None:
    """A key is the same in every process: stored keys stay good."""
    assert key_of("wechat:lily_66") == key_of("WeChat:Lily_66")
    assert hex(key_of("wechat:lily_66")) == "0xb0f402af5b14ba31"


@given(
    st.lists(st.one_of(st.sampled_from(NUMBERS), DIGITS, DIGITS.map(lambda digits: f"+1{digits[:14]}")), max_size=30)
)
def test_national_keys_become_those_of_the_same_number(values: list[str]) -> None:
    """Keys are told the same as the kit tells canonical writings the same, in the order given."""
    same = same_numbers(values)
    keys = np.array([key_of(value) for value in values], dtype=np.uint64)
    wanted = [key_of(same.get(value, value)) for value in values]
    assert same_keys(keys).tolist() == wanted
