"""Kind and mapping are told from headers in six languages and from values; what is not sure is not read."""

from collections.abc import Sequence

import pytest

from fakes.nasty import lexicon, protected
from palermo.intake.guessing import guess
from palermo.intake.headers import stated_header
from palermo.intake.mapping import Guess
from palermo.model.errors import WrongUse
from palermo.model.records import COLUMNS, Kind

A, B = "+33639980001", "06 39 98 00 02"


def guessed(header: Sequence[str], *rows: Sequence[str], kind: str = "") -> Guess:
    """Guess from a header and rows."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(header)
    return guess(stated_header(header), columns, lexicon(), kind=kind, protected=protected)


def taken(found: Guess) -> list[str]:
    """Say for each column what it was taken for."""
    return [column.column or column.role for column in found.columns]


@pytest.mark.parametrize("kind", list(Kind))
def test_canonical_headers_need_no_guess(kind: Kind) -> None:
    """An export with the canonical names is read as what it is, whether or not it has values."""
    names = [column.name for column in COLUMNS[kind]]
    found = guessed(names)
    assert (found.kind, taken(found), found.missing) == (kind, names, ())
    assert all(column.sure for column in found.columns)


@pytest.mark.parametrize(
    ("header", "row", "kind", "columns"),
    [
        (["Appelant", "Appelé", "Date", "Durée (s)"], [A, B, "13/02/2021 10:00", "5"], "calls", ["caller", "callee", "started_at", "duration_s"]),
        (["主叫号码", "被叫号码", "通话时间"], [A, B, "2021-03-01 10:00"], "calls", ["caller", "callee", "started_at"]),
        (["Nº reserva", "Hotel", "Ciudad", "Fecha de entrada", "Fecha de salida"], ["1", "H", "Murcia", "12/03/2021", "15/03/2021"], "stays",
         ["stay_id", "venue", "city", "check_in", "check_out"]),
        (["Buchungstag", "Betrag", "Währung", "Auftraggeberkonto", "Empfängerkonto", "Transaktionsnummer"],
         ["12.03.2021", "1.234,50", "EUR", "DE01", "DE02", "7"], "payments",
         ["booked_at", "amount", "currency", "from_account", "to_account", "payment_id"]),
        (["Referentie", "Tekst", "Prijs", "Telefoon", "Datum"], ["A1", "een lange tekst " * 8, "120", B, "13/02/2021"], "adverts",
         ["advert_id", "body", "price", "contact", "posted_at"]),
        (["from", "to", "date", "text"], [A, B, "2021-01-01 10:00", "hello"], "messages", ["sender", "receiver", "sent_at", "text"]),
        (["Trip ID", "From", "To", "Departure"], ["1", "Gent", "Murcia", "2021-01-01 10:00"], "journeys",
         ["journey_id", "origin", "destination", "departs_at"]),
        (["Name", "Geburtsdatum", "ID"], ["x", "13.03.1990", "5"], "persons", ["name", "birth_date", "record_id"]),
    ],
)  # fmt: skip
def test_kinds_and_columns_are_told_in_six_languages(
    header: list[str], row: list[str], kind: str, columns: list[str]
) -> None:
    """The usual headers of exports are known, whatever the language and the order."""
    found = guessed(header, row)
    assert (found.kind, taken(found), found.missing) == (kind, columns, ())
    back = guessed(header[::-1], row[::-1])
    assert (back.kind, taken(back)) == (kind, columns[::-1])


def test_protected_columns_are_split_off() -> None:
    """A protected header is apart whatever its values, and is no candidate for any column."""
    found = guessed(["caller", "callee", "started_at", "Nationality"], [A, B, "2021-01-01", "x"])
    assert taken(found)[-1] == "apart"


def test_what_maps_to_nothing_is_unknown() -> None:
    """A header nobody knows is kept apart, unread."""
    assert taken(guessed(["caller", "callee", "started_at", "Zubehör"], [A, B, "2021-01-01", "x"]))[-1] == "unknown"


def test_a_day_and_an_hour_beside_it_are_one_time() -> None:
    """A column of hours joins the column of days it stands beside."""
    found = guessed(["Appelant", "Appelé", "Date", "Heure"], [A, B, "13/02/2021", "14:30"])
    assert taken(found) == ["caller", "callee", "started_at", "started_at"]


def test_two_columns_that_fit_equally_well_are_a_question() -> None:
    """Where nothing tells which of two is meant, nothing is read, and the question is put."""
    found = guessed(["phone", "number", "date"], [A, B, "2021-01-01 10:00"], kind="calls")
    assert not found.settled
    assert {"caller", "callee"} <= set(found.missing)
    assert any("may be" in sentence for sentence in found.unsure)


def test_two_headers_of_one_meaning_are_a_question() -> None:
    """Two columns under known names of the same column are not chosen between silently."""
    found = guessed(["Caller", "Calling number", "Callee", "Start"], [A, A, B, "2021-01-01 10:00"])
    assert found.missing == () or "caller" in found.missing
    assert guessed(["Appelant", "Numéro appelant", "Appelé", "Date"], [A, A, B, "2021-01-01"]).missing == ("caller",)


def test_without_a_header_values_alone_are_not_enough() -> None:
    """Columns told by their values alone are offered, and asked about."""
    found = guessed(["column 1", "column 2", "column 3"], [A, B, "2021-01-01 10:00"], kind="calls")
    assert found.missing == ("caller", "callee", "started_at")
    assert taken(found) == ["caller", "callee", "started_at"]


def test_values_that_do_not_fit_a_name_undo_it() -> None:
    """A column called a date that holds none is not taken for one, unless it bears the column's own name."""
    found = guessed(["Caller", "Callee", "Date"], [A, B, "pending"], [A, B, "done"], kind="calls")
    assert found.missing == ("started_at",)
    assert guessed(["caller", "callee", "started_at"], [A, B, "pending"]).missing == ()


