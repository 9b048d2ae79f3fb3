"""Masks the words no rule may read, and tells the headers of columns no rule may read.

Every banned word or phrase becomes the same single mark, whatever its length, so that a text says the same to every
rule whichever of them stood there. Words are found on the folded text: disguised letters, case, accents, invisible
characters and separators inside a word (`a.s.i.a.n`, `chi-nese`, `a s i a n`) do not hide them. Whole words in
alphabetic scripts, so `International` and `Frenchman` in a street's name of one word stay whole; any place in Chinese.
Digits, mails, pages and names after `@` are never touched.

A whole banned stretch may be exchanged for any other and the marks stay the same; the test of the list sees to that. A
word that is also the name of a country (“china” in Spanish) stays where “in”, “en”, “nach” and such say it is a place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from palermo.kit.beside import HAN, Beside
from palermo.kit.fold import Folded, fold, fold_mapped
from palermo.kit.protected import is_protected_header

__all__ = ["MARK", "Masked", "Masker", "banned_words", "is_protected_header", "masker_of", "protected_headers"]

MARK = "▮"
"""What stands for any banned word."""

_GAP = "·"
_TOKEN = re.compile(r"[^\W\d_\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]+")
_PLAIN_TOKEN = re.compile("[a-z]+")
_BETWEEN = re.compile(r"[ \n'·_-]{1,3}")
_MARKS = r".\-_*·|~/+'"
_BROKEN = re.compile(rf"(?<![a-z])[a-z]++(?:[{_MARKS}]{{1,2}}[a-z]++)+")
_BROKEN_HINT = re.compile(rf"[{_MARKS}](?<=[a-z].)[{_MARKS}]?[a-z]")
_SPELLED = re.compile(rf"(?<![a-z])[a-z](?:[ {_MARKS}]{{1,3}}[a-z](?![a-z])){{3,}}")
_SPELLED_HINT = re.compile(rf"[ {_MARKS}][a-z][ {_MARKS}]{{1,3}}[a-z](?![a-z])")
_FEW = 16
"""Up to so many different words a text is searched for each; with more, it is gone through once."""
_LONGEST_BROKEN = 32
_SHORTEST_BROKEN = 4
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{3,100}|@[a-z0-9_.]{2,32}")
_SIGNS = "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff" + MARK
_SIGN = f"\U0001f3f4[\U000e0020-\U000e007f]+|[{_SIGNS}]+"
_TRAILING = re.compile("[\u0300-\u036f\ufe00-\ufe0f\u20e3]*")
_BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]*")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with its banned words masked.

    Attributes:
        text: the text, `MARK` in place of each banned stretch.
        count: how many stretches were masked; words side by side are one.
    """

    text: str
    count: int


@dataclass(slots=True)
class _Words:
    """What may follow the words of a phrase so far, and whether a phrase ends here."""

    ends: bool = False
    then: dict[str, "_Words"] = field(default_factory=dict)


