"""Cuts one advert into folded words for its group's history: contacts, numbers, its city, its persona and masks taken out."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from palermo.adverts.posted import BLANK
from palermo.kit.cities import city_names
from palermo.kit.fold import fold
from palermo.model.grouping import Reading

_SIGN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_SIGN}]|\d[\d.,:/]*|[^\W\d_{_SIGN}]+")
_MASK = "▮"
_LONGEST = 600
"""Words read of one text, as grouping reads them."""


def cut(title: str, body: str, readings: Sequence[Reading], own: Sequence[str]) -> tuple[str, ...]:
    """Cut an advert into words.

    Args:
        title: its title, banned words masked.
        body: its text, banned words masked.
        readings: the contacts read out of it, with their places.
        own: its city and persona, as written.

    Returns:
        the words in order, each lower case, without accents and in Latin letters where another script's look like them;
        `BLANK` once for any run of what was taken out, none in front.
    """
    names = sorted({form for name in own for form in _forms(name)}, key=lambda name: (-len(name), name))
    found: list[str] = []
    for place, text in (("title", title), ("body", body)):
        spans = [(one.start, one.end) for one in readings if one.place == place]
        for stretch in _stretches(text, spans):
            folded = fold(stretch)
            for name in names:
                folded = _bounded(name).sub(f" 0{BLANK} ", folded)
            found += [BLANK if word[0].isdigit() else word for word in _WORD.findall(folded)]
            found.append(BLANK)
    kept = [word for n, word in enumerate(found) if word != BLANK or (n and found[n - 1] != BLANK)]
    return tuple(kept[:_LONGEST])


def _forms(name: str) -> set[str]:
    """Give the writings of a name: a city's in all languages, the name itself."""
    return {form for form in (*city_names(name), fold(name).strip()) if len(form) > 1}


@lru_cache(maxsize=4096)
def _bounded(name: str) -> re.Pattern[str]:
    """Find a name as whole words; where a script sets no spaces, anywhere."""
    before = r"(?<![^\W_])" if not re.match(f"[{_SIGN}]", name) else ""
    after = r"(?![^\W_])" if not re.match(f"[{_SIGN}]", name[-1]) else ""
    return re.compile(before + re.escape(name) + after)


def _stretches(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Give a text in stretches between contacts and masks."""
    at = 0
    for start, end in sorted(spans):
        yield from re.split(f"{_MASK}+", text[at:start])
        at = max(at, end)
    yield from re.split(f"{_MASK}+", text[at:])
