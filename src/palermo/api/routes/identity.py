"""Who may be one: the pairs that wait, two records beside each other, people's words on them, and marks."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from palermo.api.bodies import Because, Marking, Said
from palermo.api.examples_identity import MARK, MODEL, PAIR, PAIRS, PEOPLE, TAKEN_AWAY
from palermo.api.shared import Id, Limit, Offset, TheDesk, shown
from palermo.workbench.identity_views import MarkView, ModelView, PairQueue, PairView, PeopleView

router = APIRouter(prefix="/identity", tags=["identity"])


@router.get(
    "/pairs",
    operation_id="listIdentityPairs",
    summary="List the pairs of records that wait for your word",
    responses=shown(PAIRS),
)
def list_identity_pairs(desk: TheDesk, offset: Offset = 0, limit: Limit = 50) -> PairQueue:
    """Give the pairs in the order to take them: first the one whose answer would change most leads."""
    return desk.identity_pairs(offset=offset, limit=limit)


@router.get(
    "/pairs/{id}",
    operation_id="getIdentityPair",
    summary="Show two records beside each other",
    responses=shown(PAIR),
)
def get_identity_pair(desk: TheDesk, pair: Id) -> PairView:
    """Give both records' values; the machine's weight and others' words only once you gave your own."""
    return desk.identity_pair(pair)


@router.post(
    "/pairs/{id}/pass",
    operation_id="passIdentityPair",
    summary="Put a pair off for later",
    responses=shown(PAIRS),
)
def pass_identity_pair(desk: TheDesk, pair: Id, limit: Limit = 50) -> PairQueue:
    """Put a pair at the back of your queue, and give the queue as it is then."""
    desk.identity_pass(pair)
    return desk.identity_pairs(limit=limit)


@router.post(
    "/words",
    operation_id="judgeIdentity",
    summary="Say that two records are the same, different or unsure",
    status_code=201,
    responses=shown(PAIR, 201),
)
def judge_identity(desk: TheDesk, body: Said) -> PairView:
    """Record a word on two records, with the reason; nothing is merged by it. The answer shows what was kept back before."""
    return desk.identity_say(body.one, body.other, body.answer, reason=body.reason)


@router.post(
    "/words/{n}/undo", operation_id="undoIdentityWord", summary="Take a word on two records back", responses=shown(PAIR)
)
def undo_identity_word(desk: TheDesk, n: Annotated[int, Path(ge=1, le=2**53)], body: Because) -> PairView:
    """Take a word back by its number, with the reason; both stay on the record."""
    return desk.identity_undo(n, reason=body.reason)


@router.get(
    "/people",
    operation_id="getIdentityPeople",
    summary="Tell who is one by people's words, and where the words contradict",
    responses=shown(PEOPLE),
)
def get_identity_people(desk: TheDesk) -> PeopleView:
    """Give who is one, each contradiction by its shortest cycle with what each undoing would change, and every word."""
    return desk.identity_people()


@router.get(
    "/model",
    operation_id="getIdentityModel",
    summary="Show what the comparison of records weighs",
    responses=shown(MODEL),
)
def get_identity_model(desk: TheDesk) -> ModelView:
    """Give every level of every comparison with its weight; it speaks of no pair, so that it may be read before one's own word."""
    return desk.identity_model()


@router.get(
    "/marks", operation_id="listIdentityMarks", summary="List which records are marked", responses=shown([MARK])
)
def list_identity_marks(
    desk: TheDesk,
    purpose: Annotated[str, Query(max_length=64, description="For what you look; it stands on the record.")],
) -> list[MarkView]:
    """Give every mark, oldest first, those taken away too, for a purpose."""
    return desk.identity_marks(purpose=purpose)


@router.post(
    "/marks",
    operation_id="markIdentity",
    summary="Mark a record as a presumed victim's or as a suspect's in custody",
    status_code=201,
    responses=shown(MARK, 201),
)
def mark_identity(desk: TheDesk, body: Marking) -> MarkView:
    """Mark a record, with the reason: every pair that touches it then needs two different people."""
    return desk.identity_mark(body.row, body.mark, reason=body.reason)


@router.post(
    "/marks/undo", operation_id="unmarkIdentity", summary="Take a record's mark away", responses=shown(TAKEN_AWAY)
)
def unmark_identity(desk: TheDesk, body: Marking) -> MarkView:
    """Take a mark away, with the reason; both stay on the record."""
    return desk.identity_unmark(body.row, body.mark, reason=body.reason)
