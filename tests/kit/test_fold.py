"""What folds alike reads alike, what is another word stays another, and every character can be traced back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.fold import fold, fold_mapped

ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(
        st.sampled_from([*"aeBßœİıяжЖАеОаеоΗαΣςάВк中①½ﬁ℡", "\u0301", "\u200b", "\ufe0f", "🌸", "🇫🇷", "\x00", "\r\n", " ", "."]),
        max_size=30,
    ).map("".join),
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Lily", "lily"),
        ("Ｌｉｌｙ", "lily"),
        ("𝗟𝗶𝗹𝘆", "lily"),
        ("𝓛𝓲𝓵𝔂", "lily"),
        ("Ⓛⓘⓛⓨ", "lily"),
        ("🅻🅸🅻🆈", "lily"),
        ("ʟɪʟʏ", "lily"),
        ("Lílÿ", "lily"),
        ("Li\u0301ly\u0308", "lily"),
        ("Li\u200bl\u2060y", "lily"),
        ("\u202eLily\u202c", "lily"),
        ("L🌸il🌸y", "lily"),
        ("Lіlу", "lily"),
        ("Μassage", "massage"),
        ("ВНy", "bhy"),
        ("Straße, œuvre, Łódź, Ørsted", "strasse, oeuvre, lodz, orsted"),
        ("½ ① ❷ ³ ４ ٥", "1/2 1 2 3 4 5"),
        ("0️⃣6️⃣", "06"),
        ("“quoted” — ‘so’…", "\"quoted\" - 'so'..."),
        ("a\u00a0b\u3000c\td", "a b c d"),
        ("a\r\nb\u2028c", "a\n\nb\nc"),
        ("a\x00b\ud800c", "abc"),
        ("根特 １０点", "根特 10点"),
        ("", ""),
    ],
)
def test_ways_of_writing_one_word_fold_alike(written: str, read: str) -> None:
    """Form, case, accents, look-alikes, emoji and invisible marks do not tell two texts apart."""
    assert fold(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Привет, Мaша", "привет, мaша"),
        ("Йод и ёлка", "йод и ёлка"),
        ("Καλημέρα ΣΑΣ", "καλημέρα σασ"),
        ("сосо", "сосо"),
        ("massage и отдых в центре", "massage и отдых в центре"),
        ("Гент Gent", "гент gent"),
    ],
)
def test_real_words_of_other_scripts_stay(written: str, read: str) -> None:
    """Cyrillic and Greek words keep their letters; only a Latin word, or a text without such words, gives them up."""
    assert fold(written) == read


def test_a_word_of_look_alikes_alone_is_latin_in_a_latin_text() -> None:
    """A word that could be either script is Latin where all words around it are."""
    assert fold("a nice сосо here") == "a nice coco here"


def test_both_ways_of_writing_an_accent_fold_alike() -> None:
    """A letter with its accent and a letter before a combining accent are one, in every script."""
    assert fold("й\u0301 и\u0306") == fold("й\u0301 й")


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text folds to itself."""
    once = fold(text)
    assert fold(once) == once


@given(ANY_TEXT, st.sampled_from(["", "·"]))
def test_every_folded_character_knows_where_it_came_from(text: str, gap: str) -> None:
    """The mapped fold reads as the plain one, and its way back is in order and inside the original."""
    folded = fold_mapped(text, gap)
    if not gap:
        assert folded.text == fold(text)
    origin = list(folded.origin)
    assert len(origin) == len(folded.text)
    assert origin == sorted(origin)
    assert all(0 <= at < len(text) for at in origin)
    assert folded.size == len(text)


@given(ANY_TEXT)
def test_what_is_folded_can_be_written_down(text: str) -> None:
    """No surrogate and no control character but the newline is left."""
    folded = fold(text)
    assert folded.encode().decode() == folded
    assert all(char == "\n" or char.isprintable() or ord(char) > 0x7F for char in folded)


@pytest.mark.parametrize("code", range(0x80))
def test_plain_characters_fold_alike_in_any_company(code: int) -> None:
    """What an ASCII character folds to does not hang on whether the text holds others."""
    assert fold(f"{chr(code)}é") == fold(chr(code)) + "e"


def test_a_gap_stands_for_each_emoji() -> None:
    """With a gap an emoji still parts two words, and the words stand where they stood."""
    folded = fold_mapped("é🌸B", gap="·")
    assert (folded.text, folded.span(2, 3), folded.span(3, 3)) == ("e·b", (2, 3), (3, 3))


def test_a_hundred_thousand_marks_on_one_letter_are_one_letter() -> None:
    """A run of combining marks without end folds away."""
    assert fold("e" + "\u0301\u0323" * 50_000 + "t") == "et"
