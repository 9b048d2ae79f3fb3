"""A person's word on two adverts, “not one hand”: it stands until it is taken back, and the next analysis keeps to it."""

import json

from sqlalchemy import Connection

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect, judgements, record, results
from palermo.adapters.sqlite.judgements import StoredJudgement
from palermo.ledger import Entry
from palermo.model.errors import Conflict, NotFound, WrongUse
from palermo.model.ids import RowKey
from palermo.model.judgements import pair_of
from palermo.model.records import Kind
from palermo.model.rows import row_key
from palermo.workbench.session import Session
from palermo.workbench.views import JudgedAdvert, JudgementView

SHORTEST = 8
"""The fewest digits by which a row's key can be named."""


def judge_apart(session: Session, one: str, other: str, *, reason: str) -> JudgementView:
    """Record that two adverts are not one hand; they are named by key, the beginning of one, or advert id.

    Raises:
        WrongUse: no reason is given, a name means several adverts or no advert, or both mean the same.
        NotFound: nothing goes by a name.
        Conflict: it was said already and stands.
    """
    session.require("judge-adverts")
    _need(reason, "A judgement")
    with session.writing() as db:
        # Looked up while nothing can be erased, so that no judgement is kept of a row that is gone.
        pair = pair_of(find_advert(session, db, one), find_advert(session, db, other))
        held = next((made for made in judgements.on_pair(db, pair) if made.undone_seq is None), None)
        if held is not None:
            raise Conflict(
                f"Judgement {held.n} says already that these two are not one hand.",
                way_out="It stands; nothing is to do.",
            )
        n = judgements.next_number(db)
        names = [f"J-{n}", *map(session.row_tag, pair)]
        seq = record.write(db, session.act("judge-apart", subjects=names, text={"reason": reason.strip()}))
        judgements.put(db, n, pair, seq)
    return _view(session, n)


def judge_together(session: Session, one: str, other: str, *, reason: str) -> JudgementView:
    """Take back that two adverts are not one hand, by naming them as `judge_apart` does.

    Raises:
        NotFound: nobody said so of these two, or nothing goes by a name.
        Conflict: it is taken back already.
    """
    session.require("judge-adverts")
    with session.reading() as db:
        pair = pair_of(find_advert(session, db, one), find_advert(session, db, other))
        said = judgements.on_pair(db, pair)
    if not said:
        raise NotFound(
            "Nobody said that these two are not one hand.",
            way_out="List what was said with `palermo adverts judgements DIR`.",
        )
    return undo_judgement(session, said[-1].n, reason=reason)


def undo_judgement(session: Session, n: int, *, reason: str) -> JudgementView:
    """Take a judgement back; what was said, and that it was taken back, both stay on the record.

    Raises:
        WrongUse: no reason is given.
        NotFound: there is no such judgement.
        Conflict: it is taken back already, or fell away when an advert of it was erased.
    """
    session.require("judge-adverts")
    _need(reason, "An undoing")
    with session.writing() as db:
        made = judgements.one(db, n)
        if made.erasure:
            raise Conflict(f"Judgement {n} fell away when an advert of it was erased.")
        if made.undone_seq is not None:
            raise Conflict(f"Judgement {n} is taken back already.")
        names = [f"J-{n}", session.row_tag(made.a), session.row_tag(made.b)]
        seq = record.write(db, session.act("judge-together", subjects=names, text={"reason": reason.strip()}))
        judgements.mark_undone(db, n, seq)
    return _view(session, n)


def list_judgements(session: Session, *, lead: str = "") -> list[JudgementView]:
    """List what people said of adverts, oldest first; with `lead`, only where one of the two is in that lead.

    Raises:
        NotFound: there is no such lead.
    """
    session.require("see-leads")
    with session.reading() as db:
        handle = results.one_lead(db, lead).handle if lead else ""
        views = _views(session, db, judgements.get_all(db))
    session.saw("read-judgements", subjects=[handle] if handle else [])
    return [view for view in views if not handle or handle in (view.one.lead, view.other.lead)]


