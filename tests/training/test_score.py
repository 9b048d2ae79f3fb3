"""The scorer says what leads were worth against the truth, by counts a person can check by hand."""

import pytest

from palermo.model.errors import WrongUse
from palermo.training import Truth, make_case, score

Document = dict[str, object]


@pytest.fixture(scope="module")
def truth() -> Truth:
    """Give the truth of a small case."""
    return make_case(7, "small").truth


def leads(*groups: list[str]) -> Document:
    """Write leads that hold some adverts each, in the shape of the command's JSON."""
    return {"leads": [{"group": {"adverts": group}} for group in groups]}


def adverts_of(truth: Truth, group: str) -> list[str]:
    """List the adverts of a group."""
    return [advert.advert_id for advert in truth.adverts if advert.group == group]


def test_perfect_leads_find_all_and_flag_nobody(truth: Truth) -> None:
    """One lead for each group, whole and pure, is a perfect score."""
    scored = score(truth, leads(*(adverts_of(truth, group.id) for group in truth.groups)))
    assert scored.groups_found == scored.groups == len(truth.groups)
    assert scored.purity == 1
    assert scored.lone_flagged == 0
    assert scored.missed == ()


def test_everything_in_one_lead_finds_nothing_and_flags_all(truth: Truth) -> None:
    """One lead that holds every advert is impure, finds no group and flags every lone advertiser."""
    scored = score(truth, leads([advert.advert_id for advert in truth.adverts]))
    assert scored.groups_found == 0
    assert scored.purity is not None
    assert scored.purity < 0.8
    assert scored.lone_flagged == scored.lone > 0


def test_no_leads_find_nothing_and_flag_nobody(truth: Truth) -> None:
    """Without leads nothing is found, nobody is flagged, and purity is not told."""
    scored = score(truth, leads())
    assert (scored.groups_found, scored.lone_flagged, scored.purity) == (0, 0, None)
    assert set(scored.missed) == {group.id for group in truth.groups}


def test_half_a_group_is_found_and_less_is_not(truth: Truth) -> None:
    """A group counts as found from half of its adverts on."""
    group = truth.groups[0].id
    whole = adverts_of(truth, group)
    assert score(truth, leads(whole[: (len(whole) + 1) // 2])).groups_found == 1
    assert score(truth, leads(whole[: len(whole) // 3])).groups_found == 0


def test_a_lone_advert_in_a_good_lead_is_counted(truth: Truth) -> None:
    """One lone advertiser drawn into a lead is one wrongly flagged, named by kind."""
    lone = next(advert for advert in truth.adverts if not advert.group)
    scored = score(truth, leads([*adverts_of(truth, truth.groups[0].id), lone.advert_id]))
    assert scored.lone_flagged == 1
    assert [kind.hit for kind in scored.by_kind if kind.kind == lone.kind] == [1]


@pytest.mark.parametrize("document", [{}, {"leads": 3}, {"leads": [{"group": 1}]}, {"leads": [1]}])
def test_what_is_no_list_of_leads_is_refused(truth: Truth, document: Document) -> None:
    """A document of another shape is refused in a sentence."""
    with pytest.raises(WrongUse):
        score(truth, document)
