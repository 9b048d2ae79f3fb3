"""What linkage proposes, what it never does, and that no table makes it stumble."""

from random import Random

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from identity.linkage.people import records
from palermo.adapters.rules import load
from palermo.identity.linkage import LinkageFigures, propose
from palermo.identity.linkage.household import ONE_FACT, TWO_PEOPLE
from palermo.identity.names import name_tables

ANNA = {"name": "Anna Verbeke", "birth_date": "1991-04-17", "address": "12 Kouter, 9000 Gent", "phone": "+32470000001"}


def pairs(table: pa.Table, figures: LinkageFigures | None = None) -> dict[tuple[str, str], int]:
    """Give the pairs proposed and their weights."""
    return {(one.a, one.b): one.millibits for one in propose(table, None, figures).proposals}


def test_two_records_of_one_person_are_proposed_with_what_speaks_for_and_against() -> None:
    """A name misspelt and day and month swapped do not hide a person, and each comparison says what it weighs."""
    other = ANNA | {"name": "Verbeke Ana", "birth_date": "1991-17-04"}
    found = propose(records(ANNA, other, {"name": "Joris Maes", "birth_date": "1970-02-03"}), None)
    (proposal,) = found.proposals
    assert (proposal.a, proposal.b) == ("r00000", "r00001")
    assert {one.what: one.level for one in proposal.compared}["birth date"] == "day and month swapped"
    assert proposal.millibits == proposal.prior + sum(one.millibits for one in proposal.compared) > 0
    assert all(one.sentence.endswith(".") for one in proposal.compared)


def test_one_name_in_four_writings_is_one_proposal_each() -> None:
    """Han letters, pinyin together and apart, and an older spelling meet; a stranger does not."""
    writings = ("陈丽华", "Chen Lihua", "CHEN LI HUA", "Lihua Tchen")
    people = [{"name": name, "birth_date": "1990-05-02"} for name in writings]
    found = propose(records(*people, {"name": "Wang Wei", "birth_date": "1985-03-03"}), name_tables(load))
    assert {(one.a, one.b) for one in found.proposals} == {
        (f"r{a:05}", f"r{b:05}") for a in range(4) for b in range(a + 1, 4)
    }


def test_what_contradicts_is_shown_beside_what_agrees() -> None:
    """A father and a son of one name and address: the birth date speaks against it, and says so."""
    found = propose(records(ANNA, ANNA | {"birth_date": "1962-11-30"}), None, LinkageFigures(least=-99_000))
    (proposal,) = found.proposals
    said = {one.what: one.millibits for one in proposal.compared}
    assert said["birth date"] < 0 < said["name"]


def test_the_order_of_the_rows_makes_no_difference() -> None:
    """The same records in another order give the same proposals, weights and pages."""
    table = records(*crowd())
    backwards = table.take(list(range(table.num_rows - 1, -1, -1)))
    assert propose(table, None) == propose(backwards, None)


def test_the_model_of_a_large_enough_case_is_learnt_from_it() -> None:
    """The page says from how many pairs each pass learnt, and lists every level with how often it is met and what it weighs."""
    (page,) = propose(records(*crowd()), None).model
    assert page.family == "persons"
    assert any(sentence.startswith("Learnt from pairs with one and the same") for sentence in page.trained)
    assert {one.what for one in page.weights} >= {"name", "birth date", "address"}
    assert all(0 < one.m < 1 and 0 < one.u < 1 for one in page.weights)


def test_a_small_case_uses_the_published_weights_and_says_so() -> None:
    """Two records teach nothing: the page says that published weights stand in, and no level is met more often than always."""
    (page,) = propose(records(ANNA, ANNA | {"name": "Ana Verbeke"}), None).model
    assert all(0 < one.m < 1 and 0 < one.u < 1 for one in page.weights)
    named = [one for one in page.weights if one.what == "name"]
    assert abs(sum(one.u for one in named) - 1) < 0.01
    assert page.trained == (
        "The records are too few to learn from: the published default weights are used.",
        f"{ONE_FACT} {TWO_PEOPLE}",
    )


def test_numbers_too_short_to_tell_anybody_apart_are_told_with_how_many() -> None:
    """A document number of three marks or a phone of three digits joins nobody, and the notes say how many were left out."""
    people = [
        ANNA | {"document_no": "EA-2"}, ANNA | {"document_no": "ea 2", "phone": "112"}, {"name": "Joris Maes", "document_no": "EA2"},
        {"name": "Els Wouters", "document_no": "EA21"}, {"name": "Piet Claes", "document_no": "EA22"}, {"name": "Hans Roels", "document_no": "--"},
    ]  # fmt: skip
    found = propose(records(*people), None)
    assert found.notes == (
        "3 document numbers have fewer than 4 letters and digits (such as “EA2”): not compared, since strangers share such.",
        "1 phone has fewer than 4 characters (such as “112”): not compared, since strangers share such.",
    )
    (proposal,) = found.proposals
    told = {one.what: one for one in proposal.compared}
    assert (told["document"].millibits, told["document"].one) == (0, "EA-2")
    assert told["document"].sentence.startswith("Both records have this, but one of the two is not compared")


def test_a_document_number_of_five_hundred_people_is_shown_and_joins_nobody() -> None:
    """The number is told with how many carry it, and not one of the five hundred is proposed because of it."""
    people = [{"name": f"{word(at)} {word(at * 7 + 3)}", "document_no": "XX 111-111"} for at in range(500)]
    found = propose(records(*people), None)
    (shared,) = found.shared
    assert (shared.what, shared.value, shared.records) == ("document", "XX111111", 500)
    assert found.proposals == ()


