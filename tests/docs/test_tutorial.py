"""Every command of the tutorial runs, and prints what the page shows."""

from pathlib import Path

from docs.console import act_out, at_once, steps
from docs.repository import DOCS

PAGE = (DOCS / "tutorial/first-case.md").read_text("utf-8")


def test_the_tutorial_can_be_acted_out(tmp_path: Path) -> None:
    """From exports to a decision, its undoing, a verified record and the open workspace, in an empty folder."""
    act_out(PAGE, tmp_path, at_once)


def test_the_tutorial_shows_what_it_promises() -> None:
    """The tutorial goes through every step of a case, and each step shows something."""
    commands = [step.command for step in steps(PAGE)]
    for needed in (
        "training make",
        "case new",
        "add",
        "aside mend",
        "analyse",
        "leads",
        "explain",
        "decide",
        "undo",
        "verify",
        "open",
    ):
        assert any(command.startswith(f"palermo {needed} ") for command in commands), needed
    assert [step.command for step in steps(PAGE) if step.shown is None] == []
