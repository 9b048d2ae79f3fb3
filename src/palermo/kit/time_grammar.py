"""How days and times are written: one grammar, which depends only on where digits stand and what the other marks are.

So two texts with digits in the same places and equal marks elsewhere have their fields in the same places. That lets
`palermo.kit.times` parse one text of a shape and read all others of that shape at once.
"""

import re
from dataclasses import dataclass

from palermo.kit.time_words import ZONES, month

CALENDAR, SERIAL, EPOCH = 1, 2, 3
"""What a text is: a day of the calendar, a spreadsheet's serial number of days, or seconds since 1970."""

NO_OFFSET = 100_000
"""Stands for the minutes before UTC of a time without zone."""

Span = tuple[int, int]

_DATE = re.compile(
    r"""(?:[^\W\d]{2,10}\.?,?\s+)??                                   # a weekday
    (?: (?P<y1>[0-9]{4})\s?[-/.年]\s?(?P<m1>[0-9]{1,2})\s?[-/.月]\s?(?P<d1>[0-9]{1,2})日?
      | (?P<a>[0-9]{1,2})\s?[-/.]\s?(?P<b>[0-9]{1,2})\s?[-/.]\s?(?P<y2>[0-9]{4}|[0-9]{2})\.?
      | (?P<d3>[0-9]{1,2})(?:st|nd|rd|th|er|e|º|\.)?[-\s/]{0,2}(?:de\s|of\s)?(?P<n3>[^\W\d]{3,12})
            \.?,?[-\s/]{0,2}(?:de\s|del\s)?(?P<y3>[0-9]{4}|[0-9]{2})
      | (?P<n4>[^\W\d]{3,12})\.?\s(?P<d4>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?P<y4>[0-9]{4})
      | (?P<y5>[0-9]{4})(?P<m5>[0-9]{2})(?P<d5>[0-9]{2})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_HOUR = re.compile(
    r"""(?:\s*[T,_]\s*|\s+(?:at|à|om|um|a\s+las|-)\s+|\s+|(?<=日))
    (?P<p0>上午|下午)?\s?
    (?P<H>[0-9]{1,2})
    (?: \s?[:.hH时點点]\s?(?P<M>[0-9]{2})(?:\s?[:.m分]\s?(?P<S>[0-9]{2})(?:秒|s)?(?:[.,](?P<F>[0-9]{1,9}))?)?(?:分|\s?Uhr|\s?uur|\s?[uh])?
      | \s?(?:h|u|uur|Uhr|时|点)
      | (?=\s?[ap]\.?m)
    )
    \s?(?P<p>[ap]\.?m\.?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_PACKED_HOUR = re.compile(r"[T _-]?(?P<H>[0-9]{2})(?P<M>[0-9]{2})(?P<S>[0-9]{2})?(?:[.,](?P<F>[0-9]{1,9}))?")
_ZONE = re.compile(r"\s?(?:(?P<z>[A-Za-z]{1,4})|(?:UTC|GMT)?(?P<o>[-+−])(?P<oh>[0-9]{2}):?(?P<om>[0-9]{2})?)")
_NUMBER = re.compile(r"(?P<e>[0-9]{10}|[0-9]{13}|[0-9]{16})(?:\.0+)?|(?P<n>[0-9]{5})(?:[.,](?P<f>[0-9]{1,15}))?")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the fields of a text stand.

    Attributes:
        kind: `CALENDAR`, `SERIAL` or `EPOCH`.
        spans: for each field (`y m d a b H M S F`, `n f` of a serial, `e` of an epoch) where its digits stand.
        month: the month given by name; 0 where it stands in digits.
        offset: minutes before UTC by a mark or sign; `NO_OFFSET` where the text has none; sign digits are in spans `oh`, `om`.
        sign: -1 or 1 for an offset in digits, otherwise 0.
        half: `a` or `p` where the hour counts to twelve, otherwise empty.
    """

    kind: int
    spans: dict[str, Span]
    month: int = 0
    offset: int = NO_OFFSET
    sign: int = 0
    half: str = ""


def shape_of(text: str) -> Shape | None:
    """Read how a text is written; None where it is no day or time."""
    number = _NUMBER.fullmatch(text)
    if number:
        return Shape(EPOCH if number["e"] else SERIAL, _spans(number), offset=0 if number["e"] else NO_OFFSET)
    date = _DATE.match(text)
    if date is None:
        return None
    spans = _spans(date)
    named = date["n3"] or date["n4"] or ""
    number_of_month = month(named) if named else 0
    if named and not number_of_month:
        return None
    rest = date.end()
    hour = (_PACKED_HOUR if date["y5"] else _HOUR).match(text, rest) or (
        _HOUR.match(text, rest) if date["y5"] else None
    )
    half = ""
    if hour:
        spans |= _spans(hour)
        rest = hour.end()
        half = _half(hour.groupdict())
    return _with_zone(text, rest, Shape(CALENDAR, spans, number_of_month, half=half))


def _with_zone(text: str, rest: int, shape: Shape) -> Shape | None:
    """Read the zone after a time; None where something else follows, or a zone follows a bare day."""
    if rest == len(text):
        return shape
    zone = _ZONE.fullmatch(text, rest)
    if zone is None or "H" not in shape.spans:
        return None
    if zone["z"]:
        offset = ZONES.get(zone["z"].lower())
        return None if offset is None else Shape(CALENDAR, shape.spans, shape.month, offset, 0, shape.half)
    sign = 1 if zone["o"] == "+" else -1
    return Shape(CALENDAR, shape.spans | _spans(zone), shape.month, 0, sign, shape.half)


def _spans(found: re.Match[str]) -> dict[str, Span]:
    """Name the fields that are digits by their letter."""
    letters = {name: name.rstrip("12345") for name in found.re.groupindex}
    wanted = {"y", "m", "d", "a", "b", "H", "M", "S", "F", "n", "f", "e", "oh", "om"}
    return {
        letter: found.span(name) for name, letter in letters.items() if letter in wanted and found.start(name) >= 0
        and found[name].isdigit()
    }  # fmt: skip


def _half(groups: dict[str, str | None]) -> str:
    first = groups.get("p0")
    if first:
        return "p" if first == "下午" else "a"
    return (groups.get("p") or "")[:1].lower()
