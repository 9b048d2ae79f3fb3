"""What a person has told apart stays apart: groups are built anew from their bonds, and nothing else changes."""

import random
from collections.abc import Sequence
from functools import cache

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.adverts import adverts, phone, prose
from palermo.adverts.apart import split
from palermo.adverts.engine import Grouped, group_batches

_PLAIN = ("advert_id", "title", "body", "persona", "contact")


def made() -> pa.Table:
    """Make groups of several kinds: one contact, one text, texts that are alike, contacts in a chain; and strangers."""
    rows: list[dict[str, object]] = [{"body": f"{prose(n)} {phone(1)}"} for n in range(6)]
    rows += [{"body": f"{prose(100, 30)} {phone(20 + n)}"} for n in range(6)]
    rows += [{"body": f"{prose(120 + n, 2)} {prose(200, 40)} {phone(30 + n // 2)}"} for n in range(8)]
    rows += [{"body": f"{prose(300 + n)} {phone(40 + n)} {prose(320 + n, 5)} {phone(41 + n)}"} for n in range(4)]
    rows += [{"body": f"{prose(400 + n)} {phone(60 + n)}"} for n in range(12)]
    return adverts(rows).select(_PLAIN)


@cache
def grouped() -> Grouped:
    """Group them once."""
    return group_batches(made().to_batches())


def parts(group: Sequence[int]) -> set[frozenset[int]]:
    """Give the groups as sets of rows."""
    found: dict[int, set[int]] = {}
    for row, name in enumerate(group):
        found.setdefault(int(name), set()).add(row)
    return {frozenset(rows) for rows in found.values()}


GROUPS = [set(range(6)), set(range(6, 12)), set(range(12, 20)), set(range(20, 24))]
ROWS = st.integers(0, 23)
PAIRS = st.lists(st.tuples(ROWS, ROWS), max_size=12)


def test_the_groups_are_what_they_were_made_to_be() -> None:
    """Without anything told apart the groups stay as the engine gave them."""
    found = grouped()
    assert [set(part) for part in sorted(parts(found.group.tolist()), key=min) if len(part) > 1] == GROUPS
    assert np.array_equal(split(found, []), found.group)
    assert np.array_equal(split(found, [(0, 30), (2, 2)]), found.group)


@pytest.mark.parametrize(("a", "b"), [(0, 1), (6, 7), (12, 13), (12, 19), (20, 21), (20, 23)])
def test_any_two_rows_can_be_told_apart(a: int, b: int) -> None:
    """Rows of one text, of one contact or of a chain come apart, each other row staying with one of the two."""
    whole = next(rows for rows in GROUPS if a in rows)
    group = split(grouped(), [(a, b)])
    assert group[a] != group[b]
    assert {group[row] for row in whole} == {group[a], group[b]}


def test_rows_stay_with_what_they_share_most() -> None:
    """Where two texts stand under one contact and one advert of each is told apart, each takes the adverts of its text along."""
    rows: list[dict[str, object]] = [{"body": f"{prose(n // 3, 30)} {phone(1)}"} for n in range(6)]
    found = group_batches(adverts([*rows, *({"body": prose(50 + n)} for n in range(5))]).select(_PLAIN).to_batches())
    assert set(range(6)) in parts(found.group.tolist())
    assert {frozenset({0, 1, 2}), frozenset({3, 4, 5})} <= parts(split(found, [(2, 3)]).tolist())


@settings(max_examples=60, deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_no_pair_told_apart_is_in_one_group(pairs: list[tuple[int, int]], dice: random.Random) -> None:
    """All pairs are kept, parts lie inside groups, other groups stay, and the order of the pairs makes no difference."""
    found = grouped()
    group = split(found, pairs)
    assert all(group[a] != group[b] for a, b in pairs if a != b)
    assert all(found.group[row] == found.group[name] for row, name in enumerate(group.tolist()))
    assert all(group[name] == name and name <= row for row, name in enumerate(group.tolist()))
    touched = {int(found.group[a]) for a, b in pairs if a != b and found.group[a] == found.group[b]}
    assert all(group[row] == name for row, name in enumerate(found.group.tolist()) if name not in touched)
    turned = [(b, a) if dice.random() < 0.5 else (a, b) for a, b in pairs]
    dice.shuffle(turned)
    assert np.array_equal(split(found, turned), group)


@settings(max_examples=8, deadline=None)
@given(PAIRS, st.permutations(range(36)))
def test_the_order_of_rows_makes_no_difference(pairs: list[tuple[int, int]], order: list[int]) -> None:
    """The same adverts in another order, told apart the same, come apart the same."""
    place = {row: n for n, row in enumerate(order)}
    mixed = group_batches(made().take(order).combine_chunks().to_batches())
    group = split(mixed, [(place[a], place[b]) for a, b in pairs])
    back = {frozenset(order[n] for n in part) for part in parts(group.tolist())}
    assert back == parts(split(grouped(), pairs).tolist())
