"""The JSON document of every command, built from the records the workbench answers with."""

import dataclasses
import types
import typing
from typing import Any

from palermo.cli.explain import _whole
from palermo.cli.leads import finding_json, lead_json
from palermo.training import Score
from palermo.workbench import (
    history_views,
    identity_views,
    network_group_views,
    network_role_views,
    network_views,
    views,
    wording_views,
)
from palermo.workbench.advert_scores import ScoreReport
from palermo.workbench.grouping_files import GroupReport
from palermo.workbench.matching_files import MatchReport
from palermo.workbench.name_files import NamesReport
from palermo.workbench.role_files import PathReport, ProposalReport, RoleReport, WithoutReport
from palermo.workbench.training import MadeCase, MadeTrial


def example(kind: Any) -> Any:  # noqa: ANN401 - it builds a value of whatever type it is given
    """Build a value of a type, with `…` for text, 0 for numbers, false for yes or no, one element a list."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        return kind(**{held.name: example(hints[held.name]) for held in dataclasses.fields(kind)})
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return " | ".join(str(word) for word in inner)
    if origin in (types.UnionType, typing.Union):
        return example(next(found for found in inner if found is not types.NoneType))
    if origin in (list, tuple):
        return [example(inner[0])]
    if origin is dict:
        return {"…": example(inner[1])}
    return {str: "…", int: 0, float: 0.0, bool: False, object: "…"}[kind]


def _plain(kind: Any) -> object:  # noqa: ANN401 - see `example`
    return dataclasses.asdict(example(kind))


def shapes() -> dict[str, object]:
    """Give the shape of every command's JSON document, by the command's name."""
    lead, finding = example(views.LeadView), example(views.FindingView)
    return {
        "case new": {"case": "…", "folder": "…"},
        "case show": _plain(views.CaseView),
        "add": _plain(views.AddReport),
        "source list": {"sources": [_plain(views.SheetView)]},
        "source new": _plain(views.SheetView),
        "source review": _plain(views.SheetView),
        "aside list": _plain(views.AsidePage),
        "aside mend": _plain(views.FileReport),
        "analyse": _plain(views.AnalyseReport),
        "leads": {"case": "…", "leads": [lead_json(lead)]},
        "explain (a lead)": _whole(lead, example(history_views.HistoryView), example(wording_views.WordingsView)),
        "explain (a finding)": finding_json(finding) | {"offset": 0},
        "explain (a row)": _plain(views.EvidenceView),
        "adverts apart": _plain(views.JudgementView),
        "adverts together": _plain(views.JudgementView),
        "adverts judgements": {"judgements": [_plain(views.JudgementView)]},
        "identity pairs": _plain(identity_views.PairQueue),
        "identity show": _plain(identity_views.PairView),
        "identity same": _plain(identity_views.PairView),
        "identity different": _plain(identity_views.PairView),
        "identity unsure": _plain(identity_views.PairView),
        "identity undo": _plain(identity_views.PairView),
        "identity later": {"pair": "…"},
        "identity people": _plain(identity_views.PeopleView),
        "identity model": _plain(identity_views.ModelView),
        "identity mark": _plain(identity_views.MarkView),
        "identity unmark": _plain(identity_views.MarkView),
        "identity marks": {"marks": [_plain(identity_views.MarkView)]},
        "decide": _plain(views.DecisionView),
        "undo": _plain(views.DecisionView),
        "erase": _plain(views.ErasureReport),
        "verify": _plain(views.VerifyReport),
        "record show": _plain(views.RecordPage),
        "record export": {"written": ["…"]},
        "adverts group": _plain(GroupReport),
        "adverts score": _plain(ScoreReport),
        "network groups": _plain(network_group_views.GroupsView),
        "network show": _plain(network_views.ShownNode),
        "network charts": {"charts": [_plain(network_views.KeptChart)]},
        "network compare": _plain(network_group_views.CompareView),
        "network roles (a table)": _plain(RoleReport),
        "network roles (a case)": _plain(network_role_views.CaseRoles),
        "network paths (a table)": _plain(PathReport),
        "network paths (a case)": _plain(network_views.CasePaths),
        "network without (a table)": _plain(WithoutReport),
        "network without (a case)": _plain(network_role_views.CaseWithout),
        "network apart": _plain(ProposalReport),
        "identity match": _plain(MatchReport),
        "identity names": _plain(NamesReport),
        "training make": _plain(MadeCase),
        "training adverts": _plain(MadeTrial),
        "training score": _plain(Score),
        "any that fails": {"error": {"kind": "…", "fact": "…", "cause": "…", "way_out": "…"}},
    }
