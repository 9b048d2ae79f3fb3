"""The smallest unit of what is known: one value of one property of one subject, from one place, under codes."""

from dataclasses import dataclass
from datetime import datetime

from palermo.model.codes import Evaluation, Handling
from palermo.model.errors import WrongUse
from palermo.model.ids import ActorId, RowKey, SourceId
from palermo.model.locators import Locator


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says; no field has a default, so that none can be built without its source and codes.

    Attributes:
        subject: the row or thing it is about.
        property: the column or property.
        value: the value as read, in canonical form.
        as_written: the value as it stood.
        source: whose statement it is.
        locator: where it stands.
        evaluation: how far it can be relied on.
        handling: where it may go.
        recorded_by: who recorded it.
        recorded_at: when, with a zone.
    """

    subject: RowKey
    property: str
    value: str
    as_written: str
    source: SourceId
    locator: Locator
    evaluation: Evaluation
    handling: Handling
    recorded_by: ActorId
    recorded_at: datetime

    def __post_init__(self) -> None:
        """Hold what the types alone do not.

        Raises:
            WrongUse: it names no subject, property, source or recorder, or its time has no zone.
        """
        for name in ("subject", "property", "source", "recorded_by"):
            if not getattr(self, name):
                raise WrongUse(f"A statement needs its {name.replace('_', ' ')}.")
        if self.recorded_at.tzinfo is None:
            raise WrongUse("A statement's time needs a zone.")
