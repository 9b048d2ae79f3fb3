"""No rule reads a banned word, and no rule reads a protected column."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.adapters.rules import load
from palermo.kit.masks import MARK, banned_words, is_protected_header, masker_of, protected_headers

TABLE = load("banned")
WORDS = banned_words(TABLE)
HEADERS = protected_headers(TABLE)
MASKER = masker_of(TABLE)
FRAMES = (
    "{}",
    "sweet {} here, 0470 12 34 56",
    "in South {}",
    "black {} roots",
    "Spain {} 7/7",
    "from {} with love",
    "masaje de {}",
    "in Spain {} today",
    "100 {}\n{} 200",
    "quiet, {}; mail to asian@woman.example",
)


def masked(text: str) -> str:
    """Mask a text by the list that is shipped."""
    return MASKER.mask(text).text


@pytest.mark.parametrize("frame", FRAMES)
def test_every_banned_word_says_the_same(frame: str) -> None:
    """A text is the same bytes whichever word of the list stands in it, and the word is gone."""
    words = WORDS if frame == FRAMES[3] else WORDS[::11]
    said = {masked(frame.replace("{}", word)) for word in words}
    assert len(said) == 1
    assert MARK in said.pop()


@given(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(FRAMES),
    st.sampled_from([str, str.upper, str.title]),
)
def test_exchanging_banned_words_changes_nothing(one: str, other: str, frame: str, case: Callable[[str], str]) -> None:
    """Any banned word for any other, in any case, gives identical bytes and the same count."""
    assert MASKER.mask(frame.replace("{}", case(one))) == MASKER.mask(frame.replace("{}", other))


@given(st.lists(st.sampled_from([*WORDS, "call", "me", "0470 12 34 56", "in", "Spain", ",", "🇨🇳", "@x"]), max_size=12))
def test_masking_twice_changes_nothing(parts: list[str]) -> None:
    """A masked text holds nothing more to mask."""
    once = masked(" ".join(parts))
    assert masked(once) == once


@pytest.mark.parametrize(
    "form",
    [
        "asian",
        "ASIAN",
        "Аsiаn",
        "ásiàn",
        "a\u0301sian",
        "ａｓｉａｎ",
        "𝗮𝘀𝗶𝗮𝗻",
        "a.s.i.a.n",
        "a s i a n",
        "a-s-i-a-n",
        "as\u200bian",
        "as\u00adian",
        "asi-an",
        "🇨🇳",
        "🇧🇷🇨🇴",
        "👩🏿",
        "✝️",
        "中国女孩",
        "来自越南",
        "亚洲妹",
        "South Korean",
        "dark skinned",
        "from Spain",
        "originaire d'Espagne",
        "uit Roemenië",
        "de Colombia",
        "Namibian",
        "from Namibia",
        "Portugese",
        "tchadienne",
        "mauretanische",
        "caboverdiana",
        "aus Rumänien",
    ],
)
def test_disguise_does_not_help(form: str) -> None:
    """Look-alike letters, accents, case, separators, flags and phrases become the one mark."""
    assert masked(f"lovely {form}, 24h") == f"lovely {MARK}, 24h"


def test_words_side_by_side_are_one_mark() -> None:
    """The number of banned words in a row does not show, so the longest match leaves nothing behind."""
    assert masked("a young Latin American mixed race lady, 24h") == f"a young {MARK}, 24h"
    assert MASKER.mask("Thai girl").count == 1


@pytest.mark.parametrize(
    "text",
    [
        "in Spain",
        "Antwerpen, Brussel and Luxembourg",
        "black Audi, green door",
        "0470 12 34 56 or +32 470 12 34 56",
        "mail asian@woman.example or @thai_girl",
        "https://woman.example/asian",
        "International, Essex, Manchester, Germantown",
        "在西班牙",
        "in China, en Suiza, nach Italien, naar India",
        "à Paris, en Suisse",
        "te koop in België",
        "fine, 100 €, 2h, n° 12",
        "passport kept, debt 3000",
        "Carte Visa",
    ],
)
def test_places_numbers_and_addresses_stay(text: str) -> None:
    """Plain places, figures, mails, pages, names after @ and words that only hold a banned one are left alone."""
    assert masked(text) == text


@given(st.text(alphabet="0123456789+ ()./-", max_size=40), st.sampled_from(WORDS))
def test_no_digit_is_eaten(figures: str, word: str) -> None:
    """Every digit beside a banned word stays, in order."""
    assert [sign for sign in masked(f"{figures} {word} {figures}") if sign.isdigit()] == [
        sign for sign in figures * 2 if sign.isdigit()
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("masajista china, 24h", f"masajista {MARK}, 24h"),
        ("masseur italien, 24h", f"masseur {MARK}, 24h"),
        ("in Spain girl", f"in Spain {MARK}"),
        ("a Spain girl", f"a {MARK}"),
        ("a China girl", f"a {MARK}"),
    ],
)
def test_a_word_that_is_a_country_in_another_language_is_masked_unless_it_is_a_place(text: str, said: str) -> None:
    """What stands before a name tells a place from a person's origin."""
    assert masked(text) == said


