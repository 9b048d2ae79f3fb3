"""The guard before every route: each test is named for the threat it stands against."""

from collections.abc import AsyncIterator

import pytest
from httpx import Response

from fakes.browser import BASE, TOKEN, UPLOAD_LIMIT, Browser, signed_in_at
from fakes.desk import FakeDesk
from palermo.api.openapi import document
from palermo.api.security import JSON_LIMIT, content_policy

DECISION = {"outcome": "accept", "reason": "Sure."}


def _slug(answer: Response) -> str:
    """Give the kind of a problem."""
    return str(answer.json()["type"]).removeprefix("urn:palermo:error:")


def _decisions(browser: Browser) -> int:
    """Count the decisions on the first lead."""
    return len(browser.get("/api/leads/L-1").json()["decisions"])


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8123", "127.0.0.1.evil.example:8123", "127.0.0.1:9999", "127.0.0.1", "localhost:80", "", ":8123",
     "0.0.0.0:8123", "127.0.0.1:8123:8123", "127.0.0.1:²", "127.0.0.1:٨١٢٣".encode().decode("latin-1")],
)  # fmt: skip
def test_dns_rebinding_a_foreign_host_name_reaches_nothing(reader: Browser, host: str) -> None:
    """A page whose name was pointed at this machine gets no data, no page and no session.

    Trust boundary: between this desk and pages of the internet open in the same reader.
    """
    for path in ("/api/case", "/", "/enter?token=x"):
        answer = reader.get(path, headers={"host": host})
        assert answer.status_code == 421
        assert "set-cookie" not in answer.headers
    assert _slug(reader.get("/api/case", headers={"host": host})) == "wrong-host"


@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123", "LOCALHOST:8123", "[::1]:8123"])
def test_the_machines_own_names_are_answered(reader: Browser, host: str) -> None:
    """The desk answers under the names this machine has for itself, at its own port."""
    assert reader.get("/api/case", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8123"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": BASE, "sec-fetch-site": "cross-site"},
    ],
)
def test_cross_site_request_forgery_a_foreign_page_changes_nothing(reader: Browser, headers: dict[str, str]) -> None:
    """A change asked by another origin is refused even with the session and its token.

    Trust boundary: between the workspace's page and every other page, also those of other ports of this machine.
    """
    answer = reader.post("/api/leads/L-1/decisions", json=DECISION, headers=headers)
    assert (answer.status_code, _slug(answer)) == (403, "wrong-origin")
    assert _decisions(reader) == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_cross_site_reading_a_foreign_page_makes_no_entry_in_the_record(reader: Browser, site: str) -> None:
    """A picture or script tag of another page cannot make the account read something it did not ask for.

    Trust boundary: between the workspace's page and every other page; each read of personal data is on the record.
    """
    before = reader.get("/api/record").json()["of"]
    assert reader.get("/api/leads/L-1", headers={"sec-fetch-site": site}).status_code == 403
    assert reader.get("/api/record").json()["of"] == before + 1


@pytest.mark.parametrize("token", ["", "wrong", "é".encode().decode("latin-1"), TOKEN])
def test_cross_site_request_forgery_without_the_sessions_token_nothing_changes(browser: Browser, token: str) -> None:
    """The cookie alone makes no change: each carries the token only the workspace's page was given.

    Trust boundary: between the workspace's page and whatever else makes this browser send the cookie.
    """
    answer = browser.post("/api/leads/L-1/decisions", json=DECISION, headers={"x-csrf-token": token})
    assert (answer.status_code, _slug(answer)) == (403, "wrong-origin")
    del browser.headers["x-csrf-token"]
    assert browser.post("/api/leads/L-1/decisions", json=DECISION).status_code == 403
    assert _decisions(browser) == 0


def test_every_change_needs_the_sessions_token(browser: Browser) -> None:
    """No operation that changes something is left out of the check.

    Trust boundary: between the workspace's page and whatever else makes this browser send the cookie.
    """
    del browser.headers["x-csrf-token"]
    changes = [(m, p) for p, methods in document()["paths"].items() for m in methods if m != "get"]
    assert len(changes) >= 11
    for method, path in changes:
        answer = browser.request(method.upper(), path.replace("{n}", "1").replace("{id}", "1"))
        assert (answer.status_code, _slug(answer)) == (403, "wrong-origin"), path


