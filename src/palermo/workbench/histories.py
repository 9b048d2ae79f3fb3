"""Tells the history of every lead's group when the methods run, adds its findings to the lead, and shows it afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

import pyarrow as pa
import pyarrow.compute as pc

from palermo.adapters.rules import load
from palermo.adapters.sqlite import results
from palermo.adverts import told
from palermo.adverts.history import tell
from palermo.adverts.phrases import cut
from palermo.adverts.posted import HistoryFigures, Posted, read_figures
from palermo.kit.spellings import merge_spellings
from palermo.model.findings import Finding, Lead
from palermo.model.grouping import AdvertGroup, Grouping, Readings
from palermo.model.histories import History, Spread
from palermo.model.ids import RowKey
from palermo.workbench.history_views import (
    ChainView,
    ChangeView,
    GapView,
    HistoryView,
    MonthView,
    PlaceView,
    ReplacedView,
    WordingView,
)
from palermo.workbench.session import Session
from palermo.workbench.views import MethodView

SHOWN = 40
"""How many sites, cities, changes and chains are kept with a lead; how many there are in all is kept beside them."""
_ROWS = 12
_WORDINGS = 12
_COLUMNS = ("row", "title", "body", "persona", "city", "site", "posted_at")


@dataclass(frozen=True, slots=True)
class Told:
    """Leads with the findings of their histories, and the history of each, in their order."""

    leads: tuple[Lead, ...]
    histories: tuple[HistoryView, ...]


def tell_leads(leads: Sequence[Lead], adverts: pa.Table, grouping: Grouping) -> Told:
    """Tell the history of each lead's group. What is found is added to the lead; it makes no lead and changes no level."""
    figures = read_figures(load("history"))
    groups = {group.rows: group for group in grouping.groups}
    wanted = sorted({row for lead in leads for row in lead.rows if lead.rows in groups})
    rows = {str(values["row"]): values for values in _rows(adverts, wanted)}
    hubs = frozenset(hub.value for hub in grouping.hubs if hub.kind == "contact")
    made, histories = [], []
    for lead in leads:
        if lead.rows not in groups:
            made.append(lead)
            histories.append(HistoryView("The adverts of this lead are no longer one group."))
            continue
        group = groups[lead.rows]
        history = tell(_posted(group, rows, grouping.readings, hubs), figures)
        found = told.findings(history, figures)
        ordered = tuple(sorted((*lead.findings, *found), key=lambda one: (one.rule, one.id)))
        made.append(replace(lead, findings=ordered))
        histories.append(_view(history, group, found, figures))
    return Told(tuple(made), tuple(histories))


def method(leads: Sequence[Lead], *, adverts: bool) -> MethodView:
    """Say what became of the method that looks for numbers that replaced one another."""
    about = read_figures(load("history")).method
    found = sum(one.rule == about.id for lead in leads for one in lead.findings)
    return MethodView(
        id=about.id, name=about.name, ran=adverts, on=True, findings=found,
        needs="" if adverts else about.needs, note="",
    )  # fmt: skip


def _rows(adverts: pa.Table, wanted: Sequence[RowKey]) -> Iterator[dict[str, object]]:
    table = adverts.select(_COLUMNS)
    for batch in table.filter(pc.is_in(table.column("row"), value_set=pa.array(wanted, pa.string()))).to_batches():
        yield from batch.to_pylist()


def _posted(
    group: AdvertGroup, rows: Mapping[str, dict[str, object]], readings: Readings, hubs: frozenset[str]
) -> list[Posted]:
    wording_of = {row: n for n, wording in reversed(list(enumerate(group.wordings))) for row in wording.rows}
    same = merge_spellings(_text(rows[row]["persona"]) for row in group.rows if _text(rows[row]["persona"]))
    made = []
    for row in group.rows:
        values, found = rows[row], readings.of(row)
        at, city, persona = values["posted_at"], _text(values["city"]), _text(values["persona"])
        made.append(
            Posted(
                row=row, at=at if isinstance(at, datetime) else None, site=_text(values["site"]), city=city,
                persona=same.get(persona, persona),
                words=cut(str(values["title"] or ""), str(values["body"] or ""), found, (city, persona)),
                contacts=tuple(value for value in readings.values(row) if value not in hubs),
                wording=wording_of.get(row, -1),
            )
        )  # fmt: skip
    return made


