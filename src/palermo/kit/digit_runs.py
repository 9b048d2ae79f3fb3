"""Finds the runs of digits of a folded text, whatever they are written as, and how they hang together.

A group is digits without anything between; a run is groups with at most three characters between them. An emoji has
become `GAP` before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from palermo.kit.digit_words import HAN_DIGITS, LETTER_DIGITS, PHRASES, SINGLE, VOCABULARY, words_of
from palermo.kit.handles import MESSENGER_OF

GAP = "\ue000"
"""What stands for an emoji: a character of no meaning of its own."""

FEWEST = 8
"""A run of fewer digits holds no phone number."""

LONGEST = 17
"""A group of more digits is no phone number, not even with `00` before it."""

LABELS = frozenset(
    words_of(
        "tel tele telephone telefon telefono telefone telefoon phone ph call appel appelez bel bellen gsm mob "
        "mobile mobiel movil handy cell portable sms txt text fax numero nummer number no nr num app whats "
        "contact rufen anruf llama llamame llamar fon bij op au to on me moi mij"
    )
) | {label for label in MESSENGER_OF if label.isascii()}
"""Words after which a number may follow without a space."""

_HAN = "".join(HAN_DIGITS)
_TOKEN = re.compile(rf"[0-9]+|[a-z]+|[{_HAN}]")
_BETWEEN = re.compile(rf"(?:{GAP}+|[ \n.\-/()\[\]*_·•,'~:|#=\\\"{{}}<>]){{1,3}}")
_UNIT_WORD = (
    r"€|\$|£|¥|元|块|分|点|岁|%|eur(?:os?)?(?![a-z])|min(?:ut(?:es?|en|os|i))?(?![a-z])|mn(?![a-z])|uur(?![a-z])"
    r"|ans(?![a-z])|jaar|years?(?![a-z])|anos(?![a-z])|jahre|cm(?![a-z])|kg(?![a-z])|km(?![a-z])|hours?(?![a-z])"
    r"|heures?(?![a-z])|horas?(?![a-z])|stunden?"
)
_UNIT = re.compile(rf" ?(?:{_UNIT_WORD})")
_WORD_AFTER = re.compile(r"([a-z]{3,12}+)(?![0-9])")
_WORD_BEFORE = re.compile(r"(?<![a-z0-9])[a-z]{1,14}\Z")
_GLUED_STARTS = frozenset(word[:3] for word in SINGLE)
_GLUED_ENDS = frozenset(word[-3:] for word in SINGLE)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_WORDS_IN_RUN = 400
_TEN = 10


@dataclass(slots=True)
class Group:
    """Digits without anything between, from `start` to `end` of the folded text, and the disguises used."""

    start: int
    end: int
    digits: str
    ways: frozenset[str]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Groups close to one another; `tainted` where something that is no number stands right before them."""

    groups: list[Group]
    tainted: bool


_Token = tuple[int, int, str]
_PLAIN: frozenset[str] = frozenset()
_AS_WORDS = frozenset({"words"})
_AS_LETTERS = frozenset({"letters for digits"})


def find_runs(text: str) -> Iterator[Run]:
    """Give the runs of a folded text in order, those of fewer than eight digits left out."""
    groups: list[Group] = []
    tainted = False
    last = 0
    for group in _groups(text):
        if (groups or tainted) and not _BETWEEN.fullmatch(text, last, group.start):
            yield from _whole(groups, tainted)
            groups, tainted = [], False
        last = group.end
        fault = _fault(text, group)
        if fault:
            yield from _whole(groups, tainted)
            groups, tainted = [], fault == "taints"
        else:
            groups.append(group)
    yield from _whole(groups, tainted)


def _whole(groups: list[Group], tainted: bool) -> Iterator[Run]:
    """Give the runs of a stretch: letters standing alone part it unless digits on both sides say that they are digits."""
    if sum(len(group.digits) for group in groups) < FEWEST:
        return
    run: list[Group] = []
    for at, group in enumerate(groups):
        if group.loose and not _poses(run[-1] if run else None, groups, at):
            yield from _long_enough(run, tainted)
            run, tainted = [], False
        else:
            run.append(group)
    yield from _long_enough(run, tainted)


def _long_enough(run: list[Group], tainted: bool) -> Iterator[Run]:
    """Give a run of enough digits; letters at its end are digits only where they make it ten."""
    size = sum(len(group.digits) for group in run)
    while run and run[-1].loose and size != _TEN:
        size -= len(run.pop().digits)
    if size >= FEWEST:
        yield Run(run, tainted)


