"""The runner of the pages' commands notices every difference that matters."""

from pathlib import Path

import pytest

from docs.console import act_out, steps

HERE = Path(__file__).parent


def page(text: str) -> str:
    """Put commands into a console block."""
    return f"Words.\n\n```console\n{text}\n```\n\nMore words.\n"


def test_a_block_is_cut_into_commands_and_their_outputs() -> None:
    """A command may go on over lines, and may show no output."""
    found = steps(page("$ echo one \\\n    two\none two\n$ true\n$ echo $?\n0"))
    assert [(step.command, step.shown) for step in found] == [
        ("echo one two", "one two"), ("true", None), ("echo $?", "0"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "$ printf 'one\\ntwo\\nthree\\n'\none\n…\nthree",
        "$ printf 'one\\ntwo\\n'\n…",
        "$ echo 12 rows\n… rows",
        "$ false\n$ echo $?\n1",
        f"$ echo key {'ab' * 16}\nkey ROW\n$ echo ROW\n{'ab' * 16}",
    ],
)
def test_what_a_page_shows_is_what_is_printed(text: str, tmp_path: Path) -> None:
    """Wildcards stand for lines and for parts of lines, words for what was printed before."""
    act_out(page(text), tmp_path, HERE)


@pytest.mark.parametrize(
    "text",
    [
        "$ echo one\ntwo",
        "$ printf 'one\\ntwo\\n'\none",
        "$ echo one\n…\ntwo",
        "$ false",
        "$ true\n$ echo $?\n1",
        "$ echo key nothing\nkey ROW",
    ],
)
def test_any_difference_is_noticed(text: str, tmp_path: Path) -> None:
    """Another text, a line too many or too few and another status each fail."""
    with pytest.raises(AssertionError):
        act_out(page(text), tmp_path, HERE)
