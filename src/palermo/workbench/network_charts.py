"""Charts that people name and keep: what is drawn, where it lies and a note, each saving on the record and bound by it."""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import asdict

from sqlalchemy import Connection

from palermo.adapters.sqlite import charts, record
from palermo.adapters.sqlite.charts import StoredChart
from palermo.kit.canon import canonical_json, commitment
from palermo.ledger import Entry
from palermo.model.errors import Conflict, WrongUse
from palermo.workbench.held_values import holds_any
from palermo.workbench.network_views import ChartToKeep, KeptChart
from palermo.workbench.session import Session

LONGEST_NAME = 120
LONGEST_NOTE = 10_000
LARGEST = 1_000_000
"""The most letters a chart may come to, its places among them; 2,000 things are some 150,000."""


def save(session: Session, wish: ChartToKeep, *, n: int = 0) -> KeptChart:
    """Keep a chart under a name.

    Args:
        session: the case.
        wish: what it shows.
        n: the chart whose place it takes; 0 for a new one.

    Raises:
        WrongUse: it has no name, or holds more or other than a chart can.
        NotFound: there is no chart of that number.
        Conflict: it is another's, or an erasure emptied it.
    """
    session.require("save-chart")
    body = canonical_json(asdict(_checked(wish)))
    with session.writing() as db:
        if n:
            _need_own(session, db, n)
        number = n or charts.next_number(db)
        subjects = [f"CH-{number}", _tag(session, number, body)]
        seq = record.write(db, session.act("save-chart", subjects=subjects))
        (charts.replace if n else charts.put)(db, number, body, seq)
    with session.reading() as db:
        return _views(db, [charts.one(db, number)])[0]


def drop(session: Session, n: int) -> None:
    """Take a chart off the list; that it was there stays on the record.

    Raises:
        NotFound: there is no chart of that number.
        Conflict: it is another's.
    """
    session.require("save-chart")
    with session.writing() as db:
        _need_own(session, db, n, emptied=True)
        charts.drop(db, n, record.write(db, session.act("drop-chart", subjects=[f"CH-{n}"])))


def list_charts(session: Session) -> list[KeptChart]:
    """List the charts that are kept, the newest first; names of things and notes are for who may see source rows."""
    session.require("see-evidence")
    with session.reading() as db:
        held = [one for one in charts.get_all(db) if one.dropped_seq is None]
        views = _views(db, held)
    session.saw("read-charts", subjects=[f"charts-{len(views)}"])
    return sorted(views, key=lambda one: (one.at, one.n), reverse=True)


