"""What the invented world leaves behind, row by row, before it is written out as messy exports."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Advert:
    """An advert and the truth about it.

    The last five are known to truth alone: the organised group ("" for none), the author, what kind of author it is,
    the language and the way the text was edited.
    """

    advert_id: str
    domain: str
    posted: datetime
    title: str
    body: str
    persona: str
    contact: str
    city: str
    country: str
    price: int
    payer: str
    images: tuple[str, ...]
    group: str
    author: str
    kind: str
    language: str
    edit: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call or message between two numbers."""

    caller: str
    callee: str
    started: datetime
    seconds: int
    kind: str
    caller_cell: str
    callee_cell: str
    imei: str
    imsi: str


@dataclass(frozen=True, slots=True)
class Stay:
    """One guest's stay."""

    stay_id: str
    venue: str
    venue_kind: str
    address: str
    city: str
    country: str
    check_in: date
    check_out: date
    unit: str
    guest: str
    document_no: str
    payer: str
    contact: str
    host_account: str


@dataclass(frozen=True, slots=True)
class Journey:
    """One traveller's journey."""

    journey_id: str
    mode: str
    origin: str
    destination: str
    departs: datetime
    arrives: datetime
    traveller: str
    payer: str
    booking: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment; the amount is in cents."""

    payment_id: str
    booked: datetime
    cents: int
    from_account: str
    from_name: str
    to_account: str
    to_name: str
    channel: str
    to_country: str
    reference: str


@dataclass(frozen=True, slots=True)
class Account:
    """An account and who holds it."""

    account: str
    holder: str
    opened: date
    address: str
    contact: str
    controlled_by: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person's record; nationality and sex are there to be kept apart."""

    record_id: str
    name: str
    name_native: str
    birth_date: date
    document_no: str
    phone: str
    address: str
    nationality: str
    sex: str
    account: str


@dataclass(frozen=True, slots=True)
class Observation:
    """What somebody saw somewhere."""

    observed: datetime
    place: str
    what: str
    count: int
    note: str
    seen_by: str


@dataclass(slots=True)
class Traces:
    """All rows of a case, in the order in which they were made up."""

    adverts: list[Advert] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    journeys: list[Journey] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
