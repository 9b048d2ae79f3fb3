"""Finds the header among a table's first rows: under title lines, over two rows, or nowhere."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.intake.lexicon import Lexicon
from palermo.kit.times import is_time

_DATA = re.compile(
    r"[-+(]?[^\w\s]?\s?[\d][\d\s.,:/()+\-%]*[^\w\s]?(?:\s?[A-Z]{3})?|\S+@\S+\.\S+|https?://\S+|[0-9a-fA-F]{16,}"
    r"|[+][\d\s().\-/]+|[A-Z]{2}\d{2}[A-Z0-9 ]{8,}|(?=\S*\d{2})[\w\-]*\d[\w\-]*"
)
_LONG = 80
_KNOWN_ENOUGH = 5
_SEP_LINE = re.compile(r"sep=.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header.

    Attributes:
        row: the row it stands in (its last, where it takes two); 0 where the table has none.
        names: one for each column; duplicates are told apart by a number, an empty one is named by its place.
        rows_used: how many rows it takes: 0, 1 or 2.
        notes: what was decided, in sentences; empty for a plain header in the first row.
    """

    row: int
    names: tuple[str, ...]
    rows_used: int
    notes: tuple[str, ...] = ()

    @property
    def first_row(self) -> int:
        """The row after the header, to be given to `RawTable.batches`."""
        return self.row + 1


def stated_header(names: Sequence[str]) -> Header:
    """Make the header of a table whose format states it (`RawTable.header`)."""
    return Header(0, _told_apart(names), 0)


def find_header(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Header:
    """Find the header in the first rows of a table (`RawTable.head`; `head[0]` is row 1)."""
    width = max((_width(row) for row in head), default=0)
    rows = [at for at, row in enumerate(head) if _width(row) and not _is_sep(row)]
    if not rows:
        return Header(0, _told_apart([""] * max(width, 1)), 0, ("The table has no rows.",))
    at = _best_row(head, rows, lexicon)
    if at is None:
        note = "No header was found; the columns are named by their place and were told by their values."
        return Header(0, _told_apart([""] * width), 0, (note,))
    upper, lower = _pair(head, at, lexicon)
    if upper is None:
        names = _padded(head[lower], width if _filled_beyond(head, lower) else _width(head[lower]))
        notes = (f"The header stands in row {lower + 1}.",) if lower else ()
        return Header(lower + 1, _told_apart(names), 1, notes)
    names = _joined(_padded(head[upper], width), _padded(head[lower], width), lexicon)
    note = f"The header takes rows {upper + 1} and {lower + 1}; names that stand one above the other were joined."
    return Header(lower + 1, _told_apart(names), 2, (note,))


def _best_row(head: Sequence[Sequence[str]], rows: Sequence[int], lexicon: Lexicon) -> int | None:
    """Choose the row that reads most like a header; None where even the first reads like data."""
    usual = Counter(_width(head[at]) for at in rows).most_common(1)[0][0]
    best, best_share = None, 0.0
    for at in rows[:20]:
        cells = [cell for cell in head[at] if cell.strip()]
        known = sum(lexicon.is_known(cell) for cell in cells)
        share = known / max(len(cells), min(usual, 3))
        # A wide export has many names nobody listed: enough known ones, all different, tell it as well as a share does.
        telling = share >= 0.3 or (known >= _KNOWN_ENOUGH and len(set(cells)) == len(cells))
        if _data_share(cells) <= 0.25 and telling and (best is None or share > best_share + 0.1):
            best, best_share = at, share
    if best is not None:
        return best
    # No name is known: a header is a row without data above rows with data.
    for at in rows:
        cells = [cell for cell in head[at] if cell.strip()]
        if len(cells) >= min(2, usual) and len(cells) >= usual / 2:
            below = [_data_share([cell for cell in head[row] if cell.strip()]) for row in rows if row > at][:5]
            if _data_share(cells) == 0 and (not below or max(below) > 0 or at == rows[0]):
                return at
            return None
    return None


def _pair(head: Sequence[Sequence[str]], at: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """Tell whether a header takes two rows: names of groups above, or names below that were taken for the first data."""
    if at + 1 < len(head) and _is_group(head[at], head[at + 1], lexicon):
        return at, at + 1
    if at > 0 and _is_group(head[at - 1], head[at], lexicon):
        return at - 1, at
    return None, at


def _is_group(upper: Sequence[str], lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether a row holds names of groups over a row of names: with gaps, and neither with data."""
    above = [cell for cell in upper if cell.strip()]
    below = [cell for cell in lower if cell.strip()]
    width = max(_width(upper), _width(lower))
    if len(above) < 2 or len(below) < 2 or len(above) >= width or _data_share(above) or _data_share(below):
        return False
    if max(map(len, above + below)) > _LONG:
        return False
    repeated = len(set(below)) < len(below)
    known = sum(lexicon.is_known(cell) for cell in below) / len(below)
    gaps = [at for at in range(width) if not _cell(upper, at).strip()]
    filled = sum(bool(_cell(lower, at).strip()) for at in gaps)
    return filled >= 1 and (repeated or known >= 0.5)


def _joined(upper: Sequence[str], lower: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Join names that stand one above the other; a group's name spreads right over the empty cells beside it."""
    names = []
    group = ""
    for above, below in zip(upper, lower, strict=True):
        own, name = above.strip(), below.strip()
        if own:
            group = own if name else ""
        joined = f"{group} {name}".strip()
        if not name:
            names.append(own)
        elif lower.count(below) == 1 and lexicon.is_known(name) and not lexicon.is_known(joined):
            names.append(name)
        else:
            names.append(joined)
    return names


def _told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Name empty ones by their place and tell equal ones apart by a number."""
    found: list[str] = []
    taken: set[str] = set()
    for at, name in enumerate(names, 1):
        bare = " ".join(name.split()).strip("\ufeff") or f"column {at}"
        free, number = bare, 1
        while free in taken:
            number += 1
            free = f"{bare} ({number})"
        taken.add(free)
        found.append(free)
    return tuple(found)


def _data_share(cells: Sequence[str]) -> float:
    """Tell what share of cells are values rather than names."""
    if not cells:
        return 0.0
    return sum(bool(_DATA.fullmatch(cell.strip())) or len(cell) > _LONG or is_time(cell) for cell in cells) / len(cells)


def _filled_beyond(head: Sequence[Sequence[str]], at: int) -> bool:
    """Tell whether most rows under the header go on beyond its last name: a column without a name."""
    width = _width(head[at])
    below = [row for row in head[at + 1 :] if _width(row)]
    return len(below) > 0 and sum(_width(row) > width for row in below) * 2 > len(below)


def _is_sep(row: Sequence[str]) -> bool:
    """Tell the line `sep=;` that a spreadsheet writes for itself."""
    return bool(_SEP_LINE.fullmatch(row[0].strip())) and not any(cell.strip() for cell in row[1:])


def _width(row: Sequence[str]) -> int:
    """Count the cells up to the last that is filled."""
    return max((at for at, cell in enumerate(row, 1) if cell.strip()), default=0)


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * width][:width]


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""
