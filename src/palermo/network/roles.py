"""Tells the roles that nodes have by evidence: each role a rule with its figures, of contacts, accounts and venues only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from palermo.kit.sentences import counted
from palermo.model.errors import Refused, WrongUse
from palermo.network.roles_links import NO_MOMENT, Links, Web

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NODE_KINDS = ("contact", "account", "venue")
"""The kinds of node whose roles are told."""

_NODES, _ROWS = ("in_nodes", "out_nodes", "apart", "second"), ("in_rows", "out_rows", "followed_rows")


@dataclass(frozen=True, slots=True)
class Rule:
    """When a node has a role.

    Attributes:
        role: the role.
        kinds: the kinds of link that count; empty for all.
        holds: for each figure, the least and the most it may be; None for no bound.
        sentence: the evidence, with the figures' names in braces.
    """

    role: str
    kinds: tuple[str, ...]
    holds: Mapping[str, tuple[int | None, int | None]] = field(hash=False)
    sentence: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and within how many hours an outgoing row follows an incoming one."""

    hours: int
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role of one node, and the sentence that shows it."""

    node: int
    role: str
    evidence: str


def read_rules(table: Mapping[str, Any]) -> Rules:
    """Make rules of the table `network_roles`."""
    rules = tuple(
        Rule(
            one["role"],
            tuple(one.get("kinds", ())),
            {figure: (bound.get("least"), bound.get("most")) for figure, bound in one["holds"].items()},
            one["sentence"],
        )
        for one in table["roles"]
    )
    return Rules(int(table["hours"]), rules)


def check_node_kind(kind: str) -> None:
    """Make sure that roles are asked of what they may be told of.

    Raises:
        Refused: of a person.
        WrongUse: of anything else that is no contact, account or venue.
    """
    if kind == "person":
        raise Refused(
            "Roles are not told of persons.",
            cause="A role is what the rows of a contact, an account or a venue show; a person is never scored or ranked.",
            way_out=f"Say what the nodes are: {', '.join(NODE_KINDS)}.",
        )
    if kind not in NODE_KINDS:
        raise WrongUse(
            f"“{kind[:40]}” is no kind of node whose roles are told.", way_out=f"Say {', '.join(NODE_KINDS)}."
        )


def roles_of(
    links: Links,
    web: Web,
    rules: Rules,
    told: "npt.NDArray[np.bool_] | None" = None,
    word: str = "node",
) -> tuple[Role, ...]:
    """Tell the roles of nodes, sorted by node and in the order of the rules.

    Args:
        links: the links.
        web: who is beside whom.
        rules: when a node has a role.
        told: bool, the nodes whose roles are told and that count as joined; None for all.
        word: what a node is called in the sentences.
    """
    import numpy as np

    shape = _joined(web, np.ones(web.nodes, bool) if told is None else told)
    known: dict[tuple[str, ...], dict[str, npt.NDArray[np.int64]]] = {}
    found: list[tuple[int, int, Role]] = []
    for at, rule in enumerate(rules.rules):
        if rule.kinds and not set(rule.kinds) & set(links.kinds):
            continue
        # Rules over the same kinds of what is there share their figures.
        there = tuple(kind for kind in links.kinds if not rule.kinds or kind in rule.kinds)
        if there not in known:
            known[there] = _figures(links, there, rules.hours) | shape
        figures = known[there]
        holds = np.ones(web.nodes, bool) if told is None else told.copy()
        for name, (least, most) in rule.holds.items():
            holds &= (figures[name] >= least) if least is not None else True
            holds &= (figures[name] <= most) if most is not None else True
        for node in np.flatnonzero(holds).tolist():
            said = {name: _said(name, int(figure[node]), word) for name, figure in figures.items()}
            said["hours"] = str(rules.hours)
            found.append((node, at, Role(node, rule.role, _capital(rule.sentence.format_map(said)))))
    return tuple(role for _, _, role in sorted(found, key=lambda one: one[:2]))


def rows_behind(links: Links, rule: Rule, node: int) -> "npt.NDArray[np.int64]":
    """Give the rows on which a node's role rests, oldest first: those that the rule's figures count."""
    import numpy as np

    inward = any(name.startswith(("in_", "followed")) for name in rule.holds)
    outward = any(name.startswith(("out_", "followed")) for name in rule.holds)
    wanted = np.array([not rule.kinds or kind in rule.kinds for kind in links.kinds], bool)[links.kind]
    both = not inward and not outward
    held = wanted & (((links.target == node) & (inward or both)) | ((links.source == node) & (outward or both)))
    rows, first = np.unique(links.row[held], return_index=True)
    ordered: npt.NDArray[np.int64] = rows[np.lexsort((rows, links.at[held][first]))]
    return ordered


def _said(name: str, value: int, word: str) -> str:
    if name in _NODES:
        return counted(value, word)
    return counted(value, "row") if name in _ROWS else f"{value:,}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _joined(web: Web, counting: "npt.NDArray[np.bool_]") -> "dict[str, npt.NDArray[np.int64]]":
    """Give for each node the parts left without it, how many nodes that count are outside the largest, and in the second largest."""
    import numpy as np

    from palermo.network.kernels.cut import joined

    parts, cut, apart, second = (np.zeros(web.nodes, np.int64) for _ in range(4))
    joined(web.first, web.other, np.zeros(web.nodes, bool), counting.astype(np.int64), parts, cut, apart, second)
    return {"parts": parts, "apart": apart, "second": second}


def _figures(links: Links, kinds: Sequence[str], hours: int) -> "dict[str, npt.NDArray[np.int64]]":
    """Give the figures of each node over the links of some kinds."""
    import numpy as np

    nodes = len(links.names)
    held = np.array([kind in kinds for kind in links.kinds] or [False], bool)[links.kind]
    source, target, at = links.source[held], links.target[held], links.at[held]
    # Links stand in the order of their ends, so that the first of each pair is where the pair changes.
    pairs = source * nodes + target
    pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])] if len(pairs) else pairs
    out_nodes = np.bincount(pairs // max(nodes, 1), minlength=nodes)
    in_nodes = np.bincount(pairs % max(nodes, 1), minlength=nodes)
    timed = at != NO_MOMENT
    followed = _followed(nodes, source[timed], target[timed], at[timed], hours * 3600)
    with_time = np.bincount(target[timed], minlength=nodes)
    return {
        "in_nodes": in_nodes, "out_nodes": out_nodes,
        "in_rows": np.bincount(target, minlength=nodes), "out_rows": np.bincount(source, minlength=nodes),
        "in_per_out": 100 * in_nodes // np.maximum(out_nodes, 1), "out_per_in": 100 * out_nodes // np.maximum(in_nodes, 1),
        "followed_rows": followed, "followed": 100 * followed // np.maximum(with_time, 1),
    }  # fmt: skip


def _followed(
    nodes: int,
    source: "npt.NDArray[np.int64]",
    target: "npt.NDArray[np.int64]",
    at: "npt.NDArray[np.int64]",
    within: int,
) -> "npt.NDArray[np.int64]":
    """Count each node's incoming rows that an outgoing one follows in time."""
    import numpy as np

    from palermo.network.kernels.standing import passed_on

    found = np.zeros(nodes, np.int64)
    sides = []
    for side in (target, source):
        first = np.zeros(nodes + 1, np.int64)
        np.cumsum(np.bincount(side, minlength=nodes), out=first[1:])
        sides.append((first, at[np.lexsort((at, side))]))
    passed_on(*sides[0], *sides[1], within, found)
    return found
