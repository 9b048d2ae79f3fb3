"""`palermo network roles`, `paths`, `without` and `apart`: what the links of a table or of a case show."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli import network_case_lines
from palermo.cli.desk import open_desk
from palermo.cli.output import Format, FormatOption, emit, progress
from palermo.kit.sentences import counted
from palermo.model.errors import WrongUse

if TYPE_CHECKING:
    from palermo.network.breaking import Left
    from palermo.workbench.link_files import Unused
    from palermo.workbench.role_files import PathReport, ProposalReport, RoleReport, WithoutReport

_SHOWN = 10

Source = Annotated[
    Path,
    typer.Argument(
        metavar="TABLE", help="A table (source, target; weight, at and kind where known), or a case's folder."
    ),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A table: source, target; weight, at and kind where known.")]


def register(commands: typer.Typer) -> None:
    """Add the commands."""
    commands.command("roles")(roles)
    commands.command("paths")(paths)
    commands.command("without")(without)
    commands.command("apart")(apart)


def roles(
    source: Source,
    node_kind: Annotated[str, typer.Option(help="What the nodes are: contact, account or venue.")],
    out: Annotated[Path | None, typer.Option("--out", help="Where to write the roles of a table, as CSV.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there already.")] = False,
    limit: Annotated[int, typer.Option(help="How many roles of a case are shown.", min=1, max=100_000)] = 50,
    form: FormatOption = Format.TEXT,
) -> None:
    """Tell the roles of contacts, accounts or venues by evidence, of a table of links or of a case."""
    if source.is_dir():
        with progress() as tell:
            found = open_desk(source).network_roles(node_kind, limit=limit, progress=tell)
        emit(found, form, lambda: network_case_lines.roles(found, str(source)))
        return
    from palermo.workbench.role_files import tell_roles

    if out is None:
        raise WrongUse("A table's roles need a file to stand in.", way_out="Say where: --out FILE.")
    report = tell_roles(source, out, node_kind, replace=replace)
    emit(report, form, lambda: _role_lines(report))


def paths(
    source: Source,
    one: Annotated[str, typer.Argument(metavar="A", help="A node.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    count: Annotated[int, typer.Option(help="How many paths.", min=1, max=50)] = 3,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say how two nodes are tied: the best-founded paths, each link with its rows."""
    if source.is_dir():
        with progress() as tell:
            found = open_desk(source).network_paths(one, other, count=count, progress=tell)
        emit(found, form, lambda: network_case_lines.paths(found))
        return
    from palermo.workbench.role_files import tell_paths

    report = tell_paths(source, one, other, count)
    emit(report, form, lambda: _path_lines(report))


def without(
    source: Source,
    nodes: Annotated[list[str], typer.Argument(metavar="NODE…", help="The nodes taken out.")],
    victims: Annotated[
        list[str] | None,
        typer.Option("--presumed-victim", metavar="NODE", help="A presumed victim whose contact is asked about."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Where the sample of a large table begins.", min=0)] = 0,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say what arrests, searches and freezes would leave: what stays connected, what stops, who is left without contact."""
    if source.is_dir():
        with progress() as tell:
            found = open_desk(source).network_without(nodes, victims or [], progress=tell)
        emit(found, form, lambda: network_case_lines.without(found))
        return
    from numpy.random import default_rng

    from palermo.workbench.role_files import tell_without

    report = tell_without(source, nodes, victims or [], default_rng(seed))
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
    yield from (f"{node}, a presumed victim, would be left without contact." for node in report.cut_off)
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
