"""`palermo identity pairs`, `show`, `same`, `different`, `unsure`, `undo` and `people`: people's words on who is one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli.desk import CaseArgument, ReasonOption, open_desk
from palermo.cli.output import Format, FormatOption, emit
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.workbench.identity_views import PairLine, PairQueue, PairView, PeopleView, RecordView, WordView

RowArgument = Annotated[
    str,
    typer.Argument(
        metavar="ROW",
        help="A record: its row's key, the first eight digits of it or more, or a person's record id; a venue with :venue.",
    ),
]
OtherArgument = Annotated[str, typer.Argument(metavar="ROW", help="The other record, named in the same way.")]

_IS = {"same": "are the same", "different": "are different", "unsure": "may be one or two: somebody is unsure"}


def register(group: typer.Typer) -> None:
    """Add the commands to the group `identity`."""
    for command in (pairs, show, same, different, unsure, undo, later, people):
        group.command(command.__name__)(command)


def pairs(
    folder: CaseArgument,
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    limit: Annotated[int, typer.Option(help="How many to show.", min=1, max=10_000)] = 20,
    form: FormatOption = Format.TEXT,
) -> None:
    """List the pairs of records that wait for your word, first the one whose answer would change most leads."""
    queue = open_desk(folder).identity_pairs(offset=offset, limit=limit)
    emit(queue, form, lambda: _queue(queue, str(folder)))


def show(
    folder: CaseArgument,
    pair: Annotated[
        str,
        typer.Argument(
            metavar="PAIR", help="A pair's id, the first eight digits of it or more; or one of two records."
        ),
    ],
    other: Annotated[str, typer.Argument(metavar="[ROW]", help="The other record, where PAIR is a record.")] = "",
    form: FormatOption = Format.TEXT,
) -> None:
    """Show two records beside each other; what the program weighed and others said comes after your own word."""
    view = open_desk(folder).identity_pair(pair, other)
    emit(view, form, lambda: _pair(view))


def same(
    folder: CaseArgument, one: RowArgument, other: OtherArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Say that two records are one person, or one venue, with a reason; nothing is merged by it."""
    _say(folder, one, other, "same", reason, form)


