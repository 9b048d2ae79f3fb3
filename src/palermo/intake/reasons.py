"""Why a row was set aside, and the row as it stood."""

from dataclasses import dataclass

from palermo.kit.csvsafe import shown

_SHOWN = 60
ROW = -1
"""The column index of a reason that is about the row as a whole."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing wrong with a row.

    Attributes:
        index: the file's column it is about, from 0; -1 for the row as a whole.
        column: the canonical column; empty for the row as a whole.
        code: a short name under which like reasons are counted, such as `time-missing-hour`.
        sentence: what is wrong, with the value as written.
        counted: the same without the value, as it is shown beside a count.
    """

    index: int
    column: str
    code: str
    sentence: str
    counted: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that was not taken, and why; `cells` are as they stood, those beyond the header included."""

    record: int
    start: int | None
    end: int | None
    reasons: tuple[Reason, ...]
    cells: tuple[str | None, ...]


FAULTS: dict[str, tuple[str, str]] = {
    "missing": ("nothing stands there, and a row needs it", "nothing stands there, and a row needs it"),
    "time-unreadable": ("“{value}” is no time that can be read", "no time that can be read"),
    "time-no-such-day": ("{value} is no day of the calendar{order}", "no day of the calendar{order}"),
    "time-no-such-hour": ("{value} has an hour or a zone no clock shows", "an hour or a zone no clock shows"),
    "time-out-of-range": ("{value} lies outside the years 1850 to 2150", "a year outside 1850 to 2150"),
    "time-missing-hour": (
        "{value} does not exist in {zone} (the clocks went forward)",
        "a time that does not exist in {zone} (the clocks went forward)",
    ),
    "time-double-hour": (
        "{value} exists twice in {zone} (the clocks went back), and nothing says which is meant",
        "a time that exists twice in {zone} (the clocks went back)",
    ),
    "amount-unreadable": ("“{value}” is no amount that can be read", "no amount that can be read"),
    "amount-too-long": ("{value} has more than 20 digits before the point", "more than 20 digits before the point"),
    "amount-either": (
        "{value} can be read two ways, for nothing tells whether its mark parts thousands or decimals",
        "an amount that can be read two ways (thousands or decimals)",
    ),
    "number-unreadable": ("“{value}” is no whole number", "no whole number"),
    "contact-unreadable": ("“{value}” is no contact that can be read", "no contact that can be read"),
    "country-unknown": ("“{value}” is no country known by name or code", "no country known by name or code"),
    "currency-unknown": ("“{value}” is no currency known by name, sign or code", "no currency known by name, sign or code"),
    "hashes-unreadable": ("“{value}” is no list of hashes of 16 hexadecimal digits", "no list of hashes of 16 hexadecimal digits"),
    "word-unknown": ("“{value}” is none of the words of its list", "none of the words of its list"),
    "id-rounded": (
        "{value} was rounded by a spreadsheet, and the digits it stood for are gone", "a number that a spreadsheet rounded"
    ),
    "text-too-long": ("the text is longer than a cell may be", "a text longer than a cell may be"),
}  # fmt: skip
"""What can be wrong with a value: the sentence with the value, and the one it is counted under."""

CODES: tuple[str, ...] = ("", *FAULTS)
"""The codes of `FAULTS` by number; 0 stands for no fault."""

NUMBER: dict[str, int] = {code: number for number, code in enumerate(CODES)}
"""The numbers of the codes."""


def reason(index: int, column: str, code: str, written: str, details: dict[str, str]) -> Reason:
    """Say what is wrong with a value of a column.

    Args:
        index: the file's column.
        column: the canonical column.
        code: a key of `FAULTS`.
        written: the value as it stood.
        details: what the sentence names besides: `zone`, `order`, and `problem` where a reader said more.
    """
    value = shown(written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…")
    sentence, counted = (text.format(value=value, **details) for text in FAULTS[code])
    more = f" ({details['problem'].rstrip('.')})" if details.get("problem") else ""
    return Reason(index, column, code, f"{column}: {sentence}{more}.", f"{column}: {counted}.")


def row_reason(code: str, sentence: str) -> Reason:
    """Say what is wrong with a row as a whole."""
    return Reason(ROW, "", code, sentence, sentence)
