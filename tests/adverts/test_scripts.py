"""A text's script is named in plain words."""

import pytest

from palermo.adverts.scripts import script_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quiet room, été", "Latin"), ("新店开张", "Chinese"), ("тихая комната", "Cyrillic"), ("ひらがな中国", "Japanese"),
        ("مرحبا", "Arabic"), ("ห้องเงียบ", "Thai"), ("room 新店开张", "Chinese and Latin"), ("12 😀 \ud800", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_script_of_most_letters_is_named(text: str, name: str) -> None:
    """The script of most letters is named, and a second one that has a quarter of them."""
    assert script_of(text) == name
