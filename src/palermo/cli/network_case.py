"""`palermo network groups`, `show`, `charts` and `compare`: how the things of a case hang together, and what two cases share."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.output import Format, FormatOption, emit, progress, table
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.network_group_views import CompareView, GroupsView, NetworkGroup
    from palermo.workbench.network_views import KeptChart, LinkView, ShownNode

_SHOWN = 10
_HUBS = 5
_ROWS = 3


def register(commands: typer.Typer) -> None:
    """Add the commands."""
    commands.command("groups")(groups)
    commands.command("show")(show)
    commands.command("charts")(charts)
    commands.command("compare")(compare)


def groups(
    folder: CaseArgument,
    limit: Annotated[int, typer.Option(help="How many groups.", min=1, max=100_000)] = 50,
    times: Annotated[bool, typer.Option("--times", help="Tell what happened to groups over time, too.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Tell the groups of everything the case's rows link, what joins nobody, and how steady that is."""
    with progress() as tell:
        found = open_desk(folder).network_groups(limit=limit, times=times, progress=tell)
    emit(found, form, lambda: _group_lines(found, str(folder)))


def show(
    folder: CaseArgument,
    node: Annotated[str, typer.Argument(metavar="NODE", help="A contact, account, venue, …; or KIND:VALUE.")],
    limit: Annotated[int, typer.Option(help="How many neighbours.", min=1, max=100_000)] = 20,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show what hangs on one thing, by kind with counts, and its links, the best founded first."""
    with progress() as tell:
        found = open_desk(folder).network_node(node, limit=limit, progress=tell)
    emit(found, form, lambda: _node_lines(found))


def charts(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """List the charts that people named and keep, with their notes; `palermo open` draws them."""
    from dataclasses import asdict

    found = open_desk(folder).network_charts()
    emit({"charts": [asdict(one) for one in found]}, form, lambda: _chart_lines(found))


def compare(
    folder: CaseArgument,
    other: Annotated[Path, typer.Argument(metavar="OTHER", help="The folder of another case.")],
    form: FormatOption = Format.TEXT,
) -> None:
    """Compare the groups of two cases by contacts, accounts, venues and wordings; never by a person."""
    with progress() as tell:
        found = open_desk(folder).network_compare(other, progress=tell)
    emit(found, form, lambda: _alike_lines(found))


def _group_lines(found: "GroupsView", folder: str) -> Iterator[str]:
    yield f"{counted(found.nodes, 'thing')} and {counted(found.links, 'link')}, none without a row behind it."
    shown = f"{counted(len(found.groups), 'group')} of {found.groups_in_all:,}" if found.groups else "No group"
    yield f"{shown} of three or more; {counted(found.pairs, 'pair')}; {found.alone:,} in none."
    for group in found.groups:
        yield from _one_group(group)
    if found.hubs:
        yield f"{counted(len(found.hubs), 'thing joins', 'things join')} nobody:"
        for hub in found.hubs[:_HUBS]:
            near = ", ".join(f"{one.group} ({one.links:,} links, chance gives {one.by_chance:g})" for one in hub.near)
            yield f"  {hub.id}: {hub.sentence}{f' Beside it: {near}.' if near else ''}"
        if len(found.hubs) > _HUBS:
            yield f"  … and {len(found.hubs) - _HUBS:,} more; --format json gives all."
    if found.alternatives:
        yield "How finely it was parted, and the alternatives (steady: agreement with itself without a tenth of the links):"
        header = ("resolution", "groups", "largest", "in a group", "steady", "next ones", "")
        yield from table(header, [
            (str(one.resolution), f"{one.groups:,}", f"{one.largest:,}", f"{one.grouped:,}", f"{one.left_out:.2f}",
             f"{one.next_ones:.2f}", "chosen" if one.chosen else "") for one in found.alternatives
        ])  # fmt: skip
    if found.step_days:
        yield f"Over time, in steps of {counted(found.step_days, 'day')}: {counted(found.happenings_in_all, 'event')}."
        for event in found.happenings[: 5 * _SHOWN]:
            yield f"  {event.start[:10]} to {event.end[:10]} {event.what} {event.group}: {event.sentence}"
            yield from (f"      {row.source} {row.locator}" for row in event.rows[:_ROWS])
    yield from found.notes
    yield f"palermo network show {folder} NODE shows what hangs on one thing; a group is a reason to look, and no person is scored."


def _chart_lines(found: "Sequence[KeptChart]") -> Iterator[str]:
    if not found:
        yield "No chart is kept."
    for one in found:
        if one.lost:
            yield f"{one.n}: {one.lost} (By {one.actor}, {one.at[:16]}Z.)"
            continue
        yield f"{one.n}: {one.chart.name}, from {one.chart.start[:80]} ({one.actor}, {one.at[:16]}Z)"
        if one.chart.note:
            yield f"    {one.chart.note}"


def _one_group(group: "NetworkGroup") -> Iterator[str]:
    leads = f" [{', '.join(group.leads)}]" if group.leads else ""
    yield f"{group.handle}{leads}  {group.sentence}"
    more = f" and {group.nodes - _SHOWN:,} more" if group.nodes > _SHOWN else ""
    yield f"    {', '.join(member[:80] for member in group.members[:_SHOWN])}{more}"
    if group.beside:
        yield f"    Beside it, joining nobody else: {', '.join(hub[:80] for hub in group.beside[:_SHOWN])}."


def _node_lines(found: "ShownNode") -> Iterator[str]:
    yield f"{found.node.id[:300]}: {counted(found.node.neighbours, 'neighbour')}."
    if found.node.hub:
        yield f"It joins nobody. {found.node.hub}"
    yield from table(
        ("link", "to", "things", "rows"),
        [(stub.link, stub.kind, f"{stub.nodes:,}", f"{stub.rows:,}") for stub in found.node.stubs],
    )
    if found.group:
        yield from _one_group(found.group)
    for near in found.neighbours:
        yield f"  {near.node.id[:200]}: {_link(near.link)}"
    if found.of > len(found.neighbours):
        yield f"  … {len(found.neighbours):,} of {found.of:,} links, most independent sources first."


def _link(link: "LinkView") -> str:
    when = f", {link.first[:10]} to {link.last[:10]}" if link.first else ""
    findings = f", {counted(link.findings, 'finding')}" if link.findings else ""
    return f"{link.kind}, {counted(link.rows, 'row')} from {counted(link.sources, 'source')}{when}{findings}"


def _alike_lines(found: "CompareView") -> Iterator[str]:
    yield f"“{found.case}” ({counted(found.groups, 'group')}) and “{found.other}” ({counted(found.other_groups, 'group')}):"
    if not found.alike:
        yield "No group of the one shares a contact, an account, a venue or a wording with a group of the other."
    for one in found.alike:
        yield f"{one.one} and {one.other}: {one.sentence}"
        for what, values in (("contacts", one.contacts), ("accounts", one.accounts), ("venues", one.venues)):
            if values:
                yield f"    {what}: {', '.join(values[:_SHOWN])}"
        yield from (f"    wording, {round(100 * pair.share)} % alike: {pair.one[:100]}" for pair in one.templates[:1])
    yield from found.held_back
    yield "Persons are not compared here; that two groups are one is for a person to decide."
