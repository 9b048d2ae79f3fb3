"""People's words on pairs of records, “same”, “different” or “unsure”, as an algebra: what stands follows from the set of words alone."""

from palermo.identity.judging.people import Contradiction, People, people_of
from palermo.identity.judging.queue import QueuedPair, Turn, comes_back, queue_for
from palermo.identity.judging.seeing import is_open_to, sealed_from
from palermo.identity.judging.standing import Policy, Standing, State, stand
from palermo.identity.judging.undoing import Undoing, if_undone
from palermo.identity.judging.words import Answer, Pair, Word, in_the_way, pair_of

__all__ = [
    "Answer",
    "Contradiction",
    "Pair",
    "People",
    "Policy",
    "QueuedPair",
    "Standing",
    "State",
    "Turn",
    "Undoing",
    "Word",
    "comes_back",
    "if_undone",
    "in_the_way",
    "is_open_to",
    "pair_of",
    "people_of",
    "queue_for",
    "sealed_from",
    "stand",
]  # fmt: skip
