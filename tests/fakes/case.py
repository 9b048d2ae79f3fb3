"""An invented case for the fake desk: fourteen groups of adverts with their rows, findings and places in files.

Every person, number and site is made up; numbers come from ranges reserved for fiction, sites end in `.example`. Nothing is
random: the same case comes out each time, so tests and the workspace can name its leads (L-1 to L-14) and rows.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from palermo.kit.canon import digest
from palermo.workbench.views import FindingView, GroupView, RowRef, SheetView

CASE_NAME = "Lantern"
ZONE = "Europe/Brussels"
HEADER = ["ad", "site", "posted", "title", "text", "name", "contact", "city", "price", "nationality", "views"]
COLUMNS = ["advert_id", "site", "posted_at", "title", "body", "persona", "contact", "city", "price", "!apart", ""]
APART = 9
UNKNOWN = 10
FILES = {"S-1": "adverts_be.csv", "S-2": "anuncios_es.xlsx", "S-0": "board_export.csv"}

SOURCES = (
    SheetView(
        "S-0", "", "", "", "", "", "", "", "H1", "X4", "local", basis_stated=False, due="", restricted=False, rows=0
    ),
    SheetView(
        "S-1", "Investigating judge, Gent", "2026/114", "Adverts on three sites, January to March 2026", "2027-06-30",
        "2027-03-31", ZONE, "BE", "H1", "B2", "local", basis_stated=True, due="", restricted=False, rows=0,
    ),
    SheetView(
        "S-2", "Juzgado de Instrucción 3, Torrevieja", "DP 88/2026", "Adverts on one site, February 2026", "2026-12-31",
        "2026-10-01", "Europe/Madrid", "ES", "H2", "C3", "local", basis_stated=True,
        due="The review date 2026-10-01 has passed: a person is asked whether this is still needed.", restricted=True,
        rows=0,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spec:
    """What a group of the invented case is made of."""

    level: str
    rules: tuple[str, ...]
    source: str
    cities: tuple[str, ...]
    personas: tuple[str, ...]
    phones: tuple[str, ...]
    adverts: int
    words: tuple[str, str, str]
    wave: str


@dataclass(frozen=True, slots=True)
class Advert:
    """A row of the invented case: its key, its place, its cells as they stood and the group it belongs to."""

    key: str
    lead: int
    number: int
    source: str
    row: int
    cells: tuple[str, ...]
    slots: tuple[str, ...]
    tail: str


_FR = ("Nouvelle à ", ", je suis ", ", à partir de ")
_EN = ("New in ", ", my name is ", ", from ")
_NL = ("Nieuw in ", ", ik ben ", ", vanaf ")
_ES = ("Nueva en ", ", soy ", ", desde ")
_ZH = ("新到", "，我叫", "，价格")
_BE = ("Gent", "Brussel", "Antwerpen", "Charleroi", "Leuven", "Neufchâteau")
_SEA = ("Torrevieja", "Alicante", "Murcia", "Barcelona")
_TAILS = ("", "", ", ring twice", "", ", no withheld numbers", "", "", ", until Sunday")

SPECS = (
    Spec("strong", ("AD-01", "AD-03", "AD-05"), "S-1", _BE[:4], ("Mira", "Lola", "Anya", "Sofie", "Nina"),
         ("+33639981234", "+33639981301"), 64, _FR, "2026-01-05"),
    Spec("strong", ("AD-01", "AD-02", "AD-05"), "S-2", _SEA, ("Luna", "Estrella", "Cielo", "Mar"),
         ("+33639982045",), 48, _ES, "2026-02-01"),
    Spec("strong", ("AD-01", "AD-05"), "S-1", _BE, ("小梅", "小雨", "小云"), ("+33199001188", "wechat:lantern-07"), 37, _ZH,
         "2026-01-19"),
    Spec("worth a look", ("AD-01", "AD-03"), "S-1", _BE[1:4], ("Tess", "Romy", "Fleur"), ("+33639983377",), 29, _NL,
         "2026-02-09"),
    Spec("worth a look", ("AD-02",), "S-1", _BE[:2], ("Eva", "Iris"), ("+33639984410", "+33639984411"), 18, _EN,
         "2026-01-26"),
    Spec("worth a look", ("AD-01",), "S-0", _BE[2:5], ("Zoe", "Ambre", "Jade"), ("+33199005521",), 22, _FR, "2026-03-02"),
    Spec("worth a look", ("AD-05",), "S-1", _BE[:4], ("Dana", "Vera"), ("+33639986120", "+33639986121"), 16, _EN,
         "2026-02-16"),
    Spec("worth a look", ("AD-01", "AD-03"), "S-2", _SEA[:2], ("Rosa", "Alba", "Flor"), ("+33639987702",), 15, _ES,
         "2026-02-08"),
    Spec("worth a look", ("AD-02",), "S-0", _BE[3:5], ("Kim", "Lea"), ("+33199009034",), 12, _NL, "2026-03-09"),
    Spec("weak", ("AD-03",), "S-1", _BE[:2], ("Mona", "Lise"), ("+33639988800", "+33639988801"), 11, _FR, "2026-01-12"),
    Spec("weak", ("AD-03",), "S-1", _BE[4:], ("Gaia", "Noor"), ("+33639988950",), 9, _NL, "2026-02-23"),
    Spec("weak", ("AD-03",), "S-2", _SEA[2:], ("Sol", "Nieves"), ("+33199003100",), 8, _ES, "2026-02-15"),
    Spec("weak", ("AD-03",), "S-0", _BE[1:3], ("Amy", "Joy"), ("+33639989912",), 7, _EN, "2026-03-16"),
    Spec("weak", ("AD-03",), "S-0", _BE[:3], ("Cleo", "Ines"), ("+33639989944",), 6, _EN, "2026-03-23"),
)  # fmt: skip

RULES = {
    "AD-01": ("One contact, many personas", "medium", "The number {phone} serves {personas} personas in {n} adverts."),
    "AD-02": (
        "One picture, different names and numbers",
        "medium",
        "One picture stands in {n} adverts of {personas} names.",
    ),
    "AD-03": ("One wording, several contacts and cities", "weak", "One wording serves {n} adverts in {cities} cities."),
    "AD-05": (
        "Personas that move together",
        "medium",
        "{personas} personas appear in {cities} cities in the same order.",
    ),
}
INNOCENT = {
    "AD-01": [
        "A lawful agency may answer one number for all who work there.",
        "Workers may share one telephone for safety.",
    ],
    "AD-02": ["Pictures are stolen and copied between advertisers who do not know one another."],
    "AD-03": ["Sites offer ready-made texts."],
    "AD-05": ["Colleagues who know one another may tour together of their own choice."],
}
NOT_KNOWN = ["Who paid for the adverts.", "Whether the dates match stays: no stays are in the case."]


def day(start: str, after: int) -> str:
    """Give the local time of the nth advert after a day: two adverts a day, at half past nine and a quarter to nine."""
    hour = "09:30" if after % 2 == 0 else "20:45"
    return f"{(date.fromisoformat(start) + timedelta(days=after // 2)).isoformat()} {hour}"


def build() -> tuple[Advert, ...]:
    """Make every advert of the case, in the order of its group; rows of a file follow one another from row 2 on."""
    adverts: list[Advert] = []
    next_row = dict.fromkeys(FILES, 2)
    for lead, spec in enumerate(SPECS, 1):
        for n in range(spec.adverts):
            adverts.append(_advert(spec, lead, n, next_row[spec.source]))
            next_row[spec.source] += 1
    return tuple(adverts)


def _advert(spec: Spec, lead: int, n: int, row: int) -> Advert:
    """Make the nth advert of a group."""
    city = spec.cities[n // 4 % len(spec.cities)]
    persona = spec.personas[n % len(spec.personas)]
    phone = spec.phones[n % len(spec.phones)]
    price = f"{120 + 10 * (n % 4)} EUR"
    tail = _TAILS[(n + lead) % len(_TAILS)]
    a, b, c = spec.words
    text = f"{a}{city}{b}{persona}{c}{price}{tail}"
    number = f"A-{lead:02d}{n:03d}"
    site = f"{'board' if n % 3 else 'lantern'}.example"
    cells = (
        number, site, day(spec.wave, n), f"{a}{city}".strip(), text, persona, phone, city, price,
        "not to be shown", str(17 * n % 400),
    )  # fmt: skip
    return Advert(digest("fake", number), lead, n, spec.source, row, cells, (a, city, b, persona, c, price), tail)


def findings_of(lead: int, adverts: tuple[Advert, ...]) -> list[FindingView]:
    """Make the findings of a group, each on the adverts it would rest on."""
    spec = SPECS[lead - 1]
    own = [advert for advert in adverts if advert.lead == lead]
    rows = [RowRef(a.key, FILES[a.source], f"row {a.row}") for a in own]
    found = []
    for rule in spec.rules:
        name, strength, sentence = RULES[rule]
        told = sentence.format(phone=spec.phones[0], personas=len(spec.personas), n=len(own), cities=len(spec.cities))
        found.append(
            FindingView(
                digest("fake", rule, str(lead)), rule, "1", name, told, INNOCENT[rule], NOT_KNOWN[:1], strength, ["adverts"],
                {"least_personas": "3"}, "our_operationalisation", "S", rows[:50], len(rows), "",
            )
        )  # fmt: skip
    return found


def group_of(lead: int, adverts: tuple[Advert, ...]) -> GroupView:
    """List what belongs to a group."""
    own = [advert.cells[0] for advert in adverts if advert.lead == lead]
    return GroupView(list(SPECS[lead - 1].phones), own, [], [], [])
