"""Words on pairs are an algebra: what stands follows from the set of words, each can be undone, and no order matters."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.judging_words import clusters, contradictions, say_all
from palermo.identity.judging import (
    Answer,
    Pair,
    People,
    Policy,
    State,
    Word,
    if_undone,
    in_the_way,
    pair_of,
    people_of,
    stand,
)
from palermo.model.errors import WrongUse
from palermo.model.ids import ActorId, RowKey

ROWS = [RowKey(name) for name in "abcdef"]
WHO = [ActorId(name) for name in ("anke", "bram", "carla")]
PAIRS = [pair_of(a, b) for at, a in enumerate(ROWS) for b in ROWS[at + 1 :]]
policies = st.frozensets(st.sampled_from(ROWS), max_size=2).map(Policy)


@st.composite
def spoken(draw: st.DrawFn, size: int = 14) -> list[Word]:
    """Draw words as people can say them: one answer a person and pair, and an “unsure” before it at most."""
    said: list[Word] = []
    wanted = st.tuples(st.sampled_from(PAIRS), st.sampled_from(list(Answer)), st.sampled_from(WHO))
    for pair, answer, who in draw(st.lists(wanted, max_size=size)):
        if in_the_way(said, pair, answer, who) is None:
            said.append(Word(len(said) + 1, pair, answer, who))
    return said


def states(words: Sequence[Word], policy: Policy) -> dict[Pair, str]:
    """Give how each pair stands."""
    standing = stand(words, policy)
    return {pair: standing.state(pair).value for pair in standing.spoken}


def people(words: Sequence[Word], policy: Policy) -> People:
    """Give who is one."""
    return people_of(stand(words, policy))


@given(spoken(), policies, st.randoms(use_true_random=False))
def test_in_whatever_order_words_are_read_the_same_stands(words: list[Word], policy: Policy, chance: Random) -> None:
    """Clusters, contradictions, their cycles and every pair's state are a function of the set of words."""
    mixed = list(words)
    chance.shuffle(mixed)
    assert states(mixed, policy) == states(words, policy)
    assert people(mixed, policy) == people(words, policy)


