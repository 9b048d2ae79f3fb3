"""The life of a group: when it began and ended, where it stood when, its months and its gaps."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fakes.adverts import key
from fakes.posted import FIGURES, advert, line
from palermo.adverts.lives import life
from palermo.adverts.posted import Posted

LIVES = FIGURES.lives


def test_a_life_has_its_first_and_last_day_and_its_months() -> None:
    """First and last day, the first advert, and adverts a month without empty months are told."""
    found = life(line(0, [3, 4, 40, 100]), LIVES)
    assert (found.first, found.last, found.row) == (date(2024, 1, 4), date(2024, 4, 10), key(0))
    assert [(month.month, month.adverts) for month in found.months] == [("2024-01", 2), ("2024-02", 1), ("2024-04", 1)]


def test_sites_and_cities_stand_in_the_order_in_which_they_joined() -> None:
    """A place joins on its first day; its writings are one place under the most usual one."""
    rows = [
        advert(0, 9, site="two.example", city="Brussel"),
        advert(1, 1, site="One.example", city="Bruxelles"),
        advert(2, 2, site="one.example", city="Brussel"),
        advert(3, 5, site="one.example", city="Gent"),
    ]
    found = life(rows, LIVES)
    assert [(site.name, site.first, site.adverts) for site in found.sites] == [
        ("one.example", date(2024, 1, 2), 3),
        ("two.example", date(2024, 1, 10), 1),
    ]
    assert [(city.name, city.row) for city in found.cities] == [("Brussel", key(1)), ("Gent", key(3))]


def test_adverts_without_a_date_count_for_places_only() -> None:
    """An advert without a date is counted as such, and its site is told last, without a day."""
    found = life([advert(0, None, site="old.example"), advert(1, 1), advert(2, 2)], LIVES)
    assert (found.adverts, found.undated, found.first) == (3, 1, date(2024, 1, 2))
    assert [(site.name, site.first) for site in found.sites] == [
        ("one.example", date(2024, 1, 2)),
        ("old.example", None),
    ]


def test_nothing_dated_gives_no_day() -> None:
    """A group without any date has no first day, no month and no gap."""
    found = life([advert(1, None), advert(0, None)], LIVES)
    assert (found.first, found.last, found.months, found.gaps, found.row) == (None, None, (), (), key(0))


def test_a_gap_is_longer_than_what_is_usual_here() -> None:
    """Forty days without adverts are a gap for one who posts daily, and none for one who posts once in twenty days."""
    daily = life(line(0, [0, 1, 2, 42, 43]), LIVES)
    assert [(gap.last, gap.next, gap.days) for gap in daily.gaps] == [(date(2024, 1, 3), date(2024, 2, 12), 40)]
    assert life(line(0, [0, 20, 40, 80, 100]), LIVES).gaps == ()
    assert life(line(0, [0, 30]), LIVES).gaps == ()


@given(st.permutations(line(0, [0, 1, 2, 50, None, 60]) + line(9, [1, 2], site="two.example", city="Gand")))
def test_a_life_does_not_depend_on_order(rows: list[Posted]) -> None:
    """The same adverts in any order have the same life."""
    assert life(rows, LIVES) == life(sorted(rows, key=lambda row: row.row), LIVES)
