"""Erases a source, a row, or every row in which a value stands: out of every file of the case, under a tombstone.

What stays is that something was erased, when, by whom and under which order; the record's chain still verifies.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection

from palermo.adapters.parquet import parts as store
from palermo.adapters.sqlite import collect, erased, judgements, record
from palermo.adapters.sqlite.engine import scrub
from palermo.kit.canon import commitment
from palermo.kit.sentences import counted
from palermo.model.errors import WrongUse
from palermo.workbench import identity_checked, network_charts
from palermo.workbench.adding import changing, clear_inbox
from palermo.workbench.held_values import holds_any
from palermo.workbench.keying import aside_tomb
from palermo.workbench.session import Session
from palermo.workbench.targets import Target, Wish, find
from palermo.workbench.views import ErasureReport

_A_TIME = 50
"""How many judgements an entry of the record names at once."""


@dataclass(frozen=True, slots=True)
class _Counts:
    """How much an erasure reaches."""

    rows: int
    aside: int
    files: int
    findings: int
    leads: int
    texts: int


def erase(session: Session, wish: Wish, *, order: str, dry: bool = False) -> ErasureReport:
    """Erase; with `dry`, only count what would go.

    Args:
        session: the case.
        wish: what is to go.
        order: under which order or decision; it stays on record.
        dry: whether only to count.

    Raises:
        WrongUse: no order is given.
        NotFound: nothing is there to erase.
    """
    session.require("erase")
    if wish.value and wish.value.strip().casefold() in order.casefold():
        raise WrongUse(
            "The order's text holds the very value that is to go.", way_out="Name the order by its number or date."
        )
    if not order.strip():
        raise WrongUse("An erasure needs the order it is made under.", way_out='Give it: --order "…".')
    with changing(session):
        with session.reading() as db:
            target = find(session, db, wish)
            texts = _texts_holding(db, target)
            counts = _count(db, target, texts)
        if dry:
            return _report(0, counts, order, dry=True)
        number = _carry_out(session, target, texts, counts, wish, order.strip())
        clear_inbox(session.folder)
        scrub(session.engine)
        with session.writing() as db:
            erased.scrubbed(db)
    return _report(number, counts, order, dry=False)


def _count(db: Connection, target: Target, texts: Sequence[int]) -> _Counts:
    findings, leads = erased.resting_on(db, target.rows)
    return _Counts(
        len(target.rows),
        len(target.aside),
        len(target.places.keys() | target.files),
        len(findings),
        len(leads),
        len(texts),
    )


def _report(number: int, counts: _Counts, order: str, *, dry: bool) -> ErasureReport:
    would = "would be erased" if dry else "were erased"
    sentence = (
        f"{counted(counts.rows, 'row')} and {counted(counts.aside, 'row')} set aside {would} under “{order}”;"
        f" {counted(counts.findings, 'finding')} and {counted(counts.leads, 'lead')} rested on them."
        " The files given to the program, copies of the case, its name, its basis and its source sheets are not reached."
    )
    return ErasureReport(
        n=number, rows=counts.rows, set_aside=counts.aside, files=counts.files, findings=counts.findings, leads=counts.leads,
        texts=counts.texts, sentence=sentence,
    )  # fmt: skip


def _carry_out(session: Session, target: Target, texts: Sequence[int], counts: _Counts, wish: Wish, order: str) -> int:
    with session.reading() as db:
        listed = collect.list_parts(db)
    replaced = [(part, _without(session, part, target)) for part in listed if _touches(session, part, target)]
    tombs = [commitment(session.key, f"erased:{row}") for row in sorted(target.rows)]
    tombs += sorted({aside_tomb(session, cells) for cells in target.aside_cells})
    with session.writing() as db:
        number = erased.next_number(db)
        what = wish.source or ("row" if wish.row else "value")
        act = session.act("erase", subjects=[f"E-{number}", what, f"rows-{counts.rows}"], text={"order": order})
        seq = record.write(db, act)
        for part, fresh in replaced:
            collect.drop_part(db, part.name)
            if fresh.rows:
                store.publish(session.folder, [fresh])
                collect.put_parts(db, part.file, part.kind, seq, [fresh])
        erased.bury(db, erased.Burial(number, order, act.at, seq, len(target.rows)), tombs)
        erased.drop_aside(db, target.aside)
        erased.rename_files(db, target.named_files)
        erased.drop_statements(db, target.rows)
        erased.strip_results(db, target.rows, target.values, f"Source erased under “{order}” on {act.at[:10]}")
        record.forget(db, texts)
        _let_fall(session, db, target, number)
        identity_checked.let_fall(session, db, target, number)
        network_charts.let_fall(session, db, target.values, number)
        if wish.source:
            erased.mark_source(db, wish.source, target.files, f"Erased under “{order}” on {act.at[:10]}")
    for part, fresh in replaced:
        fresh.path.unlink(missing_ok=True)
        if part.name != fresh.name:
            (session.folder / part.name).unlink(missing_ok=True)
    return number


def _let_fall(session: Session, db: Connection, target: Target, number: int) -> None:
    """Take erased adverts out of people's judgements on them, with every word said there."""
    fallen = judgements.on_rows(db, target.rows)
    for start in range(0, len(fallen), _A_TIME):
        names = [f"J-{held.n}" for held in fallen[start : start + _A_TIME]]
        record.write(db, session.act("judge-fell", subjects=[f"E-{number}", *names]))
    judgements.empty(db, [held.n for held in fallen], number)
    record.forget(db, [seq for held in fallen for seq in held.seqs])


def _touches(session: Session, part: collect.StoredPart, target: Target) -> bool:
    """Tell whether a part holds anything that goes."""
    if part.layer == "rows":
        keys = store.read(session.folder, part.name, ["row"]).column("row")
        return bool(pc.any(pc.is_in(keys, value_set=pa.array(sorted(target.rows), pa.string())), min_count=0).as_py())
    return part.file in target.files or part.file in target.places


def _without(session: Session, part: collect.StoredPart, target: Target) -> store.Written:
    """Write a part anew without what goes."""
    table = store.read(session.folder, part.name)
    if part.layer == "rows":
        goes = pc.is_in(table.column("row"), value_set=pa.array(sorted(target.rows), pa.string()))
    elif part.file in target.files:
        goes = pa.chunked_array([pa.repeat(pa.scalar(True, pa.bool_()), table.num_rows)])
    else:
        goes = pc.is_in(table.column("record"), value_set=pa.array(sorted(target.places[part.file]), pa.int64()))
    with store.PartWriter(session.folder, part.layer, table.schema, secrets.token_hex(8)) as writer:
        writer.write(table.filter(pc.invert(goes)).combine_chunks())
        return writer.finish()


def _texts_holding(db: Connection, target: Target) -> list[int]:
    """Find particulars (reasons, file names, what was asked) in which an erased value stands, and all said of records that go."""
    judged = {seq for held in judgements.on_rows(db, target.rows) for seq in held.seqs}
    judged |= identity_checked.seqs_on(db, target)
    found = []
    names = {held.name.casefold() for held in collect.all_files(db) if held.id in target.files | target.named_files}
    for seq, _, text in record.all_texts(db):
        if seq in judged or holds_any(text.casefold(), target.values | names):
            found.append(seq)
    return found
