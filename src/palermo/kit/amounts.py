"""Reads amounts and whole numbers as people write them: decimal commas, thousands apart, currency signs, exact to 8 places."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

PLACES = 8
DIGITS = 20
"""An amount has at most this many digits before the point."""

_SIGNS = str.maketrans("−–﹣－", "----")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f'’`´_]+")
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*|[-+]?[.,][0-9]+")
_PARTS = re.compile(
    r"(?P<open>\()?\s*(?P<before>[^\d\s().,+\-−–﹣－]{0,3}[^\d\s().,+\-−–﹣－']{0,12})\s*"
    r"(?P<number>[-+−–﹣－]?[\s\u00a0]*[0-9.,][0-9.,\s\u00a0\u2007\u202f'’]*?)\s*(?P<behind>[-−–])?\s*"
    r"(?P<after>[^\d\s()+\-−–]{0,15})\s*(?P<close>\))?"
)
_SCIENTIFIC = re.compile(r"[-+]?[0-9](?:[.,][0-9]{1,16})?[eE][-+]?[0-9]{1,2}")
_DASH = re.compile(r"[.,]\s?[-–—]+$")
_CLOCK = re.compile(r"(?:(?P<h>[0-9]{1,4}):)?(?P<m>[0-9]{1,4}):(?P<s>[0-9]{2})(?:[.,]0+)?")
_UNITS = re.compile(
    r"(?:(?P<h>[0-9]{1,4})\s?(?:h|hours?|heures?|uur|u|horas?|std|stunden?|小时|时))?\s*"
    r"(?:(?P<m>[0-9]{1,4})\s?(?:m|min|mins|minutes?|minuten?|minutos?|分钟|分|')\.?)?\s*"
    r"(?:(?P<s>[0-9]{1,6})\s?(?:s|sec|secs|seconds?|secondes?|seconden|seg|segundos?|sek|sekunden?|秒|\")\.?)?",
    re.IGNORECASE,
)


class AmountFault(IntEnum):
    """Why a text gives no amount."""

    NONE = 0
    UNREADABLE = 1
    TOO_LONG = 2
    EITHER = 3
    """`1.234` where nothing tells whether the mark parts thousands or decimals."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as read: its value, the sign or word of a currency beside it, and whether places beyond the eighth were rounded."""

    value: Decimal | None
    sign: str = ""
    rounded: bool = False
    fault: AmountFault = AmountFault.NONE


def read_amount(written: str, decimal: str = "") -> Amount:
    """Read an amount.

    Args:
        written: the text as it stood.
        decimal: the column's decimal mark, `,` or `.`; empty where nothing told, and then a text that could be read both
            ways is not read.
    """
    text = _DASH.sub("", written.strip())
    if _SCIENTIFIC.fullmatch(text):
        return _bounded(Decimal(text.replace(",", ".")), "")
    parts = _PARTS.fullmatch(text)
    if parts is None or bool(parts["open"]) != bool(parts["close"]):
        return Amount(None, fault=AmountFault.UNREADABLE)
    if parts["before"] and parts["after"] and parts["before"] != parts["after"]:
        return Amount(None, fault=AmountFault.UNREADABLE)
    number = _SPACES.sub("", parts["number"].translate(_SIGNS))
    if not _NUMBER.fullmatch(number) or not _evenly(parts["number"]):
        return Amount(None, fault=AmountFault.UNREADABLE)
    plain = plain_number(number, decimal)
    if plain in {"", "?"}:
        return Amount(None, fault=AmountFault.EITHER if plain else AmountFault.UNREADABLE)
    value = Decimal(plain)
    if parts["open"] or parts["behind"]:
        value = -value
    return _bounded(value, (parts["before"] or parts["after"] or "").strip())


def _evenly(number: str) -> bool:
    """Tell whether spaces within a number part groups of three, so that two numbers side by side are not taken for one."""
    groups = re.split(r"[\s\u00a0\u2007\u202f'’]+", number.strip().lstrip("-+−–﹣－ \u00a0"))
    return all(re.fullmatch(r"[0-9]{3}(?:[.,][0-9]*)?", group) for group in groups[1:])


