"""Prepares names for comparing: every word read once, its spellings, units and forms laid into flat arrays."""

import gc
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from palermo.identity.names.descent import NONE, Descent, child_of, descent_of, said_at, without_suffix
from palermo.identity.names.han import split_han
from palermo.identity.names.hangul import split_hangul
from palermo.identity.names.parts import Script, words_of
from palermo.identity.names.sounds import Sounds, units_with_edges
from palermo.identity.names.splitting import units_of
from palermo.identity.names.tables import NameTables
from palermo.identity.names.variants import without_particles, without_titles, written_in_one
from palermo.identity.names.vietnamese import looks_vietnamese
from palermo.identity.names.word import Word, with_particle, word_read

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_NUMBERS = bytes(code - 96 if 97 <= code <= 122 else 0 for code in range(256))
"""The number of each letter a to z, by its code; 0 for what is none."""

_JOINED = 24
"""Letters up to which words written apart are also read as one."""

_SHORT_NAME = 2
_LONG_NAME = 5

_OF_NAMES = ("word", "joined", "joined_three", "descent", "father", "place", "native")
_FLAGS = ("pinyin", "syllables", "korean", "patronymic", "familiar")
_OF_WORDS = ("script", "marks", *_FLAGS, "initial", "begins")
"""What is laid down of names and of words, a column each."""

SYLLABLES, HAN, HANGUL = 1, 2, 4
"""How a name is written in syllables, as the kernels have it."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as it is compared.

    Attributes:
        words: its words without titles and little words.
        descent: what it says of descent.
        native: `SYLLABLES` where each letter of its Latin syllables counts (Mandarin, Vietnamese), `HAN` and `HANGUL` where
            surname and given name could be told apart in these; 0 otherwise.
    """

    words: tuple[Word, ...]
    descent: Descent
    native: int


class Book(NamedTuple):
    """Prepared names as flat arrays, for the kernels."""

    word_first: "npt.NDArray[np.int64]"
    word: "npt.NDArray[np.int64]"
    joined: "npt.NDArray[np.int64]"
    joined_three: "npt.NDArray[np.int64]"
    descent: "npt.NDArray[np.int64]"
    father: "npt.NDArray[np.int64]"
    place: "npt.NDArray[np.int64]"
    native: "npt.NDArray[np.int64]"
    script: "npt.NDArray[np.int64]"
    marks: "npt.NDArray[np.int64]"
    pinyin: "npt.NDArray[np.bool_]"
    syllables: "npt.NDArray[np.bool_]"
    korean: "npt.NDArray[np.bool_]"
    patronymic: "npt.NDArray[np.bool_]"
    familiar: "npt.NDArray[np.bool_]"
    initial: "npt.NDArray[np.int64]"
    begins: "npt.NDArray[np.int64]"
    sound: "npt.NDArray[np.int64]"
    spelling_first: "npt.NDArray[np.int64]"
    spelling: "npt.NDArray[np.int64]"
    cost: "npt.NDArray[np.int64]"
    rule: "npt.NDArray[np.int64]"
    unit_first: "npt.NDArray[np.int64]"
    units: "npt.NDArray[np.int64]"
    form_first: "npt.NDArray[np.int64]"
    form: "npt.NDArray[np.int64]"
    letter_first: "npt.NDArray[np.int64]"
    letters: "npt.NDArray[np.uint8]"
    unit_rest: "npt.NDArray[np.float64]"
    sound_next: "npt.NDArray[np.int32]"
    sound_told: "npt.NDArray[np.float64]"
    follows: "npt.NDArray[np.float64]"
    floor: "npt.NDArray[np.float64]"
    weights: "npt.NDArray[np.float64]"
    change: "npt.NDArray[np.float64]"
    drop: "npt.NDArray[np.float64]"
    longest: int
    other_syllables: float


def parts_of(name: str, tables: NameTables) -> NameParts:
    """Read a name: its words without titles and little words, given name and surname apart in Han and Hangul."""
    found = words_of(name)
    scripts = {script for _, script in found}
    if scripts == {Script.LATIN}:
        return _latin_parts([word for word, _ in found], tables)
    return _mixed_parts(found, tables)


def _mixed_parts(found: Sequence[tuple[str, Script]], tables: NameTables) -> NameParts:
    """Read a name that is not, or not only, in Latin letters."""
    variants = tables.variants
    texts, suffix = without_suffix([text for text, _ in found], variants)
    found = found[: len(texts)]
    latin = [word for word, script in found if script is Script.LATIN]
    kept = list(without_particles(without_titles(latin, variants), variants)) if latin else []
    alone = len(found) - len(latin) == 1
    words: list[Word] = []
    child = father = native = 0
    for text, script in found:
        if script is Script.LATIN:
            if text in kept:
                kept.remove(text)
                words.append(word_read(text, script, tables))
            continue
        pieces = _apart(text, script, tables) if alone else (text,)
        if len(pieces) > 1:
            native = HAN if script is Script.HAN else HANGUL
        read = [word_read(piece, script, tables) for piece in pieces]
        said = child_of(read[0]) if words else 0
        if said and not child:
            child, father = said, len(words)
        words += [word for word in read if word.spellings and not said]
    return NameParts(tuple(words), descent_of(child, father, len(words), suffix, variants), native)