def find_advert(session: Session, db: Connection, name: str) -> RowKey:
    """Find the one advert a name means; of equal rows the first, which is the one that is grouped.

    Args:
        session: the case.
        db: an open transaction of it.
        name: a row's key, its beginning (eight digits or more), or an advert id that no other advert has.

    Raises:
        NotFound: nothing goes by that name.
        WrongUse: it means several adverts, or a row of another kind.
    """
    wanted = name.strip()
    parts = collect.list_parts(db, layer="rows")
    own = [part.name for part in parts if part.kind == Kind.ADVERTS]
    found = query.adverts_named(session.folder, own, wanted, SHORTEST) if _is_text(wanted) else []
    exact = [place for place in found if place[0] == wanted]
    firsts = _firsts(session, own, exact or found)
    if len(firsts) == 1:
        return firsts[0]
    if firsts:
        shown = ", ".join(firsts[:5]) + (", …" if len(firsts) > 5 else "")
        raise WrongUse(f"“{wanted}” means several adverts.", way_out=f"Name one by its row's key: {shown}.")
    others = [part.name for part in parts if part.kind != Kind.ADVERTS]
    if len(wanted) >= SHORTEST and _is_text(wanted):
        for part in others:
            if query.keys_beginning(session.folder, [part], wanted):
                raise WrongUse(f"The row “{wanted}” is no advert.", way_out="Name two rows of the kind adverts.")
    raise NotFound(
        f"There is no advert “{wanted}” in this case.",
        cause="It was never added, or it was erased.",
        way_out="Give a row's key, its first eight digits or more, or an advert id; `palermo explain DIR ID` shows keys.",
    )


def _is_text(typed: str) -> bool:
    """Tell whether what was typed is text that can be written and asked for."""
    return bool(typed) and "\0" not in typed and not any("\ud800" <= letter <= "\udfff" for letter in typed)


def _firsts(session: Session, parts: list[str], found: list[tuple[RowKey, int, str]]) -> list[RowKey]:
    """Give the first of the equal rows each row is one of, sorted; no more than are needed to tell that they are several."""
    firsts = {row for row, occurrence, _ in found if occurrence == 0}
    for row, occurrence, ident in found:
        if len(firsts) > 1:
            break
        if occurrence and all(row_key(first, occurrence) != row for first in firsts):
            named = query.adverts_named(session.folder, parts, ident, len(ident) + 1)
            firsts |= {first for first, number, _ in named if number == 0 and row_key(first, occurrence) == row}
    return sorted(firsts)


def _need(reason: str, what: str) -> None:
    if not reason.strip():
        raise WrongUse(f"{what} needs a reason.", way_out='Give it: --reason "…".')
    if not _is_text(reason):
        raise WrongUse("The reason holds characters that cannot be written.", way_out="Type it anew.")


def _view(session: Session, n: int) -> JudgementView:
    with session.reading() as db:
        return _views(session, db, [judgements.one(db, n)])[0]


def _views(session: Session, db: Connection, made: list[StoredJudgement]) -> list[JudgementView]:
    """Show judgements with who, when and why, and where their adverts are now."""
    seqs = [seq for held in made for seq in held.seqs]
    entries, words = record.at_numbers(db, seqs), record.texts(db, seqs)
    adverts = _adverts(session, db, {row for held in made for row in (held.a, held.b) if row})
    erased = judgements.erased_under(db)
    read = int(json.loads(results.get_fact(db, "analysed", "{}")).get("judged", 0))
    nobody = JudgedAdvert("", "", "", "")

    def view(held: StoredJudgement) -> JudgementView:
        said, taken = entries.get(held.seq), entries.get(held.undone_seq or 0)
        order, day = erased.get(held.erasure or 0, ("", ""))
        return JudgementView(
            n=held.n, one=adverts.get(held.a, nobody), other=adverts.get(held.b, nobody),
            reason=words.get(held.seq, {}).get("reason", ""), **_who(said), undone=taken is not None,
            undone_reason=words.get(held.undone_seq or 0, {}).get("reason", ""),
            undone_by=taken.actor if taken else "", undone_at=taken.at if taken else "",
            waits=not held.erasure and max(held.seqs) > read,
            lost=f"An advert of it was erased under “{order}” on {day[:10]}." if held.erasure else "",
        )  # fmt: skip

    return [view(held) for held in made]


def _who(entry: Entry | None) -> dict[str, str]:
    return {"actor": entry.actor, "at": entry.at} if entry else {"actor": "", "at": ""}


def _adverts(session: Session, db: Connection, rows: set[RowKey]) -> dict[RowKey, JudgedAdvert]:
    parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.ADVERTS)]
    leads = judgements.leads_of(db, rows)
    found = query.rows_by_key(session.folder, parts, sorted(rows))
    return {
        key: JudgedAdvert(key, str(row["advert_id"]), str(row["site"] or ""), leads.get(key, ""))
        for row in found
        for key in [RowKey(str(row["row"]))]
    }
