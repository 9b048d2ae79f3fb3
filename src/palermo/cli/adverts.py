"""`palermo adverts`: group a file of adverts outside any case, and score a grouping against known truth."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from palermo.cli import adverts_judged
from palermo.cli.output import Format, FormatOption, emit, progress, table
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from palermo.adverts.score import Figures, Lone, Score
    from palermo.workbench.advert_scores import ScoreReport
    from palermo.workbench.grouping_files import GroupReport


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(no_args_is_help=True, help="Group adverts outside any case, and score a grouping.")
    commands.command("group")(group)
    commands.command("score")(score)
    adverts_judged.register(commands)
    app.add_typer(commands, name="adverts")


def group(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The adverts, as CSV or Parquet.")],
    out: Annotated[Path, typer.Option("--out", help="Where to write the groups: CSV, or Parquet by its name.")],
    apart: Annotated[
        Path | None, typer.Option(help="A table of two ids a line: adverts a person says are not one hand.")
    ] = None,
    false_links: Annotated[int, typer.Option(help="How many false links are accepted in the whole file.", min=1)] = 1,
    replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there already.")] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Group the adverts of a file, without a case: a line for each row given, and the templates beside it."""
    from palermo.workbench.grouping_files import GroupWish, group_file

    with progress() as tell:
        report = group_file(file, out, GroupWish(apart, false_links, replace), tell)
    emit(report, form, lambda: _group_lines(report))


def score(
    truth: Annotated[
        Path, typer.Argument(metavar="TRUTH", help="CSV or Parquet: advert_id, group; row, kind and lone where known.")
    ],
    prediction: Annotated[
        Path, typer.Argument(metavar="PREDICTION", help="CSV or Parquet: advert_id, row, group, template.")
    ],
    column: Annotated[
        Literal["group", "template"], typer.Option(help="The column of the prediction to score.")
    ] = "group",
    form: FormatOption = Format.TEXT,
) -> None:
    """Score a grouping against known truth, from ids and groups alone."""
    from palermo.workbench.advert_scores import score_files

    report = score_files(truth, prediction, column=column)
    emit(report, form, lambda: _score_lines(report))


def _group_lines(report: "GroupReport") -> Iterator[str]:
    largest = f" (the largest of {report.largest:,})" if report.groups else ""
    found = f"{report.grouped:,} in {counted(report.groups, 'group')}{largest}"
    yield f"{counted(report.adverts, 'advert')}: {found}, the others alone."
    yield f"{report.with_template:,} share {counted(report.templates, 'template')}."
    yield f"Expected false links in the whole file: {report.false_links}. Texts join from {report.threshold:.1f} nats on."
    if report.hubs:
        yield f"{counted(report.hubs, 'contact is a hub', 'contacts are hubs')}: many unrelated advertisers carry them; they join nobody."
    if report.public:
        yield f"{counted(report.public, 'wording is', 'wordings are')} public: they join nobody."
    for one in report.alone:
        yield f"Alone: {counted(one.adverts, 'advert')}. {one.reason}"
    yield from report.notes
    yield f"Written: {', '.join(report.written)}."


def _score_lines(report: "ScoreReport") -> Iterator[str]:
    found = report.score
    yield f"{counted(found.adverts, 'advert')} scored by {report.column}, matched by {' and '.join(report.matched_by)}."
    if report.only_in_truth:
        told = counted(report.only_in_truth, "advert of the truth is", "adverts of the truth are")
        yield f"{told} not in the prediction: counted as left alone."
    if report.only_in_prediction:
        told = counted(report.only_in_prediction, "advert of the prediction is", "adverts of the prediction are")
        yield f"{told} not in the truth: nothing is known of them, and they were not scored."
    yield ""
    figures = (("pairs", found.pairs), ("B-cubed", found.b_cubed))
    yield from table(("", "precision", "recall", "F"), [(name, *_cells(part)) for name, part in figures])
    yield ""
    yield from _sentences(found)
    if found.by_kind:
        yield ""
        rows = [
            (
                part.kind or "(none)",
                f"{part.adverts:,}",
                *_cells(part.b_cubed)[:2],
                f"{part.lone.adverts:,}",
                _wrong(part.lone),
            )
            for part in found.by_kind
        ]
        yield from table(("kind", "adverts", "precision", "recall", "lone", "wrongly grouped"), rows)


def _sentences(found: "Score") -> Iterator[str]:
    yield f"Adjusted Rand index: {found.ari:.4f}."
    for name, groups in (("Found", found.found), ("True", found.true)):
        yield (
            f"{name}: {counted(groups.groups, 'group')} of {counted(groups.adverts, 'advert')}, "
            f"the largest of {groups.largest:,}; the others are alone."
        )
    yield f"Lone adverts wrongly grouped: {_wrong(found.lone)} of {found.lone.adverts:,}."


def _cells(figures: "Figures") -> tuple[str, str, str]:
    made = ("–" if value is None else f"{value:.4f}" for value in (figures.precision, figures.recall, figures.f))
    return (next(made), next(made), next(made))


def _wrong(lone: "Lone") -> str:
    return "–" if lone.share is None else f"{lone.wrong:,} ({lone.share:.2%})"
