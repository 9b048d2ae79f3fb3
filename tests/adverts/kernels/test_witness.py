"""Of several texts the three loudest are found, and the texts asked are spread over a wording."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.kernels.witness import choose_members, loudest_three


@given(st.lists(st.lists(st.integers(0, 6), min_size=9, max_size=9), min_size=1, max_size=4), st.integers(0, 9))
@settings(deadline=None)
def test_the_loudest_three_are_the_first_three_in_order(rows: list[list[int]], there: int) -> None:
    """Of scores in order, equal ones as the texts were asked: the third, and the mean; -1 where fewer than three were asked."""
    members = np.full((len(rows), 9), -1, np.int64)
    members[:, :there] = np.arange(100, 100 + there)
    third, least, mean = (np.zeros(len(rows), np.int64) for _ in range(3))
    loudest_three(members, np.array(rows, np.int64), third, least, mean)
    for n, row in enumerate(rows):
        order = sorted(range(there), key=lambda k: (-row[k], k))
        assert int(least[n]) == (row[order[2]] if there >= 3 else -1)
        assert int(third[n]) == (100 + order[2] if there >= 3 else -1)
        assert int(mean[n]) == (sum(row[k] for k in order[:3]) // 3 if there >= 3 else -1)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=40))
@settings(deadline=None)
def test_texts_asked_are_of_the_wording_and_spread(of: list[int]) -> None:
    """Only texts of the wording are chosen, each once, all where they are few, else from its first on."""
    parts = np.array(of, np.int64)
    order = np.argsort(parts, kind="stable")
    first = np.searchsorted(parts[order], np.arange(5))
    out = np.full((4, 9), -1, np.int64)
    choose_members(order, first, np.arange(4), out)
    for part in range(4):
        mine = [n for n, one in enumerate(of) if one == part]
        chosen = [n for n in out[part].tolist() if n >= 0]
        assert len(chosen) == min(9, len(mine))
        assert sorted(set(chosen)) == chosen
        assert set(chosen) <= set(mine)
        assert chosen[:1] == mine[:1]
