"""Where in a file a row stands, the way the person who sent the file would say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locator:
    """One row's place.

    Attributes:
        file: the file's name as given, without its folders.
        sha256: the digest of the file's bytes, 64 hexadecimal digits.
        row: counted as a spreadsheet shows it: the first line of the file or sheet is row 1.
        sheet: the sheet's name, empty where the format has none.
        start: the first byte of the row in the file; None where the format gives none.
        end: the byte after its last; None where the format gives none.
    """

    file: str
    sha256: str
    row: int
    sheet: str = ""
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        """Say it in words: `row 17`, `sheet “Calls”, row 17`."""
        return f"sheet “{self.sheet}”, row {self.row}" if self.sheet else f"row {self.row}"
