"""Checks a file's rows under a mapping: typed rows on one side, rows set aside with their reasons on the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from palermo.intake.cells import joined, trimmed, unwrapped
from palermo.intake.columns import ColumnReader, Done, Masker, fault_name
from palermo.intake.lexicon import Lexicon
from palermo.intake.mapping import BESIDE, Mapping
from palermo.intake.reasons import NUMBER, Reason, SetAside, reason, row_reason
from palermo.kit.times import Clock, is_time
from palermo.model.errors import WrongUse
from palermo.model.raw import PROBLEMS, RawBatch, column_names
from palermo.model.records import COLUMNS, Column, Reads
from palermo.model.rows import content_digests

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

_KEEP_WORDS = {Reads.TEXT, Reads.FREE, Reads.PLACE}
_STRANGE_SHOWN = 3
MORE_CELLS = "The row has more cells than the header has names."


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one batch.

    Attributes:
        rows: the good rows: the columns of `palermo.model.tables.value_schema(kind)`, then `record`, `start`, `end`
            (int64) and `content` (the content digest, text).
        taken: int64, the good rows' places in the batch, for `batch.cells.take(taken)`.
        aside: the rows set aside.
        blank: how many rows were blank; they are neither read nor set aside.
    """

    rows: "pa.Table"
    taken: "pa.Array"
    aside: list[SetAside]
    blank: int


@dataclass(frozen=True, slots=True)
class _Texts:
    """A canonical column of a batch: where it stands in the file, its text, and what was read out of it."""

    column: Column
    index: int
    text: "pa.Array"
    done: Done


