"""Contacts are read out of every place of an advert."""

from fakes.adverts import adverts, key, phone
from palermo.adverts import read_all


def test_contacts_stand_in_the_order_of_their_places() -> None:
    """The contact column comes first, then the title, then the body, each with where it stood and as written."""
    body = f"write to anna@mail.example or {phone(2)}"
    found = adverts([{"contact": phone(1), "title": f"call {phone(3)}", "body": body}])
    parts = read_all(found).of(key(0))
    assert [part.place for part in parts] == ["contact", "title", "body", "body"]
    assert [part.as_written for part in parts[2:]] == [body[part.start : part.end] for part in parts[2:]]
    assert {phone(1), phone(2), phone(3)} <= set(read_all(found).values(key(0)))


def test_a_national_writing_meets_its_international_number() -> None:
    """A number written the national way is the one international number with the same digits in these adverts."""
    found = adverts([{"contact": "+33639980001"}, {"body": "appelle 06 39 98 00 01 le soir"}])
    assert read_all(found).values(key(1)) == ("+33639980001",)


def test_an_advert_without_contact_has_none() -> None:
    """An advert that names no contact is there with nothing."""
    found = adverts([{"body": "nothing to call here"}])
    assert read_all(found).by_row == {key(0): ()}
