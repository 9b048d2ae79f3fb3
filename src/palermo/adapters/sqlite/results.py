"""What methods found and people decided: findings, leads, handles, decisions."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from palermo.adapters.sqlite.schema import (
    decisions,
    facts,
    finding_rows,
    findings,
    handle_events,
    handle_rows,
    lead_rows,
    leads,
)
from palermo.kit.canon import canonical_json
from palermo.model.errors import NotFound
from palermo.model.ids import Handle, RowKey

Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding as kept: its body without rows, how many rows it rests on, and what it lost."""

    id: str
    body: Plain
    rows: int
    lost: str


@dataclass(frozen=True, slots=True)
class StoredLead:
    """A lead as kept: the whole, the line of the queue, and what it lost."""

    id: str
    handle: str
    body: Plain
    line: Plain
    lost: str


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as kept; its reason stands with its ledger entry."""

    n: int
    lead: str
    handle: str
    outcome: str
    actor: str
    at: str
    seq: int
    undone_seq: int | None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """What happened to a handle's group."""

    handle: str
    kind: str
    sentence: str
    seq: int


def replace_findings(db: Connection, found: Iterable[tuple[str, Plain, Sequence[RowKey]]]) -> None:
    """Put the findings of an analysis (id, body, rows) in the place of the last one's."""
    db.execute(delete(finding_rows))
    db.execute(delete(findings))
    for number, (ident, body, rows) in enumerate(found):
        db.execute(insert(findings).values(id=ident, number=number, body=canonical_json(body), rows=len(rows), lost=""))
        if rows:
            db.execute(
                insert(finding_rows), [{"finding": ident, "number": n, "row": row} for n, row in enumerate(rows)]
            )


def replace_leads(db: Connection, found: Iterable[tuple[StoredLead, Sequence[RowKey]]]) -> None:
    """Put the leads of an analysis, with their rows, in the place of the last one's."""
    db.execute(delete(lead_rows))
    db.execute(delete(leads))
    for number, (lead, rows) in enumerate(found):
        db.execute(
            insert(leads).values(
                id=lead.id,
                number=number,
                handle=lead.handle,
                lost=lead.lost,
                body=canonical_json(lead.body),
                line=canonical_json(lead.line),
            )
        )
        if rows:
            db.execute(insert(lead_rows), [{"lead": lead.id, "row": row} for row in rows])


def all_leads(db: Connection) -> list[StoredLead]:
    """List leads in their order."""
    return [_lead(row) for row in db.execute(select(leads).order_by(leads.c.number)).mappings()]


def one_lead(db: Connection, lead: str) -> StoredLead:
    """Find a lead by id, handle or the beginning of an id (eight digits or more).

    Raises:
        NotFound: no lead goes by that name.
    """
    query = select(leads).where((leads.c.id == lead) | (leads.c.handle == lead.upper()))
    row = db.execute(query).mappings().first()
    if row is None and len(lead) >= 8:
        row = db.execute(select(leads).where(leads.c.id.startswith(lead, autoescape=True))).mappings().first()
    if row is None:
        raise NotFound(f"There is no lead “{lead}” in this case.", way_out="List the leads with `palermo leads DIR`.")
    return _lead(row)


def _lead(row: RowMapping) -> StoredLead:
    plain = dict(row)
    return StoredLead(plain["id"], plain["handle"], json.loads(plain["body"]), json.loads(plain["line"]), plain["lost"])


def get_findings(db: Connection, ids: Sequence[str] | None = None) -> list[StoredFinding]:
    """List findings in their order: all, or those with the ids given."""
    query = select(findings).order_by(findings.c.number)
    if ids is not None:
        query = query.where(findings.c.id.in_(ids))
    return [StoredFinding(row.id, json.loads(row.body), row.rows, row.lost) for row in db.execute(query)]


def one_finding(db: Connection, finding: str) -> StoredFinding:
    """Find a finding by id or the beginning of one (eight digits or more).

    Raises:
        NotFound: there is none.
    """
    exact = get_findings(db, [finding])
    if not exact and len(finding) >= 8:
        match = db.execute(select(findings.c.id).where(findings.c.id.startswith(finding, autoescape=True))).scalar()
        exact = get_findings(db, [match]) if match else []
    if not exact:
        raise NotFound(
            f"There is no finding “{finding}” in this case.", way_out="Findings are listed with `palermo leads DIR`."
        )
    return exact[0]


