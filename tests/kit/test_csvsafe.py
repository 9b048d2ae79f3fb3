"""Text that is written out does nothing but stand there."""

import pytest

from palermo.kit.csvsafe import neutralise, shown


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(A1)", "+1+cmd", "-2+3", "\t=1", " =1", "＝1"])
def test_what_a_spreadsheet_may_run_is_written_as_text(cell: str) -> None:
    """A cell that begins like a formula gets an apostrophe before it."""
    assert neutralise(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.50", "+32470123456", "1,5", "Gent", "a=b", ""])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    """A plain number with a sign is no formula, nor is a word."""
    assert neutralise(cell) == cell


def test_unseen_characters_are_shown_as_what_they_are() -> None:
    """Control and bidirectional characters are escaped; letters of any script stay."""
    assert shown("a\x1b[31m\u202efdp.exe 北京é") == "a\\u{1b}[31m\\u{202e}fdp.exe 北京é"
