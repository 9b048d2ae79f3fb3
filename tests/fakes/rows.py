"""How the fake desk shows a row of its invented case: as an advert, as evidence, as statements, as set aside."""

from fakes import uploads
from fakes.case import APART, COLUMNS, FILES, HEADER, SOURCES, Advert
from palermo.kit.canon import digest
from palermo.workbench.views import (
    AdvertView,
    AsideRow,
    CellView,
    LocatorView,
    NeighbourRow,
    SheetView,
    SightingView,
    StatementView,
    TextPart,
)

NO_SUCH_TIME = "this time does not exist in Europe/Brussels"


def iso(advert: Advert) -> str:
    """Give an advert's time with its offset."""
    return advert.cells[2].replace(" ", "T") + ":00+01:00"


def advert_view(advert: Advert) -> AdvertView:
    """Lay an advert's text against its group's template."""
    marks = ("same", "slot", "same", "slot", "same", "slot")
    body = [
        TextPart(text, "slot" if mark == "slot" else "same") for text, mark in zip(advert.slots, marks, strict=True)
    ]
    if advert.tail:
        body.append(TextPart(advert.tail, "differs"))
    number, site, _, title, _, persona, phone, city, price, *_ = advert.cells
    return AdvertView(
        advert.key, number, site, iso(advert), city, "ES" if advert.source == "S-2" else "BE", persona, [phone], price, title,
        body, int(advert.row % 9 == 0), [f"The number {phone} stands in other adverts of the group too."],
    )  # fmt: skip


def cell_view(index: int, cell: str, purpose: str) -> CellView:
    """Show one cell; what is kept apart only with a purpose."""
    if index == APART:
        return CellView(
            HEADER[index], cell if purpose else None, "", "apart", hidden=not purpose, read_as="", used=False
        )
    column = COLUMNS[index]
    read = cell if column else ""
    return CellView(
        HEADER[index],
        cell,
        column,
        "column" if column else "unknown",
        hidden=False,
        read_as=read,
        used=index in (4, 5, 6, 7),
    )


def statements(advert: Advert) -> list[StatementView]:
    """Give the values of a row as statements."""
    codes = next((sheet.evaluation, sheet.handling) for sheet in SOURCES if sheet.id == advert.source)
    return [
        StatementView(
            column, cell, cell, advert.source, f"row {advert.row}", *codes, "local", "2026-04-01T08:56:00+02:00"
        )
        for column, cell in zip(COLUMNS, advert.cells, strict=True)
        if column not in ("", "!apart")
    ]


def first_aside(adverts: tuple[Advert, ...]) -> list[AsideRow]:
    """Make 23 rows set aside: times that do not exist, and adverts without an id."""
    rows = []
    for n, advert in enumerate(adverts[:23], 1):
        cells: list[str | None] = [None if at == APART else cell for at, cell in enumerate(advert.cells)]
        if n % 3:
            cells[2], fault = "2026-03-29 02:30", (NO_SUCH_TIME, 2)
        else:
            cells[0], fault = "", (uploads.EMPTY, 0)
        rows.append(
            AsideRow(n, FILES["S-1"], "", 400 + n, "adverts", HEADER, COLUMNS, cells, [fault[0]], [fault[1]], "open")
        )
    return rows


def sighting(advert: Advert, adverts: tuple[Advert, ...], sheet: SheetView, purpose: str) -> SightingView:
    """Show where a row stands, with two rows before and after."""
    file = FILES[advert.source]
    near = {a.row: a for a in adverts if a.source == advert.source and 0 < abs(a.row - advert.row) <= 2}
    rows = [
        NeighbourRow(at, [None if i == APART else cell for i, cell in enumerate(near[at].cells)]) for at in sorted(near)
    ]
    text = file.endswith("csv")
    place = LocatorView(
        sheet.id, f"row {advert.row}", file, digest(sheet.id) * 2, advert.row, "" if text else "Blad1",
        advert.row * 180 if text else None, advert.row * 180 + 171 if text else None,
    )  # fmt: skip
    return SightingView(
        place, sheet.id, sheet.authority, sheet.basis_stated, sheet.evaluation, sheet.handling, "local",
        "2026-04-01T08:56:00+02:00", 1, [cell_view(i, cell, purpose) for i, cell in enumerate(advert.cells)],
        [one for one in rows if one.row < advert.row], [one for one in rows if one.row > advert.row],
        "The review date has passed." if sheet.restricted else "",
    )  # fmt: skip
