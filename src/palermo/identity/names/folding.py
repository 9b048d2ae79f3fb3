"""Writes Latin spellings as they sound, so that customs of spelling meet, and codes names by their consonants."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from palermo.identity.names.schemes import Scheme, schemes_of

_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Folding:
    """How spellings are folded by sound, and the classes of consonants."""

    sound: Scheme
    classes: Mapping[str, str]


def folding_of(table: Mapping[str, Any]) -> Folding:
    """Make the table out of plain data, as `rules/names/alike.yaml` has it."""
    return Folding(schemes_of(table)[0], table["classes"]["rows"])


def by_sound(latin: str, folding: Folding) -> str:
    """Write a spelling by its sound: yulia, julia and iuliia give one."""
    return folding.sound.spell(latin)


def by_consonants(latin: str, folding: Folding) -> str:
    """Code a spelling by its consonants in their classes, a vowel at the start as `a`; doubled ones are one."""
    sounded = by_sound(latin, folding)
    code = "a" if sounded[:1] in _VOWELS else ""
    for char in sounded:
        held = folding.classes.get(char, "")
        if held and not code.endswith(held):
            code += held
    return code
