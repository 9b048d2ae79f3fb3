"""Counts how units of other scripts are written in Latin letters: `identity_names_counting.py FOLDER OUT [PART]`.

FOLDER holds `wd_LANGUAGE_80` of NETransliteration-COLING2018 (Y. Merhav and S. Ash, 2018; CC0; github
steveash/NETransliteration-COLING2018), rows of `latin, letters apart, count`. What is written to OUT are the tables
`src/palermo/rules/names/sounds/*.yaml`. Which stretch of Latin letters goes with which unit is found by expectation and
maximisation; the weights that make a likelihood a verdict are fitted on the same rows, each against the most alike Latin name of
another row and against a random one. Nothing of `_20` is read.
"""

import sys
from itertools import pairwise
from pathlib import Path

import numba as nb
import numpy as np
import numpy.typing as npt

from identity_names_pairs import SCRIPTS, read_pairs
from palermo.adapters.rules import load
from palermo.identity.names.sounds import EMPTY, letter_of
from palermo.identity.names.splitting import units_of
from palermo.identity.names.units import END, START, in_context, out_of_context

LONGEST = {"chinese": 5, "arabic": 4, "korean": 3, "russian": 4, "hebrew": 4, "katakana": 4}
CONTEXT = {"arabic", "korean", "russian", "hebrew", "katakana"}
_ROUNDS = 12
_BACK = 3.0
"""How many sightings a unit's writings without regard to context are worth within a context."""

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


