"""Groups a file of adverts outside any case, and writes a line for each row given, with groups and templates told beside it."""

from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.groups_file import write_groups, write_pieces
from palermo.adapters.rules import load
from palermo.kit.masks import banned_words
from palermo.kit.progress import Progress, silent
from palermo.kit.sentences import counted
from palermo.workbench.advert_files import open_adverts
from palermo.workbench.grouping_apart import read_apart, read_header, rows_apart
from palermo.workbench.grouping_lists import group_lines, template_lines
from palermo.workbench.grouping_source import Source, nameless
from palermo.workbench.grouping_told import WHY_ALONE, Outcome, document, hubs, manner, public, threshold
from palermo.workbench.outputs import check_targets

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from palermo.adverts.engine import Grouped

TEMPLATES = ".templates.json"
"""What is put behind the name of the file of groups to name the file of groups and templates in words."""


@dataclass(frozen=True, slots=True)
class GroupWish:
    """How to group.

    Attributes:
        apart: a table of pairs of adverts that a person says are not one hand; None for none.
        false_links: how many false links are accepted in the whole file.
        replace: whether files that are there already may be written over.
        threads: how many threads work; the answer is the same.
    """

    apart: Path | None = None
    false_links: int = 1
    replace: bool = False
    threads: int = 2


@dataclass(frozen=True, slots=True)
class NotRead:
    """Rows that could not be read as adverts and are in the output without group or template: why, and which."""

    reason: str
    rows: list[int]


@dataclass(frozen=True, slots=True)
class Alone:
    """How many adverts are alone for one reason."""

    adverts: int
    reason: str


@dataclass(frozen=True, slots=True)
class GroupReport:
    """What was grouped, and where it was written.

    Attributes:
        file: the file of adverts.
        written: the file of groups, and the file that tells of groups and templates.
        adverts: how many adverts there are, each a line of the file of groups.
        grouped: how many are in a group.
        groups: how many groups there are.
        largest: how many adverts are in the largest.
        with_template: how many have a template.
        templates: how many templates there are.
        false_links: how many false links were accepted in the whole file.
        threshold: from how many nats on a likeness of text joins.
        alone: why the other adverts are alone.
        hubs: how many contacts are hubs.
        public: how many wordings are public.
        read_as: which of the file's columns was read as which.
        not_read: the rows that could not be read.
        notes: what was decided and met, in sentences.
    """

    file: str
    written: list[str]
    adverts: int
    grouped: int
    groups: int
    largest: int
    with_template: int
    templates: int
    false_links: int
    threshold: float
    alone: list[Alone]
    hubs: int
    public: int
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
    told = out.with_name(out.name + TEMPLATES)
    check_targets((out, told), (path, *((wish.apart,) if wish.apart else ())), replace=wish.replace)
    with ThreadPoolExecutor(1) as beside:
        ready = beside.submit(_get_ready)
        source = Source(open_adverts(path))
        pairs = read_apart(wish.apart) if wish.apart else ()
        source.read(progress)
        ready.result()
    progress("comparing adverts", 0, 0)
    grouped = run_engine(source, wish)
    notes = _same_ids(source)
    if wish.apart:
        from palermo.adverts.apart import split

        rows, more = rows_apart(source, pairs, read_header(wish.apart) if wish.apart else ())
        grouped = replace(grouped, group=split(grouped, rows))
        notes += more
    progress("writing groups", 0, 0)
    with ThreadPoolExecutor(1) as beside:
        return _write(outcome_of(source, grouped, beside), (out, told), wish, notes)


def _get_ready() -> None:
    """Load the engine and its tables while the file is read."""
    from palermo.adverts.reading import get_ready

    get_ready()


def run_engine(source: Source, wish: GroupWish) -> "Grouped":
    """Call the engine: the one place where files of adverts and the engine meet.

    Args:
        source: the adverts, read.
        wish: how to group.
    """
    from palermo.adverts.engine import group_batches
    from palermo.adverts.parameters import GroupingParameters

    figures = GroupingParameters(false_links=wish.false_links, threads=wish.threads)
    banned = banned_words(load("banned"))
    return group_batches(source.batches(), figures, cities=sorted(source.cities.number), banned=banned)


