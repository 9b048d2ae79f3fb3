"""Marks records as a presumed victim's or as a suspect's in custody; who may see marks follows the table of access."""

from sqlalchemy import Connection

from palermo.adapters.sqlite import identity_words, judgements, record
from palermo.adapters.sqlite.identity_words import StoredMark
from palermo.model.errors import Conflict, NotFound, WrongUse
from palermo.model.ids import is_venue
from palermo.workbench.identity_records import find_record, need_reason, read_records
from palermo.workbench.identity_state import MARKS, mark_tag
from palermo.workbench.identity_views import MarkView
from palermo.workbench.session import Session


def mark(session: Session, row: str, mark: str, *, reason: str) -> MarkView:
    """Mark a record; every pair that touches it then needs two people.

    Raises:
        WrongUse: no reason is given, there is no such mark, or the name means several records or none of a person.
        NotFound: nothing goes by the name.
        Conflict: the record carries that mark already.
    """
    session.require("mark-identity")
    why = need_reason(reason, "A mark")
    if mark not in MARKS:
        raise WrongUse(f"There is no mark “{mark}”.", way_out=f"Marks are {' and '.join(MARKS)}.")
    with session.writing() as db:
        key = find_record(session, db, row)
        if is_venue(key):
            raise WrongUse("A venue is no person: it carries no mark.", way_out="Name the record of a person.")
        held = [one for one in identity_words.marks_on(db, {key}) if one.stands and one.mark == mark]
        if held:
            raise Conflict(f"Mark {held[0].n} says already that this record is {MARKS[mark]}.", way_out="It stands.")
        n = identity_words.next_mark(db)
        names = [f"M-{n}", session.row_tag(key), mark_tag(session, n, mark)]
        seq = record.write(db, session.act("mark-record", subjects=names, text={"mark": mark, "reason": why}))
        identity_words.put_mark(db, StoredMark(n, key, mark, seq, None, None))
    with session.reading() as db:
        return _views(session, db, [one for one in identity_words.all_marks(db) if one.n == n])[0]


def unmark(session: Session, row: str, mark: str, *, reason: str) -> MarkView:
    """Take a mark away; that it was there stays on the record.

    Raises:
        WrongUse: no reason is given, or the name means several records or none of a person.
        NotFound: the record carries no such mark, or nothing goes by the name.
    """
    session.require("mark-identity")
    why = need_reason(reason, "Taking a mark away")
    with session.writing() as db:
        key = find_record(session, db, row)
        held = [one for one in identity_words.marks_on(db, {key}) if one.stands and one.mark == mark]
        if not held:
            raise NotFound(
                f"This record carries no mark “{mark}”.", way_out="List the marks with `palermo identity marks DIR`."
            )
        names = [f"M-{held[0].n}", session.row_tag(key)]
        seq = record.write(db, session.act("unmark-record", subjects=names, text={"reason": why}))
        identity_words.undo_mark(db, held[0].n, seq)
    with session.reading() as db:
        return _views(session, db, [one for one in identity_words.all_marks(db) if one.n == held[0].n])[0]


def list_marks(session: Session, *, purpose: str) -> list[MarkView]:
    """List the marks, oldest first, those taken away too; the purpose stands on the record."""
    session.require("see-marks", purpose)
    with session.reading() as db:
        made = _views(session, db, identity_words.all_marks(db))
    session.saw("read-marks", subjects=[f"marks-{len(made)}"], purpose=purpose)
    return made


def _views(session: Session, db: Connection, marks: list[StoredMark]) -> list[MarkView]:
    seqs = [seq for held in marks for seq in held.seqs]
    entries, texts = record.at_numbers(db, seqs), record.texts(db, seqs)
    records = read_records(session, db, {held.row for held in marks if held.row})
    orders = judgements.erased_under(db)

    def view(held: StoredMark) -> MarkView:
        said, taken = entries.get(held.seq), entries.get(held.undone_seq or 0)
        order, day = orders.get(held.erasure or 0, ("", ""))
        return MarkView(
            n=held.n, row=held.row, label=records.label(held.row) if held.row else "", mark=held.mark,
            reason=texts.get(held.seq, {}).get("reason", ""), actor=said.actor if said else "", at=said.at if said else "",
            undone=taken is not None, undone_reason=texts.get(held.undone_seq or 0, {}).get("reason", ""),
            undone_by=taken.actor if taken else "", undone_at=taken.at if taken else "",
            lost=f"The record was erased under “{order}” on {day[:10]}." if held.erasure else "",
        )  # fmt: skip

    return [view(held) for held in marks]
