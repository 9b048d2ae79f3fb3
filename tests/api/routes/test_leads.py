"""The queue of leads is filtered, decided and undone through the API."""

import pytest

from fakes.browser import Browser


@pytest.mark.parametrize(
    ("query", "handles"),
    [
        ("level=strong", ["L-1", "L-2", "L-3"]),
        ("level=worth%20a%20look&text=torrevieja", ["L-8"]),
        ("text=ad-05%20GENT", ["L-1", "L-3", "L-7"]),
        ("text=l-14", ["L-14"]),
        ("text=nothing-like-it", []),
        ("state=accepted", []),
    ],
)
def test_the_queue_holds_what_the_filter_leaves(reader: Browser, query: str, handles: list[str]) -> None:
    """Every word must stand in the line, in any case of letters; all leads there are stay counted."""
    queue = reader.get(f"/api/leads?{query}").json()
    assert [line["handle"] for line in queue["leads"]] == handles
    assert (queue["of"], queue["waiting"]) == (14, 14)


def test_a_filter_of_no_known_level_is_told_as_invalid(reader: Browser) -> None:
    """A level that does not exist is a mistake, not an empty queue."""
    assert reader.get("/api/leads?level=huge").status_code == 422


def test_a_decision_moves_the_lead_and_undoing_brings_it_back(browser: Browser) -> None:
    """What is decided shows in the queue and on the lead; undoing restores the state and keeps the history."""
    assert browser.post("/api/leads/L-2/decisions", json={"outcome": "accept", "reason": "Sure."}).status_code == 201
    queue = browser.get("/api/leads?state=accepted").json()
    assert ([line["handle"] for line in queue["leads"]], queue["waiting"]) == (["L-2"], 13)
    assert browser.post("/api/decisions/1/undo", json={"reason": "Not sure."}).json()["undone_reason"] == "Not sure."
    lead = browser.get("/api/leads/L-2").json()
    assert (lead["state"], len(lead["decisions"])) == ("undecided", 1)
    assert browser.post("/api/decisions/1/undo", json={"reason": "Again."}).status_code == 409
    assert browser.post("/api/decisions/2/undo", json={"reason": "None."}).status_code == 404


def test_the_adverts_of_a_lead_come_in_pages_without_gap_or_repeat(reader: Browser) -> None:
    """Pages laid end to end give every advert of the group once."""
    pages = [reader.get(f"/api/leads/L-1/adverts?offset={at}&limit=30").json() for at in (0, 30, 60)]
    ids = [advert["advert_id"] for page in pages for advert in page["adverts"]]
    assert ids == reader.get("/api/leads/L-1").json()["group"]["adverts"]
    assert {page["of"] for page in pages} == {len(ids)}
