"""Shows what the comparison of a case's records weighs: every level of every comparison, on one page that can be checked by hand."""

from collections.abc import Mapping, Sequence
from typing import cast

from palermo.adapters.sqlite import identity_pairs
from palermo.workbench.identity_views import FamilyModel, LevelWeight, ModelView, SharedView
from palermo.workbench.session import Session

Plain = Mapping[str, object]


def show_model(session: Session) -> ModelView:
    """Show the model of the last analysis; it speaks of no pair, so that it may be read before one's own word."""
    session.require("see-identity")
    with session.reading() as db:
        about = identity_pairs.about(db)
    session.saw("read-model", subjects=["model"])
    return ModelView(
        analysed_at=str(about.get("at", "")), records=int(str(about.get("records", 0))),
        families=[_family(one) for one in _listed(about, "model")],
        shared=[_shared(one) for one in _listed(about, "shared")], notes=[str(one) for one in _listed(about, "notes")],
    )  # fmt: skip


def _listed(plain: Plain, name: str) -> Sequence[Plain]:
    """Give a list of what is kept; an erasure leaves it empty, since a value may stand in it."""
    found = plain.get(name)
    return cast("Sequence[Plain]", found) if isinstance(found, list) else ()


def _family(kept: Plain) -> FamilyModel:
    weights = [LevelWeight(**cast("dict[str, object]", one)) for one in _listed(kept, "weights")]  # type: ignore[arg-type]
    whole = {name: int(str(kept[name])) for name in ("records", "compared", "prior")}
    return FamilyModel(
        family=str(kept["family"]), trained=[str(one) for one in _listed(kept, "trained")], weights=weights, **whole
    )


def _shared(kept: Plain) -> SharedView:
    return SharedView(**cast("dict[str, object]", kept))  # type: ignore[arg-type]
