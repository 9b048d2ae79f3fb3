"""Writes calls, stays, journeys, payments, accounts, persons and observations of a training case as messy exports."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from palermo.training.dice import Dice
from palermo.training.phones import national, write_number
from palermo.training.rows import Call, Payment, Stay
from palermo.training.tables import Break, Row, Table, as_csv, broken_row, broken_rows, planted
from palermo.training.truth import BrokenRow
from palermo.training.world import World

CALLS = "oproepen.csv"
STAYS = "stays.xlsx"
JOURNEYS = "journeys.csv"
PAYMENTS = "betalingen.csv"
ACCOUNTS = "accounts.csv"
PERSONS = "persons.tsv"
OBSERVATIONS = "observations.csv"

_MADE_ON = datetime.combine(date(2023, 1, 9), time(8))
"""The date a workbook bears, fixed so that the same case has the same bytes."""

_STAY_GROUPS = ("Booking", "", "", "", "", "", "Dates", "", "Guest", "", "", "Paid by", "", "")
_HEADERS: dict[str, tuple[str, ...]] = {
    CALLS: ("beller", "gebelde", "tijdstip", "duur (s)", "soort", "cel beller", "cel gebelde", "imei", "imsi"),
    STAYS: (
        "stay_id", "venue", "venue_kind", "address", "city", "country", "check_in", "check_out", "unit", "guest",
        "document_no", "payer", "contact", "host_account",
    ),
    JOURNEYS: (
        "journey_id", "mode", "origin", "destination", "departs_at", "arrives_at", "traveller", "payer", "booking",
    ),
    PAYMENTS: (
        "transactie_id", "boekdatum", "bedrag", "munt", "rekening van", "naam van", "rekening naar", "naam naar", "kanaal",
        "land naar", "mededeling",
    ),
    ACCOUNTS: ("account", "holder", "opened_at", "address", "contact", "controlled_by"),
    PERSONS: (
        "record_id", "nombre", "nombre nativo", "fecha de nacimiento", "documento", "teléfono", "dirección", "nacionalidad",
        "sexo",
    ),
    OBSERVATIONS: ("observed_at", "place", "what", "count", "note", "seen_by"),
}  # fmt: skip

_BREAKS: dict[str, tuple[Break, ...]] = {
    CALLS: (
        Break("an hour that does not exist: clocks went forward", "tijdstip", "27-03-2022 02:30:00"),
        Break("a number that cannot be read", "beller", "?????"),
        Break("a number that cannot be read", "gebelde", "#####"),
        Break("no number", "beller", ""),
        Break("a day that does not exist", "tijdstip", "31-04-2021 12:00:00"),
        Break("a day that does not exist", "tijdstip", "29-02-2021 08:15:00"),
        Break("more cells than columns", "", "0"),
    ),
    STAYS: (
        Break("a day that does not exist", "check_in", "30/02/2021"),
        Break("a day that does not exist", "check_out", "31/06/2020"),
        Break("no city", "city", ""),
        Break("no city", "city", ""),
    ),
    JOURNEYS: (
        Break("no time", "departs_at", ""),
        Break("a day that does not exist", "departs_at", "2020-11-31 07:10"),
    ),
    PAYMENTS: (
        Break("an amount that cannot be read", "bedrag", "twaalfhonderd"),
        Break("an amount that cannot be read", "bedrag", "?"),
        Break("no currency", "munt", ""),
        Break("a day that does not exist", "boekdatum", "31/09/2021 10:00"),
        Break("a day that does not exist", "boekdatum", "30/02/2020 16:45"),
        Break("more cells than columns", "", "0,00"),
    ),
    ACCOUNTS: (Break("no account", "account", ""),),
    PERSONS: (Break("no id", "record_id", ""),),
    OBSERVATIONS: (
        Break("a day that does not exist", "observed_at", "2020-04-31 21:00"),
        Break("no place", "place", ""),
    ),
}


@dataclass(frozen=True, slots=True)
class OtherFiles:
    """The exports that hold no adverts, and the rows in them that cannot be read."""

    files: dict[str, bytes]
    broken: list[BrokenRow]


def other_files(world: World) -> OtherFiles:
    """Write everything but the adverts out."""
    dice = world.dice.child("other exports")
    made = OtherFiles({}, [])
    rows: dict[str, list[Row]] = {
        CALLS: [
            _call_row(dice, call) for call in sorted(world.traces.calls, key=lambda call: (call.started, call.caller))
        ],
        STAYS: [_stay_row(stay) for stay in sorted(world.traces.stays, key=lambda stay: (stay.check_in, stay.stay_id))],
        JOURNEYS: _journey_rows(world),
        PAYMENTS: [
            _payment_row(found)
            for found in sorted(world.traces.payments, key=lambda found: (found.booked, found.payment_id))
        ],
        ACCOUNTS: _account_rows(world),
        PERSONS: _person_rows(world),
        OBSERVATIONS: _observation_rows(world),
    }
    rows[PAYMENTS] = _with_formulas(dice, rows[PAYMENTS])
    for name, whole in rows.items():
        header = _HEADERS[name]
        extra = [broken_row(header, dice.choice(whole), how) for how in _BREAKS[name]]
        if name in {CALLS, PAYMENTS}:
            extra += [*dice.some(whole, 6, 14), Row(())]
        table = Table(name, header, planted(dice, whole, extra))
        made.files[name] = _encoded(table)
        made.broken.extend(broken_rows(table, header_rows=2 if name == STAYS else 1))
    return made


def _encoded(table: Table) -> bytes:
    """Write a table in its file's own format."""
    if table.name == STAYS:
        return _workbook(table)
    delimiter = {CALLS: ";", PAYMENTS: ";", PERSONS: "\t"}.get(table.name, ",")
    return as_csv(table, delimiter, "utf-8")