@given(
    st.lists(st.sampled_from([*"来自黑白女人国", "中国", "印度尼西亚", "黑人", "女", "▮", " "]), max_size=6).map(
        "".join
    )
)
def test_beside_words_at_the_ends_of_a_text_are_taken_whole(text: str) -> None:
    """Stretches lie inside the text, in order and apart, however short it is."""
    ends = [end for span in MASKER.spans(text) for end in span]
    assert ends == sorted(set(ends))
    assert all(0 <= end <= len(text) for end in ends)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("新到中国女孩电话0470", f"新到{MARK}电话0470"),
        ("来自越南的按摩", f"{MARK}的按摩"),
        ("在中国开店", "在中国开店"),
        ("会说中文和英语", f"会说{MARK}和{MARK}"),
        ("日本人", MARK),
        ("臺灣女孩，來自越南，韓國妹", f"{MARK}，{MARK}，{MARK}"),
        ("新到中國女孩電話0470", f"新到{MARK}電話0470"),
        ("在臺灣", "在臺灣"),
    ],
)
def test_chinese_words_are_found_inside_a_text_without_spaces(text: str, said: str) -> None:
    """Chinese words are found anywhere, in either writing; a country by itself is a place and stays."""
    assert masked(text) == said


def test_each_category_tells_its_basis() -> None:
    """Each category of words names the law and the row of signs that must not be used, and holds words."""
    words = TABLE["words"]
    assert isinstance(words, dict)
    for name, part in words.items():
        assert isinstance(part, dict), name
        assert "X-" in str(part["basis"]), name
        assert {"en", "fr", "nl", "es", "de", "zh"} <= part.keys(), name
        for language, listed in part.items():
            assert language == "basis" or (isinstance(listed, list) and all(isinstance(word, str) for word in listed))


@pytest.mark.parametrize(
    "header",
    [
        "Nationalité du titulaire",
        "client_nationality",
        "ClientNationality",
        "NATIONALITEIT",
        "Nacionalidad",
        "Staatsangehörigkeit",
        "nat.",
        "Sex",
        "Gender",
        "sexe",
        "Geslacht",
        "género",
        "Geschlecht",
        "Geburtsland",
        "Country of birth",
        "pays de naissance",
        "geboorteplaats",
        "lugar de nacimiento",
        "Ethnicity (self-stated)",
        "raza",
        "Religion",
        "godsdienst",
        "sexual_orientation",
        "Health status",
        "eye colour",
        "Haarfarbe",
        "tatuajes",
        "état civil",
        "burgerlijke staat",
        "political opinion",
        "trade union",
        "国籍",
        "国籍（必填）",
        "國籍",
        "性別",
        "民族",
        "性别",
        "宗教",
        "出生地",
    ],
)
def test_protected_headers_are_known(header: str) -> None:
    """A header that names something protected is known in six languages and in any way of writing it."""
    assert is_protected_header(header, HEADERS)


@pytest.mark.parametrize(
    "header",
    [
        "International",
        "Essex",
        "sexton",
        "guest",
        "national number",
        "origin",
        "origine",
        "herkomst",
        "country",
        "city",
        "room height",
        "trace",
        "title",
        "amount",
        "phone",
        "Geburtstag",
        "城市",
        "",
    ],
)
def test_other_headers_are_not_taken_for_protected(header: str) -> None:
    """A header that only looks like a protected one is read."""
    assert not is_protected_header(header, HEADERS)


def test_no_header_that_intake_knows_is_protected() -> None:
    """The table of headers and the protected ones do not contradict each other."""
    assert [header for header in texts(load("headers")) if is_protected_header(header, HEADERS)] == []


def texts(value: object) -> list[str]:
    """List every text in plain data."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts(part)]
