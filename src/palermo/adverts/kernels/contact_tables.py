"""Builds the tables of the fast reader of contacts from the words, codes and names that the readers in the kit know."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.contact_keys import PlanTable, continued, hash_of, plan_table
from palermo.kit import addresses, digit_runs
from palermo.kit.digit_words import HAN_DIGITS, LETTER_DIGITS, PHRASES, SINGLE, VOCABULARY
from palermo.kit.handles import MESSENGERS, messenger_of

GAP = 0xE000
"""Stands for an emoji."""
ROW = 32
"""Places in a row of `edge`: the letters a to z, then the mark between two words."""
MARK = 26
KINDS = 1 << 16
PARTING = -1
"""In a label: a mark that may stand there, or not."""
LABEL_SIZE = 12

LETTER, DIGIT, HAN, BETWEEN, LABEL_HEAD, HINT, PARTS, NAME = 1, 2, 4, 8, 16, 32, 64, 128
"""Kinds of letters: BETWEEN may stand between groups of digits, LABEL_HEAD begins a messenger's name, HINT begins or
holds an address, PARTS may stand inside a messenger's name, NAME is none of those that part a name from what is before."""

VOCAB, POSING, ALONE, UNIT, UNIT_HEAD, AT_BARE, AT_HELD, POINT, LABEL = 1, 2, 4, 8, 16, 32, 64, 128, 256
"""What a word is: VOCAB part of a number, POSING letters for digits, ALONE a number by itself, UNIT a measure, UNIT_HEAD
the beginning of one, AT_BARE and AT_HELD an at without and within brackets, POINT a point, LABEL stands before phones."""

NEVER_ALONE, SHORT, QQ, SESSION = 1, 2, 4, 8
"""What a messenger's label is."""

_UNITS = "eur euro euros min minute minutes minuten minutos minuti mn uur ans year years anos cm kg km hour hours heure heures hora horas"
_UNIT_HEADS = "jaar jahre stunde"
_AT_BARE = "at arobase arrobase arroba apenstaartje klammeraffe"
_AT_HELD = "at a arobase arroba chez"
_POINTS = "dot point punt punto punkt"
_BETWEEN = " \n.-/()[]*_·•,'~:|#=\\\"{}<>"
_PARTING_MARKS = " \n.·-"

Hashes = npt.NDArray[np.uint64]


class WordTable(NamedTuple):
    """Every word and number of several words as a tree of letters: `edge[ROW * node + letter]` is the next node or 0.

    `what` says what ends at a node, `digits` and `size` the number that does (`size` 0 for none).
    """

    edge: npt.NDArray[np.int16]
    what: npt.NDArray[np.int64]
    digits: npt.NDArray[np.int64]
    size: npt.NDArray[np.int64]


class LabelTable(NamedTuple):
    """The names of messengers as they are called in texts: those that begin with letter c are `first[c]` to `first[c + 1]`."""

    first: npt.NDArray[np.int64]
    letters: npt.NDArray[np.int32]
    size: npt.NDArray[np.int64]
    what: npt.NDArray[np.int64]
    brief: npt.NDArray[np.bool_]
    state: Hashes


class ContactTables(NamedTuple):
    """What the fast reader of contacts looks things up in; made by `contact_tables`."""

    kind: npt.NDArray[np.uint8]
    han: npt.NDArray[np.int8]
    words: WordTable
    plans: PlanTable
    labels: LabelTable
    prefixes: Hashes
    providers: Hashes
    no_names: Hashes
    endings: Hashes
    path_endings: Hashes


@cache
def contact_tables() -> ContactTables:
    """Build the tables, once a process; they depend on nothing but the vocabulary."""
    return ContactTables(
        _kinds(),
        _han(),
        _words(),
        plan_table(),
        _labels(),
        np.array([hash_of(prefix) for prefix in ("mailto:", "https://", "telegram:", "wechat:")], dtype=np.uint64),
        _hashes(addresses.PROVIDERS),
        _hashes(addresses.NO_NAME),
        _hashes(addresses.ENDINGS),
        _hashes(addresses.ENDINGS_WITH_PATH),
    )


def _hashes(words: Iterable[str]) -> Hashes:
    return np.array(sorted(hash_of(word) for word in words), dtype=np.uint64)


def _kinds() -> npt.NDArray[np.uint8]:
    kind = np.zeros(KINDS, dtype=np.uint8)
    kind[97:123] |= LETTER | NAME
    kind[48:58] |= DIGIT | NAME
    for char in "_.@":
        kind[ord(char)] |= NAME
    for marks, bit in ((_BETWEEN, BETWEEN), (_PARTING_MARKS, PARTS), (chr(GAP), PARTS), ("@.|", HINT)):
        for char in marks:
            kind[ord(char)] |= bit
    for char in HAN_DIGITS:
        kind[ord(char)] |= HAN
    for label in _all_labels():
        kind[ord(label[0])] |= LABEL_HEAD
    return kind


def _han() -> npt.NDArray[np.int8]:
    table = np.zeros(KINDS, dtype=np.int8)
    for char, digit in HAN_DIGITS.items():
        table[ord(char)] = int(digit)
    return table


def _words() -> WordTable:
    known: dict[str, tuple[int, str]] = {}

    def add(words: Iterable[str], what: int) -> None:
        for word in sorted(words):
            before, digits = known.get(word, (0, ""))
            known[word] = (before | what, digits)

    add(VOCABULARY, VOCAB)
    add(set(LETTER_DIGITS) - set(SINGLE), POSING)
    add(SINGLE, ALONE)
    add((label for label in digit_runs.LABELS if label.isalpha()), LABEL)
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


def _tree(known: dict[str, tuple[int, str]]) -> WordTable:
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
    found = [ends.get(node, (0, "")) for node in range(len(rows))]
    return WordTable(
        np.array(rows, dtype=np.int16).ravel(),
        np.array([what for what, _ in found], dtype=np.int64),
        np.array([int(digits or "0") for _, digits in found], dtype=np.int64),
        np.array([len(digits) for _, digits in found], dtype=np.int64),
    )


def _all_labels() -> list[str]:
    """Give every label, those of one first letter together, the longest first."""
    labels = {label for several in MESSENGERS.values() for label in several}
    return sorted(labels, key=lambda label: (ord(label[0]), -len(label), label))


def _labels() -> LabelTable:
    labels = _all_labels()
    heads = [min(ord(label[0]), 127) for label in labels]
    letters = np.zeros((len(labels), LABEL_SIZE), dtype=np.int32)
    for at, label in enumerate(labels):
        letters[at, : len(label)] = [PARTING if char == " " else ord(char) for char in label]
    messengers = [messenger_of(label) for label in labels]
    return LabelTable(
        np.searchsorted(np.array(heads), np.arange(129)).astype(np.int64),
        letters,
        np.array([len(label) for label in labels], dtype=np.int64),
        np.array([_label_kind(*pair) for pair in zip(labels, messengers, strict=True)], dtype=np.int64),
        np.array([len(label) <= 3 and label.isascii() for label in labels]),
        np.array([continued(hash_of(messenger), ":") for messenger in messengers], dtype=np.uint64),
    )


def _label_kind(label: str, messenger: str) -> int:
    return (
        NEVER_ALONE * (messenger in addresses.NEVER_ALONE)
        | SHORT * (label in addresses.SHORT_LABELS)
        | QQ * (messenger == "qq")
        | SESSION * (messenger == "session")
    )