def _workbook(table: Table) -> bytes:
    """Write stays as a workbook with two header rows, true dates and one formula."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        book.set_properties({"created": _MADE_ON, "author": "Palermo training"})
        sheet = book.add_worksheet("Stays")
        sheet.write_row(0, 0, _STAY_GROUPS)
        sheet.write_row(1, 0, table.header)
        dates = [table.header.index(name) for name in ("check_in", "check_out")]
        for place, row in enumerate(table.rows, start=2):
            for column, cell in enumerate(row.cells):
                if column in dates and len(cell) == 10 and cell[4] == "-":
                    sheet.write_datetime(place, column, datetime.fromisoformat(cell))
                elif cell:
                    sheet.write_string(place, column, cell)
        sheet.write_formula(6, table.header.index("unit"), "=100+12", None, 112)
    return out.getvalue()


def _call_row(dice: Dice, call: Call) -> Row:
    """Write a call with local time and numbers in several ways."""
    styles = ("together", "international", "zeros")
    written = [write_number(dice, number, dice.choice(styles), ()) for number in (call.caller, call.callee)]
    when = call.started.strftime("%d-%m-%Y %H:%M:%S")
    return Row((*written, when, str(call.seconds), call.kind, call.caller_cell, call.callee_cell, call.imei, call.imsi))


def _stay_row(stay: Stay) -> Row:
    """Write a stay."""
    return Row((
        stay.stay_id, stay.venue, stay.venue_kind, stay.address, stay.city, stay.country, stay.check_in.isoformat(),
        stay.check_out.isoformat(), stay.unit, stay.guest, stay.document_no, stay.payer, stay.contact, stay.host_account,
    ))  # fmt: skip


def _journey_rows(world: World) -> list[Row]:
    """Write journeys by departure."""
    return [
        Row((
            found.journey_id, found.mode, found.origin, found.destination, found.departs.strftime("%Y-%m-%d %H:%M"),
            found.arrives.strftime("%Y-%m-%d %H:%M"), found.traveller, found.payer, found.booking,
        ))
        for found in sorted(world.traces.journeys, key=lambda found: (found.departs, found.journey_id))
    ]  # fmt: skip


def _amount(cents: int) -> str:
    """Write an amount as Belgian banks do: `1.234,50`."""
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"{whole},{cents % 100:02}"


def _payment_row(found: Payment) -> Row:
    """Write a payment."""
    return Row((
        found.payment_id, found.booked.strftime("%d/%m/%Y %H:%M"), _amount(found.cents), "EUR", found.from_account,
        found.from_name, found.to_account, found.to_name, found.channel, found.to_country, found.reference,
    ))  # fmt: skip


def _with_formulas(dice: Dice, rows: Sequence[Row]) -> list[Row]:
    """Put what a spreadsheet would take for a formula into the message of three payments: it is text and has to stay text."""
    changed = list(rows)
    for at, formula in zip(dice.sample(range(len(rows)), 3), ("=SOM(C2:C9)", "=1+1", "@SOM(A1)"), strict=True):
        changed[at] = Row((*rows[at].cells[:-1], formula))
    return changed


def _account_rows(world: World) -> list[Row]:
    """Write accounts."""
    return _sorted(
        (found.account, found.holder, found.opened.isoformat(), found.address, found.contact, found.controlled_by)
        for found in world.traces.accounts
    )


def _person_rows(world: World) -> list[Row]:
    """Write persons with the columns that intake keeps apart."""
    return _sorted(
        (
            found.record_id, found.name, found.name_native, found.birth_date.strftime("%d/%m/%Y"), found.document_no,
            national(found.phone), found.address, found.nationality, found.sex,
        )
        for found in world.traces.persons
    )  # fmt: skip


def _sorted(rows: Iterable[tuple[str, ...]]) -> list[Row]:
    """Put rows in the order of their first cell, which says nothing of who they are."""
    return [Row(cells) for cells in sorted(rows)]


def _observation_rows(world: World) -> list[Row]:
    """Write observations by time."""
    return [
        Row(
            (
                found.observed.strftime("%Y-%m-%d %H:%M"),
                found.place,
                found.what,
                str(found.count),
                found.note,
                found.seen_by,
            )
        )
        for found in sorted(world.traces.observations, key=lambda found: (found.observed, found.place, found.what))
    ]
