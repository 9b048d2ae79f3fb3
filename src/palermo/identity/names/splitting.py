"""Cuts words into the units that are counted, by their script."""

from collections.abc import Callable, Mapping

from palermo.identity.names.parts import Script
from palermo.identity.names.units import han_units, hangul_units, kana_units, letter_units


def units_of(word: str, script: Script, readings: Mapping[str, str]) -> list[str]:
    """Give the units of a word; `readings` are the Mandarin readings that names have."""
    if script is Script.HAN:
        return han_units(word, readings)
    return _CUT.get(script, letter_units)(word)


_CUT: Mapping[Script, Callable[[str], list[str]]] = {Script.HANGUL: hangul_units, Script.KANA: kana_units}
