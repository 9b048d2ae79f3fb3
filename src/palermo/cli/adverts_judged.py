"""`palermo adverts apart`, `together` and `judgements`: a person's word that two adverts are not one hand."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, ReasonOption, open_desk
from palermo.cli.output import Format, FormatOption, emit
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.views import JudgedAdvert, JudgementView

RowArgument = Annotated[
    str,
    typer.Argument(
        metavar="ROW",
        help="An advert: its row's key, the first eight digits of it or more, or an advert id no other has.",
    ),
]
OtherArgument = Annotated[str, typer.Argument(metavar="ROW", help="The other advert, named in the same way.")]


def register(group: typer.Typer) -> None:
    """Add the commands to the group `adverts`."""
    group.command("apart")(apart)
    group.command("together")(together)
    group.command("judgements")(judgements)


def apart(
    folder: CaseArgument, one: RowArgument, other: OtherArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Say that two adverts are not one hand, with a reason; their groups follow it with the next analysis."""
    made = open_desk(folder).judge_apart(one, other, reason=reason)
    emit(made, form, lambda: _said(made, str(folder)))


def together(
    folder: CaseArgument, one: RowArgument, other: OtherArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Take back that two adverts are not one hand; both words stay on the record."""
    made = open_desk(folder).judge_together(one, other, reason=reason)
    emit(made, form, lambda: _taken_back(made, str(folder)))


def judgements(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """List what people said of adverts: who, when and why, and what was taken back."""
    made = open_desk(folder).judgements()
    from dataclasses import asdict

    emit({"judgements": [asdict(one) for one in made]}, form, lambda: _listed(made, str(folder)))


def _said(made: "JudgementView", folder: str) -> Iterator[str]:
    yield f"Judgement {made.n}: {_name(made.one)} and {_name(made.other)} are not one hand."
    yield f"The groups follow it with the next analysis: palermo analyse {folder}"
    one, other = made.one.row[:8], made.other.row[:8]
    yield f"To take it back: palermo adverts together {folder} {one} {other} --reason …"


def _taken_back(made: "JudgementView", folder: str) -> Iterator[str]:
    yield f"Judgement {made.n} is taken back: the program's own grouping of the two counts again."
    yield f"The groups follow it with the next analysis: palermo analyse {folder}"


def _listed(made: Sequence["JudgementView"], folder: str) -> Iterator[str]:
    if not made:
        yield "Nobody has said of two adverts that they are not one hand."
        return
    stand = sum(not one.undone and not one.lost for one in made)
    yield f"{counted(len(made), 'judgement')}, of which {stand} stand."
    for one in made:
        if one.lost:
            yield f"{one.n}: fell away. {one.lost} (By {one.actor}, {one.at[:16]}Z.)"
            continue
        yield f"{one.n}: {_name(one.one)} and {_name(one.other)} are not one hand: {one.reason} ({one.actor}, {one.at[:16]}Z)"
        if one.undone:
            yield f"    Taken back: {one.undone_reason} ({one.undone_by}, {one.undone_at[:16]}Z)"
    if any(one.waits for one in made):
        yield f"The groups do not follow all of it yet. Run: palermo analyse {folder}"


def _name(advert: "JudgedAdvert") -> str:
    where = f", {advert.lead}" if advert.lead else ""
    return f"{advert.advert_id} ({advert.row}{where})"
