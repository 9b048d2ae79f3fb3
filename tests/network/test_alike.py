"""Groups of two cases by what they share: contacts, accounts, venues and wordings; what is everyday says nothing."""

from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.fold import fold
from palermo.network.alike import Marks, alike


def marks(name: str, contacts: str = "", accounts: str = "", *texts: str) -> Marks:
    """Describe a group by letters for its contacts and accounts."""
    held = {"contact": frozenset(contacts), "account": frozenset(accounts), "venue": frozenset[str]()}
    return Marks(name, held, texts)


def test_what_two_groups_share_is_named_and_what_is_theirs_alone_is_counted() -> None:
    """A shared value that a third group has too is no mark of these two."""
    found = alike([marks("N-1", "ab"), marks("N-2", "b")], [marks("N-7", "abz", "k")], fold)
    first = found[0]
    assert (first.one, first.other, first.shared["contact"], first.alone) == ("N-1", "N-7", ("a", "b"), 1)
    assert first.sentence == "They share 2 contacts. 1 of 2 values stand in no other group of either case."
    assert [(one.one, one.alone) for one in found] == [("N-1", 1), ("N-2", 0)]


def test_more_kinds_of_thing_come_first() -> None:
    """A contact and an account say more than three contacts."""
    found = alike([marks("N-1", "abc"), marks("N-2", "d", "k")], [marks("M-1", "abcd", "k")], fold)
    assert [one.one for one in found] == ["N-2", "N-1"]


def test_wordings_are_compared_by_their_words_in_any_script() -> None:
    """Slots and marks do not count; a text of another sense is not alike."""
    one = "New in […] sweet and calm lady waits for you near the station every day"
    other = "new in […]: Sweet and calm lady waits for you near the station every day!"
    found = alike(
        [marks("N-1", "", "", one)], [marks("M-1", "", "", other), marks("M-2", "", "", "Rooms by the hour")], fold
    )
    assert [(pair.one, pair.other) for pair in found] == [("N-1", "M-1")]
    assert found[0].templates[0].share >= 0.5
    han = alike(
        [marks("N-1", "", "", "新来的小妹温柔体贴等你来电")], [marks("M-1", "", "", "新来的小妹温柔体贴等你来")], fold
    )
    assert len(han) == 1


def test_everyday_words_of_many_groups_say_nothing() -> None:
    """A run of words that more than four groups of one case use joins no two cases."""
    text = "call me any time day or night"
    many = [marks(f"N-{n}", "", "", text) for n in range(5)]
    assert alike(many, [marks("M-1", "", "", text)], fold) == ()


values = st.lists(st.builds(marks, st.just("N"), st.text("abc", max_size=3), st.text("kl", max_size=2)), max_size=4)


@given(values, values)
def test_turning_the_cases_round_turns_the_answer_round(one: list[Marks], other: list[Marks]) -> None:
    """The same pairs share the same things whichever case is named first; nothing is found that both do not have."""
    left = [Marks(f"N-{at}", held.values, ()) for at, held in enumerate(one)]
    right = [Marks(f"M-{at}", held.values, ()) for at, held in enumerate(other)]
    there = {(pair.one, pair.other): (pair.shared, pair.alone) for pair in alike(left, right, fold)}
    back = {(pair.other, pair.one): (pair.shared, pair.alone) for pair in alike(right, left, fold)}
    assert there == back
    for a in left:
        for b in right:
            common = {kind: tuple(sorted(a.values[kind] & b.values[kind])) for kind in a.values}
            assert there.get((a.name, b.name), (dict.fromkeys(common, ()), 0))[0] == common
