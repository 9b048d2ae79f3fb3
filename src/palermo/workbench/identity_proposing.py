"""Has a case's records compared, and keeps the pairs that may be one for people to judge; nothing is merged."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection

from palermo.adapters.rules import load
from palermo.adapters.sqlite import identity_pairs, identity_words, results
from palermo.kit.sentences import counted
from palermo.model.findings import Lead
from palermo.model.ids import Handle, RowKey
from palermo.model.proposals import Proposal
from palermo.model.records import Kind
from palermo.workbench.identity_records import COMPARED
from palermo.workbench.identity_venues import KIND, leads_of_venues, venues_of
from palermo.workbench.session import Session
from palermo.workbench.views import MethodView

COLUMNS = ("row", "kind", "name", "name_native", "birth_date", "document_no", "phone", "address")
"""What the comparison reads of a record."""

_KINDS = {Kind.ACCOUNTS: "account owner"}
"""What the comparison calls a kind of record; all others are persons."""

_ONCE = (Kind.STAYS,)
"""Kinds in which one person leaves a row each time: rows that say the same of a person are one record, the first."""

_NEEDS = (
    "Two records that name somebody or a place: persons, documents, accounts with a holder, stays with a venue, "
    "or with a guest's paper or number."
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the comparison proposed, what it says of itself, and how it is told among the methods."""

    proposals: tuple[Proposal, ...]
    about: results.Plain
    method: MethodView


def propose_pairs(session: Session, tables: Mapping[Kind, pa.Table]) -> Proposed:
    """Compare every record that names somebody; `tables` hold what may be read, so restricted sources are left out."""
    spoken = _spoken(session)
    records, notes = gather(tables, spoken)
    if records.num_rows < 2:
        method = MethodView("ID", "Records that may be one", ran=False, on=True, findings=0, needs=_NEEDS, note="")
        return Proposed((), {"records": records.num_rows, "notes": notes, "model": [], "shared": []}, method)
    from palermo.identity.linkage import LinkageFigures, propose
    from palermo.identity.names import name_tables

    figures = LinkageFigures(today=session.now().date().isoformat())
    linked = propose(records, name_tables(load), figures)
    about: results.Plain = {
        "records": records.num_rows,
        "notes": [*notes, *linked.notes, *(one.sentence for one in linked.shared)],
        "model": [asdict(page) for page in linked.model],
        "shared": [asdict(one) for one in linked.shared],
    }
    note = f"Pairs of {counted(records.num_rows, 'record')} for people to judge; nothing is merged."
    method = MethodView(
        "ID", "Records that may be one", ran=True, on=True, findings=len(linked.proposals), needs="", note=note
    )
    return Proposed(linked.proposals, about, method)


def keep(
    db: Connection, proposed: Proposed, tables: Mapping[Kind, pa.Table], leads: Mapping[Handle, Lead], *, at: str
) -> None:
    """Put the pairs in the place of the last analysis's; what people said of pairs stays as it is."""
    hang = leads_of_records(tables, leads)
    hang |= leads_of_venues(tables, _records_of(identity_words.all_words(db)), hang)
    identity_pairs.replace(db, proposed.proposals, proposed.about | {"at": at}, hang)


def _spoken(session: Session) -> frozenset[RowKey]:
    """Give the records that people spoke of."""
    with session.reading() as db:
        return _records_of(identity_words.all_words(db))


def _records_of(words: Iterable[identity_words.StoredWord]) -> frozenset[RowKey]:
    return frozenset(record for word in words for record in word.pair)


_CARRIES: dict[Kind, tuple[str, ...]] = {
    Kind.PERSONS: ("phone",),
    Kind.ACCOUNTS: ("account", "contact"),
    Kind.STAYS: ("contact", "payer", "account", "host_account"),
}
"""The columns by which a record hangs on a lead."""


