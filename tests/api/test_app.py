"""What the API says to a request that is not as it must be."""

import pytest
from httpx import Response

from fakes.browser import Browser, signed_in_at
from fakes.desk import FakeDesk


def _slug(answer: Response) -> tuple[int, str]:
    """Give the status and the kind of a problem, once it is sure that it is one."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code
    return answer.status_code, str(answer.json()["type"]).removeprefix("urn:palermo:error:")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nothing", "/api/leads/"])
def test_an_unknown_address_is_told_as_not_found(reader: Browser, method: str, path: str) -> None:
    """Where there is no operation the API says so, whatever the method."""
    assert _slug(reader.request(method, path)) == (404, "not-found")


def test_a_method_an_operation_does_not_have_is_not_found(reader: Browser) -> None:
    """The case cannot be deleted at its address."""
    assert _slug(reader.request("DELETE", "/api/case")) == (404, "not-found")
    assert _slug(reader.request("OPTIONS", "/api/case")) == (405, "wrong-method")


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ({"outcome": "accept"}, "“reason” is missing."),
        ({"outcome": "accept", "reason": "  "}, "“reason” may not be empty."),
        ({"outcome": "accept", "reason": 7}, "“reason” must be text."),
        ({"outcome": "accept", "reason": "yes", "level": "strong"}, "“level” is not known here."),
        ({}, "“outcome” is missing; “reason” is missing."),
        ([], "“the body”: input should be a valid dictionary or object to extract fields from."),
    ],
)
def test_a_fault_in_a_body_is_told_by_field(reader: Browser, body: object, cause: str) -> None:
    """Each wrong field is named with what is wrong with it."""
    answer = reader.post("/api/leads/L-1/decisions", json=body)
    assert _slug(answer) == (422, "invalid")
    assert answer.json()["cause"] == cause


def test_what_was_sent_is_not_repeated_in_the_answer(reader: Browser) -> None:
    """A wrong value may be a person's particulars, so the answer does not carry it."""
    answer = reader.post("/api/leads/L-1/decisions", json={"outcome": "+33639981234", "reason": "x"})
    assert _slug(answer) == (422, "invalid")
    assert "+33639981234" not in answer.text


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 200_000, b"\xff\xfe", b'{"outcome": "accept", "reason": "\\ud800"}']
)
def test_a_body_that_is_no_text_is_told_as_invalid(reader: Browser, body: bytes) -> None:
    """Broken JSON, endless nesting and half characters get a sentence."""
    answer = reader.post("/api/leads/L-1/decisions", content=body, headers={"content-type": "application/json"})
    assert _slug(answer) == (422, "invalid")


def test_a_number_out_of_range_is_told_as_invalid(reader: Browser) -> None:
    """A page begins at nought and holds at most 500."""
    for query in ("offset=-1", "limit=0", "limit=501", "offset=99999999999999999999", "offset=x"):
        assert _slug(reader.get(f"/api/record?{query}")) == (422, "invalid"), query


def test_an_answer_of_a_desk_is_given_whole() -> None:
    """The largest lead of the case arrives with every advert in its group."""
    desk = FakeDesk()
    with signed_in_at(desk) as browser:
        assert browser.get("/api/leads/L-1").json()["group"]["adverts"] == desk.lead("L-1").group.adverts
