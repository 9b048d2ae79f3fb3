"""What stands of each pair, and how many people it takes: a function of the set of words, whatever their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from palermo.identity.judging.words import Answer, Pair, Word
from palermo.model.ids import ActorId, RowKey

_NOBODY: frozenset[ActorId] = frozenset()


class State(StrEnum):
    """How a pair stands.

    `OPEN` nobody has decided · `WAITS` somebody has, and a second person is needed · `SAME`, `DIFFERENT` enough people
    said so and nobody said otherwise · `DISPUTED` one says the same, another different.
    """

    OPEN = "open"
    WAITS = "waits"
    SAME = "same"
    DIFFERENT = "different"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Policy:
    """Which pairs need more than one person.

    Attributes:
        guarded: the records that say so: those marked as a presumed victim's or as a suspect's in custody.
        least: how many different people a pair needs that touches one of them.
    """

    guarded: frozenset[RowKey] = frozenset()
    least: int = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who said what of one pair."""

    same: frozenset[ActorId] = _NOBODY
    different: frozenset[ActorId] = _NOBODY
    unsure: frozenset[ActorId] = _NOBODY

    @property
    def decided(self) -> frozenset[ActorId]:
        """Who said same or different."""
        return self.same | self.different


SILENCE = Spoken()
"""A pair nobody spoke of."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All that stands.

    Attributes:
        spoken: who said what, of each pair somebody spoke of.
        guarded: the records that need several people: those of the policy, and those that enough people said are the same.
        least: how many a pair needs that touches a guarded record.
    """

    spoken: Mapping[Pair, Spoken]
    guarded: frozenset[RowKey]
    least: int

    def needs(self, pair: Pair) -> int:
        """Tell how many different people a pair needs."""
        return self.least if pair[0] in self.guarded or pair[1] in self.guarded else 1

    def of(self, pair: Pair) -> Spoken:
        """Tell who said what of a pair."""
        return self.spoken.get(pair, SILENCE)

    def state(self, pair: Pair) -> State:
        """Tell how a pair stands."""
        said = self.of(pair)
        if said.same and said.different:
            return State.DISPUTED
        if not said.decided:
            return State.OPEN
        if len(said.decided) < self.needs(pair):
            return State.WAITS
        return State.SAME if said.same else State.DIFFERENT

    def pairs(self, state: State) -> list[Pair]:
        """List the pairs that stand so, sorted."""
        return sorted(pair for pair in self.spoken if self.state(pair) is state)


def stand(words: Iterable[Word], policy: Policy) -> Standing:
    """Tell what stands of a set of words.

    A record that enough people said is the same as a guarded one is guarded too: what needs two people for a presumed
    victim's record needs them for every record that is hers by two people's word.
    """
    said: dict[Pair, dict[Answer, set[ActorId]]] = {}
    for word in words:
        said.setdefault(word.pair, {}).setdefault(word.answer, set()).add(word.who)
    spoken = {pair: Spoken(*(frozenset(by.get(answer, _NOBODY)) for answer in Answer)) for pair, by in said.items()}
    return Standing(spoken, _closed(spoken, policy), policy.least)


def _closed(spoken: Mapping[Pair, Spoken], policy: Policy) -> frozenset[RowKey]:
    """Follow from the guarded records every “same” that enough people said and nobody denied."""
    beside: dict[RowKey, list[RowKey]] = {}
    for (a, b), said in spoken.items():
        if len(said.same) >= policy.least and not said.different:
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
    reached = set(policy.guarded)
    left = [row for row in policy.guarded if row in beside]
    while left:
        fresh = [row for row in beside[left.pop()] if row not in reached]
        reached.update(fresh)
        left += fresh
    return frozenset(reached)
