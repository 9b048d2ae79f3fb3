"""Tells which runs of digits of a folded text are phone numbers, and where one ends and the next begins."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from palermo.kit.digit_runs import GAP, LABELS, Group, Run, find_runs
from palermo.kit.numbers import MAX_DIGITS, calling_code, canonical, plan_of

_DATES = re.compile(
    r"(?<![0-9])(?<![0-9][-/.])(?:(?:19|20)[0-9]{2}([-/.])[01]?[0-9]\1[0-3]?[0-9]"
    r"|[0-3]?[0-9]([-/.])[01]?[0-9]\2(?:(?:19|20)[0-9]{2}|[0-9]{2}))(?![0-9])(?![-/.][0-9])"
    r"|(?<![0-9/])[0-3]?[0-9]/[01]?[0-9](?:(?:, ?| - ?| & | et | en | and | und | y | |-)[0-3]?[0-9]/[01]?[0-9])+(?![0-9/])"
    r"|(?<![0-9])[0-3]?[0-9] (?:sept?|sep)\.? (?:19|20)[0-9]{2}(?![0-9])"
)
_DATE_HINT = re.compile(r"[0-9][-/.][0-9]{1,2}[-/.][0-9]|[0-9]/[01]?[0-9][ ,-]|[0-9] sep")
_TIME_HINT = re.compile(r"[0-9]:[0-5]|[0-9]\.[0-5]0 ?-")
_TIMES = re.compile(
    r"(?<![0-9:])(?<![0-9]:)[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?!:[0-9])"
    r"|(?<![0-9])(?<![0-9][.\-])[0-2]?[0-9]\.[0-5]0 ?- ?[0-2]?[0-9]\.[0-5]0(?![0-9])(?![.\-][0-9])"
)
_PLUS = re.compile(rf"(?:\+|(?<![a-z])plus)[ (\[{GAP}]{{0,2}}\Z")
_LABEL = re.compile(r"(?<![a-z0-9])([a-z]{2,12})[ .:\-]{0,3}\Z|[话話号號机機信][ :]{0,3}\Z")
_CODE_BEFORE = re.compile(r"(?<![a-z0-9])[a-z]{1,5}[-_#]\Z")
_BREAK = re.compile(r"\n|, |/ | /")
_SPANISH = re.compile("[6-9][0-9]{8}")
_SPANISH_SHAPES = frozenset({(9,), (3, 3, 3), (3, 2, 2, 2), (1, 2, 2, 2, 2), (2, 3, 2, 2), (3, 6), (2, 7)})
_MOBILE_CHINESE = re.compile("1[3-9][0-9]{9}")
_CHINESE_SHAPES = frozenset({(11,), (3, 4, 4), (1,) * 11})
_LABELLED_SHAPES = frozenset({(3, 3, 4), (3, 7), (3, 6), (3, 3, 3), (4, 3, 3), (3, 4, 3), (3, 2, 2, 2, 2)})
_NATIONAL_SCORES = {8: -9, 9: 4, 10: 5, 11: 4, 12: 2}
_ENDS_WELL = 4
BAR = "|"
"""A mark between digits, or a 1."""
_POSING_BAR = re.compile(r"(?<=[0-9])\||\|(?=[0-9])")
_NEAR = 16
"""How far around the runs a date or time can reach."""
_PAIRS = 8
_NONE = -99
_ONLY_IF_ENDED = -1
_Score = Callable[[str, tuple[int, ...]], int]


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in a folded text: its canonical value, its stretch, and the disguises used."""

    value: str
    start: int
    end: int
    ways: frozenset[str]


def find_phones(text: str) -> list[Phone]:
    """Find the phone numbers of a folded text, in order; `|` is a mark between digits, or 1 where that gives a number."""
    bars = BAR in text
    runs = list(find_runs(text))
    if not runs and not bars:
        return []
    first, last = (0, len(text)) if bars else (max(0, runs[0].groups[0].start - _NEAR), runs[-1].groups[-1].end + _NEAR)
    cleared = _without_moments(text, first, last)
    if cleared != text:
        runs = list(find_runs(cleared))
    found = _in(cleared, runs)
    if not bars:
        return found
    posing = _POSING_BAR.sub("1", cleared)
    other = [_bars_told(cleared, phone) for phone in _in(posing, find_runs(posing))]
    return other if _sound(other) > _sound(found) else found