def _poses(before: Group | None, groups: list[Group], at: int) -> bool:
    """Whether letters that stand alone are digits: among groups of as many digits, and zeros where they begin a number."""
    digits = groups[at].digits
    after = groups[at + 1] if at + 1 < len(groups) else None
    if before is None and (after is None or digits.strip("0")):
        return False
    return all(len(near.digits) == len(digits) for near in (before, after) if near)


def _fault(text: str, group: Group) -> str:
    """Tell why a group is no part of a phone number: what it says `taints` what follows, or only `ends` what went before."""
    if len(group.digits) > LONGEST:
        return "taints"
    if len(group.digits) <= 3 and _UNIT.match(text, group.end):
        return "ends"
    if group.ways == _AS_WORDS:
        return ""
    if text[group.start - 1 : group.start] in _LETTERS:
        word = _WORD_BEFORE.search(text, max(0, group.start - 16), group.start)
        if word is None or word[0] not in LABELS:
            return "taints"
    if text[group.end : group.end + 1] in _LETTERS:
        after = _WORD_AFTER.match(text, group.end)
        if after is None or _UNIT.match(text, group.end):
            return "taints"
    return ""


def _groups(text: str) -> Iterator[Group]:
    """Give the groups of a text: digits, words and letters for digits without anything between are one."""
    held: Group | None = None
    for start, end, digits, ways, loose in _atoms(text):
        if held is not None and held.end == start:
            held.end = end
            held.digits = (held.digits + digits)[: LONGEST + 1]
            held.ways |= ways
            held.loose = False
            continue
        if held is not None:
            yield held
        held = Group(start, end, digits[: LONGEST + 1], ways, loose)
    if held is not None:
        yield held


def _atoms(text: str) -> Iterator[tuple[int, int, str, frozenset[str], bool]]:
    """Give everything that stands for digits: start, end, digits, disguise, and whether it is letters."""
    waiting: list[_Token] = []
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in VOCABULARY:
            waiting.append((found.start(), found.end(), token))
            if len(waiting) < _WORDS_IN_RUN:
                continue
        first = token[0]
        if waiting:
            yield from _spoken(text, waiting)
            waiting = []
        if token in VOCABULARY:
            continue
        if first in "0123456789":
            yield found.start(), found.end(), token, _PLAIN, False
        elif first in HAN_DIGITS:
            yield found.start(), found.end(), HAN_DIGITS[first], _AS_WORDS, False
        elif token[:3] in _GLUED_STARTS and token[-3:] in _GLUED_ENDS and _is_glued(token):
            digits = "".join(SINGLE[piece] for piece in _glued()[1].findall(token))
            yield found.start(), found.end(), digits, _AS_WORDS, False
    if waiting:
        yield from _spoken(text, waiting)


def _is_glued(token: str) -> bool:
    """Whether a word is digit words written together."""
    return 6 <= len(token) <= 120 and _glued()[0].fullmatch(token) is not None


@cache
def _glued() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the patterns of digit words written together, and of one of them; few texts need them, and they take long."""
    one = "|".join(sorted(SINGLE, key=lambda word: (-len(word), word)))
    return re.compile(f"(?:{one})++"), re.compile(one)


def _spoken(text: str, tokens: list[_Token]) -> Iterator[tuple[int, int, str, frozenset[str], bool]]:
    """Read words in a row as numbers, the longest first."""
    at = 0
    while at < len(tokens):
        start, end, word = tokens[at]
        size, digits = _phrase(text, tokens, at)
        if digits:
            yield start, tokens[at + size - 1][1], digits, _AS_WORDS, False
        elif word in LETTER_DIGITS:
            yield start, end, LETTER_DIGITS[word], _AS_LETTERS, True
        at += size


def _phrase(text: str, tokens: list[_Token], at: int) -> tuple[int, str]:
    """Give how many words the number that begins here has, and its digits; the same mark stands between all of them."""
    first = tokens[at]
    if at + 1 == len(tokens) or tokens[at + 1][0] != first[1] + 1:
        return 1, SINGLE.get(first[2], "")
    for words, digits in PHRASES.get(first[2], ()):
        rest = tokens[at : at + len(words)]
        if rest[1][2] != words[1] or tuple(token[2] for token in rest) != words:
            continue
        marks = {text[one[1] : two[0]] for one, two in pairwise(rest)}
        if marks == {" "} or marks == {"-"}:
            return len(words), digits
    return 1, SINGLE.get(first[2], "")
