"""An analysis proposes which of a case's records may be one, by the real comparison, and changes neither findings nor leads."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from fakes.proposals import keys, persons
from palermo.model.errors import NotFound, WrongUse
from palermo.model.records import Kind
from palermo.workbench.adding import AddWish
from palermo.workbench.analysing import load_tables
from palermo.workbench.identity_proposing import gather
from palermo.workbench.open_desk import OpenDesk
from workbench.test_analysing import adverts, digest_of, stripped
from workbench.test_analysing import write as write_adverts

Write = Callable[[str, str], Path]
STAYS = "stay_id,venue,city,country,check_in,check_out,guest,document_no,contact\n"
ACCOUNTS = "account,holder,opened_at,address,contact\n"
DOCUMENTS = "document_no,kind,holder,note\n"


@pytest.fixture
def desk(new_desk: Callable[[str], OpenDesk], write: Write) -> OpenDesk:
    """Give a case of persons, an account, a document and stays, not analysed."""
    made = new_desk("records")
    files = [
        write("persons.csv", persons()),
        write("accounts.csv", ACCOUNTS + "FICT-1,Chen Lihua,2019-01-02,Veldstraat 1 Gent,0470123456\n"),
        write("stays.csv", STAYS + "".join(f"S{n},Hotel A,Gent,BE,2020-0{n}-01,2020-0{n}-02,{guest}\n" for n, guest in enumerate(
            ("Lihua Chen,X00001234,", "Lihua Chen,X00001234,", "Lihua Chen,,", ",,"), 1))),
    ]  # fmt: skip
    made.add([write("documents.csv", DOCUMENTS + "X00001234,passport,Chen Lihua,genuine\n")], AddWish(kind="documents"))
    report = made.add(files, AddWish())
    assert [(file.file, file.refused, file.reasons) for file in report.files if file.refused or file.set_aside] == []
    return made


def test_every_record_that_names_somebody_is_compared(desk: OpenDesk) -> None:
    """Persons, a paper's holder, an account's owner and a guest with paper are laid out; a guest's stays of one paper once."""
    tables, restricted = load_tables(desk.session)
    records, notes = gather(tables)
    assert restricted == 0
    names = sorted(records.column("name").to_pylist())
    assert names == ["CHEN LI HUA", *["Chen Lihua"] * 4, "Hotel A", "Lihua Chen", "Lihua Tchen", "Wang Wei"]
    assert sorted(set(records.column("kind").to_pylist())) == ["account owner", "person", "venue"]
    assert records.column("row").to_pylist() == sorted(records.column("row").to_pylist())
    assert "陈丽华" in records.column("name_native").to_pylist()
    assert notes == [
        "2 rows of stays name nobody who could be compared.",
        "1 row of stays say the same of a guest as another: each is compared once, by its first row.",
        "4 rows of stays name 1 venue: each is compared once.",
    ]


def test_an_analysis_proposes_pairs_and_a_person_judges_them(desk: OpenDesk) -> None:
    """The same paper and the same name in another writing are put before a person, who sees why after their own word."""
    report = desk.analyse()
    method = next(method for method in report.methods if method.id == "ID")
    assert method.ran
    assert method.findings == desk.case().pairs_waiting > 0
    assert report.findings == 0
    rows = keys(desk)
    view = desk.identity_pair("BE-1", "ES-1")
    assert view.proposed
    assert not view.open
    judged = desk.identity_say("BE-1", "ES-1", "same", reason="one paper")
    assert judged.compared
    assert judged.prior + sum(one.millibits for one in judged.compared) == judged.millibits
    assert {judged.one.row, judged.other.row} == {rows["BE-1"], rows["ES-1"]}
    assert desk.analyse().digest == report.digest
    assert desk.identity_people().words[0].answer == "same"
    assert desk.identity_pair("BE-1", "ES-1").open
    assert desk.verify().whole


VENUES = (
    "Hotel Zonneschijn,hotel,Coupure 12,Gent,Ana Example", "Hotel Zonneschyn,hotel,12 Coupure,Gent,Bo Example",
    "Zonneschijn Hotel,hotel,Coupure 12,Gent,", "Hostal del Mar,hotel,Calle Mayor 4,Alicante,Ana Example",
)  # fmt: skip


