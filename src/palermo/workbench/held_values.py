"""Tells whether an erased value stands in a text that people wrote."""

import re
from collections.abc import Set

from palermo.kit.contacts import read_contacts

_WORDS = re.compile(r"\S+")
_LONGEST = 12
"""How many words a value has at most."""


def holds_any(text: str, values: Set[str]) -> bool:
    """Tell whether any value stands in a text: as a run of words, or as a contact in any writing."""
    words = [word.strip("\"'“”‘’.,;:!?()[]{}") for word in _WORDS.findall(re.sub(r'[{}"\\]+', " ", text))]
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            if " ".join(words[start:end]) in values:
                return True
    return any(contact.value.casefold() in values for contact in read_contacts(text))
