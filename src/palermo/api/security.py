"""What stands before every route: host, origin, session, token for changes, size, and the headers of every answer.

Trust boundary: between this desk and everything else a browser on this machine may run. Nothing behind this module is
reached under a foreign host name (DNS rebinding), from a page of another origin, or under `/api` without the session.
"""

import logging
import secrets
import traceback
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from palermo.api.door import Door
from palermo.api.pages import sentence_page
from palermo.api.problems import NotSignedIn, TooLarge, Unexpected, WrongHost, WrongMethod, WrongOrigin, answer
from palermo.model.errors import PalermoError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names this machine has for itself."""

JSON_LIMIT = 8 * 2**20
"""How many bytes a request may carry where it is no upload."""

READING = frozenset({"GET", "HEAD"})
"""The methods that change nothing."""

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""The headers every answer carries, beside its policy on content and caching."""

_log = logging.getLogger("palermo.api")


def content_policy(nonce: str) -> str:
    """Give the Content-Security-Policy: all from this desk, no script in a page, styles in a page only with the nonce."""
    return (
        "default-src 'none'; script-src 'self'; "
        f"style-src 'self' 'nonce-{nonce}'; "
        "connect-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def cookie_name(scope: Scope) -> str:
    """Name the session's cookie after the port: cookies know no ports, and two cases may be open at once."""
    return f"palermo-{(scope.get('server') or ('', 0))[1]}"


class Guard:
    """ASGI middleware that lets a request through only when every check holds, and marks every answer."""

    def __init__(self, app: ASGIApp, *, door: Door, hosts: Iterable[str]) -> None:
        """Stand before `app`, answering for the names `hosts` alone."""
        self._app = app
        self._door = door
        self._hosts = frozenset(name.lower() for name in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, hand on, and answer for what fails."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce
        begun = False

        async def marked(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _mark(MutableHeaders(scope=message), nonce)
            await send(message)

        request = Request(scope, receive)
        try:
            self._check(request)
            await self._app(scope, receive, marked)
        except PalermoError as error:
            await self._tell(request, error)(scope, receive, marked)
        except ClientDisconnect:
            return  # nobody is left to be answered
        except Exception as error:  # noqa: BLE001 - whatever failed, the browser gets a sentence and no traceback
            line = _write_down(request, error)
            if not begun:
                await answer(_unexpected(line), f"urn:palermo:log:{line}")(scope, receive, marked)

    def _tell(self, request: Request, error: PalermoError) -> ASGIApp:
        """Answer with a problem under `/api`, with a page for people elsewhere."""
        if _under_api(request):
            return answer(error)
        return sentence_page(request, error)

    def _check(self, request: Request) -> None:
        """Raise the first reason there is not to let the request through."""
        self._check_host(request)
        if not _under_api(request):
            if request.method not in READING:
                raise WrongMethod("This address can only be read.")
            return
        self._check_origin(request)
        if not self._door.knows(request.cookies.get(cookie_name(request.scope), "")):
            raise NotSignedIn(
                "Nobody is signed in here.",
                cause="The browser holds no session of this desk.",
                way_out="Open the link that `palermo open` prints.",
            )
        if request.method not in READING:
            if not self._door.same_page(request.headers.get("x-csrf-token", "")):
                raise WrongOrigin(
                    "The change was not made.",
                    cause="The request does not carry the session's token in X-CSRF-Token.",
                    way_out="Load the page anew and try again.",
                )
            _check_size(request)

    def _check_host(self, request: Request) -> None:
        """Refuse names a foreign page could have pointed here (DNS rebinding)."""
        server = request.scope.get("server") or ("", 0)
        name, colon, port = request.headers.get("host", "").lower().rpartition(":")
        if not colon or not port.isdecimal():
            name, port = request.headers.get("host", "").lower(), "80"
        if name not in self._hosts or int(port) != server[1]:
            raise WrongHost(
                "This desk does not answer under that name.",
                cause="The request names another host than the one the desk was opened on.",
                way_out="Use the address that `palermo open` prints.",
            )

    def _check_origin(self, request: Request) -> None:
        """Refuse what another page asks: reads too, for each read of personal data is on the record."""
        reading = request.method in READING
        site = request.headers.get("sec-fetch-site")
        origin = request.headers.get("origin")
        own = f"{request.url.scheme}://{request.headers.get('host', '')}"
        allowed = (None, "same-origin", "none") if reading else (None, "same-origin")
        if site not in allowed or (origin is not None and origin.lower() != own.lower()):
            raise WrongOrigin(
                "The request was refused.",
                cause="It comes from a page of another origin.",
                way_out="Work in the workspace's own page.",
            )


def _under_api(request: Request) -> bool:
    """Tell whether the address belongs to the API."""
    path: str = request.scope["path"]
    return path == "/api" or path.startswith("/api/")


def _check_size(request: Request) -> None:
    """Refuse a body that is too large before any of it is read; uploads count theirs while it streams."""
    if request.scope["path"] == "/api/intake/uploads":
        return
    length = request.headers.get("content-length", "0")
    if "transfer-encoding" in request.headers or not length.isdecimal() or int(length) > JSON_LIMIT:
        raise TooLarge(
            f"The request is larger than {JSON_LIMIT // 2**20} MB, or does not say how large it is.",
            way_out="Send less at once.",
        )


def _mark(headers: MutableHeaders, nonce: str) -> None:
    """Put the headers of the house on an answer; nothing is kept by the browser unless the answer says so."""
    for name, value in HEADERS.items():
        headers[name] = value
    headers["content-security-policy"] = content_policy(nonce)
    headers.setdefault("cache-control", "no-store")


def _write_down(request: Request, error: Exception) -> str:
    """Log where it failed, without its message, which may hold values of the case; give the line's id."""
    line = secrets.token_hex(6)
    where = "".join(traceback.format_tb(error.__traceback__))
    route = request.scope.get("route")
    _log.error("%s %s %s %s\n%s", line, request.method, getattr(route, "path", ""), type(error).__name__, where)
    return line


def _unexpected(line: str) -> Unexpected:
    """Say that something failed that nobody foresaw."""
    return Unexpected(
        "Something failed that should not have.",
        cause=f"The log of this desk tells where, at the line {line}.",
        way_out="Try again; if it fails again, report it with that line.",
    )