def stays(*venues: str) -> str:
    """Write stays as CSV: venue, kind, address, city and guest of each."""
    rows = (f"T{n},{venue},BE,2020-01-{n:02},2020-02-{n:02},X0000123{n}\n" for n, venue in enumerate(venues, 1))
    return "stay_id,venue,venue_kind,address,city,guest,country,check_in,check_out,document_no\n" + "".join(rows)


def test_venues_of_stays_are_proposed_and_judged_like_persons(
    new_desk: Callable[[str], OpenDesk], write: Write
) -> None:
    """Writings of one hotel are put before a person as venues, without their guests, and beside the company that runs it."""
    desk = new_desk("venues")
    company = "FICT-9,Zonneschijn Hotel BV,2019-01-02,Coupure 12 Gent,\n"
    desk.add([write("stays.csv", stays(*VENUES)), write("accounts.csv", ACCOUNTS + company)], AddWish())
    desk.analyse()
    queue = desk.identity_pairs(limit=100)
    pairs = [line for line in queue.pairs if line.one.kind == line.other.kind == "venue"]
    assert {frozenset((line.one.label, line.other.label)) for line in pairs} == {
        frozenset(("Hotel Zonneschijn", other)) for other in ("Hotel Zonneschyn", "Zonneschijn Hotel")
    }
    assert any({line.one.kind, line.other.kind} == {"venue", "accounts"} for line in queue.pairs)
    assert "4 rows of stays name 4 venues: each is compared once." in queue.notes
    one, other = pairs[0].one, pairs[0].other
    assert (one.record, one.locator[:4]) == (f"{one.row}:venue", "row ")
    view = desk.identity_pair(f"{one.row[:10]}:venue", other.record)
    assert {field.what for field in view.fields} == {"name", "address", "venue_kind", "country"}
    said = desk.identity_say(one.record, other.record, "same", reason="one house number")
    assert {compared.what for compared in said.compared} >= {"name", "address"}
    assert [record.kind for record in desk.identity_people().people[0].records] == ["venue", "venue"]
    assert desk.verify().whole
    again = desk.analyse()
    assert next(method for method in again.methods if method.id == "ID").findings == queue.proposed
    assert desk.identity_pair(one.record, other.record).proposed


def test_a_word_on_a_venue_stays_as_stays_are_added_and_falls_with_its_row(
    new_desk: Callable[[str], OpenDesk], write: Write
) -> None:
    """More stays at both hotels leave the judged pair the one that is proposed; erasing one of its rows takes the word away."""
    desk = new_desk("venues")
    desk.add([write("stays.csv", stays(*VENUES))], AddWish())
    desk.analyse()
    line = next(line for line in desk.identity_pairs().pairs if line.one.kind == "venue")
    desk.identity_say(line.one.record, line.other.record, "same", reason="one house number")
    desk.add([write("more.csv", stays(*(VENUES * 6)))], AddWish())
    desk.analyse()
    view = desk.identity_pair(line.id)
    assert (view.one.record, view.other.record, view.proposed) == (line.one.record, line.other.record, True)
    assert desk.erase(order="Request 3", row=line.one.row).rows == 1
    (word,) = desk.identity_people().words
    assert word.lost
    assert desk.verify().whole


def test_a_guest_and_a_venue_are_never_one(new_desk: Callable[[str], OpenDesk], write: Write) -> None:
    """A word on a guest and a venue is refused, and so is a mark on a venue or a name that no venue bears."""
    desk = new_desk("venues")
    desk.add([write("stays.csv", stays(*VENUES))], AddWish())
    desk.analyse()
    line = next(line for line in desk.identity_pairs().pairs if line.one.kind == "venue")
    with pytest.raises(WrongUse, match="never one"):
        desk.identity_say(line.one.row, line.other.record, "same", reason="r")
    with pytest.raises(WrongUse, match="no mark"):
        desk.identity_mark(line.one.record, "in-custody", reason="r")
    for name in ("abcdefabcdef:venue", ":venue", "\0:venue"):
        with pytest.raises(NotFound):
            desk.identity_pair(name, line.other.record)