@nb.njit(cache=True)
def arcs(units, unit_first, letters, letter_first, longest, most, fill, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, PLR0913
    """List every unit of every pair with every stretch of letters it may be written as; gives how many there are."""
    k = 0
    for p in range(len(unit_first) - 1):
        m = letter_first[p + 1] - letter_first[p]
        for i in range(unit_first[p], unit_first[p + 1]):
            for j in range(m + 1):
                code = 0
                for size in range(longest + 1):
                    if j + size > m:
                        break
                    if size > 0:
                        code = code * 27 + letters[letter_first[p] + j + size - 1]
                    if fill:
                        out[k] = units[i] * most + code
                    k += 1
    return k


@nb.njit(cache=True)
def expect(unit_first, letter_first, longest, arc, share, count):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, C901
    """Add up how often each writing is met, by the shares so far; pairs that hardly fit weigh little."""
    begin = 0
    for p in range(len(unit_first) - 1):
        n, m = unit_first[p + 1] - unit_first[p], letter_first[p + 1] - letter_first[p]
        ahead, behind = np.zeros((n + 1, m + 1)), np.zeros((n + 1, m + 1))
        at = np.empty((n, m + 1), np.int64)
        ahead[0, 0] = 1.0
        for i in range(n):
            for j in range(m + 1):
                at[i, j] = begin
                for size in range(min(longest, m - j) + 1):
                    ahead[i + 1, j + size] += ahead[i, j] * share[arc[begin]]
                    begin += 1
        whole = ahead[n, m]
        if whole <= 0:
            continue
        behind[n, m] = 1.0
        for i in range(n - 1, -1, -1):
            for j in range(m + 1):
                for size in range(min(longest, m - j) + 1):
                    behind[i, j] += share[arc[at[i, j] + size]] * behind[i + 1, j + size]
        weight = 0.05 if np.log(whole) / m < -3.2 else 1.0
        for i in range(n):
            for j in range(m + 1):
                if ahead[i, j] > 0:
                    for size in range(min(longest, m - j) + 1):
                        k = arc[at[i, j] + size]
                        count[k] += weight * ahead[i, j] * share[k] * behind[i + 1, j + size] / whole


def counted(pairs: list[tuple[list[str], str]], longest: int) -> dict[str, dict[str, float]]:
    """Give for each unit how often it is written as what."""
    pairs = [(units, latin) for units, latin in pairs if 0 < len(latin) <= min(25, longest * len(units))]
    number = {unit: at for at, unit in enumerate(dict.fromkeys(unit for units, _ in pairs for unit in units))}
    units = np.array([number[unit] for held, _ in pairs for unit in held])
    letters = np.array([letter_of(char) for _, latin in pairs for char in latin])
    unit_first = np.cumsum([0, *(len(held) for held, _ in pairs)])
    letter_first = np.cumsum([0, *(len(latin) for _, latin in pairs)])
    most = 27**longest + 1
    size = arcs(units, unit_first, letters, letter_first, longest, most, False, np.empty(0, np.int64))
    listed = np.empty(size, np.int64)
    arcs(units, unit_first, letters, letter_first, longest, most, True, listed)
    keys, arc = np.unique(listed, return_inverse=True)
    of = keys // most
    written = [_latin(int(code)) for code in keys % most]
    share = np.exp(-np.array([len(one) for one in written], float))
    share[((of == number[START]) | (of == number[END])) & (keys % most > 0)] *= 1e-3
    share /= np.bincount(of, share)[of]
    count = share
    for _ in range(_ROUNDS):
        count = np.zeros(len(keys))
        expect(unit_first, letter_first, longest, arc, share, count)
        count = np.maximum(count - 0.3, 0)
        share = count / np.maximum(np.bincount(of, count), 1e-9)[of] + 1e-9
    names = list(number)
    found: dict[str, dict[str, float]] = {}
    for k in np.flatnonzero(count >= 1.0):
        found.setdefault(names[of[k]], {})[written[k]] = float(count[k])
    return found


def costs(found: dict[str, dict[str, float]]) -> dict[str, dict[str, int]]:
    """Make counts costs in hundredths of a nat; a unit in its context leans on the unit out of it."""
    whole: dict[str, dict[str, float]] = {}
    for unit, writings in found.items():
        held = whole.setdefault(out_of_context(unit), {})
        for latin, count in writings.items():
            held[latin] = held.get(latin, 0) + count
    told = {unit: _costs(writings, {}) for unit, writings in whole.items()}
    for unit, writings in found.items():
        if unit not in told and sum(writings.values()) > 20:
            told[unit] = _costs(writings, whole[out_of_context(unit)])
    return told


def _costs(writings: dict[str, float], back: dict[str, float]) -> dict[str, int]:
    total, wide = sum(writings.values()), sum(back.values()) or 1.0
    held = _BACK if back else 0.0
    shares = {
        one: (writings.get(one, 0) + held * back.get(one, 0) / wide) / (total + held) for one in {**writings, **back}
    }
    cost = {one: round(-100 * np.log(share)) for one, share in shares.items() if share > 0}
    return dict(sorted(((one, nats) for one, nats in cost.items() if nats <= 900), key=lambda pair: (pair[1], pair[0])))


def _latin(code: int) -> str:
    out = ""
    while code:
        out = chr(96 + code % 27) + out
        code //= 27
    return out


def table_of(language: str, folder: Path, part: str) -> tuple[str, dict[str, dict[str, int]]]:
    """Count the pairs of a language."""
    script = SCRIPTS[language]
    readings = load("names/han")["mandarin"]["first"]  # type: ignore[index, call-overload]
    pairs = []
    for latin, written in read_pairs(folder, language, part):
        units = units_of(written, script, readings)  # type: ignore[arg-type]
        if language in CONTEXT:
            units = in_context(units)
        pairs.append(([START, *units, END], latin))
    return script.name.lower(), costs(counted(pairs, LONGEST[language]))


def follows(folder: Path, part: str) -> dict[str, list[int]]:
    """Count which letter follows which in the Latin names of all languages."""
    count = np.full((27, 27), 0.5)
    for language in LONGEST:
        for latin, _ in read_pairs(folder, language, part):
            letters = [0, *map(letter_of, latin), 0]
            for one, other in pairwise(letters):
                count[one, other] += 1
    told = np.round(-100 * np.log(count / count.sum(1, keepdims=True))).astype(int)
    return {(EMPTY if at == 0 else chr(96 + at)): [int(cost) for cost in told[at]] for at in range(27)}


def main() -> None:
    """Count, and write the tables; the weights are fitted by `identity_names_weights.py`."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else "80"
    out.mkdir(parents=True, exist_ok=True)
    for language in LONGEST:
        script, told = table_of(language, folder, part)
        lines = [
            f"  {_quoted(unit)}: {' '.join(f'{one or EMPTY} {cost}' for one, cost in held.items())}"
            for unit, held in told.items()
        ]
        (out / f"{script}.units").write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{language}: {len(told):,} units, {sum(map(len, told.values())):,} writings")
    rows = [f"  {_quoted(letter)}: {' '.join(map(str, held))}" for letter, held in follows(folder, part).items()]
    (out / "follows.units").write_text("\n".join(rows) + "\n", "utf-8")


def _quoted(unit: str) -> str:
    return '"' + unit.replace('"', "'") + '"'


if __name__ == "__main__":
    main()
