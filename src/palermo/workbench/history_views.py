"""What the surfaces show of a lead's group over time and over sites; lists that are cut say how many there are in all."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A site or a city: its first and last day there, empty where not known, how many adverts, and the row of the first."""

    name: str
    first: str
    last: str
    adverts: int
    row: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """How many adverts were posted in a month, written `2024-03`; months without any are left out."""

    month: str
    adverts: int


@dataclass(frozen=True, slots=True)
class GapView:
    """A stretch without adverts, longer than usual: the last day before it, the first after it, and the days between."""

    first: str
    last: str
    days: int


@dataclass(frozen=True, slots=True)
class WordingView:
    """One wording of the group: its text with slots, when it was first and last seen, where, and how it drifted."""

    template: str
    adverts: int
    first: str
    last: str
    sites: int
    cities: int
    born: str
    drift: str
    row: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A phrase that came, went or was replaced; `wording` is the place of its wording in the list, from 0."""

    wording: int
    kind: str
    day: str
    old: str
    new: str
    shown: int
    of: int
    sentence: str
    row: str


@dataclass(frozen=True, slots=True)
class ChainView:
    """Copies that are near-certain reposts of one text; `rows` gives the first of them, `adverts` how many there are."""

    sentence: str
    adverts: int
    first: str
    last: str
    sites: list[str]
    rows: list[str]


@dataclass(frozen=True, slots=True)
class ReplacedView:
    """Two numbers that replaced one another, and the id of the finding that says so with its rows and doubts."""

    old: str
    new: str
    until: str
    since: str
    sentence: str
    finding: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A lead's group over time and over sites. `missing` says why there is none, and is empty where there is."""

    missing: str
    adverts: int = 0
    undated: int = 0
    first: str = ""
    last: str = ""
    row: str = ""
    sentences: list[str] = field(default_factory=list)
    months: list[MonthView] = field(default_factory=list)
    gaps: list[GapView] = field(default_factory=list)
    gaps_in_all: int = 0
    sites: list[PlaceView] = field(default_factory=list)
    sites_in_all: int = 0
    cities: list[PlaceView] = field(default_factory=list)
    cities_in_all: int = 0
    wordings: list[WordingView] = field(default_factory=list)
    wordings_in_all: int = 0
    changes: list[ChangeView] = field(default_factory=list)
    changes_in_all: int = 0
    reposts: str = ""
    chains: list[ChainView] = field(default_factory=list)
    chains_in_all: int = 0
    numbers: str = ""
    replaced: list[ReplacedView] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
