"""Makes a whole training case from one seed: exports as bytes, their source sheets, and the truth."""

from dataclasses import dataclass

from palermo.model.errors import WrongUse
from palermo.training.advert_exports import advert_files
from palermo.training.bystanders import make_bystanders
from palermo.training.exports import other_files
from palermo.training.group_traces import leave_traces
from palermo.training.groups import make_groups
from palermo.training.innocents import make_innocents
from palermo.training.sheets import SHEET_OF, source_sheets
from palermo.training.truth import Truth, advert_truths, group_truths, traps
from palermo.training.world import SIZES, World


@dataclass(frozen=True, slots=True)
class TrainingCase:
    """An invented case with known truth.

    Attributes:
        name: what to call it.
        basis: what stands in the place of its legal basis.
        files: the exports, by file name.
        sheets: the source sheets as YAML text, by file name.
        sheet_of: which sheet goes with which export; an export that is not in it has none.
        truth: what is known because it was made up.
    """

    name: str
    basis: str
    files: dict[str, bytes]
    sheets: dict[str, str]
    sheet_of: dict[str, str]
    truth: Truth


def make_case(seed: int = 1, size: str = "default") -> TrainingCase:
    """Make up a case; the same seed and size give the same bytes on every machine.

    Args:
        seed: everything is drawn from it; another seed gives other people, texts and structures.
        size: `default` (about 4,000 adverts, 14,000 calls, 1,500 stays, 6,000 payments) or `small` (about 400 adverts).

    Raises:
        WrongUse: there is no such size.
    """
    if size not in SIZES:
        raise WrongUse(f"There is no size “{size}”.", way_out=f"Choose one of {', '.join(SIZES)}.")
    world = World(seed, SIZES[size])
    groups = make_groups(world)
    for group in groups:
        leave_traces(world, group)
    make_innocents(world)
    make_bystanders(world)
    adverts = advert_files(world)
    others = other_files(world)
    broken = sorted((*adverts.broken, *others.broken), key=lambda found: (found.file, found.row))
    return TrainingCase(
        name=f"Training case {seed}",
        basis="Training: all people, numbers and events are invented; no data of anybody is held.",
        files={**adverts.files, **others.files},
        sheets=source_sheets(seed),
        sheet_of=dict(SHEET_OF),
        truth=Truth(
            adverts=advert_truths(world.traces.adverts, adverts.unreadable),
            groups=group_truths(groups),
            traps=traps(world.lures, world.traces.adverts),
            broken=tuple(broken),
        ),
    )
