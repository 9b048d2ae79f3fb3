"""Each rule sees its sign, keeps silent where the innocent side explains it, and does not depend on order."""

import random
from collections.abc import Sequence
from datetime import timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.adverts import START, adverts, grouping, key, phone
from palermo.adapters.rules import load
from palermo.indicators import RunReport, run_all
from palermo.model.errors import WrongUse
from palermo.model.findings import Finding
from palermo.model.grouping import Hub
from palermo.model.records import Kind

TABLE = load("indicators")
PICTURE, NEAR, OTHER = "0f1e2d3c4b5a6978", "0f1e2d3c4b5a697b", "ffffffff00000000"
Row = dict[str, object]


def run(
    rows: Sequence[Row],
    rule: str,
    groups: Sequence[Sequence[int]] = (),
    hubs: Sequence[Hub] = (),
    wordings: dict[int, list[list[int]]] | None = None,
) -> list[Finding]:
    """Run one rule over adverts grouped by hand."""
    found = adverts(rows)
    made = run_all({Kind.ADVERTS: found}, grouping(found, groups, hubs, wordings), TABLE, [rule])
    assert [method.ran for method in made.methods if method.id == rule] == [True]
    return list(made.findings)


def row(persona: str, number: int = 1, city: str = "Gent", day: int = 0, **more: object) -> Row:
    """Make an advert."""
    return {"persona": persona, "contact": phone(number), "city": city, "day": day, **more}


def rota(persona: str, number: int, stops: Sequence[tuple[str, int]]) -> list[Row]:
    """Make the adverts of a persona that stands in some cities on some days."""
    return [row(persona, number, city, day) for city, day in stops]


TRIO = [row("Anna"), row("Bella", city="Brugge", day=20), row("Carla", day=40)]


def test_ad01_one_contact_under_several_personas() -> None:
    """AD-01: a contact under three personas in the window makes a finding that names contact, personas, cities and rows."""
    (found,) = run(TRIO, "AD-01")
    assert found.rows == (key(0), key(1), key(2))
    assert found.subjects == ("city:Brugge", "city:Gent", f"contact:{phone(1)}")
    assert all(
        word in found.sentence for word in (phone(1), "3 adverts", "3 personas", "Anna", "Bella", "Carla", "180")
    )
    assert (found.strength, found.kinds) == ("medium", ("adverts",))
    assert dict(found.parameters) == {"least_personas": "3", "window_days": "180"}
    assert len(found.innocent) == 3
    assert any(phone(1) in sentence for sentence in found.not_known)


@pytest.mark.parametrize(
    "rows",
    [
        TRIO[:2],
        [row("Angelika"), row("Angelica"), row("Angélika"), row("Angelika")],
        [row("Anna"), row("Bella", day=100), row("Carla", day=200)],
        [row("Anna"), row("Bella"), row("Carla", 2)],
        [row(""), row(""), row("Anna"), row("Bella")],
    ],
    ids=["two personas", "near spellings", "never in one window", "another contact", "no persona"],
)
def test_ad01_keeps_silent(rows: list[Row]) -> None:
    """AD-01: fewer personas, spellings of one name, and names used one after another make no finding."""
    assert run(rows, "AD-01") == []


def test_ad01_counts_the_days_of_the_window() -> None:
    """AD-01: the last persona must stand within 180 days of the first."""
    early = [row("Anna"), row("Bella", day=90)]
    assert len(run([*early, row("Carla", day=179)], "AD-01")) == 1
    assert run([*early, row("Carla", day=180)], "AD-01") == []


def test_ad01_leaves_hubs_out() -> None:
    """AD-01: a hotline that many unrelated carry makes no finding."""
    assert run(TRIO, "AD-01", hubs=[Hub("contact", phone(1), 9, "")]) == []


def test_ad02_one_picture_under_other_names_and_numbers() -> None:
    """AD-02: a picture, or one two bits from it, under two personas with contacts of their own makes a finding."""
    rows = [row("Anna", 1, images=PICTURE), row("Bella", 2, images=NEAR), row("Carla", 3, images=OTHER)]
    (found,) = run(rows, "AD-02")
    assert found.rows == (key(0), key(1))
    assert f"picture:{PICTURE}" in found.subjects
    assert "2 personas and 2 contacts" in found.sentence
    assert any("copied" in sentence for sentence in found.not_known)


def test_ad02_within_one_group_says_nothing_of_copying() -> None:
    """AD-02: where the adverts hang together by other things, the finding does not say that nothing else joins them."""
    rows = [row("Anna", 1, images=PICTURE), row("Bella", 2, images=PICTURE)]
    (found,) = run(rows, "AD-02", groups=[[0, 1]])
    assert not any("copied" in sentence for sentence in found.not_known)


