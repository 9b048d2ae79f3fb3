"""Invents a table of persons with repeats and errors for the benchmark of linkage: nobody in it lives."""

import csv
from pathlib import Path

from palermo.training.dice import Dice

HEADER = ("rec_id", "given_name", "surname", "street_number", "address_1", "suburb", "postcode", "date_of_birth")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STARTS = (
    "b",
    "br",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
    "",
)
_VOWELS = ("a", "e", "i", "o", "u", "aa", "ei", "ou", "ia")
_ENDS = ("", "n", "r", "s", "l", "m", "t", "nd", "rs", "ck")


def word(dice: Dice, syllables: int) -> str:
    """Make a word that means nothing."""
    return "".join(dice.choice(_STARTS) + dice.choice(_VOWELS) for _ in range(syllables)) + dice.choice(_ENDS)


def common_first(dice: Dice, words: list[str]) -> str:
    """Draw a word, those at the front more often."""
    return words[min(int(len(words) * dice.random() ** 3), len(words) - 1)]


def mistyped(dice: Dice, text: str) -> str:
    """Change, drop, double or swap a letter."""
    if len(text) < 2:
        return text
    at = dice.between(0, len(text) - 2)
    digit = text[at].isdigit()
    other = dice.choice("0123456789" if digit else _LETTERS)
    changed = (text[:at] + other + text[at + 1 :], text[:at] + text[at + 1 :], text[: at + 1] + text[at:])
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return changed[0] if digit else dice.choice((*changed, swapped))


def write_people(path: Path, records: int) -> None:
    """Write a table of so many records, seven of ten of persons not met before; `rec_id` is `rec-PERSON-COPY`."""
    dice = Dice(f"people of {records}")
    given = sorted({word(dice, 2) for _ in range(3_000)})
    family = sorted({word(dice, 3) for _ in range(60_000)})
    streets = sorted({word(dice, 3) + " street" for _ in range(4_000)})
    towns = [(word(dice, 3), f"{1000 + 7 * at}") for at in range(1_200)]
    for words in (given, family, streets):
        dice.shuffle(words)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        people = max(1, records * 7 // 10)
        copies = [0] * people
        for at in range(people, records):
            copies[dice.between(0, people - 1) if at else 0] += 1
        for person in range(people):
            town, code = dice.choice(towns)
            born = f"{dice.between(1940, 2006)}-{dice.between(1, 12):02}-{dice.between(1, 28):02}"
            values = [
                common_first(dice, given), common_first(dice, family), str(dice.between(1, 180)), dice.choice(streets),
                town, code, born,
            ]  # fmt: skip
            out.writerow([f"rec-{person}-0", *values])
            for copy in range(copies[person]):
                out.writerow([f"rec-{person}-{copy + 1}", *_damaged(dice, values)])


def _damaged(dice: Dice, values: list[str]) -> list[str]:
    """Copy a record with an error in about every fifth value."""
    found = list(values)
    for at, value in enumerate(values):
        if dice.chance(0.12):
            found[at] = mistyped(dice, value)
        elif dice.chance(0.06):
            found[at] = ""
    if dice.chance(0.04):
        found[0], found[1] = found[1], found[0]
    year, month, day = values[-1].split("-")
    if dice.chance(0.04):
        found[-1] = f"{year}-{day}-{month}" if int(day) <= 12 else f"{year}-01-01"
    return found
