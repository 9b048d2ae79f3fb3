"""People of one roof are not taken for one person because they share its phone and address."""

import pytest

from identity.linkage.people import records
from palermo.identity.linkage import propose
from palermo.model.proposals import Proposal

ROOF = {"phone": "+32470000005", "address": "3 Veldstraat, Gent"}
FATHER = {"name": "Ivan Petrov", "birth_date": "1960-02-11", **ROOF}


def proposed(*people: dict[str, str]) -> tuple[Proposal, ...]:
    """Give what is proposed of a few records."""
    return propose(records(*people), None).proposals


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Anna Petrova", "birth_date": "1990-06-05"},
        {"name": "Ivan Petrov", "birth_date": "1988-07-30"},
        {"name": "Omar Diallo", "birth_date": "1950-03-04"},
        {"name": "Marta Petrov", "birth_date": ""},
    ],
    ids=["daughter", "son of the same name", "lodger", "no birth date"],
)
def test_a_shared_roof_makes_nobody_one(other: dict[str, str]) -> None:
    """A relative or lodger with another name or a birth date of another generation stays under even odds."""
    assert all(found.millibits < 0 for found in proposed(FATHER, {**other, **ROOF}))


def test_what_is_taken_away_stands_among_the_reasons() -> None:
    """The weights of phone and address are shown, and beside them what was taken away, with its sentence."""
    (found,) = proposed(FATHER, {**FATHER, "name": "Ivan Petroff"})
    told = {one.what: one for one in found.compared}
    assert told["household"].level == "one fact"
    assert 0 > told["household"].millibits > -min(told["phone"].millibits, told["address"].millibits)
    assert found.millibits == found.prior + sum(one.millibits for one in found.compared)


def test_one_document_number_in_both_outweighs_another_birth_date() -> None:
    """Under one number a birth date may be wrong: what else is shared counts then."""
    number = {"document_no": "EA123456"}
    (found,) = proposed({**FATHER, **number}, {**FATHER, **number, "birth_date": "1990-06-05"})
    assert found.millibits > 0
    assert all(one.level != "two people" for one in found.compared)


def test_neighbouring_numbers_join_nobody() -> None:
    """Two phones that differ by a digit, and one family name: numbers are sold side by side."""
    one = {"name": "Petr Petrov", "birth_date": "1970-04-03", "phone": "+32470000005"}
    other = {"name": "Ivan Petrov", "birth_date": "1950-09-12", "phone": "+32470000008"}
    assert all(found.millibits < 0 for found in proposed(one, other))
