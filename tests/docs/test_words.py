"""One word for one thing: the glossary's “not these” are used nowhere a reader looks."""

import json
import re
from collections.abc import Iterator

import pytest

from docs.repository import DOCS, ROOT, name_of, prose, reference, written_pages
from palermo.api.openapi import document

GLOSSARY = DOCS / "reference" / "glossary.md"
ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \| (.*?) \|$", re.MULTILINE)


def entries() -> list[tuple[str, str, list[str]]]:
    """Give the glossary's terms, their meanings and the words not to be used in their place."""
    found = ROW.findall(GLOSSARY.read_text("utf-8"))
    return [
        (term, meaning, [word.strip() for word in barred.split(",") if word.strip()]) for term, meaning, barred in found
    ]


BARRED = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(word) for _, _, words in entries() for word in words) + r")(?![\w-])",
    re.IGNORECASE,
)


def texts() -> Iterator[tuple[str, str]]:
    """Give everything a reader reads, with a name for it."""
    yield from ((name_of(path), prose(path)) for path in written_pages() if path != GLOSSARY)
    for name, command in reference().leaf_commands().items():
        yield f"palermo {name}", " ".join([command.help or "", *(part.help or "" for part in command.params)])
    for path, methods in document()["paths"].items():
        for method, found in methods.items():
            yield f"{method} {path}", f"{found['summary']} {found.get('description', '')}"
    english = json.loads((ROOT / "workspace/src/i18n/en.json").read_text("utf-8"))
    yield from ((f"en.json {key}", str(text)) for key, text in english.items())


def test_no_barred_word_is_used() -> None:
    """Pages, help, API and workspace use the glossary's words and none of those it bars."""
    found = [f"{name}: {match[0]}" for name, text in texts() for match in BARRED.finditer(text)]
    assert found == []


def test_the_glossary_is_in_order_and_says_each_thing_once() -> None:
    """Terms are sorted, none stands twice, each has a meaning, and no barred word is a term."""
    terms = [term for term, _, _ in entries()]
    assert terms == sorted(terms, key=str.casefold)
    assert len(terms) == len({term.casefold() for term in terms}) > 30
    assert [term for term, meaning, _ in entries() if not meaning.endswith(".")] == []
    assert [term for term in terms if BARRED.fullmatch(term)] == []


@pytest.mark.parametrize(
    "name", ["adverts", "indicators", "intake", "leads", "training", "access", "ledger", "workspace"]
)
def test_every_capability_is_in_the_glossary(name: str) -> None:
    """A folder's name is a word a reader can look up."""
    assert any(re.search(rf"\b{name}\b", f"{term} {meaning}".casefold()) for term, meaning, _ in entries())
