"""Finds each advert of one file in another: by id and row, or by id alone, and never by guessing."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palermo.kit.csvsafe import neutralise
from palermo.kit.sentences import counted
from palermo.model.errors import WrongUse

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Listed:
    """Adverts as a file lists them: its name, and those of its columns that count, as text."""

    name: str
    columns: "dict[str, pa.Array]" = field(hash=False)

    @property
    def rows(self) -> int:
        """How many adverts it lists."""
        return len(self.columns["advert_id"])


def match(known: Listed, found: Listed, by: tuple[str, ...]) -> "tuple[npt.NDArray[np.int64], int]":
    """Find the adverts of one file in the other.

    Args:
        known: the file whose adverts are sought.
        found: the file they are sought in.
        by: `("advert_id", "row")` or `("advert_id",)`.

    Returns:
        for each advert of `known` its place in `found`, -1 for none; and how many have one.

    Raises:
        WrongUse: adverts of one file cannot be told apart, or none is in both.
    """
    ids = [_as_written(file.columns["advert_id"]) for file in (known, found)]
    if "row" in by:
        rows = [_rows(file) for file in (known, found)]
        places = _by_row(ids, rows) if all(map(_unlike, rows)) else _by_key(known, found, _joined(ids, rows), by)
    else:
        places = _by_key(known, found, ids, by)
    matched = int((places >= 0).sum())
    if not matched and known.rows and found.rows:
        hint = " and its row, and rows are counted with the header as row 1" if "row" in by else ""
        raise WrongUse(
            f"No advert of “{known.name}” is in “{found.name}”.",
            cause=f"An advert is told by its id{hint}.",
            way_out="Give the truth and the prediction of the same file" + (", or leave row out." if hint else "."),
        )
    return places, matched


def _rows(file: Listed) -> "npt.NDArray[np.int64]":
    """Read the row numbers."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        rows = pc.utf8_trim_whitespace(file.columns["row"]).cast(pa.int64())
    except pa.ArrowInvalid:
        raise WrongUse(
            f"The column row of “{file.name}” holds more than whole numbers.", way_out="Mend it, or leave it out."
        ) from None
    return np.asarray(rows.to_numpy(), np.int64)


def _unlike(rows: "npt.NDArray[np.int64]") -> bool:
    """Tell whether no two rows are equal: then a row alone says which advert may be meant, many times quicker."""
    import numpy as np

    return bool((np.diff(np.sort(rows)) > 0).all())


def _by_row(ids: "list[pa.Array]", rows: "list[npt.NDArray[np.int64]]") -> "npt.NDArray[np.int64]":
    """Match rows that are all different, and keep the matches whose ids are the same."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    ours, theirs = rows
    if not len(theirs):
        return np.full(len(ours), -1, np.int64)
    order = np.argsort(theirs)
    at = np.minimum(np.searchsorted(theirs, ours, sorter=order), len(theirs) - 1)
    places = order[at]
    same = pc.equal(ids[0], ids[1].take(pa.array(places))).to_numpy(zero_copy_only=False)
    return np.where(same & (theirs[places] == ours), places, -1).astype(np.int64)


def _joined(ids: "list[pa.Array]", rows: "list[npt.NDArray[np.int64]]") -> "list[pa.Array]":
    """Join row and id to one text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return [
        pc.binary_join_element_wise(pa.array(own).cast(pa.string()), names, " ")
        for names, own in zip(ids, rows, strict=True)
    ]


def _by_key(known: Listed, found: Listed, keys: "list[pa.Array]", by: tuple[str, ...]) -> "npt.NDArray[np.int64]":
    """Match texts that must all be different within a file."""
    import numpy as np
    import pyarrow.compute as pc

    for file, own in zip((known, found), keys, strict=True):
        _check_unlike(file, own, by)
    places = pc.index_in(keys[0], value_set=keys[1]).fill_null(-1)
    return np.asarray(places.to_numpy(), np.int64)


def _check_unlike(file: Listed, keys: "pa.Array", by: tuple[str, ...]) -> None:
    """Refuse a file in which two adverts have one key, with a way out."""
    import numpy as np
    import pyarrow.compute as pc

    first = pc.index_in(keys, value_set=keys).to_numpy()
    again = np.flatnonzero(first != np.arange(len(keys)))
    if not len(again):
        return
    way_out = "Keep each advert once in each file."
    if "row" not in by:
        way_out = "Give both files a column row, as `palermo adverts group` writes it, or keep each id once."
    told = "id and row" if "row" in by else "id"
    fact = f"“{file.name}” has {counted(len(again), 'advert')} whose {told} another has too."
    name = file.columns["advert_id"][int(again[0])].as_py()
    raise WrongUse(fact, cause=f"The first is “{name[:60]}”.", way_out=way_out)


def _as_written(ids: "pa.Array") -> "pa.Array":
    """Take away the apostrophe that keeps a spreadsheet from running an id."""
    import pyarrow as pa
    import pyarrow.compute as pc

    marked = pc.starts_with(ids, "'")
    if not pc.any(marked).as_py():
        return ids
    bare = [text[1:] if neutralise(text[1:]) == text else text for text in ids.filter(marked).to_pylist()]
    return pc.replace_with_mask(ids, marked, pa.array(bare, pa.string()))
