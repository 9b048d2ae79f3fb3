"""What the surfaces show: plain records the command line prints as JSON and the API sends as they are.

Times are ISO 8601 text with an offset; ids are the house's ids as text. A list that is cut says how many there are in all.
"""

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["column", "apart", "unknown", "none"]


@dataclass(frozen=True, slots=True)
class LocatorView:
    """Where a row stands: file name, file digest, place in words, and the byte range where the format gives one."""

    source: str
    locator: str
    file: str
    sha256: str
    row: int
    sheet: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class RowRef:
    """One row of a finding, with where it stands: `source` is the file's name, `locator` the place in it."""

    row: str
    source: str
    locator: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as shown. `rows` shows at most 50; `lost` says what was erased under it, empty when nothing was."""

    id: str
    rule: str
    version: str
    name: str
    sentence: str
    innocent: list[str]
    not_known: list[str]
    strength: str
    kinds: list[str]
    parameters: dict[str, str]
    basis: str
    verified: str
    rows: list[RowRef]
    rows_in_all: int
    lost: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """What belongs together; each list is complete."""

    contacts: list[str]
    adverts: list[str]
    venues: list[str]
    accounts: list[str]
    persons: list[str]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A person's decision on a lead. `n` is the number `undo` takes; `undone_by` is the number of its undoing."""

    n: int
    lead: str
    outcome: str
    reason: str
    actor: str
    at: str
    undone: bool
    undone_reason: str
    group_changed: bool


@dataclass(frozen=True, slots=True)
class LinkView:
    """Why two rows of a group hang together: kind is contact, text or picture; strength is 0 to 1000."""

    a: str
    b: str
    kind: str
    strength: int
    words: str


@dataclass(frozen=True, slots=True)
class LeadView:
    """A lead as shown. `state` is undecided, accepted, rejected or more; a machine's lead is no more than that."""

    id: str
    handle: str
    title: str
    level: str
    handling: str
    evaluation: str
    state: str
    basis_stated: bool
    group: GroupView
    findings: list[FindingView]
    elements: dict[str, list[str]]
    not_known: list[str]
    weakest: str
    template: str
    rows_in_all: int
    decisions: list[DecisionView]
    events: list[str]


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead in the queue: enough to choose it by, no more."""

    id: str
    handle: str
    title: str
    level: str
    state: str
    rules: list[str]
    kinds: list[str]
    adverts: int
    contacts: int
    cities: int
    handling: str
    evaluation: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class LeadQueue:
    """The queue of leads. `of` counts all leads there are, `leads` those the filter leaves, in the order to take them."""

    leads: list[LeadLine]
    of: int
    waiting: int
    ordered_by: str
    analysed_at: str
    stale: bool


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of a text laid against the group's template: same, slot or differs."""

    text: str
    mark: Literal["same", "slot", "differs"]


@dataclass(frozen=True, slots=True)
class AdvertView:
    """One advert of a lead, for reading side by side; `masked` counts words hidden because no rule may read them."""

    row: str
    advert_id: str
    site: str
    posted_at: str
    city: str
    country: str
    persona: str
    contacts: list[str]
    price: str
    title: str
    body: list[TextPart]
    masked: int
    linked_by: list[str]


@dataclass(frozen=True, slots=True)
class AdvertPage:
    """The adverts of a lead, a page at a time, under their shared text with slots."""

    template: str
    adverts: list[AdvertView]
    offset: int
    of: int


@dataclass(frozen=True, slots=True)
class JudgedAdvert:
    """An advert somebody judged; `lead` is the handle of the lead it is in by the last analysis, empty for none."""

    row: str
    advert_id: str
    site: str
    lead: str


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A person's word that two adverts are not one hand; its undoing takes its number `n`.

    `waits` says that the groups do not yet follow it: they do with the next analysis. Once one of the two is erased,
    `lost` says under which order, both names are empty and the judgement has fallen away.
    """

    n: int
    one: JudgedAdvert
    other: JudgedAdvert
    reason: str
    actor: str
    at: str
    undone: bool
    undone_reason: str
    undone_by: str
    undone_at: str
    waits: bool
    lost: str


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell as it stood. `role` says what became of its column; a value kept apart is shown only with leave (`hidden`)."""

    header: str
    value: str | None
    column: str
    role: Role
    hidden: bool
    read_as: str
    used: bool


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """A row beside the one looked at, as it stood; None where a cell is kept apart or was not there."""

    row: int
    cells: list[str | None]


