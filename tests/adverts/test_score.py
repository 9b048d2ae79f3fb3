"""The score of a grouping says what counting by hand says, in any order."""

from fractions import Fraction
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.adverts.score import Figures, Kinds, score
from palermo.model.errors import WrongUse

GROUPS = st.lists(
    st.tuples(st.integers(-1, 4), st.sampled_from([-1, 0, 1, 2, 900_000_000_000]), st.integers(0, 2), st.booleans()),
    min_size=1,
    max_size=14,
)


def ints(*values: int) -> "np.typing.NDArray[np.int64]":
    """Make an array of whole numbers."""
    return np.array(values, np.int64)


def hands(groups: list[int]) -> list[object]:
    """Give each advert its group; one without any is a group of its own."""
    return [group if group >= 0 else ("alone", at) for at, group in enumerate(groups)]


def by_hand(true: list[object], found: list[object], among: list[int]) -> tuple[float, float]:
    """Work out mean B-cubed precision and recall over some adverts, with fractions."""
    shares = []
    for at in among:
        both = sum(a == true[at] and b == found[at] for a, b in zip(true, found, strict=True))
        shares.append((Fraction(both, found.count(found[at])), Fraction(both, true.count(true[at]))))
    return float(sum(p for p, _ in shares) / len(shares)), float(sum(r for _, r in shares) / len(shares))


def test_a_small_grouping_scores_what_can_be_counted() -> None:
    """Two hands of three and two adverts and a lone one; one advert was missed, and the lone one was put with a hand."""
    found = score(ints(1, 1, 1, 2, 2, -1), ints(7, 7, -1, 8, 8, 8))
    assert found.pairs == Figures(2 / 4, 2 / 4, 0.5)
    assert found.b_cubed.precision == pytest.approx((1 + 1 + 1 + 2 / 3 + 2 / 3 + 1 / 3) / 6)
    assert found.b_cubed.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)
    assert (found.found.groups, found.found.adverts, found.found.largest) == (2, 5, 3)
    assert (found.true.groups, found.true.adverts, found.true.largest) == (2, 5, 3)
    assert (found.lone.adverts, found.lone.wrong, found.lone.share) == (1, 1, 1.0)
    # 15 pairs, 4 found, 4 true, 2 both: (2 - 16/15) / (4 - 16/15).
    assert found.ari == pytest.approx(14 / 44)


def test_leaving_all_alone_joins_no_pair() -> None:
    """Precision over pairs cannot be told, recall is nothing, and no lone advert is wronged."""
    found = score(ints(1, 1, -1), ints(-1, -1, -1))
    assert found.pairs == Figures(None, 0.0, None)
    assert found.b_cubed.precision == 1.0
    assert (found.ari, found.lone.wrong, found.found.groups) == (0.0, 0, 0)


def test_one_group_of_all_costs_precision() -> None:
    """All in one group: recall is whole, every lone advert is wronged, and the largest group is all."""
    found = score(ints(1, 1, -1, -1), ints(5, 5, 5, 5))
    assert (found.pairs.precision, found.pairs.recall, found.pairs.f) == pytest.approx((1 / 6, 1.0, 2 / 7))
    assert (found.lone.wrong, found.lone.share, found.found.largest) == (2, 1.0, 4)


def test_a_lone_advertiser_may_repost() -> None:
    """A lone advertiser's own adverts in one group wrong nobody; with another hand's advert among them all are wronged."""
    lone = np.array([True, True, False, False])
    assert score(ints(1, 1, 2, 2), ints(3, 3, 4, 4), lone=lone).lone.wrong == 0
    assert score(ints(1, 1, 2, 2), ints(3, 3, 3, 4), lone=lone).lone.wrong == 2


def test_nothing_to_score_is_refused() -> None:
    """No adverts, no score."""
    with pytest.raises(WrongUse, match="no advert"):
        score(ints(), ints())


@given(GROUPS)
def test_figures_are_those_counted_one_by_one(rows: list[tuple[int, int, int, bool]]) -> None:
    """Every figure agrees with a slow count over adverts and pairs, whatever the numbers of the groups."""
    truth, prediction, kinds, lone = (list(column) for column in zip(*rows, strict=True))
    got = score(ints(*truth), ints(*prediction), Kinds(ints(*kinds), ["c", "a", "b"]), np.array(lone))
    true, found = hands(truth), hands(prediction)
    pairs = [(true[a] == true[b], found[a] == found[b]) for a, b in combinations(range(len(rows)), 2)]
    both, joined, due = sum(t and f for t, f in pairs), sum(f for _, f in pairs), sum(t for t, _ in pairs)
    assert got.pairs.precision == (both / joined if joined else None)
    assert got.pairs.recall == (both / due if due else None)
    assert (got.b_cubed.precision, got.b_cubed.recall) == pytest.approx(by_hand(true, found, list(range(len(rows)))))
    wrong = [
        any(found[b] == found[a] and true[b] != true[a] for b in range(len(rows))) for a in range(len(rows)) if lone[a]
    ]
    assert (got.lone.adverts, got.lone.wrong) == (len(wrong), sum(wrong))
    assert [part.kind for part in got.by_kind] == sorted({"cab"[kind] for kind in kinds})
    for part in got.by_kind:
        own = [at for at, kind in enumerate(kinds) if "cab"[kind] == part.kind]
        assert part.adverts == len(own)
        assert (part.b_cubed.precision, part.b_cubed.recall) == pytest.approx(by_hand(true, found, own))
    assert sum(part.lone.wrong for part in got.by_kind) == got.lone.wrong


@given(GROUPS, st.randoms(use_true_random=False))
def test_the_order_of_adverts_and_the_names_of_groups_make_no_difference(
    rows: list[tuple[int, int, int, bool]], dice: Random
) -> None:
    """The same adverts in another order, their groups numbered otherwise, score the same to the last bit."""
    mixed = list(rows)
    dice.shuffle(mixed)
    scores = []
    for listed, by in ((rows, 1), (mixed, 3)):
        truth, prediction, kinds, lone = (list(column) for column in zip(*listed, strict=True))
        renamed = [group * by if group >= 0 else -1 for group in truth]
        scores.append(
            score(ints(*renamed), ints(*prediction), Kinds(ints(*kinds), ["c", "a", "b"]), np.array(lone, bool))
        )
    assert scores[0] == scores[1]


@given(GROUPS)
def test_the_truth_scores_one(rows: list[tuple[int, int, int, bool]]) -> None:
    """Truth scored against itself is without fault."""
    truth = ints(*(row[0] for row in rows))
    found = score(truth, truth)
    assert (found.b_cubed, found.ari, found.lone.wrong) == (Figures(1.0, 1.0, 1.0), 1.0, 0)
