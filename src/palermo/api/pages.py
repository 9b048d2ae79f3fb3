"""The pages: the way in, the built workspace, and plain sentences where there is nothing else to show."""

from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from palermo.model.errors import NotFound, PalermoError

NONCE_PLACEHOLDER = "__CSP_NONCE__"
"""What stands in the built page where the nonce of each answer goes."""

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pbf": "application/x-protobuf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""What each kind of built file is; any other is bytes. The machine's own table is not asked: machines differ."""

_KEPT = {"cache-control": "private, max-age=31536000, immutable"}

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title} - Palermo</title>
<style nonce="{nonce}">
:root {{ color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }}
main {{ max-width: 40rem; margin: 15vh auto; padding: 0 1rem }}
h1 {{ font-size: 1.25rem }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{sentence}</p>
</main>
</body>
</html>
"""


def _nonce(request: Request) -> str:
    """Give the nonce the security headers of this answer will name."""
    return str(request.state.nonce)


def sentence_page(request: Request, error: PalermoError, status: int = 0) -> HTMLResponse:
    """Say on a page of its own what is so, why, and what to do."""
    rest = " ".join(part for part in (error.cause, error.way_out) if part)
    page = _PAGE.format(title=escape(error.fact), sentence=escape(rest), nonce=_nonce(request))
    return HTMLResponse(page, status or error.status)


def token_of(request: Request) -> str:
    """Read the one-time token out of the address."""
    given = parse_qs(str(request.scope["query_string"], "latin-1")).get("token", [""])
    return given[0] if len(given) == 1 else ""


def entered(cookie: str, value: str) -> Response:
    """Let the browser in: hand it the session's cookie and lead it to the front page, so that the token leaves the address."""
    response = RedirectResponse("/", 303)
    response.set_cookie(cookie, value, httponly=True, samesite="strict", path="/")
    return response


def built_file(static: Path, path: str) -> Path | None:
    """Find a file of the built workspace; None for what is not there or lies outside of it, whatever the path tries."""
    parts = path.split("/")
    if not all(_is_plain(part) for part in parts):
        return None
    root = static.resolve()
    file = root.joinpath(*parts).resolve()
    return file if file.is_relative_to(root) and file.is_file() else None


def _is_plain(part: str) -> bool:
    """Tell whether a part of a path is an ordinary name, hiding nothing and leading nowhere else."""
    return 0 < len(part) <= 200 and part[0] != "." and part.isprintable() and not set(part) & set('\\:*?"<>|~')


def workspace_page(request: Request, static: Path | None) -> Response:
    """Give a built file, or the one page of the workspace for every address it draws itself.

    Raises:
        NotFound: a built file is asked for that is not there.
    """
    path: str = request.scope["path"].lstrip("/")
    index = static / "index.html" if static else None
    if static is None or index is None or not index.is_file():
        missing = NotFound(
            "The workspace is not built yet.",
            cause="This copy of the program holds no built pages.",
            way_out="Run `make setup` in the program's folder and load this page again.",
        )
        return sentence_page(request, missing, 503)
    file = built_file(static, path) if path else index.resolve()
    if file is not None and file != index.resolve():
        kind = MEDIA_TYPES.get(file.suffix.lower(), "application/octet-stream")
        return FileResponse(file, media_type=kind, headers=_KEPT if path.startswith("assets/") else {})
    if path.startswith("assets/") or "\\" in path or {".", ".."} & set(path.split("/")):
        raise NotFound("There is nothing at this address.", way_out="Go back to the front page.")
    return HTMLResponse(index.read_text("utf-8").replace(NONCE_PLACEHOLDER, _nonce(request)))
