"""Tells how a wording drifted: phrases that came into it, went out of it or were replaced, with their days.

The rule. The dated adverts of a wording are cut into windows: a calendar month each, one with too few adverts joined
with those after it (what is left over at the end, with the one before it). Stretches of three words are counted by
window. One comes where it is carried by at least half of a window's adverts and by at most a tenth (or one) in every window before,
the one just before excepted, in which the change may fall, if there are others; it goes the other way round. Stretches that change together
and touch are one phrase, cut down to the words that are new (or gone). One that goes and one that comes at the same
place, between the same words, at the same time are a replacement.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal

from palermo.adverts.posted import BLANK, DriftFigures, Posted, in_order
from palermo.model.histories import Change, Drift

_SIZE = 3
_TEXTS = 60
"""Different texts of a window that are read for its phrases, the most used first."""

Words = tuple[str, ...]
Dated = tuple[datetime, Posted]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase with the words beside it, the stretch it is counted by, and the window in which it came or after which it went."""

    words: Words
    left: Words
    right: Words
    mark: Words
    window: int


def drift(adverts: Sequence[Posted], wording: int, figures: DriftFigures) -> Drift:
    """Tell how one wording drifted; the answer does not depend on the order of its adverts."""
    dated = in_order(adverts)
    windows = _windows(dated, figures.window_adverts)
    undated = len(adverts) - len(dated)
    if len(windows) < 2:
        return Drift(wording, len(windows), undated, ())
    found = _Counted(windows, figures)
    came, went = found.phrases(coming=True), found.phrases(coming=False)
    changes = []
    for old in went:
        new = next((phrase for phrase in came if _same_place(old, phrase)), None)
        if new:
            came.remove(new)
        if new is None or _bare(old) != _bare(new):
            changes.append(found.change(wording, old, new))
    changes += [found.change(wording, None, phrase) for phrase in came]
    kept = (change for change in changes if change.shown >= figures.least_adverts)
    return Drift(wording, len(windows), undated, tuple(sorted(kept, key=lambda one: (one.day, one.old, one.new))))


def _windows(dated: Sequence[Dated], least: int) -> list[list[Dated]]:
    windows: list[list[Dated]] = []
    for _, found in groupby(dated, key=lambda pair: (pair[0].year, pair[0].month)):
        own = list(found)
        if windows and len(windows[-1]) < least:
            windows[-1] += own
        else:
            windows.append(own)
    if len(windows) > 1 and len(windows[-1]) < least:
        last = windows.pop()
        windows[-1] += last
    return windows


def _stretches(words: Words) -> list[Words]:
    return [words[at : at + _SIZE] for at in range(len(words) - _SIZE + 1)]


def _same_place(old: _Phrase, new: _Phrase) -> bool:
    """Whether a phrase that went and one that came stood between the same words, at the same time give or take a window."""
    beside = (old.left and old.left == new.left) or (old.right and old.right == new.right)
    return bool(beside) and abs(old.window + 1 - new.window) <= 1


def _bare(phrase: _Phrase) -> list[str]:
    return [word for word in phrase.words if word != BLANK]


