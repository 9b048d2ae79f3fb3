"""The adverts of a lead, read side by side, and people's judgements that two of them are not one hand."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from palermo.api.bodies import Apart, Because
from palermo.api.examples import ADVERTS, JUDGEMENT, TAKEN_BACK
from palermo.api.shared import Id, Limit, Offset, TheDesk, shown
from palermo.workbench.views import AdvertPage, JudgementView

router = APIRouter(tags=["adverts"])


@router.get(
    "/leads/{id}/adverts",
    operation_id="listLeadAdverts",
    summary="Give the adverts of a lead for reading side by side",
    responses=shown(ADVERTS),
)
def list_lead_adverts(desk: TheDesk, lead: Id, offset: Offset = 0, limit: Limit = 50) -> AdvertPage:
    """Give the adverts of a lead under their shared text, what differs marked, a page at a time."""
    return desk.lead_adverts(lead, offset=offset, limit=limit)


@router.get(
    "/judgements",
    operation_id="listJudgements",
    summary="List what people said of adverts",
    responses=shown([JUDGEMENT]),
)
def list_judgements(
    desk: TheDesk,
    lead: Annotated[
        str, Query(max_length=200, description="Only where one of the two is in this lead; empty for all.")
    ] = "",
) -> list[JudgementView]:
    """Give every judgement that two adverts are not one hand, oldest first, those taken back too."""
    return desk.judgements(lead=lead)


@router.post(
    "/judgements",
    operation_id="judgeApart",
    summary="Say that two adverts are not one hand",
    status_code=201,
    responses=shown(JUDGEMENT, 201),
)
def judge_apart(desk: TheDesk, body: Apart) -> JudgementView:
    """Record that two adverts are not one hand, with the reason; groups follow it with the next analysis."""
    return desk.judge_apart(body.one, body.other, reason=body.reason)


@router.post(
    "/judgements/{n}/undo", operation_id="undoJudgement", summary="Take a judgement back", responses=shown(TAKEN_BACK)
)
def undo_judgement(desk: TheDesk, n: Annotated[int, Path(ge=1, le=2**53)], body: Because) -> JudgementView:
    """Take a judgement back by its number, with the reason; both stay on the record."""
    return desk.undo_judgement(n, reason=body.reason)
