"""Puts the web surface together: the operations on a desk, the door, the guard before them, and the pages."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from palermo.api.door import Door, door_of
from palermo.api.openapi import bare_app
from palermo.api.pages import entered, sentence_page, token_of, workspace_page
from palermo.api.problems import Invalid, WrongMethod, answer
from palermo.api.progress import Progress
from palermo.api.security import LOOPBACK, Guard, cookie_name
from palermo.model.errors import NotFound, PalermoError, Refused
from palermo.workbench.desk import Desk

UPLOAD_LIMIT = 2 * 2**30
"""How many bytes a file may have that is given through the browser."""

_SAYS = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "string_too_short": "may not be empty",
    "string_type": "must be text",
    "string_unicode": "holds characters that are no text",
    "json_invalid": "is no JSON",
}
"""The everyday faults of a request in words of the house; any other is told in the checker's words."""


def create_app(
    desk: Desk,
    *,
    token: str,
    static: Path | None,
    hosts: Sequence[str] = LOOPBACK,
    upload_limit: int = UPLOAD_LIMIT,
) -> FastAPI:
    """Make the application that serves one desk.

    Args:
        desk: the open case; it is asked from several threads at once.
        token: what lets one browser in, once; 16 characters at least.
        static: the folder of the built workspace; None where it is not built.
        hosts: the host names it answers under, without the port.
        upload_limit: the largest file, in bytes, taken through the browser.
    """
    app = bare_app()
    app.state.desk = desk
    app.state.door = Door(token)
    app.state.progress = Progress()
    app.state.static = static
    app.state.upload_limit = upload_limit
    app.add_exception_handler(PalermoError, _on_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    for address in ("/api", "/api/{rest:path}"):
        app.add_route(address, _nothing, ["GET", "POST", "PUT", "PATCH", "DELETE"])
    app.add_route("/enter", _enter, ["GET"])
    app.add_route("/{path:path}", _page, ["GET"])
    app.add_middleware(Guard, door=app.state.door, hosts=hosts)
    return app


def _enter(request: Request) -> Response:
    """Exchange the one-time token for a session; asking with HEAD uses nothing up."""
    session = None if request.method == "HEAD" else door_of(request.app).enter(token_of(request))
    if session is not None:
        return entered(cookie_name(request.scope), session)
    error = Refused(
        "This link does not open the desk.",
        cause="It was used already, belongs to an earlier start, or is not whole.",
        way_out="Run `palermo open` again for a fresh link.",
    )
    return sentence_page(request, error)


def _page(request: Request) -> Response:
    """Give the workspace."""
    static: Path | None = request.app.state.static
    try:
        return workspace_page(request, static)
    except NotFound as error:
        return sentence_page(request, error)


def _nothing(request: Request) -> Response:
    """Answer for addresses under `/api` where there is no operation."""
    return answer(_no_such(request))


def _no_such(request: Request) -> NotFound:
    """Say that there is no such operation."""
    return NotFound(
        "There is no such operation.",
        cause=f"Nothing answers {request.method} at this address.",
        way_out="See the OpenAPI document for what there is.",
    )


def _on_error(_request: Request, error: Exception) -> Response:
    """Answer with the error's own three sentences."""
    assert isinstance(error, PalermoError)
    return answer(error)


def _on_invalid(_request: Request, error: Exception) -> Response:
    """Say which fields of the request are wrong, without repeating what was sent."""
    assert isinstance(error, RequestValidationError)
    faults = "; ".join(dict.fromkeys(_fault(one) for one in error.errors()[:5]))
    return answer(Invalid("The request is not valid.", cause=f"{faults}.", way_out="Correct this and send it again."))


def _fault(one: dict[str, Any]) -> str:
    """Say in words what is wrong with one field."""
    where = ".".join(str(part) for part in one["loc"][1:] if not isinstance(part, str) or len(part) <= 40)
    says = _SAYS.get(one["type"], str(one["msg"])[:1].lower() + str(one["msg"])[1:])
    return f"“{where or 'the body'}” {says}" if one["type"] in _SAYS else f"“{where or 'the body'}”: {says}"


def _on_http(request: Request, error: Exception) -> Response:
    """Put the framework's own refusals into the house's form."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return answer(_no_such(request))
    if error.status_code == 405:
        return answer(WrongMethod("This address cannot be asked that way."))
    return answer(Invalid("The request cannot be read.", way_out="Send it again as the OpenAPI document describes."))
