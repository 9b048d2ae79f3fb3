"""The runner of the pages' commands notices every difference that matters."""

from pathlib import Path

import pytest

from docs.console import act_out, at_once, in_a_shell, steps


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
    act_out(page(text), tmp_path)


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
        act_out(page(text), tmp_path)


@pytest.mark.parametrize(
    "command", ["palermo --version", "palermo case show nowhere", "palermo case show nowhere --format json"]
)
def test_a_command_run_at_once_says_what_it_says_in_a_shell(command: str, tmp_path: Path) -> None:
    """Status and words are the same, so the guides need not start Python for each command."""
    assert at_once(command, tmp_path) == in_a_shell(command, tmp_path)