def _bars_told(text: str, phone: Phone) -> Phone:
    ways = phone.ways | {"letters for digits"} if BAR in text[phone.start : phone.end] else phone.ways
    return Phone(phone.value, phone.start, phone.end, ways)


def _sound(found: list[Phone]) -> int:
    """Count the numbers of ten digits and those that say their country."""
    return sum(len(phone.value) == 10 or phone.value[0] == "+" for phone in found)


def _in(text: str, runs: Iterable[Run]) -> list[Phone]:
    return [phone for run in runs for phone in _Reader(text, run.tainted).read(run.groups)]


def _without_moments(text: str, first: int, last: int) -> str:
    """Put something that is no digit in place of dates and times that begin within a stretch."""
    for hint, moments in ((_DATE_HINT, _DATES), (_TIME_HINT, _TIMES)):
        if hint.search(text, first, last):
            text = _blanked(text, moments, first, last)
    return text


def _blanked(text: str, moments: re.Pattern[str], first: int, last: int) -> str:
    parts: list[str] = []
    done = 0
    for found in moments.finditer(text, first, last):
        parts += (text[done : found.start()], "§" * len(found[0]))
        done = found.end()
    return "".join([*parts, text[done:]])


class _Reader:
    """Reads the phones of one run."""

    def __init__(self, text: str, tainted: bool) -> None:
        self._text = text
        self._tainted = tainted

    def read(self, groups: list[Group]) -> list[Phone]:
        """Give the phones of a run: of its pieces between commas or lines if those are phones, else across them."""
        pieces = list(self._pieces(groups))
        if len(pieces) > 1:
            found = [phone for piece in pieces for phone in self._across(piece)]
            if found:
                return found
        return self._across(groups)

    def _pieces(self, groups: list[Group]) -> Iterator[list[Group]]:
        piece: list[Group] = []
        for group in groups:
            if piece and _BREAK.search(self._text, piece[-1].end, group.start):
                yield piece
                piece = []
            piece.append(group)
        yield piece

    def _across(self, groups: list[Group]) -> list[Phone]:
        found: list[Phone] = []
        at = 0
        clean = not self._tainted
        while at < len(groups):
            phone, size = self._at(groups, at, clean)
            if phone:
                found.append(phone)
            at += size
            clean = phone is not None or (at < len(groups) and bool(self._between(groups, at, _BREAK)))
        return found

    def _between(self, groups: list[Group], at: int, mark: re.Pattern[str]) -> re.Match[str] | None:
        return mark.search(self._text, groups[at - 1].end, groups[at].start) if at else None

    def _at(self, groups: list[Group], at: int, clean: bool) -> tuple[Phone | None, int]:
        """Read the phone that begins with a group; None and 1 where none does."""
        start = groups[at].start
        before = self._text[max(0, start - 16) : start]
        plus = _PLUS.search(before) if "+" in before or "plus" in before else None
        if plus:
            phone = self._best(groups, at, _abroad)
            if phone:
                begin = start - len(plus[0])
                return Phone(phone[0], begin, groups[at + phone[1] - 1].end, phone[2]), phone[1]
        if not clean and not plus and groups[at].digits[:2] != "00" and not self._plainly(groups, at):
            return None, 1
        labelled = _labelled(before)
        if not labelled and _CODE_BEFORE.search(before):
            return None, 1
        national = _labelled_score if labelled else _national
        phone = self._best(groups, at, national)
        if phone is None:
            return None, 1
        return Phone(phone[0], start, groups[at + phone[1] - 1].end, phone[2]), phone[1]

    def _plainly(self, groups: list[Group], at: int) -> bool:
        """Whether a phone begins here though other numbers stand before it: ten digits in pairs, or nine together."""
        digits = groups[at].digits
        if len(digits) >= 9:
            return digits[0] == "0"
        return _starts_nationally(digits) and [len(group.digits) for group in groups[at : at + 6]] == [2] * 5

    def _best(self, groups: list[Group], at: int, score: _Score) -> tuple[str, int, frozenset[str]] | None:
        """Choose where the phone ends; gives its value, how many groups it has, and its disguises."""
        best: tuple[int, int, str] | None = None
        digits = ""
        sizes: list[int] = []
        for last in range(at, min(len(groups), at + MAX_DIGITS + 2)):
            digits += groups[last].digits
            sizes.append(len(groups[last].digits))
            if len(digits) > MAX_DIGITS + 3:
                break
            worth = score(digits, tuple(sizes))
            if worth == _NONE:
                continue
            worth += _ENDS_WELL * self._ends_well(groups, last)
            if best is None or (worth, last) > best[:2]:
                value = canonical(digits, plus=score is _abroad)
                best = (worth, last, value) if value else best
        if best is None or best[0] < 0:
            return None
        used = groups[at : best[1] + 1]
        if used[0].digits == "0" and self._text[used[0].end : used[1].start] == ",":
            return None
        return best[2], len(used), frozenset().union(*(group.ways for group in used))

    def _ends_well(self, groups: list[Group], last: int) -> bool:
        """Whether nothing, a line, or another phone's first digits follow."""
        if last + 1 == len(groups):
            return True
        return groups[last + 1].digits[0] == "0" or self._between(groups, last + 1, _BREAK) is not None