def test_ten_thousand_equal_rows_make_no_square_of_pairs() -> None:
    """Each row is proposed with the first of its like, and nothing else is."""
    found = propose(records(*[ANNA] * 10_000), None, LinkageFigures(least=-99_000))
    assert len(found.proposals) == 9_999
    assert {one.a for one in found.proposals} == {"r00000"}


def test_a_birth_date_in_the_future_is_not_compared_and_told() -> None:
    """A date after the day of asking says nothing of two records; the note says how many there are."""
    two = [ANNA | {"birth_date": "2091-04-17"}] * 2
    found = propose(records(*two), None, LinkageFigures(today="2026-01-01"))
    assert any("in the future" in note for note in found.notes)
    assert all(
        one.millibits == 0 for proposal in found.proposals for one in proposal.compared if one.what == "birth date"
    )


def test_persons_and_companies_are_never_proposed_as_one() -> None:
    """An account's owner is compared with persons, or with companies where its name says it is one."""
    table = records(
        ANNA, ANNA | {"kind": "company"}, ANNA | {"kind": "account owner"},
        ANNA | {"kind": "company", "name": "Verbeke Import BV"}, ANNA | {"kind": "account owner", "name": "Verbeke Import BV"},
    )  # fmt: skip
    found = set(pairs(table, LinkageFigures(least=-99_000)))
    assert ("r00000", "r00002") in found
    assert ("r00003", "r00004") in found
    assert not found & {("r00000", "r00001"), ("r00001", "r00002"), ("r00000", "r00003"), ("r00002", "r00003")}


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_tables_of_nearly_nothing_give_nothing(rows: int) -> None:
    """No row, one row, two empty rows: no proposal and no crash."""
    assert propose(records(*[{}] * rows), None).proposals == ()


def test_a_name_of_ten_thousand_letters_and_zero_bytes_are_taken() -> None:
    """Odd values are compared as far as they go."""
    odd = [
        {"name": "a" * 10_000, "phone": "\0", "document_no": "\u202e12345"},
        {"name": "\0", "address": "\u200f" * 99},
    ]
    found = propose(records(*odd, *odd), None)
    assert sum(page.records for page in found.model) == 4
    assert all(one.a < one.b for one in found.proposals)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ROW = st.fixed_dictionaries(
    dict.fromkeys(("name", "name_native", "birth_date", "document_no", "phone", "address"), TEXT)
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROW, max_size=6))
def test_whatever_the_values_are_pairs_are_of_two_rows_and_add_up(rows: list[dict[str, str]]) -> None:
    """No text makes linkage stumble; every proposal is of two different rows, the lesser first, and its parts add up."""
    for one in propose(records(*rows), None, LinkageFigures(least=-99_000)).proposals:
        assert one.a < one.b
        assert one.millibits == one.prior + sum(part.millibits for part in one.compared)


def word(at: int) -> str:
    """Make a word from a number."""
    syllables = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za")
    return "".join(syllables[int(digit)] for digit in f"{at * 7919 % 10_000:04}").capitalize()


def crowd() -> list[dict[str, str]]:
    """Invent 400 persons, every other one twice, the second time with a name misspelt."""
    people = []
    for at in range(400):
        name = f"{word(at)} {word(at + 5_000)}"
        one = {
            "name": name, "birth_date": f"{1950 + at % 50}-{at % 12 + 1:02}-{at % 28 + 1:02}",
            "address": f"{at % 90 + 1} {word(at // 3)} street, {word(at // 20)}",
        }  # fmt: skip
        people.append(one)
        if at % 2:
            people.append(one | {"name": name[:-1] + "x"})
            people.append(one | {"address": ""})
    return people


def test_a_register_in_which_nobody_stands_twice_teaches_nothing_and_stops_nothing() -> None:
    """Six hundred people without a double, of few names: learning from them runs off to nothing, and none is proposed."""
    chance = Random(5)
    given = [
        "Anna",
        "Joris",
        "Lucia",
        "Ivan",
        "Kim",
        "Omar",
        "Peter",
        "Nadia",
        "Rosa",
        "Vera",
        "Hugo",
        "Lena",
        "Tom",
        "Karel",
        "Sofie",
        "Bram",
        "Eva",
        "Noor",
        "Piet",
        "Daan",
    ]
    family = [
        "Verbeke",
        "Maes",
        "Ferrer",
        "Petrov",
        "Zed",
        "Khalid",
        "Jones",
        "Stone",
        "Copper",
        "Mill",
        "Oak",
        "Peeters",
        "Jansen",
        "Claes",
        "Wouters",
        "Bakker",
        "Visser",
        "Smit",
        "Mulder",
        "Bos",
    ]
    people = [
        {
            "name": f"{chance.choice(given)} {chance.choice(family)}",
            "birth_date": f"{chance.randint(1950, 2002)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            "document_no": f"D{chance.randint(1000000, 9999999)}", "phone": f"+324701{n:05d}",
            "address": f"{chance.randint(1, 200)} {chance.choice(family)}straat, Gent",
        }
        for n in range(600)
    ]  # fmt: skip
    found = propose(records(*people), None)
    assert sum(page.records for page in found.model) == 600


def test_words_for_a_name_not_known_make_nobody_one() -> None:
    """Two records without a name, whatever is written in its place, are not proposed for it, and the notes count them."""
    empty = {"document_no": "UNKNOWN", "phone": "0000000000"}
    found = propose(records({"name": "N/A", **empty}, {"name": "unknown", **empty}, ANNA), None)
    assert found.proposals == ()
    assert any(note.startswith("2 names say that it is not known") for note in found.notes)
