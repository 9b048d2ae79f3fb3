"""What the surfaces show of roles in a case, and of what arrests, searches and freezes would leave."""

from dataclasses import dataclass

from palermo.workbench.views import RowRef


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role of a contact, an account or a venue: the evidence in a sentence, and the rows it rests on, oldest first."""

    id: str
    role: str
    evidence: str
    group: str
    hub: str
    rows: list[RowRef]
    rows_in_all: int


@dataclass(frozen=True, slots=True)
class CaseRoles:
    """The roles of a kind of thing in a case, by role and then by id: no role is above another, and nothing is ranked.

    Attributes:
        node_kind: what they are of.
        of: how many things of that kind there are.
        counts: how many have each role.
        roles: the roles, at most as many as were asked for.
        roles_in_all: how many there are.
        rules: each role's rule in words.
        notes: what could not be told.
    """

    node_kind: str
    of: int
    counts: dict[str, int]
    roles: list[RoleView]
    roles_in_all: int
    rules: dict[str, str]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class ConnectedView:
    """What is connected: lasting things, the parts they fall into, the largest of these, and connected pairs."""

    nodes: int
    parts: int
    largest: int
    pairs: int


@dataclass(frozen=True, slots=True)
class GroupLeft:
    """What would be left of a group: its lasting things now, the parts of those left then, each by its first things."""

    group: str
    before: int
    parts: list[list[str]]
    sizes: list[int]
    sentence: str


@dataclass(frozen=True, slots=True)
class StoppedFlow:
    """Payments into a thing taken out and on from it, or what it booked, paid or moved: rows each way."""

    source: str
    through: str
    target: str
    rows_in: int
    rows_out: int


@dataclass(frozen=True, slots=True)
class VictimLeft:
    """What a presumed victim would have left: with whom there is contact now, with whom then, and a sentence."""

    id: str
    now: list[str]
    now_in_all: int
    then: list[str]
    then_in_all: int
    cut_off: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class CaseWithout:
    """What taking things out of a case would leave; exact but for the steps, which state their error.

    Attributes:
        gone: the things taken out.
        with_them: what goes with a person taken out: phones and documents that are on no other person's record.
        before: what is connected now.
        after: what would be connected.
        groups: what would be left of each group that loses something.
        stops: how many rows of each kind of link end at what is taken out.
        flows: payments through what is taken out that would stop, those with the most rows first.
        flows_in_all: how many there are.
        victims: what each presumed victim asked about would have left.
        steps_before: the mean steps between pairs that stay connected.
        steps_after: the same without what is taken out.
        steps_error: half the width of the 95 % interval of their difference; 0 where all was looked at.
        sentences: all that in words.
        notes: what was not counted.
    """

    gone: list[str]
    with_them: list[str]
    before: ConnectedView
    after: ConnectedView
    groups: list[GroupLeft]
    stops: dict[str, int]
    flows: list[StoppedFlow]
    flows_in_all: int
    victims: list[VictimLeft]
    steps_before: float
    steps_after: float
    steps_error: float
    sentences: list[str]
    notes: list[str]
