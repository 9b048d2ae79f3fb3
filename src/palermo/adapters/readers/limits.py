"""What a reader takes from a file before it says no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a file; none of them is met by an honest export.

    Attributes:
        line_bytes: the longest row, in bytes; a longer one is skipped and set aside.
        record_lines: the most lines one row may run over; past it a quotation mark is held to be unclosed.
        lost_quotes: how many rows may run past these bounds before the file is given up.
        columns: the most columns.
        unpacked_bytes: the most bytes a workbook may unpack to.
        ratio: the most a large part of a workbook may be packed, as unpacked over packed size.
        sheet_cells: the most cells a sheet may span, blank ones between filled ones included.
        json_bytes: the largest JSON document that is neither JSON lines nor one array.
    """

    line_bytes: int = 1_000_000
    record_lines: int = 10_000
    lost_quotes: int = 200
    columns: int = 4_096
    unpacked_bytes: int = 1_500_000_000
    ratio: int = 400
    sheet_cells: int = 25_000_000
    json_bytes: int = 64_000_000
