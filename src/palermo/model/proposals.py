"""What identity proposes: two records that may be one, with what speaks for it and what against, and never more than that."""

from dataclasses import dataclass

from palermo.model.ids import RowKey


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was compared between two records.

    Attributes:
        what: what was compared: `name`, `birth date`, `document`, `phone`, `address`, `account`; `household` for what
            is taken away because people of one household share it.
        level: the name of the level reached, as the model's page lists it.
        millibits: what it says for the two being one, in thousandths of a bit; below 0 it speaks against, 0 says nothing.
        one: the value of the first record, as written; empty where it has none.
        other: that of the second.
        sentence: why the level was reached, as a person may read it aloud.
    """

    what: str
    level: str
    millibits: int
    one: str
    other: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records that may be one; a person decides.

    Attributes:
        a: the key of the first record; the lesser of the two.
        b: that of the second.
        prior: how likely any two records are one before anything is compared, in thousandths of a bit.
        compared: what was compared, in the model's order; `prior` and these add up to `millibits`.
    """

    a: RowKey
    b: RowKey
    prior: int
    compared: tuple[Compared, ...]

    @property
    def millibits(self) -> int:
        """All that was compared and the prior together, in thousandths of a bit; 0 is as likely as not."""
        return self.prior + sum(one.millibits for one in self.compared)
