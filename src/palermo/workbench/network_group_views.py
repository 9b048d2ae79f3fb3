"""What the surfaces show of groups: their figures against chance, hubs, other partings, their story, and two cases compared."""

from dataclasses import dataclass
from typing import Literal

from palermo.workbench.views import RowRef

Happening = Literal["born", "grew", "split", "merged"]
"""What may happen to a group."""


@dataclass(frozen=True, slots=True)
class AlternativeView:
    """The groups at one resolution, and how steady they are."""

    resolution: int
    groups: int
    largest: int
    grouped: int
    next_ones: float
    left_out: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class NearView:
    """A group that a hub has more links to than chance gives."""

    group: str
    links: int
    by_chance: float


@dataclass(frozen=True, slots=True)
class HubView:
    """A node that joins nobody: into how many parts its neighbours fall, what chance would leave, and a sentence."""

    id: str
    kind: str
    name: str
    neighbours: int
    parts: int
    by_chance: float
    sentence: str
    near: list[NearView]


@dataclass(frozen=True, slots=True)
class NetworkGroup:
    """A group of the graph: its nodes by kind, and how it hangs together against chance.

    Attributes:
        handle: its name, `N-1` for the largest; it belongs to the graph as it stands.
        id: a digest of its nodes.
        nodes: how many it has.
        kinds: how many of each kind.
        members: the nodes, adverts last; at most as many as were asked for.
        inside: pairs of its nodes that are linked.
        by_chance: how many there would be if links were drawn at random among things so busy.
        outside: pairs that lead out of it.
        through_hubs: pairs that join it to a hub.
        leads: the leads whose contacts, accounts or adverts it holds.
        beside: hubs with more links to it than chance gives, such as its own busy number, most links first.
        sentence: all that in words.
    """

    handle: str
    id: str
    nodes: int
    kinds: dict[str, int]
    members: list[str]
    inside: int
    by_chance: float
    outside: int
    through_hubs: int
    leads: list[str]
    beside: list[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class HappeningView:
    """What happened to a group: born, grew, split or merged, in which stretch, with the rows that show it."""

    what: Happening
    start: str
    end: str
    group: str
    sentence: str
    new: list[str]
    rows: list[RowRef]
    rows_in_all: int


@dataclass(frozen=True, slots=True)
class GroupsView:
    """The groups of the case's graph, the largest first.

    Attributes:
        nodes: how many nodes the graph has.
        links: how many links.
        kinds: how many nodes of each kind.
        link_kinds: how many links of each kind.
        groups: those of three nodes or more, at most as many as were asked for.
        groups_in_all: how many of three nodes or more there are.
        pairs: how many groups of two there are.
        alone: how many nodes are in none.
        hubs: what joins nobody.
        alternatives: the groups at every resolution looked at.
        happenings: what happened over time, oldest first; empty where it was not asked for.
        happenings_in_all: how many there are.
        step_days: how many days a step of looking had; 0 where no row has a moment or it was not asked for.
        notes: what could not be linked, and what was left out.
    """

    nodes: int
    links: int
    kinds: dict[str, int]
    link_kinds: dict[str, int]
    groups: list[NetworkGroup]
    groups_in_all: int
    pairs: int
    alone: int
    hubs: list[HubView]
    alternatives: list[AlternativeView]
    happenings: list[HappeningView]
    happenings_in_all: int
    step_days: int
    notes: list[str]


@dataclass(frozen=True, slots=True)
class TemplatePair:
    """Two wordings that are alike, and how far, from 0 to 1."""

    one: str
    other: str
    share: float


@dataclass(frozen=True, slots=True)
class AlikeView:
    """A group of this case and one of the other that share something, and what."""

    one: str
    other: str
    contacts: list[str]
    accounts: list[str]
    venues: list[str]
    templates: list[TemplatePair]
    alone: int
    sentence: str


@dataclass(frozen=True, slots=True)
class CompareView:
    """What the groups of two cases share; `held_back` says what was not compared, and why."""

    case: str
    other: str
    alike: list[AlikeView]
    groups: int
    other_groups: int
    held_back: list[str]
