"""Drift: phrases that came, went or were replaced, with their days, only where enough adverts show it."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.posted import FIGURES, TEXT, advert, line
from palermo.adverts.drift import drift
from palermo.adverts.posted import Posted
from palermo.model.histories import Change, Drift

ROOM = TEXT.replace("quiet flat", "bright little room")


def told(rows: list[Posted]) -> Drift:
    """Tell the drift of one wording."""
    return drift(rows, 0, FIGURES.drift)


def changes(old: str, new: str, turn: int = 60) -> list[tuple[str, str, str]]:
    """Give the changes when one text gives way to another on a day."""
    found = told([*line(0, range(0, turn, 4), text=old), *line(50, range(turn, 120, 4), text=new)])
    return [(change.kind, change.old, change.new) for change in found.changes]


def test_a_phrase_that_gives_way_to_another_is_replaced() -> None:
    """What went and what came between the same words is one change, cut down to the words that differ."""
    assert changes(TEXT, ROOM) == [("replaced", "quiet flat", "bright little room")]


def test_a_phrase_added_at_the_end_came_and_one_left_out_went() -> None:
    """A phrase without a counterpart came, or went, wherever in the text it stands."""
    more = f"{TEXT} closed on sunday"
    assert changes(TEXT, more) == [("came", "", "closed on sunday")]
    assert changes(more, TEXT) == [("went", "closed on sunday", "")]
    assert changes(TEXT, TEXT.replace("soft light", "soft warm light")) == [("came", "", "warm")]
    assert changes(TEXT.replace("soft light", "soft warm light"), TEXT) == [("went", "warm", "")]
    assert changes(TEXT, f"please ring first {TEXT}") == [("came", "", "please ring first")]


def test_a_change_says_when_and_in_how_many_adverts() -> None:
    """The day is the first of the new phrase; the adverts are those from then on, those without it counted too."""
    rows = [*line(0, range(0, 60, 4)), *line(50, range(60, 120, 4), text=ROOM), advert(90, 100), advert(91, None)]
    found = told(rows)
    assert found.undated == 1
    assert found.changes == (
        Change(0, "replaced", date(2024, 3, 1), "quiet flat", "bright little room", 15, 16, rows[15].row),
    )


def test_a_change_in_the_middle_of_a_month_is_found() -> None:
    """The window in which the change falls may carry both."""
    for turn in range(40, 80, 4):
        assert changes(TEXT, ROOM, turn) == [("replaced", "quiet flat", "bright little room")], turn


def test_what_few_adverts_show_is_not_told() -> None:
    """A new phrase in three adverts, or one that comes and goes all the time, is no drift."""
    few = [*line(0, range(0, 90, 4)), *line(50, [95, 100, 105], text=ROOM)]
    assert told(few).changes == ()
    mixed = [advert(n, n * 4, text=(TEXT, ROOM)[n % 2]) for n in range(30)]
    assert told(mixed).changes == ()


def test_one_window_says_nothing() -> None:
    """Adverts of one month, or fewer than two windows hold, have not drifted as far as anybody can say."""
    assert told([*line(0, range(10)), *line(20, range(10, 20), text=ROOM)]) == Drift(0, 1, 0, ())
    assert told(line(0, [None, None])) == Drift(0, 0, 2, ())


def test_a_month_of_few_adverts_is_joined_with_the_next() -> None:
    """Each window holds at least five adverts, whatever the months hold."""
    assert told(line(0, range(0, 360, 30))).windows == 2
    assert told(line(0, range(0, 120, 4))).windows == 4


def test_signs_without_spaces_are_written_without() -> None:
    """A phrase of Chinese signs is told as it is written."""
    old, new = " ".join("欢迎来到安静的房间每天开放"), " ".join("欢迎来到明亮的房间每天开放")
    assert changes(old, new) == [("replaced", "安静", "明亮")]


def test_blanks_are_no_phrase() -> None:
    """A number more or less in the number's place is no drift of the wording."""
    assert changes(f"{TEXT} · now", f"{TEXT} now ·") == []
    assert all(set(old + new) - set("[…] ") for _, old, new in changes(f"{TEXT} ·", TEXT))


TEXTS = st.sampled_from([TEXT, ROOM, f"{TEXT} closed on sunday", "tea and light"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), TEXTS), min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_drift_does_not_depend_on_order_and_never_tells_more_than_there_is(
    made: list[tuple[int, str]], chance: random.Random
) -> None:
    """In any order the same drift; each change is shown by enough adverts, and by no more than there are."""
    rows = [advert(n, day, text=text) for n, (day, text) in enumerate(made)]
    found = told(rows)
    mixed = list(rows)
    chance.shuffle(mixed)
    assert told(mixed) == found
    for change in found.changes:
        assert FIGURES.drift.least_adverts <= change.shown <= change.of <= len(rows)
