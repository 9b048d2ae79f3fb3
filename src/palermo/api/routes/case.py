"""The case as a whole: its front page, the analysis and how far it is."""

from fastapi import APIRouter

from palermo.api.examples import ANALYSED, CASE
from palermo.api.progress import ProgressView
from palermo.api.shared import TheDesk, TheProgress, shown
from palermo.workbench.views import AnalyseReport, CaseView

router = APIRouter(tags=["case"])


@router.get("/case", operation_id="getCase", summary="Tell what is in the case", responses=shown(CASE))
def get_case(desk: TheDesk) -> CaseView:
    """Give what is in the case, what was set aside, what the data could not tell, and what waits."""
    return desk.case()


@router.post(
    "/analyse", operation_id="runAnalysis", summary="Run every method the data allows", responses=shown(ANALYSED)
)
def run_analysis(desk: TheDesk, progress: TheProgress) -> AnalyseReport:
    """Run every method the data allows; `GET /api/progress` tells how far it is meanwhile."""
    with progress.long_call("Analysing"):
        return desk.analyse(progress.tell)


@router.get(
    "/progress",
    operation_id="getProgress",
    summary="Tell how far the running call is",
    responses=shown(ProgressView(running=True, what="Comparing adverts", done=1200, of=4100)),
)
def get_progress(progress: TheProgress) -> ProgressView:
    """Give what is being done and how much of it is done."""
    return progress.now