@dataclass(frozen=True, slots=True)
class SightingView:
    """One place where a row stands, with the rows around it; `authority` names the order too."""

    locator: LocatorView
    source_id: str
    authority: str
    basis_stated: bool
    evaluation: str
    handling: str
    recorded_by: str
    recorded_at: str
    header_row: int
    cells: list[CellView]
    before: list[NeighbourRow]
    after: list[NeighbourRow]
    restricted: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """One value of a row as a statement: what was read, as it was written, and whose it is."""

    property: str
    value: str
    as_written: str
    source_id: str
    locator: str
    evaluation: str
    handling: str
    recorded_by: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A row with every place it stands in, what was read out of it, and the findings that rest on it."""

    row: str
    kind: str
    sightings: list[SightingView]
    statements: list[StatementView]
    findings: list[str]
    erased: str


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many rows were set aside for one reason."""

    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file (or one sheet of it): rows read, new, known already, set aside, and why."""

    file: str
    sheet: str
    sha256: str
    kind: str
    source_id: str
    read: int
    new: int
    known: int
    repeated: int
    set_aside: int
    reasons: list[ReasonCount]
    mapping: dict[str, str]
    apart: list[str]
    unknown: list[str]
    notes: list[str]
    refused: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of all files given."""

    files: list[FileReport]


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of a file and what it was taken for. `column` is the canonical name, empty for `apart` and `unknown`."""

    index: int
    header: str
    samples: list[str]
    role: Role
    column: str
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class MappingChoice:
    """A person's word on a column: its canonical name, or `!apart`, or empty for unknown."""

    index: int
    column: str


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row set aside: its place, its cells as they stood, and for each reason the column (index, or -1 for the row).

    A cell whose column is kept apart is None unless it is the one to be mended. `state` is open, mended or erased.
    """

    id: int
    file: str
    sheet: str
    row: int
    kind: str
    header: list[str]
    columns: list[str]
    cells: list[str | None]
    reasons: list[str]
    reason_columns: list[int]
    state: str


@dataclass(frozen=True, slots=True)
class AsidePage:
    """Rows set aside, a page at a time."""

    rows: list[AsideRow]
    offset: int
    of: int
    by_reason: list[ReasonCount]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file read but not taken: what each column seems to be, and what would be set aside."""

    upload: str
    file: str
    sheet: str
    sheets: list[str]
    kind: str
    kinds: list[str]
    remembered: bool
    encoding: str
    dialect: str
    header_row: int
    columns: list[MappedColumn]
    canonical: list[str]
    required: list[str]
    missing: list[str]
    read: int
    good: int
    set_aside: int
    reasons: list[ReasonCount]
    sample_aside: list[AsideRow]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A source's sheet as shown. `due` is empty, or says that a person is asked whether it is still needed."""

    id: str
    authority: str
    order: str
    scope: str
    until: str
    review_by: str
    zone: str
    country: str
    handling: str
    evaluation: str
    recorded_by: str
    basis_stated: bool
    due: str
    restricted: bool
    rows: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many rows of one kind the case holds, from how many files, over what stretch of time."""

    kind: str
    rows: int
    files: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method and whether it could run; `needs` says what data it would need."""

    id: str
    name: str
    ran: bool
    on: bool
    findings: int
    needs: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """The front page: what is in the case, what was set aside, what the data could not tell, what waits."""

    name: str
    basis: str
    created_at: str
    kinds: list[KindCount]
    files: list[FileReport]
    sources: list[SheetView]
    set_aside: int
    set_aside_by_reason: list[ReasonCount]
    leads: int
    leads_waiting: int
    leads_by_level: dict[str, int]
    methods: list[MethodView]
    hubs: list[str]
    not_told: list[str]
    analysed_at: str
    stale: bool
    came_new: list[str]
    head: str
    pairs_waiting: int = 0


@dataclass(frozen=True, slots=True)
class AnalyseReport:
    """What ran, what it found, what could not run and the data each would need."""

    methods: list[MethodView]
    findings: int
    leads: int
    new_leads: int
    changed: list[str]
    hubs: list[str]
    not_told: list[str]
    digest: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One entry of the record: who did or saw what, when, for what purpose. `text` is empty where it was erased."""

    seq: int
    at: str
    actor: str
    action: str
    sentence: str
    purpose: str
    subjects: list[str]
    text: dict[str, str]
    hash: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The record, newest first, a page at a time."""

    entries: list[RecordLine]
    offset: int
    of: int
    head: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What verifying found: `faults` names every entry or file that is not what was stored."""

    whole: bool
    entries: int
    head: str
    files: int
    erased: int
    faults: list[str]


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """What erasing took away and what stays to say so."""

    n: int
    rows: int
    set_aside: int
    files: int
    findings: int
    leads: int
    texts: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Me:
    """Who is at the desk: the account, its roles, and what it may do."""

    actor: str
    roles: list[str]
    may: list[str]
    purposes: list[str] = field(default_factory=list)
