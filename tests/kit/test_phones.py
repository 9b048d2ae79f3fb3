"""Cells of a contact column, read to one writing each, and national writings met with international ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kit import phones
from palermo.kit.phones import read_contact, same_numbers

RESERVED = st.integers(0, 9999).map(lambda n: f"63998{n:04}")
"""French numbers kept for fiction, without the 0 dialled before them."""


@pytest.mark.parametrize(
    ("written", "country", "value"),
    [
        ("0639981234", "", "0639981234"),
        ("06 39 98 12 34", "", "0639981234"),
        ("06.39.98.12.34", "", "0639981234"),
        ("06\u00a039\u202f98–12‑34", "", "0639981234"),
        ("０６３９９８１２３４", "", "0639981234"),
        ("٠٦٣٩٩٨١٢٣٤", "", "0639981234"),
        ("\t0639981234\n", "", "0639981234"),
        ("06\u200b39981234\u202c", "", "0639981234"),
        ("+33 6 39 98 12 34", "", "+33639981234"),
        ("+33 (0)6 39 98 12 34", "", "+33639981234"),
        ("+330639981234", "", "+33639981234"),
        ("0033639981234", "", "+33639981234"),
        ("(0033) 639981234", "", "+33639981234"),
        ("(+33)639981234", "", "+33639981234"),
        ("+39 06 12345678", "", "+390612345678"),
        ("+44 (0)7700 900123", "BE", "+447700900123"),
        ("tel:+33639981234", "", "+33639981234"),
        ("Tél. : 06 39 98 12 34", "", "0639981234"),
        ("whatsapp: 06 39 98 12 34", "", "0639981234"),
        ("33639981234@s.whatsapp.net", "", "+33639981234"),
        ("wa.me/33639981234?text=hi", "", "+33639981234"),
        ('="0639981234"', "", "0639981234"),
        ("=+33639981234", "", "+33639981234"),
        ("'0639981234", "", "0639981234"),
        ("’0639981234", "", "0639981234"),
        ("06 39 98 12 34", "FR", "+33639981234"),
        ("0639981234", "fr", "+33639981234"),
        ("(0)639981234", "FR", "+33639981234"),
        ("33639981234", "FR", "+33639981234"),
        ("0470 12 34 56", "BE", "+32470123456"),
        ("06 12345678", "IT", "+390612345678"),
        ("112", "BE", "112"),
        ("4711", "", "4711"),
        ("0639981234", "XX", "0639981234"),
        ("wechat:Lily_88", "", "wechat:lily_88"),
        ("微信：lily_88", "", "wechat:lily_88"),
        ("wxid_ab12cd", "", "wechat:wxid_ab12cd"),
        ("telegram:@Lily", "", "telegram:lily"),
        ("https://t.me/Lily_88", "", "telegram:lily_88"),
        ("@lily_88", "", "telegram:lily_88"),
        ("QQ:123456789", "", "qq:123456789"),
        ("mailto:Lily@Site.example", "", "mailto:lily@site.example"),
        ("lily@site.example", "", "mailto:lily@site.example"),
        ("http://Site.example/Path/", "", "https://site.example/Path"),
        ("www.site.example", "", "https://www.site.example"),
        ("O6 39 98 12 34", "", "0639981234"),
        ("zéro six 39 98 12 34", "FR", "+33639981234"),
        ("wechat:13800138000", "", "13800138000"),
        ("0639981234 / +33 6 39 98 12 34", "", "+33639981234"),
    ],
)
def test_a_cell_is_read_to_one_writing(written: str, country: str, value: str) -> None:
    """However a contact is written in a cell, it is read to its canonical writing, without a problem."""
    reading = read_contact(written, country)
    assert (reading.value, reading.problem) == (value, "")


@pytest.mark.parametrize(
    ("written", "country", "note"),
    [
        ("0470123456", "be", "country BE from the source sheet"),
        ("639981234.0", "", "“.0” added by a spreadsheet taken off"),
        ("33639981234,0", "", "“.0” added by a spreadsheet taken off"),
        ("0639981234 ext. 12", "", "extension left out"),
        ("0639981234x12", "", "extension left out"),
        ("@lily_88", "", "“@” read as Telegram"),
        ("ask Lily: 0639981234", "", "read out of a longer text"),
        ("33639981234", "BE", "no possible number of BE: digits kept as written"),
        ("+33639981234", "BE", ""),
    ],
)
def test_what_was_not_plain_is_noted(written: str, country: str, note: str) -> None:
    """The note says how a value came about where the cell alone does not."""
    assert read_contact(written, country).note == note


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("3.3639981234E+10", phones.ROUNDED),
        ("3,36E10", phones.ROUNDED),
        ("+336399", phones.NO_SUCH_LENGTH),
        ("+999 12345678", phones.NO_SUCH_LENGTH),
        ("1234567890123456", phones.TOO_LONG),
        ("06 39 98 12 34 / 06 39 98 56 78", phones.SEVERAL),
        ("0639981234;lily@site.example", phones.SEVERAL),
        ("anonymous", phones.NO_NUMBER),
        ("-", phones.NO_NUMBER),
        ("0000000000", phones.NO_NUMBER),
        ("Lily", phones.NOT_A_CONTACT),
        ("2020-03-14", phones.NOT_A_CONTACT),
        ("14/03/2020", phones.NOT_A_CONTACT),
        ("BE68539007547034", phones.NOT_A_CONTACT),
        ("=cmd|' /C calc'!A0", phones.NOT_A_CONTACT),
        ("\ud800\x00#", phones.NOT_A_CONTACT),
        ("0639981234 " * 400, phones.NOT_A_CONTACT),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(written: str, problem: str) -> None:
    """A cell that holds no one contact gives none, and the sentence quotes nothing of it."""
    reading = read_contact(written)
    assert (reading.value, reading.problem) == ("", problem)


@pytest.mark.parametrize("written", ["", " ", "\u200b", "'", '=""'])
def test_an_empty_cell_is_no_problem(written: str) -> None:
    """Whether a contact has to be there is for the column to say."""
    assert read_contact(written) == phones.ContactReading("")


@given(
    RESERVED, st.sampled_from(["", " ", ".", "-", "/"]), st.sampled_from(["0", "+33", "0033", "+33 (0)", "tel:+33 "])
)
def test_a_number_is_the_same_however_it_is_spaced(national: str, mark: str, lead: str) -> None:
    """With its country stated, in the cell or by the source sheet, a number has one value."""
    written = lead + mark.join([national[:1], *(national[at : at + 2] for at in range(1, 9, 2))])
    assert read_contact(written, "FR").value == f"+33{national}"


@given(
    st.one_of(
        st.text(st.characters(exclude_categories=()), max_size=40), st.text("+0123456789 ()./-x@:=E,", max_size=30)
    )
)
def test_any_cell_is_taken(written: str) -> None:
    """Any text gives a value or a problem, never both, and a value reads back to itself."""
    reading = read_contact(written)
    assert not (reading.value and reading.problem)
    if reading.value:
        assert read_contact(reading.value).value == reading.value


@pytest.mark.parametrize(
    ("values", "same"),
    [
        (["0639981234", "+33639981234"], {"0639981234": "+33639981234"}),
        (["639981234", "+33639981234"], {"639981234": "+33639981234"}),
        (["33639981234", "+33639981234"], {"33639981234": "+33639981234"}),
        (["639981234", "+33639981234", "+34639981234"], {}),
        (["0639981234", "+33639981234", "+34639981234"], {"0639981234": "+33639981234"}),
        (["0470123456", "+32470123456", "+31470123456"], {}),
        (["06309981234", "+36309981234"], {"06309981234": "+36309981234"}),
        (["0612345678", "+390612345678"], {"0612345678": "+390612345678"}),
        (["0639981234", "wechat:0639981234", "mailto:a@site.example", "+"], {}),
        ([], {}),
    ],
)
def test_national_writings_meet_the_one_number_they_can_be(values: list[str], same: dict[str, str]) -> None:
    """A national writing is an international number where exactly one has its digits."""
    assert same_numbers(values) == same


@given(st.lists(st.tuples(RESERVED, st.sampled_from(["0", "", "33", "+33", "+32", "+34"])).map(lambda t: t[1] + t[0]), max_size=12).flatmap(
    lambda values: st.tuples(st.just(values), st.permutations(values))
))  # fmt: skip
def test_the_order_of_values_does_not_matter(pair: tuple[list[str], list[str]]) -> None:
    """Values in another order, or twice, meet the same numbers."""
    values, shuffled = pair
    assert list(same_numbers(values).items()) == list(same_numbers([*shuffled, *values]).items())
