"""Tells which runs of digits of a folded text are phone numbers, and where one ends and the next begins."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from palermo.kit.digit_runs import FEWEST, GAP, LABELS, Group, Run, find_runs
from palermo.kit.numbers import MAX_DIGITS, canonical
from palermo.kit.phone_worth import NONE, ONLY_IF_ENDED, abroad, labelled_score, national, with_one_sign

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
_LISTING = re.compile("[,/\n]")
"""Stands between things that are listed, and digits of no number."""
_FEWEST_WITH_SPACES = 10
_ENDS_WELL = 4
_SURE = 4
_SURER = 5
BAR = "|"
"""A mark between digits, or a 1."""
_POSING_BAR = re.compile(r"(?<=[0-9])\||\|(?=[0-9])")
_NEAR = 16
"""How far around the runs a date or time can reach."""
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
    return [phone for run in runs for phone in _Reader(text).read(run)]


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
    """Reads the phones of runs."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, run: Run) -> list[Phone]:
        """Give the phones of a run: of its pieces between commas or lines if those are phones, else across them."""
        groups, clean = run.groups, run.before != "taints"
        found: list[Phone] = []
        if run.before == "glued":
            phone, size = self._glued(groups)
            found = [phone] if phone else []
            begun = self._text[groups[0].start : groups[0].end]
            clean = phone is not None or not any(char.isdigit() for char in begun)
            groups = groups[size:]
            if sum(len(group.digits) for group in groups) < FEWEST:
                return found
        pieces = list(self._pieces(groups))
        if len(pieces) > 1:
            inside = [phone for piece in pieces for phone in self._across(piece, clean)]
            if inside:
                return found + inside
        return found + self._across(groups, clean)

    def _glued(self, groups: list[Group]) -> tuple[Phone | None, int]:
        """Read the whole number that is glued to a word; None and 1 for none. An o may be the word's or a zero."""
        first = groups[0]
        best: tuple[int, int, str, int] | None = None
        posing = first.how == "suffix" and not first.spoken
        for begin in (0, 1) if posing and first.digits[:2] == "00" else (0,):
            digits = first.digits[begin:]
            sizes = [len(digits)]
            for last in range(min(len(groups), MAX_DIGITS + 2)):
                if last:
                    digits += groups[last].digits
                    sizes.append(len(groups[last].digits))
                worth = national(digits, tuple(sizes)) if len(digits) <= MAX_DIGITS + 2 else NONE
                if worth < _SURE or not self._ends_glued(groups, last, worth):
                    continue
                value = canonical(digits, plus=False)
                if value and (best is None or worth > best[0]):
                    best = (worth, last, value, begin)
        if best is None or (posing and not self._all_posing(first.start, groups[best[1]].end, best[2])):
            return None, 1
        used = groups[: best[1] + 1]
        if not _is_dialled(used):
            return None, 1
        ways = frozenset().union(*(group.ways for group in used))
        return Phone(best[2], first.start + best[3], used[-1].end, ways), len(used)

    def _ends_glued(self, groups: list[Group], last: int, worth: int) -> bool:
        """Whether nothing that could be more of a glued number follows."""
        after = last + 1
        if after == len(groups) or self._between(groups, after, _BREAK) is not None:
            return True
        return self._turns(groups, 0, last, worth)

    def _all_posing(self, start: int, end: int, value: str) -> bool:
        """Whether letters stand for every 0 and 1, and more than the o of a word before a Spanish number does."""
        written = self._text[start:end]
        if "0" in written or "1" in written:
            return False
        return len(value) != 10 or value[0] != "0" or value[1] < "6" or sum(char in "oil" for char in written) > 1

    def _pieces(self, groups: list[Group]) -> Iterator[list[Group]]:
        piece: list[Group] = []
        for group in groups:
            if piece and _BREAK.search(self._text, piece[-1].end, group.start):
                yield piece
                piece = []
            piece.append(group)
        yield piece

    def _across(self, groups: list[Group], clean: bool) -> list[Phone]:
        found: list[Phone] = []
        at = 0
        while at < len(groups):
            phone, size = self._at(groups, at, clean)
            if phone:
                found.append(phone)
            at += size
            clean = phone is not None or (
                at < len(groups)
                and (self._between(groups, at, _BREAK) is not None or (clean and self._aside(groups, at - 1)))
            )
        return found

    def _aside(self, groups: list[Group], at: int) -> bool:
        """Whether a group is a word or price of the sentence before a number: other marks or no words follow."""
        spoken, near = groups[at].spoken, groups[at + 1]
        if spoken and not near.spoken:
            return True
        if not spoken and not (near.digits[0] == "0" and _parts(self._mark(groups, at + 1))):
            return False
        return at + 2 < len(groups) and self._mark(groups, at + 1) != self._mark(groups, at + 2)

    def _mark(self, groups: list[Group], at: int) -> str:
        return self._text[groups[at - 1].end : groups[at].start]

    def _between(self, groups: list[Group], at: int, mark: re.Pattern[str]) -> re.Match[str] | None:
        return mark.search(self._text, groups[at - 1].end, groups[at].start) if at else None

    def _at(self, groups: list[Group], at: int, clean: bool) -> tuple[Phone | None, int]:
        """Read the phone that begins with a group; None and 1 where none does."""
        start = groups[at].start
        before = self._text[max(0, start - 16) : start]
        plus = _PLUS.search(before) if "+" in before or "plus" in before else None
        if plus:
            phone = self._best(groups, at, abroad)
            if phone:
                begin = start - len(plus[0])
                return Phone(phone[0], begin, groups[at + phone[1] - 1].end, phone[2]), phone[1]
        if not clean and not plus and groups[at].digits[:2] != "00" and not self._plainly(groups, at):
            return None, 1
        labelled = _labelled(before)
        if not labelled and _CODE_BEFORE.search(before):
            return None, 1
        phone = self._best(groups, at, labelled_score if labelled else national)
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
            if worth == NONE and len(sizes) == len(digits) >= FEWEST and score is not abroad:
                worth = self._with_one_sign(groups, at, digits)
            if worth == NONE:
                continue
            turned = self._turns(groups, at, last, worth)
            worth += _ENDS_WELL * (turned or self._ends_well(groups, last))
            if best is None or (worth, last) > best[:2]:
                value = canonical(digits, plus=score is abroad)
                best = (worth, last, value) if value else best
            if turned:
                break
        if best is None or best[0] < 0:
            return None
        used = groups[at : best[1] + 1]
        if used[0].digits == "0" and self._text[used[0].end : used[1].start] == ",":
            return None
        return best[2], len(used), frozenset().union(*(group.ways for group in used))

    def _with_one_sign(self, groups: list[Group], at: int, digits: str) -> int:
        """Weigh single digits with the same mark between all."""
        used = range(at + 1, at + len(digits))
        spoken = any(group.spoken for group in groups[at : at + len(digits)])
        if spoken or len({self._mark(groups, near) for near in used}) > 1:
            return NONE
        mark = self._mark(groups, at + 1)
        if _LISTING.search(mark) or (mark == " " and len(digits) < _FEWEST_WITH_SPACES):
            return NONE
        return with_one_sign(digits)

    def _turns(self, groups: list[Group], at: int, last: int, worth: int) -> bool:
        """Whether the group after a whole number is no part of it: a word behind digits, or more behind another mark."""
        after = last + 1
        if after == len(groups):
            return False
        if last == at and worth >= _SURER:
            return True
        spoken = groups[after].spoken
        mark = self._mark(groups, after)
        if worth < (ONLY_IF_ENDED if spoken else _SURER) or not (spoken or _parts(mark)):
            return False
        if spoken and len(groups[last].digits) > 1 and not any(group.spoken for group in groups[at:after]):
            return True
        return all(self._mark(groups, near) != mark for near in range(at + 1, after))

    def _ends_well(self, groups: list[Group], last: int) -> bool:
        """Whether nothing, a line, or another phone's first digits follow; a single 0 is more likely this phone's."""
        after = last + 1
        if after == len(groups):
            return True
        near = groups[after]
        if near.digits[0] == "0" and (
            (len(near.digits) > 1 and not near.spoken) or sum(len(group.digits) for group in groups[after:]) >= FEWEST
        ):
            return True
        return self._between(groups, after, _BREAK) is not None


def _is_dialled(groups: list[Group]) -> bool:
    """Whether groups may be of a number glued to a word: all of one digit behind a 0 alone, and no pairs that count up."""
    if len(groups[0].digits) == 1:
        return all(len(group.digits) == 1 or group.spoken for group in groups)
    values = [int(group.digits) for group in groups if len(group.digits) == 2]
    steps = [after - before for before, after in pairwise(values)]
    return len(values) < len(groups) or not all(0 < step <= 10 for step in steps)


def _parts(mark: str) -> bool:
    """Whether a mark parts numbers rather than groups: a space and something else."""
    return " " in mark and mark.strip(" ") != ""


def _starts_nationally(digits: str) -> bool:
    return digits[:1] == "0" and digits[1:2] != "0"


def _labelled(before: str) -> bool:
    found = _LABEL.search(before)
    return found is not None and (found[1] is None or found[1] in LABELS)
