"""Says in lines what the roles, paths and what-ifs of a case show."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.network_role_views import CaseRoles, CaseWithout
    from palermo.workbench.network_views import CasePaths

_ROWS = 2
_SHOWN = 10


def roles(found: "CaseRoles", folder: str) -> Iterator[str]:
    """Say the roles of a case, by role."""
    yield f"{counted(found.of, found.node_kind)} in the graph; {counted(found.roles_in_all, 'role is', 'roles are')} shown by rows."
    last = ""
    for one in found.roles:
        if one.role != last:
            last = one.role
            yield f"{one.role} ({found.counts[one.role]:,}), where {found.rules[one.role]}:"
        joins = " It joins nobody." if one.hub else ""
        yield f"  {one.id}{f' [{one.group}]' if one.group else ''}: {one.evidence}{joins}"
        shown = "; ".join(f"{row.source} {row.locator}" for row in one.rows[:_ROWS])
        more = f" and {one.rows_in_all - _ROWS:,} more" if one.rows_in_all > _ROWS else ""
        yield f"      {shown}{more}"
    if found.roles_in_all > len(found.roles):
        yield f"… {len(found.roles):,} of {found.roles_in_all:,}; --limit shows more."
    yield from found.notes
    yield f"No role is above another, and nothing is said of persons. palermo network show {folder} NODE shows one thing."


def paths(found: "CasePaths") -> Iterator[str]:
    """Say how two things of a case are tied."""
    yield found.sentence
    for at, path in enumerate(found.paths, 1):
        yield f"Path {at}, {counted(len(path.steps), 'link')}:"
        yield from (f"  {step.sentence}" for step in path.steps)
    if not found.complete:
        yield "Looking was given up before all ways were compared."


def without(found: "CaseWithout") -> Iterator[str]:
    """Say what taking things out of a case would leave."""
    yield f"Without {', '.join(found.gone)}:"
    if found.with_them:
        yield f"With them goes what is on no other person's record: {', '.join(found.with_them)}."
    yield from found.sentences
    for kind, rows in found.stops.items():
        yield f"  {kind}: {counted(rows, 'row ends', 'rows end')} at what is taken out"
    for flow in found.flows[:_SHOWN]:
        yield f"  {flow.source} → {flow.through} → {flow.target}"
    for group in found.groups:
        for at, part in enumerate(group.parts[:_SHOWN]):
            more = f" and {group.sizes[at] - 3:,} more" if group.sizes[at] > 3 else ""
            yield f"  {group.group}, part {at + 1}: {', '.join(part[:3])}{more}"
    steps = f"{found.steps_before} now, {found.steps_after} then, ± {found.steps_error}"
    yield f"Mean steps between things that stay connected: {steps}."
    yield from found.notes
    yield "Nothing is done by this and nobody is proposed: what to do is for people to decide."
