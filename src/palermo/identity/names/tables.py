"""Holds every table that names are read by, and reads a word of any script with them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from palermo.identity.names.arabic import ArabicTable, arabic_table, read_arabic
from palermo.identity.names.costs import Costs, costs_of
from palermo.identity.names.cyrillic import read_cyrillic
from palermo.identity.names.folding import Folding, folding_of
from palermo.identity.names.forms import forms_of
from palermo.identity.names.greek import read_greek
from palermo.identity.names.han import HanTable, han_table, read_han
from palermo.identity.names.hangul import HangulTable, hangul_table, read_hangul
from palermo.identity.names.hebrew import HebrewTable, hebrew_table, read_hebrew
from palermo.identity.names.latin import read_latin
from palermo.identity.names.mandarin import Mandarin, mandarin_of
from palermo.identity.names.parts import Script
from palermo.identity.names.sounds import Sounds, sounds_of
from palermo.identity.names.spellings import ScriptTable, Spelling, distinct, script_table
from palermo.identity.names.units import kana_units
from palermo.identity.names.variants import Variants, variants_of
from palermo.identity.names.vietnamese import VietnameseTable, vietnamese_table

LEARNT = ("han", "arabic", "hangul", "cyrillic", "hebrew", "kana")
"""The scripts whose writing in Latin letters was counted, as `rules/names/sounds/` has them."""


@dataclass(frozen=True, slots=True, eq=False)
class NameTables:
    """Every table that names are read by; made once by `name_tables` and passed to whatever compares names.

    Attributes:
        scripts: the schemes of alphabets, by script.
        arabic: Arabic letters.
        hebrew: Hebrew letters.
        han: Han characters.
        hangul: Hangul.
        vietnamese: Vietnamese names.
        variants: call names, little words, titles.
        folding: what sounds alike.
        sounds: what units of other scripts were counted to be written as.
        mandarin: the syllables of Mandarin in Latin letters.
        costs: what it costs to take one letter for another, and to leave one out.
        worths: what each thing between two names is worth.
        says: each rule in words.
        forms: for each spelling the given names it is, or is a call name of, as `palermo.identity.names.word` counts them.
        known: for each spelling the names and surnames it is one of several known Latin spellings of.
        through: what each of these names is, in words.
        cache: the words read so far.
    """

    scripts: Mapping[Script, ScriptTable]
    arabic: ArabicTable
    hebrew: HebrewTable
    han: HanTable
    hangul: HangulTable
    vietnamese: VietnameseTable
    variants: Variants
    folding: Folding
    sounds: Sounds
    mandarin: Mandarin
    costs: Costs
    worths: Mapping[str, float]
    says: Mapping[str, str]
    forms: Mapping[str, tuple[int, ...]]
    known: Mapping[str, tuple[int, ...]]
    through: Sequence[str]
    cache: dict[Any, Any] = field(default_factory=dict, repr=False)


def name_tables(load: Callable[[str], Mapping[str, Any]]) -> NameTables:
    """Make the tables of names.

    Args:
        load: reads a table of rules by its name; `palermo.adapters.rules.load`.
    """
    plain = {
        name: load(f"names/{name}") for name in ("latin", "cyrillic", "greek", "hebrew", "arabic", "han", "hangul")
    }
    scripts = {Script[name.upper()]: script_table(plain[name]) for name in ("latin", "cyrillic", "greek")}
    han = han_table(plain["han"])
    letters = load("names/letters")
    arabic = arabic_table(plain["arabic"])
    hebrew = hebrew_table(plain["hebrew"])
    variants = variants_of(load("names/nicknames"), load("names/particles"), load("names/married"))
    mandarin = mandarin_of(han, plain["han"]["syllables"]["words"].split())
    forms, known, through = forms_of(variants, (arabic.known, hebrew.known), load("names/equal")["rows"], mandarin)
    return NameTables(
        scripts=scripts,
        arabic=arabic,
        hebrew=hebrew,
        han=han,
        hangul=hangul_table(plain["hangul"]),
        vietnamese=vietnamese_table(load("names/vietnamese")),
        variants=variants,
        folding=folding_of(load("names/alike")),
        sounds=sounds_of([load(f"names/sounds/{script}") for script in LEARNT], letters),
        mandarin=mandarin,
        costs=costs_of(letters),
        worths=load("names/worths")["worths"],
        says=_says(plain, load("names/rules")["says"]),
        forms=forms,
        known=known,
        through=through,
    )


def read(word: str, script: Script, tables: NameTables) -> list[Spelling]:
    """Spell a word of any script in Latin letters, the usual spelling first; empty where nothing can be read."""
    if script is Script.HAN:
        return read_han(word, tables.han)
    if script is Script.HANGUL:
        return read_hangul(word, tables.hangul)
    if script is Script.ARABIC:
        return read_arabic(word, tables.arabic)
    if script is Script.HEBREW:
        return read_hebrew(word, tables.hebrew)
    if script is Script.KANA:
        return _usual(word, tables)
    readers = {Script.LATIN: read_latin, Script.CYRILLIC: read_cyrillic, Script.GREEK: read_greek}
    return readers[script](word, tables.scripts[script]) if script in readers else []


def _usual(word: str, tables: NameTables) -> list[Spelling]:
    usual = tables.sounds.usual[Script.KANA]
    return distinct([Spelling("".join(usual.get(unit, "") for unit in kana_units(word)), "kana-usual", 0)])


def _says(plain: Mapping[str, Mapping[str, Any]], own: Mapping[str, str]) -> dict[str, str]:
    """Gather what each rule says, from the schemes, the endings and the table of rules."""
    says = dict(own)
    for table in plain.values():
        rows = [*table.get("schemes", ()), *table.get("endings", ()), *table.get("romanised", ())]
        says |= {row["rule"]: row["says"] for row in rows if row["rule"] not in says}
    return says
