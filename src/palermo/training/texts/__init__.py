"""The phrases of invented adverts, one module a language."""

from palermo.training.texts.de import GERMAN
from palermo.training.texts.en import ENGLISH
from palermo.training.texts.es import SPANISH
from palermo.training.texts.fr import FRENCH
from palermo.training.texts.language import Language
from palermo.training.texts.nl import DUTCH
from palermo.training.texts.zh import CHINESE, TRADITIONAL

LANGUAGES: dict[str, Language] = {found.code: found for found in (DUTCH, FRENCH, ENGLISH, SPANISH, GERMAN, CHINESE)}
"""Every language of the training case by its code."""

__all__ = ["LANGUAGES", "TRADITIONAL", "Language"]
