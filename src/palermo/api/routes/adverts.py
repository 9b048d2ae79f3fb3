"""The adverts of a lead, read side by side."""

from fastapi import APIRouter

from palermo.api.examples import ADVERTS
from palermo.api.shared import Id, Limit, Offset, TheDesk, shown
from palermo.workbench.views import AdvertPage

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
