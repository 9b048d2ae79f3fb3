"""One journey through the real workspace in a real browser, by mouse and by keyboard alone; no other host is ever asked."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Watched

pytestmark = pytest.mark.browser
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"


def test_the_front_page_says_what_is_in_the_case(desk: Watched) -> None:
    """What is in it, what was set aside, what the data could not tell and what waits stand on the first page."""
    page = desk.page
    for part in ("waits", "contained", "case-aside", "methods"):
        expect(page.get_by_test_id(part)).to_be_visible()
    expect(page.get_by_test_id("contained")).to_contain_text("adverts")
    assert desk.strangers() == []
    assert desk.complaints == []


def test_the_link_works_once(desk: Watched, browser: Browser, link: str) -> None:
    """A second browser with the same link is told that it was used."""
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(link)
    assert answer is not None
    assert answer.status >= 400
    assert context.request.get(f"{desk.address}/api/case").status == 401
    context.close()


def test_a_lead_is_read_down_to_its_source_row_and_decided_by_keyboard_alone(desk: Watched) -> None:
    """From the queue by j and k, open with Enter, decide with a key and a reason, undo: no mouse is touched."""
    page = desk.page
    page.goto(f"{desk.address}/leads")
    page.get_by_test_id("lead-list").focus()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("lead-title")).to_be_visible()
    expect(page.get_by_test_id("finding").first).to_contain_text("Innocent")
    row = (
        page.get_by_test_id("finding-rows")
        .first.get_by_role("button", name=re.compile("row"))
        .or_(page.get_by_test_id("finding-rows").first.get_by_role("link", name=re.compile("row")))
    )
    row.first.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_test_id("sheet")
    expect(sheet.get_by_test_id("source-row")).to_be_visible()
    expect(sheet).to_contain_text("TRAINING-")
    page.keyboard.press("Escape")
    page.goto(f"{desk.address}/leads")
    # A key decides on the lead shown beside the list: it has to be there first.
    expect(page.get_by_test_id("action-lead.more")).to_be_enabled(timeout=30_000)
    page.get_by_test_id("lead-list").focus()
    page.keyboard.press("m")
    page.keyboard.type("who rents the flats?")
    page.keyboard.press("Control+Enter")
    expect(page.locator('[data-testid="lead-line"][data-state="more"]')).to_have_count(1)
    entries = json.loads(page.request.get(f"{desk.address}/api/record?limit=20").text())["entries"]
    assert "decide" in [entry["action"] for entry in entries]
    assert desk.strangers() == []
    assert desk.complaints == []


def test_a_file_is_dropped_looked_at_and_taken(desk: Watched) -> None:
    """A messy Dutch export is laid down, its mapping and its bad row are shown, and it is taken."""
    page = desk.page
    page.goto(f"{desk.address}/intake")
    text = (
        "beller;gebelde;tijdstip;duur;nationaliteit\r\n06 39 98 70 01;06 39 98 70 02;01-03-2020 10:00:00;5;AA\r\n"
        "06 39 98 70 03;06 39 98 70 04;31-02-2020 10:00:00;5;AA\r\n"
    )
    page.locator("input[type=file]").first.set_input_files(
        {"name": "oproepen.csv", "mimeType": "text/csv", "buffer": text.encode("cp1252")}
    )
    look = page.get_by_test_id("file-look")
    expect(look).to_contain_text("beller")
    expect(look.get_by_test_id("checked")).to_contain_text("1")
    look.get_by_test_id("take").click()
    expect(page.get_by_test_id("intake")).to_contain_text("oproepen.csv")
    page.goto(f"{desk.address}/intake?view=aside")
    assert desk.strangers() == []
    assert desk.complaints == []


@pytest.mark.parametrize(
    ("path", "part"),
    [("/", "case"), ("/leads", "leads"), ("/intake", "intake"), ("/sources", "sources"), ("/record", "record")],
)
def test_every_screen_stands_at_both_widths_in_light_and_dark(desk: Watched, path: str, part: str) -> None:
    """Each screen shows itself at 1280 and 390 pixels, in light and dark, without scrolling sideways and without complaint."""
    page = desk.page
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_viewport_size({"width": width, "height": 860})
            page.goto(f"{desk.address}{path}")
            expect(page.get_by_test_id(part)).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.strangers() == []
    assert desk.complaints == []


def test_the_screenshot_in_the_readme_is_of_this_workspace(desk: Watched) -> None:
    """The picture in the README is taken here; it is written anew only when it is missing, so that a test run changes no file."""
    page = desk.page
    page.goto(f"{desk.address}/leads")
    expect(page.get_by_test_id("lead-line").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    target = IMAGES / "workspace.png"
    if not target.exists():
        IMAGES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target)
    assert target.stat().st_size > 10_000
