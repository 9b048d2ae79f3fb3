"""Groups a file of adverts outside any case, and writes a line for each row given and the templates beside it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from palermo.adapters.groups_file import write_groups, write_whole
from palermo.adapters.readers import open_tables
from palermo.model.errors import Conflict, WrongUse
from palermo.workbench.advert_files import AdvertFile, open_adverts
from palermo.workbench.session import Progress, silent

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

TEMPLATES = ".templates.json"
"""What is put behind the name of the file of groups to name the file of templates."""


class Grouped(Protocol):
    """What the engine gives for the adverts in the order they were given."""

    @property
    def group(self) -> "npt.NDArray[np.int64]":
        """For each advert the place of its group in `group_ids`; -1 for none."""

    @property
    def template(self) -> "npt.NDArray[np.int64]":
        """For each advert the place of its template in `template_ids`; -1 for none."""

    @property
    def group_ids(self) -> list[str]:
        """The ids of the groups."""

    @property
    def template_ids(self) -> list[str]:
        """The ids of the templates."""


@dataclass(frozen=True, slots=True)
class GroupWish:
    """How to group.

    Attributes:
        apart: a table of pairs of adverts that a person says are not one hand; None for none.
        false_links: how many false links are accepted in the whole file.
        replace: whether files that are there already may be written over.
    """

    apart: Path | None = None
    false_links: int = 1
    replace: bool = False


@dataclass(frozen=True, slots=True)
class NotRead:
    """Rows that could not be read as adverts and are in the output without group or template: why, and which."""

    reason: str
    rows: list[int]


@dataclass(frozen=True, slots=True)
class GroupReport:
    """What was grouped, and where it was written.

    Attributes:
        file: the file of adverts.
        written: the file of groups and the file of templates.
        adverts: how many adverts there are, each a line of the file of groups.
        grouped: how many are in a group.
        groups: how many groups there are.
        with_template: how many have a template.
        templates: how many templates there are.
        false_links: how many false links were accepted in the whole file.
        read_as: which of the file's columns was read as which.
        not_read: the rows that could not be read.
        notes: what was decided and met, in sentences.
    """

    file: str
    written: list[str]
    adverts: int
    grouped: int
    groups: int
    with_template: int
    templates: int
    false_links: int
    read_as: dict[str, str]
    not_read: list[NotRead]
    notes: list[str]


def group_file(path: Path, out: Path, wish: GroupWish | None = None, progress: Progress = silent) -> GroupReport:
    """Group a file of adverts.

    Args:
        path: the adverts, in any format that is read.
        out: where to write `advert_id,row,group,template`: Parquet where the name ends in `.parquet`, otherwise CSV.
        wish: how to group.
        progress: told how far it is.

    Raises:
        Unreadable, Unsure: the adverts, or the pairs apart, cannot be read.
        Conflict: a file is there already.
        WrongUse: what would be written is what is read, or the folder is not there.
    """
    wish = wish or GroupWish()
    templates = out.with_name(out.name + TEMPLATES)
    check_targets((out, templates), (path, *((wish.apart,) if wish.apart else ())), replace=wish.replace)
    adverts = open_adverts(path)
    apart = read_apart(wish.apart) if wish.apart else ()
    keys: list[pa.RecordBatch] = []
    grouped, document = run_engine(kept(adverts, keys, progress), wish.false_links, apart)
    return write_grouped(adverts, keys, (out, templates), (grouped, document), wish)


def run_engine(
    batches: "Iterator[pa.RecordBatch]", false_links: int, apart: tuple[tuple[str, str], ...]
) -> tuple[Grouped, Mapping[str, object]]:
    """Call the engine: the one place where files of adverts and the engine meet.

    Returns:
        what it gives for each advert, and what `….templates.json` says of groups and templates, as plain data.

    Raises:
        WrongUse: this program has no engine for files.
    """
    try:
        engine = import_module("palermo.adverts.engine")
    except ModuleNotFoundError:
        raise WrongUse(
            "This program cannot group a file yet.",
            cause="It groups the adverts of a case alone.",
            way_out="Add the file to a case, and run `palermo analyse`.",
        ) from None
    grouped = engine.group_batches(batches, false_links, apart)
    return grouped, {}


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


def write_grouped(
    adverts: AdvertFile,
    keys: "list[pa.RecordBatch]",
    targets: tuple[Path, Path],
    result: tuple[Grouped, Mapping[str, object]],
    wish: GroupWish,
) -> GroupReport:
    """Write groups and templates.

    Args:
        adverts: the file, read to its end.
        keys: `advert_id` and `row` of every advert, in the order they were given to the engine.
        targets: where the groups go, and where the templates go.
        result: of `run_engine`.
        wish: how it was grouped.
    """
    grouped, document = result
    not_read = [NotRead(reason, list(rows)) for reason, rows in adverts.met.unread.items()]
    report = GroupReport(
        file=adverts.name, written=[str(target) for target in targets], adverts=adverts.met.rows,
        grouped=int((grouped.group >= 0).sum()), groups=len(grouped.group_ids),
        with_template=int((grouped.template >= 0).sum()), templates=len(grouped.template_ids),
        false_links=wish.false_links, read_as=adverts.read_as, not_read=not_read, notes=list(adverts.notes()),
    )  # fmt: skip
    told = {
        "adverts": report.adverts, "groups": report.groups, "templates": report.templates,
        "false_links": wish.false_links, "not_read": [{"reason": one.reason, "rows": one.rows} for one in not_read],
        **document,
    }  # fmt: skip
    write_groups(targets[0], keys, (grouped.group, grouped.group_ids), (grouped.template, grouped.template_ids))
    write_whole(targets[1], json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return report


def kept(adverts: AdvertFile, keys: "list[pa.RecordBatch]", progress: Progress = silent) -> "Iterator[pa.RecordBatch]":
    """Give the adverts, and keep their ids and rows for the output."""
    import pyarrow as pa

    for batch in adverts.batches():
        # Cut out of the batch they would keep all its texts in memory.
        names = pa.concat_arrays([batch.column("advert_id"), pa.array([], pa.string())])
        keys.append(pa.record_batch([names, batch.column("row")], names=["advert_id", "row"]))
        progress("reading", adverts.met.rows, 0)
        yield batch


def check_targets(targets: tuple[Path, ...], sources: tuple[Path, ...], *, replace: bool) -> None:
    """Make sure that nothing is written over by mistake.

    Raises:
        WrongUse: a target is a source, a folder, or in no folder that is there.
        Conflict: a target is there already.
    """
    for target in targets:
        if any(source.exists() and target.exists() and target.samefile(source) for source in sources):
            raise WrongUse(
                f"“{target.name}” would be written over what it is made from.", way_out="Choose another name for --out."
            )
        if not target.parent.is_dir():
            raise WrongUse(f"There is no folder “{target.parent}”.", way_out="Make it, or name another.")
        if target.is_dir():
            raise WrongUse(f"“{target.name}” is a folder.", way_out="Name a file.")
        if target.exists() and not replace:
            raise Conflict(f"“{target.name}” is there already.", way_out="Choose another name, or give --replace.")
