"""Problem details (RFC 9457): every error the API answers with, in the same three sentences the command line prints."""

from dataclasses import asdict, dataclass
from typing import Any

from fastapi.responses import JSONResponse

from palermo.model.errors import FAMILY, PalermoError

MEDIA_TYPE = "application/problem+json"
"""What a problem document calls itself."""


class NotSignedIn(PalermoError):
    """The browser holds no session of this desk."""

    slug = "not-signed-in"
    status = 401


class WrongOrigin(PalermoError):
    """A page of another origin, or one that does not know the session's token, asked for a change."""

    slug = "wrong-origin"
    status = 403


class WrongMethod(PalermoError):
    """The address is there, but not for this method."""

    slug = "wrong-method"
    status = 405


class TooLarge(PalermoError):
    """More was sent than this desk takes at once."""

    slug = "too-large"
    status = 413


class WrongHost(PalermoError):
    """The request names a host this desk does not answer for."""

    slug = "wrong-host"
    status = 421


class Invalid(PalermoError):
    """A field of the request is missing or is not what it must be."""

    slug = "invalid"
    status = 422


class Unexpected(PalermoError):
    """Something failed that nobody foresaw."""

    slug = "unexpected"
    status = 500


RIM: tuple[type[PalermoError], ...] = (NotSignedIn, WrongOrigin, WrongMethod, TooLarge, WrongHost, Invalid, Unexpected)
"""The errors only the web surface has: who may reach it, and what a request must look like."""

TITLES = {
    "wrong-use": "Cannot be done as asked",
    "not-found": "Not found",
    "conflict": "The case has moved on",
    "unreadable": "The file cannot be read",
    "unsure-mapping": "A column could not be told",
    "busy": "The case is busy",
    "refused": "Refused",
    "damaged": "Not what was stored",
    "not-signed-in": "Not signed in",
    "wrong-origin": "Asked from elsewhere",
    "wrong-method": "Not possible at this address",
    "too-large": "Too large",
    "wrong-host": "Wrong host",
    "invalid": "The request is not valid",
    "unexpected": "Something failed",
}
"""The title of every kind of problem, by slug."""

KINDS: tuple[type[PalermoError], ...] = FAMILY + RIM
"""Every kind of problem the API can answer with."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: `fact` is what is so, `cause` why, `way_out` what to do; `detail` joins them for other programs.

    `type` is `urn:palermo:error:` and the slug; `instance` names the line in the log, empty where there is none.
    """

    type: str
    title: str
    status: int
    detail: str
    fact: str
    cause: str
    way_out: str
    instance: str


def problem_of(error: PalermoError, instance: str = "") -> Problem:
    """Put an error into the form the API sends."""
    return Problem(
        type=f"urn:palermo:error:{error.slug}",
        title=TITLES[error.slug],
        status=error.status,
        detail=str(error),
        fact=error.fact,
        cause=error.cause,
        way_out=error.way_out,
        instance=instance,
    )


def answer(error: PalermoError, instance: str = "") -> JSONResponse:
    """Answer with a problem document."""
    return JSONResponse(asdict(problem_of(error, instance)), error.status, media_type=MEDIA_TYPE)


EXAMPLE = NotSignedIn(
    "Nobody is signed in here.",
    cause="The browser holds no session of this desk.",
    way_out="Open the link that `palermo open` prints.",
)
"""The problem the OpenAPI document shows as an example."""


def problem_response() -> dict[int | str, dict[str, Any]]:
    """Give the one response every operation has beside its own: a problem document."""
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": asdict(problem_of(EXAMPLE))}
    return {"default": {"description": "What went wrong, and what to do.", "content": {MEDIA_TYPE: content}}}
