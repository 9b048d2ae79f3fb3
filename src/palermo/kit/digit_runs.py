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
SMALL_WORDS = frozenset(words_of("al el le la at au du on op to me in by"))
"""Words of two letters that a number may be glued to; other two letters before digits are a country's or a file's."""

CODE_WORDS = frozenset(
    words_of(
        "ref order ord bestelling commande pedido inv invoice factuur facture btw tva vat kbo bce siret siren iban bic "
        "rekening compte cuenta account img photo foto pic dsc item art code pin file dossier id"
    )
)
"""Words that digits are glued to which are no phone number."""

_BEFORE_GLUED = re.compile(r"(?<![a-z0-9_/=#@])[a-z]{2,20}\Z")
_FIRST_PART = "|".join(sorted(SMALL_WORDS))
_ZERO_GLUED = re.compile(rf"(?:{_FIRST_PART}|[a-z]{{3,20}}?)(zero|cero|null?)")
_POSING_GLUED = re.compile(rf"(?:{_FIRST_PART}|[a-z]{{3,20}}?)(o[oil]{{0,3}})")
_GLUED_STARTS = frozenset(word[:3] for word in SINGLE)
_GLUED_ENDS = frozenset(word[-3:] for word in SINGLE)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_WORDS_IN_RUN = 400
_TEN = 10
_WHOLE = 9
_NOT_BEFORE = frozenset("0123456789_/=#@")
_ONE_TO_NINE = frozenset("123456789")
_ZERO_TO_NINE = _ONE_TO_NINE | {"0"}


@dataclass(slots=True)
class Group:
    """Digits without anything between, from `start` to `end` of the folded text, and the disguises used.

    `how` is `loose` for nothing but letters that pose as digits, `suffix` where they begin at the end of a word.
    """

    start: int
    end: int
    digits: str
    ways: frozenset[str]
    how: str = ""

    @property
    def spoken(self) -> bool:
        """Whether it is written in words."""
        return self.ways == _AS_WORDS

    @property
    def mixed(self) -> bool:
        """Whether digits and letters that pose as digits stand side by side in it."""
        return "letters for digits" in self.ways and self.how != "loose"


@dataclass(frozen=True, slots=True)
class Run:
    """Groups close to one another, and what stands right before them.

    That is `taints` for something that is no number, `glued` for a word that the first group is glued to.
    """

    groups: list[Group]
    before: str


_Token = tuple[int, int, str]
_Atom = tuple[int, int, str, frozenset[str], str]
"""Start, end, digits, disguise, and how it is written as in `Group`."""
_PLAIN: frozenset[str] = frozenset()
_AS_WORDS = frozenset({"words"})
_AS_LETTERS = frozenset({"letters for digits"})


def find_runs(text: str) -> Iterator[Run]:
    """Give the runs of a folded text in order, those of fewer than eight digits left out."""
    groups: list[Group] = []
    before = ""
    last = 0
    for group in _groups(text):
        if (groups or before) and not _BETWEEN.fullmatch(text, last, group.start):
            yield from _whole(groups, before)
            groups, before = [], ""
        last = group.end
        fault = _fault(text, group)
        if fault:
            yield from _whole(groups, before)
            groups, before = [group] if fault == "glued" else [], fault.removeprefix("ends")
        else:
            groups.append(group)
    yield from _whole(groups, before)


def _whole(groups: list[Group], before: str) -> Iterator[Run]:
    """Give the runs of a stretch: letters standing alone part it unless digits around say that they are digits."""
    if sum(len(group.digits) for group in groups) < FEWEST:
        return
    mixed = any(group.mixed for group in groups)
    run: list[Group] = []
    for at, group in enumerate(groups):
        if group.how == "loose" and not _poses(run[-1] if run else None, groups, at, mixed):
            yield from _long_enough(run, before, mixed)
            run, before = [], ""
        else:
            run.append(group)
    yield from _long_enough(run, before, mixed)


def _long_enough(run: list[Group], before: str, mixed: bool) -> Iterator[Run]:
    """Give a run of enough digits; letters at its end are digits only where others are, or where they make it ten."""
    size = sum(len(group.digits) for group in run)
    while run and run[-1].how == "loose" and size != _TEN and not (mixed and len(run[-1].digits) > 1):
        size -= len(run.pop().digits)
    if size >= FEWEST:
        yield Run(run, before)


def _poses(before: Group | None, groups: list[Group], at: int, mixed: bool) -> bool:
    """Whether letters that stand alone are digits.

    They are among groups of as many digits, or where other letters stand among digits; a number begins with a zero.
    """
    digits = groups[at].digits
    after = groups[at + 1] if at + 1 < len(groups) else None
    if before is None and (after is None or digits[0] != "0"):
        return False
    if mixed and len(digits) > 1:
        return True
    return all(len(near.digits) == len(digits) for near in (before, after) if near)


