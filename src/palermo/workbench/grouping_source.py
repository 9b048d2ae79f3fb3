"""Holds a file of adverts while it is grouped: ids, cities and sites of every row, and texts as long as memory allows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palermo.kit.progress import Progress, silent
from palermo.workbench.advert_files import AdvertFile

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

HELD_BYTES = 4_000_000_000
"""Texts up to so much are held in memory; a longer file is read anew for each pass."""

_OWN_ID = "\0row "
"""What the engine's id of an advert without one begins with: no cell that is read holds a zero byte, so none is equal to it."""

_READ = ("advert_id", "title", "body", "persona", "contact", "city", "price")
"""What is grouped by."""


@dataclass(slots=True)
class Places:
    """A column of few values, as numbers.

    Attributes:
        number: of each value as written, from 0; nothing has none.
        of: the numbers of each batch's rows; -1 for nothing.
    """

    number: dict[str, int] = field(default_factory=dict)
    of: "list[npt.NDArray[np.int32]]" = field(default_factory=list)

    def take(self, column: "pa.Array") -> None:
        """Number the values of a batch."""
        import numpy as np

        coded = column.dictionary_encode()
        own = [
            self.number.setdefault(value.strip(), len(self.number)) if value.strip() else -1
            for value in coded.dictionary.to_pylist()
        ]
        self.of.append(np.array(own, np.int32)[coded.indices.to_numpy(zero_copy_only=False)])

    def rows(self) -> "npt.NDArray[np.int64]":
        """Give the number of every row."""
        import numpy as np

        return np.concatenate([np.empty(0, np.int64), *self.of]).astype(np.int64)


@dataclass(slots=True)
class Source:
    """A file of adverts, read once.

    Attributes:
        adverts: the file.
        keys: `advert_id` and `row` of every advert, batch by batch; an advert without an id has an empty one.
        cities: the city of every advert.
        sites: its site.
    """

    adverts: AdvertFile
    keys: "list[pa.RecordBatch]" = field(default_factory=list)
    cities: Places = field(default_factory=Places)
    sites: Places = field(default_factory=Places)
    _held: "list[pa.RecordBatch] | None" = field(default_factory=list)

    def read(self, progress: Progress = silent) -> None:
        """Read the file to its end, and hold its texts up to `HELD_BYTES`.

        Args:
            progress: told how many adverts were read.
        """
        import pyarrow as pa

        size = 0
        for batch in self.adverts.batches():
            # Cut out of the batch they would keep all its texts in memory.
            names = pa.concat_arrays([batch.column("advert_id"), pa.array([], pa.string())])
            self.keys.append(pa.record_batch([names, batch.column("row")], names=["advert_id", "row"]))
            self.cities.take(batch.column("city"))
            self.sites.take(batch.column("site"))
            kept = _to_group(batch)
            size += kept.nbytes
            if self._held is not None:
                self._held.append(kept)
            if size > HELD_BYTES:
                self._held = None
            progress("reading adverts", self.adverts.met.rows, 0)

    def batches(self) -> "Iterator[pa.RecordBatch]":
        """Give what is grouped by, batch by batch: held, or read anew."""
        if self._held is not None:
            yield from self._held
            return
        for batch in self.adverts.batches():
            yield _to_group(batch)

    def texts(self, rows: "npt.NDArray[np.int64]", *, contacts: bool = False) -> "pa.Array":
        """Give the texts of some rows: title, line end and body; with `contacts` the cell of contacts on a line of its own.

        Args:
            rows: sorted numbers of rows, from 0.
            contacts: whether the column of contacts belongs to it.
        """
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        names = ("title", "body", "contact") if contacts else ("title", "body")
        found, at = [pa.array([], pa.large_string())], 0
        for batch in self.batches():
            here = rows[np.searchsorted(rows, at) : np.searchsorted(rows, at + batch.num_rows)] - at
            if len(here):
                cells = [batch.column(name).take(pa.array(here)).cast(pa.large_string()) for name in names]
                found.append(pc.binary_join_element_wise(*cells, pa.scalar("\n", pa.large_string())))
            at += batch.num_rows
        return pa.concat_arrays(found)


def nameless(ids: "pa.Array") -> "pa.Array":
    """Tell which adverts have no id: nothing, or nothing but blanks."""
    import pyarrow.compute as pc

    return pc.equal(pc.binary_length(pc.utf8_trim_whitespace(ids)), 0)


def _to_group(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Select what is grouped by; adverts without an id are told apart by their rows."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = batch.column("advert_id")
    without = nameless(ids)
    if pc.any(without).as_py():
        own = pc.binary_join_element_wise(_OWN_ID, batch.column("row").cast(pa.string()), "")
        ids = pc.if_else(without, own, ids)
    return pa.record_batch([ids, *(batch.column(name) for name in _READ[1:])], names=list(_READ))
