"""A contact of many who share nothing else is a hub and joins nobody; a hand's own number is none."""

from adverts.adverts_written import Row, batches_of, phone_of, sets_of, text_of
from palermo.adverts.engine import Grouped, group_batches

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
