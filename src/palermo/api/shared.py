"""What the routes share: the desk they ask, the parameters they take alike, and how they show an example."""

from dataclasses import asdict, is_dataclass
from typing import Annotated, Any, cast

from fastapi import Depends, Path, Query, Request

from palermo.api.progress import Progress
from palermo.workbench.desk import Desk


def _desk_of(request: Request) -> Desk:
    """Give the desk the application was made with."""
    return cast("Desk", request.app.state.desk)


TheDesk = Annotated[Desk, Depends(_desk_of)]
"""The open case a route asks."""


def _progress_of(request: Request) -> Progress:
    """Give the progress the application keeps."""
    return cast("Progress", request.app.state.progress)


TheProgress = Annotated[Progress, Depends(_progress_of)]
"""Where a long call tells how far it is."""

Id = Annotated[
    str,
    Path(alias="id", min_length=1, max_length=200, description="The id of the thing; for a lead, its handle will do."),
]
"""An id in an address."""

Offset = Annotated[int, Query(ge=0, le=2**53, description="How many to pass over.")]
"""Where a page begins."""

Limit = Annotated[int, Query(ge=1, le=500, description="How many to give at most.")]
"""How long a page is."""


def _plain(value: object) -> object:
    """Turn a view into plain data."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def shown(example: object, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """Give the example of an answer for the OpenAPI document."""
    return {status: {"content": {"application/json": {"example": _plain(example)}}}}
