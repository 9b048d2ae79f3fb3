"""Contacts are listed once an advert, under one writing, and the doubtful ones are told from the rest."""

from adverts.adverts_written import Row, batches_of, phone_of, text_of
from palermo.adverts import carriers
from palermo.adverts.reading import read
from palermo.adverts.voices import number_texts


def known_of(rows: list[Row]) -> carriers.Carriers:
    """Read adverts and list who carries what."""
    return carriers.carriers(read(batches_of(rows), ()))


def test_a_national_writing_that_meets_one_international_number_is_that_number() -> None:
    """07700 900123 is +44 7700 900123 where that stands in the file, and stays itself where it does not."""
    assert len(known_of([Row("call +44 7700 900123 now"), Row("call 07700 900123 now")]).keys) == 1
    assert len(known_of([Row("call +44 7700 900124 now"), Row("call 07700 900123 now")]).keys) == 2


def test_a_contact_written_twice_in_an_advert_is_one() -> None:
    """The same number in title and body is one entry."""
    known = known_of([Row(f"call {phone_of(1)} or {phone_of(1)}", title=phone_of(1))])
    assert known.row.tolist() == [0]
    assert known.contact.tolist() == [0]


def test_entries_are_found_by_row_and_by_contact() -> None:
    """Both lists hold every entry once."""
    known = known_of([Row(phone_of(1)), Row(""), Row(f"{phone_of(2)} and also {phone_of(1)}")])
    assert known.first.tolist() == [0, 1, 1, 3]
    by_contact = [
        sorted(known.row[known.by_contact[known.contact_first[n] : known.contact_first[n + 1]]].tolist())
        for n in range(len(known.keys))
    ]
    assert sorted(by_contact) == [[0, 2], [2]]


def test_a_contact_beside_many_others_is_busy() -> None:
    """A number that stands beside five others is busy; those beside it alone are not."""
    known = known_of([Row(f"call {phone_of(n)} and office {phone_of(900)}") for n in range(5)])
    busy = carriers.busy(known, 5)
    assert int(busy.sum()) == 1
    assert not carriers.busy(known, 6).any()


def test_a_contact_in_the_same_words_of_different_texts_stands_in_boilerplate() -> None:
    """A hotline under the same line of twenty texts does; a number each text brings in its own words does not."""
    frame = "questions about this page reach the office at"
    rows = [Row(f"{text_of(n, 20)} {frame} {phone_of(900)}") for n in range(20)]
    rows += [Row(f"{text_of(100 + n, 20)} {phone_of(901)}") for n in range(20)]
    corpus = read(batches_of(rows), ())
    known = carriers.carriers(corpus)
    framed = carriers.in_boilerplate(known, number_texts(corpus, 1).of_row)
    assert [int(known.row[known.contact == n].min()) for n in range(2) if framed[n]] == [0]


def test_joining_leaves_out_what_is_shunned() -> None:
    """Rows under one contact are one part, unless the contact is shunned."""
    known = known_of([Row(phone_of(1)), Row(phone_of(2)), Row(phone_of(1))])
    nothing = carriers.busy(known, 99)
    assert carriers.joined(known, 3, nothing).tolist() == [0, 1, 0]
    assert carriers.joined(known, 3, ~nothing).tolist() == [0, 1, 2]
