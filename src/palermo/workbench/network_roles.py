"""Tells the roles of a case's contacts, accounts and venues by evidence, each with the rows behind it; nothing is ranked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from palermo.adapters.rules import load
from palermo.kit.progress import Progress, silent
from palermo.kit.sentences import listed
from palermo.model.ids import RowKey
from palermo.network.roles import NODE_KINDS, Role, Rule, Rules, check_node_kind, read_rules, roles_of, rows_behind
from palermo.network.roles_links import Links
from palermo.workbench.network_flows import flows_of
from palermo.workbench.network_graph import CaseGraph, case_graph
from palermo.workbench.network_nodes import Seen, place_of, seen_by
from palermo.workbench.network_role_views import CaseRoles, RoleView
from palermo.workbench.network_travellers import BY_NAME
from palermo.workbench.session import Session
from palermo.workbench.showing import Places, places_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_ROWS = 20
_KNOWN_BY_NAME = (
    "Who travelled is known by name alone: no second person's record and no second account bears that name."
)
_FIGURES = {
    "in_nodes": "things that lead to it:", "out_nodes": "things it leads to:", "in_rows": "rows that lead to it:",
    "out_rows": "rows that lead from it:", "in_per_out": "things that lead to it for a hundred it leads to:",
    "out_per_in": "things it leads to for a hundred that lead to it:", "parts": "parts that are left without it:",
    "followed": "of a hundred rows that lead to it, followed in time by one that leads on:",
    "followed_rows": "rows so followed:", "apart": "contacts, accounts and venues outside the largest part:",
    "second": "contacts, accounts and venues in the second largest part that is left without it:",
}  # fmt: skip


def tell_case_roles(
    session: Session, node_kind: str, *, node: str = "", limit: int = 200, progress: Progress = silent
) -> CaseRoles:
    """Tell the roles of one kind of thing, or of one thing.

    Args:
        session: the case.
        node_kind: `contact`, `account` or `venue`; of a person it is refused.
        node: one thing; empty for all of the kind.
        limit: how many roles are given at most.
        progress: told what is being done.

    Raises:
        Refused: of a person, or the actor may not see leads.
        WrongUse: the kind is none whose roles are told.
        NotFound: nothing goes by what was typed.
    """
    check_node_kind(node_kind)
    session.require("see-leads")
    case = case_graph(session, progress)
    seen = seen_by(session, case)
    rules = read_rules(load("network_roles"))
    links = flows_of(case.graph, by_name=True)
    found = _found(case, links, rules, node_kind)
    if node:
        found = [one for one in found if one.node == place_of(seen, node)]
    session.saw("read-network", asked={"roles": node_kind, "node": node})
    order = {rule.role: at for at, rule in enumerate(rules.rules)}
    found.sort(key=lambda one: (order[one.role], one.node))
    counts: dict[str, int] = {}
    for one in found:
        counts[one.role] = counts.get(one.role, 0) + 1
    return CaseRoles(
        node_kind=node_kind, of=int(case.graph.of_kinds([node_kind]).sum()), counts=counts,
        roles=_views(session, seen, links, rules, found[:limit]), roles_in_all=len(found),
        rules={rule.role: _rule_words(rule.holds, rule.kinds) for rule in rules.rules}, notes=list(case.notes),
    )  # fmt: skip


def _found(case: CaseGraph, links: Links, rules: Rules, node_kind: str) -> list[Role]:
    """Give the roles of a kind's nodes: contacts, accounts and venues alone count as joined."""
    told: npt.NDArray[np.bool_] = case.graph.of_kinds(NODE_KINDS)
    kind = case.graph.of_kinds([node_kind])
    return [one for one in roles_of(links, case.inner, rules, told, "thing") if kind[one.node]]


def _views(session: Session, seen: Seen, links: Links, rules: Rules, roles: list[Role]) -> list[RoleView]:
    """Show roles with the first of their rows."""
    keys = seen.case.graph.keys
    by_role = {rule.role: rule for rule in rules.rules}
    joined = {one.node for one in roles if not by_role[one.role].kinds}
    graph = seen.case.graph
    held: list[list[RowKey]] = []
    for one in roles:
        behind = rows_behind(links, by_role[one.role], one.node)
        if one.node in joined and not by_role[one.role].kinds:
            # What joins parts does so by all its links, also those without a direction.
            behind = graph.row_places([int(edge) for edge in graph.edges_of(one.node)])
        held.append([RowKey(keys[row]) for row in behind.tolist()])
    with session.reading() as db:
        places: Places = places_of(session, db, [key for some in held for key in some[:_ROWS]])
    return [
        RoleView(
            id=graph.ids[one.node], role=one.role, evidence=_evidence(one, links, by_role[one.role]), group=seen.handle(one.node),
            hub=seen.hub(one.node), rows=[places.ref(key) for key in keys_of[:_ROWS]], rows_in_all=len(keys_of),
        )
        for one, keys_of in zip(roles, held, strict=True)
    ]  # fmt: skip


def _evidence(role: Role, links: Links, rule: Rule) -> str:
    """Say what shows a role, and of a traveller how it is known who travelled: in a case by a name alone."""
    if BY_NAME not in rule.kinds or BY_NAME not in links.kinds:
        return role.evidence
    return f"{role.evidence} {_KNOWN_BY_NAME}"


def _rule_words(holds: Mapping[str, tuple[int | None, int | None]], kinds: tuple[str, ...]) -> str:
    """Say a rule's bounds in words."""
    bounds = [
        f"{_FIGURES[name]} {f'at least {least}' if least is not None else f'at most {most}'}"
        for name, (least, most) in holds.items()
    ]
    of = f" (links: {', '.join(kind for kind in kinds if kind)})" if any(kinds) else ""
    return f"{listed(bounds, len(bounds), '')}{of}"
