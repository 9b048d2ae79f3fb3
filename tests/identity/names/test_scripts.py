"""Names of other scripts are spelled as papers of each country spell them, and as no other person's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.adapters.rules import load
from palermo.identity.names.arabic import arabic_table, read_arabic
from palermo.identity.names.cyrillic import read_cyrillic
from palermo.identity.names.greek import read_greek
from palermo.identity.names.hebrew import hebrew_table, read_hebrew
from palermo.identity.names.latin import read_latin
from palermo.identity.names.spellings import MOST, Spelling, script_table
from palermo.identity.names.vietnamese import looks_vietnamese, marks_differ, read_vietnamese, vietnamese_table

CYRILLIC = script_table(load("names/cyrillic"))
GREEK = script_table(load("names/greek"))
HEBREW = hebrew_table(load("names/hebrew"))
LATIN = script_table(load("names/latin"))
ARABIC = arabic_table(load("names/arabic"))
VIETNAMESE = vietnamese_table(load("names/vietnamese"))


def read(word: str, script: str) -> list[Spelling]:
    """Spell a word by the table of a script."""
    if script == "arabic":
        return read_arabic(word, ARABIC)
    if script == "vietnamese":
        return read_vietnamese(word, VIETNAMESE)
    if script == "hebrew":
        return read_hebrew(word, HEBREW)
    reader, table = {
        "cyrillic": (read_cyrillic, CYRILLIC),
        "greek": (read_greek, GREEK),
        "latin": (read_latin, LATIN),
    }[script]
    return reader(word, table)


@pytest.mark.parametrize(
    ("script", "word", "latin", "rule"),
    [
        ("cyrillic", "Хрущёв", "khrushchev", "cyrillic-passport"),
        ("cyrillic", "Щукин", "schtschukin", "cyrillic-german"),
        ("cyrillic", "Щукин", "chtchoukine", "cyrillic-french"),
        ("cyrillic", "Дмитрий", "dmitry", "cyrillic-bgn"),
        ("cyrillic", "Дмитрий", "dmitrii", "cyrillic-passport"),
        ("cyrillic", "Щерев", "shterev", "cyrillic-bulgarian"),
        ("cyrillic", "Живковић", "zivkovic", "cyrillic-iso9"),
        ("cyrillic", "Гнатюк", "hnatiuk", "cyrillic-ukrainian"),
        ("cyrillic", "Иванова", "ivanov", "feminine-surname"),
        ("cyrillic", "Ивановна", "ivanovich", "patronymic"),
        ("greek", "Μπακάλης", "bakalis", "greek-elot"),
        ("greek", "Χρήστος", "hristos", "greek-sound"),
        ("greek", "Παπαδοπούλου", "papadopoulos", "feminine-surname"),
        ("arabic", "محمد", "mehmet", "arabic-known"),
        ("arabic", "مُحَمَّد", "mohamed", "arabic-known"),
        ("arabic", "المغربي", "almaghribi", "arabic-article"),
        ("arabic", "الشريف", "ashsharif", "arabic-article"),
        ("arabic", "شوقي", "chawki", "arabic-known"),
        ("arabic", "بوشارب", "bouchareb"[:5], "arabic-western"),
        ("hebrew", "שרון", "shron", "hebrew-letters"),
        ("latin", "Đorđević", "djordjevich", "latin-two-letters"),
        ("latin", "Müller", "mueller", "latin-two-letters"),
        ("latin", "Mueller", "muller", "latin-one-letter"),
        ("latin", "Işık", "isik", "latin-plain"),
        ("latin", "Łukasz", "lukasz", "latin-plain"),
        ("latin", "Weiß", "weiss", "latin-plain"),
        ("latin", "R0bert", "robert", "latin-scan"),
        ("latin", "Bernard", "bemard", "latin-scan"),
        ("vietnamese", "Nguyễn", "nguyen", "vietnamese-marks"),
        ("vietnamese", "Hoàng", "huynh", "vietnamese-twin"),
    ],
)
def test_a_name_is_spelled_by_the_rule_of_its_papers(script: str, word: str, latin: str, rule: str) -> None:
    """A name is spelled as papers, press and people spell it, and the spelling says by which rule."""
    found = read(word, script)
    assert any(one.latin.startswith(latin) and one.rule == rule for one in found), found


@pytest.mark.parametrize(
    ("script", "word", "latin"),
    [
        ("cyrillic", "Петров", "petrovich"),
        ("cyrillic", "Ева", "ev"),
        ("cyrillic", "Марина", "maria"),
        ("greek", "Γιώργος", "georgia"),
        ("arabic", "محمود", "muhammad"),
        ("arabic", "حسن", "hussein"),
        ("arabic", "سليم", "salim "),
        ("hebrew", "שרון", "sara"),
        ("latin", "Möller", "mueller"),
        ("latin", "Anna", "hanna"),
        ("vietnamese", "Trần", "huynh"),
    ],
)
def test_a_name_is_not_spelled_as_another_persons(script: str, word: str, latin: str) -> None:
    """No scheme spells a name as the near name of another person."""
    assert latin not in {one.latin for one in read(word, script)}


@given(st.text(max_size=30), st.sampled_from(["cyrillic", "greek", "arabic", "hebrew", "latin", "vietnamese"]))
def test_any_text_is_read_without_fault(word: str, script: str) -> None:
    """Any text gives at most eight different spellings, none of them empty, and the same ones each time."""
    found = read(word, script)
    assert len(found) <= MOST
    assert all(one.latin and one.cost >= 0 for one in found)
    assert len({one.latin for one in found}) == len(found)
    assert read(word, script) == found


@pytest.mark.parametrize("script", ["cyrillic", "greek", "arabic", "hebrew", "latin", "vietnamese"])
def test_a_name_of_ten_thousand_letters_is_read_in_part(script: str) -> None:
    """A name of 10,000 letters is read as far as a name can go."""
    assert all(len(one.latin) < 400 for one in read("ياΩжאa" * 2000, script))


def test_marks_tell_vietnamese_names_apart_only_where_both_have_them() -> None:
    """Đặng and Đăng are two names; Dang may be either."""
    assert marks_differ("Đặng", "Đăng")
    assert not marks_differ("Đặng", "Dang")
    assert not marks_differ("Đặng", "đặng")


def test_a_vietnamese_name_is_known_by_its_surname() -> None:
    """Nguyễn Thị Lan looks Vietnamese in either order and without marks; Anna van Dijk does not."""
    assert looks_vietnamese(("Nguyễn", "Thị", "Lan"), VIETNAMESE)
    assert looks_vietnamese(("Lan", "Thi", "Nguyen"), VIETNAMESE)
    assert not looks_vietnamese(("Anna", "van", "Dijk"), VIETNAMESE)
    assert not looks_vietnamese((), VIETNAMESE)
