"""Words are cut by script and numbered; what is an advert's own is left blank."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.kernels.fold import fold_table, fold_text
from palermo.adverts.kernels.words import LONGEST, cut, kinds_of_letters, poses
from palermo.adverts.names import word_numbers


def words(text: str) -> list[int]:
    """Give the numbers of a text's words."""
    return [int(word) for word in word_numbers(text)]


def cut_around(text: str, spans: list[tuple[int, int]], limit: int = LONGEST) -> tuple[list[int], list[int]]:
    """Cut a text with stretches left blank; give the words and the place of each stretch's blank."""
    data = np.frombuffer(text.encode(), np.uint8)
    letters, origin = np.empty(9000, np.int32), np.empty(9000, np.int32)
    n = fold_text(data, 0, len(data), fold_table(), letters, origin, 0, 0)
    start, end = (np.array([span[k] for span in spans], np.int64) for k in (0, 1))
    place: npt.NDArray[np.int64] = np.zeros(len(spans), np.int64)
    out = np.empty(9000, np.uint32), np.empty(9000, np.uint8)
    size = cut(letters, n, (start, end, len(spans)), kinds_of_letters(), poses(), out, 0, limit, place)
    return out[0][:size].tolist(), place.tolist()


def marks_before(text: str) -> list[int]:
    """Give the marks before each word of a text."""
    data = np.frombuffer(text.encode(), np.uint8)
    letters, origin = np.empty(9000, np.int32), np.empty(9000, np.int32)
    n = fold_text(data, 0, len(data), fold_table(), letters, origin, 0, 0)
    none = np.empty(0, np.int64)
    out = np.empty(9000, np.uint32), np.empty(9000, np.uint8)
    size = cut(letters, n, (none, none, 0), kinds_of_letters(), poses(), out, 0, LONGEST, none)
    return [int(mark) for mark in out[1][:size]]


def test_what_stands_between_two_words_is_told_by_a_number() -> None:
    """The same marks have the same number wherever they stand and however they are spaced; a space alone has none."""
    found = marks_before("soft hands * warm tea* calm | room\nquiet")
    assert found[1] == found[3] == 0
    assert found[2] == found[4] != 0
    assert found[5] not in {0, found[2]}
    assert found[6] not in {0, found[2], found[5]}


def test_a_space_between_characters_of_a_script_that_sets_none_is_a_mark() -> None:
    """In Chinese a space sets off a phrase as a comma does elsewhere."""
    found = marks_before("温柔 体贴，安静")
    assert found[1] == found[3] == found[5] == 0
    assert found[2] != 0
    assert found[4] not in {0, found[2]}


def test_words_are_runs_of_letters() -> None:
    """Spaces, marks and emoji part words; the same word has the same number anywhere, and no two words share one."""
    found = words("soft hands, Soft; warm/hands 🌹 warm")
    assert found[0] == found[2]
    assert found[1] == found[4]
    assert found[3] == found[5]
    assert len(set(found)) == 3
    assert 0 not in found


def test_scripts_without_spaces_are_cut_into_characters() -> None:
    """Each Chinese, Japanese or Thai character is a word; Korean, Arabic and Cyrillic words stay whole."""
    assert len(words("温柔体贴")) == 4
    assert len(words("やさしい")) == 4
    assert len(words("นวด")) >= 2
    assert len(words("부드러운 손")) == 2
    assert len(words("مساج مريح")) == 2
    assert len(words("нежные руки")) == 2
    assert len(words("hello温柔")) == 3


def test_numbers_are_blank_and_several_blanks_are_one() -> None:
    """What is mostly digits says nothing; neighbouring blanks are one."""
    first, last = words("from"), words("euro")
    assert words("from 100 euro") == [*first, 0, *last]
    assert words("from 100 200 300 euro") == [*first, 0, *last]


def test_a_masked_word_is_blank() -> None:
    """Where words were masked one blank stands."""
    assert words("from ▮▮▮ ▮ euro") == [*words("from"), 0, *words("euro")]


def test_digits_and_signs_that_pose_as_letters_are_read_as_letters() -> None:
    """A disguised word has the number of the plain word; a sign at the end of a word is no letter."""
    for plain, disguised in (
        ("massage", "m4ssage"),
        ("sweet", "sw3et"),
        ("discreet", "di$creet"),
        ("lovely", "l0vely"),
    ):
        assert words(disguised) == words(plain)
    assert words("sweet!") == words("sweet")
    assert words("lllusion") == words("Illusion")


def test_stretches_given_are_blank_and_tell_their_place() -> None:
    """A contact is left out, with a blank in its place; two side by side share it."""
    text = "call anna at noon"
    found, place = cut_around(text, [(5, 9)])
    assert found == [*words("call"), 0, *words("at noon")]
    assert place == [1]
    found, place = cut_around(text, [(5, 7), (7, 9)])
    assert found == [*words("call"), 0, *words("at noon")]
    assert place == [1, 1]


def test_no_more_words_are_read_than_the_longest_text_has() -> None:
    """What stands behind the last word read is not looked at, and contacts there have no place."""
    text = "a" + " be" * (LONGEST + 50)
    found, place = cut_around(text, [(len(text) - 2, len(text))])
    assert len(found) == LONGEST
    assert place == [-1]


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=6))
@settings(deadline=None)
def test_two_blanks_never_stand_side_by_side(text: str, cuts: list[int]) -> None:
    """Whatever the text and the stretches, blanks are one blank, and every stretch has a place that is blank or none."""
    ends = sorted(set(cuts))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    found, place = cut_around(text.encode("utf-8", "ignore").decode() or " ", spans)
    assert all(a or b for a, b in pairwise(found))
    assert all(at == -1 or found[at] == 0 for at in place)
