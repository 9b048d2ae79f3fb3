"""Spellings of one name meet; different names stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.spellings import merge_spellings, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anaïs", "ANAIS"), ("Sofia", "Sophia"), ("Katia", "Katja"), ("Anna", "Ana"), ("Carla", "Karla"), ("Natalia", "Nathalia"),
        ("Lina", "Lina VIP"), ("Angelika", "Angelka"), ("Мila", "Mila"), ("小红", "小红"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    """Accents, case, doubled and look-alike letters, a slip in a long name and a word added make no second name."""
    assert len(set(merge_spellings([one, other]).values())) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Lina", "Mina"), ("Lina", "Lena"), ("Selma", "Salma"), ("小红", "小丽"), ("Marina", "Karina")]
)
def test_two_names(one: str, other: str) -> None:
    """Short names a letter apart, and long ones with another first letter, are two."""
    assert len(set(merge_spellings([one, other]).values())) == 2


def test_what_cannot_be_read_is_no_name() -> None:
    """Masked words, signs and emptiness have no key and are left out."""
    assert merge_spellings(["▮", "★ ★", "", "Lina"]) == {"Lina": "Lina"}
    assert name_key("▮ Lina ▮") == "lina"


@given(st.lists(st.text(alphabet="abehiklnz ▮é", max_size=12), max_size=8))
def test_order_makes_no_difference(names: list[str]) -> None:
    """The names, in whatever order, are merged alike, and each name stands for itself or an earlier one."""
    merged = merge_spellings(names)
    assert merge_spellings(reversed(names)) == merged
    assert all(merged[stands] == stands for stands in merged.values())
