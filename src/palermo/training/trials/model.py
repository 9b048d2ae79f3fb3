"""What a trial is: adverts as a table, and the truth about each of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

Make = Literal["phrases", "grammar", "crowd"]
Numbers = Literal["readable", "some", "none"]

MAKES: tuple[Make, ...] = ("phrases", "grammar", "crowd")
NUMBERS: tuple[Numbers, ...] = ("readable", "some", "none")

ADVERT_COLUMNS = (
    "advert_id", "site", "posted_at", "title", "body", "persona", "contact", "city", "country", "price", "currency",
)  # fmt: skip
TRUTH_COLUMNS = ("advert_id", "row", "group", "template", "kind", "lone", "phone")
TRUTH_SCHEMA = pa.schema(
    [(name, {"row": pa.int64(), "lone": pa.bool_()}.get(name, pa.string())) for name in TRUTH_COLUMNS]
)


@dataclass(frozen=True, slots=True)
class Trial:
    """Invented adverts and whose they are, row for row.

    Attributes:
        adverts: the columns of `ADVERT_COLUMNS`, all text; `contact` is empty, since the number stands in the text.
        truth: the columns of `TRUTH_COLUMNS`: `row` counts from 1, `group` is the hand (a lone advertiser is its own),
            `phone` the advertiser's number as `+33639981234`, whether or not the text gives it.
    """

    adverts: pa.Table = field(hash=False)
    truth: pa.Table = field(hash=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who places an advert, and where it stands in the truth: the hand, the template, the kind, whether alone."""

    group: str
    template: str
    kind: str
    lone: bool


@dataclass(frozen=True, slots=True)
class Advert:
    """One advert before it is a row: where it was placed, what it says, its number."""

    site: str
    title: str
    body: str
    persona: str
    city: tuple[str, str, str]
    price: str
    phone: str


Place = Callable[[Standing, Advert], None]
"""Takes an advert into the trial."""