def test_a_file_of_no_kind_is_of_no_kind() -> None:
    """Where nothing is known, no kind is made up."""
    found = guessed(["foo", "bar"], ["1", "2"])
    assert (found.kind, found.kinds, found.settled) == (None, (), False)


def test_an_unknown_kind_is_refused() -> None:
    """A kind that is none is named."""
    with pytest.raises(WrongUse, match="no kind “cars”"):
        guessed(["a"], ["1"], kind="cars")


@pytest.mark.parametrize(
    ("dates", "order", "words"),
    [
        (["13/02/2021", "01/02/2021"], "day_first", "as 1 of the values show"),
        (["02/13/2021", "01/02/2021"], "month_first", "as 1 of the values show"),
        (["03/04/2021", "01/02/2021"], "day_first", "can be read both ways"),
        (["13/02/2021", "14/02/2021", "02/13/2021"], "day_first", "2 dates must be day first and 1 month first"),
    ],
)
def test_the_order_of_day_and_month_is_told_and_said(dates: list[str], order: str, words: str) -> None:
    """The order comes from all values of the sample, and a note says how sure it is."""
    found = guessed(["caller", "callee", "started_at"], *[[A, B, day] for day in dates])
    assert found.options.day_order == {"started_at": order}
    assert words in found.notes[0]


def test_columns_that_do_not_tell_their_order_follow_those_that_do() -> None:
    """A file writes its dates one way."""
    found = guessed(["stay_id", "city", "check_in", "check_out"], ["1", "Gent", "02/03/2021", "02/13/2021"])
    assert found.options.day_order == {"check_in": "month_first", "check_out": "month_first"}


@pytest.mark.parametrize(
    ("header", "amount"), [("Montant (EUR)", "12,50"), ("Montant", "12,50 €"), ("amount_eur", "12,50")]
)
def test_a_currency_in_the_header_or_beside_the_amounts_is_taken(header: str, amount: str) -> None:
    """Where the currency has no column of its own, what the file states once stands for all rows."""
    names = ["payment_id", "booked_at", header, "from_account", "to_account"]
    found = guessed(names, ["1", "2021-01-13", amount, "A1", "B1"])
    assert (found.options.constants, found.missing) == ({"currency": "EUR"}, ())
    assert found.options.decimal == {"amount": ","}


def test_an_id_and_a_name_make_no_documents() -> None:
    """What stands in every table tells no kind that asks for one column alone: a list of lodgings is not read as papers."""
    found = guessed(
        ["id", "name", "room_type", "last_review"], ["18674", "Flat for eight", "Entire home", "2019-10-11"]
    )
    assert not found.settled
    assert found.kind is not Kind.DOCUMENTS


def test_ids_of_many_digits_are_no_times() -> None:
    """A number of 19 digits could be a moment in nanoseconds; under a header that says id it is an id."""
    rows = [[f"11398445431269{at:05}", "Flat", "2024-06-29", "A quiet flat"] for at in range(9)]
    found = guessed(["id", "name", "posted at", "description"], *rows)
    assert (found.settled, taken(found)) == (True, ["advert_id", "title", "posted_at", "body"])


def test_a_number_beside_a_day_is_no_hour() -> None:
    """“1.22” beside a date is an hour only where its header says so."""
    row = ["A1", "Flat", "A quiet flat", "2019-10-11", "1.22"]
    assert taken(guessed(["advert id", "title", "body", "posted at", "reviews"], row))[-1] == "unknown"
    assert taken(guessed(["advert id", "title", "body", "posted at", "heure"], row))[-1] == "posted_at"
