"""Sources, uploads, rows set aside, and the source row as it stood."""

from collections.abc import AsyncIterator, Iterator
from typing import Annotated

import anyio.from_thread
from fastapi import APIRouter, Path, Query, Request
from fastapi.concurrency import run_in_threadpool

from palermo.api.bodies import Mapping, Mending, Review, SourceFields, Take
from palermo.api.examples import ASIDE, EVIDENCE, MENDED, PREVIEW, SOURCE, TAKEN
from palermo.api.problems import TooLarge
from palermo.api.shared import Id, Limit, Offset, TheDesk, shown
from palermo.workbench.views import AsidePage, EvidenceView, FileReport, Preview, SheetView

router = APIRouter(tags=["intake"])

BODY = {
    "requestBody": {
        "required": True,
        "description": "The file as it is, streamed; no multipart form.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("/rows/{key}", operation_id="getRow", summary="Show a row as it stood", responses=shown(EVIDENCE))
def get_row(
    desk: TheDesk,
    key: Annotated[str, Path(min_length=1, max_length=200)],
    purpose: Annotated[str, Query(max_length=2_000, description="Why protected cells are to be shown.")] = "",
) -> EvidenceView:
    """Give every place a row stands in, with its cells and the rows around it; protected cells with leave and purpose."""
    return desk.row(key, purpose=purpose.strip())


@router.get("/sources", operation_id="listSources", summary="List the source sheets", responses=shown([SOURCE]))
def list_sources(desk: TheDesk) -> list[SheetView]:
    """Give every source sheet, with what a person is asked about it."""
    return desk.sources()


@router.post(
    "/sources",
    operation_id="addSource",
    summary="Record a source sheet",
    status_code=201,
    responses=shown(SOURCE, 201),
)
def add_source(desk: TheDesk, body: SourceFields) -> SheetView:
    """Record under which authority and order data comes in."""
    return desk.add_source(body.model_dump())


@router.post(
    "/sources/{id}/review",
    operation_id="reviewSource",
    summary="Say that a source is still needed",
    responses=shown(SOURCE),
)
def review_source(desk: TheDesk, source: Id, body: Review) -> SheetView:
    """Record a person's word that a source is still needed, until a new review date."""
    return desk.review_source(source, keep_until=body.keep_until.isoformat(), reason=body.reason)


def _too_large(limit: int) -> TooLarge:
    """Say how large a file may be and what else to do."""
    return TooLarge(
        f"The file is larger than {limit // 2**20:,} MB.",
        cause="The workspace takes no larger file.",
        way_out="Add it with `palermo add` on the command line, or split it.",
    )


async def _next(stream: AsyncIterator[bytes]) -> bytes | None:
    """Wait for the next chunk; None at the end."""
    return await anext(stream, None)


def _chunks(request: Request, limit: int) -> Iterator[bytes]:
    """Hand the body over chunk by chunk to the thread that reads it, and stop at the limit."""
    stream = aiter(request.stream())
    sent = 0
    while (chunk := anyio.from_thread.run(_next, stream)) is not None:
        sent += len(chunk)
        if sent > limit:
            raise _too_large(limit)
        if chunk:
            yield chunk


@router.post(
    "/intake/uploads",
    operation_id="uploadFile",
    summary="Keep a file for a look before it is taken",
    status_code=201,
    responses=shown(PREVIEW, 201),
    openapi_extra=BODY,
)
async def upload_file(
    desk: TheDesk,
    request: Request,
    name: Annotated[str, Query(min_length=1, max_length=255, description="The file's name.")],
) -> Preview:
    """Keep a file, told by its raw bytes, and tell what its columns seem to be; nothing enters the case yet."""
    limit: int = request.app.state.upload_limit
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)
    return await run_in_threadpool(desk.upload, name, _chunks(request, limit))


@router.post(
    "/intake/uploads/{id}/preview",
    operation_id="previewUpload",
    summary="Check every row of an upload under a mapping",
    responses=shown(PREVIEW),
)
def preview_upload(desk: TheDesk, upload: Id, body: Mapping) -> Preview:
    """Check every row under a kind and a mapping; empty ones take the guess."""
    return desk.preview(upload, sheet=body.sheet, kind=body.kind, columns=body.columns, source_id=body.source_id)


@router.post(
    "/intake/uploads/{id}/take",
    operation_id="takeUpload",
    summary="Take an upload into the case",
    responses=shown(TAKEN),
)
def take_upload(desk: TheDesk, upload: Id, body: Take) -> FileReport:
    """Take an uploaded file into the case under a confirmed mapping, which is remembered for its source."""
    return desk.take(upload, sheet=body.sheet, kind=body.kind, columns=body.columns, source_id=body.source_id)


@router.delete(
    "/intake/uploads/{id}", operation_id="dropUpload", summary="Delete an upload that is not taken", status_code=204
)
def drop_upload(desk: TheDesk, upload: Id) -> None:
    """Delete an uploaded file that is not taken."""
    desk.drop_upload(upload)


@router.get("/set-aside", operation_id="listSetAside", summary="List the rows set aside", responses=shown(ASIDE))
def list_set_aside(
    desk: TheDesk,
    offset: Offset = 0,
    limit: Limit = 50,
    file: Annotated[str, Query(max_length=255, description="Only rows of this file.")] = "",
    reason: Annotated[str, Query(max_length=500, description="Only rows with this reason.")] = "",
) -> AsidePage:
    """Give the rows set aside with their reasons, a page at a time."""
    return desk.set_aside(offset=offset, limit=limit, file=file, reason=reason)


@router.post(
    "/set-aside/{id}/mend",
    operation_id="mendRow",
    summary="Correct a row set aside and read it again",
    responses=shown(MENDED),
)
def mend_row(desk: TheDesk, row: Annotated[int, Path(alias="id", ge=0, le=2**53)], body: Mending) -> FileReport:
    """Correct cells of a row set aside and read that row again."""
    return desk.mend(row, cells=body.cells, reason=body.reason)