class Masker:
    """A list of banned words, made ready once, for masking any number of texts.

    Args:
        words: banned words and phrases as people write them; an entry without a letter is a sign (an emoji).
        before: words masked only when they stand directly before a masked one, such as a country before “girl”.
        after: words masked only when they stand directly after a masked one.
        alike: characters read as another one (traditional Chinese as simplified), one for one.
    """

    def __init__(
        self,
        words: Iterable[str],
        before: Iterable[str] = (),
        after: Iterable[str] = (),
        alike: Mapping[str, str] | None = None,
    ) -> None:
        """Fold every word once; see the class for what is what."""
        self._alike = str.maketrans(dict(alike or {}))
        self._phrases: dict[str, _Words] = {}
        self._broken: set[str] = set()
        self._han: dict[str, list[str]] = {}
        signs: set[str] = set()
        for word in words:
            self._learn(word, signs)
        for entries in self._han.values():
            entries.sort(key=lambda entry: (-len(entry), entry))
        self._starts = re.compile("[" + "".join(map(re.escape, sorted(self._han))) + "]") if self._han else None
        self._before = Beside(before)
        self._after = Beside(after)
        self._sign_starts = re.compile(f"[\U0001f3f4{_SIGNS}{''.join(re.escape(sign[0]) for sign in sorted(signs))}]")
        self._signs = re.compile("|".join([_SIGN, *map(re.escape, sorted(signs, key=lambda sign: (-len(sign), sign)))]))

    def _learn(self, word: str, signs: set[str]) -> None:
        folded = fold(word).strip()
        if HAN.search(folded):
            self._han.setdefault(folded[0], []).append(folded)
            return
        tokens = tuple(_TOKEN.findall(folded))
        if not tokens:
            signs.add(word.strip())
            return
        known = self._phrases
        for token in tokens:
            reached = known.setdefault(token, _Words())
            known = reached.then
        reached.ends = True
        joined = "".join(tokens)
        if len(joined) >= _SHORTEST_BROKEN:
            self._broken.add(joined)

    def mask(self, text: str) -> Masked:
        """Put the mark in place of every banned stretch of the text."""
        spans = self.spans(text)
        if not spans:
            return Masked(text, 0)
        parts: list[str] = []
        last = 0
        for start, end in spans:
            parts += (text[last:start], MARK)
            last = end
        parts.append(text[last:])
        return Masked("".join(parts), len(spans))

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Give the banned stretches of the text as start and end, in order, apart by more than spaces."""
        folded = fold_mapped(text, gap=_GAP)
        if self._alike and HAN.search(folded.text):
            folded = Folded(folded.text.translate(self._alike), folded.origin, folded.size)
        found = self._found(folded.text)
        signs: list[tuple[int, int]] = []
        if not text.isascii() and self._sign_starts.search(text):
            signs = [match.span() for match in self._signs.finditer(text) if match[0]]
        found += [(bisect_left(folded.origin, start), bisect_left(folded.origin, end)) for start, end in signs]
        if found:
            found = self._widened(folded.text, _joined(found))
        spans = signs + [_back(text, folded, start, end) for start, end in found if start < end]
        return tuple(_merged(text, sorted(spans))) if spans else ()

    def _found(self, text: str) -> list[tuple[int, int]]:
        """Find the banned stretches of a folded text; they may touch and overlap."""
        found = self._words(text)
        if self._starts and not text.isascii():
            found += self._chinese(text, self._starts)
        if _BROKEN_HINT.search(text):
            for broken in _BROKEN.finditer(text):
                found += self._pieces(broken, "[a-z]+")
        if _SPELLED_HINT.search(text):
            for spelled in _SPELLED.finditer(text):
                found += self._pieces(spelled, "[a-z]")
        if found and ("@" in text or "www." in text or "http" in text):
            kept = [match.span() for match in _ADDRESS.finditer(text)]
            found = [span for span in found if not _touches(span, kept)]
        return found

    def _words(self, text: str) -> list[tuple[int, int]]:
        known = self._phrases
        words = known.keys() & set((_PLAIN_TOKEN if text.isascii() else _TOKEN).findall(text))
        found: list[tuple[int, int]] = []
        for token in _TOKEN.finditer(text) if len(words) > _FEW else _each(text, words):
            reached = known.get(token[0])
            if reached is not None:
                end = _longest(text, token.end(), reached)
                if end and not self._before.is_place(text, token.start(), end):
                    found.append((token.start(), end))
        return found

    def _chinese(self, text: str, starts: re.Pattern[str]) -> list[tuple[int, int]]:
        found = []
        for match in starts.finditer(text):
            at = match.start()
            entry = next((entry for entry in self._han[match[0]] if text.startswith(entry, at)), "")
            if entry:
                found.append((at, at + len(entry)))
        return found

    def _pieces(self, run: re.Match[str], piece: str) -> list[tuple[int, int]]:
        """Find banned words in a run of letters broken by separators."""
        pieces = [(match.start(), match.end(), match[0]) for match in re.compile(piece).finditer(run[0])]
        found = []
        for first, (start, _, _) in enumerate(pieces):
            joined = ""
            for _, end, letters in pieces[first : first + _LONGEST_BROKEN]:
                joined += letters
                if len(joined) > _LONGEST_BROKEN:
                    break
                if joined in self._broken:
                    found.append((run.start() + start, run.start() + end))
        return found

    def _widened(self, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Take in the words masked only beside a masked one."""
        widened = []
        for first, last in spans:
            start, end = first, last
            while (earlier := self._before.ending(text, start)) < start:
                start = earlier
            while (later := self._after.starting(text, end)) > end:
                end = later
            widened.append((start, end))
        return _joined(widened)


