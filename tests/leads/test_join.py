"""Findings about one group become one lead; no lead is on one person or on friends who share a number."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.adverts import adverts, grouping, key, phone, table
from palermo.adapters.rules import load
from palermo.leads import Linked, join, link
from palermo.model.findings import Finding, Lead, Level
from palermo.model.records import Kind

TABLE = load("levels")
Row = dict[str, object]


def row(persona: str, number: int = 1, city: str = "Gent", day: int = 0) -> Row:
    """Make an advert."""
    return {"persona": persona, "contact": phone(number), "city": city, "day": day}


def finding(rule: str, rows: Sequence[int], strength: str = "medium", sentence: str = "Seen.") -> Finding:
    """Make a finding about some rows."""
    return Finding(rule, "1", (), tuple(sorted(key(n) for n in rows)), sentence, (), strength, ("adverts",))


def leads(
    rows: Sequence[Row],
    findings: Sequence[Finding] | None = None,
    groups: Sequence[Sequence[int]] | None = None,
    wordings: Mapping[int, Sequence[Sequence[int]]] | None = None,
    more: Mapping[Kind, pa.Table] | None = None,
) -> tuple[Lead, ...]:
    """Join findings about adverts; one group of all rows and one finding on it where none is given."""
    found, every = adverts(rows), range(len(rows))
    grouped = grouping(found, [every] if groups is None else groups, wordings=wordings)
    made = [finding("AD-01", every)] if findings is None else findings
    return join(made, grouped, {Kind.ADVERTS: found, **(more or {})}, TABLE)


def beside(*names: str, own: bool = False, cities: Sequence[str] = ("Gent",)) -> list[Row]:
    """Make adverts of personas side by side for three months, on one number and, if so, on one of their own too."""
    made = []
    for month in range(3):
        for n, name in enumerate(names):
            city = cities[n % len(cities)]
            made += [row(name, 1, city, month * 28)] + ([row(name, 10 + n, city, month * 28 + 1)] if own else [])
    return made


TRIO = beside("Anna", "Bella", "Carla")


def test_a_group_of_several_personas_makes_one_lead() -> None:
    """All findings about one group are one lead, which lists every advert and contact of it."""
    findings = [finding("AD-03", [0, 1], "weak"), finding("AD-01", range(9)), finding("AD-01", [0, 1, 2])]
    (lead,) = leads(TRIO, findings)
    assert [found.rule for found in lead.findings] == ["AD-01", "AD-01", "AD-03"]
    assert lead.rows == tuple(key(n) for n in range(9))
    assert lead.group.adverts == tuple(f"A-{n}" for n in range(9))
    assert lead.group.contacts == (phone(1),)
    assert lead.title.startswith("9 adverts under 3 personas and 1 contact in Gent between 1 January 2024 and")


@pytest.mark.parametrize(
    "rows",
    [
        beside("Anna"),
        beside("Angelika", "Angelica", "Angélika"),
        [row(name, 1, "Gent", 28 * n) for n, name in enumerate(("Anna", "Anna", "Bella", "Bella", "Carla", "Carla"))],
        beside("Anna", "Bella"),
        beside("Anna", "Bella", "Carla", own=True),
        beside("Anna", "Bella", "Carla", "Dora", own=True),
        beside("", "", ""),
    ],
    ids=[
        "one persona",
        "spellings of one",
        "one at a time",
        "two names of one",
        "three friends",
        "four friends",
        "none",
    ],
)
def test_no_lead_on_one_person_or_on_friends(rows: list[Row]) -> None:
    """One persona, one at a time, two names that share all, and friends who share only a number make no lead."""
    assert leads(rows) == ()


def test_two_friends_who_share_a_number_make_no_lead() -> None:
    """Two personas with a number and texts of their own who share one number at the door make no lead."""
    assert leads(beside("Anna", "Bella", own=True, cities=("Gent", "Brugge"))) == ()


@pytest.mark.parametrize(
    ("rows", "findings", "wordings"),
    [
        (beside("Anna", "Bella", cities=("Gent", "Brugge")), None, None),
        (beside("Anna", "Bella", "Carla", "Dora", "Emma", own=True), None, None),
        (beside("Anna", "Bella", "Carla", own=True), [finding("AD-05", range(18))], None),
        (beside("Anna", "Bella", "Carla", own=True), None, {0: [[0, 2, 4]]}),
    ],
    ids=["in two cities at once", "five who share", "they move together", "they share a wording"],
)
def test_more_than_a_shared_number_makes_a_lead(
    rows: list[Row], findings: list[Finding] | None, wordings: dict[int, list[list[int]]] | None
) -> None:
    """Where personas stand apart, are many, move together or share a wording, there is a lead."""
    assert len(leads(rows, findings, wordings=wordings)) == 1


def copied(many: int) -> list[Row]:
    """Make personas side by side, each on a number of its own alone."""
    return [row(f"{'ABCDE'[n]}na", 10 + n, "Gent", month * 28) for month in range(3) for n in range(many)]


WORDING = finding("AD-03", range(6), "weak")


@pytest.mark.parametrize("many", [2, 3, 4])
def test_no_lead_on_people_who_copied_a_text(many: int) -> None:
    """Up to four personas with contacts of their own make no lead where nothing but a wording is shared."""
    assert leads(copied(many), [WORDING], wordings={0: [range(3 * many)]}) == ()


@pytest.mark.parametrize(
    ("rows", "findings"),
    [
        (copied(5), [WORDING]),
        (copied(3), [WORDING, finding("AD-02", range(6))]),
        (copied(3), [WORDING, finding("AD-05", range(6))]),
        ([*copied(3), row("Ana", 11, "Gent", 2)], [WORDING]),
    ],
    ids=["five", "a picture too", "a rota too", "a number too"],
)
def test_more_than_a_copied_text_makes_a_lead(rows: list[Row], findings: list[Finding]) -> None:
    """Five personas, or a picture, a rota or a number beside the wording, make a lead."""
    assert len(leads(rows, findings, wordings={0: [range(len(rows))]})) == 1


def test_a_group_without_findings_makes_no_lead() -> None:
    """No finding, no lead; and a finding about rows in no group makes none."""
    assert leads(TRIO, []) == ()
    assert leads(TRIO, groups=[]) == ()
    assert join([], grouping(adverts([]), []), {}, TABLE) == ()


def test_a_finding_over_two_groups_is_joined_to_both() -> None:
    """A finding that reaches over several groups stands in the lead of each."""
    rows = [*TRIO, *({**each, "contact": phone(2)} for each in TRIO)]
    found = leads(rows, [finding("AD-02", [0, 9])], [range(9), range(9, 18)])
    assert [len(lead.findings) for lead in found] == [1, 1]


def test_leads_stand_in_the_order_of_their_levels() -> None:
    """The strongest level comes first, then the most adverts."""
    rows = [{**each, "contact": phone(n)} for n in range(3) for each in TRIO] + [row("Anna", 2, day=1)]
    findings = [
        finding("AD-03", range(9), "weak"),
        finding("AD-01", range(9, 18)),
        finding("AD-01", range(18, 28)),
        finding("AD-05", range(9, 18)),
    ]
    found = leads(rows, findings, [range(9), range(9, 18), range(18, 28)])
    assert [(lead.level, len(lead.rows)) for lead in found] == [
        (Level.STRONG, 9), (Level.WORTH_A_LOOK, 10), (Level.WEAK, 9),
    ]  # fmt: skip


def test_elements_quote_the_broadest_finding_of_each_rule() -> None:
    """Each rule says once what it bears on, with its broadest finding, and nothing bears on means."""
    findings = [finding("AD-01", [0, 1], sentence="Narrow."), finding("AD-01", range(9), sentence="Broad.")]
    (lead,) = leads(TRIO, findings)
    assert set(lead.elements) == {"act", "means", "purpose"}
    assert lead.elements["means"] == ()
    assert [text.endswith("Broad.") for name in ("act", "purpose") for text in lead.elements[name]] == [True, True]


def stays(*contacts: str) -> pa.Table:
    """Make a stay under each contact."""
    common = {"city": "Gent", "check_in": date(2024, 1, 2), "check_out": date(2024, 1, 4)}
    return table(
        Kind.STAYS,
        ({**common, "stay_id": f"B-{n}", "venue": f"Hotel {9 - n}", "account": f"BE0{n}", "contact": contact}
         for n, contact in enumerate(contacts)),
    )  # fmt: skip


def test_what_is_not_known_follows_from_what_the_case_lacks() -> None:
    """What is absent is asked for with the group's own cities, what does not meet the group is told, means come last."""
    (bare,) = leads(TRIO)
    assert bare.not_known[0].startswith("No bookings are in the case for Gent between 1 January 2024")
    assert len(bare.not_known) == 6
    assert "means" in bare.not_known[-1]
    (unlinked,) = leads(TRIO, more={Kind.STAYS: stays(phone(5))})
    assert unlinked.not_known[0] == "Stays are in the case, but none shares a contact with this group."
    (linked,) = leads(TRIO, more={Kind.STAYS: stays(phone(1))})
    assert len(linked.not_known) == 5


