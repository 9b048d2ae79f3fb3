"""Numbers the names that words are forms of: given names with their call names, names with several known spellings."""

from collections.abc import Mapping, Sequence

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
    for written, writings in (row for table in spelled for row in table.items()):
        number = len(through) * _KINDS
        through.append(written)
        for latin in writings:
            known.setdefault(latin, []).append(number + 2)
    for row in equal:
        number = len(through) * _KINDS
        names = row.split()
        through.append(names[0])
        for latin in dict.fromkeys(names):
            known.setdefault(latin, []).append(number + 2)
    chars: dict[str, list[str]] = {}
    for latin, held in mandarin.surnames.items():
        for char in held:
            chars.setdefault(char, []).append(latin)
    for char in list(mandarin.ranked)[:_CHARACTERS]:
        number = len(through) * _KINDS
        through.append(char)
        for latin in chars.get(char, ()):
            known.setdefault(latin, []).append(number + 2)
    return _fixed(called), _fixed(known), through


def _fixed(forms: dict[str, list[int]]) -> Forms:
    return {latin: tuple(numbers) for latin, numbers in forms.items()}
