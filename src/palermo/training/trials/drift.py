"""What befalls a text that is kept and used again: words edited, letters mistyped, the text cut, emoji put in."""

import math
import string

from palermo.training.trials.quick import Quick
from palermo.training.trials.rules import Grammar

_EMOJI = ("✨", "🌸", "🍀", "💆", "☀️", "🌿", "★", "❤️", "💫", "🌷", "😊", "👋", "🔥", "💎", "✅")
_SLOTS = frozenset("\x01\x02\x03\x04")
_TYPOS = (0.01, 0.04)
_CUTS = (0.4, 0.7)
_EDITS = (0.1, 0.22)


def edit_words(dice: Quick, text: str, grammar: Grammar) -> str:
    """Edit 10 to 22 % of the words (characters in Chinese): another word for it, one less, one more, two in another order."""
    gap = grammar.gap
    words = text.split(gap) if gap else list(text)
    many = max(1, int(len(words) * _within(dice, _EDITS) * (1.0 if gap else 0.6)))
    for _ in range(many):
        at = int(dice.random() * (len(words) - 1))
        act = dice.random()
        if act < 0.4:
            others = grammar.synonyms.get(words[at])
            words[at] = dice.choice(others) if others else words[at]
        elif act < 0.6:
            if not _SLOTS & set(words[at]) and len(words) > 4:
                del words[at]
        elif act < 0.8:
            words.insert(at, words[int(dice.random() * len(words))].translate(_WITHOUT_SLOTS))
        else:
            words[at], words[at + 1] = words[at + 1], words[at]
    return gap.join(words)


_WITHOUT_SLOTS = dict.fromkeys(map(ord, _SLOTS))


def mistype(dice: Quick, text: str) -> str:
    """Mistype 1 to 4 % of the letters: left out, doubled, exchanged with the next, another one."""
    rarer = math.log(1.0 - _within(dice, _TYPOS))
    chars = list(text)
    at = int(math.log(1.0 - dice.random()) / rarer)
    while at < len(chars) - 1:
        char = chars[at]
        if char.isalpha() and chars[at + 1] not in _SLOTS:
            act = int(dice.random() * 4)
            if act == 0:
                chars[at] = ""
            elif act == 1:
                chars[at] = char + char
            elif act == 2:
                chars[at], chars[at + 1] = chars[at + 1], char
            else:
                chars[at] = (
                    dice.choice(string.ascii_lowercase)
                    if char.isascii()
                    else dice.choice(text).strip("\x01\x02\x03\x04")
                )
        at += 1 + int(math.log(1.0 - dice.random()) / rarer)
    return "".join(chars)


def cut(dice: Quick, text: str) -> str:
    """Cut a text to 40 to 70 %: its beginning or a piece from within."""
    kept = max(1, int(len(text) * _within(dice, _CUTS)))
    start = 0 if dice.random() < 0.4 else int(dice.random() * (len(text) - kept))
    return text[start : start + kept]


def adorn(dice: Quick, text: str, gap: str) -> str:
    """Put emoji between words, between sentences and at both ends."""
    words = text.split(" ") if gap else list(text)
    for _ in range(4 + int(dice.random() * 8)):
        at = int(dice.random() * (len(words) + 1))
        words.insert(at, dice.choice(_EMOJI) * (1 + (dice.random() < 0.2)))
    return gap.join(words)


def _within(dice: Quick, ends: tuple[float, float]) -> float:
    return ends[0] + dice.random() * (ends[1] - ends[0])
