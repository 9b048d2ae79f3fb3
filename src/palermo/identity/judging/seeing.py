"""Own judgement first: when the machine's weight and other people's words on a pair may be shown to somebody."""

from collections.abc import Iterable

from palermo.identity.judging.queue import Turn, turn_of
from palermo.identity.judging.standing import Standing, State
from palermo.identity.judging.words import Pair, Word
from palermo.model.ids import ActorId


def is_open_to(standing: Standing, pair: Pair, who: ActorId) -> bool:
    """Tell whether the weight and the others' words on a pair may be shown to somebody.

    They may once one has given one's own word, and on a pair that is settled and does not come back to one for a second
    look. Where two people are needed, “unsure” opens nothing: who is to be the second sees neither before an answer.
    """
    said = standing.of(pair)
    if who in said.decided or (who in said.unsure and standing.needs(pair) == 1):
        return True
    settled = standing.state(pair) in (State.SAME, State.DIFFERENT, State.DISPUTED)
    return settled and turn_of(standing, pair, who) is not Turn.AGAIN


def sealed_from(words: Iterable[Word], standing: Standing, who: ActorId) -> frozenset[int]:
    """Give the numbers of other people's words that somebody may not see yet."""
    return frozenset(word.n for word in words if word.who != who and not is_open_to(standing, word.pair, who))
