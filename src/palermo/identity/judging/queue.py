"""In what order pairs are put before a person: first the one whose answer would change most leads."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from palermo.identity.judging.people import People
from palermo.identity.judging.standing import Standing, State
from palermo.identity.judging.words import Pair
from palermo.kit.canon import digest
from palermo.model.ids import ActorId, RowKey

ONE_IN = 20
"""One in so many pairs that somebody rejected comes back to another person."""


class Turn(StrEnum):
    """Why a pair is put before somebody: it is open, a second person is needed, or a rejected one comes back."""

    NONE = "none"
    FIRST = "first"
    SECOND = "second"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class QueuedPair:
    """A pair in somebody's queue.

    Attributes:
        pair: the two records.
        turn: why it is there.
        change: how many leads would gain a record or be joined if the two were one.
        follows: whether what people said already settles it; then an answer changes nothing, or contradicts.
        put_off: whether this person passed it over or was unsure.
    """

    pair: Pair
    turn: Turn
    change: int
    follows: bool
    put_off: bool


def comes_back(pair: Pair) -> bool:
    """Tell whether a pair is one of those that come back once rejected: by chance, and by the same chance each time."""
    return int(digest("comes back", *pair)[:8], 16) % ONE_IN == 0


def turn_of(standing: Standing, pair: Pair, who: ActorId) -> Turn:
    """Tell why a pair would be put before somebody now."""
    said, state = standing.of(pair), standing.state(pair)
    if who in said.decided:
        return Turn.NONE
    if state is State.OPEN:
        return Turn.FIRST
    if state is State.WAITS:
        return Turn.SECOND
    rejected_once = state is State.DIFFERENT and len(said.different) == 1
    return Turn.AGAIN if rejected_once and comes_back(pair) and who not in said.unsure else Turn.NONE


def queue_for(
    who: ActorId,
    proposed: Mapping[Pair, int],
    standing: Standing,
    people: People,
    leads: Mapping[RowKey, frozenset[str]],
    passed: Set[Pair] = frozenset(),
) -> list[QueuedPair]:
    """Order the pairs that wait for somebody.

    Args:
        who: for whom.
        proposed: the pairs the machine proposes, with what speaks for each in thousandths of a bit.
        standing: what people said.
        people: who is one by it.
        leads: the leads each record hangs on; a record on none may be left out.
        passed: the pairs this person passed over.

    Returns:
        first what was not put off; then what no word settles yet; then by how many leads an answer would change; then
        what the machine is least sure of; then by key.
    """
    of_cluster = _leads_of_clusters(people, leads)
    apart = {frozenset((people.root(a), people.root(b))) for a, b in standing.pairs(State.DIFFERENT)}
    queued = []
    for pair in proposed:
        turn = turn_of(standing, pair, who)
        if turn is Turn.NONE:
            continue
        one, other = people.root(pair[0]), people.root(pair[1])
        hang = [of_cluster.get(root, leads.get(root, frozenset())) for root in (one, other)]
        follows = turn is Turn.FIRST and (one == other or frozenset((one, other)) in apart)
        change = 0 if one == other else len(hang[0] ^ hang[1])
        put_off = pair in passed or who in standing.of(pair).unsure
        queued.append(QueuedPair(pair, turn, change, follows, put_off))
    return sorted(queued, key=lambda one: (one.put_off, one.follows, -one.change, abs(proposed[one.pair]), one.pair))


def _leads_of_clusters(people: People, leads: Mapping[RowKey, Iterable[str]]) -> dict[RowKey, frozenset[str]]:
    """Put together the leads that the records of each cluster hang on."""
    return {
        people.root(cluster[0]): frozenset(lead for row in cluster for lead in leads.get(row, ()))
        for cluster in people.clusters
    }
