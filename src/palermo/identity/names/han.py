"""Reads names in Han characters: Mandarin, Cantonese and Hokkien as papers write them, surnames apart from given names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from palermo.identity.names.schemes import Scheme, schemes_of
from palermo.identity.names.spellings import LONGEST, Spelling, distinct
from palermo.identity.names.units import mandarin, simplified

MOST = 36
"""Spellings kept of one word in Han: each character has several readings, each reading several spellings."""

_EACH = 12
"""Spellings made of one tongue's readings."""

_ABROAD = 36
"""Spellings made of what papers abroad have for each character."""

_NATIVE = 3
"""Characters up to which a word is read in every tongue; longer ones are foreign names, read in Mandarin."""


@dataclass(frozen=True, slots=True)
class HanTable:
    """What is known of names in Han characters, simplified.

    Attributes:
        surnames: characters, and pairs of them, that are surnames.
        surnames_by_rank: the same, the commonest first.
        first: the Mandarin reading that names have, where dictionaries put another first.
        also: further readings that papers have.
        romanised: ways to write pinyin otherwise.
        cantonese: readings in Jyutping.
        cantonese_pieces: ways to write Jyutping.
        hokkien: spellings in Hokkien and Teochew names.
        abroad: spellings in names of Singapore and Malaysia, whatever their tongue.
        spelled: surnames as families write them.
        foreign: foreign names as papers usually write them.
    """

    surnames: frozenset[str]
    surnames_by_rank: tuple[str, ...]
    first: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    romanised: tuple[Scheme, ...]
    cantonese: Mapping[str, tuple[str, ...]]
    cantonese_pieces: tuple[Scheme, ...]
    hokkien: Mapping[str, tuple[str, ...]]
    abroad: Mapping[str, tuple[str, ...]]
    spelled: Mapping[str, tuple[str, ...]]
    foreign: Mapping[str, tuple[str, ...]]


def han_table(table: Mapping[str, Any]) -> HanTable:
    """Make the table out of plain data, as `rules/names/han.yaml` has it."""
    surnames, cantonese = table["surnames"], table["cantonese"]
    readings = {char: tuple(said.split()) for chars, said in cantonese["readings"].items() for char in chars}
    return HanTable(
        surnames=frozenset([*surnames["words"], *surnames["two"]]),
        surnames_by_rank=(*surnames["words"], *surnames["two"]),
        first=table["mandarin"]["first"],
        also={char: tuple(said) for char, said in table["mandarin"]["also"].items()},
        romanised=schemes_of({"schemes": table["romanised"]}),
        cantonese=readings,
        cantonese_pieces=schemes_of({"schemes": cantonese["pieces"]}),
        hokkien={char: tuple(said.split()) for char, said in table["hokkien"]["spellings"].items()},
        abroad={char: tuple(said.split()) for char, said in table["abroad"]["spellings"].items()},
        spelled={char: tuple(said.split()) for char, said in table["spellings"]["rows"].items()},
        foreign={name: tuple(latin.split()) for name, latin in table["foreign"]["rows"].items()},
    )


def pinyin(char: str, table: HanTable) -> str:
    """Give the Mandarin reading that a character has in names; the character itself where none is known."""
    return table.first.get(char) or next(iter(mandarin(char)), char)


def read_han(word: str, table: HanTable) -> list[Spelling]:
    """Spell one word of Han characters, as a surname too where it is one.

    Returns:
        at most seventy-two spellings, pinyin first; empty for a word without a readable character.
    """
    chars = simplified(word[:LONGEST])
    said = [pinyin(char, table) for char in chars]
    readings = [Spelling("".join(said), "han-pinyin", 0)]
    readings += [Spelling(latin, "han-foreign", 0) for latin in table.foreign.get(chars, ())]
    if len(chars) > _NATIVE:
        return distinct(readings)
    readings += [Spelling(latin, "han-surname", 0) for latin in table.spelled.get(chars, ())]
    readings += _romanised(said, table)
    readings += _other_readings(chars, table)
    readings += _cantonese(chars, table)
    readings += _hokkien(chars, table)
    held = distinct([one for one in readings if one.latin.isascii()], MOST)
    return distinct([*held, *_abroad(chars, table)], MOST + _ABROAD)


def split_han(word: str, table: HanTable) -> tuple[str, ...]:
    """Part a name written in one into surname and given name; what has no surname at either end stays in one."""
    chars = simplified(word[:LONGEST])
    if chars in table.foreign:
        return (chars,)
    for size in (2, 1):
        if chars[:size] in table.surnames and size < len(chars) <= size + _NATIVE - 1 + (size == 2):
            return chars[:size], chars[size:]
    if len(chars) == _NATIVE and chars[-1] in table.surnames:
        return chars[:-1], chars[-1:]
    return (chars,)


def _romanised(said: Sequence[str], table: HanTable) -> Iterator[Spelling]:
    """Write pinyin in the other ways."""
    for scheme in table.romanised:
        yield Spelling("".join(map(scheme.spell, said)), scheme.rule, scheme.cost)
    plain_u = "".join(said).replace("v", "u")
    yield Spelling(plain_u, "han-pinyin", 0)
    yield Spelling("".join(said).replace("v", "yu"), "han-pinyin", 0)


def _other_readings(chars: str, table: HanTable) -> Iterator[Spelling]:
    """Read characters that have more than one Mandarin reading otherwise."""
    held = [(pinyin(char, table), *table.also.get(char, ())) for char in chars]
    for said in islice(product(*(dict.fromkeys(one) for one in held)), _EACH):
        yield Spelling("".join(said), "han-other-reading", 5)


def _cantonese(chars: str, table: HanTable) -> Iterator[Spelling]:
    """Write the Cantonese readings in each way; nothing where a character has none."""
    spelled = [
        dict.fromkeys(scheme.spell(said) for said in table.cantonese.get(char, ()) for scheme in table.cantonese_pieces)
        for char in chars
    ]
    for latin in islice(product(*spelled), _EACH):
        yield Spelling("".join(latin), "han-cantonese", 0)


def _hokkien(chars: str, table: HanTable) -> Iterator[Spelling]:
    held = [table.hokkien.get(char, ()) for char in chars]
    for latin in islice(product(*held), _EACH):
        yield Spelling("".join(latin), "han-hokkien", 0)


def _abroad(chars: str, table: HanTable) -> Iterator[Spelling]:
    """Spell as papers of Singapore and Malaysia do, a surname of two characters as one."""
    whole = table.abroad.get(chars)
    held = [whole] if whole else [table.abroad.get(char, ()) for char in chars]
    for latin in islice(product(*held), _ABROAD):
        yield Spelling("".join(latin), "han-abroad", 0)
