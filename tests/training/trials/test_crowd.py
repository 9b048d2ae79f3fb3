"""A crowd is one template under as many numbers as adverts, beside lone advertisers who share one site's text."""

from collections import Counter

import pytest

from palermo.training.trials import Trial, make_crowd, make_trial
from palermo.training.trials.phrases import PHRASE_KINDS


@pytest.fixture(scope="module")
def crowd() -> Trial:
    """Give the crowd of a seed."""
    return make_crowd(2)


def test_a_crowd_has_its_three_parts(crowd: Trial) -> None:
    """5,000 adverts are one hand's, 5,000 are of as many lone advertisers on one site, 20,000 are of phrases."""
    truth = crowd.truth.to_pylist()
    kinds = Counter(row["kind"] for row in truth)
    assert crowd.adverts.num_rows == 30_000
    assert kinds["crowd"] == kinds["site_text"] == 5_000
    assert set(kinds) == {"crowd", "site_text", *PHRASE_KINDS}
    assert len({row["group"] for row in truth if row["kind"] == "crowd"}) == 1
    assert len({row["group"] for row in truth if row["kind"] == "site_text"}) == 5_000
    assert all(row["lone"] for row in truth if row["kind"] == "site_text")


def test_every_advert_of_the_crowd_has_another_number(crowd: Trial) -> None:
    """Neither the crowd nor those around the site's text share a number with anybody."""
    phones = [row["phone"] for row in crowd.truth.to_pylist() if row["kind"] in {"crowd", "site_text"}]
    assert len(set(phones)) == 10_000


def test_those_on_one_site_share_its_text_and_nothing_else(crowd: Trial) -> None:
    """The site's own sentences are the same in all of its adverts, and what follows is as good as never."""
    bodies = [
        body.split("\n", 1)
        for body, kind in zip(crowd.adverts["body"].to_pylist(), crowd.truth["kind"].to_pylist(), strict=True)
        if kind == "site_text"
    ]
    assert len({house for house, _ in bodies}) == 1
    assert len(bodies[0][0]) > 400
    assert len({own for _, own in bodies}) > 4_990


@pytest.mark.parametrize("size", [1, 5, 6, 100])
def test_a_crowd_of_another_size_keeps_its_shares(size: int) -> None:
    """A sixth is the crowd and a sixth on one site, whatever the size."""
    made = make_trial("crowd", 1, size)
    kinds = Counter(made.truth["kind"].to_pylist())
    assert made.adverts.num_rows == size
    assert kinds["crowd"] == kinds["site_text"] == size // 6
    assert made.adverts.equals(make_trial("crowd", 1, size).adverts)