def _apart(text: str, script: Script, tables: NameTables) -> tuple[str, ...]:
    """Part a name written in one into surname and given name, where its script has such names."""
    if script is Script.HAN:
        return split_han(text, tables.han)
    return split_hangul(text, tables.hangul) if script is Script.HANGUL else (text,)


def _latin_parts(texts: Sequence[str], tables: NameTables) -> NameParts:
    """Read a name in Latin letters."""
    variants = tables.variants
    if len(texts) < _SHORT_NAME:
        return NameParts(_read_all(texts, tables), NONE, 0)
    lined, suffix = without_suffix(texts, variants)
    titled = without_titles(lined, variants)
    whole = _read_all(titled, tables)
    if _in_syllables(whole, tables) or looks_vietnamese(titled, tables.vietnamese):
        return NameParts(whole, descent_of(0, 0, len(whole), suffix, variants), SYLLABLES)
    at, child = said_at(titled, variants)
    words = _without_little(titled, tables)
    father = len(_without_little(titled[:at], tables)) if child else 0
    return NameParts(words, descent_of(child, father, len(words), suffix, variants), 0)


def _without_little(titled: Sequence[str], tables: NameTables) -> tuple[Word, ...]:
    """Read words, those of descent and birth left out and little ones with the word they stand before."""
    variants = tables.variants
    little = variants.born | variants.sons | variants.daughters
    kept = [word for at, word in enumerate(titled) if at == 0 or word not in little]
    return _with_particles(written_in_one(kept, variants), tables)


def _with_particles(texts: Sequence[str], tables: NameTables) -> tuple[Word, ...]:
    """Read words, little ones with the word they stand before: de Smet is Smet, and is Desmet."""
    kept = list(without_particles(texts, tables.variants))
    if len(kept) == len(texts):
        return _read_all(texts, tables)
    words: list[Word] = []
    before = ""
    for text in texts:
        if not kept or text != kept[0]:
            before += text
            continue
        kept.pop(0)
        word = word_read(text, Script.LATIN, tables)
        if word.spellings:
            words.append(with_particle(word, before) if before else word)
        before = ""
    return tuple(words)


def _read_all(texts: Sequence[str], tables: NameTables) -> tuple[Word, ...]:
    return tuple(word for word in (word_read(text, Script.LATIN, tables) for text in texts) if word.spellings)


def _in_syllables(words: Sequence[Word], tables: NameTables) -> bool:
    """Tell whether a name in Latin letters is written in syllables of a Chinese tongue, a surname at an end."""
    if not _SHORT_NAME <= len(words) <= _LONG_NAME:
        return False
    surnames = tables.mandarin.surnames
    latin = [word.spellings[0].latin for word in words]
    for at in (0, -1):
        others = words[1:] if at == 0 else words[:-1]
        if latin[at] in surnames and all(word.pinyin or word.syllables for word in others):
            return True
    return False


