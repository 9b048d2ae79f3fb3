"""Builds the tables of the fast reader of contacts from the words, codes and names that the readers in the kit know."""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.contact_keys import continued, hash_of, plan_table
from palermo.kit import addresses, digit_runs
from palermo.kit.digit_words import HAN_DIGITS, LETTER_DIGITS, PHRASES, SINGLE, VOCABULARY
from palermo.kit.handles import MESSENGERS, messenger_of

INNER: dict[str, Any] = {
    "cache": True,
    "nogil": True,
    "error_model": "numpy",
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
    "_nrt": False,
}
"""How the inner functions are compiled: called by compiled code alone, counting no references since they make no arrays."""

GAP = 0xE000
"""Stands for an emoji."""
ROW = 32
MARK, WHAT, DIGITS, SIZE = 26, 27, 28, 29
"""Places in a row of `words` behind the letters a to z: the mark between two words, then what ends there."""
KINDS = 1 << 16
PARTING = -1
"""In a label: a mark that may stand there, or not."""
LABEL_ROW = 16
LABEL_LETTERS, LABEL_WHAT, BRIEF, STATE = 12, 13, 14, 15
"""Places in a row of `labels` behind its letters."""
HAN_SHIFT = 8
PREFIXES = ("mailto:", "https://", "telegram:", "wechat:")
TO_MAIL, TO_PAGE, TO_TELEGRAM, TO_WECHAT = range(len(PREFIXES))
SETS = (addresses.PROVIDERS, addresses.NO_NAME, addresses.ENDINGS, addresses.ENDINGS_WITH_PATH)
PROVIDERS, NO_NAMES, ENDINGS, PATH_ENDINGS = (len(PREFIXES) + at for at in range(len(SETS)))
"""Where `hashes` says where each set begins."""

LETTER, DIGIT, HAN, BETWEEN, LABEL_HEAD, HINT, PARTS, NAME = 1, 2, 4, 8, 16, 32, 64, 128
LABEL_SIGN = 1 << 12
"""Kinds of letters: BETWEEN may stand between groups of digits, LABEL_HEAD begins a messenger's name, LABEL_SIGN does too
and is no letter from a to z, HINT is part of an address, PARTS may stand inside a messenger's name, NAME right before one
says that it is none."""

VOCAB, POSING, ALONE, UNIT, UNIT_HEAD, AT_BARE, AT_HELD, POINT, LABEL = 1, 2, 4, 8, 16, 32, 64, 128, 256
NAMES, NAMES_WHOLE, CURIOUS = 512, 1024, 2048
SMALL, CODE = 4096, 8192
"""What a word is: VOCAB part of a number, POSING letters for digits, ALONE a number by itself, UNIT a measure, UNIT_HEAD
the beginning of one, AT_BARE and AT_HELD an at without and within brackets, POINT a point, LABEL stands before phones, NAMES
begins with a messenger's name, NAMES_WHOLE is the first part of one, CURIOUS begins a name that tells by itself; digits
may be glued to a SMALL word of two letters, and are no phone where they are glued to a CODE."""

NEVER_ALONE, SHORT, QQ, SESSION = 1, 2, 4, 8
"""What a messenger's label is."""

_UNITS = (
    "eur euro euros min minute minutes minuten minutos minuti mn uur ans year years anos cm kg km hour hours heure heures "
    "hora horas"
)
_UNIT_HEADS = "jaar jahre stunde"
_AT_BARE = "at arobase arrobase arroba apenstaartje klammeraffe"
_AT_HELD = "at a arobase arroba chez"
_POINTS = "dot point punt punto punkt"
_BETWEEN = " \n.-/()[]*_·•,'~:|#=\\\"{}<>"
_PARTING_MARKS = " \n.·-"

Hashes = npt.NDArray[np.uint64]


class ContactTables(NamedTuple):
    """What the fast reader of contacts looks things up in; made by `contact_tables`. Few arrays compile far quicker.

    Attributes:
        kind: what each letter is; with the digit that a Chinese character means from bit `HAN_SHIFT` on.
        words: every word and number of several words as a tree of letters: from row `node` the letter leads to the node
            `words[node, letter]`, 0 for none; `WHAT`, `DIGITS` and `SIZE` say what ends there (`SIZE` 0: no number).
        plans: calling codes, see `palermo.adverts.kernels.contact_keys.plan_table`.
        labels: the names of messengers as they are called in texts: their letters, then `LABEL_LETTERS`, `LABEL_WHAT`,
            `BRIEF` and the hash of what stands before a name.
        label_first: labels that begin with letter c are `label_first[c]` to `label_first[c + 1]`, from 127 on all others.
        hashes: of the words in `SETS` one after the other, behind `PREFIXES` and where each set begins.
    """

    kind: npt.NDArray[np.uint16]
    words: npt.NDArray[np.int16]
    plans: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int64]
    label_first: npt.NDArray[np.int64]
    hashes: Hashes


@cache
def contact_tables() -> ContactTables:
    """Build the tables, once a process; they depend on nothing but the vocabulary."""
    labels = _all_labels()
    heads = np.array([min(ord(label[0]), 127) for label in labels])
    first = np.searchsorted(heads, np.arange(129)).astype(np.int64)
    return ContactTables(_kinds(), _words(), plan_table(), _labels(labels), first, _hashes())


