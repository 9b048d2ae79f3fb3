"""Holds what the units of other scripts are usually written as in Latin letters, counted from published pairs of names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from palermo.identity.names.parts import Script
from palermo.identity.names.units import END, START, in_context

EMPTY = "-"
"""What stands in a table for a unit that is not written at all."""

LONGEST = 6
"""The most letters a unit is written as."""

_LETTERS = 27
_RARE = (5.0, 6.2, 8.4, 10.6, 12.8, 15.0, 17.2)
"""What a writing that was never counted costs, by its letters, in nats."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """The counted writings of all scripts as flat arrays.

    Attributes:
        unit: the number of a unit, by script.
        first: where the writings of a unit begin; one more than there are units.
        code: each writing as a number, in order within its unit.
        told: how likely it is, as a logarithm.
        follows: how likely one letter follows another in any name, as a logarithm; 0 is the edge.
        weights: for each script, how a likelihood becomes nats for or against one name.
        other_syllables: what a name in pinyin speaks against Han characters that are read otherwise.
        usual: the usual writing of each unit, by script.
    """

    unit: Mapping[Script, Mapping[str, int]]
    first: npt.NDArray[np.int64]
    code: npt.NDArray[np.int64]
    told: npt.NDArray[np.float64]
    follows: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    other_syllables: float
    usual: Mapping[Script, Mapping[str, str]]


def sounds_of(tables: Sequence[Mapping[str, Any]], common: Mapping[str, Any]) -> Sounds:
    """Make the arrays out of plain data: `rules/names/sounds/*.yaml`, and `letters.yaml` for what is common to them."""
    unit: dict[Script, dict[str, int]] = {}
    usual: dict[Script, dict[str, str]] = {}
    first, code, told = [0], [], []
    weights = np.zeros((len(Script), 6))
    for table in tables:
        script = Script[table["script"].upper()]
        weights[script] = table["weights"]
        for name, row in table["units"].items():
            writings = _writings(row)
            unit.setdefault(script, {})[name] = len(first) - 1
            usual.setdefault(script, {})[name] = max(writings, key=lambda one: writings[one])
            for number, nats in sorted((number_of(one), nats) for one, nats in writings.items()):
                code.append(number)
                told.append(nats)
            first.append(len(code))
    return Sounds(
        unit, np.array(first, np.int64), np.array(code, np.int64), np.array(told), _follows(common["follows"]["rows"]),
        weights, float(common["other_syllables"]["nats"]), usual,
    )  # fmt: skip


def floor_of() -> npt.NDArray[np.float64]:
    """Give what a writing that was never counted tells, by how many letters it has."""
    return -np.array(_RARE[: LONGEST + 1])


def number_of(latin: str) -> int:
    """Give letters a to z as one number."""
    number = 0
    for char in latin:
        number = number * _LETTERS + letter_of(char)
    return number


def letter_of(char: str) -> int:
    """Give a letter's number, 1 to 26; 0 for what is none."""
    at = ord(char) - 96
    return at if 1 <= at <= 26 else 0


def units_with_edges(units: Sequence[str], script: Script, sounds: Sounds) -> tuple[int, ...]:
    """Give the numbers of a word's units between its edges, in their context where it was counted; -1 for unknown ones."""
    known = sounds.unit.get(script)
    if known is None or not units:
        return ()
    told = (known.get(one, known.get(unit, -1)) for unit, one in zip(units, in_context(units), strict=True))
    return (known[START], *told, known[END])


def _writings(row: str) -> dict[str, float]:
    words = row.split()
    return {
        "" if latin == EMPTY else latin: -int(cost) / 100 for latin, cost in zip(words[::2], words[1::2], strict=True)
    }


def _follows(rows: Mapping[str, str]) -> npt.NDArray[np.float64]:
    table = np.full((_LETTERS, _LETTERS), -9.0)
    for letter, costs in rows.items():
        table[0 if letter == EMPTY else letter_of(letter)] = [-int(cost) / 100 for cost in costs.split()]
    return table
