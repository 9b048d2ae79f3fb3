"""Examples of every view for the OpenAPI document: invented, of one small case, typed so that they cannot go stale."""

from dataclasses import replace

from palermo.workbench.history_views import (
    ChainView,
    ChangeView,
    GapView,
    HistoryView,
    MonthView,
    PlaceView,
    ReplacedView,
    WordingView,
)
from palermo.workbench.views import (
    AdvertPage,
    AdvertView,
    AnalyseReport,
    AsidePage,
    AsideRow,
    CaseView,
    CellView,
    DecisionView,
    ErasureReport,
    EvidenceView,
    FileReport,
    FindingView,
    GroupView,
    JudgedAdvert,
    JudgementView,
    KindCount,
    LeadLine,
    LeadQueue,
    LeadView,
    LocatorView,
    MappedColumn,
    Me,
    MethodView,
    NeighbourRow,
    Preview,
    ReasonCount,
    RecordLine,
    RecordPage,
    RowRef,
    SheetView,
    SightingView,
    StatementView,
    TextPart,
    VerifyReport,
)
from palermo.workbench.wording_views import FillerView, LaidAdvert, SlotView, StretchView, TemplateView, WordingsView

_AT = "2026-03-02T10:15:00+01:00"
_KEY = "5f0c9a4e1d7b2c3806a9e4d1f7b3c852"
_LEAD = "c4ca4238a0b923820dcc509a6f75849b"
_HEAD = "0b6f2c" + "9d" * 29
_NO_SUCH_TIME = "this time does not exist in Europe/Brussels"

ME = Me(actor="desk", roles=["analyst"], may=["see-case", "see-leads"], purposes=["identify-victim"])

SOURCE = SheetView(
    id="S-1", authority="Investigating judge, Gent", order="2026/114", scope="Adverts of 2026", until="2027-06-30",
    review_by="2027-03-31", zone="Europe/Brussels", country="BE", handling="H1", evaluation="B2", recorded_by="desk",
    basis_stated=True, due="", restricted=False, rows=4100,
)  # fmt: skip

TAKEN = FileReport(
    file="adverts.csv", sheet="", sha256="ab" * 32, kind="adverts", source_id="S-1", read=4112, new=4100, known=0,
    repeated=0, set_aside=12, reasons=[ReasonCount(_NO_SUCH_TIME, 12)],
    mapping={"ad": "advert_id", "posted": "posted_at", "text": "body"}, apart=["nationality"], unknown=["views"],
    notes=[], refused="",
)  # fmt: skip

MENDED = replace(TAKEN, read=1, new=1, set_aside=0, reasons=[], notes=["Row 18 was mended by hand."])

_METHOD = MethodView(
    "AD-03", "One wording, several contacts and cities", ran=True, on=True, findings=6, needs="", note=""
)

CASE = CaseView(
    name="Lantern", basis="Order 2026/114, Gent", created_at=_AT,
    kinds=[KindCount("adverts", 4100, 1, "2026-01-02T09:00:00+01:00", "2026-02-27T22:10:00+01:00")], files=[TAKEN],
    sources=[SOURCE], set_aside=12, set_aside_by_reason=[ReasonCount(_NO_SUCH_TIME, 12)], leads=6, leads_waiting=5,
    leads_by_level={"strong": 2, "worth a look": 3, "weak": 1}, methods=[_METHOD], hubs=["+33199001234"],
    not_told=["No stays: whether the adverts match bookings could not be asked."], analysed_at=_AT, stale=False,
    came_new=["4,100 adverts from adverts.csv"], head=_HEAD, pairs_waiting=41,
)  # fmt: skip

ANALYSED = AnalyseReport(
    methods=[_METHOD], findings=9, leads=6, new_leads=1, changed=["L-2 has grown by 4 adverts."], hubs=["+33199001234"],
    not_told=CASE.not_told, digest="cd" * 16,
)  # fmt: skip

FINDING = FindingView(
    id="8f14e45fceea167a5a36dedd4bea2543", rule="AD-03", version="1", name="One wording, several contacts and cities",
    sentence="23 adverts in 4 cities share one text in which only name, city and price change.",
    innocent=["One person who tours alone may repost her own text."], not_known=["Who paid for the adverts."],
    strength="weak", kinds=["adverts"], parameters={"cities": "3"}, basis="our_operationalisation",
    verified="G", rows=[RowRef(_KEY, "adverts.csv", "row 17")], rows_in_all=23, lost="",
)  # fmt: skip

