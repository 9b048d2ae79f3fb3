"""Makes sure that what a command writes writes over nothing by mistake."""

from pathlib import Path

from palermo.model.errors import Conflict, WrongUse


def check_targets(targets: tuple[Path, ...], sources: tuple[Path, ...], *, replace: bool) -> None:
    """Make sure that nothing is written over by mistake.

    Raises:
        WrongUse: a target is a source, a folder, or in no folder that is there.
        Conflict: a target is there already.
    """
    for target in targets:
        if any(source.exists() and target.exists() and target.samefile(source) for source in sources):
            raise WrongUse(
                f"“{target.name}” would be written over what it is made from.", way_out="Choose another name for --out."
            )
        if not target.parent.is_dir():
            raise WrongUse(f"There is no folder “{target.parent}”.", way_out="Make it, or name another.")
        if target.is_dir():
            raise WrongUse(f"“{target.name}” is a folder.", way_out="Name a file.")
        if target.exists() and not replace:
            raise Conflict(f"“{target.name}” is there already.", way_out="Choose another name, or give --replace.")
