"""Tells what the adverts of a lead share and what changes from one to the next; computed on reading, kept nowhere."""

from collections.abc import Sequence
from datetime import datetime

import pyarrow as pa

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect, results
from palermo.adverts import read_all
from palermo.adverts.laying import SLOT, Stretch
from palermo.adverts.story import PAGE, StoryAdvert, ToldWording, tell
from palermo.model.errors import WrongUse
from palermo.model.ids import RowKey
from palermo.model.records import Kind
from palermo.workbench.session import Session
from palermo.workbench.wording_views import FillerView, LaidAdvert, SlotView, StretchView, TemplateView, WordingsView

SHOWN = 40
"""How many wordings are shown, the most used; how many there are in all is told beside them."""
_READ = ("row", "contact", "title", "body")


def lead_wordings(session: Session, lead: str, *, page: int = 1) -> WordingsView:
    """Tell the wordings of a lead's group from its own adverts, and lay a page of them side by side.

    Args:
        session: the open case.
        lead: its id or handle.
        page: which fifty adverts to show, from 1; one behind the last shows none.

    Raises:
        NotFound: there is no such lead.
        Refused: the actor may not see leads.
        WrongUse: there is no such page.
    """
    session.require("see-leads")
    if page < 1:
        raise WrongUse(f"There is no page {page}.", way_out="Pages are counted from 1.")
    with session.reading() as db:
        held = results.one_lead(db, lead)
        keys = results.rows_of_lead(db, held.id)
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.ADVERTS)]
    session.saw("read-wordings", subjects=[held.handle, held.id], asked={"page": str(page)})
    rows = query.rows_by_key(session.folder, parts, keys)
    names = {str(row["row"]): str(row["advert_id"] or "") for row in rows}
    size = len(PAGE)
    story = tell(_adverts(rows), range((page - 1) * size, page * size))
    return WordingsView(
        sentence=story.sentence, notes=list(story.notes),
        wordings=[_template(n, wording) for n, wording in enumerate(story.wordings[:SHOWN], 1)],
        wordings_in_all=len(story.wordings), apart=story.apart,
        adverts=[
            LaidAdvert(row.row, names[row.row], row.wording + 1, [_stretch(part) for part in row.stretches])
            for row in story.rows
        ],
        page=page, size=size, of=story.adverts,
    )  # fmt: skip


def _adverts(rows: Sequence[dict[str, object]]) -> list[StoryAdvert]:
    schema = pa.schema([(name, pa.string()) for name in _READ])
    readings = read_all(pa.Table.from_pylist([{name: row[name] for name in _READ} for row in rows], schema=schema))
    made = []
    for row in rows:
        key, at = RowKey(str(row["row"])), row["posted_at"]
        contacts = tuple((found.value, found.start, found.end) for found in readings.of(key) if found.place == "body")
        made.append(
            StoryAdvert(
                row=key, title=_text(row["title"]), body=_text(row["body"]), site=_text(row["site"]), city=_text(row["city"]),
                persona=_text(row["persona"]), posted_at=at.isoformat() if isinstance(at, datetime) else "", contacts=contacts,
            )
        )  # fmt: skip
    return made


def _text(value: object) -> str:
    return str(value or "")


def _template(number: int, wording: ToldWording) -> TemplateView:
    slots = [
        SlotView(
            n, slot.kind, slot.distinct, slot.filled, slot.empty, [FillerView(one.text, one.count) for one in slot.fillers]
        )
        for n, slot in enumerate(wording.slots, 1)
    ]  # fmt: skip
    return TemplateView(
        wording=number, template=_numbered(wording.template, len(slots)), slots=slots, script=wording.script,
        adverts=wording.adverts, phrases=wording.phrases, shared=wording.shared, fewest=wording.fewest,
    )  # fmt: skip


def _numbered(template: str, slots: int) -> list[StretchView]:
    """Part a template at its slots; one whose own words hold the sign of a slot is left whole."""
    between = template.split(SLOT)
    if len(between) != slots + 1:
        return [StretchView(template, "same", 0)]
    parts = []
    for n, words in enumerate(between):
        if n:
            parts.append(StretchView(SLOT, "slot", n))
        if words:
            parts.append(StretchView(words, "same", 0))
    return parts


def _stretch(part: Stretch) -> StretchView:
    return StretchView(part.text, part.mark, part.slot)
