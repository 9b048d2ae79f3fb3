"""What a lead's adverts share is told on reading, from its own adverts and from nothing kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.model.errors import NotFound, WrongUse
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk
from workbench.test_analysing import write
from workbench.test_histories import CITIES, NAMES, changing, others

NewDesk = Callable[[str], OpenDesk]


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """Give the text of every advert of the group, by its id."""
    return {row["advert_id"]: row["body"] for row in changing()}


@pytest.fixture
def desk(new_desk: NewDesk, tmp_path: Path) -> OpenDesk:
    """Give the desk of an analysed case that holds the group among lone advertisers."""
    made = new_desk("shared")
    made.add([write(tmp_path / "c.csv", [*changing(), *others()])], AddWish())
    made.analyse()
    return made


def test_a_lead_is_told_by_its_templates_and_slots(desk: OpenDesk) -> None:
    """The sentence counts the group's adverts; a slot says its kind and what stood there how often, and fits its template."""
    told = desk.lead_wordings("L-1")
    assert told.sentence.startswith(f"120 adverts over {len(CITIES)} cities and 2 sites share ")
    (wording,) = told.wordings
    assert (told.wordings_in_all, wording.wording, wording.adverts, told.apart) == (1, 1, 120, 0)
    assert [part.slot for part in wording.template if part.slot] == [slot.slot for slot in wording.slots]
    kinds = {slot.kind: slot for slot in wording.slots}
    assert {filler.text: filler.adverts for filler in kinds["persona"].fillers} == dict.fromkeys(NAMES, 30)
    assert {filler.text for filler in kinds["city"].fillers} == set(CITIES)
    assert {filler.text for filler in kinds["contact"].fillers} == {"0639980101", "0639980102"}
    assert all(slot.filled + slot.empty == 120 for slot in wording.slots)


def test_the_pages_hold_each_advert_once_and_word_for_word(desk: OpenDesk, bodies: dict[str, str]) -> None:
    """Fifty a page, oldest first, in the order in which they stand side by side; joined stretches are the text."""
    pages = [desk.lead_wordings("L-1", page=n) for n in (1, 2, 3, 4)]
    assert [len(page.adverts) for page in pages] == [50, 50, 20, 0]
    assert {(page.size, page.of) for page in pages} == {(50, 120)}
    laid = [advert for page in pages for advert in page.adverts]
    assert {advert.advert_id: "".join(part.text for part in advert.parts).strip() for advert in laid} == {
        name: body.strip() for name, body in bodies.items()
    }
    assert [advert.row for advert in laid] == [advert.row for advert in desk.lead_adverts("L-1", limit=200).adverts]
    for n in (0, -1):
        with pytest.raises(WrongUse):
            desk.lead_wordings("L-1", page=n)


def test_reading_is_on_the_record_and_what_is_not_there_is_not_found(desk: OpenDesk) -> None:
    """The record says whose wordings were looked at and which page."""
    desk.lead_wordings("L-1", page=2)
    entry = desk.record(action="read-wordings").entries[0]
    assert "L-1" in entry.subjects
    assert entry.text == {"page": "2"}
    with pytest.raises(NotFound):
        desk.lead_wordings("L-99")


def test_what_is_erased_is_not_told(desk: OpenDesk) -> None:
    """A row erased is gone from slots, counts and pages at once, without another analysis."""
    first = desk.lead_wordings("L-1").adverts[0]
    desk.erase(order="2023/9", row=first.row)
    left = desk.lead_wordings("L-1")
    assert left.of == 119
    assert first.row not in {advert.row for advert in left.adverts}
