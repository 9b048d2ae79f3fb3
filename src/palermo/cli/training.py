"""`palermo training`: synthetic cases and adverts with known truth, and the score of what was found against it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from palermo.cli.desk import CaseArgument, open_desk
from palermo.cli.leads import lead_json
from palermo.cli.output import Format, FormatOption, emit
from palermo.model.errors import Unreadable


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Synthetic training cases with known truth, and scores against it.")
    group.command("make")(make)
    group.command("adverts")(adverts)
    group.command("score")(score)
    app.add_typer(group, name="training")


def make(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to write the exports; made when it does not exist.")
    ],
    seed: Annotated[int, typer.Option(help="Another seed, another case.")] = 1,
    size: Annotated[Literal["default", "small"], typer.Option(help="How large.")] = "default",
    form: FormatOption = Format.TEXT,
) -> None:
    """Write a synthetic case as messy exports, with its source sheets and its truth; all of it is invented."""
    from palermo.workbench.training import write_case

    made = write_case(folder, seed=seed, size=size)
    emit(
        made,
        form,
        lambda: iter(
            [
                f"{len(made.files)} exports of the training case “{made.name}” are in {folder}; the truth is in {made.truth}."
            ]
        ),
    )


def adverts(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Where to write adverts.csv and truth.csv; made when it does not exist."),
    ],
    make: Annotated[
        Literal["phrases", "grammar", "crowd"],
        typer.Option(help="What the texts are made of: stock phrases, a shared grammar, or phrases around a crowd."),
    ] = "phrases",
    seed: Annotated[int, typer.Option(help="Another seed, other adverts.")] = 1,
    size: Annotated[int, typer.Option(help="How many adverts.")] = 20_000,
    numbers: Annotated[
        Literal["readable", "some", "none"],
        typer.Option(help="Whether advertisers' numbers can be read: in every text, not in three of ten, or in none."),
    ] = "readable",
    form: FormatOption = Format.TEXT,
) -> None:
    """Write invented adverts whose hands are known, to measure how well adverts are grouped."""
    from palermo.workbench.training import write_trial

    made = write_trial(folder, make=make, seed=seed, size=size, numbers=numbers)
    said = (
        f"{made.rows:,} adverts are in {made.adverts}: {made.hands:,} hands of several adverts, and {made.lone:,} adverts of "
        f"lone advertisers; whose each is, is in {made.truth}."
    )
    emit(made, form, lambda: iter([said]))


def score(
    folder: CaseArgument,
    truth: Annotated[Path, typer.Argument(metavar="TRUTH.json", help="The truth that `training make` wrote.")],
    form: FormatOption = Format.TEXT,
) -> None:
    """Score a case's leads against the truth: groups found, purity, lone advertisers wrongly flagged."""
    from palermo.workbench.training import score_leads

    try:
        known = truth.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"The truth “{truth}” cannot be read.", cause=str(error)) from error
    found = json.loads(json.dumps({"leads": [lead_json(lead) for lead in open_desk(folder).all_leads()]}))
    scored = score_leads(known, found)
    emit(scored, form, lambda: _lines(scored))


def _lines(scored: dict[str, object]) -> Iterator[str]:
    sentences = scored.get("sentences", ())
    yield from (str(sentence) for sentence in sentences) if isinstance(sentences, list | tuple) else ()
