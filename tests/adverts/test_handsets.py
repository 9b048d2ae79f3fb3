"""Numbers that replaced one another are told, and kept silent about where something else explains them."""

import random
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.posted import FIGURES, A, B, C, D, advert, line
from palermo.adverts.handsets import successions
from palermo.adverts.posted import Posted
from palermo.model.histories import Succession, Successions

HANDSETS = FIGURES.handsets
FIRST, SECOND = range(0, 72, 3), range(73, 145, 3)


def told(rows: list[Posted]) -> tuple[Succession, ...]:
    """Find the successions told."""
    return successions(rows, HANDSETS).told


def pairs(rows: list[Posted]) -> list[tuple[str, str]]:
    """Name the numbers that replaced one another."""
    return [(found.old, found.new) for found in told(rows)]


def test_a_number_that_stops_and_one_that_begins_in_its_place_are_told() -> None:
    """Days, adverts, what is shared, and what chance would give are all there; a city says nothing in a group of one city."""
    rows = [*line(0, FIRST, A), *line(50, SECOND, B)]
    rows[-1] = advert(99, 142, B, wording=3)
    (found,) = told(rows)
    assert (found.old, found.new, found.until, found.since) == (A, B, date(2024, 3, 10), date(2024, 3, 14))
    assert (found.shared.of, found.shared.wording, found.shared.persona, found.shared.city) == (24, 23, 24, None)
    assert (found.old_adverts, found.both, found.quiet, found.others) == (24, 0, True, 0)
    assert (found.found, len(found.rows)) == (1, 48)
    assert 0 < found.expected < 100


def test_a_small_overlap_is_a_handover() -> None:
    """The old number may stand a week longer beside the new one, even in the same adverts."""
    rows = [*line(0, FIRST, A), *line(50, range(66, 145, 3), B), advert(99, 67, (A, B))]
    (found,) = told(rows)
    assert (found.since < found.until, found.both, found.quiet) == (True, 1, False)


def test_a_chain_of_numbers_is_told_step_by_step() -> None:
    """Four numbers one after another are three successions; each says how many pairs follow as closely."""
    rows = [row for n, number in enumerate((A, B, C, D)) for row in line(n * 50, range(n * 60, n * 60 + 58, 2), number)]
    assert pairs(rows) == [(A, B), (B, C), (C, D)]
    assert {found.found for found in told(rows)} == {3}


def test_two_flatmates_with_numbers_of_their_own_are_not_told() -> None:
    """Innocent: two who share a flat and a text, each with a number in use all along, replaced nobody."""
    assert pairs([*line(0, range(0, 140, 4), A, persona="Anna"), *line(50, range(2, 142, 4), B, persona="Bella")]) == []
    assert pairs([*line(0, range(0, 90, 4), A, persona="Anna"), *line(50, range(50, 142, 4), B, persona="Bella")]) == []


def test_one_who_changes_number_once_a_year_is_told_as_a_change_and_no_more() -> None:
    """Innocent: a new number after a year is a succession; what it means is for the innocent explanations beside it."""
    rows = [*line(0, range(0, 360, 12), A), *line(50, range(368, 720, 12), B)]
    assert pairs(rows) == [(A, B)]
    assert any("change number" in words for words in FIGURES.method.innocent)
    assert FIGURES.method.strength == "weak"