class Checker:
    """Checks rows of one file under one mapping; contacts already read are remembered from batch to batch.

    Args:
        mapping: which column is which; its own zone and country come before those of the source.
        lexicon: words, countries and currencies (`read_lexicon(load("headers"))`).
        masker: masks banned words in free text.
        zone: the source's zone, an IANA name; empty where it states none, and then times without zone are read as UTC and
            a note says so.
        country: the source's country, alpha-2; empty where it states none.

    Raises:
        WrongUse: there is no such zone, or a required column is in no column of the mapping.
    """

    def __init__(
        self, mapping: Mapping, lexicon: Lexicon, masker: Masker, *, zone: str = "", country: str = ""
    ) -> None:
        """Get ready to check."""
        if missing := mapping.missing():
            raise WrongUse(f"The mapping gives no column for {', '.join(missing)}.")
        self._mapping = mapping
        stated = mapping.options.zone or zone
        self._zone = stated or "UTC"
        self._reader = ColumnReader(
            mapping.kind, lexicon, masker, Clock(_zone(self._zone)), bool(stated), mapping.options.country or country
        )
        self._blank = 0

    def check(self, batch: RawBatch) -> Checked:
        """Check the rows of a batch."""
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        given_up = pc.is_valid(batch.problem).to_numpy(zero_copy_only=False)
        extra = self._extra(batch)
        blank = _blank(batch) & ~given_up
        live = ~given_up & ~blank
        columns = [self._read(column, batch, live) for column in COLUMNS[self._mapping.kind]]
        _fill_currency(columns)
        wrong = [_faults(found, batch.rows) for found in columns]
        bad = given_up | (extra & ~blank)
        for faults in wrong:
            bad |= (faults > 0) & live
        good = np.flatnonzero(~bad & ~blank)
        aside = self._aside(batch, np.flatnonzero(bad), columns, wrong, extra)
        self._blank += int(blank.sum())
        taken = pa.array(good, pa.int64())
        return Checked(self._rows(batch, taken, columns), taken, aside, int(blank.sum()))

    def check_cells(self, cells: Sequence[str | None], record: int) -> Checked:
        """Check one mended row; `cells` stand in the order of the file's header."""
        import pyarrow as pa

        width = self._mapping.width
        whole = [*cells, *[None] * (width - len(cells))]
        nothing = pa.nulls(1, pa.int64())
        more = whole[width:] or None
        columns = [pa.array([cell], pa.string()) for cell in whole[:width]]
        problem = ["row-nul" if any(cell and "\0" in cell for cell in whole) else None]
        batch = RawBatch(
            pa.array([record], pa.int64()), nothing, nothing, pa.array(problem, pa.string()),
            pa.table(columns, names=column_names(width)), pa.array([more], pa.list_(pa.string())),
        )  # fmt: skip
        return self.check(batch)

    def notes(self) -> tuple[str, ...]:
        """Tell what was decided or dropped so far, in sentences with counts, in a fixed order."""
        order = {column.name: at for at, column in enumerate(COLUMNS[self._mapping.kind])}
        told = []
        for (name, sentence), count in sorted(
            self._reader.notes.items(), key=lambda note: (order[note[0][0]], note[0][1])
        ):
            text = f"{name}: {sentence.replace('{n}', str(count))}"
            strange = sorted(self._reader.strange.get(name, ()))[:_STRANGE_SHOWN]
            if strange and "none of" in sentence:
                text = f"{text} Among them: {', '.join(f'“{value[:30]}”' for value in strange)}."
            told.append(text)
        if self._blank:
            told.append(f"{self._blank} blank rows were passed over.")
        return tuple(told)

    def _extra(self, batch: RawBatch) -> "NDArray[np.bool_]":
        """Tell which rows have filled cells beyond the header."""
        import pyarrow.compute as pc

        beyond = batch.cells.columns[self._mapping.width :]
        found = _filled(beyond, batch.rows)
        if batch.more.null_count < batch.rows:
            for at in pc.indices_nonzero(pc.is_valid(batch.more)).to_pylist():
                found[at] |= any(cell and cell.strip() for cell in batch.more[at].as_py())
        return found

    def _read(self, column: Column, batch: RawBatch, live: "NDArray[np.bool_]") -> _Texts:
        """Read one canonical column; rows that are given up or blank are left out of it."""
        import pyarrow as pa
        import pyarrow.compute as pc

        options = self._mapping.options
        places = [at for at in self._mapping.indices(column.name) if at < batch.cells.num_columns]
        if places:
            keep = column.reads in _KEEP_WORDS
            texts = [trimmed(batch.cells.column(at), keep_words=keep) for at in places]
            text = _in_order(texts) if len(texts) > 1 else texts[0]
            if column.reads in {Reads.ID, Reads.ACCOUNT}:
                text = unwrapped(text)
        else:
            constant = options.constants.get(column.name)
            stated = constant not in {None, BESIDE}
            text = pa.repeat(constant, batch.rows) if stated else pa.nulls(batch.rows, pa.string())
        if not live.all():
            text = pc.if_else(pa.array(live), text, pa.scalar(None, pa.string()))
        done = self._reader.read(
            column,
            text,
            month_first=options.day_order.get(column.name) == "month_first",
            decimal=options.decimal.get(column.name, ""),
        )
        return _Texts(column, places[0] if places else -1, text, done)

    def _rows(self, batch: RawBatch, taken: "pa.Array", columns: Sequence[_Texts]) -> "pa.Table":
        """Put the good rows together, with their places and digests."""
        import pyarrow as pa

        whole = len(taken) == batch.rows
        arrays = [found.done.values if whole else found.done.values.take(taken) for found in columns]
        values = pa.table(arrays, names=[found.column.name for found in columns])
        digests = content_digests(self._mapping.kind, values) if len(taken) else pa.chunked_array([], pa.string())
        for name, place in (("record", batch.record), ("start", batch.start), ("end", batch.end)):
            values = values.append_column(name, place if whole else place.take(taken))
        return values.append_column("content", digests)

    def _aside(
        self,
        batch: RawBatch,
        places: "NDArray[np.int64]",
        columns: Sequence[_Texts],
        wrong: "Sequence[NDArray[np.int64]]",
        extra: "NDArray[np.bool_]",
    ) -> list[SetAside]:
        """Give the rows set aside, each with all its reasons and its cells."""
        if not len(places):
            return []
        rows = batch.cells.take(places).to_pylist()
        more = batch.more.take(places).to_pylist()
        problems = batch.problem.take(places).to_pylist()
        spots = [part.take(places).to_pylist() for part in (batch.record, batch.start, batch.end)]
        aside = []
        for at, place in enumerate(places.tolist()):
            if problems[at]:
                reasons = [row_reason(problems[at], PROBLEMS.get(problems[at], "The row cannot be read."))]
            else:
                reasons = [row_reason("row-more-cells", MORE_CELLS)] if extra[place] else []
                reasons += [
                    self._reason(found, fault_name(int(faults[place])), place)
                    for found, faults in zip(columns, wrong, strict=True) if faults[place]
                ]  # fmt: skip
            cells = [*rows[at].values(), *(more[at] or ())]
            while cells and cells[-1] is None:
                cells.pop()
            aside.append(SetAside(spots[0][at], spots[1][at], spots[2][at], tuple(reasons), tuple(cells)))
        return aside

    def _reason(self, found: _Texts, code: str, place: int) -> Reason:
        """Say what is wrong with one value."""
        written = found.text[place].as_py() or ""
        order = self._mapping.options.day_order.get(found.column.name, "")
        words = f" (dates of this column are read {order.replace('_', ' ')})" if order == "month_first" else ""
        details = {"zone": self._zone, "order": words, "problem": found.done.problems.get(written, "")}
        return reason(found.index, found.column.name, code, written, details)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise WrongUse(
            f"There is no time zone “{name}”.", way_out="Write a name such as Europe/Brussels or Europe/Madrid."
        ) from None


