"""The invented world while it is being made up: who has which number, account, paper and phone, and all rows so far."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from palermo.training import seasons
from palermo.training.dice import Dice
from palermo.training.people import NATIONALITIES, make_birth_date, make_name
from palermo.training.phones import Phones
from palermo.training.places import CITIES, City, Venue, address, make_venue
from palermo.training.rows import Account, Call, Payment, Person, Traces
from palermo.training.sites import SITES


@dataclass(frozen=True, slots=True)
class Scale:
    """How big a case is.

    Attributes:
        groups: organised groups, at least and at most.
        days: how long a group is at work, at least and at most.
        innocents: how many innocent authors and bystanders, as a share of the default.
        customers: how many numbers call in.
    """

    groups: tuple[int, int]
    days: tuple[int, int]
    innocents: float
    customers: int


SIZES: dict[str, Scale] = {
    "default": Scale(groups=(5, 6), days=(540, 900), innocents=1.0, customers=2600),
    "small": Scale(groups=(2, 2), days=(150, 210), innocents=0.1, customers=260),
}
"""The sizes of a case by name."""

EXAMPLE_IBANS = (
    "BE68539007547034", "FR1420041010050500013M02606", "ES9121000418450200051332", "DE89370400440532013000",
    "NL91ABNA0417164300", "GB29NWBK60161331926819",
)  # fmt: skip
"""The examples of the IBAN registry: well-formed and nobody's."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A payment to be written down: from and to are account and name."""

    when: datetime
    cents: int
    payer: tuple[str, str]
    payee: tuple[str, str]
    channel: str
    country: str
    reference: str


class World:
    """Makes up people and things, none twice, and keeps what they leave behind."""

    def __init__(self, seed: int, scale: Scale) -> None:
        """Start an empty world."""
        self.dice = Dice(f"palermo training case {seed}")
        self.scale = scale
        self.traces = Traces()
        self.phones = Phones(self.dice.child("phones"))
        self._own = self.dice.child("world")
        self._taken: set[str] = set()
        self._handsets: dict[str, tuple[str, str]] = {}
        self.hotlines = {site.domain: self.phones.fixed() for site in SITES}
        self.stock_pictures = tuple(self.picture() for _ in range(14))
        self.taxis = tuple(self.phones.fixed() for _ in range(4))
        self.site_accounts = {site.domain: self.account(site.name, address="", contact="") for site in SITES}
        self.venues = self._make_venues()
        self.lures: dict[str, list[str]] = {
            "a site's hotline": list(self.hotlines.values()),
            "a picture that many take from the same place": list(self.stock_pictures),
            "a taxi's number": list(self.taxis),
            "a venue's number": [venue.phone for found in self.venues.values() for venue in found],
        }
        self.customers = tuple(self.phones.mobile() for _ in range(scale.customers))

    def _make_venues(self) -> dict[str, tuple[Venue, ...]]:
        """Invent two hotels and two lets a city; a few have the accounts of the IBAN registry's examples."""
        made: dict[str, tuple[Venue, ...]] = {}
        ibans = list(EXAMPLE_IBANS)
        for city in CITIES:
            found = []
            for kind in ("hotel", "hotel", "short_let", "short_let"):
                number = ibans.pop() if kind == "hotel" and ibans else self.new_id("FICT", 8)
                found.append(make_venue(self._own, city, kind, number, self.phones.fixed()))
            made[city.name] = tuple(found)
        return made

    def lure(self, what: str, subject: str) -> None:
        """Note something innocent that a careless method would take for a sign."""
        self.lures.setdefault(what, []).append(subject)

    def new_id(self, prefix: str, digits: int = 6) -> str:
        """Give a number under a prefix, never one given before; its order says nothing."""
        while True:
            found = f"{prefix}-{self._own.randrange(10 ** (digits - 1), 10**digits)}"
            if found not in self._taken:
                self._taken.add(found)
                return found

    def picture(self) -> str:
        """Give the hash of a picture that does not exist: 16 hexadecimal digits."""
        return f"{self._own.getrandbits(64):016x}"

    def account(self, holder: str, *, address: str, contact: str, controlled_by: str = "") -> str:
        """Open an account and note it."""
        number = self.new_id("FICT", 8)
        opened = seasons.FIRST - timedelta(days=self._own.between(30, 3000))
        self.traces.accounts.append(Account(number, holder, opened, address, contact, controlled_by))
        return number

    def person(self, city: City, *, phone: str = "", controlled_by: str = "", family: int | None = None) -> Person:
        """Invent an adult with a paper, an address, a telephone and an account, and note them."""
        own = self._own
        name = make_name(own, family)
        number = phone or self.phones.mobile()
        home = f"{address(own, city.country)}, {city.name}"
        account = self.account(name.latin, address=home, contact=number, controlled_by=controlled_by)
        made = Person(
            record_id=self.new_id("P", 5), name=name.latin, name_native=name.native, birth_date=make_birth_date(own),
            document_no=self.new_id("X0000", 4).replace("-", ""), phone=number, address=home,
            nationality=own.choice(NATIONALITIES), sex=own.choice("FMX"), account=account,
        )  # fmt: skip
        self.traces.persons.append(made)
        return made

    def change_handset(self, old: str, new: str) -> None:
        """Put a new number into the handset of an old one."""
        self._handsets[new] = (self._handset(old)[0], self._imsi())

    def _handset(self, number: str) -> tuple[str, str]:
        """Give a number's handset and card, made up on first use: test numbers that no maker or network may give out."""
        if number not in self._handsets:
            self._handsets[number] = (f"00{self._own.randrange(10**12, 10**13)}", self._imsi())
        return self._handsets[number]

    def _imsi(self) -> str:
        """Give the number of a card in the test network 001 01."""
        return f"00101{self._own.randrange(10**9, 10**10)}"

    def call(self, caller: str, callee: str, when: datetime, cities: tuple[City, City]) -> None:
        """Note a call or message from one number to another; a fifth are messages."""
        kind = "sms" if self._own.chance(0.2) else "voice"
        imei, imsi = self._handset(caller)
        cells = [f"{city.name[:3].upper()}-{self._own.between(1, 24):02}" for city in cities]
        seconds = 0 if kind == "sms" else self._own.between(5, 540)
        self.traces.calls.append(Call(caller, callee, when, seconds, kind, cells[0], cells[1], imei, imsi))

    def pay(self, transfer: Transfer) -> None:
        """Note a payment."""
        (from_account, from_name), (to_account, to_name) = transfer.payer, transfer.payee
        self.traces.payments.append(
            Payment(
                self.new_id("T", 7),
                transfer.when,
                transfer.cents,
                from_account,
                from_name,
                to_account,
                to_name,
                transfer.channel,
                transfer.country,
                transfer.reference,
            )
        )  # fmt: skip
