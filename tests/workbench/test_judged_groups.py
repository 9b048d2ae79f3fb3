"""What a judgement does to groups: they split at the next analysis, stay split, tell it to who decided, and come back when it is undone."""

from collections.abc import Callable
from pathlib import Path

from palermo.workbench.open_desk import OpenDesk
from workbench.test_analysing import adverts, digest_of, write


def leads_of(desk: OpenDesk) -> dict[str, frozenset[str]]:
    """Give the adverts of each lead, by its handle."""
    return {
        line.handle: frozenset(advert.row for advert in desk.lead_adverts(line.handle, limit=500).adverts)
        for line in desk.leads().leads
    }


def test_a_judgement_splits_a_group_and_tells_it_to_who_decided(
    new_desk: Callable[[str], OpenDesk], tmp_path: Path
) -> None:
    """The two are in no lead together any more, however often the methods run; taken back, the groups are what they were."""
    desk = new_desk("judged")
    before = digest_of(desk, write(tmp_path / "a.csv", adverts()))
    held = leads_of(desk)
    first, *_, last = (advert.row for advert in desk.lead_adverts("L-1", limit=500).adverts)
    desk.decide("L-1", "accept", reason="one telephone answers for all")
    events = desk.lead("L-1").events
    desk.judge_apart(first, last, reason="the second copies the first")

    report = desk.analyse()
    split = leads_of(desk)
    assert [handle for handle, rows in split.items() if {first, last} <= rows] == []
    assert held["L-1"] != split["L-1"]
    assert split["L-1"] & held["L-1"]
    told = desk.lead("L-1").events[len(events) :]
    assert told
    assert set(told) <= set(report.changed)
    assert [made.group_changed for made in desk.lead("L-1").decisions] == [True]
    named = {advert.row: advert.lead for made in desk.judgements() for advert in (made.one, made.other)}
    assert named.keys() == {first, last}
    assert named[first] != named[last]

    again = desk.analyse()
    assert again.digest == report.digest
    assert again.changed == []

    desk.judge_together(first, last, reason="one account paid for both")
    restored = desk.analyse()
    assert restored.digest == before
    assert leads_of(desk) == held
    assert restored.changed
    assert [made.group_changed for made in desk.lead("L-1").decisions] == [False]


def test_the_order_in_which_judgements_were_given_makes_no_difference(
    new_desk: Callable[[str], OpenDesk], tmp_path: Path
) -> None:
    """Two people who say the same things in another order, naming the two adverts the other way round, get the same groups."""
    path = write(tmp_path / "a.csv", adverts())
    digests = []
    for name, turn in (("one", False), ("other", True)):
        desk = new_desk(name)
        digest_of(desk, path)
        rows = [advert.row for advert in desk.lead_adverts("L-1", limit=500).adverts]
        pairs = [(rows[0], rows[-1]), (rows[0], rows[5]), (rows[3], rows[-2])]
        for one, other in [(other, one) for one, other in reversed(pairs)] if turn else pairs:
            desk.judge_apart(one, other, reason="r")
        digests.append(desk.analyse().digest)
    assert digests[0] == digests[1]