def _bounded(value: Decimal, sign: str) -> Amount:
    """Hold a value to 20 digits before the point and 8 after it."""
    if value.adjusted() >= DIGITS:
        return Amount(None, fault=AmountFault.TOO_LONG)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -PLACES:
        near = value.quantize(Decimal(1).scaleb(-PLACES))
        return Amount(near, sign, rounded=near != value)
    return Amount(value, sign)


def plain_number(number: str, decimal: str = "") -> str:
    """Write a number with marks as one with a point: empty where its marks make no sense, `?` where they make two."""
    told = decimal_of(number)
    if told == "?":
        told = decimal
        if not told:
            return "?"
    elif told and decimal and told != decimal and number.count(told) == 1:
        # The column says otherwise: only a number that cannot be grouped keeps its own mark.
        told = decimal if _groups_well(number, told) else told
    whole, _, part = number.partition(told) if told else (number, "", "")
    other = "." if told == "," else ","
    if other in part or (told and told in part):
        return ""
    sign = whole[:1] if whole[:1] in {"-", "+"} else ""
    groups = re.split("[.,]", whole.lstrip("-+"))
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        return ""
    digits = "".join(groups)
    if not digits and not part:
        return ""
    return f"{'-' if sign == '-' else ''}{digits or '0'}{'.' + part if part else ''}"


def _groups_well(number: str, mark: str) -> bool:
    whole, _, rest = number.lstrip("-+").partition(mark)
    return len(rest) == 3 and 1 <= len(whole) <= 3 and rest.isdigit() and bool(whole.lstrip("0"))


def decimal_of(number: str) -> str:
    """Tell a number's decimal mark from itself: `,`, `.`, empty where it has none, `?` where it could have or not."""
    number = number.lstrip("-+")
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return "." if number.rfind(".") > number.rfind(",") else ","
    if points + commas == 0 or points > 1 or commas > 1:
        return ""
    mark = "." if points else ","
    whole, _, part = number.partition(mark)
    if len(part) == 3 and 1 <= len(whole) <= 3 and whole.lstrip("0"):
        return "?"
    return mark


def tell_decimal(texts: list[str]) -> str:
    """Tell a column's decimal mark from all its texts: `,` or `.`; empty where none of them tells or they disagree evenly."""
    votes = {",": 0, ".": 0}
    for text in texts:
        found = re.search(r"[0-9][0-9.,\s\u00a0\u202f'’]*|[.,][0-9]+", text)
        if found is None:
            continue
        number = _SPACES.sub("", found.group()).rstrip(".,")
        mark = decimal_of(number)
        if mark in votes:
            votes[mark] += 1
        elif mark == "" and (grouping := next((held for held in ".," if number.count(held) > 1), "")):
            votes["," if grouping == "." else "."] += 1
    return "" if votes[","] == votes["."] else max(votes, key=lambda mark: votes[mark])


def read_whole(written: str) -> int | None:
    """Read a whole number; `1 200`, `1.200` and `125.0` are whole, `12.5` is not."""
    amount = read_amount(written, "")
    value = amount.value
    if amount.fault is AmountFault.EITHER:
        value = Decimal(re.sub(r"[.,\s]", "", written.strip()))
    if value is None or amount.sign or value != value.to_integral_value() or abs(value) >= 2**63:
        return None
    return int(value)


def read_seconds(written: str) -> int | None:
    """Read a length of time in seconds: `125`, `2:05` (minutes), `0:02:05`, `2 min 5 s`."""
    text = written.strip()
    found = _CLOCK.fullmatch(text)
    if found is None and not text.replace(".", "").replace(",", "").isdigit():
        found = _UNITS.fullmatch(text) if text else None
    if found is None:
        return read_whole(text)
    hours, minutes, seconds = (int(found[name] or 0) for name in ("h", "m", "s"))
    return hours * 3600 + minutes * 60 + seconds if any(found.groups()) else None
