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
_NEVER = -1.0e9
_RARE = (5.0, 6.2, 8.4, 10.6, 12.8, 15.0, 17.2)
"""What a writing that was never counted costs, by its letters, in nats."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """The counted writings of all scripts as flat arrays.

    Attributes:
        unit: the number of a unit, by script; the beginning of its writings has the same number.
        next: which beginning of a writing a letter makes of another, by their numbers; -1 for none.
        told: how likely a unit is written as what was begun, as a logarithm; far under any where it never was.
        best: how likely each unit's likeliest writing is, as a logarithm.
        follows: how likely one letter follows another in any name, as a logarithm; 0 is the edge.
        weights: for each script, how a likelihood becomes nats for or against one name.
        other_syllables: what a name in pinyin speaks against Han characters that are read otherwise.
        usual: the usual writing of each unit, by script.
    """

    unit: Mapping[Script, Mapping[str, int]]
    next: npt.NDArray[np.int32]
    told: npt.NDArray[np.float64]
    best: npt.NDArray[np.float64]
    follows: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    other_syllables: float
    usual: Mapping[Script, Mapping[str, str]]


def sounds_of(tables: Sequence[Mapping[str, Any]], common: Mapping[str, Any]) -> Sounds:
    """Make the arrays out of plain data: `rules/names/sounds/*.yaml`, and `letters.yaml` for what is common to them."""
    unit: dict[Script, dict[str, int]] = {}
    usual: dict[Script, dict[str, str]] = {}
    rows: list[dict[str, float]] = []
    weights = np.zeros((len(Script), 6))
    for table in tables:
        script = Script[table["script"].upper()]
        weights[script] = table["weights"]
        for name, row in table["units"].items():
            writings = _writings(row)
            unit.setdefault(script, {})[name] = len(rows)
            usual.setdefault(script, {})[name] = max(writings, key=lambda one: writings[one])
            rows.append(writings)
    after, told = _beginnings(rows)
    best = np.array([max(writings.values()) for writings in rows])
    return Sounds(
        unit, after, told, best, _follows(common["follows"]["rows"]), weights, float(common["other_syllables"]["nats"]), usual,
    )  # fmt: skip


def _beginnings(rows: Sequence[Mapping[str, float]]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
    """Number the beginnings of all writings of each unit: which letter leads from one to which, and what each tells."""
    after = [[-1] * _LETTERS for _ in rows]
    told = [_NEVER] * len(rows)
    for number, writings in enumerate(rows):
        after[number][0] = number
        for latin, nats in writings.items():
            at = number
            for letter in map(letter_of, latin):
                if after[at][letter] < 0:
                    after[at][letter] = len(after)
                    after.append([-1] * _LETTERS)
                    told.append(_NEVER)
                at = after[at][letter]
            told[at] = nats
    return np.array(after, np.int32), np.array(told)


def floor_of() -> npt.NDArray[np.float64]:
    """Give what a writing that was never counted tells, by how many letters it has."""
    return -np.array(_RARE[: LONGEST + 1])


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
