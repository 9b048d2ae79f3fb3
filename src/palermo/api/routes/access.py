"""Who is at the desk: the session of this browser."""

from dataclasses import dataclass

from fastapi import APIRouter, Request

from palermo.api.door import door_of
from palermo.api.examples import ME
from palermo.api.shared import TheDesk, shown
from palermo.workbench.views import Me

router = APIRouter(tags=["access"])


@dataclass(frozen=True, slots=True)
class SessionView:
    """Who is at the desk, and the token every change must carry in the header `X-CSRF-Token`."""

    me: Me
    csrf: str


@router.get(
    "/session",
    operation_id="getSession",
    summary="Tell who is at the desk and what they may do",
    responses=shown(SessionView(ME, "4mPz1o-4cRj0c8bXq1yH2w")),
)
def get_session(desk: TheDesk, request: Request) -> SessionView:
    """Give the account, its roles, and the token for changes."""
    return SessionView(desk.me(), door_of(request.app).csrf)
