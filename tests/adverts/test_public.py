"""A wording that many use who write unrelated texts besides is public; one of a hand with many numbers is not."""

import numpy as np

from palermo.adverts.public import find_public

SHARED = 7


def found(rows: list[tuple[int, int]], users: int = 12) -> list[int]:
    """Give the public wordings of rows, each the wording and the advertiser."""
    first: dict[int, int] = {}
    unit = np.array([first.setdefault(who, row) for row, (_, who) in enumerate(rows)], np.int64)
    wording = np.array([name for name, _ in rows], np.int64)
    return [int(name) for name in find_public(wording, unit, np.ones(len(rows), dtype=bool), users)]


def test_a_wording_of_many_with_texts_of_their_own_is_public() -> None:
    """A site's wording, used by twenty who each write another text that nobody else writes."""
    rows = [(SHARED, who) for who in range(20)] + [(100 + who, who) for who in range(20)]
    assert found(rows) == [SHARED]


def test_the_wordings_of_a_hand_with_many_numbers_are_not_public() -> None:
    """Twenty numbers share one wording, and their other texts are of four wordings that they share too: that is one hand."""
    rows = [(SHARED, who) for who in range(20)] + [(100 + who % 4, who) for who in range(20)]
    assert found(rows) == []


def test_two_wordings_of_one_hand_do_not_make_each_other_public() -> None:
    """Twenty numbers that all use the same two wordings and no other are one hand's."""
    assert found([(SHARED, who) for who in range(20)] + [(100, who) for who in range(20)]) == []


def test_a_hand_of_which_nothing_else_is_known_is_not_public() -> None:
    """Twenty numbers with one wording and no other text tell nothing."""
    assert found([(SHARED, who) for who in range(20)]) == []


def test_few_users_are_not_public() -> None:
    """Below the number of users asked for no wording is public, nor where no row has one."""
    rows = [(SHARED, who) for who in range(11)] + [(100 + who, who) for who in range(11)]
    assert found(rows) == []
    assert found([(-1, 0), (-1, 1)]) == []
