"""Reposts: the same text under the same contact or persona on another day or site, in chains with their rhythm."""

import random
from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.adverts import key
from fakes.posted import FIGURES, TEXT, A, B, advert, line
from palermo.adverts.posted import Posted
from palermo.adverts.reposts import alike, in_common, reposts
from palermo.adverts.told import chain_sentence
from palermo.model.histories import Chain, Rhythm

LONG = " ".join(f"word{n}" for n in range(40))


def chains(rows: list[Posted]) -> tuple[Chain, ...]:
    """Find the chains."""
    return reposts(rows, FIGURES.reposts).chains


def test_equal_texts_of_one_contact_on_other_days_are_reposts() -> None:
    """Copies three days apart are one chain with a rhythm of three days, told in words."""
    found = reposts(line(0, [n * 3 + n % 3 / 24 for n in range(8)], persona=""), FIGURES.reposts)
    (chain,) = found.chains
    assert chain.rows == tuple(key(n) for n in range(8))
    assert (chain.texts, chain.rounds, chain.rhythm) == (1, 8, Rhythm(70, 73, 73))
    said = chain_sentence(chain, hours=found.hours)
    assert (
        "stands 8 times between 1 January 2024 and 22 January 2024, with equal words; again every 3 days (at least half of the times just so)."
        in said
    )


def test_the_same_persona_is_enough_and_neither_is_not() -> None:
    """Equal words under another contact are a repost where the persona is the same, and none where that differs too."""
    assert len(chains([advert(0, 0, A), advert(1, 5, B)])) == 1
    assert chains([advert(0, 0, A), advert(1, 5, B, persona="Bella")]) == ()
    assert chains([advert(0, 0, (), persona=""), advert(1, 5, (), persona="")]) == ()


def test_the_same_day_on_the_same_site_is_one_advert_seen_twice() -> None:
    """Only another day or another site makes a copy a repost; a day that is not known is not another one."""
    assert chains([advert(0, 0), advert(1, 0.5)]) == ()
    assert len(chains([advert(0, 0), advert(1, 0.5, site="two.example")])) == 1
    assert chains([advert(0, 0), advert(1, None)]) == ()
    assert len(chains([advert(0, 0), advert(1, None, site="two.example")])) == 1


def test_nearly_equal_words_in_order_are_a_repost() -> None:
    """One word of forty changed is a repost; four changed, or all in another order, are none."""
    one, four = LONG.replace("word7 ", "other "), LONG
    for n in (3, 13, 23, 33):
        four = four.replace(f"word{n} ", f"other{n} ")
    backwards = " ".join(reversed(LONG.split()))
    (chain,) = chains([advert(0, 0, text=LONG), advert(1, 5, text=one)])
    assert chain.texts == 2
    assert chains([advert(0, 0, text=LONG), advert(1, 5, text=four)]) == ()
    assert chains([advert(0, 0, text=LONG), advert(1, 5, text=backwards)]) == ()


def test_texts_of_next_to_no_words_are_no_reposts() -> None:
    """Where masks and numbers leave fewer than four words, equal texts say nothing."""
    assert chains(line(0, [0, 5, 10], text="· call · me ·")) == ()


def test_copies_on_several_sites_within_two_hours_are_one_round() -> None:
    """Cross-posting is told with its number of sites and its slowest spread; hours that are known count to the minute."""
    rows = []
    for n in range(5):
        for at, site in enumerate(("one.example", "two.example", "three.example")):
            rows.append(advert(n * 3 + at, n * 7 + at / 24 + n / 100, site=site))
    found = reposts(rows, FIGURES.reposts)
    (chain,) = found.chains
    assert (chain.rounds, chain.crossed, chain.widest, chain.within) == (5, 5, 3, 120)
    said = chain_sentence(chain, hours=found.hours)
    assert "again every 7 days" in said
    assert "cross-posted 5 times within 2 h 00 min, on up to 3 sites" in said


def test_where_hours_are_not_known_a_day_is_a_round() -> None:
    """Adverts that all stand at midnight have days only: copies of one day are one round, told as of the same day."""
    rows = [advert(n, n // 2 * 7, site=f"{n % 2}.example") for n in range(8)]
    found = reposts(rows, FIGURES.reposts)
    assert not found.hours
    (chain,) = found.chains
    assert (chain.rounds, chain.crossed) == (4, 4)
    assert "cross-posted 4 times on the same day" in chain_sentence(chain, hours=False)


def test_many_copies_cost_no_more_than_their_number() -> None:
    """Five thousand equal adverts are one chain, and five thousand different ones none."""
    assert len(chains(line(0, [float(n) for n in range(5000)]))[0].rows) == 5000
    assert chains([advert(n, n, text=" ".join(f"{word}{n}" for word in "abcdefgh")) for n in range(5000)]) == ()


WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=30).map(tuple)


@given(WORDS, WORDS)
def test_words_in_common_are_counted_as_by_the_plain_table(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    """The longest common run of words in order is that of the textbook's table, and likeness is the same both ways."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for n, one in enumerate(a):
        for m, other in enumerate(b):
            table[n + 1][m + 1] = table[n][m] + 1 if one == other else max(table[n][m + 1], table[n + 1][m])
    assert in_common(a, b) == table[-1][-1] == in_common(b, a)
    assert in_common(a, b) >= sum(
        block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    )
    assert alike(a, b, 95) == (200 * table[-1][-1] >= 95 * (len(a) + len(b)))


ROWS = st.tuples(
    st.sampled_from([None, 0.0, 0.25, 1.0, 2.5, 30.0]),
    st.sampled_from([A, B]),
    st.sampled_from([TEXT, LONG, LONG.replace("word7 ", "other ")]),
    st.sampled_from(["one.example", "two.example"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=25), st.randoms(use_true_random=False))
def test_reposts_do_not_depend_on_order(made: list[tuple[float | None, str, str, str]], chance: random.Random) -> None:
    """In any order the same chains, and no advert in two of them."""
    rows = [advert(n, day, number, text, site=site) for n, (day, number, text, site) in enumerate(made)]
    found = chains(rows)
    mixed = list(rows)
    chance.shuffle(mixed)
    assert chains(mixed) == found
    listed = [row for chain in found for row in chain.rows]
    assert len(listed) == len(set(listed))


def test_a_rhythm_needs_four_rounds() -> None:
    """Three copies have no rhythm to speak of; four have, its quartiles being times that were seen."""
    assert chains(line(0, [0, 3, 10]))[0].rhythm is None
    assert chains(line(0, [0, 3, 10, 14]))[0].rhythm == Rhythm(72, 96, 168)


def test_an_equal_text_is_found_however_many_others_stood_between() -> None:
    """A text that comes back after thirty others under the same number is a repost; a near one after thirty is not looked for."""
    between = [advert(n + 2, n + 1, text=" ".join(f"{word}{n}" for word in "abcdefgh")) for n in range(30)]
    assert [chain.rows for chain in chains([advert(0, 0), *between, advert(1, 50)])] == [(key(0), key(1))]
    near = [advert(0, 0, text=LONG), *between, advert(1, 50, text=LONG.replace("word7 ", "other "))]
    assert chains(near) == ()
