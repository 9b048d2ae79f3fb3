"""Parquet is read as text, column by column."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fakes.nasty import opened, problems_of, rows_of
from palermo.adapters.readers import open_tables
from palermo.model.errors import Unreadable


def test_every_type_becomes_text(tmp_path: Path) -> None:
    """Times keep their zone, numbers are short, bytes that are no text are hexadecimal, what is nested is JSON."""
    stamp = datetime(2021, 1, 1, 10, tzinfo=UTC)
    columns = {
        "text": ["é"], "moment": pa.array([stamp]), "local": pa.array([stamp.replace(tzinfo=None)]), "day": [date(2021, 1, 2)],
        "whole": [5], "real": [32470123456.0], "exact": [Decimal("1.50")], "yes": [True], "bytes": [b"\xff"], "list": [[1, 2]],
        "coded": pa.array(["x"]).dictionary_encode(), "none": pa.nulls(1),
    }  # fmt: skip
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    assert rows_of(open_tables(tmp_path / "a.parquet").tables[0]) == [
        ["é", "2021-01-01 10:00:00.000000Z", "2021-01-01 10:00:00.000000", "2021-01-02", "5", "32470123456", "1.50", "true", "ff", "[1, 2]", "x", None]
    ]  # fmt: skip


def test_rows_with_zero_bytes_or_endless_texts_are_set_aside(tmp_path: Path) -> None:
    """The same bounds hold as for text files."""
    pq.write_table(pa.table({"a": ["x", "y\0", "z" * 1_000_001]}), tmp_path / "a.parquet")
    assert problems_of(open_tables(tmp_path / "a.parquet").tables[0]) == {2: "row-nul", 3: "row-too-long"}


def test_a_long_text_repeated_is_read_in_parts(tmp_path: Path) -> None:
    """A text stored once and meant a thousand times is written out a part at a time."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 400, pa.int32()), pa.array(["x" * 500_000]))
    pq.write_table(pa.table({"a": column}), tmp_path / "a.parquet")
    sizes = [batch.rows for batch in open_tables(tmp_path / "a.parquet").tables[0].batches(1)]
    assert sum(sizes) == 400
    assert max(sizes) < 200


def test_later_rows_can_be_asked_for(tmp_path: Path) -> None:
    """Reading from a row on gives that row first."""
    pq.write_table(pa.table({"a": ["x", "y", "z"]}), tmp_path / "a.parquet")
    assert rows_of(open_tables(tmp_path / "a.parquet").tables[0], 2) == [["y"], ["z"]]


def test_parquet_cut_short_is_refused(tmp_path: Path) -> None:
    """A file that lost its middle or its end is broken and nothing else."""
    pq.write_table(pa.table({"a": [str(n) for n in range(5000)]}), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    for content in (whole[:-100], b"PAR1" + b"\0" * 50 + whole[54:]):
        with pytest.raises(Unreadable, match="broken"):
            rows_of(opened(tmp_path / "b.parquet", content).tables[0])


def test_no_rows_are_no_table(tmp_path: Path) -> None:
    """A file with columns and no rows says so."""
    pq.write_table(pa.table({"a": pa.array([], pa.string())}), tmp_path / "a.parquet")
    with pytest.raises(Unreadable, match="no rows"):
        open_tables(tmp_path / "a.parquet")