@pytest.mark.parametrize(
    "second",
    [
        row("Anna", 2, images=PICTURE),
        row("Bella", 1, images=PICTURE),
        row("Bella", 2, images=OTHER),
        {"persona": "Bella", "images": PICTURE},
    ],
    ids=["one name", "one number", "other pictures", "no number"],
)
def test_ad02_keeps_silent(second: Row) -> None:
    """AD-02: one persona, one contact, other pictures or no contact make no finding."""
    assert run([row("Anna", 1, images=PICTURE), second], "AD-02") == []


def test_ad02_leaves_stock_pictures_out() -> None:
    """AD-02: a picture that joins nobody makes no finding."""
    rows = [row("Anna", 1, images=PICTURE), row("Bella", 2, images=PICTURE)]
    assert run(rows, "AD-02", hubs=[Hub("picture", PICTURE, 9, "")]) == []


def test_ad03_one_wording_under_several_contacts() -> None:
    """AD-03: a wording under two contacts and two cities makes a weak finding that quotes it."""
    rows = [row("Anna", 1), row("Bella", 2, "Brugge"), row("Carla", 3)]
    (found,) = run(rows, "AD-03", groups=[[0, 1, 2]], wordings={0: [[0, 1]]})
    assert found.rows == (key(0), key(1))
    assert found.strength == "weak"
    assert "“a shared text […]”" in found.sentence
    assert found.subjects == ("city:Brugge", "city:Gent", f"contact:{phone(1)}", f"contact:{phone(2)}")


@pytest.mark.parametrize(
    "rows",
    [[row("Anna", 1), row("Bella", 1, "Brugge")], [row("Anna", 1), row("Anna", 2)]],
    ids=["one contact", "one city and one persona"],
)
def test_ad03_keeps_silent(rows: list[Row]) -> None:
    """AD-03: one contact, or one persona in one city, makes no finding."""
    assert run(rows, "AD-03", groups=[[0, 1]], wordings={0: [[0, 1]]}) == []


HIDDEN = "call plus three three six three nine nine eight zero zero zero one tonight"


def test_ad04_a_number_written_out_of_reach() -> None:
    """AD-04: a number that three adverts write in words makes a finding with the way it is written."""
    (found,) = run([{"body": HIDDEN, "city": "Gent"} for _ in range(3)], "AD-04")
    assert found.rows == (key(0), key(1), key(2))
    assert "contact:+33639980001" in found.subjects
    assert "words" in found.sentence


@pytest.mark.parametrize(
    "rows",
    [[{"body": HIDDEN}] * 2, [{"body": "call +33639980001"}] * 3, [{"contact": "+33639980001"}] * 3],
    ids=["two adverts", "written plainly", "in its column"],
)
def test_ad04_keeps_silent(rows: list[Row]) -> None:
    """AD-04: a number written plainly, or hidden in two adverts only, makes no finding."""
    assert run(rows, "AD-04") == []


STOPS = [("Gent", 0), ("Brugge", 21), ("Namur", 42), ("Liège", 63), ("Gent", 84), ("Brugge", 105)]
ELSEWHERE = [
    row(f"Other{n}", 100 + n, city, day * 7)
    for n, city in enumerate(("Paris", "Lyon", "Lille", "Madrid", "Berlin", "Amsterdam", "Hamburg", "Bordeaux"))
    for day in range(16)
]
TOGETHER = [*rota("Anna", 1, STOPS), *rota("Bella", 2, [(city, day + 2) for city, day in STOPS]), *ELSEWHERE]
GROUP = [list(range(12))]


def test_ad05_two_personas_on_one_rota() -> None:
    """AD-05: two personas of a group that meet in four cities, which chance hardly gives, make a finding."""
    (found,) = run(TOGETHER, "AD-05", GROUP)
    assert found.rows == tuple(key(n) for n in range(12))
    assert "Anna and Bella met in 4 cities, in 6 of the 6 stays of one of them" in found.sentence
    assert "would be expected to meet in 1.6, and in 6 or more in about one pair in 2,916." in found.sentence
    assert set(found.subjects) == {"city:Gent", "city:Brugge", "city:Namur", "city:Liège"}


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        (TOGETHER, []),
        ([*rota("Anna", 1, STOPS), *rota("Anna", 2, STOPS), *ELSEWHERE], GROUP),
        ([*rota("Anna", 1, STOPS), *rota("Bella", 2, [(city, day + 300) for city, day in STOPS]), *ELSEWHERE], GROUP),
        ([*rota("Anna", 1, STOPS), *rota("Bella", 2, [("Gent", n * 20) for n in range(6)]), *ELSEWHERE], GROUP),
        ([*rota("Anna", 1, STOPS), *rota("Bella", 2, STOPS[:2]), *ELSEWHERE], [list(range(8))]),
    ],
    ids=["no group", "one on tour", "not at the same time", "one stays", "two cities"],
)
def test_ad05_keeps_silent(rows: list[Row], groups: list[list[int]]) -> None:
    """AD-05: one person on tour, the same tour at another time, or a few meetings make no finding."""
    assert run(rows, "AD-05", groups) == []


