"""Decisions on leads: a named person accepts, rejects or asks for more, with a reason; each can be undone, on the record."""

from palermo.adapters.sqlite import record, results
from palermo.model.errors import Conflict, WrongUse
from palermo.workbench.session import Session
from palermo.workbench.showing import STATES, decision_view
from palermo.workbench.views import DecisionView


def decide(session: Session, lead: str, outcome: str, *, reason: str) -> DecisionView:
    """Record a decision on a lead.

    Raises:
        WrongUse: there is no such outcome, or no reason is given.
        NotFound: there is no such lead.
    """
    session.require("decide-lead")
    if outcome not in STATES:
        raise WrongUse(f"“{outcome}” is no decision.", way_out=f"Say one of {', '.join(STATES)}.")
    if not reason.strip():
        raise WrongUse("A decision needs a reason.", way_out='Give it: --reason "…".')
    with session.writing() as db:
        held = results.one_lead(db, lead)
        number = results.next_decision(db)
        act = session.act(
            "decide", subjects=[held.handle, held.id, outcome, f"D-{number}"], text={"reason": reason.strip()}
        )
        seq = record.write(db, act)
        results.put_decision(db, held, outcome, session.actor.id, act.at, seq)
    return _view(session, number)


def undo(session: Session, n: int, *, reason: str) -> DecisionView:
    """Undo a decision; the undoing is on the record beside it.

    Raises:
        WrongUse: no reason is given.
        NotFound: there is no such decision.
        Conflict: it is undone already.
    """
    session.require("undo-decision")
    if not reason.strip():
        raise WrongUse("An undoing needs a reason.", way_out='Give it: --reason "…".')
    with session.writing() as db:
        made = results.one_decision(db, n)
        if made.undone_seq is not None:
            raise Conflict(f"Decision {n} is undone already.")
        seq = record.write(
            db, session.act("undo", subjects=[made.handle, made.lead, f"D-{n}"], text={"reason": reason.strip()})
        )
        results.mark_undone(db, n, seq)
    return _view(session, n)


def _view(session: Session, n: int) -> DecisionView:
    with session.reading() as db:
        made = results.one_decision(db, n)
        words = record.texts(db, [made.seq, made.undone_seq or 0])
        now = next((lead.id for lead in results.all_leads(db) if lead.handle == made.handle), made.lead)
    return decision_view(made, words, now)
