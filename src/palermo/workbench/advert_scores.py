"""Scores a file of groups against a file of truth: ids and groups are all it needs, so that no advert has to leave a house."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.readers import open_tables
from palermo.adverts.score import Kinds, Score, score
from palermo.model.errors import WrongUse
from palermo.model.raw import RawBatch
from palermo.workbench.advert_matching import Listed, match

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa


_YES = ("1", "true", "yes", "t", "y")
_NO = ("0", "false", "no", "f", "n", "")


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """A score, and how the two files were matched.

    Attributes:
        matched_by: the columns that told which advert is which.
        column: the column of the prediction that was scored.
        truth_adverts: how many adverts the truth has.
        prediction_adverts: how many the prediction has.
        only_in_truth: how many are in the truth alone; they were scored as left alone.
        only_in_prediction: how many are in the prediction alone; nothing is known of them, and they were not scored.
        score: the figures.
    """

    matched_by: tuple[str, ...]
    column: str
    truth_adverts: int
    prediction_adverts: int
    only_in_truth: int
    only_in_prediction: int
    score: Score


def score_files(truth: Path, prediction: Path, *, column: str = "group") -> ScoreReport:
    """Score a prediction against the truth.

    Args:
        truth: CSV or Parquet with `advert_id`, `group` and, where wished, `row`, `kind` and `lone`.
        prediction: CSV or Parquet with `advert_id`, the column to score and, where wished, `row`.
        column: what to score: `group` or `template`.

    Raises:
        Unreadable: a file is no table.
        WrongUse: a column is missing, a row cannot be read, adverts cannot be told apart, or no advert is in both.
    """
    import numpy as np

    known = _read(truth, ("advert_id", "group"), ("row", "kind", "lone"))
    found = _read(prediction, ("advert_id", column), ("row",))
    by = ("advert_id", "row") if "row" in known.columns and "row" in found.columns else ("advert_id",)
    places, matched = match(known, found, by)
    groups = np.append(_numbers(found.columns[column]), -1)[places]
    lone = _lone(known) if "lone" in known.columns else None
    kinds = _kinds(known) if "kind" in known.columns else None
    return ScoreReport(
        matched_by=by, column=column, truth_adverts=known.rows, prediction_adverts=found.rows,
        only_in_truth=known.rows - matched, only_in_prediction=found.rows - matched,
        score=score(_numbers(known.columns["group"]), groups, kinds, lone),
    )  # fmt: skip


def _read(path: Path, needed: tuple[str, ...], wished: tuple[str, ...]) -> Listed:
    """Read the columns that count; the first row names them."""
    import pyarrow as pa

    opened = open_tables(path, digested=False)
    if len(opened.tables) != 1:
        raise WrongUse(f"“{opened.name}” has {len(opened.tables)} sheets.", way_out="Save the one to be read as CSV.")
    table = opened.tables[0]
    header = table.header if table.header is not None else (table.head[0] if table.head else ())
    places = _places(header, opened.name, needed, wished)
    parts: dict[str, list[pa.Array]] = {name: [] for name in places}
    for batch in table.batches(1 if table.header is not None else 2):
        _check(batch, opened.name, len(header))
        filled = _filled(batch.cells) if table.header is None else None
        for name, place in places.items():
            column = pa.concat_arrays(batch.cells.column(place).chunks)
            parts[name].append(column if filled is None else column.filter(filled))
    opened.check_unchanged()
    columns = {name: pa.concat_arrays(found or [pa.array([], pa.string())]) for name, found in parts.items()}
    return Listed(opened.name, {name: column.fill_null("") for name, column in columns.items()})


def _places(header: tuple[str, ...], name: str, needed: tuple[str, ...], wished: tuple[str, ...]) -> dict[str, int]:
    """Find the columns by their names."""
    names = [text.strip().casefold() for text in header]
    missing = [column for column in needed if column not in names]
    if missing:
        told = ", ".join(f"“{text[:40]}”" for text in header[:20])
        raise WrongUse(
            f"“{name}” has no column {' and no column '.join(missing)}.",
            cause=f"Its first row has {told}.",
            way_out=f"Name its columns {', '.join((*needed, *wished))} in the first row; the last ones may be missing.",
        )
    return {column: names.index(column) for column in (*needed, *wished) if column in names}


def _broken(name: str, row: int) -> WrongUse:
    return WrongUse(
        f"Row {row} of “{name}” cannot be read.",
        cause="It holds zero bytes, a quotation mark that is not closed, or more cells than there are columns.",
        way_out="Mend the row: a score without it would be of other adverts.",
    )


def _check(batch: RawBatch, name: str, width: int) -> None:
    """Make sure that every row of a batch can be read, and has no cell beyond the header's."""
    import pyarrow.compute as pc

    for fault in (batch.problem, batch.more, *batch.cells.columns[width:]):
        if fault.null_count < batch.rows:
            at = pc.index(pc.is_valid(fault), value=True).as_py()
            raise _broken(name, batch.record[at].as_py())


def _filled(cells: "pa.Table") -> "pa.Array | None":
    """Tell which rows have any cell; None where all have."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not cells.column(0).null_count:
        return None
    filled = pc.is_valid(cells.column(0))
    for column in cells.columns[1:]:
        filled = pc.or_(filled, pc.is_valid(column))
    return pa.concat_arrays(filled.chunks)


def _numbers(groups: "pa.Array") -> "npt.NDArray[np.int64]":
    """Number the groups; -1 where none stands."""
    import numpy as np
    import pyarrow.compute as pc

    found = pc.utf8_trim_whitespace(groups).dictionary_encode()
    numbers = found.indices.to_numpy()
    return np.where(numbers == pc.index(found.dictionary, value="").as_py(), -1, numbers).astype(np.int64)


def _kinds(known: Listed) -> Kinds:
    import numpy as np

    found = known.columns["kind"].dictionary_encode()
    return Kinds(found.indices.to_numpy().astype(np.int64), found.dictionary.to_pylist())


def _lone(known: Listed) -> "npt.NDArray[np.bool_]":
    """Read the marks of lone adverts."""
    import numpy as np
    import pyarrow.compute as pc

    found = pc.utf8_lower(pc.utf8_trim_whitespace(known.columns["lone"])).dictionary_encode()
    words = found.dictionary.to_pylist()
    strange = [word for word in words if word not in (*_YES, *_NO)]
    if strange:
        raise WrongUse(
            f"The column lone of “{known.name}” says “{strange[0][:40]}”.", way_out="Write 1 for lone, 0 for not."
        )
    marks = np.array([word in _YES for word in words], bool)
    return marks[found.indices.to_numpy()] if len(words) else np.zeros(0, bool)
