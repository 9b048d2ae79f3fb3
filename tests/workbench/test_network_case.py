"""The link graph of a case: made from rows alone, told by access, kept until the case changes, and compared under handling codes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from palermo.access import Actor
from palermo.model.errors import NotFound, Refused, WrongUse
from palermo.model.ids import ActorId
from palermo.workbench.adding import AddWish
from palermo.workbench.network_views import ChartWish
from palermo.workbench.open_desk import OpenDesk

Write = Callable[[str, str], Path]

BOSS, SHOP = "ACC-BOSS", "ACC-SHOP"


def stays(guests: int, payer: str = BOSS, venue: str = "Hotel Linde") -> str:
    """Write stays that one account paid for several guests, each with a document and a phone of her own."""
    rows = [
        f"S-{payer}-{n}-{m},{venue} {m},hotel,Gent,BE,2021-03-{1 + n:02d},2021-03-{3 + n:02d},Guest {n},X{payer}{n},{payer},+3363998{n:04d}"
        for n in range(guests)
        for m in range(2)
    ]
    header = "stay_id,venue,venue_kind,city,country,check_in,check_out,guest,document_no,payer,contact"
    return "\n".join([header, *rows]) + "\n"


def payments(*pairs: tuple[str, str]) -> str:
    """Write payments of one day after another."""
    rows = [f"P-{n},2021-04-{1 + n % 28:02d}T10:00:00Z,50,EUR,{a},{a},{b},{b}" for n, (a, b) in enumerate(pairs)]
    header = "payment_id,booked_at,amount,currency,from_account,from_name,to_account,to_name"
    return "\n".join([header, *rows]) + "\n"


def persons(*rows: tuple[str, str, str]) -> str:
    """Write persons with a document and a phone."""
    return "record_id,name,document_no,phone\n" + "".join(f"{a},Name {a},{b},{c}\n" for a, b, c in rows)


def take(desk: OpenDesk, *paths: Path, sheet: str = "") -> OpenDesk:
    """Add files to a case, none of whose rows is set aside."""
    source = paths[0].with_suffix(".yaml")
    if sheet:
        source.write_text(sheet, "utf-8")
    report = desk.add(paths, AddWish(source=source) if sheet else AddWish())
    assert not any(file.refused or file.set_aside for file in report.files), report
    return desk


def calls(*pairs: tuple[str, str]) -> str:
    """Write calls."""
    rows = "".join(f"{a},{b},2021-05-{1 + n % 28:02d}T10:00:00Z,60,voice\n" for n, (a, b) in enumerate(pairs))
    return "caller,callee,started_at,duration_s,kind\n" + rows


@pytest.fixture
def held(desk: OpenDesk, write: Write) -> OpenDesk:
    """Give a case with stays that one account paid for four guests, payments into that account, and the guests' records."""
    people = [(f"P-{n}", f"X{BOSS}{n}", f"+3363998{n:04d}") for n in range(4)]
    paid = [(f"ACC-{n}", BOSS) for n in range(3)] + [(BOSS, SHOP)]
    files = write("stays.csv", stays(4)), write("payments.csv", payments(*paid)), write("persons.csv", persons(*people))
    return take(desk, *files)


def test_every_link_of_the_graph_has_its_rows_and_each_row_can_be_opened(held: OpenDesk) -> None:
    """The rows behind any link drawn are rows of the case that hold both its ends."""
    chart = held.network_chart(ChartWish(BOSS))
    assert chart.links
    for link in chart.links:
        rows = held.network_link(link.a, link.b, link.kind)
        assert rows.of == link.rows == len(rows.rows) > 0
        read = [one.value for one in held.row(rows.rows[0].row).statements]
        assert all(end.partition(":")[2] in read for end in (link.a, link.b)), (link, read)
    with pytest.raises(NotFound):
        held.network_link(f"account:{BOSS}", f"account:{SHOP}", "call")


def test_an_account_that_pays_stays_of_several_guests_is_a_booking_hub_by_its_rows(held: OpenDesk) -> None:
    """Guests are told apart by document; the rows behind the role are those stays; persons are refused."""
    told = held.network_roles("account")
    roles = {(one.id, one.role): one for one in told.roles}
    hub = roles[f"account:{BOSS}", "booking hub"]
    assert hub.evidence == "It booked or paid stays of 4 things (8 rows)."
    assert (hub.rows_in_all, len(hub.rows)) == (8, 8)
    assert roles[f"account:{BOSS}", "collects"].evidence == "3 things lead to it (3 rows), and from it only to 1 thing."
    assert f"account:{SHOP}" not in {one.id for one in told.roles}
    assert {one.id for one in held.network_roles("account", node=BOSS).roles} == {f"account:{BOSS}"}
    with pytest.raises(Refused, match="never scored"):
        held.network_roles("person")


