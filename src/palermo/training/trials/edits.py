"""What is done to a text from one copy to the next: phrases edited, letters disguised, characters changed."""

import math

from palermo.training.trials.phrasebook import NUMBER, Book
from palermo.training.trials.quick import Quick
from palermo.training.trials.words.zh import TRADITIONAL

_ALIKE = {
    "a": "аɑαàáａᴀⓐ", "b": "ƅвｂʙ", "c": "сϲçｃᴄ", "d": "ԁđｄᴅ", "e": "еéèëｅᴇе", "f": "ƒｆꜰ", "g": "ɡğｇɢ", "h": "һｈʜн",
    "i": "іíïｉɪι", "j": "јｊᴊ", "k": "кκｋᴋ", "l": "ӏłｌʟ", "m": "мｍᴍ", "n": "ոñｎɴ", "o": "оοóöｏᴏօ", "p": "рρｐᴘ",
    "q": "ԛｑ", "r": "гｒʀ", "s": "ѕśｓꜱ", "t": "тｔᴛτ", "u": "υùúüｕᴜս", "v": "ѵνｖᴠ", "w": "ԝωｗᴡ", "x": "хχｘ",
    "y": "уγýｙʏ", "z": "ｚᴢż",
}  # fmt: skip
"""For each Latin letter, letters of several scripts and forms that look like it."""

_INSIDE = ("\u200b", "\u200d", "\u2060", "\u00ad")
_DECORATION = ("✨", "🌸", "🍀", "💆", "☀️", "🌿", "★", "❤️", "💫", "🌷")
_SHARE = 0.12
_RARER = math.log(1.0 - _SHARE)


def edit_phrases(dice: Quick, phrases: list[str], times: int, book: Book) -> list[str]:
    """Replace, drop, add or move phrases, `times` different ones; the phrase with the number stays."""
    draw = dice.random
    touched = set(dice.sample(range(len(phrases)), min(times, len(phrases))))
    edited: list[str] = []
    moved: list[str] = []
    for at, phrase in enumerate(phrases):
        act = draw() if at in touched else 1.0
        if act >= 0.75:
            edited.append(phrase)
            if act < 1.0:
                edited.append(book.one(dice))
        elif NUMBER in phrase or act < 0.15:
            moved.append(phrase)
        elif act < 0.5:
            edited.append(book.one(dice))
    for phrase in moved:
        edited.insert(int(draw() * (len(edited) + 1)), phrase)
    return edited


def disguise(dice: Quick, text: str) -> str:
    """Give 12 % of the characters another look: letters that look alike, accents, full width, nothing-wide marks, emoji."""
    chars = list(text)
    at = int(math.log(1.0 - dice.random()) / _RARER)
    while at < len(chars):
        char = chars[at]
        alike = _ALIKE.get(char.lower())
        if alike:
            draw = dice.random() * 1.15
            chars[at] = alike[int(draw * len(alike))] if draw < 1.0 else char + _INSIDE[int((draw - 1.0) * 26)]
        elif char == " " and dice.random() < 0.4:
            chars[at] = f" {dice.choice(_DECORATION)} "
        at += 1 + int(math.log(1.0 - dice.random()) / _RARER)
    return "".join(chars)


def traditional(dice: Quick, text: str) -> str:
    """Write a text in traditional characters, wholly, in part or not at all."""
    share = dice.choice((0.0, 0.3, 0.6, 1.0))
    if not share:
        return text
    whole = text.translate(TRADITIONAL)
    if share == 1.0:
        return whole
    return "".join(other if dice.random() < share else char for char, other in zip(text, whole, strict=True))
