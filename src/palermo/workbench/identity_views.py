"""What the surfaces show of who may be one: plain records, as in `views`; the two records of a pair keep their order throughout."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record: its row's key and kind, a name to call it by, where it stands, and the leads it hangs on.

    `record` is what to name it by when a word is said: the row's key, or for a `venue` that and `:venue`, since a row of
    stays names a guest and a venue. `restricted` says why its values are not shown, and is empty where they are.
    """

    row: str
    record: str
    kind: str
    label: str
    source: str
    locator: str
    leads: list[str]
    restricted: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """One value of both records beside each other; `mark` says whether both have it and it is written alike; `beside` is never compared."""

    what: str
    one: str
    other: str
    mark: Literal["equal", "differs", "one", "other", "beside"]


@dataclass(frozen=True, slots=True)
class ComparedView:
    """One thing the machine compared: what it says for the two being one, in thousandths of a bit, and why."""

    what: str
    level: str
    millibits: int
    one: str
    other: str
    sentence: str


@dataclass(frozen=True, slots=True)
class WordView:
    """A person's word on a pair; its undoing takes its number `n`.

    `sealed` says that answer and reason are shown once one has given one's own; `again` that its author had taken back
    an earlier word on the pair. Once a record of it is erased, `lost` says under which order, and what was said is gone.
    """

    n: int
    pair: str
    one: str
    other: str
    one_name: str
    other_name: str
    answer: str
    reason: str
    actor: str
    at: str
    own: bool
    sealed: bool
    again: bool
    undone: bool
    undone_reason: str
    undone_by: str
    undone_at: str
    lost: str


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the queue: enough to choose it by. `change` counts the leads that an answer could join or give a record to."""

    id: str
    one: RecordView
    other: RecordView
    change: int
    needs: int
    second: bool
    follows: bool
    put_off: bool


@dataclass(frozen=True, slots=True)
class PairQueue:
    """The pairs that wait for whoever asks, in the order to take them.

    `of` counts them all, `proposed` every pair the last analysis proposes, `contradictions` what people's words contradict
    in, `notes` what the proposing said of itself.
    """

    pairs: list[PairLine]
    offset: int
    of: int
    proposed: int
    put_off: int
    contradictions: int
    ordered_by: str
    analysed_at: str
    notes: list[str]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two records beside each other.

    Until `open`, the machine's weight, what it compared and other people's words are left out: own judgement comes first.
    `needs` says how many people it takes, `second` that one has spoken already. `state` is `open` while it is closed to
    whoever asks.
    """

    id: str
    one: RecordView
    other: RecordView
    fields: list[FieldView]
    needs: int
    second: bool
    change: int
    state: str
    open: bool
    proposed: bool
    prior: int
    millibits: int
    compared: list[ComparedView]
    words: list[WordView]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Records that are one by people's words; one that is not `whole` holds two that are said to be different, and counts nowhere."""

    records: list[RecordView]
    words: list[int]
    whole: bool
    leads: list[str]


@dataclass(frozen=True, slots=True)
class UndoingView:
    """What taking one word back would change, in a sentence; `settles` says whether the contradiction would be gone."""

    n: int
    sentence: str
    settles: bool


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """A pair that is different by people's words and the same by others, with the shortest way round and what each undoing changes."""

    pair: str
    sentence: str
    cycle: list[RecordView]
    words: list[WordView]
    undoings: list[UndoingView]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Who is one by people's words, where the words contradict, and every word, oldest first; derived each time, never kept."""

    people: list[PersonView]
    contradictions: list[ContradictionView]
    words: list[WordView]
    waiting: int


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """What one level of a comparison weighs.

    `m` is how often two records of one reach it and `u` how often two records of two do; `millibits` is the weight in
    thousandths of a bit, `pairs` how many proposed pairs reached it, `by_rarity` whether a rare value weighs more.
    """

    what: str
    level: str
    sentence: str
    m: float
    u: float
    millibits: int
    pairs: int
    by_rarity: bool


@dataclass(frozen=True, slots=True)
class FamilyModel:
    """The model of one family of records, `persons` or `organisations`; `prior` is in thousandths of a bit."""

    family: str
    records: int
    compared: int
    prior: int
    trained: list[str]
    weights: list[LevelWeight]


@dataclass(frozen=True, slots=True)
class SharedView:
    """A value so many records carry that it joins nobody."""

    what: str
    value: str
    records: int
    names: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """What the comparison of a case's records weighs, as of the last analysis; empty where it was not kept or was erased."""

    analysed_at: str
    records: int
    families: list[FamilyModel]
    shared: list[SharedView]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A person's word that a record is a presumed victim's or a suspect's in custody; `mark` is the code."""

    n: int
    row: str
    label: str
    mark: str
    reason: str
    actor: str
    at: str
    undone: bool
    undone_reason: str
    undone_by: str
    undone_at: str
    lost: str