def outcome_of(source: Source, grouped: "Grouped", beside: Executor) -> Outcome:
    """Number groups and templates, find the weakest links, and have the templates written beside the rest."""
    from palermo.adverts.outcome import number_parts, weakest_links
    from palermo.adverts.outlines import outlines

    groups = number_parts(grouped.group, grouped.corpus.row, "G-")
    templates = number_parts(grouped.template, grouped.corpus.row, "T-")
    written = beside.submit(outlines, grouped, templates.of, len(templates.ids), source.texts)
    return Outcome(source, grouped, groups, templates, written, weakest_links(grouped, groups))


def _same_ids(source: Source) -> list[str]:
    """Tell of rows without an id, and of ids that stand in several rows."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = pa.chunked_array([batch.column("advert_id") for batch in source.keys] or [pa.array([], pa.string())])
    named = column.filter(pc.invert(pa.chunked_array([nameless(part) for part in column.chunks], pa.bool_())))
    without, again = len(column) - len(named), len(named) - pc.count_distinct(named).as_py()
    told = []
    if without:
        rows = counted(without, "row has", "rows have")
        told.append(f"{rows} no id: each is an advert of its own, and the row alone tells which.")
    if again:
        rows = counted(again, "row repeats", "rows repeat")
        told.append(
            f"{rows} the id of a row before: adverts are told apart by their rows; one id with the same text is one advert."
        )
    return told


def _write(outcome: Outcome, targets: tuple[Path, Path], wish: GroupWish, notes: list[str]) -> GroupReport:
    """Write groups and what is told of them."""
    from palermo.adverts.outcome import why_alone

    adverts, groups, templates = outcome.source.adverts, outcome.groups, outcome.templates
    not_read = [NotRead(reason, list(rows)) for reason, rows in adverts.met.unread.items()]
    unread = _unread(outcome.source)
    why = why_alone(outcome.grouped, (groups.of < 0) & ~unread).tolist()
    alone = [Alone(many, reason) for many, reason in zip(why, WHY_ALONE, strict=True) if many]
    if unread.any():
        alone.append(Alone(int(unread.sum()), "They could not be read."))
    found_hubs, found_public = hubs(outcome), public(outcome)
    report = GroupReport(
        file=adverts.name, written=[str(target) for target in targets], adverts=adverts.met.rows,
        grouped=int((groups.of >= 0).sum()), groups=len(groups.ids), largest=int(groups.rows[0]) if groups.ids else 0,
        with_template=int((templates.of >= 0).sum()), templates=len(templates.ids), false_links=wish.false_links,
        threshold=outcome.grouped.tail.threshold / 1000, alone=alone, hubs=len(found_hubs), public=len(found_public),
        read_as=adverts.read_as, not_read=not_read, notes=[*adverts.notes(), *notes],
    )  # fmt: skip
    head: dict[str, object] = {
        "file": report.file, "adverts": report.adverts, "in_groups": report.grouped, "with_template": report.with_template,
        "number_of_groups": report.groups, "number_of_templates": report.templates,
        "expected_false_links": wish.false_links, "threshold": threshold(outcome.grouped, wish.false_links),
        "manner": manner(outcome.grouped),
        "alone": [{"adverts": one.adverts, "reason": one.reason} for one in alone],
        "hubs": found_hubs, "public_wordings": found_public,
        "not_read": [{"reason": one.reason, "rows": one.rows} for one in not_read], "notes": report.notes,
    }  # fmt: skip
    public_ids = frozenset(str(one["template"]) for one in found_public)
    lists = {"groups": group_lines(outcome), "templates": template_lines(outcome, public_ids)}
    write_groups(targets[0], outcome.source.keys, (groups.of, groups.ids), (templates.of, templates.ids))
    write_pieces(targets[1], document(head, lists))
    return report


def _unread(source: Source) -> "npt.NDArray[np.bool_]":
    """Tell which adverts could not be read."""
    import numpy as np

    rows = [batch.column("row").to_numpy() for batch in source.keys]
    unread = [np.frombuffer(found, np.int64) for found in source.adverts.met.unread.values()]
    return np.isin(np.concatenate([np.empty(0, np.int64), *rows]), np.concatenate([np.empty(0, np.int64), *unread]))
