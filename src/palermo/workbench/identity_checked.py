"""People's words on records and marks, checked against the record; and what an erasure takes out of them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from palermo.adapters.sqlite import identity_pairs, identity_words, record
from palermo.adapters.sqlite.identity_words import StoredMark, StoredWord
from palermo.ledger import Entry
from palermo.workbench.identity_state import answer_tag, mark_tag
from palermo.workbench.session import Session
from palermo.workbench.targets import Target

_A_TIME = 50
"""How many words and marks an entry of the record names at once."""

Held = StoredWord | StoredMark


def faults_of_identity(session: Session, db: Connection, *, with_key: bool) -> list[str]:
    """Compare every word and mark with the entries of the record that made it, took it back or let it fall away.

    Args:
        session: the case.
        db: an open reading of it.
        with_key: whether the case's secret is whole; without it the record's names of rows cannot be recognised.

    Returns:
        a sentence for each fault.
    """
    fell = {name: entry for entry in record.of_actions(db, ["identity-fell"]) for name in entry.subjects[1:]}
    faults = []
    words, marks = identity_words.all_words(db), identity_words.all_marks(db)
    for what, letter, held_all, made_by, undone_by in (
        ("Word", "I", words, "judge-identity", "undo-identity"),
        ("Mark", "M", marks, "mark-record", "unmark-record"),
    ):
        said, taken = _by_number(db, made_by), _by_number(db, undone_by)
        for held in held_all:
            name = f"{letter}-{held.n}"
            fault = (
                _in_making(session, held, said.get(name), with_key=with_key)
                or _in_undoing(held, taken.get(name))
                or _in_falling(held, fell.get(name))
            )
            if fault:
                faults.append(f"{what} {held.n}: {fault}")
        gone = said.keys() - {f"{letter}-{held.n}" for held in held_all}
        faults += [f"{what} {name[2:]}: the record has it, and it is not there." for name in sorted(gone)]
    return faults


def _by_number(db: Connection, action: str) -> Mapping[str, Entry]:
    return {entry.subjects[0]: entry for entry in record.of_actions(db, [action]) if entry.subjects}


def _in_making(session: Session, held: Held, entry: Entry | None, *, with_key: bool) -> str:
    if entry is None or entry.seq != held.seq:
        return "no entry of the record made it."
    if isinstance(held, StoredWord) and entry.actor != held.actor:
        return f"it counts as {held.actor}'s, and {entry.actor} said it."
    if held.erasure is not None or not with_key:
        return ""
    rows = tuple(session.row_tag(row) for row in held.rows)
    if entry.subjects[1:-1] != rows:
        return "its records are not those the record says it was made on."
    return "" if entry.subjects[-1] == _bound(session, held) else "it is not what the record says was said."


def _bound(session: Session, held: Held) -> str:
    """Give the name under which the record binds what was said."""
    if isinstance(held, StoredWord):
        return answer_tag(session, held.n, held.answer)
    return mark_tag(session, held.n, held.mark)


def _in_undoing(held: Held, entry: Entry | None) -> str:
    if entry is None and held.undone_seq is not None:
        return "it counts as taken back, and no entry of the record did that."
    if entry is not None and entry.seq != held.undone_seq:
        return f"entry {entry.seq} took it back, and it does not say so."
    return ""


def _in_falling(held: Held, entry: Entry | None) -> str:
    if held.erasure is None and entry is None:
        return ""
    if entry is None or entry.subjects[0] != f"E-{held.erasure}":
        return "whether it fell away with an erasure is not as the record says."
    return "a record of it was erased, and its key is still there." if any(held.rows) else ""


def seqs_on(db: Connection, target: Target) -> set[int]:
    """Give the numbers of the entries whose words go with erased records."""
    words, marks = identity_words.words_on(db, target.rows), identity_words.marks_on(db, target.rows)
    return _seqs(words) | _seqs(marks)


def let_fall(session: Session, db: Connection, target: Target, number: int) -> None:
    """Take erased records out of people's words and marks, with all that was said there, and out of what is proposed."""
    words, marks = identity_words.words_on(db, target.rows), identity_words.marks_on(db, target.rows)
    names = [*(f"I-{held.n}" for held in words), *(f"M-{held.n}" for held in marks)]
    for start in range(0, len(names), _A_TIME):
        subjects = [f"E-{number}", *names[start : start + _A_TIME]]
        record.write(db, session.act("identity-fell", subjects=subjects))
    identity_words.empty(db, [held.n for held in words], [held.n for held in marks], number)
    record.forget(db, sorted(_seqs(words) | _seqs(marks)))
    identity_pairs.strip(db, target.rows, target.values)


def _seqs(held_all: Sequence[Held]) -> set[int]:
    return {seq for held in held_all for seq in held.seqs}
