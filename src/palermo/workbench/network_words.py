"""Says in words what kinds of node and link there are, for sentences; the workspace has its own words for them."""

from collections.abc import Mapping

LINKS: dict[str, str] = {
    "account-contact": "has",
    "at-venue": "is at",
    "booked-by": "is booked through",
    "booked-with": "is booked with",
    "by-vehicle": "is by",
    "call": "called",
    "carries": "carries",
    "controlled-by-name": "is said to be controlled by",
    "found-at": "was found at",
    "guest-name": "names as guest",
    "has-contact": "has in its address book",
    "has-document": "has",
    "has-phone": "has",
    "holder-name": "names as holder",
    "in-booking": "is in",
    "let-by": "is let by",
    "link": "is linked to",
    "message": "wrote to",
    "names-account": "names in a message",
    "on-card": "was used with",
    "owes": "is said to owe",
    "paid-by": "is paid by",
    "payment": "paid",
    "person-name": "is written as",
    "same-picture": "shows the same picture as",
    "same-wording": "shares its wording with",
    "seized-at": "was seized at",
    "sponsor-name": "names as sponsor",
    "traveller-name": "names as traveller",
    "used-in": "was used in",
    "with-document": "shows",
}
"""What stands between the two ends of a link, by its kind."""

KINDS: dict[str, tuple[str, str]] = {
    "account": ("account", "accounts"),
    "advert": ("advert", "adverts"),
    "booking": ("booking", "bookings"),
    "contact": ("contact", "contacts"),
    "document": ("document", "documents"),
    "exhibit": ("exhibit", "exhibits"),
    "handset": ("handset", "handsets"),
    "journey": ("journey", "journeys"),
    "name": ("name as written", "names as written"),
    "person": ("person record", "person records"),
    "sim": ("SIM card", "SIM cards"),
    "site": ("site", "sites"),
    "stay": ("stay", "stays"),
    "vehicle": ("vehicle", "vehicles"),
    "venue": ("venue", "venues"),
}
"""One and several of each kind of node."""


def link_words(kind: str) -> str:
    """Say a link."""
    return LINKS.get(kind, "is linked to")


def kind_words(kind: str, count: int) -> str:
    """Count things of a kind: `412 adverts`."""
    one, many = KINDS.get(kind, ("thing", "things"))
    return f"{count:,} {one if count == 1 else many}"


def kinds_words(counts: Mapping[str, int]) -> str:
    """Count things of several kinds, the most first."""
    parts = [
        kind_words(kind, count) for kind, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if count
    ]
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def named(ident: str) -> str:
    """Say a node by its id: `contact +33639981234`."""
    kind, colon, value = ident.partition(":")
    return f"{KINDS[kind][0]} {shortened(value)}" if colon and kind in KINDS else shortened(ident)


def shortened(text: str, most: int = 200) -> str:
    """Cut a text that would fill the page."""
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