def test_records_from_other_hands_raise_the_level() -> None:
    """Two signs of medium strength are strong where stays share a contact, and worth a look where none does."""
    findings = [finding("AD-01", range(9)), finding("AD-02", range(9))]
    assert [lead.level for lead in leads(TRIO, findings)] == [Level.WORTH_A_LOOK]
    assert [lead.level for lead in leads(TRIO, findings, more={Kind.STAYS: stays(phone(1))})] == [Level.STRONG]


PERSONS = table(
    Kind.PERSONS,
    [{"record_id": "P-9", "phone": phone(1)}, {"record_id": "4", "phone": phone(2)}, {"record_id": "P-5"}],
)
ACCOUNTS = table(Kind.ACCOUNTS, [{"account": "FR76", "contact": phone(2)}, {"account": "FR77", "contact": phone(3)}])


def test_what_shares_a_contact_is_listed_whole_and_sorted() -> None:
    """Venues, accounts and persons of a group's contacts are listed whole and sorted, and of no other contact."""
    tables = {Kind.STAYS: stays(phone(1), phone(3), phone(2)), Kind.PERSONS: PERSONS, Kind.ACCOUNTS: ACCOUNTS}
    found = link([phone(2), phone(1)], tables)
    assert found.venues == ("Hotel 7", "Hotel 9")
    assert found.accounts == ("BE00", "BE02", "FR76")
    assert found.persons == ("P-4", "P-9")
    assert found.kinds == (Kind.ACCOUNTS, Kind.PERSONS, Kind.STAYS)
    (lead,) = leads(TRIO, more=tables)
    assert (lead.group.venues, lead.group.accounts, lead.group.persons) == (("Hotel 9",), ("BE00",), ("P-9",))


def test_rows_without_a_contact_are_linked_to_nobody() -> None:
    """An empty contact meets nothing, and without tables nothing is linked."""
    assert link([""], {Kind.PERSONS: PERSONS}) == Linked()
    assert link([phone(1)], {}) == Linked()


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_and_findings_changes_nothing(dice: random.Random) -> None:
    """Leads are the same whatever the order of the rows and of the findings."""
    found = adverts([*TRIO, *({**each, "contact": phone(2)} for each in TRIO)])
    grouped = grouping(found, [range(9), range(9, 18)])
    findings = [finding("AD-01", range(9)), finding("AD-02", [0, 9]), finding("AD-01", range(9, 18), sentence="Other.")]
    tables = {Kind.STAYS: stays(phone(2), phone(1)), Kind.PERSONS: PERSONS}
    expected = join(findings, grouped, {Kind.ADVERTS: found, **tables}, TABLE)
    order = list(range(found.num_rows))
    dice.shuffle(order)
    dice.shuffle(findings)
    mixed = {kind: each.take(list(reversed(range(each.num_rows)))) for kind, each in tables.items()}
    assert len(expected) == 2
    assert join(findings, grouped, {Kind.ADVERTS: found.take(order), **mixed}, TABLE) == expected