@given(spoken(), policies, st.sampled_from(PAIRS), st.sampled_from(list(Answer)), st.sampled_from(WHO))
def test_a_word_taken_back_leaves_the_case_as_if_it_had_never_been_said(
    words: list[Word], policy: Policy, pair: Pair, answer: Answer, who: ActorId
) -> None:
    """Saying and undoing, with others' words in between, leaves what stood without it."""
    if in_the_way(words, pair, answer, who) is None:
        more = Word(99, pair, answer, who)
        after = [word for word in [*words[: len(words) // 2], more, *words[len(words) // 2 :]] if word.n != 99]
        assert people(after, policy) == people(words, policy)
        assert states(after, policy) == states(words, policy)


@given(spoken(), policies, st.frozensets(st.integers(1, 14)), st.randoms(use_true_random=False))
def test_merging_and_undoing_in_any_order_give_one_result(
    words: list[Word], policy: Policy, undone: frozenset[int], chance: Random
) -> None:
    """Two runs of the same sayings and undoings, mixed differently, end alike."""
    ends = []
    for _ in range(2):
        steps = [("say", word) for word in words] + [("undo", word) for word in words if word.n in undone]
        chance.shuffle(steps)
        said: set[Word] = set()
        gone: set[Word] = set()
        for what, word in steps:
            (said if what == "say" else gone).add(word)
        ends.append(people(sorted(said - gone, key=lambda _: chance.random()), policy))
    assert ends[0] == ends[1] == people([word for word in words if word.n not in undone], policy)


@given(spoken(), policies)
def test_what_stands_is_what_a_naive_model_finds(words: list[Word], policy: Policy) -> None:
    """States, clusters, contradictions and the length of each shortest cycle are those found by trying everything."""
    naive = say_all(words, policy)
    assert states(words, policy) == naive
    found = people(words, policy)
    assert set(found.clusters) == clusters(naive)
    assert {one.pair: len(one.cycle) for one in found.contradictions} == contradictions(naive, ROWS)
    for one in found.contradictions:
        steps = pairwise(one.cycle)
        assert len(one.cycle) == 2 or all(naive[pair_of(*step)] == "same" for step in steps)
        assert (one.cycle[0], one.cycle[-1]) == one.pair


@given(spoken(), policies, st.sampled_from(WHO))
def test_adding_a_record_never_changes_who_decided_what(words: list[Word], policy: Policy, who: ActorId) -> None:
    """A record that comes in with words of its own changes no word, and no state of a pair that it does not touch.

    Marked or not: a record nobody joined by two people's word guards nobody but itself.
    """
    fresh = RowKey("z")
    more = [*words, Word(99, pair_of(ROWS[0], fresh), Answer.SAME, who)]
    for wider in (policy, Policy(policy.guarded | {fresh})):
        before, after = stand(words, policy), stand(more, wider)
        assert {pair: said for pair, said in after.spoken.items() if fresh not in pair} == before.spoken
        assert all(after.state(pair) is before.state(pair) for pair in before.spoken)


@given(spoken(), policies)
def test_what_an_undoing_is_said_to_change_is_what_it_changes(words: list[Word], policy: Policy) -> None:
    """The clusters that end and begin, the contradictions settled and raised, and the pair's state are those found without the word."""
    now = people(words, policy)
    for word in words:
        without = [each for each in words if each.n != word.n]
        then = people(without, policy)
        told = if_undone(words, policy, word.n)
        assert set(now.clusters) - set(told.ends) | set(told.begins) == set(then.clusters)
        pairs = {one.pair for one in now.contradictions}
        left = pairs - {one.pair for one in told.settles} | {one.pair for one in told.raises}
        assert left == {one.pair for one in then.contradictions}
        assert (told.before, told.after) == (
            stand(words, policy).state(word.pair),
            stand(without, policy).state(word.pair),
        )


def test_what_an_undoing_changes_is_asked_of_words_that_stand() -> None:
    """A number no word has is not found."""
    with pytest.raises(KeyError):
        if_undone([], Policy(), 1)


def word(n: int, pair: str, answer: Answer, who: str = "anke") -> Word:
    """Make a word on a pair written as two letters."""
    return Word(n, pair_of(RowKey(pair[0]), RowKey(pair[1])), answer, ActorId(who))


def test_same_same_different_is_shown_with_the_shortest_cycle() -> None:
    """Two ways lead from a to c; the shorter is shown, and the cluster counts as one nowhere."""
    words = [
        word(1, "ab", Answer.SAME), word(2, "bc", Answer.SAME), word(3, "ad", Answer.SAME), word(4, "de", Answer.SAME),
        word(5, "ec", Answer.SAME), word(6, "ac", Answer.DIFFERENT),
    ]  # fmt: skip
    found = people(words, Policy())
    assert [(one.pair, one.cycle) for one in found.contradictions] == [(("a", "c"), ("a", "b", "c"))]
    assert not found.is_whole(found.clusters[0])
    undone = if_undone(words, Policy(), 2)
    assert undone.settles == ()
    assert undone.ends == ()
    assert if_undone(words, Policy(), 6).settles == found.contradictions


def test_two_people_who_disagree_on_a_pair_are_shown_and_join_nothing() -> None:
    """Same by one and different by another is a contradiction of the two records alone."""
    words = [word(1, "ab", Answer.SAME, "anke"), word(2, "ab", Answer.DIFFERENT, "bram")]
    found = people(words, Policy())
    assert found.clusters == ()
    assert [one.cycle for one in found.contradictions] == [("a", "b")]


@pytest.mark.parametrize("answer", [Answer.SAME, Answer.DIFFERENT])
def test_a_guarded_pair_needs_two_different_people(answer: Answer) -> None:
    """One person's word waits for a second; the second settles it, and one person can never be both."""
    policy = Policy(frozenset({RowKey("a")}))
    first = word(1, "ab", answer, "anke")
    assert stand([first], policy).state(first.pair) is State.WAITS
    assert stand([first, word(2, "ab", Answer.UNSURE, "bram")], policy).state(first.pair) is State.WAITS
    assert stand([first, word(2, "ab", answer, "bram")], policy).state(first.pair) is State(answer.value)
    assert in_the_way([first], first.pair, answer, ActorId("anke")) == first


def test_what_two_people_said_is_the_same_as_a_guarded_record_is_guarded_too() -> None:
    """A pair one person settled waits for a second once one of its records is the presumed victim's by two people's word."""
    policy = Policy(frozenset({RowKey("a")}))
    words = [word(1, "bc", Answer.SAME), word(2, "ab", Answer.SAME, "anke")]
    assert stand(words, policy).state(words[0].pair) is State.SAME
    words.append(word(3, "ab", Answer.SAME, "bram"))
    assert stand(words, policy).state(words[0].pair) is State.WAITS
    assert people(words, policy).clusters == (("a", "b"),)


def test_unsure_weighs_nothing_and_is_said_once() -> None:
    """It joins and parts nobody, leaves room for an answer, and stands in the way of itself only."""
    unsure = word(1, "ab", Answer.UNSURE)
    assert stand([unsure], Policy()).state(unsure.pair) is State.OPEN
    assert in_the_way([unsure], unsure.pair, Answer.SAME, unsure.who) is None
    assert in_the_way([unsure], unsure.pair, Answer.UNSURE, unsure.who) == unsure


def test_a_record_is_no_pair_with_itself() -> None:
    """Naming the same record twice is refused with a way out."""
    with pytest.raises(WrongUse, match="same record") as told:
        pair_of(RowKey("a"), RowKey("a"))
    assert told.value.way_out
