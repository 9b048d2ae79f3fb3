"""Pairs of records are reviewed in the real workspace by keyboard alone: own word first, the weight after, and taken back."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Watched

pytestmark = pytest.mark.browser
REVIEWED = 10


def at_pair(desk: Watched) -> Page:
    """Go to the screen through the palette, by keyboard."""
    page = desk.page
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("Same or not")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("pair")).to_be_visible(timeout=30_000)
    return page


def pair_of(page: Page) -> str:
    """Give the pair now shown."""
    return page.get_by_test_id("pair").get_attribute("data-pair") or ""


def queue(desk: Watched) -> dict[str, int]:
    """Ask the API for the queue's figures."""
    found: dict[str, int] = json.loads(desk.page.request.get(f"{desk.address}/api/identity/pairs").text())
    return found


def test_pairs_are_reviewed_by_keyboard_alone(desk: Watched) -> None:
    """Ten pairs, three keys each: an answer, a reason by its number, and on to the next; nothing of the weight comes before."""
    before = queue(desk)["of"]
    assert before > REVIEWED
    expect(desk.page.get_by_test_id("waits-pairs")).to_be_visible()
    page = at_pair(desk)
    seen = []
    for n in range(REVIEWED):
        pair = page.get_by_test_id("pair")
        expect(pair).to_have_attribute("data-open", "false")
        expect(page.get_by_test_id("kept-back")).to_be_visible()
        expect(page.get_by_test_id("waterfall")).to_have_count(0)
        seen.append(pair_of(page))
        page.keyboard.press("sdu"[n % 3])
        expect(page.get_by_test_id("reasons")).to_be_focused()
        page.keyboard.press("2")
        expect(page.get_by_test_id("own-word")).to_contain_text(("same", "different", "unsure")[n % 3])
        expect(page.get_by_test_id("waterfall")).to_be_visible()
        expect(page.get_by_test_id("weight")).to_contain_text(re.compile(r"to 1 that these two"))
        page.keyboard.press("j")
        expect(pair).not_to_have_attribute("data-pair", seen[-1])
    assert len(set(seen)) == REVIEWED
    assert queue(desk)["of"] == before - sum(n % 3 != 2 for n in range(REVIEWED))
    assert desk.strangers() == []
    assert desk.complaints == []


def test_the_next_pair_is_there_before_it_is_asked_for(desk: Watched) -> None:
    """While one reads the weight the next pair is loaded, also where a word was said before it had come; going on asks for nothing."""
    page = at_pair(desk)
    for answer in ("", "s", "", "d", "u"):
        before = pair_of(page)
        if answer:
            page.keyboard.press(answer)
            expect(page.get_by_test_id("reasons")).to_be_focused()
            page.keyboard.press("1")
            expect(page.get_by_test_id("own-word")).to_be_visible()
        page.wait_for_load_state("networkidle")
        asked = len(desk.requests)
        page.keyboard.press("j")
        expect(page.get_by_test_id("pair")).not_to_have_attribute("data-pair", before)
        assert not any(url.endswith(f"/pairs/{pair_of(page)}") for url in desk.requests[asked:])


def test_the_weights_are_a_page_that_can_be_read_before_any_word(desk: Watched) -> None:
    """Every level with both frequencies and its weight, and nothing of the pair, which stays closed."""
    page = at_pair(desk)
    page.get_by_test_id("to-model").click()
    rows = page.get_by_test_id("model-persons").locator("tbody tr")
    expect(rows.first).to_contain_text("The names are the same, part by part.")
    assert rows.count() > 20
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 860})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("c")
    expect(page.get_by_test_id("people")).to_be_visible()
    assert desk.complaints == []


def test_a_word_is_typed_taken_back_and_the_pair_waits_again(desk: Watched) -> None:
    """A typed reason is offered by number the next time; z takes the word back, and what was shown is kept back again."""
    page = at_pair(desk)
    first = pair_of(page)
    page.keyboard.press("d")
    page.keyboard.press("t")
    page.keyboard.type("the handwriting on the two cards differs")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("own-word")).to_contain_text("the handwriting on the two cards differs")
    page.reload()
    expect(page.get_by_test_id("own-word")).to_contain_text("the handwriting on the two cards differs")
    page.get_by_test_id("pair").locator("..").focus()
    page.keyboard.press("z")
    page.keyboard.press("1")
    expect(page.get_by_test_id("kept-back")).to_be_visible()
    assert pair_of(page) == first
    page.keyboard.press("d")
    expect(page.get_by_test_id("reasons")).to_contain_text("the handwriting on the two cards differs")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("action-identity.later")).to_be_enabled()
    page.keyboard.press("l")
    expect(page.get_by_test_id("pair")).not_to_have_attribute("data-pair", first)
    page.keyboard.press("k")
    expect(page.get_by_test_id("pair")).to_have_attribute("data-pair", first)
    page.keyboard.press("e")
    expect(page.get_by_test_id("sheet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("sheet")).to_have_count(0)
    assert desk.complaints == []


def test_a_contradiction_is_shown_with_its_cycle_and_settled(desk: Watched) -> None:
    """Same, same, different among three records: the way round is read, and the word taken back there."""
    page = desk.page
    api = f"{desk.address}/api/identity"
    lines = json.loads(page.request.get(f"{api}/pairs?limit=500").text())["pairs"]
    rows = [lines[-1]["one"]["row"], lines[-1]["other"]["row"], next(
        line["one"]["row"] for line in lines if line["one"]["row"] not in (lines[-1]["one"]["row"], lines[-1]["other"]["row"])
    )]  # fmt: skip
    token = json.loads(page.request.get(f"{desk.address}/api/session").text())["csrf"]
    for one, other, answer in ((0, 1, "same"), (1, 2, "same"), (0, 2, "different")):
        word = {"one": rows[one], "other": rows[other], "answer": answer, "reason": "for the test"}
        made = page.request.post(
            f"{api}/words", data=json.dumps(word), headers={"X-CSRF-Token": token, "Content-Type": "application/json"}
        )
        assert made.status == 201, made.text()
    at_pair(desk)
    page.keyboard.press("c")
    found = page.get_by_test_id("contradiction")
    expect(found).to_have_count(1)
    expect(found.get_by_test_id("word")).to_have_count(3)
    expect(page.locator("[data-testid=person][data-whole=false]")).to_have_count(1)
    found.get_by_test_id("take-back").last.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("two cards were mixed up")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("contradiction")).to_have_count(0)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 860})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("c")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 860})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.complaints == []
