"""What the surfaces show of the link graph: things, links with what is behind them, a part to draw, paths."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from palermo.workbench.network_group_views import NetworkGroup
from palermo.workbench.views import RowRef


@dataclass(frozen=True, slots=True)
class StubView:
    """What hangs on a node by one kind of link and one kind of node: how many there are, and how many are drawn."""

    link: str
    kind: str
    nodes: int
    drawn: int
    rows: int


@dataclass(frozen=True, slots=True)
class NodeView:
    """A node: its id (`kind:value`), kind, value, group (`N-1`; empty for none), why it joins nobody, how many neighbours."""

    id: str
    kind: str
    name: str
    group: str
    hub: str
    neighbours: int
    stubs: list[StubView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: its two ends, kind, whether it leads from a to b, rows, independent sources, first and last moment, findings.

    `findings` counts the findings that rest on its rows, a finding once for each row.
    """

    a: str
    b: str
    kind: str
    directed: bool
    rows: int
    sources: int
    first: str
    last: str
    findings: int


@dataclass(frozen=True, slots=True)
class LinkedFinding:
    """A finding that rests on a row of a link: its id, rule and sentence."""

    id: str
    rule: str
    sentence: str


@dataclass(frozen=True, slots=True)
class LinkRows:
    """The rows behind a link, oldest first, and the findings that rest on them."""

    link: LinkView
    rows: list[RowRef]
    offset: int
    of: int
    findings: list[LinkedFinding]


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """A neighbour of a node, and the link between them."""

    node: NodeView
    link: LinkView


@dataclass(frozen=True, slots=True)
class ShownNode:
    """What hangs on a node: stubs by kind with counts, and neighbours, the best founded first."""

    node: NodeView
    neighbours: list[NeighbourView]
    of: int
    group: NetworkGroup | None


@dataclass(frozen=True, slots=True)
class ChartWish:
    """What is to be drawn.

    Attributes:
        start: a lead's handle, a group's (`N-3`), or a node.
        opened: what was opened, in order: `LINK/KIND/COUNT/NODE`, the first two `all` for any.
        hidden: the ids of nodes taken off the chart.
        since: links before this day are left out; empty for all.
        until: links after this day are left out; empty for all.
        also: the ids of nodes put on the chart besides, such as those of a path.
    """

    start: str
    opened: Sequence[str] = ()
    hidden: Sequence[str] = ()
    since: str = ""
    until: str = ""
    also: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ChartToKeep:
    """A chart as somebody names and keeps it.

    Attributes:
        name: its name.
        start: what it begins with, as in `ChartWish`.
        note: what its author says of it; empty for nothing.
        opened: what was opened, in order.
        hidden: the things taken off it.
        also: the things put on it besides.
        since: links before this day are left out; empty for all.
        until: links after this day are left out; empty for all.
        places: where things were laid, across and up, by id.
    """

    name: str
    start: str
    note: str = ""
    opened: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    since: str = ""
    until: str = ""
    places: dict[str, list[float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptChart:
    """A chart that is kept: its number, what it is, who saved it last and when; `lost` says where an erasure emptied it."""

    n: int
    chart: ChartToKeep
    actor: str
    at: str
    lost: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A part of the graph to draw.

    Attributes:
        title: what it begins with.
        nodes: the nodes drawn, with stubs for what is not.
        links: the links between them in the stretch of time.
        nodes_in_all: how many nodes the graph has.
        links_in_all: how many links.
        left_out: how many of what was asked for are not drawn since the chart was full.
        hidden_by_time: how many links between nodes drawn lie outside the stretch of time.
        ranked_by: by what the nodes drawn were chosen.
        first: the first moment of any link between nodes drawn, whatever the stretch.
        last: the last.
        sentence: what is drawn of how much, in words.
        notes: what could not be linked, and what was left out.
    """

    title: str
    nodes: list[NodeView]
    links: list[LinkView]
    nodes_in_all: int
    links_in_all: int
    left_out: int
    hidden_by_time: int
    ranked_by: str
    first: str
    last: str
    sentence: str
    notes: list[str]


@dataclass(frozen=True, slots=True)
class PathStepView:
    """One link of a path: from, to, its kinds, rows and sources, and a sentence."""

    a: str
    b: str
    kinds: list[str]
    rows: int
    sources: int
    sentence: str


@dataclass(frozen=True, slots=True)
class CasePath:
    """A path between two nodes: its nodes and its links, each with what shows it."""

    nodes: list[str]
    steps: list[PathStepView]


@dataclass(frozen=True, slots=True)
class CasePaths:
    """The paths between two nodes, the best founded first; whether looking was not given up; a sentence."""

    paths: list[CasePath]
    complete: bool
    sentence: str
