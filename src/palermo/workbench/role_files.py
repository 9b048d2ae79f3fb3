"""Reads a table of links outside any case and tells roles, paths and what taking nodes out would break, from its rows alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.adapters.rules import load
from palermo.model.errors import NotFound, WrongUse
from palermo.network.breaking import Left
from palermo.network.roles import check_node_kind, read_rules, roles_of
from palermo.workbench.link_files import LinkFile, Unused, read_links
from palermo.workbench.outputs import check_targets

if TYPE_CHECKING:
    import numpy as np

COLUMNS = ("node", "group", "role", "standing", "partners", "evidence")
"""The columns of a file of roles; a node with several roles has a line for each."""


@dataclass(frozen=True, slots=True)
class RoleReport:
    """What was told of a table of links.

    Attributes:
        file: its name.
        written: the file of roles.
        node_kind: what the nodes are.
        rows: how many rows there were.
        links: how many of them are links.
        nodes: how many nodes there are, each in the file of roles.
        groups: how many groups of connected nodes there are.
        roles: how many nodes have each role.
        standing: how standing was counted, in a sentence.
        unused: the rows that are no link: why, and which.
    """

    file: str
    written: str
    node_kind: str
    rows: int
    links: int
    nodes: int
    groups: int
    roles: dict[str, int]
    standing: str
    unused: list[Unused]


@dataclass(frozen=True, slots=True)
class ToldPath:
    """A path: its nodes, and a sentence for each link."""

    nodes: list[str]
    length: int
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class PathReport:
    """The paths between two nodes, the best founded first; whether looking was not given up; the rows that are no link."""

    file: str
    paths: list[ToldPath]
    complete: bool
    unused: list[Unused]


@dataclass(frozen=True, slots=True)
class WithoutReport:
    """What taking nodes out of a table of links would leave; exact but for the steps, which state their error.

    Attributes:
        file: the table's name.
        gone: the nodes taken out.
        before: what is connected now.
        after: what would be connected.
        rows: how many links stop.
        stopped: how many flows through the nodes stop.
        flows: those with the most rows: from, through, to.
        alone: nodes that would have no contact left.
        cut_off: of the presumed victims asked about, those that would have none.
        steps_before: the mean steps between pairs that stay connected.
        steps_after: the same without the nodes.
        steps_error: half the width of the 95 % interval of their difference.
        unused: the rows that are no link.
    """

    file: str
    gone: list[str]
    before: Left
    after: Left
    rows: int
    stopped: int
    flows: list[tuple[str, str, str]]
    alone: list[str]
    cut_off: list[str]
    steps_before: float
    steps_after: float
    steps_error: float
    unused: list[Unused]


@dataclass(frozen=True, slots=True)
class ProposalReport:
    """Which nodes part a table's web most, what is left, whether that is exact, and a floor no choice can go under."""

    file: str
    nodes: list[str]
    before: Left
    after: Left
    exact: bool
    at_least: int
    unused: list[Unused]


def tell_roles(path: Path, out: Path, node_kind: str, *, replace: bool = False) -> RoleReport:
    """Tell the roles of the nodes of a table and write a line for each.

    Raises:
        Refused: the nodes are persons.
        WrongUse: they are no kind whose roles are told, or the output cannot be written there.
        Conflict: the output is there already.
        Unreadable, Unsure: the table cannot be read.
    """
    import numpy as np

    from palermo.network.breaking import without
    from palermo.network.roles_links import web_of
    from palermo.network.standing import standing

    check_node_kind(node_kind)
    check_targets((out,), (path,), replace=replace)
    file = read_links(path)
    links, web = file.links, web_of(file.links)
    found = roles_of(links, web, read_rules(load("network_roles")))
    stands = standing(web)
    part = without(links, web, ()).part
    held: dict[int, list[tuple[str, str]]] = {}
    for one in found:
        held.setdefault(one.node, []).append((one.role, one.evidence))
    lines = [
        (name, f"G-{part[node] + 1}", role, f"{stands.place[node]:.6f}", str(stands.partners[node]), evidence)
        for node, name in enumerate(links.names)
        for role, evidence in held.get(node, [("", "")])
    ]
    _write(out, lines)
    count: dict[str, int] = {}
    for one in found:
        count[one.role] = count.get(one.role, 0) + 1
    counted_from = "all nodes" if stands.exact else "evenly spread pivots, and is an estimate"
    return RoleReport(
        file=file.name, written=str(out), node_kind=node_kind, rows=file.rows, links=len(links.source),
        nodes=len(links.names), groups=int(np.max(part, initial=-1)) + 1, roles=dict(sorted(count.items())),
        standing=f"Shortest ways were counted from {counted_from}.", unused=file.unused,
    )  # fmt: skip


