"""A source's sheet: by which authority and order data came in, for what, until when, and under which codes."""

from dataclasses import dataclass
from datetime import date

from palermo.model.codes import BASIS_NOT_STATED_HANDLING, NOT_ASSESSED, Evaluation, Handling
from palermo.model.ids import ActorId, SourceId

NO_SHEET = SourceId("S-0")
"""The source of what came in without a sheet: it is shown as “basis not stated” and may not leave the case."""


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """What a source says of itself.

    Attributes:
        id: the case's name for it; the sheet of a file added without one is `S-0`.
        authority: who ordered or allowed the acquisition.
        order: the number of the order.
        scope: what it covers, in words.
        until: the last day the data may be held under this order.
        review_by: the day on which a person is asked whether it is still needed.
        zone: the zone of times that carry none, an IANA name such as `Europe/Brussels`.
        country: the country of phone numbers written without one, ISO 3166 alpha-2; empty when not stated.
        handling: the strictest code unless a row says otherwise.
        evaluation: the code unless a row says otherwise.
        recorded_by: who recorded the source.
    """

    id: SourceId
    authority: str
    order: str
    scope: str
    until: date | None
    review_by: date | None
    zone: str
    country: str
    handling: Handling
    evaluation: Evaluation
    recorded_by: ActorId

    @property
    def basis_stated(self) -> bool:
        """Whether an authority and an order are named: what has none is marked everywhere and cannot leave."""
        return bool(self.authority and self.order)


def sheet_not_stated(recorded_by: ActorId) -> SourceSheet:
    """Make the sheet of data added without one: basis not stated, X4, H1."""
    return SourceSheet(
        id=NO_SHEET, authority="", order="", scope="", until=None, review_by=None, zone="", country="",
        handling=BASIS_NOT_STATED_HANDLING, evaluation=NOT_ASSESSED, recorded_by=recorded_by,
    )  # fmt: skip
