"""An advert's own names are left blank: its persona, and every city named in the file."""

import pytest

from adverts.adverts_written import Row, batches_of
from palermo.adverts.names import Names, word_numbers
from palermo.adverts.reading import read


def words_of(rows: list[Row], cities: tuple[str, ...] = (), size: int = 1000) -> list[list[int]]:
    """Give the words read of each row."""
    corpus = read(batches_of(rows, size), cities)
    return [corpus.words[a:b].tolist() for a, b in zip(corpus.first[:-1], corpus.first[1:], strict=True)]


@pytest.mark.parametrize("written", ["Nina", "NINA", "nína"])
def test_a_persona_is_blank_in_its_own_advert_alone(written: str) -> None:
    """However it is written there; another's advert keeps the name as a word."""
    own, other = words_of([Row(f"ask for {written} today", persona="Nina"), Row(f"ask for {written} today")])
    assert own == [*word_numbers("ask for").tolist(), 0, *word_numbers("today").tolist()]
    assert 0 not in other


def test_a_city_is_blank_in_every_advert() -> None:
    """A city named anywhere in the file is left blank in all of it, a word longer or shorter is not."""
    first, second = words_of([Row("now in Lille again"), Row("now in Lilles again")], ("Lille",))
    assert first == [*word_numbers("now in").tolist(), 0, *word_numbers("again").tolist()]
    assert 0 not in second


def test_a_name_has_one_number_and_no_name_none() -> None:
    """Names are numbered in the order they come; the empty name is no name."""
    known = Names()
    assert [known.of(name) for name in ("Nina", "", "Eva", "Nina")] == [0, -1, 1, 0]


def test_batches_make_no_difference_to_what_is_read() -> None:
    """Rows read one a batch have the words they have all at once."""
    rows = [Row(f"room {n} near the harbour, ask for Eva", persona="Eva" if n % 2 else "") for n in range(9)]
    assert words_of(rows, size=1) == words_of(rows)
