"""A person's word on two records, “same”, “different” or “unsure”: it stands until it is taken back, and merges nothing."""

from palermo.adapters.sqlite import identity_pairs, identity_words, record
from palermo.adapters.sqlite.identity_words import StoredWord
from palermo.identity.judging import Answer, Pair, in_the_way, pair_of
from palermo.model.errors import Conflict, WrongUse
from palermo.model.records import Kind
from palermo.workbench.identity_records import Records, find_record, need_reason, read_records
from palermo.workbench.identity_showing import pair_view
from palermo.workbench.identity_state import answer_tag, read_judged
from palermo.workbench.identity_venues import KIND as VENUE
from palermo.workbench.identity_views import PairView
from palermo.workbench.session import Session


def say(session: Session, one: str, other: str, answer: str, *, reason: str) -> PairView:
    """Record a word on two records; each is named by its row's key, the beginning of one, or a person's record id.

    Returns:
        the pair as it now shows to who spoke: with what the machine compared and what others said, where that is open.

    Raises:
        WrongUse: no reason is given, the answer is none, a name means several records or none that is judged, both mean the
            same, or they are a person and a venue.
        NotFound: nothing goes by a name.
        Conflict: this person has a word on the pair already, or a record of it is restricted.
    """
    session.require("judge-identity")
    why = need_reason(reason, "A word on two records")
    if answer not in {known.value for known in Answer}:
        raise WrongUse(f"“{answer}” is no answer.", way_out="Say same, different or unsure.")
    with session.writing() as db:
        # Looked up while nothing can be erased, so that no word is kept of a row that is gone.
        pair = pair_of(find_record(session, db, one), find_record(session, db, other))
        records = read_records(session, db, pair)
        if not records.are_open(pair):
            raise Conflict(
                "A record of this pair is restricted.", cause="Its source is overdue for review.",
                way_out="Review the source, or pass the pair over.",
            )  # fmt: skip
        _need_one_sort(records, pair)
        held = in_the_way(read_judged(db).words, pair, Answer(answer), session.actor.id)
        if held is not None:
            raise Conflict(
                f"Your word {held.n} says already that these two are {_IS[held.answer]}.",
                way_out="It stands. To say otherwise, take it back first: palermo identity undo DIR N --reason …",
            )
        n = identity_words.next_word(db)
        names = [f"I-{n}", *map(session.row_tag, pair), answer_tag(session, n, answer)]
        seq = record.write(db, session.act("judge-identity", subjects=names, text={"said": answer, "reason": why}))
        made = StoredWord(n, *pair, answer, session.actor.id, seq, None, None)
        identity_words.put_word(db, made)
        identity_pairs.take_up(db, session.actor.id, pair)
    with session.reading() as db:
        return pair_view(session, db, pair, records)


def _need_one_sort(records: Records, pair: Pair) -> None:
    """Refuse a person and a venue: no word on them means anything. An account's owner may be a house that lets rooms."""
    sorts = [records.by_row[row].sort for row in pair]
    if VENUE in sorts and not set(sorts) <= {VENUE, Kind.ACCOUNTS.value}:
        raise WrongUse(
            "A person and a venue are never one.", cause="A row of stays names both: the guest, and with “:venue” the venue.",
            way_out="Name two venues, or two persons.",
        )  # fmt: skip


_IS = {Answer.SAME: "the same", Answer.DIFFERENT: "different", Answer.UNSURE: "not told apart nor together"}


def undo(session: Session, n: int, *, reason: str) -> PairView:
    """Take a word back; what was said, and that it was taken back, both stay on the record.

    Raises:
        WrongUse: no reason is given.
        NotFound: there is no such word.
        Conflict: it is taken back already, fell away, or is another's on a pair that is closed to who asks.
    """
    session.require("judge-identity")
    why = need_reason(reason, "An undoing")
    with session.writing() as db:
        held = identity_words.one_word(db, n)
        if held.erasure:
            raise Conflict(f"Word {n} fell away when a record of it was erased.")
        if held.undone_seq is not None:
            raise Conflict(f"Word {n} is taken back already.")
        if read_judged(db).seals(held, session.actor.id):
            raise Conflict(
                f"Word {n} is another person's, on a pair you have not judged.",
                way_out="Give your own word first; then it is shown, and can be taken back.",
            )
        names = [f"I-{n}", *map(session.row_tag, held.pair)]
        seq = record.write(db, session.act("undo-identity", subjects=names, text={"reason": why}))
        identity_words.undo_word(db, n, seq)
    return _shown(session, held.pair)


def pass_over(session: Session, name: str) -> None:
    """Put a pair off: it goes to the back of the queue of who asks, and to nobody else's."""
    session.require("judge-identity")
    with session.writing() as db:
        pair = identity_pairs.named(db, name)
        identity_pairs.pass_over(db, session.actor.id, pair)
        record.write(db, session.act("pass-pair", subjects=[session.row_tag(row) for row in pair]))


def _shown(session: Session, pair: Pair) -> PairView:
    with session.reading() as db:
        return pair_view(session, db, pair)
