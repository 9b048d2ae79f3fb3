"""A browser without a window: it asks the API on a desk in this very process, signed in or not."""

import asyncio
from collections.abc import AsyncIterable
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx
from httpx import Response

from palermo.api.app import create_app
from palermo.workbench.desk import Desk

TOKEN = "a-token-for-tests-only"
BASE = "http://127.0.0.1:8123"
UPLOAD_LIMIT = 100_000


class Browser:
    """Asks one application; it keeps cookies and the headers set on it, and follows no redirect."""

    def __init__(self, desk: Desk, static: Path | None = None) -> None:
        """Open a desk's application at `BASE`."""
        self.app = create_app(desk, token=TOKEN, static=static, upload_limit=UPLOAD_LIMIT)
        self._runner = asyncio.Runner()
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=BASE)
        self.headers = self._client.headers
        self.cookies = self._client.cookies

    def request(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        content: bytes | AsyncIterable[bytes] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Response:
        """Make a request and wait for the whole answer."""
        # Headers are bytes on the wire; a text beyond ASCII is sent as Latin-1, which is what servers read them as.
        asked = {name.encode(): value.encode("latin-1") for name, value in (headers or {}).items()}
        return self._runner.run(self._client.request(method, path, json=json, content=content, headers=asked))

    def get(self, path: str, headers: dict[str, str] | None = None) -> Response:
        """Read."""
        return self.request("GET", path, headers=headers)

    def post(
        self,
        path: str,
        *,
        json: object = None,
        content: bytes | AsyncIterable[bytes] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Response:
        """Send."""
        return self.request("POST", path, json=json, content=content, headers=headers)

    def __enter__(self) -> Self:
        """Open it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self._runner.run(self._client.aclose())
        self._runner.close()


def signed_in_at(desk: Desk, static: Path | None = None) -> Browser:
    """Open a browser at a desk, come in by the link, and load the page."""
    browser = Browser(desk, static)
    assert browser.get(f"/enter?token={TOKEN}").status_code == 303
    browser.headers["x-csrf-token"] = browser.get("/api/session").json()["csrf"]
    return browser
