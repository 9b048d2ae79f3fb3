"""`palermo training`: synthetic cases with known truth, and the score of what was found against it."""

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
