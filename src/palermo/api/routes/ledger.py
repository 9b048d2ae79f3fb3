"""The record of who did and saw what, erasure, and verifying."""

from typing import Annotated

from fastapi import APIRouter, Query

from palermo.api.bodies import Erasure
from palermo.api.examples import ERASED, RECORD, VERIFIED
from palermo.api.shared import Limit, Offset, TheDesk, TheProgress, shown
from palermo.workbench.views import ErasureReport, RecordPage, VerifyReport

router = APIRouter(tags=["ledger"])

Only = Annotated[str, Query(max_length=200, description="Only entries with exactly this; empty for all.")]


@router.get("/record", operation_id="listRecord", summary="Read who did and saw what", responses=shown(RECORD))
def list_record(
    desk: TheDesk, offset: Offset = 0, limit: Limit = 50, actor: Only = "", action: Only = "", subject: Only = ""
) -> RecordPage:
    """Give the record, newest first, a page at a time."""
    return desk.record(offset=offset, limit=limit, actor=actor, action=action, subject=subject)


@router.post("/erasures", operation_id="eraseRows", summary="Erase a source, a row or a value", responses=shown(ERASED))
def erase_rows(desk: TheDesk, body: Erasure) -> ErasureReport:
    """Erase under an order, or only count what it would take away when `dry`."""
    return desk.erase(order=body.order, source_id=body.source_id, row=body.row, value=body.value, dry=body.dry)


@router.get("/verify", operation_id="verifyCase", summary="Check the ledger and every hash", responses=shown(VERIFIED))
def verify_case(
    desk: TheDesk,
    progress: TheProgress,
    head: Annotated[
        str, Query(max_length=90, description="A head noted earlier, NUMBER:HASH, that the record must hold.")
    ] = "",
) -> VerifyReport:
    """Check the chain and every stored file, and name each fault."""
    with progress.long_call("Verifying"):
        return desk.verify(head, progress.tell)
