"""The chart of a real case in a real Chromium: begun from a lead, opened, asked, and down to the source row by one key."""

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_from_a_lead_to_the_source_row_of_a_link_by_keys_alone(desk: Watched) -> None:
    """The list holds what the API gives; a thing is opened with x, hidden with h, and e shows the row behind its link."""
    page = desk.page
    handle = json.loads(page.request.get(f"{desk.address}/api/leads").text())["leads"][0]["handle"]
    page.goto(f"{desk.address}/leads/{handle}")
    page.get_by_test_id("lead-chart").click()
    expect(page.get_by_test_id("chart")).to_be_visible(timeout=60_000)
    chart = json.loads(page.request.get(f"{desk.address}/api/network/chart?start={handle}").text())
    things = page.get_by_test_id("drawn").get_by_role("option")
    expect(things).to_have_count(len(chart["nodes"]))
    assert {one.get_attribute("data-node") for one in things.all()} == {node["id"] for node in chart["nodes"]}
    kinds = {node["kind"] for node in chart["nodes"]}
    expect(page.get_by_test_id("legend").get_by_role("listitem")).to_have_count(len(kinds))

    page.get_by_test_id("drawn").focus()
    page.keyboard.press("j")
    picked = page.locator('[data-testid=drawn] [aria-selected="true"]')
    expect(picked).to_have_count(1)
    first = str(picked.get_attribute("data-node"))
    page.keyboard.press("x")
    more = f"{desk.address}/api/network/chart?start={handle}&open={quote(f'all/all/20/{first}', safe='')}"
    expect(things).to_have_count(len(json.loads(page.request.get(more).text())["nodes"]), timeout=30_000)
    page.get_by_test_id("drawn").focus()
    page.keyboard.press("e")
    expect(page.get_by_test_id("sheet")).to_be_visible(timeout=30_000)
    row = page.get_by_test_id("link-rows").locator("[data-row]").first
    assert f"row={row.get_attribute('data-row')}" in page.url
    page.keyboard.press("Escape")

    page.get_by_test_id("drawn").focus()
    page.keyboard.press("h")
    expect(page.locator(f'[data-testid=drawn] [data-node="{first}"]')).to_have_count(0, timeout=30_000)
    left = things.count()
    page.reload()
    expect(things).to_have_count(left, timeout=60_000)
    assert desk.strangers() == []
    assert [said for said in desk.complaints if "GPU stall" not in said and "WebGL" not in said] == []


def test_what_would_be_left_and_how_two_things_are_tied_are_told_in_sentences(desk: Watched) -> None:
    """What is taken out is told without a ranking; a path is asked with p at both ends; the drawing has its box."""
    page = desk.page
    page.goto(f"{desk.address}/network")
    page.get_by_test_id("network-group").first.click(timeout=60_000)
    page.get_by_test_id("drawn").focus()
    page.keyboard.press("j")
    page.keyboard.press("o")
    told = page.get_by_test_id("without-told")
    expect(told).to_contain_text("Then:", timeout=60_000)
    page.get_by_test_id("drawn").focus()
    page.keyboard.press("p")
    page.keyboard.press("j")
    page.keyboard.press("p")
    expect(page.get_by_test_id("paths")).to_contain_text("path", timeout=60_000)
    box = page.locator("canvas.sigma-marks").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 200
    text = page.get_by_test_id("network").inner_text().casefold()
    assert "standing" not in text
    assert "score" not in text


def first_group_drawn(desk: Watched) -> Locator:
    """Draw the first group of the list and stand on the second thing in it; give the things drawn."""
    page = desk.page
    page.goto(f"{desk.address}/network")
    page.get_by_test_id("network-group").first.click(timeout=60_000)
    things = page.get_by_test_id("drawn").get_by_role("option")
    expect(things.first).to_be_visible(timeout=60_000)
    page.get_by_test_id("drawn").focus()
    page.keyboard.press("j")
    return things


def test_a_chart_is_kept_under_a_name_and_opens_as_it_was(desk: Watched) -> None:
    """What was hidden, where things lie and the note come back from the list; kept anew in its place; and taken off the list."""
    page = desk.page
    things = first_group_drawn(desk)
    every = things.count()
    page.keyboard.press("h")
    expect(things).to_have_count(every - 1, timeout=30_000)
    keep = page.get_by_test_id("keep")
    keep.locator("summary").click()
    keep.get_by_label("Name").fill("The two hotels")
    keep.get_by_label("Note").fill("Ask the second hotel for March.")
    page.wait_for_load_state("networkidle")
    keep.get_by_test_id("keep-save").click()
    expect(page).to_have_url(re.compile(r"[?&]chart=1"))
    page.goto(f"{desk.address}/network")
    listed = page.get_by_test_id("kept-charts")
    expect(listed).to_contain_text("Ask the second hotel for March.", timeout=30_000)
    listed.get_by_role("link", name="The two hotels").click()
    expect(things).to_have_count(every - 1, timeout=60_000)
    (first,) = json.loads(page.request.get(f"{desk.address}/api/network/charts").text())
    assert len(first["chart"]["places"]) == every - 1
    keep.get_by_label("Note").fill("They said no.")
    keep.get_by_test_id("keep-save").click()
    expect(page.get_by_text("The chart is kept")).to_be_visible()
    (again,) = json.loads(page.request.get(f"{desk.address}/api/network/charts").text())
    assert (again["n"], again["chart"]["note"]) == (1, "They said no.")
    assert again["chart"]["places"] == first["chart"]["places"]
    keep.get_by_role("button", name="Take off the list").click()
    expect(page).not_to_have_url(re.compile(r"[?&]chart=1"))
    assert json.loads(page.request.get(f"{desk.address}/api/network/charts").text()) == []
    assert [said for said in desk.complaints if "GPU stall" not in said and "WebGL" not in said] == []


def test_things_are_marked_by_a_line_round_them_or_by_a_key_and_hidden_together(desk: Watched) -> None:
    """A line round the whole drawing marks all of it; m in the list marks one and unmarks it; what is marked is drawn alone."""
    page = desk.page
    things = first_group_drawn(desk)
    every = things.count()
    page.keyboard.press("m")
    marked = page.get_by_test_id("marked")
    expect(marked.locator(".count")).to_have_text("1")
    page.get_by_test_id("drawn").focus()
    page.keyboard.press("m")
    expect(marked).to_have_count(0)
    page.get_by_test_id("lasso-on").click()
    box = page.get_by_test_id("lasso").bounding_box()
    assert box is not None
    left, top, right, bottom = box["x"] + 2, box["y"] + 2, box["x"] + box["width"] - 2, box["y"] + box["height"] - 2
    page.mouse.move(left, top)
    page.mouse.down()
    for across, down in ((right, top), (right, bottom), (left, bottom), (left, top)):
        page.mouse.move(across, down, steps=4)
    page.mouse.up()
    expect(page.get_by_test_id("lasso")).to_have_count(0)
    expect(marked.locator(".count")).to_have_text(str(every))
    page.get_by_test_id("action-net.unmark").click()
    expect(marked).to_have_count(0)
    page.get_by_test_id("drawn").focus()
    page.keyboard.press("m")
    page.get_by_test_id("action-net.onlyMarked").click()
    expect(things).to_have_count(1, timeout=30_000)
    page.go_back()
    expect(things).to_have_count(every, timeout=30_000)
    assert [said for said in desk.complaints if "GPU stall" not in said and "WebGL" not in said] == []
