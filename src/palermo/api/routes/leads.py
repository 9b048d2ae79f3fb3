"""The queue of leads, one lead, and people's decisions on it."""

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from palermo.api.bodies import Because, Decision
from palermo.api.examples import DECISION, HISTORY, LEAD, QUEUE, UNDONE, WORDINGS
from palermo.api.shared import Id, TheDesk, shown
from palermo.workbench.history_views import HistoryView
from palermo.workbench.views import DecisionView, LeadLine, LeadQueue, LeadView
from palermo.workbench.wording_views import WordingsView

router = APIRouter(tags=["leads"])

Level = Annotated[Literal["", "strong", "worth a look", "weak"], Query(description="Only leads of this level.")]
State = Annotated[
    Literal["", "undecided", "accepted", "rejected", "more"], Query(description="Only leads in this state.")
]
Words = Annotated[
    str, Query(max_length=200, description="Only leads whose handle, title or rules hold every one of these words.")
]


def _holds(line: LeadLine, words: list[str]) -> bool:
    """Tell whether the line holds every word."""
    text = " ".join((line.handle, line.title, *line.rules, *line.kinds)).casefold()
    return all(word in text for word in words)


@router.get(
    "/leads", operation_id="listLeads", summary="List the leads in the order to take them", responses=shown(QUEUE)
)
def list_leads(desk: TheDesk, level: Level = "", state: State = "", text: Words = "") -> LeadQueue:
    """Give the leads the filter leaves, in the order to take them; `of` counts all there are."""
    queue = desk.leads()
    words = text.casefold().split()
    left = [
        line for line in queue.leads if level in ("", line.level) and state in ("", line.state) and _holds(line, words)
    ]
    return replace(queue, leads=left)


@router.get("/leads/{id}", operation_id="getLead", summary="Give one lead, by id or handle", responses=shown(LEAD))
def get_lead(desk: TheDesk, lead: Id) -> LeadView:
    """Give a lead with its findings, its innocent explanations and what is not known."""
    return desk.lead(lead)


@router.get(
    "/leads/{id}/history",
    operation_id="getLeadHistory",
    summary="Tell a lead's group over time and over sites",
    responses=shown(HISTORY),
)
def get_lead_history(desk: TheDesk, lead: Id) -> HistoryView:
    """Give when the group began, where it spread, how its wordings drifted, its reposts and its numbers replaced."""
    return desk.lead_history(lead)


@router.get(
    "/leads/{id}/wordings",
    operation_id="getLeadWordings",
    summary="Tell what a lead's adverts share",
    responses=shown(WORDINGS),
)
def get_lead_wordings(
    desk: TheDesk, lead: Id, page: Annotated[int, Query(ge=1, le=2**40, description="Which fifty adverts, from 1.")] = 1
) -> WordingsView:
    """Give the wordings of a lead's group with what stood in their slots, and fifty adverts laid against them, oldest first."""
    return desk.lead_wordings(lead, page=page)


@router.post(
    "/leads/{id}/decisions",
    operation_id="decideLead",
    summary="Record a decision on a lead",
    status_code=201,
    responses=shown(DECISION, 201),
)
def decide_lead(desk: TheDesk, lead: Id, body: Decision) -> DecisionView:
    """Record that a person accepts or rejects a lead or asks for more, with the reason."""
    return desk.decide(lead, body.outcome, reason=body.reason)


@router.post("/decisions/{n}/undo", operation_id="undoDecision", summary="Undo a decision", responses=shown(UNDONE))
def undo_decision(desk: TheDesk, n: Annotated[int, Path(ge=1, le=2**53)], body: Because) -> DecisionView:
    """Undo a decision by its number; the undoing is recorded too."""
    return desk.undo(n, reason=body.reason)
