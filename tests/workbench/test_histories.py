"""Every lead's group is told over time when the methods run; what is found is added to leads and makes none."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from fakes.adverts import adverts, grouping, key, phone
from palermo.adapters.sqlite import results
from palermo.adverts import read_all
from palermo.kit.canon import canonical_json
from palermo.model.errors import NotFound
from palermo.model.findings import Group, Lead, Level
from palermo.model.grouping import Grouping, Hub
from palermo.workbench.adding import AddWish
from palermo.workbench.histories import as_plain, tell_leads
from palermo.workbench.open_desk import OpenDesk
from workbench.test_analysing import write

NewDesk = Callable[[str], OpenDesk]
CITIES = ["Gent", "Brussel", "Antwerpen", "Leuven"]
NAMES = ["Fleur", "Roos", "Iris", "Linde"]


def changing() -> list[dict[str, str]]:
    """Make the adverts of one group that changes its number in May and its text in June, on two sites."""
    rows = []
    for week in range(30):
        for at, name in enumerate(NAMES):
            number = "0639980101" if week < 17 else "0639980102"
            city = CITIES[week // 2 % len(CITIES)]
            tail = "closed on sunday mornings" if week >= 22 else ""
            body = f"{name} welcomes you in {city} for calm hands after a long day, tea and soft light; ring {number}. {tail}"
            month, day = divmod(week * 7 + at, 28)
            rows.append(
                {
                    "advert_id": f"C{week}-{at}", "site": ("one.example", "two.example")[week % 2], "title": f"{name} in {city}",
                    "posted_at": f"2021-{1 + month:02d}-{1 + day:02d}T{9 + at:02d}:30:00Z", "body": body, "persona": name,
                    "contact": number, "city": city, "country": "BE", "nationality": "AA",
                }
            )  # fmt: skip
    return rows


def others() -> list[dict[str, str]]:
    """Make lone advertisers, so that the words of a text have something to be measured against."""
    words = [
        "left",
        "right",
        "corner",
        "upper",
        "lower",
        "middle",
        "garden",
        "harbour",
        "market",
        "bridge",
        "tower",
        "square",
    ]
    return [
        {
            "advert_id": f"L{n}", "site": "two.example", "posted_at": f"2021-02-{1 + n:02d}T09:00:00Z", "title": "Hello",
            "body": f"On the {words[n]} by the {words[n - 5]}, past the {words[n - 3]}.", "persona": f"Solo{n}",
            "contact": f"06399803{n:02d}", "city": CITIES[n % 4], "country": "BE", "nationality": "BB",
        }
        for n in range(len(words))
    ]  # fmt: skip


@pytest.fixture
def desk(new_desk: NewDesk, tmp_path: Path) -> OpenDesk:
    """Give the desk of an analysed case that holds the group."""
    made = new_desk("changing")
    made.add([write(tmp_path / "c.csv", [*changing(), *others()])], AddWish())
    made.analyse()
    return made


def test_a_lead_is_told_over_time_and_over_sites(desk: OpenDesk) -> None:
    """Birth, months, sites, cities, drift, reposts and replaced numbers are kept with the lead, each with a row to open."""
    lead = desk.lead("L-1")
    history = desk.lead_history("L-1")
    assert history.missing == ""
    assert (history.adverts, history.first) == (120, "2021-01-01")
    assert sum(month.adverts for month in history.months) == 120
    assert [site.name for site in history.sites] == ["one.example", "two.example"]
    assert {city.name for city in history.cities} == set(CITIES)
    assert any("closed on sunday mornings" in change.new for change in history.changes)
    assert history.chains_in_all >= 1
    (replaced,) = history.replaced
    assert (replaced.old, replaced.new) == ("0639980101", "0639980102")
    (found,) = [finding for finding in lead.findings if finding.rule == "AH-01"]
    assert (replaced.finding, replaced.sentence) == (found.id, found.sentence)
    assert found.name == "Numbers that replaced one another"
    assert found.basis == "the program's own; no source names it"
    rows = [history.row, *(site.row for site in history.sites), *(change.row for change in history.changes)]
    for row in {*rows, *history.chains[0].rows}:
        assert desk.row(row).sightings


def test_the_finding_is_on_the_record_of_methods(desk: OpenDesk) -> None:
    """The method is told among the others, with how many findings it made; without adverts it says what it would need."""
    told = {way.id: way for way in desk.case().methods}
    assert (told["AH-01"].ran, told["AH-01"].findings) == (True, 1)


def test_without_adverts_the_method_says_what_it_needs(new_desk: NewDesk) -> None:
    """An empty case says what the history of groups would need."""
    told = {way.id: way for way in new_desk("empty").analyse().methods}
    assert not told["AH-01"].ran
    assert told["AH-01"].needs


def test_a_lone_advertiser_who_changes_number_is_no_lead(new_desk: NewDesk, tmp_path: Path) -> None:
    """Innocent: one persona with a new number makes no lead, so nothing is said of the change at all."""
    rows = [row | {"persona": "Fleur", "title": "Fleur", "body": row["body"].replace(row["persona"], "Fleur")}
            for row in changing()[::4]]  # fmt: skip
    lone = new_desk("lone")
    lone.add([write(tmp_path / "l.csv", [*rows, *others()])], AddWish())
    report = lone.analyse()
    assert report.leads == 0
    assert lone.leads().of == 0


def hand_made() -> tuple[Lead, Grouping, pa.Table]:
    """Make a lead on a group in which one number took another's place, and all it is told from."""
    made = adverts(
        {
            "persona": "Anna",
            "contact": phone(1 + (n > 19)),
            "city": "Gent",
            "day": n * 4,
            "body": "soft light and tea at six",
        }
        for n in range(40)
    )
    grouped = grouping(made, [range(40)], wordings={0: [list(range(40))]})
    rows = tuple(key(n) for n in range(40))
    return Lead("A lead.", Level.WEAK, Group(), rows, (), (), {}), grouped, made


