"""Reads one cell of a contact column, and tells which national writings and international numbers are the same.

A cell is read once however often it occurs: callers keep the answer per distinct cell. Sentences never quote the
cell, so that reasons can be counted and shown without showing whose number it was.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from palermo.kit.handles import address, exact_handle
from palermo.kit.numbers import MAX_DIGITS, calling_code, canonical, international, known_country, of_country, plan_of

NOT_A_CONTACT = "The cell holds no phone number, messenger handle, mail or page."
NO_NUMBER = "The cell says that there is no number."
SEVERAL = "The cell holds more than one contact."
ROUNDED = "A spreadsheet turned the number into a rounded one (such as 3.36E+10): its last digits may be lost."
TOO_LONG = f"The number has more than {MAX_DIGITS} digits, which no phone number has."
NO_SUCH_LENGTH = "The number says its country, and that country has no numbers of this length."

_LONGEST_CELL = 2_000
_SAYS_NOTHING = frozenset({
    "-", "--", "?", "na", "n/a", "n.a.", "nan", "none", "null", "nil", "unknown", "anonymous", "withheld", "private",
    "restricted", "unavailable", "inconnu", "anonyme", "masqué", "onbekend", "anoniem", "privé", "desconocido", "oculto",
    "anónimo", "privado", "unbekannt", "anonym", "未知", "匿名", "无", "私人号码",
})  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u20e3\x00-\x08\x0e-\x1f]")
_FORMULA = re.compile(r"=?\s*\"([^\"]*)\"|'?=?\s*(.*?)", re.DOTALL)
_FLOAT = re.compile(r"[+-]?\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_POINT_ZERO = re.compile(r"(\+?\d{3,})[.,]0{1,2}")
_DATE = re.compile(r"(?:19|20)\d\d([-/.])[01]?\d\1[0-3]?\d|[0-3]?\d([-/.])[01]?\d\2(?:19|20)\d\d")
_LABEL = re.compile(
    r"(?:tel(?:ephone)?|phone|callto|sms|sip|mob(?:ile|iel)?|gsm|cell|movil|handy|portable|whats\s?app|wa|signal|viber"
    r"|telefoon|telefono|telefon|电话|手机)\s*[.:]*\s*(?=[+(\d])",
    re.IGNORECASE,
)
_MESSENGER_ID = re.compile(r"(\d{8,15})(?:[:.]\d+)?@(?:s\.whatsapp\.net|c\.us)")
_EXTENSION = re.compile(
    r"(?:\s*(?:;ext=|,?\s*ext(?:ension)?\.?|(?<=\d)x|\bx|\bposte|\btoestel|\bdurchwahl|#)\s*\d{1,6})$", re.IGNORECASE
)
_NUMBER = re.compile(r"[\d\s+().\-/_·•*'’‐‑‒–—−\[\],:~]+")


@dataclass(frozen=True, slots=True)
class ContactReading:
    """What one cell of a contact column says.

    Attributes:
        value: the contact in canonical writing; empty where nothing could be read.
        note: how the value came about where that is not plain, such as `country BE from the source sheet`.
        problem: why nothing could be read, in one sentence that quotes nothing; empty otherwise.
    """

    value: str
    note: str = ""
    problem: str = ""


def read_contact(written: str, country: str = "") -> ContactReading:
    """Read one cell of a contact column.

    Args:
        written: the cell as it stood; any text.
        country: the country of numbers written without one, ISO 3166 alpha-2; empty when not stated.

    Returns:
        `+33639981234` where the country is stated, national digits `0639981234` otherwise; `wechat:name`,
        `mailto:name@site.example`, pages as `https://site.example/path`. An empty cell gives an empty reading without
        a problem: whether a contact has to be there is for the column to say.
    """
    if len(written) > _LONGEST_CELL:
        return ContactReading("", problem=NOT_A_CONTACT)
    text, notes = _unwrapped(_INVISIBLE.sub("", unicodedata.normalize("NFKC", written)).strip())
    if not text:
        return ContactReading("")
    if text.casefold() in _SAYS_NOTHING or not text.strip("0 "):
        return ContactReading("", problem=NO_NUMBER)
    if _DATE.fullmatch(text):
        return ContactReading("", problem=NOT_A_CONTACT)
    if _FLOAT.fullmatch(text):
        return ContactReading("", problem=ROUNDED)
    return _phone(text, country, notes) or _other(text, notes) or _inside(text, country, notes)


def _unwrapped(text: str) -> tuple[str, list[str]]:
    """Take off what spreadsheets put around a number to keep it a text, and the `.0` they add to one."""
    found = _FORMULA.fullmatch(text)
    bare = ((found[1] or found[2] or "") if found else text).strip().strip("'‘’`").strip()
    whole = _POINT_ZERO.fullmatch(bare)
    if whole:
        return whole[1], ["“.0” added by a spreadsheet taken off"]
    return bare, []


def _phone(text: str, country: str, notes: list[str]) -> ContactReading | None:
    """Read the cell as one phone number; None where it is something else."""
    messenger = _MESSENGER_ID.fullmatch(text)
    if messenger:
        return _reading(international(messenger[1]) or messenger[1], notes)
    label = _LABEL.match(text)
    bare = text[label.end() :] if label else text
    shorter = _EXTENSION.sub("", bare)
    if shorter != bare:
        notes = [*notes, "extension left out"]
    lead = shorter.lstrip(" ([")
    plus = lead.startswith("+")
    if not _NUMBER.fullmatch(shorter) or shorter.count("+") > plus:
        return None
    if plus or lead.startswith("00"):
        shorter = re.sub(r"[(\[]\s*0\s*[)\]]", "", shorter, count=1)
    digits = "".join(str(unicodedata.decimal(char)) for char in shorter if char.isdecimal())
    if len(digits) > MAX_DIGITS + 2 * digits.startswith("00"):
        return None if _could_be_two(shorter) else ContactReading("", problem=TOO_LONG)
    if len(digits) < 2:
        return None
    if not digits.strip("0"):
        return ContactReading("", problem=NO_NUMBER)
    return _written(digits, plus, country, notes)


def _could_be_two(text: str) -> bool:
    return any(mark in text for mark in "/,;\n-") or "  " in text


def _written(digits: str, plus: bool, country: str, notes: list[str]) -> ContactReading:
    """Write the digits canonically; a short code or an extension of an exchange stays as it is."""
    if plus or (digits.startswith("00") and len(digits) > 7):
        value = international(digits if plus else digits[2:])
        return _reading(value, notes) if value else ContactReading("", problem=NO_SUCH_LENGTH)
    if not country or len(digits) <= 6 or not known_country(country):
        return _reading(digits, notes)
    value = of_country(digits, country)
    if value:
        return _reading(value, [*notes, f"country {country.upper()} from the source sheet"])
    return _reading(digits, [*notes, f"no possible number of {country.upper()}: digits kept as written"])


def _other(text: str, notes: list[str]) -> ContactReading | None:
    """Read the cell as a handle, a mail or a page."""
    value = exact_handle(text) or address(text)
    if not value:
        return None
    if text.startswith("@"):
        notes = [*notes, "“@” read as Telegram"]
    return _reading(value, notes)


def _inside(text: str, country: str, notes: list[str]) -> ContactReading:
    """Read the one contact in a cell that holds more than a contact."""
    from palermo.kit.contacts import read_contacts

    values = {contact.value for contact in read_contacts(text)}
    same = same_numbers(values)
    found = {same.get(value, value) for value in values}
    if not found:
        return ContactReading("", problem=NOT_A_CONTACT)
    if len(found) > 1:
        return ContactReading("", problem=SEVERAL)
    (value,) = found
    notes = [*notes, "read out of a longer text"]
    return _written(value, False, country, notes) if value.isdigit() else _reading(value, notes)


def _reading(value: str, notes: list[str]) -> ContactReading:
    return ContactReading(value, "; ".join(notes))


def same_numbers(values: Iterable[str]) -> dict[str, str]:
    """Tell which national writings are an international number among the same values.

    A national writing is a number's digits with the prefix dialled inside its country (`0639981234`), its digits
    without it (`639981234`), or its digits with the country code but no `+`.

    Args:
        values: canonical contacts, in any order; those that are no phone numbers are passed over.

    Returns:
        each national writing for which exactly one international number has the same national digits, and that number.
    """
    all_values = set(values)
    owners: dict[str, set[str]] = {}
    for value in all_values:
        if value.startswith("+") and value[1:].isdigit():
            for writing in _writings(value[1:]):
                if writing in all_values:
                    owners.setdefault(writing, set()).add(value)
    return {writing: next(iter(owners[writing])) for writing in sorted(owners) if len(owners[writing]) == 1}


def _writings(digits: str) -> set[str]:
    code = calling_code(digits)
    if not code:
        return {digits}
    national = digits[len(code) :]
    return {digits, national, _trunk(code) + national}


@cache
def _trunk(code: str) -> str:
    plan = plan_of(code)
    return plan.trunk if plan else ""


__all__ = ["ContactReading", "canonical", "read_contact", "same_numbers"]
