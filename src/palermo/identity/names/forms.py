"""Numbers the names that words are forms of: given names with their call names, names with several known spellings."""

from collections.abc import Iterable, Mapping, Sequence

from palermo.identity.names.mandarin import Mandarin
from palermo.identity.names.variants import Variants

_KINDS = 3
"""A form is three times the number of its name, and how it belongs: 0 the name, 1 a call name, 2 a known spelling."""

_CHARACTERS = 150
"""Surnames in Han, the commonest first, whose Latin spellings are held to be one."""

Forms = dict[str, tuple[int, ...]]


def forms_of(
    variants: Variants, spelled: Sequence[Mapping[str, tuple[str, ...]]], equal: Sequence[str], mandarin: Mandarin
) -> tuple[Forms, Forms, list[str]]:
    """Give for each spelling the forms it is by call names, those it is by known spellings, and what each name is."""
    through: list[str] = []
    called: dict[str, list[int]] = {}
    for name, calls in sorted(variants.calls.items()):
        number = len(through) * _KINDS
        through.append(name)
        called.setdefault(name, []).append(number)
        for call in sorted(calls):
            called.setdefault(call, []).append(number + 1)
    known: dict[str, list[int]] = {}

    def one_name(name: str, writings: Iterable[str]) -> None:
        number = len(through) * _KINDS
        through.append(name)
        for latin in dict.fromkeys(writings):
            known.setdefault(latin, []).append(number + 2)

    for table in spelled:
        for written, writings in table.items():
            one_name(written, writings)
    for row in equal:
        one_name(row.split()[0], row.split())
    for char, latins in _surnames(mandarin).items():
        one_name(char, latins)
    return _fixed(called), _fixed(known), through


def _surnames(mandarin: Mandarin) -> dict[str, list[str]]:
    """Give the Latin writings of the commonest surnames in Han."""
    held: dict[str, list[str]] = {char: [] for char in mandarin.ranked[:_CHARACTERS]}
    for latin, chars in mandarin.surnames.items():
        for char in chars:
            if char in held:
                held[char].append(latin)
    return held


def _fixed(forms: dict[str, list[int]]) -> Forms:
    return {latin: tuple(numbers) for latin, numbers in forms.items()}
