"""Adverts of one hand are brought together, whatever the order, the batches and the threads; nothing is dropped."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from adverts.adverts_written import Row, batches_of, phone_of, sets_of, text_of
from palermo.adverts.engine import content_ids, group_batches
from palermo.adverts.parameters import GroupingParameters


def some_adverts() -> list[Row]:
    """Write forty adverts of eight hands: by text, by phone, by both; and strangers."""
    rows = []
    for hand in range(8):
        words = text_of(hand, 60).split()
        for copy in range(4):
            dice = Random(100 * hand + copy)
            own = [word for word in words if dice.random() > 0.08]
            call = f" {phone_of(hand)}" if hand % 2 else ""
            rows.append(Row(" ".join(own) + call, title=f"{words[0]} {words[copy]}"))
    return [*rows, *(Row(text_of(900 + n, 30)) for n in range(6)), Row(""), Row("😀")]


def groups(rows: list[Row], figures: GroupingParameters | None = None, size: int = 1000) -> set[frozenset[int]]:
    """Group adverts."""
    found = group_batches(batches_of(rows, size), figures)
    assert len(found.group) == len(rows)
    assert all(found.group[head] == head for head in found.group)
    return sets_of(found.group.tolist())


def test_hands_are_found_and_strangers_left_alone() -> None:
    """Edited copies of a text are one group, adverts that share nothing each their own."""
    rows = some_adverts()
    expected = {frozenset(range(4 * hand, 4 * hand + 4)) for hand in range(8)}
    assert groups(rows) == expected | {frozenset([row]) for row in range(32, len(rows))}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_rows_makes_no_difference(seed: int) -> None:
    """Shuffled, the same adverts are together."""
    rows = some_adverts()
    order = list(range(len(rows)))
    Random(seed).shuffle(order)
    found = groups([rows[row] for row in order])
    assert {frozenset(order[place] for place in group) for group in found} == groups(rows)


@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.parametrize("threads", [1, 2, 3])
def test_batches_and_threads_make_no_difference(size: int, threads: int) -> None:
    """Cut in any batches and worked on by any number of threads, every answer is the same."""
    rows = some_adverts()
    whole = group_batches(batches_of(rows))
    found = group_batches(batches_of(rows, size), replace(GroupingParameters(), threads=threads))
    for name in ("group", "template", "joins", "hub", "public"):
        assert np.array_equal(getattr(found, name), getattr(whole, name)), name
    assert found.tail == whole.tail
    assert np.array_equal(found.wordings.score, whole.wordings.score)


def test_no_adverts_are_no_groups() -> None:
    """An empty file, with or without a batch, gives an empty answer."""
    assert len(group_batches([]).group) == 0
    assert len(group_batches(batches_of([Row("")])[:0]).group) == 0
    assert len(group_batches([batches_of([Row("")])[0].slice(0, 0)]).group) == 0


def test_one_advert_is_a_group_of_its_own() -> None:
    """A single row, with a text or without, is its own group and has no template."""
    for body in ("", "one word and another", phone_of(1)):
        found = group_batches(batches_of([Row(body)]))
        assert found.group.tolist() == [0]
        assert found.template.tolist() == [-1]


def test_copies_of_one_long_text_are_one_group() -> None:
    """A file in which every advert is the same text is one group of one template."""
    found = group_batches(batches_of([Row(text_of(1), title=f"{n}") for n in range(30)]))
    assert sets_of(found.group.tolist()) == {frozenset(range(30))}
    assert set(found.template.tolist()) == {0}


def test_adverts_of_one_emoji_are_joined_with_nobody() -> None:
    """What says nothing joins nothing, however many adverts say it."""
    rows = [Row("🌹", title=str(n)) for n in range(20)]
    assert groups(rows) == {frozenset([n]) for n in range(20)}


def test_one_phone_joins_whatever_the_texts() -> None:
    """Adverts with one number, written in different ways, are one group."""
    rows = [
        Row(f"{text_of(n, 15)} {way}")
        for n, way in enumerate(["+44 7700 900123", "+447700900123", "0044 7700 900 123"])
    ]
    assert groups([*rows, Row(text_of(77, 15))]) == {frozenset([0, 1, 2]), frozenset([3])}


def test_the_id_of_a_group_is_made_of_what_is_in_it() -> None:
    """It depends on the hashes of its rows alone, not on their order, nor on the number of the group."""
    hashes = np.array([11, 22, 33, 44, 22], np.uint64)
    ids = content_ids(np.array([0, 0, 2, 2, -1]), hashes)
    turned = content_ids(np.array([1, 1, 0, 0]), hashes[[3, 2, 1, 0]])
    assert ids[0] == turned[0]
    assert ids[2] == turned[1]
    assert ids[0] != ids[2]
    assert content_ids(np.array([0, 0]), hashes[[1, 4]])[0] != content_ids(np.array([0]), hashes[[1]])[0]
