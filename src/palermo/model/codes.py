"""Evaluation codes (A, B, C, X with 1 to 4) and handling codes (H0 to H3), and how codes combine.

Source: Regulation (EU) 2016/794 Art 29 for the evaluation codes; handling codes as used on SIENA. A person sets a
code, never the program; what nobody assessed is X4. What is derived inherits the strictest codes of what it rests on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from palermo.model.errors import WrongUse


class SourceGrade(StrEnum):
    """How far the source can be relied on, best first."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


class InformationGrade(StrEnum):
    """How the source knows it, best first."""

    SURE = "1"
    KNOWN = "2"
    CORROBORATED = "3"
    UNKNOWN = "4"


class Handling(StrEnum):
    """Where it may go, loosest first: H0 crime use, H1 not in court, H2 not passed on, H3 other restriction in words."""

    H0 = "H0"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code as written on a sheet.

        Raises:
            WrongUse: it is none of H0, H1, H2, H3.
        """
        try:
            return cls(text.strip().upper())
        except ValueError:
            raise WrongUse(f"“{text}” is no handling code.", way_out="Write one of H0, H1, H2, H3.") from None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Source and information grade together, written like `B2`."""

    source: SourceGrade
    information: InformationGrade

    def __str__(self) -> str:
        """Write it the way sheets do: `X4`."""
        return f"{self.source}{self.information}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code such as `B2`.

        Raises:
            WrongUse: it is not a letter A, B, C or X and a digit 1 to 4.
        """
        written = text.strip().upper()
        try:
            return cls(SourceGrade(written[:1]), InformationGrade(written[1:]))
        except ValueError:
            raise WrongUse(
                f"“{text}” is no evaluation code.", way_out="Write A, B, C or X and then 1, 2, 3 or 4, as in B2."
            ) from None


NOT_ASSESSED = Evaluation(SourceGrade.X, InformationGrade.UNKNOWN)
"""X4: what stands where nobody assessed anything."""

BASIS_NOT_STATED_HANDLING = Handling.H1
"""The handling code of what came in without a source sheet."""


def strictest_handling(codes: Iterable[Handling]) -> Handling:
    """Combine handling codes: the strictest wins; of none, H0."""
    return max(codes, default=Handling.H0)


def weakest_evaluation(codes: Iterable[Evaluation]) -> Evaluation:
    """Combine evaluation codes: the weakest grade on each side wins; of none, X4."""
    found = list(codes)
    if not found:
        return NOT_ASSESSED
    return Evaluation(max(code.source for code in found), max(code.information for code in found))