def _each(text: str, words: Iterable[str]) -> Iterator[re.Match[str]]:
    """Give every place where one of a few words stands whole, word by word."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            token = _TOKEN.match(text, at)
            if token and token[0] == word and not (at and _TOKEN.match(text, at - 1)):
                yield token
            at = text.find(word, at + len(word))


def _longest(text: str, end: int, reached: _Words) -> int:
    """Give where the longest phrase ends whose first word ends at `end`; 0 where none is whole."""
    longest = end if reached.ends else 0
    while reached.then:
        between = _BETWEEN.match(text, end)
        token = _TOKEN.match(text, between.end()) if between else None
        following = reached.then.get(token[0]) if token else None
        if token is None or following is None:
            break
        reached = following
        end = token.end()
        longest = end if reached.ends else longest
    return longest


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches that overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Whether a stretch overlaps one of the others, which are in order and apart."""
    at = bisect_left(others, (span[1],)) - 1
    return at >= 0 and others[at][1] > span[0]


def _back(text: str, folded: Folded, start: int, end: int) -> tuple[int, int]:
    """Give the stretch of the original, with the accents that are written after its last letter."""
    first, last = folded.span(start, end)
    trailing = _TRAILING.match(text, last)
    return first, trailing.end() if trailing else last


def _merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches of the original with nothing but spaces between."""
    merged = [spans[0]]
    for start, end in spans[1:]:
        blank = _BLANK.match(text, merged[-1][1])
        if start <= merged[-1][1] or (blank and blank.end() >= start):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def masker_of(table: Mapping[str, object]) -> Masker:
    """Make the masker of a table of banned words (`banned` of the rules, read as plain data)."""
    beside = _part(table, "beside")
    countries = [name for name in _texts(_part(table, "origin").get("countries")) if " " not in name]
    traditional = _part(table, "traditional")
    alike = dict(zip(str(traditional.get("written", "")), str(traditional.get("read", "")), strict=True))
    before = [*_texts(beside.get("before")), *countries]
    return Masker(banned_words(table), before, _texts(beside.get("after")), alike)


def banned_words(table: Mapping[str, object]) -> tuple[str, ...]:
    """List every banned word and phrase of a table, the phrases of origin made of its countries too, sorted."""
    words = {word for part in _part(table, "words").values() for word in _of_languages(part)}
    origin = _part(table, "origin")
    countries = _part(origin, "countries")
    for language, leads in _part(origin, "before").items():
        gap = "" if language == "zh" else " "
        words.update(f"{lead}{gap}{country}" for lead in _texts(leads) for country in _texts(countries.get(language)))
    for language, follow in _part(origin, "people").items():
        words.update(f"{country}{word}" for word in _texts(follow) for country in _texts(countries.get(language)))
    return tuple(sorted(words))


def protected_headers(table: Mapping[str, object]) -> tuple[str, ...]:
    """List the headers of protected columns of a table, sorted; `=` before one says that nothing may stand beside it."""
    return tuple(sorted(set(_texts(table.get("headers")))))


def _part(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = table.get(name)
    return found if isinstance(found, Mapping) else {}


def _of_languages(part: object) -> Iterator[str]:
    """Give the words of one category; what explains it is no word."""
    if isinstance(part, Mapping):
        for name, words in part.items():
            if name != "basis":
                yield from _texts(words)


def _texts(value: object) -> list[str]:
    """List every text in lists and mappings of lists."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        value = list(value.values())
    return [text for part in value for text in _texts(part)] if isinstance(value, list) else []
