"""The adverts of a lead side by side, each laid against the wording they share."""

from collections import Counter
from datetime import datetime

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect, results
from palermo.adverts import align
from palermo.model.ids import RowKey
from palermo.model.records import Kind
from palermo.workbench.session import Session
from palermo.workbench.views import AdvertPage, AdvertView, TextPart

MASK = "▮"


def lead_adverts(session: Session, lead: str, *, offset: int = 0, limit: int = 50) -> AdvertPage:
    """Give the adverts of a lead, oldest first, a page at a time."""
    session.require("see-leads")
    with session.reading() as db:
        held = results.one_lead(db, lead)
        rows = results.rows_of_lead(db, held.id)
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.ADVERTS)]
    session.saw("read-adverts", subjects=[held.handle], asked={"from": str(offset)})
    adverts = query.rows_by_key(session.folder, parts, rows)
    adverts.sort(key=lambda row: (_moment(row["posted_at"]), str(row["row"])))
    template = str(held.body.get("template", ""))
    links, contacts = _links(held.body), _contacts(held.body)
    views = [_view(row, template, links, contacts) for row in adverts[offset : offset + limit]]
    return AdvertPage(template, views, offset, len(adverts))


def _moment(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else ""


def _links(body: results.Plain) -> dict[str, Counter[str]]:
    """Say for each advert what links it: the shared contacts, and the kinds of likeness."""
    found: dict[str, Counter[str]] = {}
    links = body.get("links", [])
    for link in links if isinstance(links, list) else []:
        for end in (link["a"], link["b"]):
            found.setdefault(end, Counter())[f"{link['kind']}: {link['words']}"] += 1
    return found


def _contacts(body: results.Plain) -> frozenset[str]:
    group = body.get("group", {})
    return frozenset(group.get("contacts", [])) if isinstance(group, dict) else frozenset()


def _view(
    row: dict[str, object], template: str, links: dict[str, Counter[str]], contacts: frozenset[str]
) -> AdvertView:
    body, title = str(row["body"] or ""), str(row["title"] or "")
    price = " ".join(filter(None, (_amount(row["price"]), str(row["currency"] or ""))))
    key = RowKey(str(row["row"]))
    return AdvertView(
        row=key, advert_id=str(row["advert_id"]), site=str(row["site"] or ""), posted_at=_moment(row["posted_at"]),
        city=str(row["city"] or ""), country=str(row["country"] or ""), persona=str(row["persona"] or ""),
        contacts=_carried(row, contacts), price=price, title=title,
        body=[TextPart(text, mark) for text, mark in align(template, body)], masked=body.count(MASK) + title.count(MASK),
        linked_by=[words for words, _ in links.get(key, Counter()).most_common(3)],
    )  # fmt: skip


def _carried(row: dict[str, object], contacts: frozenset[str]) -> list[str]:
    """List the contacts of an advert: of its column, and those of the group read out of its text."""
    from palermo.kit.contacts import read_contacts

    found = {str(row["contact"])} if row["contact"] else set()
    for text in (row["title"], row["body"]):
        found |= {contact.value for contact in read_contacts(str(text or ""))}
    international = {_digits(contact): contact for contact in contacts}
    return sorted({international.get(_digits(contact), contact) for contact in found})


def _digits(contact: str) -> str:
    """Give the last nine digits of a phone, by which a national writing meets its international one; else the contact itself."""
    digits = "".join(letter for letter in contact if letter.isdigit())
    return digits[-9:] if len(digits) >= 9 and ":" not in contact else contact


def _amount(value: object) -> str:
    text = f"{value}" if value is not None else ""
    return text.rstrip("0").rstrip(".") if "." in text else text
