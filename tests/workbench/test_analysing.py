"""The same data gives the same findings and leads, byte for byte, however it came in and whatever no rule may read."""

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.training import make_case
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk

HEADER = ["advert_id", "site", "posted_at", "title", "body", "persona", "contact", "city", "country", "nationality"]
NewDesk = Callable[[str], OpenDesk]


def adverts() -> list[dict[str, str]]:
    """Make adverts of two organised groups and some lone advertisers, from invented phrases."""
    cities = ["Gent", "Brussel", "Antwerpen", "Leuven", "Charleroi"]
    phrases = [
        "calm hands after a long day",
        "a quiet flat near the station",
        "tea and soft light",
        "an hour that is yours",
    ]
    rows = []
    for group, (names, numbers) in enumerate(
        [
            (["Fleur", "Roos", "Iris", "Linde"], ["0639980101", "0639980102"]),
            (["Ambre", "Perle", "Opale"], ["0639980201", "0639980202"]),
        ]
    ):
        for week in range(12):
            for at, name in enumerate(names):
                city = cities[(week // 2 + group) % len(cities)]
                number = numbers[(week + at) % len(numbers)]
                body = f"{name} welcomes you in {city} for {phrases[group]}, {phrases[group + 1]}; ring {number}. Chinese tea is served."
                day = 1 + (week * 7 + at) % 28
                rows.append(
                    {
                        "advert_id": f"A{group}-{week}-{at}", "site": "one.example", "posted_at": f"2021-{1 + week // 4:02d}-{day:02d}T12:00:00Z",
                        "title": f"{name} in {city}", "body": body, "persona": name, "contact": number, "city": city, "country": "BE",
                        "nationality": "AA",
                    }
                )  # fmt: skip
    for lone in range(15):
        body = (
            f"Independent, number {lone * 37 % 11} on the {['left', 'right', 'corner'][lone % 3]}; {phrases[lone % 4]}."
        )
        rows.append(
            {
                "advert_id": f"L{lone}", "site": "two.example", "posted_at": f"2021-02-{1 + lone:02d}T09:00:00Z", "title": "Hello",
                "body": body, "persona": f"Solo{lone}", "contact": f"06399803{lone:02d}", "city": cities[lone % 5], "country": "BE",
                "nationality": "BB",
            }
        )  # fmt: skip
    return rows


def write(path: Path, rows: list[dict[str, str]], header: list[str] | None = None) -> Path:
    """Write rows as CSV with the columns in the order of `header`."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header or HEADER)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), "utf-8")
    return path


def digest_of(desk: OpenDesk, *paths: Path) -> str:
    """Add files, analyse, and give the digest of all findings and leads."""
    report = desk.add(paths, AddWish())
    assert not any(file.refused or file.set_aside for file in report.files), report
    return desk.analyse().digest


def stripped(desk: OpenDesk) -> str:
    """Give findings and leads as JSON, without what depends on where rows stood."""
    from dataclasses import asdict

    plain = [asdict(lead) for lead in desk.all_leads()]
    for lead in plain:
        for finding in lead["findings"]:
            finding["rows"] = [row["row"] for row in finding["rows"]]
    return json.dumps(plain, sort_keys=True)


@pytest.fixture
def plain(new_desk: NewDesk, tmp_path: Path) -> tuple[str, str]:
    """Give digest and leads of the adverts as they are."""
    desk = new_desk("plain")
    digest = digest_of(desk, write(tmp_path / "plain.csv", adverts()))
    assert desk.leads().of >= 2, "the groups are found, so that the comparisons below compare something"
    return digest, stripped(desk)


def test_rows_in_another_order_give_the_same_bytes(plain: tuple[str, str], new_desk: NewDesk, tmp_path: Path) -> None:
    """Shuffled rows and shuffled columns change no finding and no lead."""
    rows = adverts()
    random.Random(5).shuffle(rows)
    desk = new_desk("shuffled")
    assert digest_of(desk, write(tmp_path / "s.csv", rows, sorted(HEADER))) == plain[0]
    assert stripped(desk) == plain[1]


def test_a_file_split_in_ten_gives_the_same_bytes(plain: tuple[str, str], new_desk: NewDesk, tmp_path: Path) -> None:
    """Ten files instead of one, with rows repeated between them, change no finding and no lead."""
    rows = adverts()
    parts = [write(tmp_path / f"p{at}.csv", [*rows[at::10], rows[0]]) for at in range(10)]
    desk = new_desk("split")
    assert digest_of(desk, *parts) == plain[0]
    assert stripped(desk) == plain[1]


def test_protected_columns_and_words_exchanged_give_the_same_bytes(
    plain: tuple[str, str], new_desk: NewDesk, tmp_path: Path
) -> None:
    """With every nationality changed, in its column and in the texts, not a byte of findings and leads is another."""
    rows = [row | {"nationality": "QQ", "body": row["body"].replace("Chinese", "Norwegian")} for row in adverts()]
    desk = new_desk("swapped")
    assert digest_of(desk, write(tmp_path / "w.csv", rows)) == plain[0]
    assert stripped(desk) == plain[1]


def test_analysing_twice_changes_nothing_and_keeps_handles(new_desk: NewDesk, tmp_path: Path) -> None:
    """A second analysis of the same case gives the same leads under the same handles."""
    desk = new_desk("twice")
    digest_of(desk, write(tmp_path / "a.csv", adverts()))
    first = stripped(desk)
    assert desk.analyse().new_leads == 0
    assert stripped(desk) == first


def test_a_handle_stays_with_its_group_as_it_grows(new_desk: NewDesk, tmp_path: Path) -> None:
    """More adverts of a group give a new lead id under the old handle, with an event; a decision says that the group changed."""
    desk = new_desk("grows")
    rows = adverts()
    digest_of(desk, write(tmp_path / "a.csv", rows[:44] + rows[48:]))
    before = {line.handle: line.id for line in desk.leads().leads}
    desk.decide("L-1", "more", reason="who rents the flat?")
    digest_of(desk, write(tmp_path / "b.csv", rows))
    after = {line.handle: line.id for line in desk.leads().leads}
    assert set(before) == set(after)
    assert before != after
    changed = [lead for lead in desk.all_leads() if lead.id != before[lead.handle]]
    assert all(lead.events for lead in changed)
    decided = next(lead for lead in desk.all_leads() if lead.handle == "L-1")
    assert decided.decisions[0].group_changed == (decided.id != before["L-1"])


def test_no_lead_stands_on_one_person(new_desk: NewDesk, tmp_path: Path) -> None:
    """One advertiser who tours with one name and one number is no lead, however many adverts there are."""
    rows = [
        {
            "advert_id": f"T{at}", "site": "one.example", "posted_at": f"2021-03-{1 + at:02d}T09:00:00Z", "title": "Fleur on tour",
            "body": f"Fleur is in {city} this week, with calm hands and tea; ring 0639980444.", "persona": "Fleur",
            "contact": "0639980444", "city": city, "country": "BE", "nationality": "AA",
        }
        for at, city in enumerate(["Gent", "Brussel", "Antwerpen", "Leuven", "Charleroi", "Neufchâteau"] * 4)
    ]  # fmt: skip
    desk = new_desk("tour")
    digest_of(desk, write(tmp_path / "t.csv", rows))
    assert desk.leads().of == 0


def test_without_adverts_it_says_what_data_each_method_would_need(new_desk: NewDesk) -> None:
    """An empty case is analysed without error: nothing ran, and each method says what it would need."""
    report = new_desk("empty").analyse()
    assert report.leads == 0
    assert all(method.needs for method in report.methods if method.on)


def test_overdue_sources_are_left_out_until_reviewed(new_desk: NewDesk, tmp_path: Path) -> None:
    """Rows of a source whose review date has passed are read by no method; a person's word brings them back, unlost."""
    desk = new_desk("overdue")
    sheet = tmp_path / "s.yaml"
    sheet.write_text("authority: Court of Gent\norder: 12/2020\nreview_by: 2023-01-31\n", "utf-8")
    path = write(tmp_path / "a.csv", adverts())
    desk.add([path], AddWish(source=sheet))
    assert desk.analyse().leads == 0
    assert desk.sources()[0].restricted
    desk.review_source("S-1", keep_until="2024-01-31", reason="the inquiry goes on")
    assert desk.analyse().leads >= 2


def test_a_small_training_case_gives_leads_whose_rows_open(new_desk: NewDesk, tmp_path: Path) -> None:
    """From messy exports to leads: each finding's first row opens to the cells that stood in the file."""
    desk = new_desk("training")
    made = make_case(3, "small")
    paths = []
    for name, data in made.files.items():
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)
    desk.add(paths, AddWish())
    desk.analyse()
    leads = desk.all_leads()
    assert leads
    for lead in leads:
        for finding in lead.findings:
            shown = desk.row(finding.rows[0].row)
            assert finding.id in shown.findings
            assert any(cell.value for cell in shown.sightings[0].cells)
