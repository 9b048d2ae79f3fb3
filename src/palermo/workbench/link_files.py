"""Reads a table of links, `source,target[,weight][,at][,kind]`; a row that is no link is told with its reason and place."""

from array import array
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.readers import Limits, open_tables
from palermo.model.errors import Unsure, WrongUse
from palermo.model.raw import PROBLEMS, RawBatch

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from palermo.network.roles_links import Links

LIMITS = Limits(line_bytes=4_000_000)
"""The longest row that is read."""

_COLUMNS = ("source", "target", "weight", "at", "kind")
_MOST = 9_000_000_000.0
_SELF = "The two nodes are one: a node is not linked to itself."
_NO_NODE = "The row names fewer than two nodes."
_WEIGHT = "The weight is no number from 0 to 9,000,000,000."
_MOMENT = "The moment is no date or time as ISO 8601 writes it."


@dataclass(frozen=True, slots=True)
class Unused:
    """Rows that are no link: why, and which, as a spreadsheet counts them."""

    reason: str
    rows: list[int]


@dataclass(frozen=True, slots=True)
class LinkFile:
    """A table of links as read; nodes that stand only in unused rows are among the names."""

    name: str
    rows: int
    links: "Links"
    unused: list[Unused]


def read_links(path: Path) -> LinkFile:
    """Read a table of links.

    Raises:
        Unreadable: it is no table.
        Unsure: it has no columns `source` and `target`.
        WrongUse: it is a workbook of several sheets.
    """
    import numpy as np

    from palermo.network.roles_links import in_order

    opened = open_tables(path, limits=LIMITS, digested=False)
    if len(opened.tables) != 1:
        raise WrongUse(
            f"“{opened.name}” has {len(opened.tables)} sheets.", way_out="Save the one with the links alone."
        )
    table = opened.tables[0]
    header = table.header if table.header is not None else (table.head[0] if table.head else ())
    places = {name.strip().casefold(): at for at, name in reversed(list(enumerate(header)))}
    if not {"source", "target"} <= set(places):
        raise Unsure(
            f"“{opened.name}” does not say which columns are linked.",
            way_out="Name two columns “source” and “target”; “weight”, “at” and “kind” may follow.",
        )
    taking = _Taking({name: places[name] for name in _COLUMNS if name in places})
    for batch in table.batches(1 if table.header is not None else 2):
        taking.take(batch)
    names = sorted(taking.nodes)
    kinds = sorted(taking.kinds) or [""]
    renamed = _renumbered(taking.nodes, names), _renumbered(taking.kinds, kinds)
    columns = [np.frombuffer(column, np.int64) if len(column) else np.empty(0, np.int64) for column in taking.columns]
    columns[0], columns[1], columns[4] = renamed[0][columns[0]], renamed[0][columns[1]], renamed[1][columns[4]]
    opened.check_unchanged()
    unused = [Unused(reason, list(rows)) for reason, rows in sorted(taking.unused.items())]
    return LinkFile(opened.name, taking.rows, in_order(names, tuple(kinds), columns), unused)


def _renumbered(met: dict[str, int], ordered: list[str]) -> "npt.NDArray[np.int64]":
    """Give for each number in the order of meeting its number in order of names."""
    import numpy as np

    new = np.zeros(max(len(met), 1), np.int64)
    for at, name in enumerate(ordered):
        if name in met:
            new[met[name]] = at
    return new


class _Taking:
    """Takes rows one batch after another."""

    def __init__(self, places: dict[str, int]) -> None:
        self.places = places
        self.nodes: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.columns = tuple(array("q") for _ in range(6))
        self.unused: dict[str, array[int]] = {}
        self.rows = 0

    def take(self, batch: RawBatch) -> None:
        """Take the rows of a batch."""
        held = []
        for name in _COLUMNS:
            at = self.places.get(name)
            there = at is not None and at < batch.cells.num_columns
            held.append(batch.cells.column(at).to_pylist() if there else [None] * batch.rows)
        problems = batch.problem.to_pylist()
        for row, problem, *cells in zip(batch.record.to_pylist(), problems, *held, strict=True):
            if problem is None and not any(cells):
                continue
            self.rows += 1
            reason = PROBLEMS[problem] if problem else self._link(row, cells)
            if problem:
                self._see([cell for cell in cells[:2] if cell])
            if reason:
                self.unused.setdefault(reason, array("q")).append(row)

    def _see(self, names: list[str]) -> None:
        for name in names:
            clean = name.replace("\0", "").strip()
            if clean:
                self.nodes.setdefault(clean, len(self.nodes))

    def _link(self, row: int, cells: list[str | None]) -> str:
        """Take a link; give why it is none, or nothing."""
        source, target = ((cell or "").strip() for cell in cells[:2])
        self._see([name for name in (source, target) if name])
        if not source or not target:
            return _NO_NODE
        if source == target:
            return _SELF
        weight, at = _weight(cells[2]), _moment((cells[3] or "").strip())
        if weight is None:
            return _WEIGHT
        if at is None:
            return _MOMENT
        kind = (cells[4] or "").strip().casefold()
        number = self.kinds.setdefault(kind, len(self.kinds))
        values = (self.nodes[source], self.nodes[target], weight, at, number, row)
        for column, value in zip(self.columns, values, strict=True):
            column.append(value)
        return ""


@lru_cache(4096)
def _weight(cell: str | None) -> int | None:
    """Give a weight in millionths; 1 where there is none, None where it is no weight."""
    if not (cell or "").strip():
        return 1_000_000
    try:
        weight = float(cell or "")
    except ValueError:
        return None
    return round(weight * 1_000_000) if isfinite(weight) and 0 <= weight <= _MOST else None


@lru_cache(65_536)
def _moment(cell: str) -> int | None:
    """Give a moment in seconds; UTC where it names no zone; None where it is none."""
    from palermo.network.roles_links import NO_MOMENT

    if not cell:
        return NO_MOMENT
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
