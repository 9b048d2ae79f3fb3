"""Reads every phone number, messenger name, mail and page in a free text, in whatever way it is written."""

from dataclasses import dataclass

_PLAIN_WAYS = frozenset({"digits", "handle", "mail", "page"})


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact in a text.

    Attributes:
        value: in canonical writing, as `palermo.kit.phones.read_contact` gives it.
        start: where it begins in the text, in characters.
        end: the character after its last.
        as_written: the stretch of the text from `start` to `end`.
        ways: how it is written, sorted: `digits`, `handle`, `mail`, `page`, or the disguises used.
    """

    value: str
    start: int
    end: int
    as_written: str
    ways: tuple[str, ...]

    @property
    def plain(self) -> bool:
        """Whether it is written so that a machine reads it easily."""
        return _PLAIN_WAYS.issuperset(self.ways)


def read_contacts(text: str) -> tuple[Contact, ...]:
    """Read the contacts of a text, in the order of their beginnings; they never overlap."""
    return ()