def _checked(wish: ChartToKeep) -> ChartToKeep:
    name, texts = wish.name.strip(), [wish.name, wish.note, wish.start, wish.since, wish.until]
    texts += [*wish.opened, *wish.hidden, *wish.also, *wish.places]
    if not name or len(name) > LONGEST_NAME or len(wish.note) > LONGEST_NOTE or not wish.start:
        raise WrongUse(
            f"A chart needs a name of at most {LONGEST_NAME} letters, and something it begins with.",
            cause=f"A note may have {LONGEST_NOTE:,}.", way_out="Draw something, and name it.",
        )  # fmt: skip
    if sum(map(len, texts)) + 20 * len(wish.places) > LARGEST or any(len(place) != 2 for place in wish.places.values()):
        raise WrongUse("This is more, or other, than a chart can hold.", way_out="Fold up what is not needed.")
    if any("\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text) for text in texts):
        raise WrongUse("The chart holds characters that cannot be written.", way_out="Type name and note anew.")
    return ChartToKeep(**(asdict(wish) | {"name": name, "note": wish.note.strip()}))


def _need_own(session: Session, db: Connection, n: int, *, emptied: bool = False) -> None:
    held = charts.one(db, n)
    if held.erasure and not emptied:
        raise Conflict(f"Chart {n} was emptied by an erasure.", way_out="Save what is drawn as a new chart.")
    made = record.at_numbers(db, [held.seq]).get(held.seq)
    if made is None or made.actor != session.actor.id:
        raise Conflict(f"Chart {n} is another person's.", way_out="Save what is drawn as a chart of your own.")


def _tag(session: Session, n: int, body: str) -> str:
    """Give the name under which the record binds what a chart holds and does not say it."""
    return "B-" + commitment(session.key, f"chart:{n}:{body}")[:32]


def _views(db: Connection, held: Iterable[StoredChart]) -> list[KeptChart]:
    listed = list(held)
    entries = record.at_numbers(db, [one.seq for one in listed])
    return [_view(one, entries.get(one.seq)) for one in listed]


def _view(held: StoredChart, entry: Entry | None) -> KeptChart:
    nothing = asdict(ChartToKeep("", ""))
    lost = "It held something that was erased." if held.erasure else ""
    actor, at = (entry.actor, entry.at) if entry else ("", "")
    return KeptChart(n=held.n, chart=ChartToKeep(**(nothing | json.loads(held.body))), actor=actor, at=at, lost=lost)


def faults_of_charts(session: Session, db: Connection, *, with_key: bool) -> list[str]:
    """Compare every chart with the entry of the record that saved it last; a sentence for each that is not what was saved."""
    saved: dict[str, Entry] = {entry.subjects[0]: entry for entry in record.of_actions(db, ["save-chart"])}
    dropped = {entry.subjects[0]: entry.seq for entry in record.of_actions(db, ["drop-chart"])}
    fell = {name for entry in record.of_actions(db, ["charts-fell"]) for name in entry.subjects[1:]}
    faults, listed = [], charts.get_all(db)
    for held in listed:
        name = f"CH-{held.n}"
        entry = saved.get(name)
        if entry is None or entry.seq != held.seq:
            faults.append(f"Chart {held.n}: the record says it was saved by another entry.")
        elif (name in fell) != (held.erasure is not None):
            faults.append(f"Chart {held.n}: whether an erasure emptied it is not as the record says.")
        elif dropped.get(name) != held.dropped_seq:
            faults.append(f"Chart {held.n}: whether it was dropped is not as the record says.")
        elif with_key and not held.erasure and entry.subjects[1] != _tag(session, held.n, held.body):
            faults.append(f"Chart {held.n}: it is not what the record says was saved.")
    gone = saved.keys() - {f"CH-{held.n}" for held in listed}
    return faults + [f"Chart {name[3:]}: the record has it, and it is not there." for name in sorted(gone)]


def let_fall(session: Session, db: Connection, values: Set[str], number: int) -> None:
    """Empty every chart in which an erased value stands; that it was saved, and by whom, stays.

    Args:
        session: the case.
        db: the erasure's transaction.
        values: the erased values, casefolded.
        number: the erasure.
    """
    fallen = [one.n for one in charts.get_all(db) if not one.erasure and _holds(json.loads(one.body), values)]
    for start in range(0, len(fallen), _A_TIME):
        names = [f"CH-{n}" for n in fallen[start : start + _A_TIME]]
        record.write(db, session.act("charts-fell", subjects=[f"E-{number}", *names]))
    for n in fallen:
        charts.empty(db, n, number)


_A_TIME = 50
"""How many charts an entry of the record names at once."""


def _holds(body: Mapping[str, object], values: Set[str]) -> bool:
    """Tell whether a value stands in a chart: as a thing, in its name or in its note."""
    chart = ChartToKeep(**(asdict(ChartToKeep("", "")) | dict(body)))
    opened = (one.split("/", 3)[-1] for one in chart.opened)
    things = (one.partition(":")[2] or one for one in (chart.start, *opened, *chart.hidden, *chart.also, *chart.places))
    if any(one.casefold() in values for one in things):
        return True
    return holds_any(f"{chart.name} {chart.note} {chart.start}".casefold(), values)
