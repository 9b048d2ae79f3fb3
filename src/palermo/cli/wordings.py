"""The part of `palermo explain` that tells what the adverts of a lead share, and what stood in the slots."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palermo.workbench.wording_views import SlotView, TemplateView, WordingsView

_WORDINGS = 5
_SLOTS = 8
_FILLERS = 4


def wording_lines(told: "WordingsView") -> Iterator[str]:
    """Tell the sentence and the most used wordings; the JSON and the API have the rest."""
    yield "  What the adverts share:"
    yield f"    {told.sentence}"
    yield from (f"    {note}" for note in told.notes)
    for wording in told.wordings[:_WORDINGS]:
        yield from _wording(wording)
    if told.wordings_in_all > _WORDINGS:
        yield f"    … {_WORDINGS} of {told.wordings_in_all:,} wordings; more with --format json"


def _wording(wording: "TemplateView") -> Iterator[str]:
    text = "".join(f"[{part.slot}]" if part.slot else part.text for part in wording.template)
    yield f"    Wording {wording.wording}, {wording.adverts:,} adverts: {' '.join(text.split())}"
    yield from (f"      {_slot(slot)}" for slot in wording.slots[:_SLOTS])
    if len(wording.slots) > _SLOTS:
        yield f"      … {_SLOTS} of {len(wording.slots):,} slots; more with --format json"


def _slot(slot: "SlotView") -> str:
    most = ", ".join(f"{' '.join(one.text.split())} ({one.adverts:,})" for one in slot.fillers[:_FILLERS])
    more = ", …" if slot.distinct > _FILLERS else ""
    empty = f"; empty in {slot.empty:,}" if slot.empty else ""
    return f"[{slot.slot}] {slot.kind}, {slot.distinct:,} different: {most}{more}{empty}"