def _starts_nationally(digits: str) -> bool:
    return digits[:1] == "0" and digits[1:2] != "0"


def _national(digits: str, sizes: tuple[int, ...]) -> int:
    """Weigh digits as a whole number written inside its country."""
    size = len(digits)
    if digits.startswith("00"):
        return _abroad(digits[2:], sizes) if size >= 10 else _NONE
    if digits[0] == "0":
        worth = _NATIONAL_SCORES.get(size, _NONE)
        return worth + _PAIRS if worth != _NONE and sizes == (2,) * 5 else worth
    if size == 9 and _SPANISH.fullmatch(digits) and (sizes in _SPANISH_SHAPES or set(sizes) == {1}):
        prices = sizes == (3, 3, 3) and all(digits[at] == "0" for at in (2, 5, 8))
        return _NONE if prices else 4 if len(sizes) == 1 else _ONLY_IF_ENDED
    return 4 if sizes in _CHINESE_SHAPES and _MOBILE_CHINESE.fullmatch(digits) else _NONE


def _labelled_score(digits: str, sizes: tuple[int, ...]) -> int:
    """Weigh digits after a word such as “tel”: there a number may begin with any digit if it is written together."""
    worth = _national(digits, sizes)
    if worth > _NONE or digits[0] == "0":
        return worth
    if len(sizes) == 1 and 8 <= len(digits) <= 13:
        return 4
    return 4 if sizes in _LABELLED_SHAPES and not _all_round(digits, sizes) else _NONE


def _all_round(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether every group ends with 0, as prices do."""
    return all(digits[end - 1] == "0" for end in accumulate(sizes))


def _abroad(digits: str, _sizes: tuple[int, ...]) -> int:
    """Weigh digits as a whole number after `+`."""
    if len(digits) < 8:
        return _NONE
    return _abroad_worth(calling_code(digits[:3]), len(digits), digits)


def _abroad_worth(code: str, size: int, digits: str) -> int:
    plan = plan_of(code) if code else None
    if plan is None:
        return _NONE
    left = size - len(code)
    if plan.trunk and digits[len(code) :].startswith(plan.trunk):
        left -= len(plan.trunk)
    if left in plan.mobile:
        return 6
    if left in plan.usual:
        return 4
    return 1 if left in plan.lengths else _NONE


def _labelled(before: str) -> bool:
    found = _LABEL.search(before)
    return found is not None and (found[1] is None or found[1] in LABELS)