def different(
    folder: CaseArgument, one: RowArgument, other: OtherArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Say that two records are two people, or two venues, with a reason."""
    _say(folder, one, other, "different", reason, form)


def unsure(
    folder: CaseArgument, one: RowArgument, other: OtherArgument, reason: ReasonOption, form: FormatOption = Format.TEXT
) -> None:
    """Say that you cannot tell, with a reason: the pair goes to the back of your queue, and an answer stays open."""
    _say(folder, one, other, "unsure", reason, form)


def undo(
    folder: CaseArgument,
    n: Annotated[int, typer.Argument(metavar="N", help="The word's number.", min=1)],
    reason: ReasonOption,
    form: FormatOption = Format.TEXT,
) -> None:
    """Take a word back; what was said, and that it was taken back, both stay on the record."""
    view = open_desk(folder).identity_undo(n, reason=reason)
    emit(
        view,
        form,
        lambda: iter([f"Word {n} is taken back: the case is as if it had never been said, the record aside."]),
    )


def later(
    folder: CaseArgument,
    pair: Annotated[str, typer.Argument(metavar="PAIR", help="A pair's id, the first eight digits of it or more.")],
    form: FormatOption = Format.TEXT,
) -> None:
    """Put a pair off: it goes to the back of your queue, and of nobody else's."""
    open_desk(folder).identity_pass(pair)
    emit({"pair": pair}, form, lambda: iter([f"The pair {pair} stands at the back of your queue now."]))


def people(folder: CaseArgument, form: FormatOption = Format.TEXT) -> None:
    """Tell who is one by people's words, where the words contradict, and what taking one back would change."""
    view = open_desk(folder).identity_people()
    emit(view, form, lambda: _people(view))


def _say(folder: CaseArgument, one: str, other: str, answer: str, reason: str, form: Format) -> None:
    view = open_desk(folder).identity_say(one, other, answer, reason=reason)
    emit(view, form, lambda: _said(view, str(folder)))


def _queue(queue: "PairQueue", folder: str) -> Iterator[str]:
    if not queue.analysed_at:
        yield f"No analysis has looked for records that may be one. Run: palermo analyse {folder}"
        return
    yield f"Waiting for your word: {queue.of:,} of {counted(queue.proposed, 'pair')} proposed, {queue.put_off:,} of them put off."
    for line in queue.pairs:
        yield f"{line.id}  {_name(line.one)} and {_name(line.other)}{_why(line)}"
    if queue.pairs:
        yield f"Order: {queue.ordered_by}."
        yield f"Look at one: palermo identity show {folder} {queue.pairs[0].id}"
    if queue.contradictions:
        yield f"{counted(queue.contradictions, 'contradiction')} in people's words: palermo identity people {folder}"
    yield from queue.notes


def _why(line: "PairLine") -> str:
    said = [f"would change {counted(line.change, 'lead')}"] if line.change else []
    said += ["needs two people"] if line.needs > 1 else []
    said += ["one has spoken"] if line.second else []
    said += ["other words settle it already"] if line.follows else []
    said += ["put off"] if line.put_off else []
    return f" ({', '.join(said)})" if said else ""


def _name(record: "RecordView") -> str:
    where = f", {record.source} {record.locator}" if record.source else ""
    # As it can be typed: a venue is named by its row and “:venue”.
    return f"{record.label} [{record.row[:8]}{record.record.removeprefix(record.row)}{where}]"


def _pair(view: "PairView") -> Iterator[str]:
    yield f"Pair {view.id}: {_name(view.one)} and {_name(view.other)}."
    for record in (view.one, view.other):
        if record.restricted:
            yield f"{record.row[:8]}: {record.restricted}"
    width = max([len(field.what) for field in view.fields] or [0])
    for field in view.fields:
        sign = {"equal": "=", "differs": "≠"}.get(field.mark, " ")
        yield f"  {sign} {field.what.ljust(width)}  {field.one or '—'}  |  {field.other or '—'}"
    if view.needs > 1:
        yield "Two different people are needed for this pair." + (
            " One has spoken; say your own word." if view.second else ""
        )
    if not view.open:
        yield "What the program weighed, and what others said, is shown after your own word."
        return
    yield from _weighed(view)
    for word in view.words:
        yield from _word(word)


def _weighed(view: "PairView") -> Iterator[str]:
    if not view.compared:
        yield "The program proposes nothing of these two."
        return
    yield f"What speaks for and against (in bits; 0 in all is as likely as not): {_bits(view.prior)} before anything is compared"
    for one in view.compared:
        level = f", {one.level}" if one.level else ""
        yield f"  {_bits(one.millibits)}  {one.what}{level}: {one.sentence}"
    yield f"  {_bits(view.millibits)}  in all"


def _bits(millibits: int) -> str:
    return f"{millibits / 1_000:+.1f}"


def _said(view: "PairView", folder: str) -> Iterator[str]:
    own = [word for word in view.words if word.own and not word.undone][-1]
    yield f"Word {own.n}: {own.one_name} and {own.other_name} {_IS[own.answer]}. Nothing was merged."
    if view.needs > 1 and view.state in ("open", "waits"):
        yield "A second person is needed; until then this word joins and parts nobody."
    yield from _weighed(view) if view.open else iter(())
    for word in view.words:
        if not word.own:
            yield from _word(word)
    yield f"To take it back: palermo identity undo {folder} {own.n} --reason …"


def _word(word: "WordView") -> Iterator[str]:
    if word.lost:
        yield f"{word.n}: fell away. {word.lost} (By {word.actor}, {word.at[:16]}Z.)"
        return
    if word.sealed:
        yield f"{word.n}: {word.one_name} and {word.other_name}: {word.actor} has spoken; shown after your own word."
        return
    again = ", anew" if word.again else ""
    yield f"{word.n}: {word.one_name} and {word.other_name} {_IS[word.answer]}: {word.reason} ({word.actor}, {word.at[:16]}Z{again})"
    if word.undone:
        yield f"    Taken back: {word.undone_reason} ({word.undone_by}, {word.undone_at[:16]}Z)"


def _people(view: "PeopleView") -> Iterator[str]:
    yield f"One by people's words: {counted(len(view.people), 'group')} of records; nothing was merged."
    for person in view.people:
        hangs = f" On {', '.join(person.leads)}." if person.leads else ""
        whole = "" if person.whole else " Counts as one nowhere: two of these are said to be different."
        yield f"{' = '.join(_name(record) for record in person.records)}.{hangs}{whole}"
    for found in view.contradictions:
        yield f"Contradiction: {found.sentence}"
        for undoing in found.undoings:
            yield f"    {undoing.sentence}"
    if view.waiting:
        yield f"Waiting for a second person: {counted(view.waiting, 'pair')}."
    if view.words:
        yield f"{counted(len(view.words), 'word')} in all:"
    for word in view.words:
        yield from _word(word)
