"""Reads one column of a batch as what it is: typed values, and for each that cannot be read the reason."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from palermo.intake.cells import cleaned
from palermo.intake.lexicon import Lexicon
from palermo.intake.reasons import CODES, NUMBER
from palermo.kit.amounts import AmountFault, read_amount, read_seconds, read_whole
from palermo.kit.phones import read_contact
from palermo.kit.times import Clock, Fault, Read, read_days, read_moments
from palermo.model.records import Column, Kind, Reads
from palermo.model.tables import DECIMAL, MOMENT

if TYPE_CHECKING:
    import pyarrow as pa

_ROUNDED = r"^\d[.,]\d+[eE]\+?\d+$"
_HASH = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{16}(?![0-9a-fA-F])")
_HASH_LEFT = re.compile(r"[\s\[\]\"',;|]*")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,32}")
_KEPT_CONTACTS = 2_000_000
"""How many different contacts are remembered from batch to batch."""

TIME_FAULTS = {
    Fault.UNREADABLE: "time-unreadable", Fault.NO_SUCH_DAY: "time-no-such-day", Fault.NO_SUCH_HOUR: "time-no-such-hour",
    Fault.OUT_OF_RANGE: "time-out-of-range", Fault.SKIPPED_HOUR: "time-missing-hour",
    Fault.DOUBLE_HOUR: "time-double-hour",
}  # fmt: skip
_AMOUNT_FAULTS = {
    AmountFault.UNREADABLE: "amount-unreadable", AmountFault.TOO_LONG: "amount-too-long",
    AmountFault.EITHER: "amount-either",
}  # fmt: skip


class Masked(Protocol):
    """A text after masking: `text`, and in `count` how many words were masked."""

    @property
    def text(self) -> str:
        """The text with banned words masked."""
        ...

    @property
    def count(self) -> int:
        """How many words were masked."""
        ...


class Masker(Protocol):
    """Masks the words of the banned list (`palermo.kit.masks`)."""

    def mask(self, text: str) -> Masked:
        """Mask banned words in a text."""
        ...


@dataclass(slots=True)
class Done:
    """A column as read.

    Attributes:
        values: typed, null where there is no value or it cannot be read.
        faults: numbers of codes of `palermo.intake.reasons.CODES`; None where there is no fault at all.
        signs: for amounts, the codes of the currencies that stood beside them; None where none did.
        problems: for values as written, what their reader said is wrong with them.
    """

    values: "pa.Array"
    faults: "pa.Array | None" = None
    signs: "pa.Array | None" = None
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ColumnReader:
    """Reads the columns of one file; what it met on the way is counted in `notes`, by column and sentence.

    Attributes:
        clock: the clock of times without zone.
        zone_stated: whether a zone was stated; otherwise the clock shows UTC and a note says so.
        country: the country of phones written without one; empty where none is stated.
    """

    kind: Kind
    lexicon: Lexicon
    masker: Masker
    clock: Clock
    zone_stated: bool
    country: str
    notes: Counter[tuple[str, str]] = field(default_factory=Counter)
    strange: dict[str, dict[str, None]] = field(default_factory=dict)
    _contacts: dict[str, tuple[str | None, str, str]] = field(default_factory=dict)

    def read(self, column: Column, text: "pa.Array", *, month_first: bool = False, decimal: str = "") -> Done:
        """Read a column of trimmed texts, null where nothing stands."""
        match column.reads:
            case Reads.TIME | Reads.DATE:
                return self._times(column, text, month_first=month_first)
            case Reads.DECIMAL:
                return self._amounts(column, text, decimal)
            case Reads.INTEGER:
                return self._whole(column, text)
            case Reads.FREE:
                return self._free(column, text)
            case Reads.TEXT | Reads.PLACE | Reads.ID:
                return self._text(column, text)
        return self._by_value(column, text)

    def _text(self, column: Column, text: "pa.Array") -> Done:
        """Read texts as they stand; an id that a spreadsheet wrote as a power of ten has lost its digits."""
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        clean = self._clean(column, text)
        if column.reads is not Reads.ID:
            return Done(clean)
        rounded = pc.fill_null(pc.match_substring_regex(clean, _ROUNDED), False).to_numpy(zero_copy_only=False)
        if not rounded.any():
            return Done(clean)
        return Done(clean, pa.array(np.where(rounded, NUMBER["id-rounded"], 0)))

    def _clean(self, column: Column, text: "pa.Array") -> "pa.Array":
        clean, held = cleaned(text)
        if held:
            self.notes[column.name, "{n} cells held control characters; they were left out."] += held
        return clean

    def _times(self, column: Column, text: "pa.Array", *, month_first: bool) -> Done:
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        there = pc.is_valid(text)
        places = np.flatnonzero(there.to_numpy(zero_copy_only=False))
        present = pc.drop_null(text)
        moment = column.reads is Reads.TIME
        found = (
            read_moments(present, self.clock, month_first=month_first)
            if moment
            else read_days(present, month_first=month_first)
        )
        self._note_times(column, found)
        numbers = np.zeros(len(Fault), np.int64)
        for fault, code in TIME_FAULTS.items():
            numbers[fault] = NUMBER[code]
        values = np.zeros(len(text), np.int64)
        faults = np.zeros(len(text), np.int64)
        values[places], faults[places] = found.values, numbers[found.faults]
        mask = ~there.to_numpy(zero_copy_only=False) | (faults > 0)
        if moment:
            typed = pa.array(values, pa.int64(), mask=mask).cast(MOMENT)
        else:
            typed = pa.array(np.where(mask, 0, values), pa.int64(), mask=mask).cast(pa.int32()).cast(pa.date32())
        return Done(typed, pa.array(faults) if faults.any() else None)

    def _note_times(self, column: Column, found: Read) -> None:
        """Count what was decided about times."""
        good = found.faults == Fault.NONE
        moment = column.reads is Reads.TIME
        sentences = [
            (found.bare & good, "{n} days stand without an hour; they were read as 00:00." if moment
             else "{n} values have an hour beside the day; the day was taken as it stands."),
            (found.short_year & good, "{n} years have two digits; 00 to 29 were read as 2000 to 2029, the others as 1930 to 1999."),
            (found.numbers & good, "{n} times are a spreadsheet's number of days, or seconds since 1970; they were read as such."),
        ]  # fmt: skip
        if moment and not self.zone_stated:
            sentences.insert(0, (found.zoneless & good, "no zone is stated; {n} times were read as UTC."))
        for mask, sentence in sentences:
            if count := int(mask.sum()):
                self.notes[column.name, sentence] += count

    def _amounts(self, column: Column, text: "pa.Array", decimal: str) -> Done:
        """Read amounts: plain ones at once, the others each different one once."""
        import pyarrow as pa
        import pyarrow.compute as pc

        coded = text.dictionary_encode()
        written = coded.dictionary
        pattern = r"^-?[0-9]{1,20}$" if not decimal else rf"^-?[0-9]{{1,20}}([{decimal}][0-9]{{1,8}})?$"
        plain = pc.match_substring_regex(written, pattern)
        texts = pc.if_else(plain, pc.replace_substring(written, ",", "."), pa.scalar(None, pa.string()))
        values = texts.cast(DECIMAL)
        if pc.all(plain, min_count=0).as_py():
            return Done(_spread(values, coded))
        rest = pc.indices_nonzero(pc.invert(plain)).to_pylist()
        found = [read_amount(written[at].as_py(), decimal) for at in rest]
        codes = [self.lexicon.currency(amount.sign.partition("/")[0]) if amount.sign else "" for amount in found]
        faults = [0] * len(written)
        signs: list[str | None] = [None] * len(written)
        listed = values.to_pylist()
        for at, amount, code in zip(rest, found, codes, strict=True):
            known = not amount.sign or bool(code)
            fault = _AMOUNT_FAULTS.get(amount.fault, "" if known else "amount-unreadable")
            faults[at], signs[at] = NUMBER[fault] if fault else 0, code or None
            listed[at] = None if fault else amount.value
        rounded = [at for at, amount in zip(rest, found, strict=True) if amount.rounded]
        if rounded:
            held = _spread(pa.array([at in set(rounded) for at in range(len(written))]), coded)
            self.notes[column.name, "{n} amounts were rounded to 8 places."] += int(pc.sum(held).as_py())
        return Done(
            _spread(pa.array(listed, DECIMAL), coded),
            _spread(pa.array(faults, pa.int64()), coded) if any(faults) else None,
            _spread(pa.array(signs, pa.string()), coded) if any(signs) else None,
        )

    def _whole(self, column: Column, text: "pa.Array") -> Done:
        """Read whole numbers; a length of time may be written by the clock."""
        import pyarrow as pa
        import pyarrow.compute as pc

        coded = text.dictionary_encode()
        written = coded.dictionary
        if pc.all(pc.match_substring_regex(written, r"^-?[0-9]{1,18}$"), min_count=0).as_py():
            return Done(_spread(written.cast(pa.int64()), coded))
        read = read_seconds if column.name.endswith("_s") else read_whole
        values = [read(value) for value in written.to_pylist()]
        faults = [0 if value is not None else NUMBER["number-unreadable"] for value in values]
        return Done(
            _spread(pa.array(values, pa.int64()), coded),
            _spread(pa.array(faults, pa.int64()), coded) if any(faults) else None,
        )

    def _free(self, column: Column, text: "pa.Array") -> Done:
        """Mask banned words, each different text once."""
        import pyarrow as pa
        import pyarrow.compute as pc

        coded = self._clean(column, text).dictionary_encode()
        masked = [self.masker.mask(value) for value in coded.dictionary.to_pylist()]
        counts = _spread(pa.array([found.count for found in masked], pa.int64()), coded)
        if held := pc.sum(counts, min_count=0).as_py():
            self.notes[column.name, "{n} words no rule may read were masked."] += int(held)
        return Done(_spread(pa.array([found.text for found in masked], pa.string()), coded))

    def _by_value(self, column: Column, text: "pa.Array") -> Done:
        """Read each different value once."""
        import pyarrow as pa
        import pyarrow.compute as pc

        coded = text.dictionary_encode()
        written: list[str] = coded.dictionary.to_pylist()
        reader: Callable[[Column, str], tuple[str | None, str, str]] = {
            Reads.CONTACT: self._contact, Reads.ACCOUNT: _account, Reads.COUNTRY: self._country,
            Reads.CURRENCY: self._currency, Reads.HASHES: _hashes, Reads.WORD: self._word,
        }[column.reads]  # fmt: skip
        found = [reader(column, value) for value in written]
        faults = [NUMBER[code] if code else 0 for _, code, _ in found]
        said = {value: note for value, (_, code, note) in zip(written, found, strict=True) if code and note}
        noted = [note if note and not code else None for _, code, note in found]
        if any(noted):
            for entry in pc.value_counts(_spread(pa.array(noted, pa.string()), coded).drop_null()).to_pylist():
                self.notes[column.name, entry["values"]] += entry["counts"]
        values = _spread(pa.array([value for value, _, _ in found], pa.string()), coded)
        return Done(values, _spread(pa.array(faults, pa.int64()), coded) if any(faults) else None, problems=said)

    def _contact(self, _: Column, written: str) -> tuple[str | None, str, str]:
        known = self._contacts.get(written)
        if known is None:
            reading = read_contact(written, self.country)
            if reading.problem or not reading.value:
                known = None, "contact-unreadable", reading.problem
            else:
                known = reading.value, "", f"{{n}} contacts: {reading.note}." if reading.note else ""
            if len(self._contacts) < _KEPT_CONTACTS:
                self._contacts[written] = known
        return known

    def _country(self, _: Column, written: str) -> tuple[str | None, str, str]:
        code = self.lexicon.country(written)
        return code or None, "" if code else "country-unknown", ""

    def _currency(self, _: Column, written: str) -> tuple[str | None, str, str]:
        code = self.lexicon.currency(written)
        return code or None, "" if code else "currency-unknown", ""

    def _word(self, column: Column, written: str) -> tuple[str | None, str, str]:
        word = self.lexicon.word(self.kind, column, written)
        if word:
            return word, "", ""
        if column.required:
            return None, "word-unknown", ""
        self.strange.setdefault(column.name, {}).setdefault(written)
        return None, "", f"{{n}} values are none of {', '.join(column.words)}; they were left out."


def _account(_: Column, written: str) -> tuple[str | None, str, str]:
    bare = "".join(written.split())
    upper = bare.upper()
    return upper if _IBAN.fullmatch(upper) else bare, "", ""


def _hashes(_: Column, written: str) -> tuple[str | None, str, str]:
    found = _HASH.findall(written)
    if not _HASH_LEFT.fullmatch(_HASH.sub("", written)):
        return None, "hashes-unreadable", ""
    return (" ".join(sorted({value.lower() for value in found})) or None), "", ""


def _spread(values: "pa.Array", coded: "pa.DictionaryArray") -> "pa.Array":
    """Give each place the value of its different one."""
    return values.take(coded.indices)


def fault_name(number: int) -> str:
    """Give the code of a fault's number."""
    return CODES[number]
