"""Tells who is one by people's words, where the words contradict, and what taking one back would change."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from palermo.adapters.sqlite import identity_pairs
from palermo.identity.judging import Contradiction, Pair, State, Undoing, if_undone, pair_of
from palermo.kit.sentences import counted
from palermo.model.ids import RowKey
from palermo.workbench.identity_records import Records, read_records, short
from palermo.workbench.identity_showing import cluster_rows
from palermo.workbench.identity_state import Judged, read_judged, word_views
from palermo.workbench.identity_views import ContradictionView, PeopleView, PersonView, UndoingView, WordView
from palermo.workbench.session import Session


def show_people(session: Session) -> PeopleView:
    """Tell who is one by people's words; nothing of it is kept, and it is told anew at each asking."""
    session.require("see-identity")
    with session.reading() as db:
        judged = read_judged(db)
        records = read_records(session, db, cluster_rows(judged))
        words = word_views(session, db, judged, records, judged.held)
    session.saw("read-people", subjects=[f"people-{len(judged.people.clusters)}"])
    by_pair: dict[Pair, list[WordView]] = {}
    for held, view in zip(judged.held, words, strict=True):
        if held.stands:
            by_pair.setdefault(held.pair, []).append(view)
    return PeopleView(
        people=[_person(cluster, judged, records, by_pair) for cluster in judged.people.clusters],
        contradictions=[_contradiction(found, judged, records, by_pair) for found in judged.people.contradictions],
        words=words,
        waiting=len(judged.standing.pairs(State.WAITS)),
    )


def _person(
    cluster: Sequence[RowKey], judged: Judged, records: Records, by_pair: Mapping[Pair, list[WordView]]
) -> PersonView:
    inside = set(cluster)
    said = sorted(
        word.n for pair in judged.standing.pairs(State.SAME) if inside.issuperset(pair) for word in by_pair[pair]
    )
    leads = {lead for row in cluster for lead in records.leads.get(row, ())}
    return PersonView(
        [records.view(row) for row in cluster], said, judged.people.is_whole(tuple(cluster)),
        sorted(leads, key=lambda handle: (len(handle), handle)),
    )  # fmt: skip


def _contradiction(
    found: Contradiction, judged: Judged, records: Records, by_pair: Mapping[Pair, list[WordView]]
) -> ContradictionView:
    steps = [pair_of(a, b) for a, b in pairwise(found.cycle)]
    pairs = dict.fromkeys([*steps, found.pair])
    words = [word for pair in pairs for word in by_pair.get(pair, []) if word.answer != "unsure"]
    names = [records.label(row) for row in found.cycle]
    if len(found.cycle) == 2:
        sentence = f"{names[0]} and {names[1]} are the same by one person's word and different by another's."
    else:
        way = ", ".join(f"{a} is {b}" for a, b in pairwise(names))
        sentence = f"By people's words {way}, and {names[0]} is not {names[-1]}."
    undoings = [
        _undoing(if_undone(judged.words, judged.policy, word.n), found, words, records)
        for word in words
        if not word.sealed
    ]
    return ContradictionView(
        identity_pairs.pair_id(found.pair), sentence, [records.view(row) for row in found.cycle], words, undoings
    )


def _undoing(undoing: Undoing, found: Contradiction, words: Sequence[WordView], records: Records) -> UndoingView:
    word = next(each for each in words if each.n == undoing.n)
    settles = found.pair in {one.pair for one in undoing.settles}
    said = [f"Without word {undoing.n} ({word.actor}: {word.one_name} and {word.other_name} are {_IS[word.answer]})"]
    if undoing.begins or undoing.ends:
        before = "; ".join(_named(cluster, records) for cluster in undoing.ends) or "nobody"
        after = "; ".join(_named(cluster, records) for cluster in undoing.begins) or "nobody with another"
        said.append(f"one by people's words would be {after} instead of {before}")
    else:
        said.append("the same records would be one")
    said.append("and this contradiction would be gone" if settles else "and this contradiction would stay")
    if undoing.raises:
        said.append(f"and {counted(len(undoing.raises), 'contradiction')} would be new")
    return UndoingView(undoing.n, f"{', '.join(said)}.", settles)


_IS = {"same": "the same", "different": "different"}


def _named(cluster: Sequence[RowKey], records: Records) -> str:
    return " with ".join(f"{records.label(row)} ({short(row)})" for row in cluster)
