"""What the values of a column look like: the second witness beside its header."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from palermo.intake.lexicon import Lexicon
from palermo.kit.times import is_time
from palermo.model.records import Reads

LOOKED_AT = 400
"""How many values of a column are looked at."""

_HOUR = re.compile(r"\d{1,2}\s?[:.hH时]\s?\d{2}(?:[:.m分]\d{2}(?:[.,]\d+)?)?\s?(?:[aApP]\.?[mM]\.?|u|uur|Uhr|h)?")
_CLOCK = re.compile(r"\d{1,2}\s?[:hH时].*")
_DAY_ONLY = re.compile(r"[\d\s./\-年月日]{6,12}|.*[^\W\d]{3,}.*\d{4}")
_SERIAL = re.compile(r"[3-5]\d{4}(?:[.,]\d+)?|1\d{9}(?:\d{3})?|(?:19|20)\d{6}(?:\d{4}|\d{6})?")
_PHONE = re.compile(r"['’=\"]{0,2}(?:tel:?\s?)?[+0(]?[\d(][\d\s().\-/]{4,22}[\d\"]", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\S+@\S+\.\S+|@[\w.]{3,}|(?:wechat|whatsapp|telegram|signal|viber|mailto|https?)[:/ ].+", re.IGNORECASE
)
_NUMBER = re.compile(r"[^\d\s]{0,4}\s?[-+]?\d[\d.,\s\u00a0'’]*-?\s?[^\d\s]{0,6}")
_LENGTH = re.compile(r"(?:\d{1,4}:)?\d{1,4}:\d{2}|\d+(?:[.,]0+)?|(?:\d+\s?[a-z]{1,7}\.?\s?)+", re.IGNORECASE)
_HASHES = re.compile(r"\[?[\"'\s]*[0-9a-fA-F]{16}[\"']?(?:[\s,;|\"']+[0-9a-fA-F]{16})*[\"'\]\s]*")
_IBAN = re.compile(r"[A-Za-z]{2}\d{2}[\sA-Za-z0-9]{10,36}")
_URL = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class Profile:
    """A column's values in shares from 0 to 1.

    Attributes:
        filled: how many values were looked at.
        shares: for each look (`time`, `hour`, `day`, `serial`, `phone`, `address`, `number`, `length`, `hashes`, `iban`, `url`,
            `country`, `currency`, `long`, `written time`, `clock`) how many of the values have it.
    """

    filled: int
    shares: dict[str, float]

    def share(self, *looks: str) -> float:
        """Give the share of values that have the commonest of the looks; 0 for a column without values."""
        return max((self.shares.get(look, 0.0) for look in looks), default=0.0)


def profile(values: Sequence[str | None], lexicon: Lexicon) -> Profile:
    """Look at the values of a column."""
    texts = [text for value in values if value and (text := value.strip())][:LOOKED_AT]
    if not texts:
        return Profile(0, {})
    tests: dict[str, Callable[[str], object]] = {
        "time": is_time,
        "hour": _HOUR.fullmatch,
        "clock": _CLOCK.fullmatch,
        "serial": _SERIAL.fullmatch,
        "phone": _PHONE.fullmatch,
        "address": _ADDRESS.fullmatch,
        "number": _NUMBER.fullmatch,
        "length": _LENGTH.fullmatch,
        "hashes": _HASHES.fullmatch,
        "iban": _IBAN.fullmatch,
        "url": _URL.fullmatch,
        "country": lexicon.country,
        "currency": lexicon.currency,
    }
    shares = {name: sum(bool(test(text)) for text in texts) / len(texts) for name, test in tests.items()}
    shares["day"] = sum(is_time(text) and bool(_DAY_ONLY.fullmatch(text)) for text in texts) / len(texts)
    shares["written time"] = sum(is_time(text) and not text.isdigit() for text in texts) / len(texts)
    shares["long"] = sum(len(text) > 60 for text in texts) / len(texts)
    return Profile(len(texts), shares)


_LOOKS: dict[Reads, tuple[str, ...]] = {
    Reads.TIME: ("time", "serial"),
    Reads.DATE: ("time", "serial"),
    Reads.DECIMAL: ("number",),
    Reads.INTEGER: ("number", "length"),
    Reads.CONTACT: ("phone", "address", "url"),
    Reads.COUNTRY: ("country",),
    Reads.CURRENCY: ("currency",),
    Reads.HASHES: ("hashes",),
}
"""How values of a column have to look, where they have to look like anything."""

_NEVER: dict[Reads, tuple[str, ...]] = {
    Reads.PLACE: ("time", "number", "hour", "url"),
    Reads.FREE: ("time", "hour", "hashes"),
    Reads.WORD: ("time", "long", "phone", "url"),
    Reads.ACCOUNT: ("time", "long", "url"),
    # Numbers alone are no times here: ids of 19 digits would be moments counted in nanoseconds.
    Reads.ID: ("written time", "long"),
}
"""How values of a column do not look."""


def fits(found: Profile, reads: Reads) -> bool:
    """Tell whether a column's values may be read so; one without values may be read in any way."""
    if not found.filled:
        return True
    if reads in _LOOKS:
        return found.share(*_LOOKS[reads]) >= 0.5
    return found.share(*_NEVER.get(reads, ())) < 0.8


def confirms(found: Profile, reads: Reads) -> bool:
    """Tell whether a column's values speak for being read so, and not only do not speak against it."""
    return reads in _LOOKS and found.filled > 0 and found.share(*_LOOKS[reads]) >= 0.8
