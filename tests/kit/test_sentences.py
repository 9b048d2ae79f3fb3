"""Figures, days and lists read as a person would say them."""

from datetime import date

import pytest

from palermo.kit.sentences import counted, day_words, listed, span_words


def test_days() -> None:
    """A day and a stretch of days are said in words."""
    assert day_words(date(2020, 5, 3)) == "3 May 2020"
    assert span_words(date(2020, 5, 3), date(2021, 6, 9)) == "between 3 May 2020 and 9 June 2021"
    assert span_words(date(2020, 5, 3), date(2020, 5, 3)) == "on 3 May 2020"


@pytest.mark.parametrize(("number", "words"), [(0, "0 cities"), (1, "1 city"), (2, "2 cities"), (1204, "1,204 cities")])
def test_counts(number: int, words: str) -> None:
    """One thing is one, and thousands are parted."""
    assert counted(number, "city", "cities") == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("", ""),
        ("Gent", "Gent"),
        ("Gent Leuven", "Gent and Leuven"),
        ("Gent Leuven Namur", "Gent, Leuven and 1 more city"),
        ("Gent Leuven Namur Mons Liège", "Gent, Leuven and 3 more cities"),
    ],
)
def test_lists(names: str, words: str) -> None:
    """A list names the first few and counts the rest."""
    assert listed(names.split(), 2, "cities") == words
