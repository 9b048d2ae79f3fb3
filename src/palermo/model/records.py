"""The kinds of record and their columns, as a table: what an export of each kind holds, and how each value is read."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record, as commands and folders name them."""

    ADVERTS = "adverts"
    CALLS = "calls"
    MESSAGES = "messages"
    CONTACTS = "contacts"
    STAYS = "stays"
    JOURNEYS = "journeys"
    PAYMENTS = "payments"
    ACCOUNTS = "accounts"
    PERSONS = "persons"
    DOCUMENTS = "documents"
    DEBTS = "debts"
    INTERVIEWS = "interviews"
    OBSERVATIONS = "observations"
    CLAIMS = "claims"
    EXHIBITS = "exhibits"


class Reads(StrEnum):
    """How a column's text is read, and as what it is stored.

    `TEXT` one line or many, spaces at the ends gone · `FREE` the same, banned words masked · `ID` a text compared as
    it stands · `TIME` a moment, stored in UTC to the microsecond · `DATE` a day · `DECIMAL` a number with up to 8
    places · `INTEGER` a whole number · `CONTACT` a phone, handle, mail or page in canonical writing · `ACCOUNT` an
    account or IBAN without spaces · `COUNTRY` two letters · `CURRENCY` three letters · `PLACE` a city or place name ·
    `HASHES` perceptual hashes, 16 hexadecimal digits each, sorted · `WORD` one of a closed list.
    """

    TEXT = "text"
    FREE = "free text"
    ID = "id"
    TIME = "time"
    DATE = "date"
    DECIMAL = "decimal"
    INTEGER = "integer"
    CONTACT = "contact"
    ACCOUNT = "account"
    COUNTRY = "country"
    CURRENCY = "currency"
    PLACE = "place"
    HASHES = "hashes"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Column:
    """One canonical column.

    Attributes:
        name: as records and commands name it.
        reads: how its text is read.
        required: whether a row without it is set aside.
        words: the closed list, for `Reads.WORD`; empty otherwise.
    """

    name: str
    reads: Reads
    required: bool = False
    words: tuple[str, ...] = ()


def _columns(*rows: str) -> tuple[Column, ...]:
    """Read the short writing below: `name! reads word|word`, where `!` marks what must be there."""
    made = []
    for row in rows:
        name, reads, *words = row.split(maxsplit=2)
        made.append(
            Column(
                name=name.rstrip("!"),
                reads=Reads[reads],
                required=name.endswith("!"),
                words=tuple(words[0].split("|")) if words else (),
            )
        )
    return tuple(made)


COLUMNS: dict[Kind, tuple[Column, ...]] = {
    Kind.ADVERTS: _columns(
        "advert_id! ID", "site TEXT", "url TEXT", "posted_at! TIME", "seen_at TIME", "title FREE", "body! FREE",
        "persona FREE", "contact CONTACT", "city PLACE", "country COUNTRY", "price DECIMAL", "currency CURRENCY",
        "payer ACCOUNT", "images HASHES",
    ),
    Kind.CALLS: _columns(
        "caller! CONTACT", "callee! CONTACT", "started_at! TIME", "duration_s INTEGER", "kind WORD voice|sms|data",
        "caller_cell ID", "callee_cell ID", "imei ID", "imsi ID",
    ),
    Kind.MESSAGES: _columns(
        "sender! CONTACT", "receiver! CONTACT", "sent_at! TIME", "channel TEXT", "text FREE", "account ACCOUNT",
    ),
    Kind.CONTACTS: _columns("owner! CONTACT", "contact! CONTACT", "label TEXT"),
    Kind.STAYS: _columns(
        "stay_id! ID", "venue TEXT", "venue_kind WORD hotel|short_let|other", "address TEXT", "city! PLACE",
        "country COUNTRY", "check_in! DATE", "check_out! DATE", "unit TEXT", "guest TEXT", "document_no ID",
        "payer ACCOUNT", "account ACCOUNT", "contact CONTACT", "host_account ACCOUNT",
    ),
    Kind.JOURNEYS: _columns(
        "journey_id! ID", "mode WORD rail|coach|air|car|ride", "origin! PLACE", "destination! PLACE",
        "departs_at! TIME", "arrives_at TIME", "traveller TEXT", "sponsor TEXT", "payer ACCOUNT", "booking ID",
        "plate ID",
    ),
    Kind.PAYMENTS: _columns(
        "payment_id! ID", "booked_at! TIME", "amount! DECIMAL", "currency! CURRENCY", "from_account! ACCOUNT",
        "from_name TEXT", "to_account! ACCOUNT", "to_name TEXT",
        "channel WORD transfer|cash|card|remittance|prepaid|crypto", "to_country COUNTRY", "reference FREE",
    ),
    Kind.ACCOUNTS: _columns(
        "account! ACCOUNT", "holder TEXT", "opened_at DATE", "address TEXT", "contact CONTACT", "controlled_by TEXT",
    ),
    Kind.PERSONS: _columns(
        "record_id! ID", "name TEXT", "name_native TEXT", "birth_date DATE", "document_no ID", "phone CONTACT",
        "address TEXT",
    ),
    Kind.DOCUMENTS: _columns(
        "document_no! ID", "kind TEXT", "holder TEXT", "issued_by TEXT", "found_at TEXT", "held_by TEXT", "note FREE",
    ),
    Kind.DEBTS: _columns(
        "debt_id! ID", "creditor TEXT", "debtor TEXT", "amount DECIMAL", "currency CURRENCY", "claimed_at DATE",
        "source_note FREE",
    ),
    Kind.INTERVIEWS: _columns(
        "interview_id! ID", "held_at! TIME",
        "sign WORD IN-01|IN-02|IN-03|IN-04|IN-05|IN-06|IN-07|IN-08|IN-09|IN-10|IN-11", "value TEXT", "coded_by TEXT",
        "note FREE",
    ),
    Kind.OBSERVATIONS: _columns(
        "observed_at! TIME", "place! PLACE", "what! WORD street|venue|advert|controlled", "count INTEGER", "note FREE",
        "seen_by TEXT",
    ),
    Kind.CLAIMS: _columns(
        "claim_id! ID", "about! TEXT", "what! TEXT", "value! TEXT", "place PLACE", "day DATE", "source TEXT",
        "source_url TEXT",
    ),
    Kind.EXHIBITS: _columns(
        "exhibit_no! ID", "site! TEXT", "description FREE", "seized_at TIME", "seized_by TEXT", "file TEXT",
    ),
}  # fmt: skip
"""The canonical columns of every kind, in their order; protected ones are in no list, for no rule may read them."""


def column(kind: Kind, name: str) -> Column | None:
    """Find a column of a kind by its canonical name."""
    return next((found for found in COLUMNS[kind] if found.name == name), None)


def required(kind: Kind) -> tuple[str, ...]:
    """Name the columns without which a row of this kind is set aside."""
    return tuple(found.name for found in COLUMNS[kind] if found.required)
