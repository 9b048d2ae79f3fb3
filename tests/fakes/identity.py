"""What the fake desk keeps of people's words on pairs of invented records; what stands of them the real algebra says."""

from dataclasses import dataclass, replace

from fakes.judging import FakeJudging
from palermo.identity.judging import (
    Answer,
    Pair,
    People,
    Policy,
    Standing,
    Word,
    in_the_way,
    is_open_to,
    pair_of,
    people_of,
    queue_for,
    stand,
)
from palermo.kit.canon import digest
from palermo.model.errors import Conflict, NotFound, Refused, WrongUse
from palermo.model.ids import ActorId, RowKey
from palermo.workbench.identity_views import (
    ComparedView,
    ContradictionView,
    FamilyModel,
    FieldView,
    LevelWeight,
    MarkView,
    ModelView,
    PairLine,
    PairQueue,
    PairView,
    PeopleView,
    PersonView,
    RecordView,
    WordView,
)

ME = ActorId("local")
MARKS = ("presumed-victim", "in-custody")
_NAMES = (
    ("Chen Lihua", "CHEN LI HUA", "陈丽华"), ("Wang Xiuying", "Wong Sau-ying", "王秀英"), ("Oksana Petrenkiv", "PETRENKIV Oxana", "Оксана Петренків"),
    ("Nguyễn Thị Hồng", "Nguyen Thi Hong", ""), ("Jelena Popovar", "POPOVAR Elena", "Јелена Поповар"), ("Amara Lindomar", "Lindomar, A.", ""),
)  # fmt: skip
_FIELDS = ("name", "name_native", "birth_date", "document_no", "phone", "address")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented record: its key, where it stands, and its values in the order of the fields."""

    row: RowKey
    number: int
    source: str
    values: tuple[str, ...]

    @property
    def view(self) -> RecordView:
        """Show it."""
        leads = [f"L-{1 + self.number % 5}"] if self.number % 3 == 0 else []
        return RecordView(
            self.row, self.row, "persons", self.values[0], self.source, f"row {self.number + 2}", leads, ""
        )


def _invent() -> tuple[list[Person], dict[Pair, int]]:
    """Make four records of each name, in two registers, and the pairs of them that may be one."""
    people: list[Person] = []
    pairs: dict[Pair, int] = {}
    for at, (latin, other, native) in enumerate(_NAMES):
        first = len(people)
        for n in range(4):
            born = f"19{70 + at + n // 3 * 9:02d}-0{1 + at}-1{2 if n % 2 else 0}"
            paper = f"X0000{1000 + at * 10 + n // 2}"
            values = (latin if n % 2 == 0 else other, native if n == 0 else "", born, paper if n < 3 else "",
                      f"+3363998{at}{n // 2}01", f"Veldstraat {at + 1} Gent" if n < 2 else "")  # fmt: skip
            source = "register_be.csv" if n % 2 == 0 else "registro_es.xlsx"
            people.append(Person(RowKey(digest("fake person", f"{at}-{n}")), len(people), source, values))
        for n, m in ((0, 1), (0, 2), (1, 3), (2, 3)):
            pair = pair_of(people[first + n].row, people[first + m].row)
            pairs[pair] = 9_000 - 2_700 * (n + m) + 300 * at
    return people, pairs


class FakeIdentity(FakeJudging):
    """Words and marks kept in lists, on records that are not the rows of the case."""

    def _id_state(self) -> "_State":
        """Give what is kept of words and marks, made at first use."""
        if not hasattr(self, "_identity"):
            self._identity = _State()
        return self._identity

    def _pairs_waiting(self) -> int:
        return sum(not line.put_off for line in self._id_state().lines())

    def identity_pairs(self, *, offset: int = 0, limit: int = 50) -> PairQueue:
        """List the pairs that wait."""
        self._ask("see-identity", "The pairs that wait were read.")
        state, lines = self._id_state(), self._id_state().lines()
        return PairQueue(
            lines[offset : offset + limit], offset, len(lines), len(state.pairs), sum(line.put_off for line in lines),
            len(state.people().contradictions), "first the pair whose answer would change most leads",
            "2026-04-01T08:58:00+02:00", ["The number +33199000000 stands on 9 records: it says nothing of who they are."],
        )  # fmt: skip

    def identity_pair(self, name: str, other: str = "") -> PairView:
        """Show two records beside each other."""
        state = self._id_state()
        pair = pair_of(state.row(name), state.row(other)) if other else state.named(name)
        self._ask("see-identity", "Two records were read.")
        return state.view(pair)

    def identity_say(self, one: str, other: str, answer: str, *, reason: str) -> PairView:
        """Record a word on two records."""
        state = self._id_state()
        self._leave("judge-identity")
        pair, said = pair_of(state.row(one), state.row(other)), Answer(answer)
        if not reason.strip():
            raise WrongUse("A word on two records needs a reason.", way_out="Give it.")
        held = in_the_way(state.words(), pair, said, ME)
        if held:
            raise Conflict(f"Your word {held.n} says already that these two are {held.answer}.")
        self._ask("judge-identity", "A word on two records was said.", reason=reason.strip())
        state.say(pair, said, reason.strip(), self._entries[-1].at)
        return state.view(pair)

    def identity_undo(self, n: int, *, reason: str) -> PairView:
        """Take a word back."""
        state = self._id_state()
        self._leave("judge-identity")
        if not 1 <= n <= len(state.said):
            raise NotFound(f"There is no word {n}.", way_out="See the pair for what was said of it.")
        if state.said[n - 1].undone:
            raise Conflict(f"Word {n} is taken back already.")
        self._ask("judge-identity", f"Word {n} was taken back.", reason=reason.strip())
        held = state.said[n - 1]
        state.said[n - 1] = replace(
            held, undone=True, undone_reason=reason.strip(), undone_by=ME, undone_at=self._entries[-1].at
        )
        return state.view((RowKey(held.one), RowKey(held.other)))

    def identity_pass(self, pair: str) -> None:
        """Put a pair off."""
        self._ask("judge-identity", "A pair was put off.")
        state = self._id_state()
        state.passed.add(state.named(pair))

    def identity_model(self) -> ModelView:
        """Show an invented model."""
        self._ask("see-identity", "What the comparison weighs was read.")
        levels = [
            LevelWeight(
                "name", "same", "The names are the same, part by part.", 0.42, 1e-5, 15_358, 12, by_rarity=True
            ),
            LevelWeight("name", "different", "The names differ.", 0.03, 0.98, -5_030, 40, by_rarity=False),
            LevelWeight("birth date", "same", "The birth dates are the same.", 0.6, 4e-5, 13_873, 9, by_rarity=False),
        ]
        page = FamilyModel("persons", 24, 276, -6_200, ["The records are too few to learn from."], levels)
        return ModelView("2026-04-01T08:58:00+02:00", 24, [page], [], [])

    def identity_people(self) -> PeopleView:
        """Tell who is one."""
        self._ask("see-identity", "Who is one was read.")
        state = self._id_state()
        found = state.people()
        persons = [
            PersonView([state.by_row[row].view for row in rows], [], found.is_whole(rows), [])
            for rows in found.clusters
        ]
        contradictions = [
            ContradictionView(state.id(one.pair), "These words contradict.", [state.by_row[row].view for row in one.cycle], [], [])
            for one in found.contradictions
        ]  # fmt: skip
        return PeopleView(persons, contradictions, list(state.said), 0)

    def identity_mark(self, row: str, mark: str, *, reason: str) -> MarkView:
        """Mark a record."""
        self._leave("mark-identity")
        state = self._id_state()
        person = state.by_row[state.row(row)]
        self._ask("mark-identity", "A record was marked.", reason=reason.strip())
        made = MarkView(
            len(state.marks) + 1, person.row, person.values[0], mark, reason.strip(), ME, self._entries[-1].at,
            undone=False, undone_reason="", undone_by="", undone_at="", lost="",
        )  # fmt: skip
        state.marks.append(made)
        return made

    def identity_unmark(self, row: str, mark: str, *, reason: str) -> MarkView:
        """Take a mark away."""
        self._leave("mark-identity")
        state = self._id_state()
        for at, held in enumerate(state.marks):
            if (held.row, held.mark, held.undone) == (row, mark, False):
                self._ask("mark-identity", "A mark was taken away.", reason=reason.strip())
                gone = replace(held, undone=True, undone_reason=reason.strip(), undone_by=ME, undone_at=held.at)
                state.marks[at] = gone
                return gone
        raise NotFound(f"This record carries no mark “{mark}”.", way_out="See the marks for those there are.")

    def identity_marks(self, *, purpose: str) -> list[MarkView]:
        """List the marks."""
        if not purpose:
            raise Refused("A purpose is needed.", way_out="State one.")
        self._ask("see-marks", "The marks were read.", purpose=purpose)
        return list(self._id_state().marks)


class _State:
    """The invented records, the pairs of them, and what was said."""

    def __init__(self) -> None:
        invented, self.pairs = _invent()
        self.by_row = {person.row: person for person in invented}
        self.said: list[WordView] = []
        self.marks: list[MarkView] = []
        self.passed: set[Pair] = set()

    def id(self, pair: Pair) -> str:
        return digest("pair", *pair)[:16]

    def row(self, name: str) -> RowKey:
        found = [row for row in self.by_row if row == name or (len(name) >= 8 and row.startswith(name))]
        if len(found) != 1:
            raise NotFound(f"There is no record “{name}” in this case.", way_out="Give a row's key.")
        return found[0]

    def named(self, name: str) -> Pair:
        for pair in self.pairs:
            if len(name) >= 8 and self.id(pair).startswith(name):
                return pair
        raise NotFound(f"There is no pair “{name}” in this case.", way_out="See the queue for those there are.")

    def words(self) -> list[Word]:
        return [
            Word(one.n, (RowKey(one.one), RowKey(one.other)), Answer(one.answer), ActorId(one.actor))
            for one in self.said
            if not one.undone
        ]

    def standing(self) -> Standing:
        return stand(self.words(), Policy(frozenset(RowKey(mark.row) for mark in self.marks if not mark.undone)))

    def people(self) -> People:
        return people_of(self.standing())

    def lines(self) -> list[PairLine]:
        standing = self.standing()
        leads = {row: frozenset(person.view.leads) for row, person in self.by_row.items()}
        queued = queue_for(ME, self.pairs, standing, people_of(standing), leads, frozenset(self.passed))
        made = []
        for one in queued:
            left, right = (self.by_row[row].view for row in one.pair)
            needs = standing.needs(one.pair)
            made.append(
                PairLine(self.id(one.pair), left, right, one.change, needs, second=False, follows=one.follows, put_off=one.put_off)
            )  # fmt: skip
        return made

    def say(self, pair: Pair, answer: Answer, reason: str, at: str) -> None:
        one, other = (self.by_row[row].values[0] for row in pair)
        self.said.append(
            WordView(
                len(self.said) + 1, self.id(pair), *pair, one, other, answer.value, reason, ME, at, own=True, sealed=False,
                again=False, undone=False, undone_reason="", undone_by="", undone_at="", lost="",
            )
        )  # fmt: skip

    def view(self, pair: Pair) -> PairView:
        one, other = (self.by_row[row] for row in pair)
        standing = self.standing()
        is_open = is_open_to(standing, pair, ME)
        fields = [
            FieldView(what, left, right, ("equal" if left == right else "differs") if left and right else "one" if left else "other")
            for what, left, right in zip(_FIELDS, one.values, other.values, strict=True)
            if left or right
        ]  # fmt: skip
        weight = self.pairs.get(pair)
        compared = [
            ComparedView("name", "the same in another writing", 6_100, one.values[0], other.values[0], "Both are read alike."),
            ComparedView("birth date", "differs", (weight or 0) + 8_000, one.values[2], other.values[2], "The dates are compared."),
        ]  # fmt: skip
        shown = weight is not None and is_open
        return PairView(
            self.id(pair), one.view, other.view, fields, standing.needs(pair), second=False,
            change=len(set(one.view.leads) ^ set(other.view.leads)), state=standing.state(pair).value if is_open else "open",
            open=is_open, proposed=weight is not None, prior=-14_100 if shown else 0, millibits=weight or 0 if shown else 0,
            compared=compared if shown else [], words=[word for word in self.said if (word.one, word.other) == pair],
        )  # fmt: skip