def _fault(text: str, group: Group) -> str:
    """Tell why a group is no part of what went before: it `ends` that, or `taints` what follows too, or is `glued` to a word."""
    if len(group.digits) > LONGEST:
        return "taints"
    if len(group.digits) <= 3 and _UNIT.match(text, group.end):
        return "ends"
    if group.spoken and group.how != "suffix":
        return ""
    glued = group.how == "suffix"
    if not glued and text[group.start - 1 : group.start] in _LETTERS:
        word = _WORD_BEFORE.search(text, max(0, group.start - 16), group.start)
        glued = word is None or word[0] not in LABELS
        if glued and not (group.digits[0] == "0" and _may_be_glued(text, group.start)):
            return "taints"
    if not group.spoken and text[group.end : group.end + 1] in _LETTERS:
        after = _WORD_AFTER.match(text, group.end)
        if after is None or _UNIT.match(text, group.end):
            return "taints"
    return "glued" if glued else ""


def _may_be_glued(text: str, end: int) -> bool:
    """Whether a number may begin right after the word that ends here."""
    found = _BEFORE_GLUED.search(text, max(0, end - 22), end)
    return found is not None and (len(found[0]) > 2 or found[0] in SMALL_WORDS) and found[0] not in CODE_WORDS


def _groups(text: str) -> Iterator[Group]:
    """Give the groups of a text: digits, words and letters for digits without anything between are one."""
    held: Group | None = None
    for start, end, digits, ways, how in _atoms(text):
        if held is not None and held.end == start and not _apart(held, digits, ways):
            held.end = end
            held.digits = (held.digits + digits)[: LONGEST + 1]
            held.ways |= ways
            held.how = "suffix" if held.how == "suffix" else ""
            continue
        if held is not None:
            yield held
        held = Group(start, end, digits[: LONGEST + 1], ways, how)
    if held is not None:
        yield held


def _apart(held: Group, digits: str, ways: frozenset[str]) -> bool:
    """Whether a whole number in digits and one in words touch: a Chinese number follows or goes before."""
    if ways == _AS_WORDS:
        return not held.ways and len(held.digits) >= _WHOLE
    return held.spoken and not ways and len(digits) >= _WHOLE


def _atoms(text: str) -> Iterator[_Atom]:
    """Give everything that stands for digits."""
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
            yield found.start(), found.end(), token, _PLAIN, ""
        elif first in HAN_DIGITS:
            yield found.start(), found.end(), HAN_DIGITS[first], _AS_WORDS, ""
        else:
            yield from _in_word(text, token, found.start(), found.end())
    if waiting:
        yield from _spoken(text, waiting)


def _in_word(text: str, token: str, start: int, end: int) -> Iterator[_Atom]:
    """Read digit words written together, or the zero or posing letters at a word's end."""
    if token[:3] in _GLUED_STARTS and token[-3:] in _GLUED_ENDS and _is_glued(token):
        yield start, end, "".join(SINGLE[piece] for piece in _glued()[1].findall(token)), _AS_WORDS, ""
    elif token[-1] in "oil":
        yield from _suffix(text, token, start, end)


def _suffix(text: str, token: str, start: int, end: int) -> Iterator[_Atom]:
    """Give the zero that a word ends with, or letters that pose as a number's first digits where more digits follow."""
    if start and text[start - 1] in _NOT_BEFORE:
        return
    zero = _ZERO_GLUED.fullmatch(token)
    if zero:
        yield start + zero.start(1), end, "0", _AS_WORDS, "suffix"
        return
    posing = _POSING_GLUED.fullmatch(token)
    if posing is None or token in LABELS:
        return
    letters = posing[1]
    near = text[end : end + 1]
    if near in _ONE_TO_NINE or (len(letters) > 1 and near == " " and text[end + 1 : end + 2] in _ZERO_TO_NINE):
        yield start + posing.start(1), end, LETTER_DIGITS[letters], _AS_LETTERS, "suffix"


def _is_glued(token: str) -> bool:
    """Whether a word is digit words written together."""
    return 6 <= len(token) <= 120 and _glued()[0].fullmatch(token) is not None


@cache
def _glued() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the patterns of digit words written together, and of one of them; few texts need them, and they take long."""
    one = "|".join(sorted(SINGLE, key=lambda word: (-len(word), word)))
    return re.compile(f"(?:{one})++"), re.compile(one)


def _spoken(text: str, tokens: list[_Token]) -> Iterator[_Atom]:
    """Read words in a row as numbers, the longest first."""
    at = 0
    while at < len(tokens):
        start, end, word = tokens[at]
        size, digits = _phrase(text, tokens, at)
        if digits:
            yield start, tokens[at + size - 1][1], digits, _AS_WORDS, ""
        elif word in LETTER_DIGITS:
            yield start, end, LETTER_DIGITS[word], _AS_LETTERS, "loose"
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