def tell_paths(path: Path, one: str, other: str, count: int = 3) -> PathReport:
    """Tell how two nodes of a table are tied.

    Raises:
        NotFound: a node is not in the table.
        Unreadable, Unsure: the table cannot be read.
    """
    from palermo.network.paths import paths_between, sentences
    from palermo.network.roles_links import web_of

    file = read_links(path)
    ends = (_place(file, one), _place(file, other))
    found = paths_between(file.links, web_of(file.links), ends, count)
    names = file.links.names
    told = [
        ToldPath([names[node] for node in way.nodes], way.length, list(sentences(names, way))) for way in found.paths
    ]
    return PathReport(file.name, told, found.complete, file.unused)


def tell_without(
    path: Path, nodes: Sequence[str], victims: Sequence[str], chance: "np.random.Generator"
) -> WithoutReport:
    """Tell what taking nodes out of a table would leave, and which presumed victims without contact.

    Raises:
        NotFound: a node is not in the table.
        Unreadable, Unsure: the table cannot be read.
    """
    from palermo.network.breaking import longer_ways, without
    from palermo.network.roles_links import web_of

    file = read_links(path)
    web, names = web_of(file.links), file.links.names
    gone = [_place(file, node) for node in nodes]
    asked = [_place(file, node) for node in victims]
    found, longer = without(file.links, web, gone, asked), longer_ways(web, gone, chance)
    return WithoutReport(
        file=file.name, gone=[names[node] for node in found.gone], before=found.before, after=found.after,
        rows=found.rows, stopped=found.stopped,
        flows=[(names[one.source], names[one.through], names[one.target]) for one in found.flows],
        alone=[names[node] for node in found.alone], cut_off=[names[node] for node in found.cut_off], steps_before=round(longer.before, 3),
        steps_after=round(longer.after, 3), steps_error=round(longer.error, 3), unused=file.unused,
    )  # fmt: skip


def propose(path: Path, count: int) -> ProposalReport:
    """Propose which nodes of a table part its web most.

    Raises:
        WrongUse: fewer than one node is asked for.
        Unreadable, Unsure: the table cannot be read.
    """
    from palermo.network.breaking import part_most, without
    from palermo.network.roles_links import web_of

    if count < 1:
        raise WrongUse("At least one node has to be asked for.")
    file = read_links(path)
    web = web_of(file.links)
    found, before = part_most(web, count), without(file.links, web, ()).before
    names = [file.links.names[node] for node in found.nodes]
    return ProposalReport(file.name, names, before, found.left, found.exact, found.at_least, file.unused)


def _place(file: LinkFile, name: str) -> int:
    from bisect import bisect_left

    at = bisect_left(file.links.names, name)
    if at == len(file.links.names) or file.links.names[at] != name:
        raise NotFound(f"“{name[:80]}” is in no link of “{file.name}”.", way_out="Write it as the table does.")
    return at


def _write(out: Path, lines: Sequence[tuple[str, ...]]) -> None:
    """Write the lines as CSV, whole or not at all."""
    import csv
    import io

    from palermo.adapters.groups_file import write_pieces
    from palermo.kit.csvsafe import neutralise

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([neutralise(cell) for cell in line] for line in lines)
    write_pieces(out, [text.getvalue()])