def leads_of_records(tables: Mapping[Kind, pa.Table], leads: Mapping[Handle, Lead]) -> dict[RowKey, set[str]]:
    """Tell which leads a record hangs on: it carries a contact or account of the group, or paid for an advert of it."""
    of_value: dict[str, set[str]] = {}
    for handle, lead in leads.items():
        for value in (*lead.group.contacts, *lead.group.accounts, *_payers(tables, lead.rows)):
            of_value.setdefault(value, set()).add(handle)
    found: dict[RowKey, set[str]] = {}
    for kind, columns in _CARRIES.items():
        table = tables.get(kind)
        for values in table.select(["row", *columns]).to_pylist() if table is not None and of_value else ():
            hangs = {handle for column in columns for handle in of_value.get(str(values[column] or ""), ())}
            if hangs:
                found[RowKey(values["row"])] = hangs
    return found


def _payers(tables: Mapping[Kind, pa.Table], rows: Sequence[RowKey]) -> set[str]:
    """Give the accounts that paid for some adverts."""
    adverts = tables[Kind.ADVERTS].select(["row", "payer"])
    own = adverts.filter(pc.is_in(adverts.column("row"), value_set=pa.array(rows, pa.string())))
    return {str(payer) for payer in own.column("payer").to_pylist() if payer}


def gather(tables: Mapping[Kind, pa.Table], spoken: Set[RowKey] = frozenset()) -> tuple[pa.Table, list[str]]:
    """Lay the rows that name somebody, and the venues of stays, out as one table of text.

    Args:
        tables: what may be read, by kind.
        spoken: the records people spoke of; of rows that say the same, one of these stands for all.

    Returns:
        the records by key, and what was left out, in sentences.
    """
    found, notes = [], []
    for kind, columns in COMPARED.items():
        table = tables.get(kind)
        if table is None or not table.num_rows:
            continue
        rows = [_texts(kind, columns, values) for values in table.select(["row", *columns.values()]).to_pylist()]
        named = [row for row in rows if _tells(kind, row)]
        if len(named) < len(rows):
            notes.append(f"{counted(len(rows) - len(named), 'row')} of {kind.value} name nobody who could be compared.")
        kept = _once(named, spoken) if kind in _ONCE else named
        if len(kept) < len(named):
            more = counted(len(named) - len(kept), "row")
            notes.append(
                f"{more} of {kind.value} say the same of a guest as another: each is compared once, by its first row."
            )
        found += kept
    venues = venues_of(tables.get(Kind.STAYS), spoken)
    if venues:
        many = sum(len(venue.rows) for venue in venues)
        notes.append(f"{counted(many, 'row')} of stays name {counted(len(venues), 'venue')}: each is compared once.")
    found += [dict.fromkeys(COLUMNS, "") | dict(venue.values) | {"row": venue.record, "kind": KIND} for venue in venues]
    found.sort(key=lambda row: row["row"])
    return pa.table({name: pa.array([row[name] for row in found], pa.string()) for name in COLUMNS}), notes


def _texts(kind: Kind, columns: Mapping[str, str], values: Mapping[str, object]) -> dict[str, str]:
    """Write a row as the comparison reads it; what is not there is empty."""
    made = dict.fromkeys(COLUMNS, "")
    for what, column in columns.items():
        value = values[column]
        made[what] = "" if value is None else str(value)
    return made | {"row": str(values["row"]), "kind": _KINDS.get(kind, "person")}


def _tells(kind: Kind, row: Mapping[str, str]) -> bool:
    """Tell whether a row names somebody; a guest without paper and number is a name alone, which says too little."""
    named = bool(row["name"] or row["name_native"])
    if kind in _ONCE:
        return named and bool(row["document_no"] or row["phone"])
    return named or bool(row["document_no"])


def _once(rows: Sequence[dict[str, str]], spoken: Set[RowKey]) -> list[dict[str, str]]:
    """Keep the first of the rows that say the same of a person, or one that people spoke of: words stay on what is compared."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: row["row"] not in spoken):
        found.setdefault(tuple(row[name] for name in COLUMNS if name != "row"), row)
    return list(found.values())
