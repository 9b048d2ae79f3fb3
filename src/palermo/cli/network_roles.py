"""`palermo network roles`, `paths`, `without` and `apart`: what the links of a table show, without a case."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.output import Format, FormatOption, emit
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.network.breaking import Left
    from palermo.workbench.link_files import Unused
    from palermo.workbench.role_files import PathReport, ProposalReport, RoleReport, WithoutReport

_SHOWN = 10

File = Annotated[Path, typer.Argument(metavar="FILE", help="A table: source, target; weight, at and kind where known.")]


def register(commands: typer.Typer) -> None:
    """Add the commands."""
    commands.command("roles")(roles)
    commands.command("paths")(paths)
    commands.command("without")(without)
    commands.command("apart")(apart)


def roles(
    file: File,
    node_kind: Annotated[str, typer.Option(help="What the nodes are: contact, account or venue.")],
    out: Annotated[Path, typer.Option("--out", help="Where to write the roles, as CSV.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there already.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Tell the roles of contacts, accounts or venues by evidence: a line for each node and role."""
    from palermo.workbench.role_files import tell_roles

    report = tell_roles(file, out, node_kind, replace=replace)
    emit(report, form, lambda: _role_lines(report))


def paths(
    file: File,
    one: Annotated[str, typer.Argument(metavar="A", help="A node.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    count: Annotated[int, typer.Option(help="How many paths.", min=1, max=50)] = 3,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say how two nodes are tied: the best-founded paths, each link with its rows."""
    from palermo.workbench.role_files import tell_paths

    report = tell_paths(file, one, other, count)
    emit(report, form, lambda: _path_lines(report))


def without(
    file: File,
    nodes: Annotated[list[str], typer.Argument(metavar="NODE…", help="The nodes taken out.")],
    seed: Annotated[int, typer.Option(help="Where the sample of a large web begins.", min=0)] = 0,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say what taking nodes out would leave: what stays connected, which flows stop, who is left without contact."""
    from numpy.random import default_rng

    from palermo.workbench.role_files import tell_without

    report = tell_without(file, nodes, default_rng(seed))
    emit(report, form, lambda: _without_lines(report))


def apart(
    file: File,
    count: Annotated[int, typer.Option(help="How many nodes.", min=1, max=100)] = 1,
    form: FormatOption = Format.TEXT,
) -> None:
    """Propose which nodes would part the web most: exact in small webs, otherwise with a bound."""
    from palermo.workbench.role_files import propose

    report = propose(file, count)
    emit(report, form, lambda: _proposal_lines(report))


def _role_lines(report: "RoleReport") -> Iterator[str]:
    yield f"{counted(report.rows, 'row')}, {counted(report.links, 'link')}, {counted(report.nodes, 'node')}."
    yield f"{counted(report.groups, 'group')} of connected nodes."
    for role, nodes in report.roles.items():
        yield f"{role}: {counted(nodes, report.node_kind)}."
    yield report.standing
    yield from _unused_lines(report.unused)
    yield f"Written: {report.written}."


def _path_lines(report: "PathReport") -> Iterator[str]:
    if not report.paths:
        yield "Nothing in the table ties them."
    for at, path in enumerate(report.paths, 1):
        yield f"Path {at}, {counted(len(path.sentences), 'link')}:"
        yield from (f"  {sentence}" for sentence in path.sentences)
    if not report.complete:
        yield "Looking was given up before all ways were compared."
    yield from _unused_lines(report.unused)


def _without_lines(report: "WithoutReport") -> Iterator[str]:
    yield f"Without {', '.join(report.gone)}: {counted(report.rows, 'row stops', 'rows stop')}."
    yield f"Now: {_left(report.before)}."
    yield f"Then: {_left(report.after)}."
    yield f"Mean steps between those still connected: {report.steps_before} now, {report.steps_after} then, ± {report.steps_error}."
    yield f"{counted(report.stopped, 'flow through them stops', 'flows through them stop')}."
    for source, through, target in report.flows[:_SHOWN]:
        yield f"  {source} → {through} → {target}"
    if report.alone:
        yield f"Left without contact: {', '.join(report.alone[:_SHOWN])}{_more(len(report.alone))}."
    yield from _unused_lines(report.unused)


def _proposal_lines(report: "ProposalReport") -> Iterator[str]:
    yield f"{', '.join(report.nodes) or 'No node'}: {'exact' if report.exact else 'greedy'}."
    yield f"Now: {_left(report.before)}."
    yield f"Then: {_left(report.after)}."
    yield f"No choice of as many leaves fewer than {counted(report.at_least, 'pair')} connected."
    yield from _unused_lines(report.unused)


def _left(left: "Left") -> str:
    parts = f"{counted(left.nodes, 'node')} in {counted(left.parts, 'part')}"
    return f"{parts}, the largest of {left.largest:,}; {counted(left.pairs, 'pair')} connected"


def _unused_lines(unused: "list[Unused]") -> Iterator[str]:
    for one in unused:
        rows = ", ".join(f"{row:,}" for row in one.rows[:_SHOWN])
        yield f"No link: {counted(len(one.rows), 'row')} ({rows}{_more(len(one.rows))}). {one.reason}"


def _more(count: int) -> str:
    return f" and {count - _SHOWN:,} more" if count > _SHOWN else ""
