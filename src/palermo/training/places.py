"""Where the training case happens: cities with their names in six languages, invented venues, and the everyday distances."""

from dataclasses import dataclass

from palermo.training.dice import Dice


@dataclass(frozen=True, slots=True)
class City:
    """A city.

    Attributes:
        name: as the program's own table of places has it.
        country: ISO 3166 alpha-2.
        in_language: how adverts of a language write it, where that differs from `name`.
        language: what people there write in first.
    """

    name: str
    country: str
    in_language: dict[str, str]
    language: str

    def written(self, language: str) -> str:
        """Write the name as a text in that language does."""
        return self.in_language.get(language, self.name)


CITIES: tuple[City, ...] = (
    City("Gent", "BE", {"en": "Ghent", "fr": "Gand", "es": "Gante", "zh": "根特"}, "nl"),
    City("Brussel", "BE", {"en": "Brussels", "fr": "Bruxelles", "es": "Bruselas", "de": "Brüssel", "zh": "布鲁塞尔"}, "fr"),
    City("Antwerpen", "BE", {"en": "Antwerp", "fr": "Anvers", "es": "Amberes", "zh": "安特卫普"}, "nl"),
    City("Charleroi", "BE", {"zh": "沙勒罗瓦"}, "fr"),
    City("Leuven", "BE", {"fr": "Louvain", "es": "Lovaina", "de": "Löwen", "zh": "鲁汶"}, "nl"),
    City("Neufchâteau", "BE", {"zh": "讷沙托"}, "fr"),
    City("Torrevieja", "ES", {"zh": "托雷维耶哈"}, "es"),
    City("Alicante", "ES", {"zh": "阿利坎特"}, "es"),
    City("Barcelona", "ES", {"fr": "Barcelone", "zh": "巴塞罗那"}, "es"),
    City("Murcia", "ES", {"fr": "Murcie", "zh": "穆尔西亚"}, "es"),
)  # fmt: skip
"""The cities of the case the project grew from."""

BELGIUM = tuple(city for city in CITIES if city.country == "BE")
SPAIN = tuple(city for city in CITIES if city.country == "ES")

_HOTEL_NAMES = (
    "Linde", "Panorama", "Zwaan", "Étoile", "Parc", "Bellevue", "Sol", "Marina", "Kompas", "Central",
    "Terminus", "Miramar", "Olivo", "Orangerie", "Halte", "Ponton",
)  # fmt: skip

_STREETS = {
    "BE": (
        "Lindelaan",
        "Rue du Moulin",
        "Kaaistraat",
        "Avenue des Tilleuls",
        "Molenweg",
        "Rue de la Gare",
        "Parkplein",
    ),
    "ES": ("Calle del Faro", "Avenida del Olivo", "Calle Mayor", "Paseo del Puerto", "Calle del Molino", "Calle Nueva"),
}


@dataclass(frozen=True, slots=True)
class Venue:
    """A hotel or a let home: invented name and address, the account its takings go to, its telephone."""

    name: str
    kind: str
    address: str
    city: City
    account: str
    phone: str


def address(dice: Dice, country: str) -> str:
    """Invent an address."""
    return f"{dice.choice(_STREETS[country])} {dice.between(1, 180)}"


def make_venue(dice: Dice, city: City, kind: str, account: str, phone: str) -> Venue:
    """Invent a hotel, or a holiday let when `kind` is `short_let`."""
    word = dice.choice(_HOTEL_NAMES)
    name = f"Hotel {word}" if kind == "hotel" else f"{'Appartement' if city.country == 'BE' else 'Apartamento'} {word}"
    return Venue(f"{name} {city.name}", kind, address(dice, city.country), city, account, phone)
