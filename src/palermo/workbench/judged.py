"""What stands of people's judgements on adverts: for the analysis that keeps to it, and checked against the record."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection

from palermo.adapters.sqlite import judgements, record
from palermo.adapters.sqlite.judgements import StoredJudgement
from palermo.ledger import Entry
from palermo.model.judgements import Pair, standing
from palermo.workbench.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """The pairs that are not one hand, and the record's last number when they were read."""

    pairs: frozenset[Pair]
    seq: int


def standing_pairs(session: Session, adverts: pa.Table) -> Standing:
    """Give the standing pairs of which both are among some adverts (a column `row`).

    The number tells which judgements an analysis knew: people may judge while it runs.
    """
    with session.reading() as db:
        pairs = standing(held.judgement for held in judgements.get_all(db))
        seq = record.head(db).seq
    if not pairs:
        return Standing(pairs, seq)
    named = pa.array(sorted({row for pair in pairs for row in pair}), pa.string())
    rows = adverts.column("row")
    here = set(rows.filter(pc.is_in(rows, value_set=named)).to_pylist())
    return Standing(frozenset(pair for pair in pairs if here.issuperset(pair)), seq)


def faults_of_judgements(session: Session, db: Connection, *, with_key: bool) -> list[str]:
    """Compare every judgement with the entries of the record that made it, took it back or let it fall away.

    Args:
        session: the case.
        db: an open reading of it.
        with_key: whether the case's secret is whole; without it the record's names of rows cannot be recognised.

    Returns:
        a sentence for each fault.
    """
    said = _by_number(db, "judge-apart")
    taken = _by_number(db, "judge-together")
    fell = {name: entry for entry in record.of_actions(db, ["judge-fell"]) for name in entry.subjects[1:]}
    faults = []
    kept = judgements.get_all(db)
    for held in kept:
        name = f"J-{held.n}"
        fault = _fault_in_making(session, held, said.get(name), with_key=with_key) or _fault_in_undoing(
            held, taken.get(name)
        )
        if not fault and (held.erasure is not None or name in fell):
            fault = _fault_in_falling(held, fell.get(name))
        if fault:
            faults.append(f"Judgement {held.n}: {fault}")
    gone = said.keys() - {f"J-{held.n}" for held in kept}
    faults += [f"Judgement {name[2:]}: the record has it, and it is not there." for name in sorted(gone)]
    return faults


def _by_number(db: Connection, action: str) -> Mapping[str, Entry]:
    return {entry.subjects[0]: entry for entry in record.of_actions(db, [action]) if entry.subjects}


def _fault_in_making(session: Session, held: StoredJudgement, entry: Entry | None, *, with_key: bool) -> str:
    if entry is None or entry.seq != held.seq:
        return "no entry of the record made it."
    if held.erasure is None and with_key and entry.subjects[1:] != (session.row_tag(held.a), session.row_tag(held.b)):
        return "its adverts are not those the record says it was made on."
    return ""


def _fault_in_undoing(held: StoredJudgement, entry: Entry | None) -> str:
    if entry is None and held.undone_seq is not None:
        return "it counts as taken back, and no entry of the record did that."
    if entry is not None and entry.seq != held.undone_seq:
        return f"entry {entry.seq} took it back, and it does not say so."
    return ""


def _fault_in_falling(held: StoredJudgement, entry: Entry | None) -> str:
    if entry is None or entry.subjects[0] != f"E-{held.erasure}":
        return "whether it fell away with an erasure is not as the record says."
    return "" if not (held.a or held.b) else "an advert of it was erased, and its key is still there."
