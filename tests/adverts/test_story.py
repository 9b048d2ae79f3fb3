"""The story of a group says what its adverts share and what changes, with true counts, whatever the texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.story import Story, StoryAdvert, tell
from palermo.model.ids import RowKey

PHRASES = (
    "quiet room near the park",
    "open every day",
    "always clean and warm",
    "call me before noon",
    "see you very soon",
)


def advert(row: int, body: str, **others: str) -> StoryAdvert:
    """Make an advert; the first stretch that looks like a number of the reserved range is its contact."""
    at = body.find("+3363998")
    contacts = ((body[at : at + 12], at, at + 12),) if at >= 0 else ()
    given_ = {"title": "", "site": "a.example", "city": "", "persona": "", "posted_at": "", **others}
    return StoryAdvert(RowKey(f"r{row:05}"), body=body, contacts=contacts, **given_)


def template(row: int, number: int, city: str = "Gent", persona: str = "Anna") -> StoryAdvert:
    """Make an advert of a template with slots."""
    body = f"{persona} in {city}. {PHRASES[0]}, {PHRASES[1]}. {PHRASES[2]}; 100 euro! {PHRASES[3]}, +3363998{number:04}. {PHRASES[4]}"
    return advert(row, body, city=city, persona=persona, site=f"{'ab'[row % 2]}.example")


def joined(story: Story) -> list[str]:
    """Join the stretches of every row shown."""
    return ["".join(part.text for part in row.stretches) for row in story.rows]


def test_the_template_and_its_slots_are_told() -> None:
    """Name, city, price and number are slots with what stood in them, most frequent first."""
    story = tell([template(n, n % 2, ("Gent", "Lyon", "Gent")[n % 3], ("Anna", "Mia")[n // 5]) for n in range(10)])
    (wording,) = story.wordings
    assert wording.template == (
        "[…] in […]. quiet room near the park, open every day. always clean and warm; […] euro! "
        "call me before noon, […]. see you very soon"
    )
    assert [slot.kind for slot in wording.slots] == ["persona", "city", "price", "contact"]
    assert [(filler.text, filler.count) for filler in wording.slots[1].fillers] == [("Gent", 7), ("Lyon", 3)]
    assert [filler.text for filler in wording.slots[3].fillers] == ["+33639980000", "+33639980001"]
    assert wording.script == "Latin"


def test_the_sentence_counts() -> None:
    """The sentence says how many adverts, cities, sites, phrases and numbers there are."""
    story = tell([template(n, n % 6, ("Gent", "Gand", "Lyon")[n % 3]) for n in range(12)])
    assert story.sentence == (
        "12 adverts over 2 cities and 2 sites share 7 of 7 phrases in the same order; 6 numbers stand in the number's place."
    )


def test_the_sentence_speaks_of_one_as_of_one() -> None:
    """One number stands, one advert shares nothing; and a phrase that not all have is said to be in fewer."""
    adverts = [template(n, 1) for n in range(9)]
    cut = template(9, 1)
    start = cut.body.index("always")
    cut = advert(9, cut.body.replace("always", "mostly"), city="Gent", persona="Anna")
    assert start > 0
    story = tell([*adverts, cut, advert(10, "something else entirely")])
    assert story.sentence == (
        "10 adverts over 1 city and 2 sites share 7 of 7 phrases in the same order, each in at least 9 of them; "
        "1 number stands in the number's place. 1 advert has another text."
    )
    assert story.apart == 1
    assert story.rows[-1].wording == -1


def test_rows_are_marked() -> None:
    """A row says which stretch fills which slot and which words the template has otherwise."""
    changed = template(3, 7).body.replace("quiet room", "QUIET lodge")
    story = tell([*(template(n, n) for n in range(3)), advert(3, changed, city="Gent", persona="Anna")])
    marks = {(part.text, part.mark, part.slot) for part in story.rows[3].stretches}
    assert {("Anna", "slot", 1), ("Gent", "slot", 2), ("lodge", "differs", 0), ("+33639980007", "slot", 4)} <= marks
    assert any(part.mark == "same" and "QUIET " in part.text for part in story.rows[3].stretches)


def test_two_wordings_of_one_group_are_told_apart() -> None:
    """Adverts of two texts make two wordings, the more used first."""
    others = [advert(20 + n, f"warme kamer vlak bij het station, altijd open, bel {n} maal") for n in range(4)]
    story = tell([*others, *(template(n, n) for n in range(6))])
    assert [wording.adverts for wording in story.wordings] == [6, 4]
    assert story.sentence.endswith("4 more adverts have 1 other wording.")
    assert [row.wording for row in story.rows] == [0] * 6 + [1] * 4


def test_chinese_is_told_by_its_own_phrases() -> None:
    """Chinese is cut into characters, traditional ones read as simplified, phrases end at its own signs, a city is a slot."""
    story = tell(
        [
            advert(n, f"{city}新店开张，每天{'開' if n == 2 else '开'}门。环境安静！欢迎来电、{n}号房", city=city)
            for n, city in enumerate(("根特", "里昂", "根特"))
        ]
    )
    (wording,) = story.wordings
    assert wording.template == "[…]新店开张，每天开门。环境安静！欢迎来电、[…]号房"
    assert wording.script == "Chinese"
    assert (wording.slots[0].kind, wording.phrases, wording.shared) == ("city", 5, 5)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "😀",
        "😀😀 ✨",
        "word",
        "\x00",
        "\ud800 lone",
        "\u202eمرحبا بكم في الغرفة الهادئة\u202c",
        "½㌀" * 300,
        "12 34",
        "▮ ▮",
    ],
)
def test_any_text_has_a_story(body: str) -> None:
    """Texts without words, with lone surrogates, NULs or written from right to left: alone or many, nothing is lost."""
    for many in (1, 3):
        story = tell([advert(n, body) for n in range(many)])
        assert joined(story) == [body] * many
        assert story.sentence


def test_no_advert_is_no_story() -> None:
    """A group of none says so, and one advert is not compared."""
    assert tell([]).sentence == "There is no advert to compare."
    assert tell([advert(1, "a b c")]).sentence == "1 advert over 1 site: there is no other to compare it with."


def test_a_long_text_is_read_to_its_limit() -> None:
    """Of a text of 5 MB the beginning is compared, the rest is shown as different, and a note says so."""
    body = "quiet room near the park " * 200_000
    story = tell([advert(0, body), advert(1, body), advert(2, "\u200b" * 5_000_000)])
    assert joined(story) == [body, body, "\u200b" * 5_000_000]
    assert story.rows[0].stretches[-1].mark == "differs"
    assert story.notes == ("Of 3 adverts only the beginning was read.",)


def test_many_equal_texts_are_one_wording() -> None:
    """Fifty thousand adverts of one text are one wording, and only the rows asked for are shown."""
    story = tell([advert(n, "quiet room near the park, open every day") for n in range(50_000)], range(10, 12))
    assert story.wordings[0].adverts == 50_000
    assert [row.row for row in story.rows] == ["r00010", "r00011"]


def test_rows_stand_in_the_order_of_their_times() -> None:
    """Rows are ordered by when they were posted, then by row key."""
    story = tell(
        [
            advert(1, "a", posted_at="2024-02-01"),
            advert(2, "b", posted_at="2024-01-01"),
            advert(0, "c", posted_at="2024-02-01"),
        ]
    )
    assert [row.row for row in story.rows] == ["r00002", "r00000", "r00001"]


words = st.sampled_from(
    [
        "room",
        "quiet",
        "park",
        "Анна",
        "中",
        "12",
        "▮",
        "Gent",
        "euro",
        "😀",
        "½",
        "+33639980001",
        "a",
        "\n",
        ".",
        "[…]",
        "\ud800",
    ]
)
bodies = st.lists(words, max_size=25).map(" ".join)
groups = st.lists(
    st.builds(
        advert,
        st.integers(0, 9),
        bodies,
        city=st.sampled_from(["", "Gent"]),
        persona=st.sampled_from(["", "Анна", "park"]),
    ),
    max_size=8,
)


@settings(max_examples=80)
@given(groups, st.integers(0, 7))
def test_nothing_is_lost_and_no_order_matters(adverts: list[StoryAdvert], turn: int) -> None:
    """Rows joined give the bodies, counts sum up, and adverts in another order or on one thread have the same story."""
    story = tell(adverts)
    assert sorted(joined(story)) == sorted(each.body for each in adverts)
    assert all(part.text for row in story.rows for part in row.stretches)
    assert tell([*adverts[turn:], *adverts[:turn]][::-1], threads=1) == story
    assert sum(wording.adverts for wording in story.wordings) + story.apart == story.adverts == len(adverts)
    for n, wording in enumerate(story.wordings):
        assert wording.shared <= wording.phrases
        assert wording.template.count("[…]") >= len(wording.slots)
        for place, slot in enumerate(wording.slots, 1):
            assert slot.filled + slot.empty == wording.adverts
            assert sum(filler.count for filler in slot.fillers) == slot.filled
            assert len(slot.fillers) == slot.distinct
            shown = sum(any(part.slot == place for part in row.stretches) for row in story.rows if row.wording == n)
            assert shown >= slot.filled
