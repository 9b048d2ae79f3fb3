"""Names the script a text is written in."""

import unicodedata
from collections import Counter

_NAMES = {
    "Cjk": "Chinese",
    "Hiragana": "Japanese",
    "Katakana": "Japanese",
    "Hangul": "Korean",
    "Fullwidth": "Latin",
    "Mathematical": "Latin",
}
_MOST = 4000


def script_of(text: str) -> str:
    """Name the script of most letters: `Latin`, `Chinese`, `Cyrillic` …; two where the second has a quarter; empty for none."""
    seen = Counter(_script(char) for char in text[:_MOST] if char.isalpha())
    if seen["Japanese"] * 10 > seen["Chinese"]:
        seen["Japanese"] += seen.pop("Chinese", 0)
    ranked = sorted((-count, name) for name, count in seen.items() if count)
    if not ranked:
        return ""
    whole = sum(seen.values())
    return " and ".join(name for place, (count, name) in enumerate(ranked[:2]) if place == 0 or -count * 4 >= whole)


def _script(char: str) -> str:
    first = unicodedata.name(char, "other").split(" ")[0].split("-")[0].capitalize()
    return _NAMES.get(first, first)