@pytest.mark.parametrize(
    "rows",
    [
        [*line(0, [0, 10, 20], A), *line(50, SECOND, B)],
        [*line(0, [0, 0, 0, 0, 0, 1], A), *line(50, [3, 3, 3, 3, 4, 4], B)],
        [*line(0, [5] * 9, A), *line(50, [5] * 9, B)],
        [*line(0, FIRST, A), *line(50, range(120, 190, 3), B)],
        [*line(0, [0, 3, 40, 43], A), *line(50, range(50, 75, 3), B)],
        [*line(0, FIRST, A), *line(50, range(70, 80), B), *line(90, range(81, 140), A)],
        [*line(0, FIRST, A), *line(50, [70, 71, 72, 75], B)],
        [*line(0, FIRST, A), *line(50, SECOND, B, persona="Bella", wording=7, city="Gent")],
        [*line(0, FIRST, A, wording=-1, persona=""), *line(50, SECOND, B, wording=-1, persona="")],
        [*line(0, FIRST, "wechat:one"), *line(50, SECOND, "wechat:two")],
        [*line(0, FIRST, ()), *line(50, SECOND, ())],
        [*line(0, [None] * 9, A), *line(50, [None] * 9, B)],
        [],
    ],
    ids=[
        "too few sightings", "too few days", "a single day", "a long gap", "silent as long before", "the old one comes back",
        "the new one came and went", "nothing shared", "no wording and no persona", "handles", "hubs left out", "no dates",
        "no adverts",
    ],
)  # fmt: skip
def test_it_keeps_silent(rows: list[Posted]) -> None:
    """Where it cannot be known, or something plain explains it, no number is said to have replaced another."""
    assert told(rows) == ()


def test_a_shared_city_counts_where_the_group_has_several() -> None:
    """The city alone is enough only where the group stands in more than one."""
    other: dict[str, str | int] = {"wording": -1, "persona": ""}
    rows = [*line(0, FIRST, A, **other), *line(50, SECOND, B, **other)]
    assert pairs(rows) == []
    assert pairs([*rows, *line(90, [0, 140], C, city="Brugge", **other)]) == [(A, B)]


def test_what_chance_explains_is_not_told_but_counted() -> None:
    """Many numbers in use for short times here and there follow one another by chance: none is told, and it is said."""
    rows = [
        row
        for n in range(40)
        for row in line(n * 10, range(n * 37 % 200, n * 37 % 200 + 16, 4), f"+4477009001{n:02d}", persona="")
    ]
    found = successions(rows, HANDSETS)
    assert found.looked == 40
    assert found.by_chance > 20
    assert len(found.told) < 5


def test_another_number_that_began_as_near_is_counted() -> None:
    """Where two numbers begin when one ends, one is told, by what it shares, and the other is counted beside it."""
    rows = [*line(0, FIRST, A), *line(50, SECOND, B), *line(90, range(73, 145, 4), C, persona="Bella")]
    (found,) = told(rows)
    assert (found.new, found.others, found.found) == (B, 1, 2)


def test_the_expected_number_is_that_of_all_ways_to_lay_the_times() -> None:
    """What chance gives is the share of all first days under which one follows the other, counted out one by one here."""
    rows = [*line(0, range(0, 41, 10), A), *line(50, range(44, 80, 7), B)]
    (found,) = told(rows)
    near = (found.since - found.until).days
    days, lengths, silent = 80, (40, 35), (10, 7)
    expected = Fraction(0)
    for (old, new), (quiet_old, quiet_new) in ((lengths, silent), (lengths[::-1], silent[::-1])):
        ways = good = 0
        for a, b in product(range(days - old), range(days - new)):
            gap, overlap = b - (a + old), min(14, min(old, new) * 25 // 100)
            after, before = b + new - (a + old), b - a
            fits = -overlap <= gap <= 30 and after >= max(14, quiet_old) and before >= max(14, quiet_new)
            ways += 1
            good += fits and abs(gap) <= near
        expected += Fraction(good, ways)
    assert abs(Fraction(found.expected, 1000) - expected) <= Fraction(1, 1000)


NUMBERS = st.sampled_from([A, B, C, D])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 120), NUMBERS, st.integers(-1, 2)), max_size=60),
    st.randoms(use_true_random=False),
)
def test_successions_do_not_depend_on_order(made: list[tuple[int, str, int]], chance: random.Random) -> None:
    """In any order the same answer; nobody is replaced twice, and what chance would give is within what the rule allows."""
    rows = [
        advert(n, day + 130 * (number > B), number, wording=wording) for n, (day, number, wording) in enumerate(made)
    ]
    found: Successions = successions(rows, HANDSETS)
    mixed = list(rows)
    chance.shuffle(mixed)
    assert successions(mixed, HANDSETS) == found
    assert len({one.old for one in found.told}) == len({one.new for one in found.told}) == len(found.told)
    assert all(one.expected * 100 <= HANDSETS.chance_percent * one.found * 1000 for one in found.told)