_GROUP = GroupView(contacts=["+33639981234"], adverts=["A-1017", "A-1044"], venues=[], accounts=[], persons=[])

DECISION = DecisionView(
    n=4, lead=_LEAD, outcome="accept", reason="Both hotels confirm the bookings by telephone.", actor="desk", at=_AT,
    undone=False, undone_reason="", group_changed=False,
)  # fmt: skip

UNDONE = replace(DECISION, undone=True, undone_reason="Decided on the wrong lead.")

LEAD = LeadView(
    id=_LEAD, handle="L-2", title="One text behind 23 adverts in Gent, Brussel and two more cities", level="strong",
    handling="H1", evaluation="B2", state="accepted", basis_stated=True, group=_GROUP, findings=[FINDING],
    elements={"act": ["23 adverts in 4 cities share one text."], "means": [], "purpose": []},
    not_known=["Who paid for the adverts."], weakest="AD-03 rests on the text alone.",
    template="New in [city], [name], from [price]", rows_in_all=23, decisions=[DECISION],
    events=["Grew by 4 adverts on 2026-03-02."],
)  # fmt: skip

QUEUE = LeadQueue(
    leads=[
        LeadLine(
            id=_LEAD, handle="L-2", title=LEAD.title, level="strong", state="accepted", rules=["AD-03"],
            kinds=["adverts"], adverts=23, contacts=2, cities=4, handling="H1", evaluation="B2",
            first="2026-01-02T09:00:00+01:00", last="2026-02-27T22:10:00+01:00",
        )
    ],
    of=6, waiting=5, ordered_by="level, then independent kinds of source, then newest", analysed_at=_AT, stale=False,
)  # fmt: skip

ADVERTS = AdvertPage(
    template=LEAD.template,
    adverts=[
        AdvertView(
            row=_KEY, advert_id="A-1017", site="board.example", posted_at="2026-01-14T09:30:00+01:00", city="Gent",
            country="BE", persona="Mira", contacts=["+33639981234"], price="150 EUR", title="New in Gent",
            body=[TextPart("New in ", "same"), TextPart("Gent", "slot"), TextPart(", ring twice", "differs")],
            masked=1, linked_by=["The same number stands in 22 other adverts."],
        )
    ],
    offset=0, of=23,
)  # fmt: skip

JUDGEMENT = JudgementView(
    n=2, one=JudgedAdvert(_KEY, "A-1017", "board.example", "L-2"),
    other=JudgedAdvert("9b1d04c7e2a85f6310c4d7e8a2b6f035", "A-1044", "board.example", "L-2"),
    reason="The second copies the first's text with a price of its own.", actor="desk", at=_AT, undone=False,
    undone_reason="", undone_by="", undone_at="", waits=True, lost="",
)  # fmt: skip

TAKEN_BACK = replace(
    JUDGEMENT, undone=True, undone_reason="The copy came from the same account.", undone_by="desk", undone_at=_AT
)

_ONE = PlaceView("board.example", "2026-01-02", "2026-02-27", 23, _KEY)

HISTORY = HistoryView(
    missing="", adverts=23, undated=0, first="2026-01-02", last="2026-02-27", row=_KEY,
    sentences=["23 adverts between 2 January 2026 and 27 February 2026; the most in one month: 13, in 2026-01."],
    months=[MonthView("2026-01", 13), MonthView("2026-02", 10)], gaps=[GapView("2026-01-03", "2026-02-09", 37)], gaps_in_all=1,
    sites=[_ONE], sites_in_all=1, cities=[replace(_ONE, name="Gent")], cities_in_all=1,
    wordings=[
        WordingView(
            template=LEAD.template, adverts=23, first="2026-01-02", last="2026-02-27", sites=1, cities=1,
            born="board.example, Gent", drift="Over 2 windows of time 1 change that enough adverts show.", row=_KEY,
        )
    ],
    wordings_in_all=1,
    changes=[
        ChangeView(
            wording=0, kind="came", day="2026-02-01", old="", new="ring twice", shown=10, of=10,
            sentence="From 1 February 2026 “ring twice” is added, in 10 of 10 adverts from that day on.", row=_KEY,
        )
    ],
    changes_in_all=1, reposts="6 adverts in 1 chain of near-certain reposts.",
    chains=[
        ChainView(
            sentence="One text stands 6 times between 2 January 2026 and 17 January 2026, with equal words; again every 3 days.",
            adverts=6, first="2026-01-02T09:00:00+00:00", last="2026-01-17T09:10:00+00:00", sites=["board.example"], rows=[_KEY],
        )
    ],
    chains_in_all=1, numbers="2 numbers looked at: 1 pair replaced one another.",
    replaced=[
        ReplacedView(
            old="+33639981234", new="+33639985678", until="2026-01-30", since="2026-02-01", finding="45c48cce2e2d7fbdea1afc51c7c6ad26",
            sentence="Numbers that replaced one another: +33639981234 until 30 January 2026, +33639985678 from 1 February 2026.",
        )
    ],
    rules=["A stretch without adverts is told when it is longer than 30 days and than 5 times the usual time between them."],
)  # fmt: skip

