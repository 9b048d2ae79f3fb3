"""Findings and the rows they rest on."""

from fastapi import APIRouter

from palermo.api.examples import FINDING
from palermo.api.shared import Id, Limit, Offset, TheDesk, shown
from palermo.workbench.views import FindingView, RowRef

router = APIRouter(tags=["indicators"])


@router.get("/findings/{id}", operation_id="getFinding", summary="Give one finding", responses=shown(FINDING))
def get_finding(desk: TheDesk, finding: Id) -> FindingView:
    """Give a finding with its sentence, its innocent explanations and at most 50 of its rows."""
    return desk.finding(finding)


@router.get(
    "/findings/{id}/rows",
    operation_id="listFindingRows",
    summary="Page through the rows of a finding",
    responses=shown(FINDING.rows),
)
def list_finding_rows(desk: TheDesk, finding: Id, offset: Offset = 0, limit: Limit = 50) -> list[RowRef]:
    """Give the rows a finding rests on, a page at a time; the finding's `rows_in_all` says how many there are."""
    return desk.finding_rows(finding, offset=offset, limit=limit)