@pytest.mark.parametrize("cookie", ["", "wrong", TOKEN, "a" * 4000])
def test_session_guessing_a_wrong_cookie_opens_nothing(cookie: str) -> None:
    """Neither a guess nor the one-time token itself will do as the session.

    Trust boundary: between this desk and other programs on this machine.
    """
    with signed_in_at(FakeDesk()) as browser:
        browser.cookies.clear()
        browser.cookies.set("palermo-8123", cookie)
        assert browser.get("/api/case").status_code == 401


def test_another_desk_on_this_machine_keeps_a_session_of_its_own(reader: Browser) -> None:
    """The cookie is named after the port, for browsers send cookies to every port of a host.

    Trust boundary: between two cases open at once.
    """
    assert list(reader.cookies) == ["palermo-8123"]


def test_script_injection_the_policy_lets_nothing_in_from_elsewhere(reader: Browser) -> None:
    """Every answer carries the strict policy and the headers beside it, pages and refusals too.

    Trust boundary: between the workspace's own code and text that came in with a file.
    """
    for path in ("/", "/enter", "/assets/none.js", "/api/case", "/api/none"):
        headers = reader.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "permissions-policy" in headers
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


def test_the_policy_names_every_directive_once() -> None:
    """What is not named falls back to nothing."""
    directives = dict(part.split(" ", 1) for part in content_policy("n").split("; "))
    assert directives == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self' 'nonce-n'", "connect-src": "'self'",
        "img-src": "'self' data:", "font-src": "'self'", "worker-src": "'self'", "base-uri": "'none'",
        "form-action": "'self'", "frame-ancestors": "'none'",
    }  # fmt: skip


def test_a_nonce_is_used_for_one_answer_only(reader: Browser) -> None:
    """Two answers never share a nonce.

    Trust boundary: between the workspace's own code and text that came in with a file.
    """
    policies = {reader.get("/").headers["content-security-policy"] for _ in range(20)}
    assert len(policies) == 20


def test_exhaustion_a_body_that_is_too_large_is_refused_unread(reader: Browser) -> None:
    """A request that says it is too large, or does not say how large, is refused before it is read.

    Trust boundary: between the desk's memory and what a page sends.
    """
    answer = reader.post("/api/erasures", content=b" " * (JSON_LIMIT + 1), headers={"content-type": "application/json"})
    assert (answer.status_code, _slug(answer)) == (413, "too-large")
    endless = reader.post("/api/erasures", content=_endless(), headers={"content-type": "application/json"})
    assert (endless.status_code, _slug(endless)) == (413, "too-large")


@pytest.mark.parametrize("said", [True, False])
def test_exhaustion_an_upload_stops_at_the_limit(reader: Browser, *, said: bool) -> None:
    """A file over the limit is refused whether its size is told or not, and nothing of it is kept.

    Trust boundary: between the desk's disk and what a page sends.
    """
    content = b"a" * (UPLOAD_LIMIT + 1) if said else _endless()
    answer = reader.post("/api/intake/uploads?name=a.csv", content=content)
    assert (answer.status_code, _slug(answer)) == (413, "too-large")
    assert "palermo add" in answer.json()["way_out"]


async def _endless() -> AsyncIterator[bytes]:
    """Send without end, as far as the limits of the tests go."""
    for _ in range(1000):
        yield b"a" * 1000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/enter?token=" + TOKEN, "/leads/L-1", "//api/case", "/%2fapi/case"])
def test_pages_can_only_be_read(reader: Browser, method: str, path: str) -> None:
    """Outside of the API nothing takes a change, so nothing outside of it needs the token.

    Trust boundary: between the API's checks and the pages, which anybody on this machine may load.
    """
    assert reader.request(method, path).status_code == 405


@pytest.mark.parametrize(
    "path", ["//api/case", "/%61pi/case", "/api%2fcase", "/./api/case", "/API/case", "/x/../api/case"]
)
def test_path_confusion_no_spelling_of_an_address_gets_round_the_session(stranger: Browser, path: str) -> None:
    """However an address of the API is spelt, a stranger gets no data from it.

    Trust boundary: between this desk and every other program and account on this machine.
    """
    answer = stranger.get(path)
    assert answer.status_code in (401, 503)
    assert "Lantern" not in answer.text
