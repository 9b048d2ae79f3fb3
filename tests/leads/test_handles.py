"""A group's handle stays with it as it grows, merges and splits, and no number is given twice."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.adverts import key
from palermo.leads import HandleChange, assign_handles
from palermo.model.ids import Handle, RowKey

Rows = frozenset[RowKey]


def rows(*numbers: int) -> Rows:
    """Give some row keys."""
    return frozenset(key(n) for n in numbers)


def assign(old: dict[str, Rows], groups: list[Rows], number: int) -> HandleChange:
    """Assign handles."""
    return assign_handles({Handle(name): group for name, group in old.items()}, groups, number)


def told(change: HandleChange) -> list[tuple[str, str]]:
    """Give what happened to which handle."""
    return [(event.handle, event.kind) for event in change.events]


def test_the_first_groups_are_numbered_by_their_first_row() -> None:
    """New groups take the next numbers in the order of their smallest row key, however they are given."""
    change = assign({}, [rows(5, 6), rows(1, 9)], 1)
    assert (change.handles, change.next_number) == (("L-2", "L-1"), 3)
    assert told(change) == [("L-1", "new"), ("L-2", "new")]


def test_a_group_that_stays_has_no_event() -> None:
    """A group whose rows are what they were keeps its handle in silence."""
    assert assign({"L-3": rows(1, 2)}, [rows(1, 2)], 4) == HandleChange((Handle("L-3"),), (), 4)


def test_a_group_that_grows_keeps_its_handle() -> None:
    """Rows that come are told in a sentence with their number."""
    change = assign({"L-1": rows(1, 2)}, [rows(1, 2, 3)], 2)
    assert change.handles == ("L-1",)
    assert [event.sentence for event in change.events] == ["L-1 grew by 1 row, to 3."]


def test_a_group_that_loses_rows_keeps_its_handle() -> None:
    """Rows that go are told too, beside those that came."""
    change = assign({"L-1": rows(1, 2, 3)}, [rows(1, 2, 4)], 2)
    assert told(change) == [("L-1", "grew"), ("L-1", "shrank")]


def test_of_two_that_merge_the_larger_keeps_its_handle() -> None:
    """The group that brings most rows keeps its handle, and the other says where it went."""
    change = assign({"L-1": rows(1), "L-2": rows(2, 3)}, [rows(1, 2, 3)], 3)
    assert change.handles == ("L-2",)
    assert told(change) == [("L-1", "merged"), ("L-2", "grew")]
    assert "L-1 is now part of L-2" in change.events[0].sentence


def test_of_two_equal_ones_that_merge_the_lower_number_stays() -> None:
    """Where both bring as many rows, the lower number stays, and ten is higher than nine."""
    assert assign({"L-10": rows(1), "L-9": rows(2)}, [rows(1, 2)], 11).handles == ("L-9",)


def test_of_the_parts_of_a_split_the_largest_keeps_the_handle() -> None:
    """The other parts take new handles and say whom they were split off."""
    change = assign({"L-1": rows(1, 2, 3)}, [rows(1), rows(2, 3)], 2)
    assert change.handles == ("L-2", "L-1")
    assert told(change) == [("L-1", "shrank"), ("L-2", "split")]
    assert "split off L-1" in change.events[1].sentence


def test_a_group_that_is_no_more_is_told() -> None:
    """A handle whose rows are in no group any more ends, and its number is not given to a new group."""
    change = assign({"L-1": rows(1, 2)}, [rows(8, 9)], 2)
    assert (change.handles, change.next_number) == (("L-2",), 3)
    assert told(change) == [("L-1", "gone"), ("L-2", "new")]


partitions = st.lists(st.integers(-1, 4), min_size=12, max_size=12)


def cut(marks: list[int]) -> list[Rows]:
    """Cut twelve rows into groups; those marked -1 are in none."""
    made = [rows(*(n for n, mark in enumerate(marks) if mark == name)) for name in range(5)]
    return [group for group in made if group]


@given(partitions, partitions, st.randoms(use_true_random=False))
def test_the_order_of_groups_changes_nothing(before: list[int], now: list[int], dice: random.Random) -> None:
    """Every group gets the same handle, and the same is told, whatever the order of old and new groups."""
    old = {f"L-{n}": group for n, group in enumerate(cut(before), 1)}
    groups = cut(now)
    change = assign(old, groups, 9)
    mixed, names = groups[:], list(old)
    dice.shuffle(mixed)
    dice.shuffle(names)
    again = assign({name: old[name] for name in names}, mixed, 9)
    assert dict(zip(mixed, again.handles, strict=True)) == dict(zip(groups, change.handles, strict=True))
    assert (again.events, again.next_number) == (change.events, change.next_number)


@settings(max_examples=60)
@given(st.lists(partitions, max_size=6))
def test_no_number_is_given_twice(history: list[list[int]]) -> None:
    """Over any history a handle names one group at a time, and one that ended never comes back."""
    old: dict[Handle, Rows] = {}
    number, ended = 1, set[Handle]()
    for marks in history:
        groups = cut(marks)
        change = assign_handles(old, groups, number)
        assert len(set(change.handles)) == len(groups)
        assert not ended & set(change.handles)
        assert all(int(handle[2:]) >= number for handle in set(change.handles) - set(old))
        assert {event.handle for event in change.events} >= set(old) ^ set(change.handles)
        ended |= set(old) - set(change.handles)
        old, number = dict(zip(change.handles, groups, strict=True)), change.next_number
