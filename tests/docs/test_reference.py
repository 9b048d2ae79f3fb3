"""The reference says what the code says."""

import pytest

from docs.repository import DOCS, ROOT, prose, reference

MADE = reference()
PAGES: dict[str, str] = MADE.pages()
COMMANDS = MADE.leaf_commands()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_made_from_the_code_is_up_to_date(name: str) -> None:
    """The page is what the code makes of it; run `python docs/make_reference.py` to write it anew."""
    path = DOCS / "reference" / name
    held = path.read_text("utf-8") if path.is_file() else ""
    assert held == PAGES[name], f"docs/reference/{name} should be:\n{PAGES[name]}"


def test_every_page_of_the_reference_is_made_or_written_by_hand_on_purpose() -> None:
    """No page is left behind when what it was made from goes."""
    assert {path.name for path in (DOCS / "reference").glob("*.md")} == {*PAGES, "glossary.md"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_says_what_it_does_and_every_option_what_it_means(command: str) -> None:
    """Help is complete: the command has a sentence, each argument and option has words."""
    held = COMMANDS[command]
    assert (held.help or "").strip().endswith(".")
    assert [part.name for part in held.params if not (part.help or "").strip()] == []


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_used_in_a_guide(command: str) -> None:
    """A reader finds each command at work in the tutorial or a how-to, not only in a table."""
    guides = [*(DOCS / "tutorial").glob("*.md"), *(DOCS / "how-to").glob("*.md")]
    assert any(f"palermo {command} " in path.read_text("utf-8") for path in guides)


def test_every_option_is_on_the_page_of_commands() -> None:
    """Each writing of each option stands under its command."""
    page = PAGES["commands.md"]
    for name, command in COMMANDS.items():
        section = page.split(f"## `palermo {name}`")[1].split("\n## ")[0]
        assert [option for option in MADE.option_names(command) if f"`{option}`" not in section] == []


def test_every_command_that_answers_in_json_has_its_shape() -> None:
    """No command offers `--format json` without saying what comes."""
    shapes = {name.split(" (")[0] for name in MADE.shapes()}
    answers = {name for name, command in COMMANDS.items() if "--format" in MADE.option_names(command)}
    assert shapes - {"any that fails"} == answers


def test_commands_in_the_pages_exist() -> None:
    """A page names no command and no option that is not there."""
    known = {option for command in COMMANDS.values() for option in MADE.option_names(command)} | {"--version", "--help"}
    groups = {name.split()[0] for name in COMMANDS}
    pages = [ROOT / "README.md", *(DOCS / "how-to").glob("*.md"), *(DOCS / "tutorial").glob("*.md")]
    for path in pages:
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("$ palermo "):
                words = line.removeprefix("$ palermo ").split()
                assert words[0].startswith("--") or words[0] in groups, f"{path.name}: {line}"
                options = [word.split("=")[0] for word in words if word.startswith("--")]
                assert [option for option in options if option not in known] == [], f"{path.name}: {line}"


def test_the_explanations_name_the_tests_that_are_there() -> None:
    """A page that says “kept by tests/…” names a file that exists."""
    import re

    for path in (DOCS / "explanation").rglob("*.md"):
        for name in re.findall(r"`((?:tests|src|docs|benchmarks)/[\w./-]+)`", prose(path)):
            assert (ROOT / name).exists(), f"{path.name} names {name}"
