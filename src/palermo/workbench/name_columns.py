"""Names the columns of a table that is written again with columns added: none without a name, no name given twice by us."""

from collections.abc import Sequence


def names_of_columns(header: Sequence[str], width: int, added: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the names of all columns written, the added ones last, and what was decided, in sentences.

    Columns of the file keep their names. One without a name is named by its place, `column 4`; an added one whose name
    the file has is numbered, `score_2`.

    Args:
        header: the names as the file has them.
        width: how many columns its rows have, at least as many as there are names.
        added: the names of what is added.
    """
    held = [*header, *("" for _ in range(width - len(header)))]
    taken = {name.strip().casefold() for name in held}
    named = [name if name.strip() else _free(f"column {at}", taken) for at, name in enumerate(held, 1)]
    ours = [_free(name, taken) for name in added]
    notes = [
        f"The file has a column “{name}” of its own: what was worked out stands in “{own}”."
        for name, own in zip(added, ours, strict=True)
        if name != own
    ]
    nameless = [f"“{name}”" for name, before in zip(named, held, strict=True) if name != before]
    if nameless:
        notes.append(f"{_listed(nameless)}: columns without a name, named by their place.")
    return [*named, *ours], notes


def _free(name: str, taken: set[str]) -> str:
    """Give a name no column has yet, and take it."""
    number = 1
    free = name
    while free.casefold() in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free.casefold())
    return free


def _listed(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most:,} more" if len(names) > most else "")
