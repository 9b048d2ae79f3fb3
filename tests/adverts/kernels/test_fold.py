"""Folding writes alike what reads alike, and says of every letter which character it came from."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.kernels.fold import GAP, MASK, fold_table, fold_text

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


def folded_bytes(data: bytes, room: int = 512, first: int = 0) -> tuple[str, list[int]]:
    """Fold bytes; give the letters and the character each came from."""
    letters, origin = np.empty(room, np.int32), np.empty(room, np.int32)
    found = np.frombuffer(data or b"\0", np.uint8)
    count = fold_text(found, 0, len(data), fold_table(), letters, origin, 0, first)
    return "".join(map(chr, letters[:count].tolist())), origin[:count].tolist()


def folded(text: str) -> str:
    """Fold a text."""
    return folded_bytes(text.encode())[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Massage", "MASSAGE"),
        ("massage", "mаssаge"),  # Cyrillic a
        ("LOVE", "LΟVE"),  # Greek omicron
        ("reve", "rêvé"),
        ("reve", "re\u0302ve\u0301"),
        ("angel 24", "ａｎｇｅｌ　２４"),
        ("angel", "an\u200bg\u200de\ufeffl"),
        ("angel", "𝐚𝐧𝐠𝐞𝐥"),
        ("温柔体贴", "溫柔體貼"),
        ("0123456789", "٠١٢٣٤٥٦٧٨٩"),
        ("0123456789", "०१२३४५६७८९"),
        ("a-b", "a\u2013b"),
    ],
)
def test_what_reads_alike_folds_alike(one: str, other: str) -> None:
    """Capitals, look-alikes, accents, widths, hidden characters, variants of Chinese and digits of any script make no difference."""
    assert folded(one) == folded(other)


def test_what_reads_differently_stays_different() -> None:
    """Folding does not make one word of two that a reader tells apart."""
    words = ["rose", "rosa", "温柔", "体贴", "мечта", "роза", "24", "42", "مساج"]
    assert len({folded(word) for word in words}) == len(words)


def test_an_emoji_is_a_gap_and_a_mask_is_kept() -> None:
    """An emoji leaves a mark where it stood, whichever it was; the sign of a masked word stays."""
    assert set(folded("a😀b")) == {"a", chr(GAP), "b"}
    assert folded("a😀b") == folded("a🌹b")
    assert folded("a▮b") == f"a{chr(MASK)}b"


@given(ANY_TEXT)
@settings(deadline=None)
def test_every_letter_names_the_character_it_came_from(text: str) -> None:
    """Letters come in the order of their characters, each the folding of that character alone."""
    letters, origin = folded_bytes(text.encode())
    assert origin == sorted(origin)
    for place in set(origin):
        mine = "".join(letter for letter, at in zip(letters, origin, strict=True) if at == place)
        assert mine == folded(text[place])


@given(ANY_TEXT)
@settings(deadline=None)
def test_folding_knows_no_neighbours(text: str) -> None:
    """A text folds to the foldings of its characters, one after the other."""
    assert folded(text) == "".join(folded(char) for char in text)


@given(ANY_TEXT)
@settings(deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded folds to itself."""
    assert folded(folded(text)) == folded(text)


@given(st.binary(max_size=80), st.integers(1, 90))
@settings(deadline=None)
def test_broken_bytes_are_passed_over(data: bytes, room: int) -> None:
    """Bytes that are no text harm nothing: what comes out fits the room given."""
    letters, origin = folded_bytes(data, room)
    assert len(letters) == len(origin) <= room
    assert all(place < max(1, len(data)) for place in origin)


def test_a_text_behind_another_is_counted_from_where_it_is_told() -> None:
    """The characters of the body can be counted from another number than those of the title."""
    assert folded_bytes(b"ab", first=1000)[1] == [1000, 1001]
