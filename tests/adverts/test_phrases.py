"""An advert is cut into folded words with everything taken out that is its own and not the text's."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from palermo.adverts.phrases import cut
from palermo.adverts.posted import BLANK
from palermo.kit.contacts import read_contacts
from palermo.model.grouping import Reading


def words(body: str, *own: str, title: str = "") -> tuple[str, ...]:
    """Cut a body with the contacts read out of it."""
    readings = [
        Reading(one.value, "body", one.start, one.end, body[one.start : one.end], (), plain=True)
        for one in read_contacts(body)
    ]
    return cut(title, body, readings, own)


def test_contacts_numbers_city_and_persona_are_blanks() -> None:
    """Two adverts that differ only in what is their own have the same words; a run of blanks is one."""
    one = words("Anna in Gent, +33 6 39 98 12 34, 100 or 150, soft light", "Gent", "Anna")
    other = words("Bella in Brugge, 06.39.98.12.99, 80, soft light", "Brugge", "Bella")
    assert one == ("in", BLANK, "or", BLANK, "soft", "light", BLANK)
    assert other == ("in", BLANK, "soft", "light", BLANK)


def test_a_city_is_a_blank_in_every_language_and_whole_words_only() -> None:
    """Brussels is taken out in French and Dutch alike; a name inside a longer word stays."""
    assert words("visit Bruxelles or Brussel soon", "Brussel") == (
        "visit", BLANK, "or", BLANK, "soon", BLANK,
    )  # fmt: skip
    assert "annabel" in words("annabel and Anna", "Anna")
    assert words("安静的布鲁塞尔房间", "Brussel") == ("安", "静", "的", BLANK, "房", "间", BLANK)


def test_accents_case_and_look_alikes_do_not_matter() -> None:
    """Disguises and accents fold away; a masked word breaks the text and says nothing."""
    assert words("Café SÉSAME") == words("cafe sesame") == words("cаfe sesаme")
    assert words("soft ▮▮ light") == ("soft", BLANK, "light", BLANK)


def test_title_and_body_are_apart() -> None:
    """No phrase runs from the title into the text."""
    assert words("light", title="soft") == ("soft", BLANK, "light", BLANK)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=12), st.text(max_size=12))
def test_anything_can_be_cut(title: str, body: str, city: str, persona: str) -> None:
    """Any text gives at most 600 words, none empty, no two blanks in a row."""
    found = words(body, city, persona, title=title)
    assert len(found) <= 600
    assert all(found)
    assert not any(a == b == BLANK for a, b in pairwise(found))
