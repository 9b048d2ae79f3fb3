"""Tells from a sample how a delimited file separates and quotes its cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

_DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f", "\x01", "§", "¦", "¬", "#", "!", ":")
"""Tried in this order; the earlier wins a draw."""

_NAMES = {"\t": "tabs", "\x1f": "unit separators", "\x01": "start-of-heading marks"}
_SAMPLE_ROWS = 400
_SEP_LINE = re.compile(r"^\ufeff?sep=(.)\r?\n?$", re.IGNORECASE)
_CLEAN = re.compile(
    r"\s*(|[-+]?\d{1,20}([.,]\d+)?|[-+]?\d{1,3}([ .,'’\u00a0\u202f]\d{3})+([.,]\d+)?|[\d:/.\-+TZ ]{4,35}"
    r"|[^\W\d][\w .'’&()/°\-\"]*|[+0(][\d ()./\-]{5,24}|\S+@\S+|https?://\S+|[\w.\-:@/+]+)\s*"
)
"""What a cell of its own looks like: nothing, a number, a time, a name, a phone, an address."""


class Rows(Protocol):
    """What `csv.reader` gives: rows, and how many lines it has taken so far."""

    @property
    def line_num(self) -> int:
        """How many lines were taken."""
        ...

    def __iter__(self) -> Iterator[list[str]]:
        """Give the rows."""
        ...

    def __next__(self) -> list[str]:
        """Give the next row."""
        ...


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are separated and quoted; `escape` is the mark before a quote within quotes where it is not doubled."""

    delimiter: str
    quote: str = '"'
    escape: str = ""

    def reader(self, lines: Iterable[str], *, strict: bool = True) -> "Rows":
        """Parse lines; with `strict`, marks that do not pair up raise `csv.Error`."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote or None,
            quoting=csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            escapechar=self.escape or None,
            doublequote=not self.escape,
            strict=strict,
        )

    def __str__(self) -> str:
        """Say it in words."""
        return f"CSV with {_NAMES.get(self.delimiter, f'“{self.delimiter}”')}"


def tell(lines: list[str]) -> Dialect:
    """Choose the dialect under which the sample's rows are most alike and its cells cleanest."""
    if lines and (stated := _SEP_LINE.match(lines[0])):
        return _quoted(lines, stated.group(1))
    best, best_score = Dialect(","), 0.0
    text = "".join(lines)
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        dialect = _quoted(lines, delimiter)
        score = _score(lines, dialect) * (0.5 if delimiter in "#!:" else 1.0)
        if score > best_score * 1.02:
            best, best_score = dialect, score
    return best if best_score else _quoted(lines, ",")


def _quoted(lines: list[str], delimiter: str) -> Dialect:
    """Choose how cells are quoted: doubled quotes unless another way leaves fewer rows that cannot be read."""
    text = "".join(lines)
    cut = re.escape(delimiter)
    ways = [Dialect(delimiter)]
    if '"' in text:
        if '\\"' in text:
            ways.append(Dialect(delimiter, '"', "\\"))
        if not re.search(rf'(?:^|{cut})"[^"\n]*"(?={cut}|\r?$)', text, re.MULTILINE):
            ways.append(Dialect(delimiter, ""))  # no cell is quoted: the marks are inches, or names
    if len(re.findall(rf"(?:^|{cut})'[^'\n]*'(?={cut}|\s*$)", text, re.MULTILINE)) >= max(2, len(lines) // 2):
        ways.append(Dialect(delimiter, "'"))
        return max(reversed(ways), key=lambda way: _agreement(lines, way))
    return max(ways, key=lambda way: _agreement(lines, way))


def _rows(lines: list[str], dialect: Dialect) -> tuple[list[list[str]], int]:
    """Parse a sample: rows with cells, and how many lines were lost to marks that do not pair up."""
    rows: list[list[str]] = []
    lost = at = 0
    while at < len(lines) and lost < 20:
        reader = dialect.reader(lines[at:])
        try:
            rows.extend(islice(reader, _SAMPLE_ROWS))
        except csv.Error as fault:
            if "unexpected end" in str(fault) and len(rows) > 5:
                break
            lost += 1
            at += max(reader.line_num, 1)
            continue
        break
    return [row for row in rows if any(cell.strip() for cell in row)], lost


def _agreement(lines: list[str], dialect: Dialect) -> float:
    """Tell what share of the rows has the commonest width, lost lines counted against it."""
    rows, lost = _rows(lines, dialect)
    if not rows:
        return 0.0
    return Counter(map(len, rows)).most_common(1)[0][1] / (len(rows) + lost)


def _score(lines: list[str], dialect: Dialect) -> float:
    """Weigh a dialect: rows of one width, more than one column, clean cells."""
    rows, lost = _rows(lines, dialect)
    if not rows:
        return 0.0
    width, count = Counter(map(len, rows)).most_common(1)[0]
    if width < 2:
        width, count = max(((w, c) for w, c in Counter(map(len, rows)).items() if w > 1), default=(1, 0))
    if width < 2:
        return 0.0
    cells = [cell for row in rows if len(row) == width for cell in row]
    clean = sum(bool(_CLEAN.fullmatch(cell)) for cell in cells if len(cell) <= 200) + sum(
        len(cell) > 200 for cell in cells
    )
    return count / (len(rows) + lost) * (1 - 1 / (width + 1)) * (clean / len(cells)) ** 2
