"""Grouping adverts of known authors: Palermo beside MinHash (rensa) on the same files, each in a process of its own.

Prints Markdown tables: quality with seconds and memory, by make, numbers and seed; recall by kind; the two crowds; false
links beside what was said of them; how long an explanation takes. Seeds 201 to 220 are for reporting: nothing was ever
tuned on them. `--help` shows how to run one part, other sizes, and where to keep the files.

`python benchmarks/adverts_grouping.py --parts quality --makes phrases --numbers readable --size 1000000 --seeds 201`
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from adverts_contenders import Contender, contenders, palermo
from adverts_explaining import explaining
from adverts_figures import biggest_share, false_joins, percent, poisson_tail, share
from adverts_files import Wish, trial_file
from adverts_running import warm
from palermo.adverts.score import KindFigures, Score, score
from palermo.training.trials import Make, Numbers

MAKES: tuple[Make, ...] = ("phrases", "grammar")
NUMBERS: tuple[Numbers, ...] = ("readable", "some", "none")
METHODS = ("words", "characters", "pairs")
PARTS = ("quality", "crowd", "links", "explaining")
SEEDS = (201, 202, 203)
LINK_SEEDS = range(201, 221)
SIZE = 20_000
CROWDS = ("crowd", "site_text")
CROWD_SIZE = 30_000
"""5,000 of one template, 5,000 lone ones that share a site's text, and 20,000 others."""


def quality(wishes: list[Wish], methods: list[str], folder: Path) -> Iterator[str]:
    """One table of all contenders on all files, then the figures by kind."""
    scored: list[tuple[Wish, str, Score]] = []
    yield "| make, numbers | seed | method | precision | recall | least kind | lone wrong | seconds | µs a text | peak MB |"
    yield "|---" * 10 + "|"
    for wish in wishes:
        export, truth = trial_file(folder, wish)
        for found in contenders(export, truth, methods, folder):
            figures = score(truth.group, found.groups, truth.kind, truth.lone)
            scored.append((wish, found.name, figures))
            yield _row(wish, found, figures)
    for make in dict.fromkeys(wish.make for wish in wishes):
        yield ""
        yield from _by_kind([one for one in scored if one[0].make == make])


def _row(wish: Wish, found: Contender, figures: Score) -> str:
    least = min((kind.b_cubed.recall or 0.0 for kind in figures.by_kind if not kind.lone.adverts), default=None)
    cells = [
        f"{wish.make}, {wish.numbers}", str(wish.seed), found.name,
        share(figures.b_cubed.precision), share(figures.b_cubed.recall), share(least), percent(figures.lone.share),
        f"{found.run.seconds:.1f}", f"{found.run.seconds / wish.size * 1e6:.1f}", f"{found.run.peak / 1e6:.0f}",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _by_kind(scored: list[tuple[Wish, str, Score]]) -> Iterator[str]:
    """Give recall by kind, and for lone kinds the share wrongly grouped; a column each."""
    names = sorted({kind.kind for _, _, figures in scored for kind in figures.by_kind})
    yield "| make, numbers | seed | method | " + " | ".join(names) + " |"
    yield "|---" * (3 + len(names)) + "|"
    for wish, method, figures in scored:
        known = {kind.kind: kind for kind in figures.by_kind}
        cells = [_kind_cell(known[name]) if name in known else "" for name in names]
        yield f"| {wish.make}, {wish.numbers} | {wish.seed} | {method} | " + " | ".join(cells) + " |"


def _kind_cell(kind: KindFigures) -> str:
    return f"{percent(kind.lone.share)} wrong" if kind.lone.adverts else share(kind.b_cubed.recall)


def crowd(seeds: list[int], methods: list[str], folder: Path) -> Iterator[str]:
    """Tell how much of each crowd came into one template and into one group: all of `crowd`, next to none of `site_text`."""
    yield "| seed | method | kind | adverts | in its most usual template | in its most usual group | lone wrong in all |"
    yield "|---" * 7 + "|"
    for seed in seeds:
        export, truth = trial_file(folder, Wish("crowd", "readable", CROWD_SIZE, seed))
        for found in contenders(export, truth, methods, folder):
            wrong = percent(score(truth.group, found.groups, lone=truth.lone).lone.share)
            for kind in CROWDS:
                rows = np.flatnonzero(truth.kind.of == truth.kind.names.index(kind))
                template = None if found.templates is None else biggest_share(found.templates, rows)
                group = biggest_share(found.groups, rows)
                cells = [str(seed), found.name, kind, str(len(rows)), percent(template), percent(group), wrong]
                yield f"| {' | '.join(cells)} |"


def links(folder: Path, size: int) -> Iterator[str]:
    """Tell the false links of 20 seeds beside what was said, and the chance of as many or more if it is so."""
    yield "| make, numbers | files | false links said | observed | chance of as many or more |"
    yield "|---" * 5 + "|"
    for make in MAKES:
        for numbers in NUMBERS:
            said = observed = 0.0
            for seed in LINK_SEEDS:
                export, truth = trial_file(folder, Wish(make, numbers, size, seed))
                found = palermo(export, folder)
                said += found.said
                observed += false_joins(truth.group, found.groups)
            chance = poisson_tail(observed, said)
            yield f"| {make}, {numbers} | {len(LINK_SEEDS)} | {said:.1f} | {observed:.0f} | {chance:.3f} |"


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="Measures the grouping of adverts.")
    options.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    options.add_argument("--makes", nargs="+", choices=MAKES, default=list(MAKES))
    options.add_argument("--numbers", nargs="+", choices=NUMBERS, default=list(NUMBERS))
    options.add_argument("--methods", nargs="*", choices=METHODS, default=list(METHODS), help="rivals; none for none")
    options.add_argument("--size", type=int, default=SIZE, help="adverts in a file (20,000)")
    options.add_argument("--seeds", nargs="+", type=int, default=list(SEEDS))
    options.add_argument("--folder", type=Path, help="where files are kept; a temporary one when left out")
    return options.parse_args()


def _report(wanted: argparse.Namespace, folder: Path) -> Iterator[str]:
    warm(folder)
    makes, numbers, seeds = wanted.makes, wanted.numbers, wanted.seeds
    wishes = [Wish(make, known, wanted.size, seed) for make in makes for known in numbers for seed in seeds]
    parts = {
        "quality": lambda: quality(wishes, wanted.methods, folder),
        "crowd": lambda: crowd(seeds, wanted.methods, folder),
        "links": lambda: links(folder, wanted.size),
        "explaining": lambda: explaining(folder),
    }
    for part in wanted.parts:
        yield from parts[part]()
        yield ""


def main() -> None:
    """Measure what is asked for and print each line as it is known."""
    wanted = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = wanted.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        for line in _report(wanted, folder):
            print(line, flush=True)


if __name__ == "__main__":
    main()
