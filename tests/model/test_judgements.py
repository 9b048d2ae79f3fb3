"""What stands of people's words on pairs of adverts is a set: no order matters, and taking back restores exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.model.errors import WrongUse
from palermo.model.ids import RowKey
from palermo.model.judgements import Judgement, Pair, pair_of, standing

ROWS = [RowKey(f"{n:032x}") for n in range(5)]
PAIRS = st.sampled_from([pair_of(one, other) for one in ROWS for other in ROWS if one < other])


@st.composite
def histories(draw: st.DrawFn) -> list[Judgement]:
    """Make what several people said of a few adverts, some of it taken back and some fallen away."""
    said = draw(st.lists(st.tuples(st.none() | PAIRS, st.booleans()), max_size=12))
    return [Judgement(n, pair, undone) for n, (pair, undone) in enumerate(said, 1)]


@given(st.sampled_from(ROWS), st.sampled_from(ROWS))
def test_a_pair_has_no_order(one: RowKey, other: RowKey) -> None:
    """Two adverts make one pair whichever is named first, and an advert makes none with itself."""
    if one == other:
        with pytest.raises(WrongUse, match="same advert"):
            pair_of(one, other)
    else:
        pair = pair_of(one, other)
        assert pair == pair_of(other, one)
        assert pair[0] < pair[1]
        assert set(pair) == {one, other}


@given(st.data(), histories())
def test_judgements_in_any_order_give_one_result(data: st.DataObject, said: list[Judgement]) -> None:
    """However judgements are ordered or repeated, the same pairs stand."""
    shuffled = data.draw(st.permutations(said))
    assert standing(shuffled) == standing(said) == standing([*said, *shuffled])


@given(histories(), PAIRS)
def test_taking_back_restores_exactly(said: list[Judgement], pair: Pair) -> None:
    """A judgement adds its pair and no other; taken back, what stood before it stands again."""
    n = len(said) + 1
    assert standing([*said, Judgement(n, pair, undone=False)]) == standing(said) | {pair}
    assert standing([*said, Judgement(n, pair, undone=True)]) == standing(said)


@given(histories(), PAIRS, PAIRS)
def test_taking_back_one_leaves_the_other(said: list[Judgement], first: Pair, second: Pair) -> None:
    """Undoing is per judgement: what another person said, even of the same pair, is not taken back with it."""
    n = len(said) + 1
    both = [*said, Judgement(n, first, undone=True), Judgement(n + 1, second, undone=False)]
    assert standing(both) == standing(said) | {second}


@given(histories())
def test_a_judgement_whose_advert_was_erased_says_nothing(said: list[Judgement]) -> None:
    """Without its pair a judgement keeps nobody apart, and the others stand as they did."""
    kept = [made for made in said if made.pair is not None]
    assert standing(said) == standing(kept)
    assert standing([Judgement(made.n, None, made.undone) for made in said]) == frozenset()
