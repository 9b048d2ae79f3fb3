"""The figures linkage runs with, each named and with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkageFigures:
    """What linkage runs with.

    Attributes:
        least: from how many thousandths of a bit on a pair is proposed; 0 is as likely as not.
        block: the most records with one blocking key that are compared with each other; a key of more tells too little.
        document_names: a document number under more different names than this is shown and says nothing.
        phone_names: the same for a phone.
        today: the day of asking, as ISO writes it; birth dates after it are not compared. Empty: none is after it.
        further: columns of the records to compare besides the canonical ones, such as a place of birth.
        sampled: how many random pairs show how often strangers agree.
        trained_on: the most pairs a training pass looks at.
        worth: how many matching pairs the published default weights count as, beside those of the case.
    """

    least: int = -3_000
    block: int = 80
    document_names: int = 8
    phone_names: int = 20
    today: str = ""
    further: tuple[str, ...] = ()
    sampled: int = 250_000
    trained_on: int = 80_000
    worth: int = 50
