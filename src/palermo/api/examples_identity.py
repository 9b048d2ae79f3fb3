"""Examples of the views of who may be one, for the OpenAPI document: invented, and typed so that they cannot go stale."""

from dataclasses import replace

from palermo.workbench.identity_views import (
    ComparedView,
    ContradictionView,
    FamilyModel,
    FieldView,
    LevelWeight,
    MarkView,
    ModelView,
    PairLine,
    PairQueue,
    PairView,
    PeopleView,
    PersonView,
    RecordView,
    SharedView,
    UndoingView,
    WordView,
)

_AT = "2026-03-02T09:15:00.000000Z"
_ONE = RecordView(
    "2b3806a9e4d1f7b3c8525f0c9a4e1d7b",
    "2b3806a9e4d1f7b3c8525f0c9a4e1d7b",
    "persons",
    "Chen Lihua",
    "register_be.csv",
    "row 12",
    ["L-2"],
    "",
)
_OTHER = RecordView(
    "9b1d04c7e2a85f6310c4d7e8a2b6f035",
    "9b1d04c7e2a85f6310c4d7e8a2b6f035",
    "persons",
    "CHEN LI HUA",
    "registro.xlsx",
    "row 31",
    [],
    "",
)

WORD = WordView(
    n=3, pair="7c1e0d52a9b84f36", one=_ONE.row, other=_OTHER.row, one_name=_ONE.label, other_name=_OTHER.label,
    answer="same", reason="One paper, and the dates differ by day and month alone.", actor="desk", at=_AT, own=True,
    sealed=False, again=False, undone=False, undone_reason="", undone_by="", undone_at="", lost="",
)  # fmt: skip

PAIRS = PairQueue(
    pairs=[PairLine("7c1e0d52a9b84f36", _ONE, _OTHER, change=1, needs=2, second=False, follows=False, put_off=False)],
    offset=0, of=41, proposed=58, put_off=3, contradictions=0,
    ordered_by="first the pair whose answer would change most leads", analysed_at=_AT,
    notes=["The document X00001234 stands on 5 records: it says nothing of who they are."],
)  # fmt: skip

PAIR = PairView(
    id="7c1e0d52a9b84f36", one=_ONE, other=_OTHER,
    fields=[
        FieldView("name", "Chen Lihua", "CHEN LI HUA", "differs"),
        FieldView("birth_date", "1990-03-12", "1990-12-03", "differs"),
        FieldView("document_no", "X00001234", "X00001234", "equal"),
    ],
    needs=2, second=False, change=1, state="waits", open=True, proposed=True, prior=-14_200, millibits=9_100,
    compared=[
        ComparedView("name", "the same in another writing", 9_300, "Chen Lihua", "CHEN LI HUA", "Both read as Chen Lihua."),
        ComparedView(
            "birth date", "day and month swapped", 3_000, "1990-03-12", "1990-12-03", "Day and month change places."
        ),
        ComparedView("document", "equal", 11_000, "X00001234", "X00001234", "Both carry the document X00001234."),
    ],
    words=[WORD],
)  # fmt: skip

MODEL = ModelView(
    analysed_at=_AT, records=412,
    families=[
        FamilyModel(
            "persons", 380, 9_120, -14_200, ["Learnt from pairs with one and the same birth date: 210 pairs, about 96 of one."],
            [LevelWeight("birth date", "same", "The birth dates are the same.", 0.61, 4.1e-5, 13_861, 96, by_rarity=False)],
        )
    ],
    shared=[SharedView("document", "X00001234", 5, 9, "The document X00001234 stands in 5 records under 9 names.")],
    notes=["2 document numbers have fewer than 4 letters and digits (such as “EA2”): not compared, since strangers share such."],
)  # fmt: skip

PEOPLE = PeopleView(
    people=[PersonView([_ONE, _OTHER], [3], whole=False, leads=["L-2"])],
    contradictions=[
        ContradictionView(
            pair="7c1e0d52a9b84f36", sentence="Chen Lihua and CHEN LI HUA are the same by one person's word and different by another's.",
            cycle=[_ONE, _OTHER], words=[WORD],
            undoings=[UndoingView(3, "Without word 3 the same records would be one, and this contradiction would be gone.", True)],
        )
    ],
    words=[WORD], waiting=1,
)  # fmt: skip

MARK = MarkView(
    n=1, row=_ONE.row, label=_ONE.label, mark="presumed-victim", reason="Heard on 3 May; asked for help.", actor="desk",
    at=_AT, undone=False, undone_reason="", undone_by="", undone_at="", lost="",
)  # fmt: skip

TAKEN_AWAY = replace(MARK, undone=True, undone_reason="Another person was heard.", undone_by="desk", undone_at=_AT)