def journeys(*travellers: str, payer: str = BOSS) -> str:
    """Write two journeys of each traveller that one account paid."""
    rows = [
        f"J-{payer}-{name}-{n},rail,Gent,Alicante,2021-06-0{1 + n}T08:00:00Z,{name},{payer}\n"
        for name in travellers
        for n in range(2)
    ]
    return "journey_id,mode,origin,destination,departs_at,traveller,payer\n" + "".join(rows)


def test_who_is_moved_is_told_of_the_phone_of_the_one_record_that_bears_the_name(desk: OpenDesk, write: Write) -> None:
    """A name on two records, a name of one word and a journey paid from one's own account move nobody; persons have no role."""
    people = "record_id,name,document_no,phone\n" + "".join(
        f"P-{n},{name},,+3363998000{n}\n"
        for n, name in enumerate(("Chen Lihua", "CHEN  Lihua", "Ana Example", "Lily", "Bo Example"))
    )
    holders = (
        "account,holder,opened_at,address,contact\nACC-ANA,ana example,2020-01-01,,\nACC-BO,Bo Example,2020-01-01,,\n"
    )
    paid = journeys("Chen Lihua", "ANA EXAMPLE", "Lily"), journeys("Bo Example", payer="ACC-BO")
    take(
        desk,
        write("persons.csv", people),
        write("holders.csv", holders),
        *(write(f"j{n}.csv", one) for n, one in enumerate(paid)),
    )
    moved = {
        one.id: one
        for kind in ("contact", "account")
        for one in desk.network_roles(kind).roles
        if one.role == "is moved"
    }
    assert set(moved) == {"contact:+33639980002", "account:ACC-ANA"}
    one = moved["contact:+33639980002"]
    assert one.evidence.startswith(
        "Its journeys were paid or arranged by 1 thing (2 rows), and it arranged none. Who travelled is"
    )
    assert (one.rows_in_all, len(one.rows)) == (2, 2)
    assert [
        role.evidence for role in desk.network_roles("account", node=BOSS).roles if role.role == "moves others"
    ] == ["It paid or arranged journeys of 3 things (6 rows)."]
    assert "journey by name" not in desk.network_without([BOSS]).stops


def test_taking_an_account_out_stops_the_flows_through_it_and_leaves_guests_told_about(held: OpenDesk) -> None:
    """Payments in and on stop; a guest whose every contact went over the account's stays is said to be left without."""
    told = held.network_without([BOSS], ["person:P-0"])
    assert {(flow.source, flow.target) for flow in told.flows} == {
        (f"account:ACC-{n}", f"account:{SHOP}") for n in range(3)
    }
    assert told.flows_in_all == 3
    assert told.after.pairs < told.before.pairs
    assert told.victims[0].now_in_all > told.victims[0].then_in_all
    assert told.stops == {"payment": 4, "stay paid": 8}
    assert held.network_without([BOSS], ["person:P-0"]) == told


def test_with_a_person_go_the_phone_and_document_that_are_hers_alone(desk: OpenDesk, write: Write) -> None:
    """A phone on two records stays, and whose only contact called that phone is left without contact."""
    people = [("P-1", "X1", "+33639980001"), ("P-2", "X2", "+33639980002"), ("P-3", "X3", "+33639980002")]
    rung = [("+33639980001", "+33639980009"), ("+33639980002", "+33639980008"), ("+33639980007", "+33639980008")]
    take(desk, write("persons.csv", persons(*people)), write("calls.csv", calls(*rung)))
    told = desk.network_without(["person:P-1"], ["+33639980009", "person:P-2"])
    assert told.with_them == ["contact:+33639980001", "document:X1"]
    assert [(victim.id, victim.cut_off) for victim in told.victims] == [
        ("contact:+33639980009", True),
        ("person:P-2", False),
    ]
    assert desk.network_without(["person:P-2"]).with_them == ["document:X2"]


def test_paths_go_by_rows_and_never_over_a_name_as_written(held: OpenDesk) -> None:
    """Two guests are tied over the account that paid for both; each step is a sentence with rows and sources."""
    told = held.network_paths("person:P-0", "person:P-1", count=2)
    assert told.complete
    assert all(f"account:{BOSS}" in path.nodes for path in told.paths)
    assert not any(node.startswith("name:") for path in told.paths for node in path.nodes)
    assert all("row" in step.sentence and step.sources == 1 for path in told.paths for step in path.steps)
    assert held.network_paths(BOSS, BOSS).paths == []


def test_one_name_in_two_records_is_no_link_between_two_persons(desk: OpenDesk, write: Write) -> None:
    """Names as they were written join nobody: who is the same is for the review of identities."""
    text = "record_id,name,document_no,phone\nP-1,Chen Lihua,,\nP-2,Chen Lihua,,\n"
    take(desk, write("persons.csv", text))
    assert desk.network_paths("person:P-1", "person:P-2").paths == []
    assert desk.network_groups().groups == []


