"""Adverts are grouped by contacts that are no hub and by improbable likeness of text, and by nothing else."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.adverts import FOOTER, adverts, key, phone, prose
from palermo.adverts import group_adverts, read_all
from palermo.model.grouping import Grouping

PICTURE = "0f1e2d3c4b5a6978"
HOTLINE = "+33199000001"


def grouped(rows: list[dict[str, object]]) -> Grouping:
    """Group adverts with what is read out of them."""
    found = adverts(rows)
    return group_adverts(found, read_all(found))


def sets(found: Grouping) -> list[set[int]]:
    """Give each group as the numbers of its rows."""
    return [{int(row, 16) for row in group.rows} for group in found.groups]


def lone(n: int, body: str = "", **more: object) -> dict[str, object]:
    """Make an advert with a contact, a persona and a text of its own."""
    return {"contact": phone(n), "persona": f"Persona{n}", "city": "Gent", "body": body or prose(n), **more}


def strangers(first: int, many: int) -> list[dict[str, object]]:
    """Make adverts that share nothing, so that the words have something to be measured against."""
    return [lone(n, prose(n)) for n in range(first, first + many)]


def test_adverts_under_one_contact_are_one_group() -> None:
    """A contact that two adverts carry joins them, and the link names it."""
    found = grouped([lone(1), lone(2) | {"contact": phone(1)}, *strangers(10, 5)])
    assert sets(found) == [{0, 1}]
    group = found.groups[0]
    assert group.contacts == (phone(1),)
    assert [(link.kind, link.words) for link in group.links] == [("contact", f"both carry {phone(1)}")]
    assert phone(1) in group.weakest
    assert found.alone == 5


def test_contacts_join_through_an_advert_that_carries_both() -> None:
    """Two contacts that stand in one advert join the adverts of both, and the weakest link names the two."""
    found = grouped([lone(1), lone(1), lone(2), lone(2, f"{prose(9)} {phone(1)}"), *strangers(10, 5)])
    assert sets(found) == [{0, 1, 2, 3}]
    assert phone(1) in found.groups[0].weakest
    assert phone(2) in found.groups[0].weakest
    assert "only 1 advert" in found.groups[0].weakest


def test_a_hotline_of_many_unrelated_joins_nobody() -> None:
    """A number that stands beside the own contacts of many who share nothing else is a hub and joins nobody."""
    found = grouped([lone(n, f"{prose(n)} call {HOTLINE} {prose(n + 500, 6)}") for n in range(8)])
    assert sets(found) == []
    assert [(hub.kind, hub.value, hub.units) for hub in found.hubs] == [("contact", HOTLINE, 8)]
    assert "8 advertisers" in found.hubs[0].sentence


def test_a_number_in_boilerplate_joins_nobody() -> None:
    """A number in the same surrounding words joins nobody even when only three carry it beside their own contact."""
    text = "complaints about this page go to {} the desk of the site".format
    found = grouped([*(lone(n, f"{prose(n)} {text(HOTLINE)}") for n in range(3)), *strangers(10, 5)])
    assert sets(found) == []
    assert [hub.value for hub in found.hubs] == [HOTLINE]


def test_boilerplate_joins_nobody() -> None:
    """A footer that all adverts of a site carry joins nobody, however long it is."""
    assert sets(grouped([lone(n, f"{prose(n)} {FOOTER}") for n in range(30)])) == []


def test_one_text_under_several_contacts_is_one_group() -> None:
    """A long text that two advertisers share joins them, and its template has slots for what differs."""
    head, tail = prose(300, 20), prose(301, 12)
    rows = [lone(n, f"{head} call {phone(n)} {tail}") for n in range(3)]
    found = grouped([*rows, *strangers(10, 20)])
    assert sets(found) == [{0, 1, 2}]
    group = found.groups[0]
    assert {link.kind for link in group.links} == {"text"}
    assert group.template == f"{head} call […] {tail}"
    assert [wording.rows for wording in group.wordings] == [group.rows]
    assert "wording" in group.weakest


def test_a_masked_word_is_no_evidence() -> None:
    """Texts that share nothing but masked words are in no group."""
    rows: list[dict[str, object]] = [{"body": " ".join(["▮"] * 40)} for _ in range(4)]
    assert sets(grouped([*rows, *strangers(10, 5)])) == []


def test_texts_that_differ_only_in_masked_words_weigh_the_same() -> None:
    """How many masked words stand in a row makes no difference to what two texts share."""
    rows: list[dict[str, object]] = [{"body": f"{prose(7, 20)} {'▮' * n} {prose(8, 20)}"} for n in (1, 2, 5)]
    found = grouped([*rows, *strangers(10, 20)])
    assert sets(found) == [{0, 1, 2}]
    assert {(link.strength, link.kind) for link in found.groups[0].links} == {(1000, "text")}


def test_a_picture_alone_joins_nobody() -> None:
    """Adverts that share a picture and neither contact nor wording stay apart."""
    found = grouped([lone(n, images=PICTURE) for n in range(3)])
    assert sets(found) == []
    assert found.hubs == ()


def test_a_picture_of_many_unrelated_is_a_stock_picture() -> None:
    """A picture that many who share nothing else carry is named as one that joins nobody."""
    found = grouped([lone(n, images=PICTURE) for n in range(6)])
    assert sets(found) == []
    assert [(hub.kind, hub.value, hub.units) for hub in found.hubs] == [("picture", PICTURE, 6)]


def test_a_picture_inside_a_group_is_one_of_its_links() -> None:
    """Where a contact joins two adverts, a picture both show is told as a link of its own kind."""
    found = grouped([lone(1, images=PICTURE), lone(1, prose(77), images=PICTURE)])
    assert [link.kind for link in found.groups[0].links] == ["contact", "picture"]


def test_a_group_has_no_weak_bridge() -> None:
    """One text made of two wordings joins the one it is more like and pulls no two wordings together."""
    one, other = prose(400, 40), prose(401, 40)
    rows = [lone(n, f"{prose(600 + n, 3)} {text}") for n, text in enumerate([one] * 4 + [other] * 4)]
    bridge = lone(8, " ".join([*one.split()[:28], *other.split()[12:]]))
    found = sets(grouped([*rows, bridge, *strangers(20, 30)]))
    assert [group - {8} for group in found] == [{0, 1, 2, 3}, {4, 5, 6, 7}]


def test_a_link_by_wording_says_what_is_shared_and_what_chance_would_give() -> None:
    """The words of a link give the share, the shared stretch as it was written, and how many such links chance would give."""
    text = prose(400, 60).split()
    shared = "Kusalé, BADOGE fimino"
    rows = [lone(n, " ".join([*prose(600 + n, 12).split(), *text[:30], shared, *text[30:]])) for n in range(2)]
    found = grouped([*rows, *strangers(20, 30)])
    assert sets(found) == [{0, 1}]
    [link] = found.groups[0].links
    assert link.kind == "text"
    assert 500 < link.strength < 1000
    told = re.fullmatch(
        r"(\d+) % of what tells in both is the same wording, such as “(.+)”; "
        r"by chance (fewer than 0.001|\d+\.\d+) such pairs would be expected in all these adverts",
        link.words,
    )
    assert told
    assert int(told[1]) == link.strength // 10
    assert told[2].strip("…") in " ".join([*text[:30], shared, *text[30:]])
    assert link.words in found.groups[0].weakest


def test_a_picture_halves_what_texts_must_share() -> None:
    """Two texts that share too little to be linked are linked where one picture stands beside both."""
    text = prose(400, 14)
    rows = [lone(n, f"{prose(600 + n, 20)} {text} {prose(700 + n, 20)}") for n in range(2)]
    many = strangers(20, 30)
    assert sets(grouped([*rows, *many])) == []
    found = grouped([*(row | {"images": PICTURE} for row in rows), *many])
    assert sets(found) == [{0, 1}]
    assert [link.kind for link in found.groups[0].links] == ["picture", "text"]
    assert "both stand beside one picture" in found.groups[0].weakest


def test_a_wording_of_many_unrelated_joins_nobody() -> None:
    """A text used by many who write unrelated texts besides is named as one that joins nobody."""
    text = prose(900, 40)
    rows = [lone(n, body) for n in range(14) for body in (text, prose(n + 300))]
    found = grouped([*rows, *strangers(20, 30)])
    assert sets(found) == [{2 * n, 2 * n + 1} for n in range(14)]
    [hub] = found.hubs
    assert (hub.kind, hub.value, hub.units) == ("wording", text, 14)
    assert "14 advertisers use it, in 14 adverts, and 14 of them" in hub.sentence


def test_adverts_told_apart_are_in_no_group_together() -> None:
    """Two adverts that a person has told apart come into two groups, and every other advert stays with one of them."""
    rows = adverts([*(lone(n) | {"contact": phone(1)} for n in range(5)), *strangers(10, 5)])
    readings = read_all(rows)
    told = group_adverts(rows, readings, apart=frozenset({(key(1), key(3)), (key(0), key(99))}))
    whole = group_adverts(rows, readings)
    assert sets(whole) == [{0, 1, 2, 3, 4}]
    assert not [part for part in sets(told) if {1, 3} <= part]
    assert sum(map(len, sets(told))) >= 4
    assert all(group.contacts == (phone(1),) for group in told.groups)


def test_empty_texts_join_nobody() -> None:
    """Adverts without a text, a contact or anything else stay alone."""
    found = grouped([{"body": ""} for _ in range(5)])
    assert sets(found) == []
    assert found.alone == 5


def test_empty_texts_under_one_contact_make_a_group_without_template() -> None:
    """A contact joins adverts that have no text, and their group has no template."""
    found = grouped([{"body": "", "contact": phone(1)} for _ in range(2)])
    assert sets(found) == [{0, 1}]
    assert (found.groups[0].template, found.groups[0].wordings) == ("", ())


def test_one_advert_is_no_group() -> None:
    """A single advert is alone, and no advert at all gives nothing."""
    assert (grouped([lone(1)]).groups, grouped([lone(1)]).alone) == ((), 1)
    assert (grouped([]).groups, grouped([]).hubs, grouped([]).alone) == ((), (), 0)


MIXED: list[dict[str, object]] = [
    *(lone(n, f"{prose(n)} {FOOTER} {HOTLINE}") for n in range(7)),
    *(lone(n, f"{prose(300)} call {phone(n)}", images=PICTURE) for n in range(7, 10)),
    lone(1, prose(50)), lone(8, prose(51)), lone(3, f"{prose(52)} {phone(4)}"), {"body": ""},
]  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(dice: random.Random) -> None:
    """Groups, links, templates, hubs and sentences are the same whatever the order of the rows."""
    found = adverts(MIXED)
    order = list(range(found.num_rows))
    dice.shuffle(order)
    mixed = found.take(order)
    assert group_adverts(mixed, read_all(mixed)) == group_adverts(found, read_all(found))


def test_every_link_stays_inside_its_group_and_holds_it_together() -> None:
    """The links of a group join all of its adverts and no other one."""
    for group in grouped(MIXED).groups:
        reached = {group.rows[0]}
        for _ in group.rows:
            reached |= {row for link in group.links if {link.a, link.b} & reached for row in (link.a, link.b)}
        assert reached == set(group.rows)


def test_row_keys_are_sorted_within_and_between_groups() -> None:
    """Groups come in the order of their first row key, and rows in theirs."""
    found = grouped(MIXED).groups
    assert found
    assert [group.rows[0] for group in found] == sorted(group.rows[0] for group in found)
    assert all(list(group.rows) == sorted(group.rows) for group in found)
    assert key(1) in {row for group in found for row in group.rows}
