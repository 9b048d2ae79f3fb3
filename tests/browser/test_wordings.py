"""What the adverts of a lead share is read in the real workspace, slot by slot, by keyboard alone."""

import json

import pytest
from playwright.sync_api import expect

from browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_a_slot_opens_to_what_stood_there_and_has_its_number_in_each_advert(desk: Watched) -> None:
    """The chips of a template tell what stood there and how often, as the API does; the adverts carry the same numbers."""
    page = desk.page
    handle = json.loads(page.request.get(f"{desk.address}/api/leads").text())["leads"][0]["handle"]
    told = json.loads(page.request.get(f"{desk.address}/api/leads/{handle}/wordings").text())
    slot = told["wordings"][0]["slots"][1]
    page.goto(f"{desk.address}/leads/{handle}")
    page.get_by_test_id("adverts").scroll_into_view_if_needed(timeout=30_000)
    wording = page.get_by_test_id("wording").first
    chip = wording.get_by_test_id("slot-chip").nth(1)
    expect(chip).to_contain_text("2", timeout=30_000)
    expect(page.get_by_test_id("wordings-sentence")).to_have_text(told["sentence"])
    chip.focus()
    page.keyboard.press("Enter")
    stood = wording.get_by_test_id("slot-stood")
    expect(stood).to_contain_text(f"filled in {slot['filled']} of {slot['filled'] + slot['empty']} adverts")
    for at, filler in enumerate(slot["fillers"][:3]):
        expect(stood.get_by_role("row").nth(at + 1)).to_contain_text(f"{filler['text']}{filler['adverts']}")
    first = page.locator(f'[data-advert="{told["adverts"][0]["row"]}"]')
    for part in told["adverts"][0]["parts"]:
        if part["slot"]:
            expect(first.locator("mark.slot", has_text=f"{part['slot']}{part['text'].strip()}").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(stood).to_have_count(0)
    assert desk.strangers() == []
    assert desk.complaints == []
