"""Says in a sentence why two names are one, or are not: each pair of words with its rule, the order, and what is left."""

from collections.abc import Sequence
from itertools import pairwise

from palermo.identity.names.prepared import NameParts, Preparing
from palermo.identity.names.tables import NameTables

_SHOWN = 60
"""Characters of a word that are shown."""

_STRENGTH = (
    "particle", "feminine-surname", "patronymic", "nickname", "known-spelling", "latin-scan", "latin-scan-i", "initial",
    "nickname-shared", "han-sounds-alike", "marks-differ", "other-syllables", "other-word", "letters", "sounds", "hardly-alike",
)  # fmt: skip
"""Rules from those that say little more than a way of writing to those that a reader has to know of first."""

_Told = Sequence[int]
"""Words laid together: place and number of words in the one, the same in the other, what told it, and its detail."""


class Teller:
    """Tells pairs of prepared names in sentences; what was said of two words before is remembered."""

    def __init__(self, tables: NameTables, preparing: Preparing) -> None:
        """Take the names as prepared."""
        from palermo.identity.kernels import words

        self._tables = tables
        self._parts = preparing.parts
        self._rules = preparing.rules()
        self._spelled = words.SPELLED
        self._linked = {words.CALLED, words.SHARED, words.KNOWN}
        self._kinds = {
            words.SAME: "same", words.CALLED: "nickname", words.SHARED: "nickname-shared", words.KNOWN: "known-spelling",
            words.SOUNDED: "sounds", words.LETTERS: "letters", words.MARKS: "marks-differ", words.STRICT: "other-syllables",
            words.HAN_SOUND: "han-sounds-alike", words.INITIAL: "initial", words.NOTHING: "other-word", words.FAINT: "hardly-alike",
        }  # fmt: skip
        self._said: dict[tuple[str, str, int, int], str] = {}

    def tell(
        self, names: tuple[str, str], numbers: tuple[int, int], told: Sequence[_Told], *, turned: bool
    ) -> tuple[str, str]:
        """Give the rule that tells most of two names, and the sentence.

        Args:
            names: the two names as given.
            numbers: their numbers among the prepared names.
            told: the words laid together.
            turned: whether the second name was laid as the first.
        """
        one, other = self._parts[numbers[0]], self._parts[numbers[1]]
        if not one.words or not other.words:
            empty = names[0] if not one.words else names[1]
            return "no-letters", f"“{_shown(empty)}” has no letter that a name could be read from."
        laid = sorted([row[2], row[3], row[0], row[1], *row[4:]] if turned else [*row] for row in told)
        rules = [self._rule(row[4], row[5]) for row in laid]
        pieces = [self._piece(row, rule, one, other) for row, rule in zip(laid, rules, strict=True)]
        left = _left(one, [(row[0], row[1]) for row in laid]), _left(other, [(row[2], row[3]) for row in laid])
        if any(second[2] < first[2] for first, second in pairwise(laid)):
            pieces.append("the words stand in another order")
        pieces += _left_over(left)
        descent = _descent(one, other, laid)
        pieces += [said for _, said in descent]
        return _whole_rule(rules, left, descent), _sentence(pieces)

    def _rule(self, what: int, detail: int) -> str:
        return self._rules[detail] if what == self._spelled else self._kinds[what]

    def _piece(self, row: _Told, rule: str, one: NameParts, other: NameParts) -> str:
        here, there = _written(one, row[0], row[1]), _written(other, row[2], row[3])
        key = (here, there, row[4], row[5])
        said = self._said.get(key)
        if said is None:
            through = self._tables.through[row[5]] if row[4] in self._linked else ""
            says = self._tables.says.get(rule, rule).replace("{through}", through)
            said = (
                f"“{_shown(here)}” is in both" if rule == "same" else f"“{_shown(here)}” and “{_shown(there)}”: {says}"
            )
            self._said[key] = said
        return said


def _descent(one: NameParts, other: NameParts, laid: Sequence[_Told]) -> list[tuple[str, str]]:
    """Give the rules of descent by which two names are of two people, or of one that says less, each in words."""
    here, there = one.descent, other.descent
    found = []
    if here.child * there.child == -1:
        found.append(("son-and-daughter", "one name says whose son, the other whose daughter"))
    if here.father and there.father:
        places = {(row[0] - here.father, row[2] - there.father) for row in laid if row[1] == row[3] == 1}
        if places & {(-1, 0), (0, -1)}:
            found.append(("father-and-child", "the given name of one is the father's name of the other"))
    if here.place and there.place and here.place != there.place:
        said = f"“{_shown(here.suffix)}” and “{_shown(there.suffix)}” are two people of one line"
        found.append(("two-generations", said))
    elif here.place != there.place:
        found.append(("words-missing", f"only one has “{_shown(here.suffix or there.suffix)}”"))
    return found


def _whole_rule(rules: Sequence[str], left: tuple[list[str], list[str]], descent: Sequence[tuple[str, str]]) -> str:
    apart = [rule for rule, _ in descent if rule != "words-missing"]
    if apart:
        return apart[0]
    if all(left) or not rules:
        return "other-words"
    telling = [rule for rule in rules if rule != "same"]
    if telling:
        return max(telling, key=lambda rule: _STRENGTH.index(rule) if rule in _STRENGTH else -1)
    return "words-missing" if any(left) or descent else "same"


def _left_over(left: tuple[list[str], list[str]]) -> list[str]:
    if not any(left):
        return []
    shown = [", ".join(f"“{word}”" for word in words) for words in left]
    if all(left):
        return [f"{shown[0]} stands against {shown[1]}"]
    return [f"only one has {held}" for held in shown if held]


def _left(name: NameParts, laid: Sequence[tuple[int, int]]) -> list[str]:
    taken = {at + k for at, size in laid for k in range(size)}
    return [_shown(word.written) for at, word in enumerate(name.words) if at not in taken]


def _written(name: NameParts, at: int, size: int) -> str:
    if size == 1:
        return name.words[at].written
    return " ".join(word.written for word in name.words[at : at + size])


def _shown(text: str) -> str:
    if text.isprintable() and len(text) <= _SHOWN:
        return text
    clean = "".join(char if char.isprintable() else "·" for char in text[:_SHOWN])
    return clean + ("…" if len(text) > _SHOWN else "")


def _sentence(pieces: Sequence[str]) -> str:
    text = "; ".join(pieces) + "."
    return text[0].upper() + text[1:]
