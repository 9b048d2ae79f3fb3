"""Examples of the views of the network for the OpenAPI document: invented, of one small case."""

from palermo.workbench.network_group_views import (
    AlternativeView,
    GroupsView,
    HappeningView,
    HubView,
    NearView,
    NetworkGroup,
)
from palermo.workbench.network_role_views import (
    CaseRoles,
    CaseWithout,
    ConnectedView,
    GroupLeft,
    RoleView,
    StoppedFlow,
    VictimLeft,
)
from palermo.workbench.network_views import (
    CasePath,
    CasePaths,
    ChartToKeep,
    ChartView,
    KeptChart,
    LinkedFinding,
    LinkRows,
    LinkView,
    NeighbourView,
    NodeView,
    PathStepView,
    ShownNode,
    StubView,
)
from palermo.workbench.views import RowRef

_ROW = RowRef("5f0c9a4e1d7b2c3806a9e4d1f7b3c852", "stays.csv", "row 17")
_CONTACT, _ACCOUNT, _STAY = "contact:+33639981234", "account:FICT-1", "stay:S-4"
_FIRST, _LAST = "2026-01-14T09:00:00Z", "2026-02-27T00:00:00Z"

_GROUP = NetworkGroup(
    handle="N-1", id="6512bd43d9caa6e02c990b0a82652dca", nodes=14, kinds={"account": 2, "contact": 3, "stay": 9},
    members=[_ACCOUNT, _CONTACT, _STAY], inside=22, by_chance=1.4, outside=3, through_hubs=2, leads=["L-2"], beside=[],
    sentence="9 stays, 3 contacts and 2 accounts: 22 pairs of them linked, where chance would link 1.4 among things so busy.",
)  # fmt: skip

_NODE = NodeView(
    id=_ACCOUNT, kind="account", name="FICT-1", group="N-1", hub="", neighbours=9,
    stubs=[StubView("paid-by", "stay", nodes=9, drawn=2, rows=9)],
)  # fmt: skip

_LINK = LinkView(
    a=_ACCOUNT, b=_STAY, kind="paid-by", directed=False, rows=1, sources=1, first=_FIRST, last=_LAST, findings=0
)  # fmt: skip

GROUPS = GroupsView(
    nodes=2_410, links=5_120, kinds={"account": 210, "contact": 700, "stay": 1_500}, link_kinds={"call": 3_000, "paid-by": 2_120},
    groups=[_GROUP], groups_in_all=31, pairs=12, alone=80,
    hubs=[HubView("contact:+33199001234", "contact", "+33199001234", 240, 233, 96.5, "It joins nobody.", [NearView("N-1", 9, 0.6)])],
    alternatives=[AlternativeView(8, 43, 60, 2_300, 0.71, 0.8, chosen=True)],
    happenings=[
        HappeningView("born", _FIRST, _LAST, "N-1", "FICT-1 and +33639981234 came to be linked. 1 row shows it.", [_ACCOUNT], [_ROW], 1)
    ],
    happenings_in_all=1, step_days=30, notes=["41 rows of observations name no two things that could be linked."],
)  # fmt: skip

NODE = ShownNode(_NODE, [NeighbourView(_NODE, _LINK)], 9, _GROUP)

CHART = ChartView(
    title="L-2", nodes=[_NODE], links=[_LINK], nodes_in_all=2_410, links_in_all=5_120, left_out=0, hidden_by_time=0,
    ranked_by="most independent sources first", first="2026-01-14", last="2026-02-27",
    sentence="1 thing of 2,410 and 1 link of 5,120 are drawn.", notes=[],
)  # fmt: skip

LINK_ROWS = LinkRows(
    _LINK, [_ROW], 0, 1, [LinkedFinding("8f14e45fceea167a5a36dedd4bea2543", "AD-03", "One text serves 23 adverts.")]
)

PATHS = CasePaths(
    [
        CasePath(
            [_CONTACT, _STAY, _ACCOUNT],
            [PathStepView(_CONTACT, _STAY, ["booked-with"], 1, 1, "Stay S-4 is booked with contact +33639981234: 1 row from 1 source.")],
        )
    ],
    complete=True, sentence="1 path, the best founded of 2 links.",
)  # fmt: skip

ROLES = CaseRoles(
    node_kind="account", of=210, counts={"booking hub": 1},
    roles=[RoleView(_ACCOUNT, "booking hub", "It booked or paid stays of 4 things (9 rows).", "N-1", "", [_ROW], 9)],
    roles_in_all=1, rules={"booking hub": "things it leads to: at least 3 (links: stay, stay paid, booking)"}, notes=[],
)  # fmt: skip

WITHOUT = CaseWithout(
    gone=[_ACCOUNT], with_them=[], before=ConnectedView(900, 3, 860, 369_370), after=ConnectedView(899, 5, 840, 352_381),
    groups=[GroupLeft("N-1", 5, [[_CONTACT]], [4], "Of 5 lasting things of N-1, 4 lasting things in 1 part would be left.")],
    stops={"payment": 12}, flows=[StoppedFlow("account:FICT-2", _ACCOUNT, "account:FICT-3", 4, 2)], flows_in_all=1,
    victims=[VictimLeft(_CONTACT, [_ACCOUNT], 1, [], 0, cut_off=True, sentence="contact:+33639981234 would be left without contact.")],
    steps_before=5.1, steps_after=5.3, steps_error=0.1, sentences=["Now: 900 lasting things in 3 parts."], notes=[],
)  # fmt: skip

KEPT = KeptChart(
    n=2, chart=ChartToKeep("The two hotels", "L-1", "Ask the second hotel.", places={"venue:Hotel Linde": [1.5, -2.0]}),
    actor="local", at="2026-03-02T09:15:00.000000Z", lost="",
)  # fmt: skip
