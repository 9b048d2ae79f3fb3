"""Parquet parts are whole or not there: written aside, named by their bytes, listed in the same commit."""

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adapters.parquet import parts, query
from palermo.model.errors import Damaged

SCHEMA = pa.schema([("row", pa.string()), ("value", pa.string())])


def written(folder: Path, *values: str) -> parts.Written:
    """Write a part of some values and leave it under its temporary name."""
    with parts.PartWriter(folder, "rows", SCHEMA, "t") as writer:
        writer.write(pa.table({"row": list(values), "value": list(values)}, schema=SCHEMA))
        return writer.finish()


def test_a_part_is_named_by_its_bytes_and_checks_as_whole(tmp_path: Path) -> None:
    """Published, a part bears its digest as its name, and its bytes are what was stored."""
    part = written(tmp_path, "a", "b")
    parts.publish(tmp_path, [part])
    assert parts.check(tmp_path, part.name, part.sha256) == ""
    assert parts.read(tmp_path, part.name).column("row").to_pylist() == ["a", "b"]
    assert not part.path.exists()


def test_a_run_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    """An error while a part is written takes its temporary file away."""

    def break_off() -> None:
        with parts.PartWriter(tmp_path, "rows", SCHEMA, "t") as writer:
            writer.write(pa.table({"row": ["a"], "value": ["a"]}, schema=SCHEMA))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_sweeping_takes_what_is_listed_nowhere_and_nothing_else(tmp_path: Path) -> None:
    """Temporary files and unlisted parts go; listed parts and other files of the case stay."""
    kept, stray = written(tmp_path, "kept"), None
    parts.publish(tmp_path, [kept])
    stray = written(tmp_path, "stray")
    parts.publish(tmp_path, [stray])
    written(tmp_path, "unfinished")
    (tmp_path / "case.sqlite").write_bytes(b"x")
    swept = parts.sweep(tmp_path, [kept.name])
    assert stray.name in swept
    assert len(swept) == 2
    assert (tmp_path / kept.name).exists()
    assert (tmp_path / "case.sqlite").exists()


@settings(max_examples=30, deadline=None)
@given(place=st.integers(min_value=0), flip=st.integers(min_value=1, max_value=255))
def test_any_changed_byte_is_seen(tmp_path_factory: pytest.TempPathFactory, place: int, flip: int) -> None:
    """Whichever byte of a part is changed, checking names the part."""
    folder = tmp_path_factory.mktemp("parts")
    part = written(folder, "a", "b")
    parts.publish(folder, [part])
    path = folder / part.name
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= flip
    path.write_bytes(data)
    assert part.name in parts.check(folder, part.name, part.sha256)


def test_what_is_missing_or_no_parquet_is_told_in_a_sentence(tmp_path: Path) -> None:
    """Reading a part that is gone or spoilt is an error with a way out, and checking names it."""
    part = written(tmp_path, "a")
    parts.publish(tmp_path, [part])
    (tmp_path / part.name).write_bytes(b"not parquet")
    with pytest.raises(Damaged) as caught:
        parts.read(tmp_path, part.name)
    assert "verify" in caught.value.way_out
    (tmp_path / part.name).unlink()
    assert "missing" in parts.check(tmp_path, part.name, part.sha256)


def test_repeats_are_numbered_in_the_order_they_stand() -> None:
    """The second and third of equal contents are occurrences 1 and 2, by their place; firsts are not listed."""
    table = pa.table({"at": pa.array([0, 1, 2, 3, 4], pa.int64()), "content": ["x", "y", "x", "x", "y"]})
    found = query.occurrences(table).to_pylist()
    assert [(row["at"], row["occurrence"]) for row in found] == [(2, 1), (3, 2), (4, 1)]
