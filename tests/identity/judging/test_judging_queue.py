"""The queue puts first what would change most leads, and shows nobody more than own judgement first allows."""

from hypothesis import given
from hypothesis import strategies as st

from identity.judging.test_judging_algebra import PAIRS, ROWS, WHO, policies, spoken
from palermo.identity.judging import (
    Answer,
    Pair,
    Policy,
    State,
    Turn,
    Word,
    comes_back,
    is_open_to,
    pair_of,
    people_of,
    queue_for,
    sealed_from,
    stand,
)
from palermo.model.ids import ActorId, RowKey

ANKE, BRAM, CARLA = WHO
NOBODY = Policy()
weights = st.dictionaries(st.sampled_from(PAIRS), st.integers(-20_000, 20_000), max_size=15)


def queue(
    who: ActorId, proposed: dict[Pair, int], words: list[Word], policy: Policy = NOBODY, leads: dict[str, str] | None = None,
    passed: frozenset[Pair] = frozenset(),
) -> list[tuple[str, Turn]]:  # fmt: skip
    """Give a queue as pairs of letters and turns; `leads` names each record's leads, one a letter."""
    standing = stand(words, policy)
    hang = {RowKey(row): frozenset(named) for row, named in (leads or {}).items()}
    made = queue_for(who, proposed, standing, people_of(standing), hang, passed)
    return [("".join(one.pair), one.turn) for one in made]


def names(made: list[tuple[str, Turn]]) -> list[str]:
    """Give the pairs alone."""
    return [name for name, _ in made]


def pair(name: str) -> Pair:
    """Make a pair of two letters."""
    return pair_of(RowKey(name[0]), RowKey(name[1]))


def test_the_pair_that_would_change_most_leads_comes_first() -> None:
    """Leads joined or grown count, leads both records hang on already do not; then what is least sure, then the key."""
    proposed = {pair("ab"): 100, pair("cd"): 5_000, pair("ef"): -300, pair("ac"): 300}
    assert names(queue(ANKE, proposed, [], leads={"a": "1", "b": "1", "c": "23", "d": "4"})) == ["ac", "cd", "ab", "ef"]


def test_a_cluster_hangs_on_the_leads_of_all_its_records() -> None:
    """Once two records are one, a third that may be one of them is weighed against the leads of both."""
    proposed = {pair("bc"): 0, pair("de"): 0}
    leads = {"a": "123", "d": "45"}
    assert names(queue(ANKE, proposed, [], leads=leads)) == ["de", "bc"]
    assert names(queue(ANKE, proposed, [Word(1, pair("ab"), Answer.SAME, BRAM)], leads=leads)) == ["bc", "de"]


def test_what_was_passed_over_or_unsure_goes_to_the_back() -> None:
    """It is not lost: it waits behind the rest, for this person only."""
    proposed = {pair("ab"): 0, pair("cd"): 10, pair("ef"): 20}
    unsure = [Word(1, pair("cd"), Answer.UNSURE, ANKE)]
    assert names(queue(ANKE, proposed, unsure, passed=frozenset({pair("ab")}))) == ["ef", "ab", "cd"]
    assert names(queue(BRAM, proposed, unsure)) == ["ab", "cd", "ef"]


def test_what_words_settle_already_waits_behind_what_is_open() -> None:
    """A pair inside a cluster, or between two clusters that are different, is asked last and never left out."""
    proposed = {pair("ac"): 0, pair("ad"): 0, pair("ef"): 9_000}
    words = [
        Word(1, pair("ab"), Answer.SAME, ANKE), Word(2, pair("bc"), Answer.SAME, ANKE),
        Word(3, pair("cd"), Answer.DIFFERENT, ANKE),
    ]  # fmt: skip
    assert names(queue(ANKE, proposed, words)) == ["ef", "ac", "ad"]


def test_a_pair_that_waits_for_a_second_is_put_before_everybody_but_the_first() -> None:
    """Who spoke does not get it again; another does, as one that needs a second."""
    words, policy = [Word(1, pair("ab"), Answer.SAME, ANKE)], Policy(frozenset({RowKey("a")}))
    assert queue(ANKE, {pair("ab"): 0}, words, policy) == []
    assert queue(BRAM, {pair("ab"): 0}, words, policy) == [("ab", Turn.SECOND)]


def test_one_in_twenty_rejected_pairs_comes_back_to_another_person() -> None:
    """Always the same ones, never to who rejected them, and no more once a second person has spoken."""
    many = [pair_of(RowKey(f"x{n}"), RowKey(f"y{n}")) for n in range(2_000)]
    back = [each for each in many if comes_back(each)]
    assert 60 <= len(back) <= 140
    words = [Word(n, each, Answer.DIFFERENT, ANKE) for n, each in enumerate(many, 1)]
    proposed = dict.fromkeys(many, 0)
    assert queue(ANKE, proposed, words) == []
    assert queue(BRAM, proposed, words) == [("".join(each), Turn.AGAIN) for each in sorted(back)]
    more = [*words, *(Word(9_000 + n, each, Answer.DIFFERENT, BRAM) for n, each in enumerate(back))]
    assert queue(CARLA, proposed, more) == []
    assert not is_open_to(stand(words, Policy()), back[0], BRAM)
    assert is_open_to(stand(more, Policy()), back[0], BRAM)


@given(spoken(), policies, weights, st.sampled_from(WHO))
def test_what_is_put_before_a_person_is_what_that_person_can_still_answer(
    words: list[Word], policy: Policy, proposed: dict[Pair, int], who: ActorId
) -> None:
    """Every open pair and every pair that waits for a second is there exactly once, and none this person decided."""
    standing = stand(words, policy)
    made = queue_for(who, proposed, standing, people_of(standing), {})
    asked = {one.pair for one in made if one.turn is not Turn.AGAIN}
    decided = {word.pair for word in words if word.who == who and word.answer is not Answer.UNSURE}
    waits = {each for each in proposed if standing.state(each) in (State.OPEN, State.WAITS)}
    assert asked == waits - decided
    assert len(made) == len({one.pair for one in made})


@given(spoken(), policies, st.sampled_from(WHO))
def test_nobody_sees_another_word_on_a_pair_before_giving_their_own(
    words: list[Word], policy: Policy, who: ActorId
) -> None:
    """What is sealed is another's word on a pair this person has no answer on; nothing of one's own is."""
    standing = stand(words, policy)
    sealed = sealed_from(words, standing, who)
    for word in words:
        if word.who == who:
            assert word.n not in sealed
        elif standing.state(word.pair) is State.WAITS and who not in standing.of(word.pair).decided:
            assert word.n in sealed


def test_unsure_opens_an_ordinary_pair_and_no_guarded_one() -> None:
    """Who is to be the second for a presumed victim's record sees nothing before an answer."""
    said = [Word(1, pair("ab"), Answer.UNSURE, BRAM), Word(2, pair("ab"), Answer.SAME, ANKE)]
    assert is_open_to(stand(said, Policy()), pair("ab"), BRAM)
    guarded = stand(said, Policy(frozenset({ROWS[1]})))
    assert not is_open_to(guarded, pair("ab"), BRAM)
    assert is_open_to(guarded, pair("ab"), ANKE)
    assert sealed_from(said, guarded, BRAM) == {2}