class Preparing:
    """Takes names one after another and gives each its number; equal writings get one number."""

    def __init__(self, tables: NameTables) -> None:
        """Begin with no names."""
        self._tables = tables
        self._names: dict[str, int] = {}
        self._words: dict[object, int] = {}
        self._spellings: dict[str, int] = {"": 0}
        self._rules: dict[str, int] = {}
        self.parts: list[NameParts] = []
        self._name_columns = {name: array("q") for name in _OF_NAMES}
        self._word_columns = {name: array("q") for name in (*_OF_WORDS, "sound")}
        self._firsts = {name: array("q", [0]) for name in ("word", "spelling", "unit", "form", "letter")}
        self._held = {name: array("q") for name in ("spelling", "cost", "rule", "units", "form")}
        self._letters = bytearray()
        self._firsts["letter"].append(0)

    def take(self, names: Iterable[str]) -> "npt.NDArray[np.int64]":
        """Prepare some names and give their numbers, in their order."""
        import numpy as np

        known = self._names
        numbers = []
        with _uncollected():
            for name in names:
                number = known.get(name)
                if number is None:
                    number = known[name] = self._name(name)
                numbers.append(number)
        return np.array(numbers, np.int64)

    def rules(self) -> list[str]:
        """Give the rules of spellings by their numbers."""
        return list(self._rules)

    def _name(self, name: str) -> int:
        parts = parts_of(name, self._tables)
        self.parts.append(parts)
        words = parts.words
        columns = self._name_columns
        for at, word in enumerate(words):
            columns["word"].append(self._word(word))
            columns["joined"].append(self._together(words[at : at + 2], 2))
            columns["joined_three"].append(self._together(words[at : at + 3], 3))
        columns["descent"].append(parts.descent.child)
        columns["father"].append(parts.descent.father)
        columns["place"].append(parts.descent.place)
        columns["native"].append(parts.native)
        self._firsts["word"].append(len(columns["word"]))
        return len(self.parts) - 1

    def _together(self, words: tuple[Word, ...], size: int) -> int:
        """Lay words down as one, by the first spelling of each; -1 where that would be too long for a word."""
        if len(words) < size:
            return -1
        key = tuple((word.written, word.script) for word in words)
        number = self._words.get(key)
        if number is None:
            number = self._words[key] = self._lay_joined(words)
        return number

    def _lay_joined(self, words: tuple[Word, ...]) -> int:
        latin = "".join(word.spellings[0].latin for word in words)
        if len(latin) > _JOINED:
            return -1
        first, held = words[0], self._held
        values = (
            first.script, 0, all(word.pinyin for word in words), all(word.syllables for word in words),
            all(word.korean for word in words), words[-1].patronymic, False, 0, first.begins,
        )  # fmt: skip
        for name, value in zip(_OF_WORDS, values, strict=True):
            self._word_columns[name].append(value)
        self._word_columns["sound"].append(self._spelling("".join(word.sound for word in words)))
        held["spelling"].append(self._spelling(latin))
        held["cost"].append(0)
        held["rule"].append(self._rules.setdefault(first.spellings[0].rule, len(self._rules)))
        if all(word.script is first.script and word.units for word in words):
            held["units"].extend(self._units(words))
        return self._end_word()

    def _units(self, words: tuple[Word, ...]) -> Sequence[int]:
        """Give the units of words as one; those of Hangul are parted from one word, and hang on what comes after them."""
        first = words[0]
        if first.script is Script.HANGUL:
            written = "".join(word.written for word in words)
            return units_with_edges(units_of(written, first.script, {}), first.script, self._tables.sounds)
        return [first.units[0], *(unit for word in words for unit in word.units[1:-1]), words[-1].units[-1]]

    def _end_word(self) -> int:
        for name, column in (("spelling", "spelling"), ("unit", "units"), ("form", "form")):
            self._firsts[name].append(len(self._held[column]))
        return len(self._word_columns["script"]) - 1

    def _word(self, word: Word) -> int:
        key = (word.written, word.script)
        number = self._words.get(key)
        if number is None:
            number = self._words[key] = self._lay(word)
        return number

    def _lay(self, word: Word) -> int:
        columns, held = self._word_columns, self._held
        for name in _OF_WORDS:
            columns[name].append(getattr(word, name))
        columns["sound"].append(self._spelling(word.sound))
        for spelling in word.spellings:
            held["spelling"].append(self._spelling(spelling.latin))
            held["cost"].append(spelling.cost)
            held["rule"].append(self._rules.setdefault(spelling.rule, len(self._rules)))
        held["units"].extend(word.units)
        held["form"].extend(word.forms)
        return self._end_word()

    def _spelling(self, latin: str) -> int:
        number = self._spellings.get(latin)
        if number is None:
            number = self._spellings[latin] = len(self._spellings)
            self._letters += latin.encode("ascii", "replace").translate(_NUMBERS)
            self._firsts["letter"].append(len(self._letters))
        return number

    def book(self) -> Book:
        """Give all that was taken as flat arrays."""
        import numpy as np

        from palermo.identity.names.sounds import LONGEST, floor_of

        def ints(column: "array[int]") -> "npt.NDArray[np.int64]":
            return np.array(column, np.int64)

        name, word, held = (
            {key: ints(column) for key, column in columns.items()}
            for columns in (self._name_columns, self._word_columns, self._held)
        )
        first = {key: ints(column) for key, column in self._firsts.items()}
        sounds = self._tables.sounds
        costs = self._tables.costs
        pinyin, syllables, korean, patronymic, familiar = (word[key].astype(np.bool_) for key in _FLAGS)
        letters = np.frombuffer(bytes(self._letters) or b"\0", np.uint8)
        floor = floor_of()
        return Book(
            first["word"], name["word"], name["joined"], name["joined_three"],
            name["descent"], name["father"], name["place"], name["native"],
            word["script"], word["marks"], pinyin, syllables, korean, patronymic, familiar, word["initial"], word["begins"], word["sound"],
            first["spelling"], held["spelling"], held["cost"], held["rule"], first["unit"], held["units"],
            first["form"], held["form"], first["letter"], letters, _rest(held["units"], first["unit"], sounds, floor),
            sounds.next, sounds.told, sounds.follows, floor, sounds.weights, costs.change, costs.drop, LONGEST, sounds.other_syllables,
        )  # fmt: skip


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave off looking for rings of objects: reading names makes none, and looking goes through every word read so far."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _rest(
    units: "npt.NDArray[np.int64]", first: "npt.NDArray[np.int64]", sounds: Sounds, floor: "npt.NDArray[np.float64]"
) -> "npt.NDArray[np.float64]":
    """Give the most that the units after each one of its word may tell, as a logarithm."""
    import numpy as np

    best = np.maximum(np.append(sounds.best, -np.inf), floor[0])[units]
    summed = np.cumsum(best)
    ends = np.repeat(first[1:], np.diff(first))
    return (summed[ends - 1] - summed) if len(units) else summed