def codes_of(text: str) -> npt.NDArray[np.int32]:
    """Write a text as code points: compiled loops over texts themselves take long to compile."""
    return np.array([ord(char) for char in text], dtype=np.int32)


def _hashes() -> Hashes:
    """Hash the beginnings of canonical writings, then lay out the sets, each with where it begins."""
    found = [hash_of(prefix) for prefix in PREFIXES]
    begin = len(found) + len(SETS) + 1
    begins = [begin]
    words: list[int] = []
    for several in SETS:
        words += sorted(hash_of(word) for word in several)
        begins.append(begin + len(words))
    return np.array([*found, *begins, *words], dtype=np.uint64)


def _kinds() -> npt.NDArray[np.uint16]:
    kind = np.zeros(KINDS, dtype=np.uint16)
    kind[97:123] |= LETTER | NAME
    kind[48:58] |= DIGIT | NAME
    for char in "_.@":
        kind[ord(char)] |= NAME
    for marks, bit in ((_BETWEEN, BETWEEN), (_PARTING_MARKS, PARTS), (chr(GAP), PARTS), ("@.|", HINT)):
        for char in marks:
            kind[ord(char)] |= bit
    for char, digit in HAN_DIGITS.items():
        kind[ord(char)] |= HAN | int(digit) << HAN_SHIFT
    for label in _all_labels():
        kind[ord(label[0])] |= LABEL_HEAD if label[0].isascii() and label[0].isalpha() else LABEL_HEAD | LABEL_SIGN
    return kind


def _words() -> npt.NDArray[np.int16]:
    known: dict[str, tuple[int, str]] = {}

    def add(words: Iterable[str], what: int) -> None:
        for word in sorted(words):
            before, digits = known.get(word, (0, ""))
            known[word] = (before | what, digits)

    add(VOCABULARY, VOCAB)
    add(set(LETTER_DIGITS) - set(SINGLE), POSING)
    add(SINGLE, ALONE)
    labels = [label.split(" ") for label in _all_labels() if label.isascii() and label[0].isalpha()]
    add(("".join(parts) for parts in labels), NAMES)
    add((parts[0] for parts in labels if len(parts) > 1), NAMES_WHOLE)
    add(("wxid",), CURIOUS)
    add((label for label in digit_runs.LABELS if label.isalpha()), LABEL)
    add(digit_runs.SMALL_WORDS, SMALL)
    add(digit_runs.CODE_WORDS, CODE)
    for line, what in (
        (_UNITS, UNIT),
        (_UNIT_HEADS, UNIT_HEAD),
        (_AT_BARE, AT_BARE),
        (_AT_HELD, AT_HELD),
        (_POINTS, POINT),
    ):
        add(line.split(), what)
    numbers = LETTER_DIGITS | SINGLE
    numbers |= {" ".join(words): digits for phrases in PHRASES.values() for words, digits in phrases}
    for phrase, digits in sorted(numbers.items()):
        known[phrase] = (known.get(phrase, (0, ""))[0], digits)
    return _tree(known)


def _tree(known: dict[str, tuple[int, str]]) -> npt.NDArray[np.int16]:
    """Lay words out as a tree of letters; node 0 is where all begin and where none goes on."""
    rows: list[list[int]] = [[0] * ROW]
    ends: dict[int, tuple[int, str]] = {}
    for word, meaning in sorted(known.items()):
        node = 0
        for char in word:
            letter = MARK if char == " " else ord(char) - 97
            if rows[node][letter] == 0:
                rows[node][letter] = len(rows)
                rows.append([0] * ROW)
            node = rows[node][letter]
        ends[node] = meaning
    for node, (what, digits) in ends.items():
        rows[node][WHAT], rows[node][DIGITS], rows[node][SIZE] = what, int(digits or "0"), len(digits)
    return np.array(rows, dtype=np.int16)


def _all_labels() -> list[str]:
    """Give every label, those of one first letter together, the longest first."""
    labels = {label for several in MESSENGERS.values() for label in several}
    return sorted(labels, key=lambda label: (ord(label[0]), -len(label), label))


def _labels(labels: list[str]) -> npt.NDArray[np.int64]:
    table = np.zeros((len(labels), LABEL_ROW), dtype=np.int64)
    for at, label in enumerate(labels):
        messenger = messenger_of(label)
        table[at, : len(label)] = [PARTING if char == " " else ord(char) for char in label]
        table[at, LABEL_LETTERS] = len(label)
        table[at, LABEL_WHAT] = _label_kind(label, messenger)
        table[at, BRIEF] = len(label) <= 3 and label.isascii()
        table[at, STATE] = np.uint64(continued(hash_of(messenger), ":")).astype(np.int64)
    return table


def _label_kind(label: str, messenger: str) -> int:
    return (
        NEVER_ALONE * (messenger in addresses.NEVER_ALONE)
        | SHORT * (label in addresses.SHORT_LABELS)
        | QQ * (messenger == "qq")
        | SESSION * (messenger == "session")
    )
