"""Reads names in Arabic letters: known names with their spellings, others by what is written, the article apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from palermo.identity.names.spellings import ScriptTable, Spelling, bare, distinct, plain, script_table, spell

_OWN = "أإآؤئۂۓ"
_DROPPED = {ord("ـ"): None, 0x200C: None, 0x200D: None}
_STEM = 2
"""Letters a word keeps after its article."""


@dataclass(frozen=True, slots=True)
class ArabicTable:
    """The schemes of Arabic letters, the spellings of known names by their written letters, and the article."""

    script: ScriptTable
    known: Mapping[str, tuple[str, ...]]
    interchanged: Mapping[int, str]
    article: str
    article_cost: int
    sun: Mapping[str, str]


def arabic_table(table: Mapping[str, Any]) -> ArabicTable:
    """Make the table out of plain data, as `rules/names/arabic.yaml` has it."""
    interchanged = str.maketrans(table["interchanged"]["letters"])
    known: dict[str, tuple[str, ...]] = {}
    for name, latin in table["known"]["rows"].items():
        key = _met(name, interchanged)
        known[key] = tuple(dict.fromkeys((*known.get(key, ()), *map(plain, latin))))
    article = table["article"]
    return ArabicTable(script_table(table), known, interchanged, article["letters"], article["cost"], article["sun"])


def read_arabic(word: str, table: ArabicTable) -> list[Spelling]:
    """Spell one word in Arabic letters.

    A known name has its known spellings first; of any other only what is written is read, so that the one who compares
    has to forgive the short vowels. The article is read as `al`, with the sun letter it takes, and left out.

    Returns:
        at most eight spellings, the usual one first; empty for a word without a letter.
    """
    letters = bare(word.translate(_DROPPED), _OWN)
    whole = _whole(letters, table)
    return distinct([*whole[:1], *_after_article(letters, table), *whole[1:]])


def _whole(letters: str, table: ArabicTable) -> list[Spelling]:
    known = table.known.get(_met(letters, table.interchanged), ())
    return [*(Spelling(latin, "arabic-known", 0) for latin in known[:6]), *spell(letters, table.script)]


def _after_article(letters: str, table: ArabicTable) -> Iterator[Spelling]:
    stem = letters.removeprefix(table.article)
    if stem == letters or len(stem) < _STEM:
        return
    spelled = _whole(stem, table)[:3]
    sun = table.sun.get(stem[0])
    if sun and spelled:
        yield Spelling("a" + sun + spelled[0].latin, "arabic-article", 0)
    for spelling in spelled:
        yield Spelling("al" + spelling.latin, "arabic-article", 0)
        yield Spelling(spelling.latin, "arabic-article", table.article_cost)


def _met(name: str, interchanged: Mapping[int, str]) -> str:
    """Write a name by the letters that writers do not interchange."""
    return bare(name.replace(" ", ""), _OWN).translate(interchanged)
