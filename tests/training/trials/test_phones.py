"""Numbers of the trials are nobody's, each given once, and can be read back where they are written plainly."""

import re

from hypothesis import given
from hypothesis import strategies as st

from palermo.training.trials.phones import FOR_FICTION, Numbers, number_at, write_disguised, write_plain
from palermo.training.trials.quick import Quick
from palermo.training.trials.words import PARTS

FICTION = re.compile(
    r"\+33(19900|26191|35301|46571|53649|63998)\d{4}|\+3532091\d{5}|\+1(?!\d(?P<twin>\d)(?P=twin))(?!88)[2-9][0-8]\d55501\d\d"
    r"|\+44(7700900|1(13|14|15|16|17|18|21|31|41|51|61)4960|2079460|1914980|2896496|2920180|1632960)\d{3}"
)
KEPT_BACK = re.compile(r"\+1[2-9]9\d5\d{6}")
"""North American area codes with a 9 in the middle, held back for the plan's lengthening."""


def test_the_ranges_for_fiction_hold_what_they_say() -> None:
    """The first numbers are all different and all kept for fiction."""
    some = [number_at(index) for index in range(0, FOR_FICTION, 7)]
    assert len(set(some)) == len(some)
    assert all(FICTION.fullmatch(number) for number in some)
    assert FICTION.fullmatch(number_at(FOR_FICTION - 1))
    assert not FICTION.fullmatch(number_at(FOR_FICTION))


@given(st.integers(0, 79_999_999))
def test_what_goes_beyond_them_is_held_back_by_the_plan(index: int) -> None:
    """A number beyond those for fiction has an area code that can be nobody's."""
    assert KEPT_BACK.fullmatch(number_at(FOR_FICTION + index))


def test_a_number_is_given_once() -> None:
    """All numbers of the ranges for fiction are given before any comes again."""
    numbers = Numbers(Quick("any"), FOR_FICTION)
    assert len({numbers.new() for _ in range(FOR_FICTION)}) == FOR_FICTION


def test_a_large_trial_has_numbers_enough() -> None:
    """Where more are wanted than are kept for fiction, the others are taken too, still each once."""
    numbers = Numbers(Quick("any"), 3_000_000)
    given_out = {numbers.new() for _ in range(300_000)}
    assert len(given_out) == 300_000
    assert all(FICTION.fullmatch(number) or KEPT_BACK.fullmatch(number) for number in given_out)


@given(st.integers(0, FOR_FICTION - 1), st.integers(0, 1_000))
def test_a_number_written_plainly_keeps_its_digits(index: int, seed: int) -> None:
    """Taken together, the digits of a plainly written number end as the number does."""
    number = number_at(index)
    assert re.sub(r"\D", "", write_plain(Quick(f"{seed}"), number)).endswith(number[-9:])


@given(st.integers(0, FOR_FICTION - 1), st.integers(0, 1_000), st.sampled_from(sorted(PARTS)))
def test_a_disguised_number_holds_each_digit_in_some_writing(index: int, seed: int, language: str) -> None:
    """Undone digit by digit, a disguised number ends as the number does."""
    number, words = number_at(index), PARTS[language].digits
    written = write_disguised(Quick(f"{seed}"), number, words).replace("〇", "零")
    for digit, word in sorted(enumerate(words), key=lambda pair: -len(pair[1])):
        written = written.replace(word, str(digit))
    written = written.replace("O", "0").replace("l", "1")
    assert re.sub(r"\D", "", "".join(str(int(char)) if char.isdecimal() else char for char in written)).endswith(
        number[-9:]
    )
