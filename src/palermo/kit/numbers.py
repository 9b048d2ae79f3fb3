"""Phone numbers as digits: the country a number says it is of, and whether that country knows numbers of its length.

Lengths and prefixes are those of the `phonenumbers` library (Google's libphonenumber). Numbers are only asked to be
possible, never to be valid: ranges reserved for fiction and ranges newer than the library are numbers too.
"""

from dataclasses import dataclass
from functools import cache

MIN_DIGITS = 8
"""The fewest digits of a phone number read out of a free text."""

MAX_DIGITS = 15
"""The most digits of any phone number, its country code included (ITU-T E.164)."""

_WORLD = "001"
_NO_REGION = "ZZ"


@dataclass(frozen=True, slots=True)
class Plan:
    """How the numbers under one country code are written.

    Attributes:
        code: the country code, `33`.
        trunk: what is dialled before a national number inside the country, `0`; empty where nothing is.
        lengths: how many digits a number may have after the country code.
        usual: the same, for ordinary landlines and mobiles alone.
        mobile: the same, for mobiles alone.
    """

    code: str
    trunk: str
    lengths: frozenset[int]
    usual: frozenset[int]
    mobile: frozenset[int]


def calling_code(digits: str) -> str:
    """Give the country code that international digits begin with (`33639981234` gives `33`); empty where there is none."""
    for size in (1, 2, 3):
        if plan_of(digits[:size]) is not None:
            return digits[:size]
    return ""


@cache
def plan_of(code: str) -> Plan | None:
    """Give the plan of a country code; None where no country has it."""
    import phonenumbers

    if not (code.isascii() and code.isdigit()) or len(code) > 3 or code.startswith("0"):
        return None
    region = phonenumbers.region_code_for_country_code(int(code))
    if region == _NO_REGION:
        return None
    if region == _WORLD:
        found = phonenumbers.PhoneMetadata.metadata_for_nongeo_region(int(code))
    else:
        found = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if found is None or found.general_desc is None:
        return None
    mobile = _lengths(found.mobile)
    lengths = _lengths(found.general_desc)
    usual = (mobile | _lengths(found.fixed_line)) & lengths or lengths
    return Plan(code, found.national_prefix or "", lengths, usual, mobile or usual)


def _lengths(kind: object) -> frozenset[int]:
    return frozenset(size for size in getattr(kind, "possible_length", ()) if size > 0)


def international(digits: str) -> str:
    """Write the digits after `+` or `00` as `+33639981234`; a national prefix left in by mistake goes.

    Returns:
        the number, or an empty text where no country knows a number of this length.
    """
    return _parsed("+" + digits, None)


def of_country(digits: str, country: str) -> str:
    """Write national digits of a country (ISO 3166 alpha-2) as `+33639981234`; empty where it knows none of this length."""
    return _parsed(digits, country.upper())


def known_country(country: str) -> bool:
    """Tell whether phone numbers of this country (ISO 3166 alpha-2) are known."""
    import phonenumbers

    return country.upper() in phonenumbers.SUPPORTED_REGIONS


def _parsed(digits: str, region: str | None) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def canonical(digits: str, *, plus: bool) -> str:
    """Write a number as contacts are written everywhere: `+33639981234` if it says its country, else its digits.

    Args:
        digits: ASCII digits, without the leading `+`.
        plus: whether a `+` stood before them; a leading `00` says the same.

    Returns:
        the canonical value; empty where the number says its country and that country knows none of this length.
    """
    if plus:
        return international(digits.removeprefix("00"))
    if digits.startswith("00") and len(digits) >= MIN_DIGITS + 2:
        return international(digits[2:])
    return digits