def test_names_are_shown_only_to_who_may_see_source_rows(held: OpenDesk) -> None:
    """A liaison sees the chart without names, and is told that some are kept back; others are refused the network."""
    liaison = OpenDesk(replace(held.session, actor=Actor(ActorId("other"), ("liaison",))))
    chart = liaison.network_chart(ChartWish(f"account:{BOSS}", [f"all/all/50/account:{BOSS}"]))
    assert not any(node.kind == "name" for node in chart.nodes)
    assert any("may not be seen" in note for note in chart.notes)
    with pytest.raises(NotFound):
        liaison.network_node("name:Guest 0")
    with pytest.raises(Refused):
        OpenDesk(replace(held.session, actor=Actor(ActorId("other"), ("field-team",)))).network_groups()


def test_looking_is_on_the_record_without_personal_values(held: OpenDesk) -> None:
    """Each question leaves one entry under its own code."""
    held.network_groups()
    held.network_node(BOSS)
    held.network_without([BOSS])
    page = held.record(action="read-network")
    assert page.of == 3
    assert not any(BOSS in subject for entry in page.entries for subject in entry.subjects)


def test_the_graph_is_made_anew_when_the_case_changes_and_is_the_same_in_any_order(
    new_desk: Callable[[str], OpenDesk], write: Write
) -> None:
    """Files added in another order, rows shuffled, give the same groups and figures; a new file is in the next answer."""
    lines = stays(4).splitlines()
    one = take(new_desk("one"), write("a.csv", stays(4)), write("b.csv", payments((BOSS, SHOP), ("ACC-0", BOSS))))
    mixed = "\n".join([lines[0], *reversed(lines[1:])]) + "\n"
    other = take(new_desk("other"), write("c.csv", payments((BOSS, SHOP), ("ACC-0", BOSS))))
    assert other.network_groups().nodes < one.network_groups().nodes
    take(other, write("d.csv", mixed))
    assert other.network_groups() == one.network_groups()


def test_what_may_not_be_passed_on_is_left_out_of_comparing_cases(
    new_desk: Callable[[str], OpenDesk], write: Write, tmp_path: Path
) -> None:
    """Two groups share an account and contacts under H1; the same rows under H2 share nothing, and the answer says so."""
    sheet = "authority: Court of Gent\norder: 12/2020\nhandling: {}\nevaluation: B2\n"
    here = take(new_desk("here"), write("here.csv", stays(3)), sheet=sheet.format("H1"))
    take(new_desk("there"), write("there.csv", stays(3, venue="Hotel Olmo")), sheet=sheet.format("H1"))
    take(new_desk("shut"), write("shut.csv", stays(3, venue="Hotel Olmo")), sheet=sheet.format("H2"))
    found = here.network_compare(tmp_path / "there")
    assert [value for pair in found.alike for value in pair.accounts] == [BOSS]
    assert len({value for pair in found.alike for value in pair.contacts}) == 3
    assert [value for pair in found.alike for value in pair.venues] == []
    shut = here.network_compare(tmp_path / "shut")
    assert shut.alike == []
    assert any("6 rows under H2 were not compared" in said for said in shut.held_back)
    with pytest.raises(WrongUse):
        here.network_compare(tmp_path / "here")


def test_a_chart_begins_small_opens_step_by_step_and_says_what_is_left_out(desk: OpenDesk, write: Write) -> None:
    """An account with 300 payers begins with a part of them; opening adds, hiding takes away, and all is counted."""
    take(desk, write("payments.csv", payments(*((f"ACC-{n:03d}", BOSS) for n in range(300)))))
    first = desk.network_chart(ChartWish(BOSS))
    assert len(first.nodes) <= 150
    boss = next(node for node in first.nodes if node.name == BOSS)
    assert (boss.neighbours, boss.stubs[0].nodes, boss.stubs[0].drawn) == (300, 300, len(first.nodes) - 1)
    more = desk.network_chart(ChartWish(BOSS, [f"payment/account/200/account:{BOSS}"], ["account:ACC-000"]))
    assert len(more.nodes) == 200
    assert "account:ACC-000" not in {node.id for node in more.nodes}
    late = desk.network_chart(ChartWish(BOSS, since="2021-04-20", also=["account:ACC-299"]))
    assert late.hidden_by_time > 0
    for wish in (ChartWish(BOSS, ["nonsense"]), ChartWish(BOSS, since="yesterday")):
        with pytest.raises(WrongUse):
            desk.network_chart(wish)
    with pytest.raises(NotFound):
        desk.network_chart(ChartWish("N-99"))