def _filled(columns: "Sequence[pa.ChunkedArray]", rows: int) -> "NDArray[np.bool_]":
    """Tell in which rows any of the columns has more than spaces."""
    import numpy as np
    import pyarrow.compute as pc

    found = np.zeros(rows, bool)
    for column in columns:
        if column.null_count < rows:
            filled = pc.greater(pc.binary_length(pc.utf8_trim_whitespace(column)), 0)
            found |= pc.fill_null(filled, fill_value=False).to_numpy()
    return found


def _blank(batch: RawBatch) -> "NDArray[np.bool_]":
    """Tell which rows are blank: no cell, within the header or beyond it, has more than spaces."""
    import numpy as np
    import pyarrow.compute as pc

    left = np.ones(batch.rows, bool)
    for column in batch.cells.columns:
        if not left.any():
            return left
        left &= ~_filled([column], batch.rows)
    if left.any() and batch.more.null_count < batch.rows:
        for at in pc.indices_nonzero(pc.is_valid(batch.more)).to_pylist():
            left[at] &= not any(cell and cell.strip() for cell in batch.more[at].as_py())
    return left


def _in_order(texts: "Sequence[pa.Array]") -> "pa.Array":
    """Join a column of days and one of hours, whichever comes first in the file."""
    import pyarrow.compute as pc

    first, second = texts[0], texts[1]
    sample = pc.drop_null(first).slice(0, 20).to_pylist()
    other = pc.drop_null(second).slice(0, 20).to_pylist()
    if sum(map(is_time, other)) > sum(map(is_time, sample)):
        first, second = second, first
    return joined(first, second)


def _faults(found: _Texts, rows: int) -> "NDArray[np.int64]":
    """Give the numbers of a column's faults; a value that must be there and is not is one too."""
    import numpy as np
    import pyarrow.compute as pc

    faults = np.zeros(rows, np.int64)
    if found.done.faults is not None:
        faults = pc.fill_null(found.done.faults, 0).to_numpy(zero_copy_only=False).copy()
    if found.column.required and found.done.values.null_count:
        lacking = pc.is_null(found.done.values).to_numpy(zero_copy_only=False)
        faults[lacking & (faults == 0)] = NUMBER["missing"]
    return faults


def _fill_currency(columns: Sequence[_Texts]) -> None:
    """Take a currency that stands beside the amount where the row states none, or only the file does."""
    import pyarrow.compute as pc

    signs = next((found.done.signs for found in columns if found.done.signs is not None), None)
    for found in columns:
        if signs is not None and found.column.reads is Reads.CURRENCY:
            both = (found.done.values, signs) if found.index >= 0 else (signs, found.done.values)
            found.done.values = pc.coalesce(*both)