class _Counted:
    """The stretches of a wording, counted by window."""

    def __init__(self, windows: Sequence[Sequence[Dated]], figures: DriftFigures) -> None:
        """Count every stretch once an advert."""
        self._windows = windows
        self._figures = figures
        self._texts = [Counter(advert.words for _, advert in window) for window in windows]
        known = {words: frozenset(_stretches(words)) for texts in self._texts for words in texts}
        self._known: Mapping[Words, frozenset[Words]] = known
        self._counts: dict[Words, Counter[int]] = defaultdict(Counter)
        for n, texts in enumerate(self._texts):
            for words, times in texts.items():
                for stretch in known[words]:
                    self._counts[stretch][n] += times

    def phrases(self, *, coming: bool) -> list[_Phrase]:
        """Give the phrases that came, or that went, in the order of windows and words."""
        by_window: dict[int, set[Words]] = defaultdict(set)
        for stretch in self._counts:
            window = self._turn(stretch, coming=coming)
            if window >= 0:
                by_window[window].add(stretch)
        found = [phrase for n in sorted(by_window) for phrase in self._joined(n, by_window[n])]
        return sorted(found, key=lambda phrase: (phrase.window, phrase.words, phrase.mark))

    def _turn(self, stretch: Words, *, coming: bool) -> int:
        """Give the first window in which a stretch is there, or the last; -1 where it was there from the beginning or to the end."""
        counts, many = self._counts[stretch], len(self._windows)
        if sum(counts.values()) < self._figures.least_adverts:
            return -1
        order = list(range(many) if coming else range(many - 1, -1, -1))
        for at, n in enumerate(order):
            if counts[n] * 100 >= self._figures.present_percent * len(self._windows[n]):
                # Nearest first: the change may fall in the nearest window, which then carries some of both.
                absent = [self._absent(counts[m], m) for m in reversed(order[:at])]
                return n if any(absent) and all(absent[1:]) else -1
        return -1

    def _absent(self, count: int, window: int) -> bool:
        """Whether so few of a window's adverts are next to none: one always is."""
        return count <= 1 or count * 100 <= self._figures.absent_percent * len(self._windows[window])

    def _joined(self, window: int, changed: set[Words]) -> list[_Phrase]:
        """Put stretches that change together and touch into phrases, those of the most used texts first."""
        texts = self._texts[window]
        left = set(changed)
        made = []
        for words in sorted(texts, key=lambda words: (-texts[words], words))[:_TEXTS]:
            for first, last in _runs(words, changed):
                stretches = set(_stretches(words[first : last + _SIZE]))
                if stretches <= left:
                    left -= stretches
                    made.append(_phrase(words, first, last, window))
        return [phrase for phrase in made if set(phrase.words) - {BLANK}]

    def change(self, wording: int, old: _Phrase | None, new: _Phrase | None) -> Change:
        """Write a change, with how many adverts show it."""
        if new:
            shown, of, day, advert = self._seen(new, coming=True)
        else:
            assert old is not None
            shown, of, day, advert = self._seen(old, coming=False)
        kind: Literal["came", "went", "replaced"] = "replaced" if old and new else "came" if new else "went"
        written = [_written(phrase.words) if phrase else "" for phrase in (old, new)]
        return Change(wording, kind, day, written[0], written[1], shown, of, advert.row)

    def _seen(self, phrase: _Phrase, *, coming: bool) -> tuple[int, int, date, Posted]:
        """Count the adverts that carry a phrase from its first on (or until its last): how many, of how many, when, the first."""
        near = self._windows[max(0, phrase.window - 1) :] if coming else self._windows[: phrase.window + 2]
        line = [pair for window in near for pair in window]
        carrying = [n for n, (_, advert) in enumerate(line) if phrase.mark in self._known[advert.words]]
        edge = carrying[0] if coming else carrying[-1]
        day = line[edge][0].date()
        return len(carrying), len(line) - edge if coming else edge + 1, day, line[edge][1]


def _runs(words: Words, changed: set[Words]) -> list[tuple[int, int]]:
    """Give the first and last place of each run of changed stretches."""
    runs: list[tuple[int, int]] = []
    for at, stretch in enumerate(_stretches(words)):
        if stretch in changed:
            if runs and runs[-1][1] == at - 1:
                runs[-1] = (runs[-1][0], at)
            else:
                runs.append((at, at))
    return runs


def _phrase(words: Words, first: int, last: int, window: int) -> _Phrase:
    """Cut a run down to its own words: the words it shares with the unchanged stretch on either side are not its own."""
    start = first + _SIZE - 1 if first else 0
    end = last + 1 if last + _SIZE < len(words) else len(words)
    mark = words[(first + last) // 2 :][:_SIZE]
    return _Phrase(words[start:end], words[:start][-1:], words[end:][:1], mark, window)


def _written(words: Words) -> str:
    """Write folded words: with spaces, save between signs of scripts that set none."""
    text = ""
    for word in words:
        shown = "[…]" if word == BLANK else word
        tight = text and ord(shown[0]) >= _TIGHT and ord(text[-1]) >= _TIGHT
        text += shown if tight or not text else f" {shown}"
    return text


_TIGHT = 0x2E80
"""Chinese and Japanese signs begin here; no space stands between two of them."""
