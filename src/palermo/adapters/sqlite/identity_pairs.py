"""Keeps the pairs of records the last analysis proposes, and which of them each account passed over."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import asdict

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from palermo.adapters.sqlite import results
from palermo.adapters.sqlite.schema import identity_leads, identity_pairs, identity_passed
from palermo.kit.canon import canonical_json, digest
from palermo.model.errors import NotFound, WrongUse
from palermo.model.ids import RowKey, source_row, venue_of
from palermo.model.proposals import Compared, Proposal

Pair = tuple[RowKey, RowKey]

SHORTEST = 8
"""The fewest digits by which a pair can be named."""

_LONG = 4
"""A shorter value than this stands in half of all sentences by chance."""

_ABOUT = "identity"
"""The fact that keeps what the last proposing said of itself."""


def pair_id(pair: Pair) -> str:
    """Give the id of a pair: the same in every case and at every analysis."""
    return digest("pair", *pair)[:16]


def replace(
    db: Connection,
    proposals: Iterable[Proposal],
    about: results.Plain,
    leads: Mapping[RowKey, Iterable[str]] | None = None,
) -> None:
    """Put the pairs of an analysis in the place of the last one's, with what it says of itself and the leads records hang on."""
    db.execute(delete(identity_pairs))
    db.execute(delete(identity_leads))
    hung = [{"row": row, "handle": handle} for row, handles in (leads or {}).items() for handle in sorted(handles)]
    if hung:
        db.execute(insert(identity_leads), hung)
    rows = [
        {
            "id": pair_id((made.a, made.b)), "a": made.a, "b": made.b, "millibits": made.millibits,
            "body": canonical_json({"prior": made.prior, "compared": [asdict(one) for one in made.compared]}),
        }
        for made in proposals
    ]  # fmt: skip
    if rows:
        db.execute(insert(identity_pairs), rows)
    results.set_fact(db, _ABOUT, canonical_json(about))


def about(db: Connection) -> results.Plain:
    """Give what the last proposing said of itself; empty where none was run."""
    found: results.Plain = json.loads(results.get_fact(db, _ABOUT, "{}"))
    return found


def weights(db: Connection) -> dict[Pair, int]:
    """Give every proposed pair with what speaks for it in all, in thousandths of a bit."""
    found = select(identity_pairs.c.a, identity_pairs.c.b, identity_pairs.c.millibits)
    return {(RowKey(a), RowKey(b)): int(millibits) for a, b, millibits in db.execute(found)}


def count(db: Connection) -> int:
    """Count the proposed pairs."""
    return int(db.execute(select(func.count()).select_from(identity_pairs)).scalar_one())


def on_pair(db: Connection, pair: Pair) -> Proposal | None:
    """Give what is proposed of a pair; None where it is not proposed."""
    query = select(identity_pairs).where(identity_pairs.c.a == pair[0], identity_pairs.c.b == pair[1])
    row = db.execute(query).mappings().first()
    return _proposal(row) if row else None


def named(db: Connection, name: str) -> Pair:
    """Find the pair an id, or the beginning of one, means.

    Raises:
        NotFound: no proposed pair goes by it.
        WrongUse: several do.
    """
    wanted = name.strip().lower()
    query = select(identity_pairs.c.id, identity_pairs.c.a, identity_pairs.c.b)
    query = query.where(identity_pairs.c.id.startswith(wanted, autoescape=True)).limit(2)
    found = list(db.execute(query)) if len(wanted) >= SHORTEST else []
    if not found:
        raise NotFound(
            f"There is no pair “{name}” in this case.",
            cause="The last analysis does not propose it, or a record of it was erased.",
            way_out="List the pairs with `palermo identity pairs DIR`, or name the two records.",
        )
    if len(found) > 1:
        raise WrongUse(f"“{name}” means several pairs.", way_out="Give more digits of it.")
    return RowKey(found[0].a), RowKey(found[0].b)


def _proposal(row: RowMapping) -> Proposal:
    body = json.loads(row["body"])
    compared = tuple(Compared(**one) for one in body["compared"])
    return Proposal(RowKey(row["a"]), RowKey(row["b"]), int(body["prior"]), compared)


def leads_by_record(db: Connection) -> dict[RowKey, frozenset[str]]:
    """Give the handles of the leads each compared record hung on at the last analysis; records on none are left out."""
    found: dict[RowKey, set[str]] = {}
    for row, handle in db.execute(select(identity_leads.c.row, identity_leads.c.handle)):
        found.setdefault(RowKey(row), set()).add(str(handle))
    return {row: frozenset(handles) for row, handles in found.items()}


def passed_by(db: Connection, actor: str) -> frozenset[Pair]:
    """Give the pairs an account passed over."""
    found = db.execute(select(identity_passed.c.a, identity_passed.c.b).where(identity_passed.c.actor == actor))
    return frozenset((RowKey(a), RowKey(b)) for a, b in found)


def pass_over(db: Connection, actor: str, pair: Pair) -> None:
    """Note that an account passed a pair over."""
    take_up(db, actor, pair)
    db.execute(insert(identity_passed).values(actor=actor, a=pair[0], b=pair[1]))


def take_up(db: Connection, actor: str, pair: Pair) -> None:
    """Note that an account has answered a pair it may have passed over."""
    table = identity_passed.c
    db.execute(delete(identity_passed).where(table.actor == actor, table.a == pair[0], table.b == pair[1]))


def strip(db: Connection, rows: Set[RowKey], values: Set[str]) -> None:
    """Take out every pair of an erased record or that shows an erased value, and all else that could hold one."""
    if not count(db) and not about(db):
        return
    gone = [
        row.id
        for row in db.execute(select(identity_pairs))
        if source_row(row.a) in rows or source_row(row.b) in rows or _shows(json.loads(row.body), values)
    ]
    for ident in gone:
        db.execute(delete(identity_pairs).where(identity_pairs.c.id == ident))
    for record in (record for row in rows for record in (row, venue_of(row))):
        db.execute(delete(identity_leads).where(identity_leads.c.row == record))
        db.execute(delete(identity_passed).where((identity_passed.c.a == record) | (identity_passed.c.b == record)))
    results.set_fact(db, _ABOUT, canonical_json(about(db) | {"model": {}, "shared": [], "notes": []}))


def _shows(body: results.Plain, values: Set[str]) -> bool:
    """Tell whether an erased value stands in what was compared."""
    compared = body["compared"]
    listed: Sequence[dict[str, object]] = compared if isinstance(compared, list) else ()
    shown = {str(one[name]).casefold() for one in listed for name in ("one", "other")}
    if shown & values:
        return True
    told = [str(one["sentence"]).casefold() for one in listed]
    return any(value in text for text in told for value in values if len(value) >= _LONG)
