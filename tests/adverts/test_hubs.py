"""A contact of many who share nothing else is a hub and joins nobody; a hand's own number is none."""

from dataclasses import replace

import numpy as np

from adverts.adverts_written import Row, batches_of, phone_of, sets_of, text_of
from palermo.adverts.engine import Grouped, group_batches
from palermo.adverts.hubs import find_hubs

HOTLINE = 900
FOOTER = "for questions about this site call our office on"


def hubs(found: Grouped) -> int:
    """Count the hubs."""
    return int(found.hub.sum())


def test_a_hotline_beside_the_numbers_of_unrelated_hands_joins_nobody() -> None:
    """Twelve who each have a number and texts of their own stand beside one hotline: it is a hub."""
    rows = [
        Row(f"{text_of(10 * hand + copy)} {phone_of(hand)} {FOOTER} {phone_of(HOTLINE)}")
        for hand in range(12)
        for copy in range(2)
    ]
    found = group_batches(batches_of(rows))
    assert hubs(found) == 1
    assert sets_of(found.group.tolist()) == {frozenset([2 * hand, 2 * hand + 1]) for hand in range(12)}


def test_a_number_that_one_hand_writes_under_all_its_texts_joins_them() -> None:
    """One number alone under many texts is no hub, whatever the texts."""
    rows = [Row(f"{text_of(n)} {phone_of(5)}") for n in range(15)]
    found = group_batches(batches_of(rows))
    assert hubs(found) == 0
    assert sets_of(found.group.tolist()) == {frozenset(range(15))}


def test_odd_adverts_of_one_hand_do_not_make_its_number_a_hub() -> None:
    """Most adverts of a number are one part: it is no hub where the others have half of its words each, and one where they have none."""
    main = text_of(0).split()
    half = [Row(f"{' '.join(main[: len(main) // 2])} {text_of(n)} {phone_of(5)}") for n in range(1, 7)]
    none = [Row(f"{text_of(n)} {phone_of(5)}") for n in range(1, 7)]
    for others, is_hub in ((half, False), (none, True)):
        rows = [Row(f"{' '.join(main)} {text_of(20 + n)[:9]} {phone_of(5)}") for n in range(9)]
        found = group_batches(batches_of([*rows, *others]))
        parts = np.array([0] * 9 + list(range(9, 15)), np.int64)
        known = replace(found.known, around=np.ones_like(found.known.around))
        doubtful = np.ones(len(known.keys), dtype=bool)
        hub, counts = find_hubs(known, doubtful, parts, found.texts, found.weighed, 5)
        assert counts.parts.tolist() == [7]
        assert hub.tolist() == [is_hub]
