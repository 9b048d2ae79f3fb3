"""The chance of two rotas meeting, against what can be counted by hand."""

from datetime import date, timedelta

import pytest

from palermo.indicators.chance import Chance, Trial, by_chance, crowd, likelier

DAY = date(2020, 1, 6)


def test_a_coin_tossed_three_times() -> None:
    """Three meetings, each as likely as not, come about once in eight times; one and a half are expected."""
    assert by_chance([Trial(1, 2, 1, met=True)] * 3) == Chance(met=3, of=3, expected=1500, one_in=8)


def test_two_stays_near_give_two_draws() -> None:
    """A stay with two of the other's stays near in time meets with chance 1 - (1/2)², three in four."""
    assert by_chance([Trial(1, 2, 2, met=True)]).expected == 750


def test_no_stay_near_cannot_meet() -> None:
    """A stay during which the other is advertised nowhere counts among the stays and expects nothing."""
    assert by_chance([Trial(1, 2, 0, met=False)] * 4) == Chance(met=0, of=4, expected=0, one_in=1)


def test_the_likelier_of_two_is_the_one_chance_explains_better() -> None:
    """Of two views the one that chance explains more often is kept, so that the figure errs towards chance."""
    rare, usual = Chance(3, 3, 100, 5000), Chance(3, 3, 900, 40)
    assert likelier(rare, usual) == likelier(usual, rare) == usual


@pytest.mark.parametrize(("adverts", "share"), [(11, (0, 1)), (12, (12, 12))])
def test_a_crowd_of_a_few_says_nothing(adverts: int, share: tuple[int, int]) -> None:
    """Where everybody is counts from twelve adverts on in the weeks around a stay."""
    found = crowd((DAY + timedelta(days=n % 3), "gent") for n in range(adverts))
    assert found.share("gent", DAY, DAY) == share


def test_a_crowd_is_counted_around_the_stay() -> None:
    """Adverts count from the week before a stay to the week after it, and no further."""
    near = [(DAY + timedelta(days=7 * week), "gent") for week in (-1, 0, 1) for _ in range(4)]
    far = [(DAY + timedelta(days=7 * week), "brugge") for week in (-2, 2) for _ in range(40)]
    assert crowd([*near, *far]).share("gent", DAY, DAY) == (12, 12)
