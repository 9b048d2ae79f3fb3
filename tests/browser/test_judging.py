"""Two adverts are told apart in the real workspace, by keyboard alone, and that is taken back."""

import json
import re

import pytest
from playwright.sync_api import expect

from browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_two_adverts_are_said_to_be_not_one_hand_and_it_is_taken_back_by_keyboard_alone(desk: Watched) -> None:
    """Picked with x, said with n and a reason, shown with who and when, waiting for the next analysis; undone with a reason."""
    page = desk.page
    handle = json.loads(page.request.get(f"{desk.address}/api/leads").text())["leads"][0]["handle"]
    page.goto(f"{desk.address}/leads/{handle}")
    adverts = page.get_by_test_id("adverts")
    expect(adverts.get_by_test_id("advert").nth(1)).to_be_visible(timeout=30_000)
    expect(adverts.get_by_test_id("action-adverts.apart")).to_be_disabled()
    names = []
    for at in (0, 1):
        link = adverts.get_by_test_id("advert").nth(at).get_by_role("link").first
        names.append(link.inner_text())
        link.focus()
        page.keyboard.press("x")
    for name in names:
        expect(adverts.get_by_test_id("picked")).to_contain_text(name)
    page.reload()
    expect(adverts.get_by_test_id("picked")).to_contain_text(names[0])
    adverts.get_by_role("link", name=names[0], exact=True).first.focus()
    page.keyboard.press("n")
    page.keyboard.type("the prices are written otherwise")
    page.keyboard.press("Control+Enter")
    line = adverts.get_by_test_id("judgement")
    expect(line).to_contain_text("the prices are written otherwise")
    for name in names:
        expect(line).to_contain_text(name)
    expect(line).to_contain_text(re.compile(r"\d{4}"))
    expect(adverts.get_by_test_id("judged-waits")).to_contain_text("next analysis")
    expect(page.get_by_test_id("said")).to_contain_text("next analysis")
    line.get_by_test_id("take-back").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("one account paid for both")
    page.keyboard.press("Control+Enter")
    expect(line).to_have_attribute("data-undone", "true")
    expect(line).to_contain_text("one account paid for both")
    expect(adverts.get_by_test_id("take-back")).to_have_count(0)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 860})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.strangers() == []
    assert desk.complaints == []