def test_ad05_two_teams_of_one_group_are_two_rotas() -> None:
    """AD-05: of one group on one round of cities, only those who are in each city at the same time are put together."""
    later = [(city, day + 21) for city, day in STOPS]
    teams = [("Anna", STOPS), ("Bella", STOPS), ("Carla", later), ("Dora", later)]
    rows = [found for n, (name, stops) in enumerate(teams) for found in rota(name, n, stops)]
    made = run(rows, "AD-05", [list(range(24))])
    named = {found.sentence[: found.sentence.index(")")] for found in made}
    assert named == {"2 personas (Anna and Bella", "2 personas (Carla and Dora"}


def test_ad05_words_do_not_count() -> None:
    """AD-05: a text that says somebody is new in town makes no finding, for only movement counts."""
    rows = [row("Anna", 1, "Gent", day, body="new in town, touring") for day in range(6)]
    rows += [row("Bella", 2, "Gent", day, body="new in town, touring") for day in range(6)]
    assert run(rows, "AD-05", [list(range(12))]) == []


def test_ad05_counts_chance_in() -> None:
    """AD-05: where everybody moves between the same few cities, meeting there is chance and makes no finding."""
    crowd = [row(f"Other{n}", 200 + n, city, day + n) for n in range(30) for city, day in STOPS]
    assert run([*TOGETHER[:12], *crowd], "AD-05", GROUP) == []


def test_what_lacks_says_what_it_needs() -> None:
    """Without adverts no rule that is on runs, and each says what data it would need."""
    nothing = adverts([])
    cases: list[dict[Kind, pa.Table]] = [{}, {Kind.ADVERTS: nothing}]
    for tables in cases:
        made = run_all(tables, grouping(nothing, []), TABLE)
        assert made.findings == ()
        assert [method.id for method in made.methods if method.ran] == []
        assert all(method.needs.startswith("Adverts with") for method in made.methods if method.on)


def test_a_column_without_any_value_is_named() -> None:
    """A rule whose column is empty in every advert does not run and names the column."""
    found = adverts([{"contact": phone(1), "city": "Gent"} for _ in range(3)])
    made = {method.id: method for method in run_all({Kind.ADVERTS: found}, grouping(found, []), TABLE).methods}
    assert made["AD-01"].needs.endswith("No advert of this case has: persona.")
    assert made["AD-02"].needs.endswith("No advert of this case has: persona, images.")
    assert (made["AD-03"].ran, made["AD-03"].needs) == (True, "")


def test_the_rule_that_is_off_says_why() -> None:
    """AD-04 runs only when a person turns it on, and else says why it is off."""
    found = adverts([{"body": HIDDEN} for _ in range(3)])
    made = run_all({Kind.ADVERTS: found}, grouping(found, []), TABLE)
    (off,) = [method for method in made.methods if not method.on]
    assert (off.id, off.ran, off.findings) == ("AD-04", False, 0)
    assert "United States" in off.note
    assert made.findings == ()


def test_an_unknown_rule_is_wrong_use() -> None:
    """Turning on a rule there is not is told in words that name those there are."""
    with pytest.raises(WrongUse, match="AD-99"):
        run_all({}, grouping(adverts([]), []), TABLE, ["AD-99"])


def test_a_rule_reads_only_the_columns_it_names() -> None:
    """Values in columns that a rule does not name change nothing in its findings."""
    more = {"price": None, "site": "https://one.example", "url": "https://one.example/1", "country": "BE"}
    plain, laden = (run([{**each, **extra} for each in TRIO], "AD-01") for extra in ({}, more))
    assert plain == laden


ALL = [
    *[{**each, "images": PICTURE} for each in TOGETHER[:12]],
    *({**each, "contact": phone(7)} for each in TRIO),
    *ELSEWHERE[:40],
]


def report(order: Sequence[int]) -> RunReport:
    """Run every rule over the mixed adverts in some order."""
    found = adverts(ALL)
    grouped = grouping(found, [range(12), range(12, 15)], wordings={0: [list(range(0, 12, 2))]})
    return run_all(
        {Kind.ADVERTS: found.take(list(order))}, grouped, TABLE, ["AD-01", "AD-02", "AD-03", "AD-04", "AD-05"]
    )


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(dice: random.Random) -> None:
    """Findings, their sentences and their ids are the same whatever the order of the rows."""
    order = list(range(len(ALL)))
    dice.shuffle(order)
    made = report(order)
    assert made == report(range(len(ALL)))
    assert {found.rule for found in made.findings} >= {"AD-01", "AD-02", "AD-05"}
    assert list(made.findings) == sorted(made.findings, key=lambda found: (found.rule, found.id))


def test_days_are_counted_from_the_posting() -> None:
    """A sentence gives the first and the last day on which its adverts stood."""
    (found,) = run([*TRIO[:2], {**TRIO[2], "seen_at": START + timedelta(days=45)}], "AD-01")
    assert "1 January 2024" in found.sentence
    assert "10 February 2024" in found.sentence
