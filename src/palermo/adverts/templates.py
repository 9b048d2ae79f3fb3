"""The text that adverts share, with slots for what differs, and a text laid against it for reading side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from palermo.kit.fold import fold
from palermo.model.grouping import Mark

SLOT = "[…]"
_MASK = "▮"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"\[…\]|\s+|[{_HAN}]|[^\W_{_HAN}]+|[^\w\s]|_")
_COMPARED = 24
"""Texts a template is made from: more change nothing a person would see."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One text: its body, the stretches in it that are contacts, and the names (city, persona) that are its own."""

    body: str
    contacts: tuple[tuple[int, int], ...]
    names: tuple[str, ...]


def template_of(samples: Sequence[Sample]) -> str:
    """Give the text that most of the samples share, with `[…]` for contacts, names, numbers and whatever differs.

    The sample most like the others is kept as it was written; a word of it stays where at least three in five of the
    samples have it in the same order.
    """
    chosen = list(samples[:: max(1, len(samples) // _COMPARED)])[:_COMPARED]
    pieces = [_pieces(sample.body) for sample in chosen]
    keys = [_keys(found, n) for n, found in enumerate(pieces)]
    likeness = [[LCSseq.similarity(a, b) for b in keys] for a in keys]
    medoid = max(range(len(chosen)), key=lambda n: (sum(likeness[n]), -n))
    votes = [0] * len(keys[medoid])
    for other in keys:
        for block in LCSseq.editops(keys[medoid], other).as_matching_blocks():
            for n in range(block.a, block.a + block.size):
                votes[n] += 1
    own = _own_places(chosen[medoid], pieces[medoid])
    kept = [votes[n] * 5 >= len(chosen) * 3 and n not in own for n in range(len(votes))]
    return _written(pieces[medoid], kept)


def align(template: str, body: str) -> list[tuple[str, Mark]]:
    """Lay a text against a template.

    Returns:
        the text in stretches, which joined give `body`; `same` stands in the template, `slot` fills one of its slots,
        `differs` stands where the template has other words.
    """
    theirs, ours = _pieces(template), _pieces(body)
    found: list[tuple[str, Mark]] = []
    for step in LCSseq.opcodes(_keys(theirs, 0), _keys(ours, 1)):
        slotted = SLOT in theirs[max(0, step.src_start - 2) : step.src_end + 2]
        mark: Mark = "same" if step.tag == "equal" else "slot" if slotted else "differs"
        found.append(("".join(ours[step.dest_start : step.dest_end]), mark))
    return _joined([part for part in found if part[0]])


def _joined(parts: Sequence[tuple[str, Mark]]) -> list[tuple[str, Mark]]:
    """Join neighbours of one mark; a space that happens to be the same between two that are not goes with the first."""
    found: list[tuple[str, Mark]] = []
    for n, (text, mark) in enumerate(parts):
        before = found[-1][1] if found else "same"
        between = text.isspace() and before != "same" and n + 1 < len(parts) and parts[n + 1][1] != "same"
        kept: Mark = before if between else mark
        if found and before == kept:
            found[-1] = (found[-1][0] + text, kept)
        else:
            found.append((text, kept))
    return found


def _pieces(text: str) -> list[str]:
    """Cut a text into words, spaces and signs, nothing lost."""
    found = _PIECE.findall(text)
    return found if sum(map(len, found)) == len(text) else _every_piece(text)


def _every_piece(text: str) -> list[str]:
    """Cut a text as `_pieces` does where it holds characters that are neither word, space nor sign."""
    found, at = [], 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            found.append(text[at : match.start()])
        found.append(match[0])
        at = match.end()
    return [*found, text[at:]] if at < len(text) else found


def _keys(pieces: Sequence[str], whose: int) -> list[str]:
    """Fold the pieces of a text for comparison; a masked word is like no other text's, for what it hid is not known."""
    return [f"{_MASK}{whose}" if piece == _MASK else _key(piece) for piece in pieces]


def _key(piece: str) -> str:
    """Fold a piece for comparison; every space is alike, and a slot is like nothing a person would write."""
    if piece == SLOT:
        return "\ue000"
    return " " if piece.isspace() else fold(piece) or piece


def _own_places(sample: Sample, pieces: Sequence[str]) -> set[int]:
    """Give the places of contacts, numbers, masked words, and the sample's own city and persona."""
    names = {fold(word) for name in sample.names for word in _pieces(name) if len(word) > 1 or not word.isascii()}
    places, at = set(), 0
    for n, piece in enumerate(pieces):
        inside = any(start < at + len(piece) and at < end for start, end in sample.contacts)
        if inside or piece == _MASK or piece.isdecimal() or (piece.strip() and fold(piece) in names):
            places.add(n)
        at += len(piece)
    return places


def _written(pieces: Sequence[str], kept: Sequence[bool]) -> str:
    """Write the kept pieces, one slot for each stretch that is not kept; lone signs between slots go with them."""
    words = [n for n, piece in enumerate(pieces) if kept[n] and any(char.isalpha() for char in piece)]
    out: list[str] = []
    for n, piece in enumerate(pieces):
        alone = not any(char.isalpha() for char in piece) and not _beside(n, words)
        if kept[n] and not alone:
            out.append(piece)
        elif not out or not out[-1].startswith(SLOT):
            out.append(SLOT)
    text = "".join(out)
    return re.sub(r"(\[…\]\s*)+\[…\]", SLOT, text).strip()


def _beside(n: int, words: Sequence[int]) -> bool:
    """Whether a kept word stands within two pieces."""
    from bisect import bisect_left

    at = bisect_left(words, n - 2)
    return at < len(words) and words[at] <= n + 2
