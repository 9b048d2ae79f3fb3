"""Reads a text with the fast reader of contacts, from letters as the kit folds them."""

import numpy as np
import numpy.typing as npt

from palermo.adverts.kernels.contacts import contact_tables, find_contacts
from palermo.kit.fold import fold_mapped

GAP = "\ue000"


def letters_of(text: str) -> npt.NDArray[np.int32]:
    """Fold a text and give its code points."""
    return np.array([ord(char) for char in fold_mapped(text, gap=GAP).text], dtype=np.int32)


def spans(letters: npt.NDArray[np.int32], room: int = 512) -> list[tuple[int, int, int]]:
    """Give start, end and key of each contact."""
    start, end = np.empty(room, np.int64), np.empty(room, np.int64)
    key = np.empty(room, np.uint64)
    count = int(find_contacts(letters, len(letters), contact_tables(), start, end, key))
    return list(zip(start[:count].tolist(), end[:count].tolist(), key[:count].tolist(), strict=True))


def read_keys(text: str) -> list[int]:
    """Give the keys of the contacts of a text, in order."""
    return [key for _, _, key in spans(letters_of(text))]
