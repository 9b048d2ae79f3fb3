"""Writes, publishes, sweeps and checks Parquet parts.

A part is written under a temporary name and synced; it is renamed to its digest inside the transaction that lists it.
A file that is listed nowhere is not in the case: after a crash it is swept.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from palermo.model.errors import Damaged

LAYERS = ("rows", "seen", "raw")


@dataclass(frozen=True, slots=True)
class Written:
    """A part that is on disk under its temporary name, synced, and not yet in the case.

    Attributes:
        layer: rows, seen or raw.
        path: where it lies now.
        sha256: the digest of its bytes.
        rows: how many rows it holds.
    """

    layer: str
    path: Path
    sha256: str
    rows: int

    @property
    def name(self) -> str:
        """The name it gets in the case."""
        return f"{self.layer}/{self.sha256}.parquet"


class PartWriter:
    """Writes one part batch by batch; leaves nothing behind when it is not finished."""

    def __init__(self, case: Path, layer: str, schema: pa.Schema, tag: str) -> None:
        """Open a temporary file; `tag` keeps the names of one run apart."""
        folder = case / "tmp"
        folder.mkdir(exist_ok=True)
        self._layer = layer
        self._path = folder / f"{layer}-{tag}.parquet"
        unique = [field.name for field in schema if field.name in ("row", "content")]
        dictionary = [field.name for field in schema if pa.types.is_string(field.type) and field.name not in unique]
        self._writer = pq.ParquetWriter(
            self._path, schema, compression="zstd", compression_level=1, use_dictionary=dictionary,
            write_statistics=[field.name for field in schema if not pa.types.is_list(field.type)],
        )  # fmt: skip
        self._rows = 0

    def __enter__(self) -> Self:
        """Give the writer itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the temporary file away when something went wrong."""
        if kind is not None:
            self._writer.close()
            self._path.unlink(missing_ok=True)

    def write(self, table: pa.Table) -> None:
        """Append rows."""
        if table.num_rows:
            self._rows += table.num_rows
            self._writer.write_table(table, row_group_size=131_072)

    def finish(self) -> Written:
        """Close, sync and digest the part."""
        self._writer.close()
        return written(self._layer, self._path, self._rows)


def written(layer: str, path: Path, rows: int) -> Written:
    """Sync and digest a finished temporary file."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        sha = hashlib.file_digest(file, "sha256").hexdigest()
    return Written(layer, path, sha, rows)


def publish(case: Path, parts: Iterable[Written]) -> None:
    """Rename parts to their digests and sync the folders; call it inside the transaction that lists them."""
    folders = set()
    for part in parts:
        target = case / part.name
        target.parent.mkdir(exist_ok=True)
        part.path.replace(target)
        folders.add(target.parent)
    for folder in folders:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(case: Path, listed: Iterable[str]) -> list[str]:
    """Delete what an interrupted run left: temporary files and parts listed nowhere. Call it only while holding the case's lock."""
    known = set(listed)
    swept = []
    for path in _lying(case):
        name = path.relative_to(case).as_posix()
        if name not in known:
            path.unlink(missing_ok=True)
            swept.append(name)
    return swept


def _lying(case: Path) -> Iterator[Path]:
    for folder in ("tmp", *LAYERS):
        if (case / folder).is_dir():
            yield from sorted((case / folder).iterdir())


def check(case: Path, name: str, sha256: str) -> str:
    """Compare a part with its digest: an empty text when it is what was stored, else the fault."""
    path = case / name
    if not path.is_file():
        return f"{name}: the file is missing."
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            return f"{name}: its bytes are not those that were stored."
    return ""


def read(case: Path, name: str, columns: list[str] | None = None) -> pa.Table:
    """Read a part.

    Raises:
        Damaged: it is missing or is not Parquet.
    """
    try:
        return pq.read_table(case / name, columns=columns)
    except (OSError, pa.ArrowInvalid) as error:
        raise Damaged(
            f"{name} cannot be read.", cause=str(error), way_out="Run `palermo verify` to see what else is not whole."
        ) from error
