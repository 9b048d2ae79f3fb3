"""What an erasure does to the case file: tombstones, results that say what they lost, sources and files marked."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from palermo.adapters.sqlite import results
from palermo.adapters.sqlite.schema import (
    aside,
    erasures,
    files,
    finding_rows,
    findings,
    handle_events,
    handle_rows,
    lead_rows,
    leads,
    sources,
    statements,
    tombstones,
)
from palermo.kit.canon import canonical_json
from palermo.model.ids import FileId, RowKey

PENDING = "scrub_pending"
"""The fact that stands from an erasure's commit until the file's free pages and log are overwritten."""


@dataclass(frozen=True, slots=True)
class Burial:
    """An erasure carried out: its number, its order, when, under which entry, how many rows."""

    number: int
    order: str
    at: str
    seq: int
    rows: int


def next_number(db: Connection) -> int:
    """Give the number of the next erasure."""
    return int(db.execute(select(func.coalesce(func.max(erasures.c.n), 0))).scalar_one()) + 1


def bury(db: Connection, burial: Burial, tombs: Sequence[str]) -> None:
    """Keep that an erasure was made, and the committed keys of its rows."""
    db.execute(
        insert(erasures).values(
            n=burial.number, order_text=burial.order, rows=burial.rows, at=burial.at, seq=burial.seq
        )
    )
    known = set(db.execute(select(tombstones.c.commitment)).scalars())
    fresh = [{"commitment": tomb, "erasure": burial.number} for tomb in tombs if tomb not in known]
    if fresh:
        db.execute(insert(tombstones), fresh)
    results.set_fact(db, PENDING, "1")


def scrubbed(db: Connection) -> None:
    """Keep that free pages and log hold nothing erased any more."""
    results.set_fact(db, PENDING, "")


def is_pending(db: Connection) -> bool:
    """Tell whether an erasure was committed and the file not yet overwritten."""
    return results.get_fact(db, PENDING) == "1"


def orders_since(db: Connection, seq: int) -> list[tuple[str, int]]:
    """List the erasures after an entry: under which order, and how many rows."""
    rows = db.execute(select(erasures.c.order_text, erasures.c.rows).where(erasures.c.seq > seq).order_by(erasures.c.n))
    return [(row.order_text, row.rows) for row in rows]


def rename_files(db: Connection, ids: Iterable[FileId]) -> None:
    """Take away the names of files that held an erased value; the files themselves stay."""
    for ident in ids:
        db.execute(update(files).where(files.c.id == ident).values(name="(name erased)"))


def drop_aside(db: Connection, ids: Iterable[int]) -> None:
    """Delete rows set aside."""
    for ident in ids:
        db.execute(delete(aside).where(aside.c.id == ident))


def drop_statements(db: Connection, rows: Iterable[RowKey]) -> None:
    """Delete what people asserted of rows."""
    if not db.execute(select(statements.c.id).limit(1)).first():
        return
    for row in rows:
        db.execute(delete(statements).where(statements.c.subject == row))


def resting_on(db: Connection, rows: set[RowKey]) -> tuple[set[str], set[str]]:
    """Name the findings and the leads that rest on any of some rows."""
    on_findings = {
        finding for finding, row in db.execute(select(finding_rows.c.finding, finding_rows.c.row)) if row in rows
    }
    on_leads = {lead for lead, row in db.execute(select(lead_rows.c.lead, lead_rows.c.row)) if row in rows}
    return on_findings, on_leads


def strip_results(db: Connection, rows: set[RowKey], values: set[str], lost: str) -> None:
    """Take out of findings and leads all that rested on erased rows, and have them say what they lost."""
    on_findings, on_leads = resting_on(db, rows)
    for held in results.get_findings(db):
        if held.id in on_findings or _names(held.body, values):
            _strip_finding(db, held, rows, lost)
    for lead in results.all_leads(db):
        named = lead.body.get("findings", [])
        if (
            lead.id in on_leads
            or on_findings.intersection(named if isinstance(named, list) else [])
            or _names(lead.body, values)
        ):
            _strip_lead(db, lead, lost)
    for table in (finding_rows, lead_rows, handle_rows):
        gone = [row for row in set(db.execute(select(table.c.row)).scalars()) if row in rows]
        for row in gone:
            db.execute(delete(table).where(table.c.row == row))
    analysed = json.loads(results.get_fact(db, "analysed", "{}"))
    if analysed:
        results.set_fact(db, "analysed", canonical_json(analysed | {"hubs": [], "changed": [], "not_told": []}))
    for ident, sentence in list(db.execute(select(handle_events.c.id, handle_events.c.sentence))):
        if _names({"sentence": sentence}, values):
            db.execute(update(handle_events).where(handle_events.c.id == ident).values(sentence=f"{lost}."))


def _names(body: results.Plain, values: set[str]) -> bool:
    """Tell whether any text of a body is an erased value, or holds one as a word."""
    stack: list[object] = [body]
    while stack:
        thing = stack.pop()
        if isinstance(thing, dict):
            stack += thing.values()
        elif isinstance(thing, list):
            stack += thing
        elif isinstance(thing, str):
            text = thing.casefold()
            if text in values or any(word.strip(".,;:()“”\"'") in values for word in text.split()):
                return True
    return False


def _strip_finding(db: Connection, held: results.StoredFinding, rows: set[RowKey], lost: str) -> None:
    kept = list(
        db.execute(
            select(finding_rows.c.row).where(finding_rows.c.finding == held.id).order_by(finding_rows.c.number)
        ).scalars()
    )
    gone = sum(row in rows for row in kept)
    sentence = f"{lost}: {gone} of the {held.rows} rows this finding rested on. What is left was not weighed yet: analyse again."
    body = held.body | {"sentence": sentence, "subjects": [], "not_known": [], "innocent": [], "parameters": {}}
    db.execute(
        update(findings)
        .where(findings.c.id == held.id)
        .values(body=canonical_json(body), lost=sentence, rows=held.rows - gone)
    )


def _strip_lead(db: Connection, lead: results.StoredLead, lost: str) -> None:
    sentence = f"{lost}: this lead rested on rows that are gone. Analyse again to see what is left."
    empty: dict[str, list[str]] = {key: [] for key in ("contacts", "adverts", "venues", "accounts", "persons")}
    body = lead.body | {
        "title": sentence, "group": empty, "links": [], "template": "", "weakest": "", "not_known": [], "history": {},
        "elements": {"act": [], "means": [], "purpose": []},
    }  # fmt: skip
    line = lead.line | {"title": sentence, "adverts": 0, "contacts": 0, "cities": 0, "first": "", "last": ""}
    db.execute(
        update(leads)
        .where(leads.c.id == lead.id)
        .values(body=canonical_json(body), line=canonical_json(line), lost=sentence)
    )


def mark_source(db: Connection, source: str, ids: set[FileId], words: str) -> None:
    """Mark a source and its files erased; of the files only their digests and counts stay."""
    db.execute(update(sources).where(sources.c.id == source).values(erased=words))
    for ident in ids:
        db.execute(update(files).where(files.c.id == ident).values(erased=words, name="(erased)", sheet="", notes="[]"))