WORDINGS = WordingsView(
    sentence="23 adverts over 4 cities and 1 site share 3 of 3 phrases in the same order; 2 numbers stand in the number's place.",
    wordings=[
        TemplateView(
            wording=1, template=[StretchView("New in ", "same", 0), StretchView("[…]", "slot", 1)],
            slots=[SlotView(1, "city", distinct=4, filled=23, empty=0, fillers=[FillerView("Gent", 11), FillerView("Brussel", 9)])],
            script="Latin", adverts=23, phrases=3, shared=3, fewest=23,
        )
    ],
    wordings_in_all=1, of=23,
    adverts=[
        LaidAdvert(
            _KEY, "A-1017", 1,
            [StretchView("New in ", "same", 0), StretchView("Gent", "slot", 1), StretchView(", ring twice", "differs", 0)],
        )
    ],
)  # fmt: skip

EVIDENCE = EvidenceView(
    row=_KEY, kind="adverts",
    sightings=[
        SightingView(
            locator=LocatorView("S-1", "row 17", "adverts.csv", "ab" * 32, 17, "", 2210, 2391), source_id="S-1",
            authority=SOURCE.authority, basis_stated=True, evaluation="B2", handling="H1", recorded_by="desk",
            recorded_at=_AT, header_row=1,
            cells=[
                CellView("ad", "A-1017", "advert_id", "column", hidden=False, read_as="A-1017", used=True),
                CellView("nationality", None, "", "apart", hidden=True, read_as="", used=False),
            ],
            before=[NeighbourRow(16, ["A-1016", None])], after=[NeighbourRow(18, ["A-1018", None])], restricted="",
        )
    ],
    statements=[
        StatementView("city", "Gent", "GENT", "S-1", "row 17", "B2", "H1", "desk", _AT),
    ],
    findings=[FINDING.id], erased="",
)  # fmt: skip

_ASIDE = AsideRow(
    id=7, file="adverts.csv", sheet="", row=18, kind="adverts", header=["ad", "posted"],
    columns=["advert_id", "posted_at"], cells=["A-1018", "2026-03-29 02:30"], reasons=[_NO_SUCH_TIME],
    reason_columns=[1], state="open",
)  # fmt: skip

ASIDE = AsidePage(rows=[_ASIDE], offset=0, of=12, by_reason=[ReasonCount(_NO_SUCH_TIME, 12)])

PREVIEW = Preview(
    upload="u-3", file="adverts.csv", sheet="", sheets=[], kind="adverts", kinds=["adverts", "calls"],
    remembered=False, encoding="cp1252", dialect="separated by ;", header_row=1,
    columns=[
        MappedColumn(0, "ad", ["A-1017", "A-1018"], "column", "advert_id", sure=True, why="the header says so"),
        MappedColumn(1, "posted", ["14/01/2026 09:30"], "column", "posted_at", sure=True, why="all values are times"),
    ],
    canonical=["advert_id", "posted_at", "body", "city"], required=["advert_id", "posted_at", "body"], missing=["body"],
    read=4112, good=4100, set_aside=12, reasons=[ReasonCount(_NO_SUCH_TIME, 12)], sample_aside=[_ASIDE], notes=[],
)  # fmt: skip

RECORD = RecordPage(
    entries=[
        RecordLine(
            seq=41, at=_AT, actor="desk", action="decide-lead", sentence="desk accepted L-2.", purpose="",
            subjects=["L-2"], text={"reason": DECISION.reason}, hash=_HEAD,
        )
    ],
    offset=0, of=41, head=_HEAD,
)  # fmt: skip

VERIFIED = VerifyReport(whole=True, entries=41, head=_HEAD, files=1, erased=0, faults=[])

ERASED = ErasureReport(
    n=1, rows=3, set_aside=0, files=1, findings=1, leads=1, texts=0,
    sentence="3 rows of adverts.csv would be erased under order 2026/207, Gent; 1 finding would lose its ground.",
)  # fmt: skip