def rows_of_findings(
    db: Connection, ids: Sequence[str], *, offset: int = 0, limit: int = 50
) -> dict[str, list[RowKey]]:
    """Page through the rows of findings: for each, the keys from `offset` on."""
    query = (
        select(finding_rows.c.finding, finding_rows.c.row)
        .where(finding_rows.c.finding.in_(ids), finding_rows.c.number >= offset, finding_rows.c.number < offset + limit)
        .order_by(finding_rows.c.finding, finding_rows.c.number)
    )
    found: dict[str, list[RowKey]] = {ident: [] for ident in ids}
    for finding, row in db.execute(query):
        found[finding].append(row)
    return found


def rows_of_lead(db: Connection, lead: str) -> list[RowKey]:
    """List the keys of a lead's rows, sorted."""
    return list(db.execute(select(lead_rows.c.row).where(lead_rows.c.lead == lead).order_by(lead_rows.c.row)).scalars())


def findings_on(db: Connection, row: str) -> list[str]:
    """List the findings that rest on a row."""
    return list(db.execute(select(finding_rows.c.finding).where(finding_rows.c.row == row).distinct()).scalars())


def get_handles(db: Connection) -> dict[Handle, frozenset[RowKey]]:
    """Give what each handle stood for at the last analysis."""
    found: dict[Handle, set[RowKey]] = {}
    for handle, row in db.execute(select(handle_rows.c.handle, handle_rows.c.row)):
        found.setdefault(Handle(handle), set()).add(row)
    return {handle: frozenset(rows) for handle, rows in found.items()}


def replace_handles(db: Connection, handles: Mapping[Handle, Iterable[RowKey]]) -> None:
    """Write down what each handle stands for now."""
    db.execute(delete(handle_rows))
    values = [{"handle": handle, "row": row} for handle, rows in handles.items() for row in rows]
    if values:
        db.execute(insert(handle_rows), values)


def put_events(db: Connection, events: Iterable[StoredEvent]) -> None:
    """Keep what happened to groups."""
    for event in events:
        db.execute(
            insert(handle_events).values(handle=event.handle, kind=event.kind, sentence=event.sentence, seq=event.seq)
        )


def get_events(db: Connection) -> list[StoredEvent]:
    """List what happened to groups, oldest first."""
    query = select(handle_events.c.handle, handle_events.c.kind, handle_events.c.sentence, handle_events.c.seq)
    return [StoredEvent(*row) for row in db.execute(query.order_by(handle_events.c.id))]


def put_decision(db: Connection, lead: StoredLead, outcome: str, actor: str, at: str, seq: int) -> int:
    """Keep a decision and give its number."""
    values = {"lead": lead.id, "handle": lead.handle, "outcome": outcome, "actor": actor, "at": at, "seq": seq}
    made = db.execute(insert(decisions).values(**values)).inserted_primary_key
    return int(made[0]) if made else 0


def next_decision(db: Connection) -> int:
    """Give the number the next decision will have."""
    return int(db.execute(select(func.coalesce(func.max(decisions.c.n), 0))).scalar_one()) + 1


def one_decision(db: Connection, n: int) -> StoredDecision:
    """Find a decision.

    Raises:
        NotFound: there is none of that number.
    """
    row = db.execute(select(decisions).where(decisions.c.n == n)).mappings().first()
    if row is None:
        raise NotFound(
            f"There is no decision {n} in this case.", way_out="`palermo explain DIR ID` lists a lead's decisions."
        )
    return StoredDecision(**row)


def get_decisions(db: Connection) -> list[StoredDecision]:
    """List all decisions, oldest first."""
    return [StoredDecision(**row) for row in db.execute(select(decisions).order_by(decisions.c.n)).mappings()]


def mark_undone(db: Connection, n: int, seq: int) -> None:
    """Mark a decision undone by a ledger entry."""
    db.execute(update(decisions).where(decisions.c.n == n).values(undone_seq=seq))


def get_fact(db: Connection, key: str, default: str = "") -> str:
    """Read one fact of the case."""
    value = db.execute(select(facts.c.value).where(facts.c.key == key)).scalar()
    return default if value is None else value


def set_fact(db: Connection, key: str, value: str) -> None:
    """Write one fact of the case."""
    done = db.execute(update(facts).where(facts.c.key == key).values(value=value))
    if not done.rowcount:
        db.execute(insert(facts).values(key=key, value=value))
