"""What a request may carry: one small model a call, checked at the rim and handed on as plain values."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from palermo.workbench.views import MappingChoice

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]
"""A line of text, which may be empty."""

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
"""A person's reason, which may not be empty."""


def _like(**example: Any) -> ConfigDict:  # noqa: ANN401 - an example is whatever JSON the body is
    """Refuse unknown fields and show an example."""
    return ConfigDict(extra="forbid", frozen=True, json_schema_extra={"examples": [example]})


class Decision(BaseModel):
    """A decision on a lead, with its reason."""

    model_config = _like(outcome="accept", reason="Both hotels confirm the bookings by telephone.")

    outcome: Literal["accept", "reject", "more"]
    reason: Reason


class Because(BaseModel):
    """A reason for an undoing."""

    model_config = _like(reason="Decided on the wrong lead.")

    reason: Reason


class Apart(BaseModel):
    """That two adverts are not one hand, with the reason; each is named by its row's key, the beginning of it, or its advert id."""

    model_config = _like(
        one="5f0c9a4e1d7b2c3806a9e4d1f7b3c852",
        other="9b1d04c7e2a85f6310c4d7e8a2b6f035",
        reason="The second copies the first's text with a price of its own.",
    )

    one: Text
    other: Text
    reason: Reason


Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=12_000)]
"""A thing of the link graph, by its id or value."""


class ToKeep(BaseModel):
    """A chart to keep under a name; `n` is one's own chart whose place it takes, 0 for a new one."""

    model_config = _like(
        name="The two hotels", start="L-1", note="Ask the second hotel.", places={"venue:Hotel Linde": [1.5, -2]}
    )

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    start: Named
    note: Annotated[str, StringConstraints(max_length=10_000)] = ""
    opened: Annotated[list[Named], Field(max_length=500)] = []
    hidden: Annotated[list[Named], Field(max_length=500)] = []
    also: Annotated[list[Named], Field(max_length=500)] = []
    since: Annotated[str, StringConstraints(max_length=10)] = ""
    until: Annotated[str, StringConstraints(max_length=10)] = ""
    places: Annotated[dict[str, tuple[float, float]], Field(max_length=2_000)] = {}
    n: Annotated[int, Field(ge=0, le=2**53)] = 0


class TakenOut(BaseModel):
    """What would be taken out of the link graph, and the presumed victims whose contact is asked about."""

    model_config = _like(nodes=["account:FICT-1"], victims=["contact:+33639981234"])

    nodes: Annotated[list[Named], Field(min_length=1, max_length=500)]
    victims: Annotated[list[Named], Field(max_length=500)] = []


class Said(BaseModel):
    """A word on two records, with the reason; each is named by its row's key, the beginning of it, or a person's record id."""

    model_config = _like(
        one="2b3806a9e4d1f7b3c8525f0c9a4e1d7b",
        other="9b1d04c7e2a85f6310c4d7e8a2b6f035",
        answer="same",
        reason="One paper, and the dates differ by day and month alone.",
    )

    one: Text
    other: Text
    answer: Literal["same", "different", "unsure"]
    reason: Reason


class Marking(BaseModel):
    """A mark on a record, or its taking away, with the reason."""

    model_config = _like(
        row="2b3806a9e4d1f7b3c8525f0c9a4e1d7b", mark="presumed-victim", reason="Heard on 3 May; asked for help."
    )

    row: Text
    mark: Literal["presumed-victim", "in-custody"]
    reason: Reason


class SourceFields(BaseModel):
    """A source's sheet as a person fills it in; what is left empty is not stated."""

    model_config = _like(
        authority="Investigating judge, Gent", order="2026/114", scope="Adverts of 2026", until="2027-06-30",
        review_by="2027-03-31", zone="Europe/Brussels", country="BE", handling="H1", evaluation="B2",
    )  # fmt: skip

    authority: Text = ""
    order: Text = ""
    scope: Text = ""
    until: Text = ""
    review_by: Text = ""
    zone: Text = ""
    country: Text = ""
    handling: Text = ""
    evaluation: Text = ""


class Review(BaseModel):
    """A person's word that a source is still needed."""

    model_config = _like(keep_until="2027-09-30", reason="The appeal is pending.")

    keep_until: date
    reason: Reason


class Mapping(BaseModel):
    """How an uploaded file is to be read; empty values take the guess, or what is remembered for its source."""

    model_config = _like(
        sheet="",
        kind="adverts",
        columns=[{"index": 0, "column": "advert_id"}, {"index": 7, "column": "!apart"}],
        source_id="S-1",
    )

    sheet: Text = ""
    kind: Text = ""
    columns: list[MappingChoice] = Field(default_factory=list, max_length=2_000)
    source_id: Text = ""


class Take(Mapping):
    """A confirmed mapping and the source the file comes from; without a source its basis is not stated."""

    model_config = _like(sheet="", kind="adverts", columns=[{"index": 0, "column": "advert_id"}], source_id="S-1")


class Mending(BaseModel):
    """Corrected cells of a row set aside, by column index."""

    model_config = _like(cells={"1": "2026-03-27 03:30"}, reason="The clock had gone forward; the site shows 03:30.")

    cells: dict[int, Annotated[str, StringConstraints(max_length=1_000_000)]] = Field(min_length=1, max_length=2_000)
    reason: Reason


class Erasure(BaseModel):
    """What is to be erased, under which order: a source, a row, or every row in which a value stands."""

    model_config = _like(order="Order 2026/207, Gent", source_id="", row="", value="+33639981234", dry=True)

    order: Reason
    source_id: Text = ""
    row: Text = ""
    value: Text = ""
    dry: bool = False
