"""The pages hang together, open with a summary and speak plainly."""

import re
from pathlib import Path

import pytest

from docs.repository import DOCS, ROOT, doc_pages, name_of, prose, tracked_files, written_pages

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
WE = re.compile(r"\b(?:we|us|our|ours|let's)\b")
MADE_LATER = {"docs/images/workspace.png"}
"""What the browser tests make, and a fresh checkout may lack."""


def anchor(heading: str) -> str:
    """Give the anchor of a heading as repository sites make it."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def anchors(path: Path) -> set[str]:
    """Give every anchor of a page."""
    return {anchor(found) for found in re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)}


@pytest.mark.parametrize("path", written_pages(), ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    """A link within the repository names a file that is there, and a heading that is in it."""
    for target in LINK.findall(prose(path)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, heading = target.partition("#")
        found = (path.parent / name).resolve() if name else path
        assert found.exists() or name_of(found) in MADE_LATER, f"{target} is not there"
        if heading:
            assert heading in anchors(found), f"{target}: no such heading"


@pytest.mark.parametrize("path", doc_pages(), ids=name_of)
def test_every_page_opens_with_a_title_and_a_sentence(path: Path) -> None:
    """The first line is the title; the paragraph after it is one sentence that says what the page is for."""
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert lines[1] == ""
    summary = " ".join(lines[2 : lines.index("", 2)])
    if path.name != "permissions.md":  # its words are the permission table's own
        assert re.fullmatch(r"[^.!?]*(?:\.[^\s.!?][^.!?]*)*\.", summary), summary


@pytest.mark.parametrize("path", doc_pages(), ids=name_of)
def test_every_page_can_be_reached(path: Path) -> None:
    """Each page is linked from another one, the README or the overview."""
    linked = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in written_pages()
        if page != path
        for target in LINK.findall(prose(page))
    }
    assert path.resolve() in linked


@pytest.mark.parametrize("path", written_pages(), ids=name_of)
def test_no_page_says_we(path: Path) -> None:
    """Pages speak of the reader and of the program."""
    assert [line for line in prose(path).splitlines() if WE.search(line.lower().replace("u.s.", ""))] == []


def test_the_readme_fits_on_a_few_screens() -> None:
    """The README stays under 150 lines and shows the two commands, what the program never does, and the licence."""
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) < 150
    for needed in (
        "make demo",
        "make test",
        "never",
        "EUPL-1.2",
        "docs/images/workspace.png",
        "docs/tutorial/first-case.md",
    ):
        assert needed in text


def test_the_changelog_keeps_a_place_for_what_is_not_released() -> None:
    """What is changed next has a heading to stand under."""
    assert re.search(r"^## Unreleased$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_decision_says_the_same_four_things() -> None:
    """A decision has its context, the decision with a line to quote, its consequences, and what keeps it."""
    found = sorted((DOCS / "explanation/decisions").glob("[0-9]*.md"))
    assert [path.name[:4] for path in found] == [f"{number:04}" for number in range(1, len(found) + 1)]
    for path in found:
        text = path.read_text("utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences", "What keeps it"], path.name
        assert re.search(r"^> .+", text, re.MULTILINE), f"{path.name} has no line to quote"


def test_no_file_names_a_machine_or_a_registry() -> None:
    """No file of the repository holds a path of somebody's machine, or the host of a package registry or mirror.

    The strings are put together here, so that this file does not hold them.
    """
    slash = "/"
    hosts = [
        ".".join(parts)
        for parts in (("pypi", "org"), ("registry", "npmjs", "org"), ("pythonhosted", "org"), ("yarnpkg", "com"))
    ]
    paths = [
        slash.join(("", *parts, ""))
        for parts in (("home",), ("Users",), ("work", "main"), ("work", "shared"), ("mnt", "c"))
    ]
    barred = re.compile("|".join(re.escape(text) for text in (*hosts, *paths)))
    found = []
    for path in tracked_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture or another file that is no text
        found += [f"{name_of(path)}: {match[0]}" for match in barred.finditer(text)]
    assert found == []
