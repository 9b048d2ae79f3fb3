"""Reads which adverts of a file a person says are not one hand, and finds their rows."""

from collections.abc import Sequence
from pathlib import Path

from palermo.adapters.readers import open_tables
from palermo.kit.sentences import counted
from palermo.model.errors import WrongUse
from palermo.workbench.grouping_source import Source

_SAME_ID = 20
"""Rows of one id that are told apart from another's."""


def read_apart(path: Path) -> tuple[tuple[str, str], ...]:
    """Read pairs of adverts that are not one hand: a table whose first two columns hold their ids, under a header.

    Returns:
        pairs of ids, the smaller first, sorted, each once.

    Raises:
        Unreadable: it is no table.
        WrongUse: a line names fewer than two adverts, or one advert twice.
    """
    table = open_tables(path, digested=False).tables[0]
    pairs = set()
    for batch in table.batches(1 if table.header is not None else 2):
        for row, cells in zip(batch.record.to_pylist(), batch.cells.to_pylist(), strict=True):
            named = [cell.strip() for cell in list(cells.values())[:2] if cell and cell.strip()]
            if any(cells.values()) and len(set(named)) < 2:
                raise WrongUse(
                    f"Row {row} of “{path.name}” does not name two adverts.",
                    way_out="Write the ids of two adverts in the first two columns, under a header.",
                )
            if named:
                pairs.add((min(named), max(named)))
    return tuple(sorted(pairs))


def read_header(path: Path) -> tuple[str, ...]:
    """Give what the table of pairs has as its header, which may be a pair written without one; nothing where it can be none."""
    table = open_tables(path, digested=False).tables[0]
    if table.header is not None or not table.head:
        return ()
    return tuple(cell.strip() for cell in list(table.head[0])[:2] if cell.strip())


def rows_apart(
    source: Source, pairs: Sequence[tuple[str, str]], header: tuple[str, ...] = ()
) -> tuple[list[tuple[int, int]], list[str]]:
    """Find the rows of adverts that a person says are not one hand.

    Args:
        source: the adverts.
        pairs: their ids.
        header: of `read_header`.

    Returns:
        pairs of rows, every row of an id with every row of the other up to a few; what was met, in sentences.

    Raises:
        WrongUse: the header names two adverts: it is a pair, which would be passed over.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = pa.array(sorted({name for pair in pairs for name in pair} | set(header)), pa.string())
    rows: dict[str, list[int]] = {}
    at = 0
    for batch in source.keys:
        column = pc.utf8_trim_whitespace(batch.column("advert_id"))
        for here in pc.indices_nonzero(pc.is_in(column, value_set=ids)).to_pylist():
            rows.setdefault(column[here].as_py(), []).append(at + here)
        at += batch.num_rows
    if len(set(header)) > 1 and all(name in rows for name in header):
        raise WrongUse(
            f"The first line of the pairs, “{header[0]}” and “{header[1]}”, names two adverts.",
            way_out="Put a line with names of columns above it, such as advert_id,other.",
        )
    found = [
        (one, other) for a, b in pairs for one in rows.get(a, ())[:_SAME_ID] for other in rows.get(b, ())[:_SAME_ID]
    ]
    unknown = [pair for pair in pairs if not (pair[0] in rows and pair[1] in rows)]
    told = f"{counted(len(pairs) - len(unknown), 'pair of adverts is', 'pairs of adverts are')} kept apart."
    if not unknown:
        return found, [told]
    missing = next(name for name in unknown[0] if name not in rows)
    return found, [
        told,
        f"{counted(len(unknown), 'pair names', 'pairs name')} an advert that is not in the file: the first is “{missing}”.",
    ]
