"""Invented people: names put together at random, adults all, with nationality and sex drawn apart from everything else."""

from dataclasses import dataclass
from datetime import date, timedelta

from palermo.training.dice import Dice

OLDEST_BIRTH = date(1956, 1, 1)
"""Nobody in the case was born before."""

LATEST_BIRTH = date(1995, 12, 31)
"""Nobody in the case was born after: on its first day the last-born is 23."""

STAGE_NAMES: tuple[str, ...] = (
    "Adela", "Agnes", "Alba", "Alma", "Amara", "Anaïs", "Andrea", "Anita", "Astrid", "Aurora", "Beatriz", "Bianca",
    "Camila", "Carla", "Carmen", "Cecilia", "Celeste", "Clara", "Claudia", "Dalia", "Daria", "Denise", "Diana", "Dora",
    "Elena", "Elisa", "Elvira", "Emilia", "Esther", "Eva", "Fabia", "Fleur", "Flora", "Gabriela", "Gina", "Gloria",
    "Greta", "Hanna", "Helena", "Hilde", "Ilona", "Ines", "Ingrid", "Irene", "Iris", "Isabel", "Ivana", "Jasmin",
    "Joana", "Judith", "Julia", "Karin", "Katia", "Laura", "Lea", "Leonora", "Lidia", "Lina", "Livia", "Lorena",
    "Lucia", "Luna", "Magda", "Maia", "Mara", "Margot", "Marina", "Marta", "Melania", "Mila", "Mira", "Monica",
    "Nadia", "Natalia", "Nerea", "Nina", "Noelia", "Nora", "Octavia", "Olga", "Olivia", "Paloma", "Patricia", "Paula",
    "Petra", "Rafaela", "Regina", "Renata", "Rita", "Rocio", "Rosa", "Roxana", "Ruth", "Sabine", "Salma", "Sandra",
    "Selma", "Serena", "Silvia", "Sofia", "Sonia", "Stella", "Susana", "Tamara", "Tania", "Teresa", "Valeria", "Vera",
    "Veronica", "Victoria", "Viola", "Wanda", "Xenia", "Yara", "Yolanda", "Yvette", "Zelda", "Zora", "Lin", "Mei", "Yan",
    "Ping", "Hua", "Jing", "Lan", "Ying",
)  # fmt: skip
"""Names to advertise under; two who know nothing of one another may well take the same."""

SPELLINGS: dict[str, str] = {
    "Anaïs": "Anais", "Katia": "Katja", "Lucia": "Lucía", "Monica": "Mónica", "Sofia": "Sophia", "Sonia": "Sonja",
    "Tania": "Tanja", "Victoria": "Viktoria", "Veronica": "Verónica", "Helena": "Elena", "Ines": "Inès",
    "Hanna": "Hannah", "Jasmin": "Yasmin", "Silvia": "Sylvia", "Nadia": "Nadja", "Carla": "Karla", "Maia": "Maya",
    "Natalia": "Nathalia", "Rocio": "Rocío", "Claudia": "Klaudia",
}  # fmt: skip
"""A second spelling of a name, as its bearer may use it."""

_GIVEN = (
    ("Bert", ""), ("Carine", ""), ("Dirk", ""), ("Els", ""), ("Farid", ""), ("Gilles", ""), ("Hafsa", ""), ("Joaquín", ""),
    ("Karel", ""), ("Leila", ""), ("Marisol", ""), ("Nuria", ""), ("Oksana", "Оксана"), ("Pilar", ""), ("Rachid", ""),
    ("Sergio", ""), ("Tatiana", "Татьяна"), ("Ursula", ""), ("Vasile", ""), ("Wei", "伟"), ("Xin", "欣"), ("Yolande", ""),
    ("Zainab", ""), ("Amélie", ""), ("Bogdan", ""), ("Chen", "晨"), ("Dolores", ""), ("Emre", ""), ("Fang", "芳"), ("Grace", ""),
    ("Hui", "慧"), ("Ivo", ""), ("Jelena", "Јелена"), ("Kwame", ""), ("Luc", ""), ("Mercedes", ""), ("Nadège", ""), ("Ousmane", ""),
)  # fmt: skip

_FAMILY = (
    ("Aerdenburg", ""), ("Belloquin", ""), ("Cantaluz", ""), ("Dewolvers", ""), ("Estremar", ""), ("Fontevray", ""),
    ("Grandsart", ""), ("Haverbosch", ""), ("Ibarrondal", ""), ("Jaskowicz", ""), ("Kestemolen", ""), ("Lindomar", ""),
    ("Mbayero", ""), ("Noordvelde", ""), ("Olmedano", ""), ("Popovar", "Поповар"), ("Quintarel", ""), ("Rosmarin", ""),
    ("Sandovinas", ""), ("Terhoeve", ""), ("Uyttersel", ""), ("Valdeluz", ""), ("Wang", "王"), ("Xu", "徐"), ("Ysebrand", ""),
    ("Zhang", "张"), ("Addobea", ""), ("Benchelloun", ""), ("Cornevin", ""), ("Dumitrel", ""), ("Liu", "刘"), ("Petrenkiv", "Петренків"),
)  # fmt: skip

NATIONALITIES = (
    "BE",
    "ES",
    "FR",
    "NL",
    "DE",
    "RO",
    "BG",
    "PT",
    "MA",
    "CN",
    "BR",
    "CO",
    "UA",
    "NG",
    "PH",
    "TR",
    "PL",
    "IT",
)
"""Drawn at random for everybody alike, so that nothing in the case hangs on it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as papers have it, and in its own script where that is another."""

    latin: str
    native: str


def make_name(dice: Dice, family: int | None = None) -> Name:
    """Invent a name; `family` (a number) gives relatives the same last name."""
    given, given_native = dice.choice(_GIVEN)
    last, last_native = dice.choice(_FAMILY) if family is None else _FAMILY[family % len(_FAMILY)]
    native = ""
    if given_native and last_native:
        native = last_native + given_native if last_native in "王徐张刘" else f"{given_native} {last_native}"
    return Name(f"{given} {last}", native)


def make_birth_date(dice: Dice) -> date:
    """Draw a date of birth, always an adult's."""
    return OLDEST_BIRTH + timedelta(days=dice.between(0, (LATEST_BIRTH - OLDEST_BIRTH).days))
