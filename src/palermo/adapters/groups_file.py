"""Writes files of groups, column by column: whole or not at all, and no cell of theirs is run by a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from palermo.kit.csvsafe import neutralise
from palermo.model.errors import WrongUse

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

HEADER = ("advert_id", "row", "group", "template")
"""The columns of a file of groups."""

_UNSAFE = r'[",\r\n]|^[ \x{a0}]*[=+\-@\t＝＋－＠]'
"""What a cell holds that has to be quoted, or begins with where a spreadsheet may run it."""

Numbered = tuple["npt.NDArray[np.int64]", Sequence[str]]
"""A column as numbers, -1 for nothing, and the texts the numbers stand for."""


def write_groups(target: Path, keys: "Sequence[pa.RecordBatch]", group: Numbered, template: Numbered) -> None:
    """Write the group and template of each advert: as Parquet where the name ends in `.parquet`, otherwise as CSV.

    Args:
        target: where; what is there is replaced once the new file is whole.
        keys: `advert_id` (string) and `row` (int64) of the adverts, in their order.
        group: the group of each advert, over all batches of keys.
        template: the template of each.

    Raises:
        WrongUse: the system refuses to write there.
    """
    with _whole(target) as file:
        if target.suffix.casefold() == ".parquet":
            _write_parquet(file, _tables(keys, group, template))
        else:
            _write_csv(file, _tables(keys, (group[0], _safe(group[1])), (template[0], _safe(template[1]))))


def write_texts(target: Path, table: "pa.Table") -> None:
    """Write a table of two columns of text or more as CSV, its names as the header; no cell is run by a spreadsheet.

    Raises:
        WrongUse: the system refuses to write there.
    """
    import pyarrow.compute as pc

    with _whole(target) as file:
        file.write((",".join(table.column_names) + "\n").encode())
        for batch in table.to_batches(max_chunksize=65_536):
            cells = [_safe_cells(column) for column in batch.columns]
            lines = pc.binary_join_element_wise(*cells[:-1], pc.binary_join_element_wise(cells[-1], "\n", ""), ",")
            file.write("".join(lines.to_pylist()).encode())


def write_pieces(target: Path, pieces: Iterable[str]) -> None:
    """Write a text as UTF-8, piece by piece; what is there is replaced once the new file is whole.

    Raises:
        WrongUse: the system refuses to write there.
    """
    with _whole(target) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", "backslashreplace"))


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes its name once it is whole."""
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(target)
    except OSError as error:
        raise WrongUse(f"“{target.name}” cannot be written.", cause=f"The system says: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


def _tables(keys: "Iterable[pa.RecordBatch]", group: Numbered, template: Numbered) -> "Iterator[pa.RecordBatch]":
    """Put the names of groups and templates beside the keys, batch by batch."""
    import numpy as np
    import pyarrow as pa

    names = [pa.array([*texts, ""], pa.string()) for _, texts in (group, template)]
    at = 0
    for batch in keys:
        end = at + batch.num_rows
        columns = [
            texts.take(pa.array(np.where(numbers[at:end] < 0, len(texts) - 1, numbers[at:end])))
            for texts, (numbers, _) in zip(names, (group, template), strict=True)
        ]
        yield pa.record_batch([batch.column("advert_id"), batch.column("row"), *columns], names=list(HEADER))
        at = end


def _write_parquet(file: BinaryIO, batches: "Iterable[pa.RecordBatch]") -> None:
    import pyarrow as pa
    from pyarrow import parquet as pq

    kinds = (pa.string(), pa.int64(), pa.string(), pa.string())
    with pq.ParquetWriter(file, pa.schema(zip(HEADER, kinds, strict=True)), compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)


def _write_csv(file: BinaryIO, batches: "Iterable[pa.RecordBatch]") -> None:
    """Write lines joined in columns: the joined texts are the file's bytes."""
    import pyarrow as pa
    import pyarrow.compute as pc

    file.write((",".join(HEADER) + "\n").encode())
    for batch in batches:
        ident, row, group, template = batch.columns
        ended = pc.binary_join_element_wise(template, "\n", "")
        lines = pc.binary_join_element_wise(_safe_cells(ident), row.cast(pa.string()), group, ended, ",")
        if len(lines):
            end = pc.sum(pc.binary_length(lines).cast(pa.int64())).as_py()
            file.write(memoryview(lines.buffers()[2])[:end])


def _safe_cells(cells: "pa.Array") -> "pa.Array":
    """Quote the cells that need it and put an apostrophe before those a spreadsheet might run."""
    import pyarrow as pa
    import pyarrow.compute as pc

    unsafe = pc.match_substring_regex(cells, _UNSAFE)
    if not pc.any(unsafe).as_py():
        return cells
    return pc.replace_with_mask(cells, unsafe, pa.array(_safe(cells.filter(unsafe).to_pylist()), pa.string()))


def _safe(texts: Sequence[str]) -> list[str]:
    return [_quoted(neutralise(text)) for text in texts]


def _quoted(text: str) -> str:
    if any(mark in text for mark in '",\r\n'):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
