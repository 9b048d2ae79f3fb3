"""Kept code of a kernel is good until something that went into it changes."""

from types import ModuleType

import pytest

from palermo.adverts.kernels import align, gather, keeping, witness, words


def changed(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> set[str]:
    """Change a module's source by a line; give the modules whose stamps change with it."""
    asked = [align, gather, witness, words]
    keeping.stamp_of.cache_clear()
    before = {one.__name__: keeping.stamp_of(one.__name__) for one in asked}
    source = keeping._source
    monkeypatch.setattr(keeping, "_source", lambda name: source(name) + ("\n" if name == module.__name__ else ""))
    keeping.stamp_of.cache_clear()
    after = {one.__name__: keeping.stamp_of(one.__name__) for one in asked}
    keeping.stamp_of.cache_clear()
    return {name.split(".")[-1] for name, stamp in after.items() if stamp != before[name]}


def test_a_change_reaches_everything_that_uses_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gathering lays texts side by side: it is compiled anew when that changes, while what does not use it is kept."""
    assert changed(monkeypatch, align) == {"align", "gather"}


def test_a_change_of_what_nothing_uses_reaches_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that no other calls takes nothing with it."""
    assert changed(monkeypatch, witness) == {"witness"}


def test_kernels_are_kept_under_that_stamp() -> None:
    """Numba asks here where to keep a kernel and how long it is good."""
    kept = vars(gather.gather)["_cache"]._cache_file._source_stamp
    assert kept == keeping.stamp_of(gather.__name__)


def test_functions_of_others_are_left_to_numba() -> None:
    """What is no part of the program is none of its business."""
    found = keeping.KeptWithWhatItUses.from_function(pytest.raises, __file__)  # type: ignore[arg-type]  # any function of others
    assert found is None
