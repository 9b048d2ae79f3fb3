"""Call names, surnames of two, little words and titles: what is one name, and what is another person's."""

import pytest

from palermo.adapters.rules import load
from palermo.identity.names.variants import (
    called,
    descent_differs,
    surname_spellings,
    surnames_of_two,
    variants_of,
    without_particles,
    without_titles,
    written_in_one,
)

VARIANTS = variants_of(load("names/nicknames"), load("names/particles"), load("names/married"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jozef", "jef"),
        ("paco", "francisco"),
        ("elisabeth", "lisa"),
        ("aleksandr", "sasha"),
        ("gheorghe", "gigi"),
        ("georgi", "gosho"),
        ("malgorzata", "gosia"),
        ("giuseppe", "pino"),
        ("wilhelm", "willi"),
        ("william", "bill"),
        ("guillaume", "gui"),
    ],
)
def test_a_call_name_is_a_form_of_its_given_name(one: str, other: str) -> None:
    """A given name and its call name are one, whichever comes first, and the given name is said."""
    form = called(one, other, VARIANTS)
    assert form is not None
    assert form.rule == "nickname"
    assert called(other, one, VARIANTS) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [("alexander", "alejandro"), ("maria", "marta"), ("jan", "jef"), ("anna", "anna"), ("lina", "mina"), ("", "")],
)
def test_two_given_names_are_not_bridged_by_a_call_name(one: str, other: str) -> None:
    """Two given names that share a call name are two names, and a name is no call name of itself."""
    assert called(one, other, VARIANTS) is None


def test_two_call_names_of_one_given_name_cost_more() -> None:
    """Sasha and Shura may both be Aleksandr, and the rule says so at a higher cost."""
    form = called("sasha", "shura", VARIANTS)
    assert form is not None
    assert (form.rule, form.through) == ("nickname-shared", "aleksandr")
    direct = called("sasha", "aleksandr", VARIANTS)
    assert direct is not None
    assert form.cost > direct.cost


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (("garcia", "lopez"), ("garcia",), "double-surname"),
        (("jansen", "de", "vries"), ("jansen",), "double-surname"),
        (("jansen", "de", "vries"), ("vries",), "married-name"),
        (("garcia", "lopez"), ("perez",), None),
        (("garcia", "lopez"), ("lopez", "garcia"), None),
        (("garcia",), ("garcia",), None),
    ],
)
def test_one_surname_of_two_stands_for_both(one: tuple[str, ...], other: tuple[str, ...], rule: str | None) -> None:
    """The first of two surnames stands for both, the second as a married name, another's does not."""
    form = surnames_of_two(one, other, VARIANTS)
    assert (form.rule if form else None) == rule
    assert surnames_of_two(other, one, VARIANTS) == form


def test_little_words_may_go_unless_they_are_the_name() -> None:
    """Van der Berg is Berg for comparing; a person named Van keeps the name."""
    assert without_particles(("van", "der", "berg"), VARIANTS) == ("berg",)
    assert without_particles(("van",), VARIANTS) == ("van",)
    assert without_particles(("li", "wei"), VARIANTS) == ("li", "wei")
    assert without_particles(("wei", "li"), VARIANTS) == ("wei", "li")
    assert without_particles(("maria", "do", "carmo"), VARIANTS) == ("maria", "carmo")
    assert without_particles(("o", "brien"), VARIANTS) == ("o", "brien")


def test_titles_go_at_the_edges_only() -> None:
    """Mr and junior are no part of a name; a title alone is kept."""
    assert without_titles(("mr", "jan", "peeters", "ing"), VARIANTS) == ("jan", "peeters")
    assert without_titles(("don",), VARIANTS) == ("don",)


def test_son_and_daughter_are_two_people() -> None:
    """Ibn against bint is brother against sister; bin and ibn are one word; a given name Ben says nothing."""
    assert descent_differs(("amir", "bin", "omar"), ("amira", "bint", "omar"), VARIANTS)
    assert not descent_differs(("amir", "bin", "omar"), ("amir", "ibn", "omar"), VARIANTS)
    assert not descent_differs(("ben", "omar"), ("amira", "bint", "omar"), VARIANTS)


def test_beginnings_are_written_in_one_way() -> None:
    """Mc Donald is Macdonald and Abd el Kader Abdelkader; a beginning at the end of a name stays."""
    assert written_in_one(("mc", "donald"), VARIANTS) == ("macdonald",)
    assert written_in_one(("abd", "el", "kader"), VARIANTS) == ("abdelkader",)
    assert written_in_one(("jan", "abd"), VARIANTS) == ("jan", "abd")


@pytest.mark.parametrize(
    ("one", "other"), [("ivanova", "ivanov"), ("kowalska", "kowalski"), ("petrovskaya", "petrovsky")]
)
def test_a_surname_has_the_ending_of_either(one: str, other: str) -> None:
    """The surname of a woman and of a man of one family are one surname, both ways."""
    assert other in {form.latin for form in surname_spellings(one, VARIANTS)}
    assert one in {form.latin for form in surname_spellings(other, VARIANTS)}


@pytest.mark.parametrize("word", ["eva", "peeters", "nova", "ov"])
def test_a_short_name_has_no_ending(word: str) -> None:
    """Names that only look like an ending keep their own."""
    assert surname_spellings(word, VARIANTS) == []
