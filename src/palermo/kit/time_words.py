"""Names of months and marks of zones, as dates are written in six languages."""

import unicodedata

_MONTHS = (
    "january jan janvier janv januari enero ene januar jaen jaenner",
    "february feb fevrier fevr fev februari febrero februar",
    "march mar mars maart mrt maa marzo maerz marz mrz",
    "april apr avril avr abril abr",
    "may mai mei mayo",
    "june jun juin juni junio",
    "july jul juillet juil juli julio",
    "august aug aout augustus agosto ago",
    "september sep sept septembre septiembre setiembre set",
    "october oct octobre oktober okt octubre",
    "november nov novembre noviembre",
    "december dec decembre diciembre dic dezember dez",
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""The month of a name without accents."""

ZONES: dict[str, int] = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120, "met": 60, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180,
}  # fmt: skip
"""Minutes before UTC of zone marks that mean one thing in Europe; others are not guessed at."""


def month(name: str) -> int:
    """Give the number of a month's name, 0 where it is none."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ä", "a"))
    return MONTHS.get("".join(mark for mark in plain if mark.isalpha() and not unicodedata.combining(mark)), 0)
