"""The parts of every language of the trials."""

from palermo.training.trials.words.en import ENGLISH
from palermo.training.trials.words.es import SPANISH
from palermo.training.trials.words.fr import FRENCH
from palermo.training.trials.words.nl import DUTCH
from palermo.training.trials.words.part import Parts
from palermo.training.trials.words.zh import CHINESE

PARTS: dict[str, Parts] = {parts.code: parts for parts in (ENGLISH, FRENCH, DUTCH, SPANISH, CHINESE)}
"""By language."""

__all__ = ["PARTS", "Parts"]
