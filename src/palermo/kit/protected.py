"""Tells the headers of columns that no rule may read, however a file writes them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from palermo.kit.beside import HAN
from palermo.kit.fold import fold


def is_protected_header(header: str, headers: Iterable[str]) -> bool:
    """Tell whether a column's header names something protected.

    Args:
        header: as it stands in the file; `client_nationality`, `ClientNationality` and `Nationalité du titulaire` match.
        headers: the known headers (see `protected_headers`).
    """
    whole, parts = _known_headers(tuple(headers))
    words = _header_words(header)
    return words in whole or any(_holds(words, part) for part in parts)


@lru_cache(maxsize=4)
def _known_headers(headers: tuple[str, ...]) -> tuple[frozenset[tuple[str, ...]], tuple[tuple[str, ...], ...]]:
    whole = frozenset(_header_words(header[1:]) for header in headers if header.startswith("="))
    parts = {_header_words(header) for header in headers if not header.startswith("=")}
    return whole - {()}, tuple(sorted(parts - {()}))


def _header_words(header: str) -> tuple[str, ...]:
    """Split a header into folded words: at anything but letters and digits, and before a capital inside a word."""
    apart = re.sub(r"(?<=[a-zß-ÿ])(?=[A-Z])", " ", header)
    return tuple(re.findall(r"[^\W_]+", fold(apart)))


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether the words of `part` stand among `words` in a row; Chinese ones anywhere inside a word."""
    if len(part) == 1 and HAN.search(part[0]):
        return any(part[0] in word for word in words)
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))