def test_what_is_found_changes_no_level_and_makes_no_lead() -> None:
    """A lead keeps its level and everything else; a group without a lead gets none, whatever its numbers did."""
    lead, grouped, made = hand_made()
    told = tell_leads([lead], made, grouped)
    (after,) = told.leads
    assert [found.rule for found in after.findings] == ["AH-01"]
    assert replace(after, findings=()) == lead
    assert tell_leads([], made, grouped).leads == ()


def test_the_same_rows_in_any_order_are_told_with_the_same_bytes() -> None:
    """Neither the order of rows nor that of leads changes a byte of what is kept."""
    lead, grouped, made = hand_made()
    turned = made.take(list(reversed(range(made.num_rows))))
    first, second = (tell_leads([lead], table, grouped) for table in (made, turned))
    assert [canonical_json(as_plain(one)) for one in first.histories] == [
        canonical_json(as_plain(one)) for one in second.histories
    ]
    assert first.leads == second.leads
    assert json.loads(canonical_json(as_plain(first.histories[0])))["replaced"]


def test_a_lead_whose_group_is_gone_says_so() -> None:
    """A lead whose rows are no group of the grouping is kept as it is, and its history says why there is none."""
    lead, grouped, made = hand_made()
    other = replace(lead, rows=lead.rows[:5])
    told = tell_leads([other], made, grouped)
    assert told.leads == (other,)
    assert "no longer one group" in told.histories[0].missing


def test_hubs_are_no_replaced_numbers() -> None:
    """A hotline that joins nobody takes no number's place and makes no repost."""
    _, grouped, made = hand_made()
    assert read_all(made).values(key(0)) == (phone(1),)
    hub = Hub("contact", phone(2), 9, "a hotline")
    lead, *_ = hand_made()
    told = tell_leads([lead], made, replace(grouped, hubs=(hub,)))
    assert told.leads[0].findings == ()


def test_a_case_analysed_before_histories_were_told_asks_for_another_run(desk: OpenDesk) -> None:
    """A lead kept without a history says what to do; one that is not there is not found."""
    with desk.session.writing() as db:
        lead = results.one_lead(db, "L-1")
        body = {name: value for name, value in lead.body.items() if name != "history"}
        results.replace_leads(db, [(replace(lead, body=body), [])])
    assert desk.lead_history("L-1").missing.endswith("Analyse again.")
    with pytest.raises(NotFound):
        desk.lead_history("L-99")


def test_erasing_a_row_takes_the_history_with_it(desk: OpenDesk) -> None:
    """When a row a lead rested on is erased, its history goes too until the case is analysed again."""
    row = desk.lead_history("L-1").row
    desk.erase(order="2023/9", row=row)
    left = desk.lead_history("L-1")
    assert "erased" in left.missing
    assert (left.months, left.sentences, left.replaced) == ([], [], [])
