"""All writings of one city give one key."""

import pytest

from palermo.kit.cities import city_key


@pytest.mark.parametrize(
    "names",
    [
        ("Gent", "GAND", "Ghent", "Gante"),
        ("Donostia", "San Sebastián", "san sebastian", "Donostia / San Sebastián"),
        ("Vitoria-Gasteiz", "Vitoria", "Gasteiz"),
    ],
)
def test_writings_of_one_city_are_one(names: tuple[str, ...]) -> None:
    """Dutch, French, English, Spanish and Basque names of a city are one place to every rule."""
    assert len({city_key(name) for name in names}) == 1


def test_cities_the_table_does_not_hold_are_told_apart() -> None:
    """A city that is not in the table is known by its own folded name; an empty name has no key."""
    assert city_key("Érd") == city_key("erd") != city_key("Erding")
    assert city_key("") == ""
