"""Texts are cut into words with their places, and what is an advert's own is told apart."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from palermo.adverts.cutting import Cut, blank_names, cut
from palermo.adverts.kernels.order import LONGEST
from palermo.adverts.kernels.places import CITY, CONTACT, MASK, NUMBER, PERSONA, PRICE, WORD


def cells(text: str, found: Cut) -> list[tuple[str, int]]:
    """List the words of one text as written, with their kinds."""
    return [
        (text[start:end], kind) for (start, end), kind in zip(found.places.tolist(), found.kinds.tolist(), strict=True)
    ]


def test_words_numbers_prices_masks_and_contacts_are_told_apart() -> None:
    """Each word has its kind; a contact is one word from its first character to its last."""
    text = "Room 12, €80 or 90 euro ▮ call +33 6399 80001 中国"
    at = text.index("+")
    found = cut([text], np.array([[0, at, at + 14, 7]], np.int64))
    assert cells(text, found) == [
        ("Room", WORD), ("12", NUMBER), ("80", PRICE), ("or", WORD), ("90", PRICE), ("euro", WORD), ("▮", MASK),
        ("call", WORD), ("+33 6399 80001", CONTACT), ("中", WORD), ("国", WORD),
    ]  # fmt: skip
    assert found.spelt[8] == 7
    assert [word == 0 for word in found.words.tolist()] == [kind > WORD for kind in found.kinds.tolist()]


def test_what_reads_alike_is_one_word() -> None:
    """Case, accents, look-alike letters and emoji inside a word change nothing."""
    found = cut(["lily", "LÍLY", "Ｌі🌸ly"])
    assert len(set(found.words.tolist())) == 1
    assert found.starts.tolist() == [0, 1, 2, 3]


def test_names_of_cities_and_of_the_own_persona_are_blanked() -> None:
    """A city is blanked in any of its writings and whole only; a persona in its own text alone, by any of its words."""
    texts = ["Anna May in Gand and Den Haag, not haag", "anna in 根特特"]
    found = cut(texts)
    blank_names(found, ["Anna May", "Lily"], ["Gent", "Den Haag"])
    kinds = found.kinds.tolist()
    assert kinds[:9] == [PERSONA, PERSONA, WORD, CITY, WORD, CITY, CITY, WORD, WORD]
    assert kinds[9:] == [WORD, WORD, CITY, CITY, WORD]


def test_phrases_begin_where_signs_and_lines_part_them() -> None:
    """Phrases are parted by signs, ends of lines, emoji and Chinese signs and spaces, not by hyphens or apostrophes."""
    found = cut(["one two, three\nfour ✨ five-six don't - seven", "新店。开张 天"])
    assert found.begins.tolist() == [1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 1]


@given(
    st.lists(
        st.text(alphabet=st.one_of(st.sampled_from("ab 1½㌀▮中é.\n\u200b\ud800"), st.characters()), max_size=40),
        max_size=5,
    )
)
def test_words_stand_in_their_text_in_order(texts: list[str]) -> None:
    """Every word stands inside its text, in order, never empty; on two threads the words are the same."""
    found, again = cut(texts), cut(texts, threads=2)
    assert [part.tolist() for part in found] == [part.tolist() for part in again]
    for n, text in enumerate(texts):
        places = found.places[found.starts[n] : found.starts[n + 1]].tolist()
        assert len(places) <= LONGEST
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert places == sorted(places)


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-3, 25), st.integers(-3, 25)), max_size=4))
def test_contacts_anywhere_are_taken_or_passed_over(text: str, places: list[tuple[int, int]]) -> None:
    """Stretches that overlap, are empty, turned round or outside the text do no harm."""
    found = cut(
        [text], np.array([(0, first, last, n) for n, (first, last) in enumerate(places)], np.int64).reshape(-1, 4)
    )
    assert found.starts[-1] == len(found.words)
