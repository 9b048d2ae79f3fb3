"""How the things of a case hang together: groups, one thing, a part to draw, links with their rows, paths, roles, what-ifs."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from palermo.api.bodies import TakenOut, ToKeep
from palermo.api.examples_network import CHART, GROUPS, KEPT, LINK_ROWS, NODE, PATHS, ROLES, WITHOUT
from palermo.api.shared import Limit, Offset, TheDesk, shown
from palermo.workbench.network_group_views import GroupsView
from palermo.workbench.network_role_views import CaseRoles, CaseWithout
from palermo.workbench.network_views import CasePaths, ChartToKeep, ChartView, ChartWish, KeptChart, LinkRows, ShownNode

router = APIRouter(tags=["network"])

Thing = Annotated[str, Query(min_length=1, max_length=12_000, description="A thing: `KIND:VALUE`, or its value alone.")]
Some = Annotated[list[str], Query(max_length=500)]
Day = Annotated[str, Query(max_length=10, description="A day, as in 2021-05-31; empty for no bound.")]


@router.get(
    "/network/groups",
    operation_id="listNetworkGroups",
    summary="Tell the groups of the case's link graph",
    responses=shown(GROUPS),
)
def list_groups(desk: TheDesk, limit: Limit = 50, times: bool = False) -> GroupsView:
    """Give the groups with their figures against chance, what joins nobody, and the other partings; with `times`, their story."""
    return desk.network_groups(limit=limit, times=times)


@router.get(
    "/network/node",
    operation_id="getNetworkNode",
    summary="Show what hangs on one thing",
    responses=shown(NODE),
)
def get_node(
    desk: TheDesk, thing: Annotated[str, Query(alias="id", min_length=1, max_length=12_000)], limit: Limit = 50
) -> ShownNode:
    """Give a thing with what hangs on it by kind, its links, the best founded first, and its group."""
    return desk.network_node(thing, limit=limit)


@router.get(
    "/network/chart",
    operation_id="getNetworkChart",
    summary="Give a part of the link graph to draw",
    responses=shown(CHART),
)
def get_chart(  # noqa: PLR0913 - an address carries one for each
    desk: TheDesk,
    start: Annotated[
        str, Query(min_length=1, max_length=12_000, description="A lead's handle, a group's, or a thing.")
    ],
    opened: Annotated[Some, Query(alias="open", description="What was opened: `LINK/KIND/COUNT/NODE`.")] = [],  # noqa: B006
    hidden: Annotated[Some, Query(alias="hide", description="Things taken off the chart.")] = [],  # noqa: B006
    also: Annotated[Some, Query(description="Things put on the chart besides.")] = [],  # noqa: B006
    since: Day = "",
    until: Day = "",
) -> ChartView:
    """Give at most 150 things to begin with, what was opened since, the links between them, and what is not drawn."""
    return desk.network_chart(ChartWish(start, opened, hidden, since, until, also))


@router.get(
    "/network/charts",
    operation_id="listNetworkCharts",
    summary="List the charts that are kept",
    responses=shown([KEPT]),
)
def list_charts(desk: TheDesk) -> list[KeptChart]:
    """Give every chart somebody named, the newest first, with its note and where its things lie."""
    return desk.network_charts()


@router.post(
    "/network/charts",
    operation_id="saveNetworkChart",
    summary="Keep a chart under a name",
    status_code=201,
    responses=shown(KEPT, 201),
)
def save_chart(desk: TheDesk, body: ToKeep) -> KeptChart:
    """Keep a chart: a new one, or in the place of one's own; the record binds what was saved."""
    fields = body.model_dump(exclude={"n", "places"})
    places = {ident: list(place) for ident, place in body.places.items()}
    return desk.network_save_chart(ChartToKeep(**fields, places=places), n=body.n)


@router.post(
    "/network/charts/{n}/drop",
    operation_id="dropNetworkChart",
    summary="Take a chart of one's own off the list",
    responses=shown([KEPT]),
)
def drop_chart(desk: TheDesk, n: Annotated[int, Path(ge=1, le=2**53)]) -> list[KeptChart]:
    """Take a chart off the list, and give the list as it is then; that it was there stays on the record."""
    desk.network_drop_chart(n)
    return desk.network_charts()


@router.get(
    "/network/link",
    operation_id="getNetworkLink",
    summary="Give the rows behind a link",
    responses=shown(LINK_ROWS),
)
def get_link(
    desk: TheDesk,
    a: Thing,
    b: Thing,
    kind: Annotated[str, Query(min_length=1, max_length=100)],
    offset: Offset = 0,
    limit: Limit = 50,
) -> LinkRows:
    """Give a link's rows, oldest first, a page at a time, and the findings that rest on them."""
    return desk.network_link(a, b, kind, offset=offset, limit=limit)


@router.get(
    "/network/paths",
    operation_id="listNetworkPaths",
    summary="Tell how two things are tied",
    responses=shown(PATHS),
)
def list_paths(desk: TheDesk, one: Thing, other: Thing, count: Annotated[int, Query(ge=1, le=20)] = 3) -> CasePaths:
    """Give the best-founded paths between two things, each link as a sentence; hubs lead nowhere unless they are an end."""
    return desk.network_paths(one, other, count=count)


@router.get(
    "/network/roles",
    operation_id="listNetworkRoles",
    summary="Tell roles by evidence",
    responses=shown(ROLES),
)
def list_roles(
    desk: TheDesk,
    kind: Annotated[str, Query(min_length=1, max_length=40, description="contact, account or venue; never a person.")],
    node: Annotated[str, Query(max_length=12_000, description="One thing; empty for all of the kind.")] = "",
    limit: Limit = 200,
) -> CaseRoles:
    """Give what the rows show that contacts, accounts or venues do; nothing is ranked, and of persons it is refused."""
    return desk.network_roles(kind, node=node, limit=limit)


@router.post(
    "/network/without",
    operation_id="askNetworkWithout",
    summary="Tell what arrests, searches and freezes would leave",
    responses=shown(WITHOUT),
)
def ask_without(desk: TheDesk, body: TakenOut) -> CaseWithout:
    """Give what would stay connected, which flows would stop and which presumed victims would be without contact; nothing is done."""
    return desk.network_without(body.nodes, body.victims)