def test_the_model_of_a_case_can_be_checked_by_hand_and_goes_with_an_erasure(desk: OpenDesk) -> None:
    """Each weight is the logarithm of its two frequencies, a pair's sum can be made from them, and nothing is left after an erasure."""
    assert desk.identity_model().families == []
    desk.analyse()
    model = desk.identity_model()
    persons = next(family for family in model.families if family.family == "persons")
    assert (model.records, model.analysed_at) == (9, desk.identity_pairs().analysed_at)
    assert all(one.millibits == pytest.approx(1000 * math.log2(one.m / one.u), abs=1) for one in persons.weights)
    said = desk.identity_say("BE-1", "ES-1", "same", reason="one paper")
    levels = {(one.what, one.level): one for one in persons.weights}
    weighed = [one for one in said.compared if one.level]
    assert said.prior == persons.prior
    assert all(
        one.millibits == levels[one.what, one.level].millibits or levels[one.what, one.level].by_rarity
        for one in weighed
    )
    desk.erase(order="Request 3", value="X00009999")
    assert desk.identity_model().families == []
    assert any(entry.action == "read-model" for entry in desk.record().entries)


def test_leads_and_findings_are_the_same_bytes_with_and_without_words(
    new_desk: Callable[[str], OpenDesk], write: Write, tmp_path: Path
) -> None:
    """What people say of persons changes no finding and no lead: they follow the data alone."""
    desk = new_desk("both")
    desk.add([write("persons.csv", persons())], AddWish())
    first = digest_of(desk, write_adverts(tmp_path / "a.csv", adverts()))
    before = stripped(desk)
    desk.identity_say("BE-1", "ES-1", "same", reason="r")
    desk.identity_mark("BE-1", "presumed-victim", reason="r")
    assert desk.analyse().digest == first
    assert stripped(desk) == before


def test_a_case_without_persons_says_what_it_would_need(new_desk: Callable[[str], OpenDesk], tmp_path: Path) -> None:
    """Nothing is proposed, nothing waits, and the method says which data it would need."""
    desk = new_desk("adverts")
    digest_of(desk, write_adverts(tmp_path / "a.csv", adverts()))
    queue = desk.identity_pairs()
    assert (queue.of, queue.proposed, desk.case().pairs_waiting) == (0, 0, 0)
    assert queue.analysed_at
    method = next(method for method in desk.case().methods if method.id == "ID")
    assert not method.ran
    assert "persons" in method.needs


def test_overdue_sources_are_not_compared(new_desk: Callable[[str], OpenDesk], write: Write) -> None:
    """While a source is restricted none of its records is proposed.

    Trust boundary: between data nobody has said is still needed and the comparison.
    """
    desk = new_desk("overdue")
    sheet = write("sheet.yaml", "authority: Judge\norder: '1'\nreview_by: 2020-02-20\n")
    desk.add([write("persons.csv", persons())], AddWish(source=sheet))
    desk.analyse()
    assert desk.identity_pairs().proposed == 0
    tables, restricted = load_tables(desk.session)
    assert restricted == 1
    assert tables[Kind.PERSONS].num_rows == 0


BAD = (
    f"LONG,{'a' * 10_000},,1990-01-01,,,", "RTL,\u202eChen\u202c Lihua,,1990-03-12,X00001234,,", "SAME1,Ana Example,,1990-01-01,,,",
    "SAME2,Ana Example,,1990-01-01,,,", "FUTURE,Bo Example,,2049-01-01,,,", "EMPTY,,,,,,",
)  # fmt: skip


def test_bad_records_make_no_crash_and_no_merge(new_desk: Callable[[str], OpenDesk], write: Write) -> None:
    """A name of 10,000 letters, right-to-left marks, one record under two ids, a birth in the future, a paper of 500 people."""
    desk = new_desk("bad")
    short = ("SHORT1,Li Example,,1991-02-02,EA2,,", "SHORT2,Bea Sample,,1971-02-02,EA2,,")
    shared = (
        f"SHARED{n},Person{n} Example{n * 7919 % 997},,19{50 + n % 50}-0{1 + n % 9}-1{n % 9},X00005555,,"
        for n in range(500)
    )
    desk.add([write("persons.csv", persons(*BAD, *short, *shared))], AddWish())
    desk.analyse()
    queue = desk.identity_pairs(limit=500)
    assert any("X00005555" in note and "500" in note for note in queue.notes), queue.notes
    assert any("future" in note for note in queue.notes), queue.notes
    assert any("2 document numbers have fewer than 4" in note for note in queue.notes), queue.notes
    assert queue.proposed < 600
    assert desk.identity_people().people == []
    rows = keys(desk)
    assert rows["SAME1"] != rows["SAME2"]