def _text(value: object) -> str:
    return str(value or "").strip()


def _view(history: History, group: AdvertGroup, found: Sequence[Finding], figures: HistoryFigures) -> HistoryView:
    life, chains = history.life, history.reposts.chains
    changes = [change for drift in history.drifts[:_WORDINGS] for change in drift.changes]
    in_all = sum(len(drift.changes) for drift in history.drifts)
    return HistoryView(
        missing="", adverts=life.adverts, undated=life.undated, first=_day(life.first), last=_day(life.last), row=life.row,
        sentences=told.life_sentences(life),
        months=[MonthView(month.month, month.adverts) for month in life.months],
        gaps=[GapView(_day(gap.last), _day(gap.next), gap.days) for gap in life.gaps[:SHOWN]], gaps_in_all=len(life.gaps),
        sites=_places(life.sites), sites_in_all=len(life.sites),
        cities=_places(life.cities), cities_in_all=len(life.cities),
        wordings=_wordings(history, group), wordings_in_all=len(history.wordings),
        changes=[
            ChangeView(
                one.wording, one.kind, _day(one.day), one.old, one.new, one.shown, one.of, told.change_sentence(one), one.row
            )
            for one in changes[:SHOWN]
        ],
        changes_in_all=in_all,
        reposts=told.reposts_sentence(history.reposts),
        chains=[
            ChainView(
                told.chain_sentence(one, hours=history.reposts.hours), len(one.rows), _moment(one.first), _moment(one.last),
                list(one.sites[:SHOWN]), list(one.rows[:_ROWS]),
            )
            for one in chains[:SHOWN]
        ],
        chains_in_all=len(chains),
        numbers=told.numbers_sentence(history.successions),
        replaced=[
            ReplacedView(one.old, one.new, _day(one.until), _day(one.since), finding.sentence, finding.id)
            for one, finding in zip(history.successions.told, found, strict=True)
        ],
        rules=told.rules(figures),
    )  # fmt: skip


def _wordings(history: History, group: AdvertGroup) -> list[WordingView]:
    made = []
    for one, drift in list(zip(history.wordings, history.drifts, strict=True))[:_WORDINGS]:
        life = one.life
        made.append(
            WordingView(
                template=group.wordings[one.wording].template, adverts=life.adverts, first=_day(life.first), last=_day(life.last),
                sites=len(life.sites), cities=len(life.cities), born=_born(life.sites, life.cities),
                drift=told.drift_sentence(drift), row=life.row,
            )
        )  # fmt: skip
    return made


def _born(sites: Sequence[Spread], cities: Sequence[Spread]) -> str:
    return ", ".join(places[0].name for places in (sites, cities) if places)


def _places(spread: Sequence[Spread]) -> list[PlaceView]:
    return [PlaceView(one.name, _day(one.first), _day(one.last), one.adverts, one.row) for one in spread[:SHOWN]]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def as_plain(history: HistoryView) -> results.Plain:
    """Write a history as plain data, as it is kept with its lead."""
    return asdict(history)


def lead_history(session: Session, lead: str) -> HistoryView:
    """Show the history of a lead's group, by the lead's id or handle.

    Raises:
        NotFound: there is no such lead.
        Refused: the actor may not see leads.
    """
    session.require("see-leads")
    with session.reading() as db:
        held = results.one_lead(db, lead)
    session.saw("read-lead", subjects=[held.handle, held.id])
    return _read(held)


def _read(held: results.StoredLead) -> HistoryView:
    plain = held.body.get("history")
    if not isinstance(plain, dict) or not plain:
        return HistoryView(held.lost or "This lead was found before histories were told. Analyse again.")
    lists = {
        "months": MonthView, "gaps": GapView, "sites": PlaceView, "cities": PlaceView, "wordings": WordingView,
        "changes": ChangeView, "chains": ChainView, "replaced": ReplacedView,
    }  # fmt: skip
    return HistoryView(**plain | {name: [kind(**one) for one in plain[name]] for name, kind in lists.items()})
