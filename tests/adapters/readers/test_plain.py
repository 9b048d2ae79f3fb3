"""The quick reader gives the rows the careful one gives, or leaves them to it."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes.nasty import put
from palermo.adapters.readers.dialects import Dialect
from palermo.adapters.readers.encodings import Encoding
from palermo.adapters.readers.plain import Plain

NASTY = st.lists(st.sampled_from(["a", '"', '""', ",", "\n", "\r\n", "é", " ", "x"]), max_size=14).map("".join)
quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def plainly(path: Path, *, width: int = 2, lines: int = 10_000) -> list[list[str]] | None:
    """Read a file with the quick reader; None where it leaves some of it to the careful one."""
    plain = Plain(Dialect(","), Encoding("utf-8"), width, 1_000_000, lines)
    rows, end = [], 0
    with path.open("rb", buffering=0) as file:
        for block in plain.blocks(file):
            assert block.starts[0] == end
            rows += [[cell for cell in row.values() if cell is not None] for row in block.cells.to_pylist()]
            end = int(block.ends[-1])
    return rows if end == path.stat().st_size else None


@quick
@given(text=NASTY)
def test_what_it_reads_is_what_the_careful_reader_reads(tmp_path: Path, text: str) -> None:
    """Whatever marks and line ends a text has, the quick reader agrees with the strict one or gives nothing."""
    path = put(tmp_path / "a.csv", f"a,b\n{text}")
    rows = plainly(path)
    if rows is not None:
        lines = path.read_bytes().decode().splitlines(keepends=True)
        assert rows == list(csv.reader(lines, strict=True))


@quick
@given(rows=st.lists(st.tuples(NASTY, NASTY), min_size=1, max_size=8))
def test_well_made_files_are_read_whole(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    """Cells with marks, commas and line ends, written as they should be, never need the careful reader."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    assert plainly(put(tmp_path / "a.csv", text.getvalue())) == [list(row) for row in rows]


@pytest.mark.parametrize("rows", [3, 40_000])
def test_cells_of_several_lines_are_read_across_blocks(tmp_path: Path, rows: int) -> None:
    """Where a block is cut, no cell is cut: line ends within marks end no row."""
    body = 'two lines\n, and "marks" ' * 4
    text = io.StringIO(newline="")
    csv.writer(text).writerows([str(n), body] for n in range(rows))
    found = plainly(put(tmp_path / "a.csv", text.getvalue()))
    assert found == [[str(n), body] for n in range(rows)]


def test_a_cell_of_too_many_lines_is_left_to_the_careful_reader(tmp_path: Path) -> None:
    """A mark that swallows more lines than a row may have is held to be unclosed by the careful reader alone."""
    text = 'a,b\n1,"' + "line\n" * 50 + '"\n'
    assert plainly(put(tmp_path / "a.csv", text), lines=10) is None
    assert plainly(put(tmp_path / "a.csv", text), lines=100) is not None
