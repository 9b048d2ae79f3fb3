"""Shows the pairs that wait, two records beside each other, and who is one by people's words; own judgement comes first."""

from contextlib import suppress

from sqlalchemy import Connection

from palermo.adapters.sqlite import identity_pairs
from palermo.identity.judging import Pair, QueuedPair, Turn, pair_of, queue_for
from palermo.model.errors import NotFound
from palermo.model.ids import RowKey, source_row
from palermo.model.proposals import Proposal
from palermo.workbench.identity_records import Records, beside, find_record, read_records
from palermo.workbench.identity_state import Judged, read_judged, word_views
from palermo.workbench.identity_views import ComparedView, FieldView, PairLine, PairQueue, PairView
from palermo.workbench.session import Session

ORDERED_BY = "what was put off last; first the pair whose answer would change most leads, then the one the program is least sure of"


def queue(session: Session, *, offset: int = 0, limit: int = 50) -> PairQueue:
    """List the pairs that wait for who asks, in the order to take them."""
    session.require("see-identity")
    with session.reading() as db:
        judged = read_judged(db)
        waiting = _waiting(session, db, judged)
        page = waiting[offset : offset + limit]
        records = read_records(session, db, {row for one in page for row in one.pair})
        about = identity_pairs.about(db)
        proposed = identity_pairs.count(db)
    session.saw("read-pairs", subjects=[f"pairs-{len(waiting)}"])
    notes = about.get("notes", [])
    return PairQueue(
        [_line(one, judged, records) for one in page], offset, len(waiting), proposed,
        sum(one.put_off for one in waiting), len(judged.people.contradictions), ORDERED_BY, str(about.get("at", "")),
        [str(note) for note in notes] if isinstance(notes, list) else [],
    )  # fmt: skip


def how_many_wait(session: Session, db: Connection) -> int:
    """Count the pairs that wait for who asks and were not put off; none for who may not see them."""
    from palermo.access import may

    if "see-identity" not in may(session.table, session.actor) or not identity_pairs.count(db):
        return 0
    return sum(not one.put_off for one in _waiting(session, db, read_judged(db)))


def _waiting(session: Session, db: Connection, judged: Judged) -> list[QueuedPair]:
    return queue_for(
        session.actor.id, identity_pairs.weights(db), judged.standing, judged.people,
        identity_pairs.leads_by_record(db), identity_pairs.passed_by(db, session.actor.id),
    )  # fmt: skip


def _line(one: QueuedPair, judged: Judged, records: Records) -> PairLine:
    # A rejected pair that comes back looks like any other: whoever takes it is not to know.
    a, b = one.pair
    return PairLine(
        id=identity_pairs.pair_id(one.pair), one=records.view(a), other=records.view(b), change=one.change,
        needs=judged.standing.needs(one.pair), second=one.turn is Turn.SECOND, follows=one.follows, put_off=one.put_off,
    )  # fmt: skip


def show_pair(session: Session, name: str, other: str = "") -> PairView:
    """Show two records beside each other.

    Args:
        session: the case.
        name: the pair's id or the beginning of it; or the first record, where `other` names the second.
        other: the second record; empty where `name` is a pair.

    Raises:
        NotFound: nothing goes by a name.
        WrongUse: a name means several things, or both the same record.
    """
    session.require("see-identity")
    with session.reading() as db:
        pair = pair_of(find_record(session, db, name), find_record(session, db, other)) if other else _named(db, name)
        view = pair_view(session, db, pair)
    session.saw("read-pair", subjects=[session.row_tag(source_row(row)) for row in pair])
    return view


def _named(db: Connection, name: str) -> Pair:
    """Find a pair that is proposed, or that people spoke of."""
    with suppress(NotFound):
        return identity_pairs.named(db, name)
    wanted = name.strip().lower()
    spoken = {word.pair for word in read_judged(db).held if not word.erasure}
    found = [pair for pair in spoken if identity_pairs.pair_id(pair).startswith(wanted)]
    return found[0] if len(found) == 1 and len(wanted) >= identity_pairs.SHORTEST else identity_pairs.named(db, name)


def pair_view(session: Session, db: Connection, pair: Pair, read: Records | None = None) -> PairView:
    """Lay two records beside each other, with what may be seen of the machine's weight and of others' words.

    `read` are the records, where they were read already.
    """
    judged = read_judged(db)
    records = read or read_records(session, db, pair)
    proposal = identity_pairs.on_pair(db, pair)
    who = session.actor.id
    readable = records.are_open(pair)
    is_open = judged.opens(pair, who)
    words = [word for word in judged.held if word.erasure is None and word.pair == pair]
    seen = words if is_open else [word for word in words if word.actor == who]
    shown = proposal if proposal and is_open and readable else None
    one, other = (records.by_row.get(row) for row in pair)
    spoke = judged.standing.of(pair).decided - {who}
    return PairView(
        id=identity_pairs.pair_id(pair), one=records.view(pair[0]), other=records.view(pair[1]),
        fields=_fields(records, pair) if one and other and readable else [], needs=judged.standing.needs(pair),
        second=judged.standing.needs(pair) > 1 and bool(spoke), change=_change(judged, records, pair),
        state=judged.standing.state(pair).value if is_open else "open", open=is_open, proposed=proposal is not None,
        prior=shown.prior if shown else 0, millibits=shown.millibits if shown else 0,
        compared=_compared(shown), words=word_views(session, db, judged, records, seen),
    )  # fmt: skip


def _fields(records: Records, pair: Pair) -> list[FieldView]:
    return beside(records.by_row[pair[0]], records.by_row[pair[1]])


def _compared(shown: Proposal | None) -> list[ComparedView]:
    compared = shown.compared if shown else ()
    return [ComparedView(c.what, c.level, c.millibits, c.one, c.other, c.sentence) for c in compared]


def _change(judged: Judged, records: Records, pair: Pair) -> int:
    """Count the leads that would gain a record or be joined if the two were one."""
    roots = [judged.people.root(row) for row in pair]
    clusters = {cluster[0]: cluster for cluster in judged.people.clusters}
    hang = [{lead for row in clusters.get(root, (root,)) for lead in records.leads.get(row, ())} for root in roots]
    return 0 if roots[0] == roots[1] else len(hang[0] ^ hang[1])


def cluster_rows(judged: Judged) -> set[RowKey]:
    """Name every record that people spoke of."""
    return {row for word in judged.held if not word.erasure for row in word.pair}
