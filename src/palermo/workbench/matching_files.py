"""Links files of persons outside any case: a line for each row given with its entity, and the model as a page beside it."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.clock import Clock, system_clock
from palermo.adapters.groups_file import write_pieces, write_texts
from palermo.adapters.rules import load
from palermo.model.errors import WrongUse
from palermo.workbench.outputs import check_targets
from palermo.workbench.person_files import NotRead, read_persons

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from palermo.identity.linkage.page import Page
    from palermo.identity.linkage.preparing import Shared
    from palermo.identity.names import NameTables
    from palermo.kit.progress import Progress

MODEL = ".model.json"
"""What is put behind the name of the file of entities to name the page of the model."""

THRESHOLD = 0.0
"""From how many bits on two records bring their entities together; 0 is as likely as not."""


@dataclass(frozen=True, slots=True)
class MatchWish:
    """How to link.

    Attributes:
        threshold: from how many bits on two records bring their entities together.
        further: headers of columns to compare besides those of persons.
        replace: whether files that are there already may be written over.
    """

    threshold: float = THRESHOLD
    further: tuple[str, ...] = ()
    replace: bool = False


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A value so many records carry that it joins nobody."""

    what: str
    value: str
    records: int
    names: int
    sentence: str


@dataclass(frozen=True, slots=True)
class MatchReport:
    """What was linked, and where it was written.

    Attributes:
        files: the files of persons.
        written: the file of entities, and the page of the model.
        records: how many records there are, each a line of the file of entities.
        entities: how many entities there are.
        together: how many records share their entity with another.
        largest: how many records the largest entity has.
        threshold: from how many bits on two records bring their entities together.
        compared: how many pairs were compared.
        pairs: how many of them reach the threshold.
        read_as: which of the files' columns was read as which.
        shared: values so many records carry that they join nobody.
        not_read: the rows that could not be read.
        notes: what was decided and met, in sentences.
    """

    files: list[str]
    written: list[str]
    records: int
    entities: int
    together: int
    largest: int
    threshold: float
    compared: int
    pairs: int
    read_as: dict[str, str]
    shared: list[SharedValue]
    not_read: list[NotRead]
    notes: list[str]


def match_files(
    paths: Sequence[Path],
    out: Path,
    wish: MatchWish | None = None,
    progress: "Progress | None" = None,
    clock: Clock = system_clock,
) -> MatchReport:
    """Link the persons of some files. Nobody is merged anywhere: what comes out is a list of who may be one.

    Args:
        paths: the files, in any format that is read.
        out: where to write `record_id,entity`.
        wish: how to link.
        progress: told how far it is.
        clock: gives the day; a birth date after it is not compared.

    Raises:
        Unreadable, Unsure: a file cannot be read.
        Refused: a further column is protected.
        Conflict: a file is there already.
        WrongUse: what would be written is what is read, the folder is not there, or no file has a further column.
    """
    if wish is not None and not math.isfinite(wish.threshold):
        raise WrongUse(
            f"A threshold of {wish.threshold} is no number of bits.", way_out="Give a number, such as 0 or 5.5."
        )
    wish = wish or MatchWish()
    progress = progress or (lambda _what, _done, _of: None)
    told = out.with_name(out.name + MODEL)
    check_targets((out, told), tuple(paths), replace=wish.replace)
    progress("reading", 0, 0)
    read = read_persons(paths, wish.further)
    progress("comparing", 0, 0)
    found = _linked(read.table, wish, clock().date())
    progress("writing", 0, 0)
    write_texts(out, _entities(read.table, found.label))
    shared = [SharedValue(**asdict(one)) for one in found.shared]
    page = {
        "threshold": wish.threshold, "model": [asdict(one) for one in found.pages],
        "shared": [asdict(one) for one in shared], "notes": [*read.notes, *found.notes],
    }  # fmt: skip
    write_pieces(told, [json.dumps(page, ensure_ascii=False, indent=2), "\n"])
    sizes = found.sizes()
    return MatchReport(
        files=read.files, written=[str(out), str(told)], records=read.table.num_rows, entities=len(sizes),
        together=int(sizes[sizes > 1].sum()), largest=int(sizes.max(initial=0)), threshold=wish.threshold,
        compared=sum(one.compared for one in found.pages), pairs=found.pairs, read_as=read.read_as, shared=shared,
        not_read=read.not_read, notes=[*read.notes, *found.notes],
    )  # fmt: skip


@dataclass(slots=True)
class _Found:
    """What linkage found: for each record, in the order of the files, the place of the first of its entity."""

    label: "npt.NDArray[np.int64]"
    pages: "list[Page]"
    shared: "list[Shared]"
    notes: list[str]
    pairs: int

    def sizes(self) -> "npt.NDArray[np.int64]":
        """Count the records of each entity."""
        import numpy as np

        return np.unique(self.label, return_counts=True)[1]


def _linked(table: "pa.Table", wish: MatchWish, today: date) -> _Found:
    """Weigh the pairs and put together what holds together; labels count the records in the order of their keys."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    from palermo.identity.linkage.cohesion import Pairs, cohere
    from palermo.identity.linkage.engine import weighed
    from palermo.identity.linkage.figures import LinkageFigures
    from palermo.identity.linkage.page import page_of

    figures = LinkageFigures(today=today.isoformat(), further=wish.further)
    records = table.append_column("kind", pa.array(["person"]).take(pa.array(np.zeros(table.num_rows, np.int64))))
    threshold = round(1000 * wish.threshold)
    found = _Found(np.arange(table.num_rows), [], [], [], 0)
    for family, _, one in weighed(records, _tables(table), figures, min(threshold, figures.least) - _BELOW):
        left, right, total = (one.pairs.column(name).to_numpy() for name in ("l", "r", "total"))
        found.label = cohere(table.num_rows, Pairs(left, right, total), threshold)
        found.pairs += int((total >= threshold).sum())
        found.pages.append(page_of(family, one))
        found.shared += one.shared
        found.notes += one.notes
    order = pc.sort_indices(table.column("row")).to_numpy()
    placed = np.empty(table.num_rows, np.int64)
    placed[order] = found.label
    found.label = placed
    return found


def _tables(table: "pa.Table") -> "NameTables | None":
    """Read the tables of names, where a name is not of plain Latin letters; without them names are compared as they fold."""
    import pyarrow.compute as pc

    written = (pc.match_substring_regex(table.column(name), "[^ -~]") for name in ("name", "name_native"))
    if not any(pc.any(one).as_py() for one in written):
        return None
    from palermo.identity.names import name_tables

    return name_tables(load)


_BELOW = 9_000
"""How far below the threshold pairs are kept: they say what contradicts."""


def _entities(table: "pa.Table", label: "npt.NDArray[np.int64]") -> "pa.Table":
    """Name the entities in the order of their first records' keys."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    _, number = np.unique(label, return_inverse=True)
    names = pc.binary_join_element_wise("E-", pa.array(number + 1).cast(pa.string()), "")
    return pa.table({"record_id": table.column("record_id").combine_chunks(), "entity": names})
