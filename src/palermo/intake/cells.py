"""Readies the cells of a column for reading: spaces at the ends gone, blanks and marks for “nothing” made null."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

NOTHING = (
    "NULL",
    "null",
    "\\N",
    "N/A",
    "n/a",
    "#N/A",
    "NaN",
    "nan",
    "None",
    "NA",
    "-",
    "--",
    "—",
    "–",
    "<NA>",
    "(null)",
)
"""What programs and people write for “nothing here”; in names and free text these stay."""

_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{80}-\x{9f}]"


def trimmed(column: "pa.ChunkedArray | pa.Array", *, keep_words: bool) -> "pa.Array":
    """Take spaces off the ends and make blanks null; unless `keep_words`, marks for “nothing” too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(whole, pa.ChunkedArray):
        whole = pa.concat_arrays(whole.chunks)
    text = pc.utf8_trim_whitespace(whole)
    empty = pc.equal(pc.binary_length(text), 0)
    if not keep_words:
        empty = pc.or_(empty, pc.is_in(text, pa.array(NOTHING)))
    return pc.if_else(empty, pa.scalar(None, pa.string()), text) if pc.any(empty).as_py() else text


def cleaned(text: "pa.Array") -> "tuple[pa.Array, int]":
    """Take control characters out and make all line ends `\\n`; the number says how many cells had control characters."""
    import pyarrow.compute as pc

    seen = _marks(text)
    if "\r" in seen:
        text = pc.replace_substring(pc.replace_substring(text, "\r\n", "\n"), "\r", "\n")
    if "control" not in seen:
        return text, 0
    held = pc.sum(pc.match_substring_regex(text, _CONTROL), min_count=0).as_py()
    return pc.replace_substring_regex(text, _CONTROL, ""), int(held)


def _marks(text: "pa.Array") -> set[str]:
    """Tell from the bytes of a column whether any cell has a carriage return or a control character."""
    import numpy as np

    buffers = text.buffers()
    if buffers[2] is None or not len(text):
        return set()
    offsets = np.frombuffer(buffers[1], np.int32)
    data = np.frombuffer(buffers[2], np.uint8)[offsets[text.offset] : offsets[text.offset + len(text)]]
    low = data[(data < 32) | (data == 127)]
    found = {"\r"} if (low == 13).any() else set()
    # U+0080 to U+009F are written C2 80 to C2 9F.
    upper = len(data) > 1 and bool(((data[:-1] == 0xC2) & (data[1:] < 0xA0)).any())
    if upper or ((low != 9) & (low != 10) & (low != 13)).any():
        found.add("control")
    return found


def unwrapped(text: "pa.Array") -> "pa.Array":
    """Take off what spreadsheets put around digits to keep them a text: `="0470…"`."""
    import pyarrow.compute as pc

    if not pc.any(pc.starts_with(text, '="')).as_py():
        return text
    return pc.replace_substring_regex(text, r'^="([^"]*)"$', r"\1")


def joined(day: "pa.Array", hour: "pa.Array") -> "pa.Array":
    """Join a column of days and one of hours; without a day there is no time, without an hour the day stands alone."""
    import pyarrow as pa
    import pyarrow.compute as pc

    bare = pc.replace_substring_regex(day, r"[ T]00:00(:00(\.0+)?)?$", "")
    # A workbook's hour alone is an hour of its day nought.
    clock = pc.replace_substring_regex(hour, r"^(1899-12-3[01]|1900-01-0[01])[ T]", "")
    # Empty hours are written as such: skipping nulls would shorten the column where both are missing.
    both = pc.binary_join_element_wise(pc.fill_null(bare, ""), pc.fill_null(clock, ""), " ")
    return pc.if_else(pc.is_null(day), pa.scalar(None, pa.string()), pc.utf8_rtrim_whitespace(both))
