"""How the fake desk's invented case hangs together: each lead's adverts with the numbers they carry, and one account."""

from collections.abc import Sequence

from fakes.case import FILES, SPECS, Advert
from fakes.intake import FakeIntake
from palermo.kit.progress import Progress, silent
from palermo.model.errors import NotFound, Refused, WrongUse
from palermo.network.roles import check_node_kind
from palermo.workbench.network_group_views import AlternativeView, GroupsView, NetworkGroup
from palermo.workbench.network_role_views import CaseRoles, CaseWithout, ConnectedView, GroupLeft, VictimLeft
from palermo.workbench.network_views import (
    CasePath,
    CasePaths,
    ChartToKeep,
    ChartView,
    ChartWish,
    KeptChart,
    LinkRows,
    LinkView,
    NeighbourView,
    NodeView,
    PathStepView,
    ShownNode,
    StubView,
)
from palermo.workbench.views import RowRef

_DAY = "2026-01-05T09:30:00Z"


def _name(advert: Advert) -> str:
    return f"advert:{advert.cells[0]}"


class FakeNetwork(FakeIntake):
    """A link graph in which each advert is linked to the number it carries; a lead is a group."""

    def network_groups(self, *, limit: int = 50, times: bool = False, progress: Progress = silent) -> GroupsView:
        """Tell the groups: one for each lead."""
        self._ask("see-leads", "The groups of the network were read.")
        progress("grouping", 0, 0)
        groups = [self._group(n) for n in range(1, len(SPECS) + 1)]
        every = sum(group.nodes for group in groups)
        return GroupsView(
            every, len(self._adverts), {"advert": len(self._adverts)}, {"carries": len(self._adverts)}, groups[:limit],
            len(groups), 0, 0, [], [AlternativeView(1, len(groups), 66, every, 1.0, 1.0, chosen=True)], [], 0, 30 if times else 0, [],
        )  # fmt: skip

    def _group(self, n: int) -> NetworkGroup:
        own = self._own(n)
        ids = [*sorted({link.b for link in self._links(own)}), *(_name(advert) for advert in own)]
        kinds = {"advert": len(own), "contact": len(ids) - len(own)}
        return NetworkGroup(
            f"N-{n}",
            f"fake group {n}",
            len(ids),
            kinds,
            ids,
            len(own),
            0.5,
            0,
            0,
            [f"L-{n}"],
            [],
            f"{len(ids)} things.",
        )

    def _own(self, n: int) -> list[Advert]:
        return [advert for advert in self._adverts if advert.lead == n and advert.key not in self._erased]

    def _links(self, adverts: Sequence[Advert]) -> list[LinkView]:
        return [
            LinkView(_name(one), f"contact:{one.cells[6]}", "carries", directed=False, rows=1, sources=1, first=_DAY, last=_DAY, findings=1)
            for one in adverts
        ]  # fmt: skip

    def _lead_of(self, start: str) -> int:
        """Find which lead a chart begins with, or in which a thing is."""
        for advert in self._adverts:
            names = (_name(advert), advert.cells[0], f"contact:{advert.cells[6]}", advert.cells[6])
            if start in names or start in (f"L-{advert.lead}", f"N-{advert.lead}"):
                return advert.lead
        raise NotFound(f"Nothing in the graph goes by “{start}”.", way_out="See the groups for what there is.")

    def _node(self, ident: str, drawn: Sequence[str] = ()) -> NodeView:
        n = self._lead_of(ident)
        kind, _, name = ident.partition(":")
        near = [link for link in self._links(self._own(n)) if ident in (link.a, link.b)]
        others = [link.b if link.a == ident else link.a for link in near]
        stub = StubView(
            "carries",
            "advert" if kind == "contact" else "contact",
            len(others),
            sum(one in drawn for one in others),
            len(near),
        )
        return NodeView(ident, kind, name, f"N-{n}", "", len(others), [stub])

    def network_node(self, node: str, *, limit: int = 50, progress: Progress = silent) -> ShownNode:
        """Show what hangs on one thing."""
        self._ask("see-leads", "A thing of the network was read.")
        progress("grouping", 0, 0)
        n = self._lead_of(node)
        ident = node if ":" in node else next(i for i in self._group(n).members if i.endswith(f":{node}"))
        near = [link for link in self._links(self._own(n)) if ident in (link.a, link.b)]
        shown = [NeighbourView(self._node(link.b if link.a == ident else link.a), link) for link in near[:limit]]
        return ShownNode(self._node(ident), shown, len(near), self._group(n))

    def _kept(self) -> dict[int, KeptChart]:
        """Give the charts kept, made at first use."""
        if not hasattr(self, "_charts"):
            self._charts: dict[int, KeptChart] = {}
        return self._charts

    def network_charts(self) -> list[KeptChart]:
        """List the charts kept."""
        self._ask("see-evidence", "The charts were read.")
        return sorted(self._kept().values(), key=lambda one: -one.n)

    def network_save_chart(self, wish: ChartToKeep, *, n: int = 0) -> KeptChart:
        """Keep a chart."""
        self._ask("save-chart", "A chart was saved.")
        if n and n not in self._kept():
            raise NotFound(f"There is no chart {n} in this case.")
        number = n or len(self._kept()) + 1
        self._kept()[number] = KeptChart(number, wish, "local", _DAY, "")
        return self._kept()[number]

    def network_drop_chart(self, n: int) -> None:
        """Take a chart off the list."""
        self._ask("save-chart", "A chart was dropped.")
        if self._kept().pop(n, None) is None:
            raise NotFound(f"There is no chart {n} in this case.")

    def network_chart(self, wish: ChartWish) -> ChartView:
        """Give a lead's adverts and numbers to draw."""
        self._ask("see-leads", "A part of the network was read.")
        n = self._lead_of(wish.start)
        for opening in wish.opened:
            if len(opening.split("/", 3)) < 4:
                raise WrongUse(f"“{opening}” does not say what to open.", way_out="Write LINK/KIND/COUNT/NODE.")
        links = [one for one in self._links(self._own(n)) if not {one.a, one.b} & set(wish.hidden)]
        ids = list(dict.fromkeys(end for link in links for end in (link.b, link.a)))
        every = len(self._adverts)
        return ChartView(
            wish.start, [self._node(one, ids) for one in ids], links, every, every, 0, 0, "most rows first", _DAY[:10], _DAY[:10],
            f"{len(ids)} things and {len(links)} links are drawn.", [],
        )  # fmt: skip

    def network_link(self, a: str, b: str, kind: str, *, offset: int = 0, limit: int = 50) -> LinkRows:
        """Give the row behind a link."""
        self._ask("see-leads", "A link of the network was read.")
        for advert, link in zip(self._adverts, self._links(self._adverts), strict=True):
            if {link.a, link.b} == {a, b} and kind == "carries":
                row = RowRef(advert.key, FILES[advert.source], f"row {advert.row}")
                return LinkRows(link, [row][offset : offset + limit], offset, 1, [])
        raise NotFound(f"No row links “{a}” and “{b}” by “{kind}”.")

    def network_paths(self, one: str, other: str, *, count: int = 3, progress: Progress = silent) -> CasePaths:
        """Tell how two adverts of one number are tied."""
        self._ask("see-leads", "Paths of the network were read.")
        progress("grouping", 0, 0)
        n = self._lead_of(one)
        if n != self._lead_of(other):
            return CasePaths([], complete=True, sentence="Nothing ties them.")
        links = [link for link in self._links(self._own(n)) if {link.a, link.b} & {one, other}][:2]
        steps = [
            PathStepView(link.a, link.b, [link.kind], 1, 1, f"{link.a} carries {link.b}: 1 row.") for link in links
        ]
        return CasePaths(
            [CasePath([one, *(step.b for step in steps[:1]), other], steps)][:count], complete=True, sentence="1 path."
        )

    def network_roles(
        self, node_kind: str, *, node: str = "", limit: int = 200, progress: Progress = silent
    ) -> CaseRoles:
        """Tell that no role is shown by adverts alone."""
        check_node_kind(node_kind)
        self._ask("see-leads", "Roles of the network were read.")
        progress("grouping", 0, 0)
        if node:
            self._lead_of(node)
        return CaseRoles(node_kind, len(SPECS), {}, [][:limit], 0, {}, ["Adverts alone show no roles."])

    def network_without(
        self, nodes: Sequence[str], victims: Sequence[str] = (), *, progress: Progress = silent
    ) -> CaseWithout:
        """Tell what would be left of a lead's adverts."""
        if not nodes:
            raise Refused("Nothing is named.")
        self._ask("see-leads", "A what-if of the network was read.")
        progress("grouping", 0, 0)
        n = self._lead_of(nodes[0])
        before, after = ConnectedView(14, 14, 1, 0), ConnectedView(13, 13, 1, 0)
        told = [
            VictimLeft(one, [], 0, [], 0, cut_off=False, sentence=f"The rows show no contact of {one}.")
            for one in victims
        ]
        groups = [
            GroupLeft(f"N-{n}", 1, [], [], f"Of 1 lasting thing of N-{n}, 0 lasting things in 0 parts would be left.")
        ]
        return CaseWithout(
            list(nodes), [], before, after, groups, {}, [], 0, told, 1.0, 1.0, 0.0, ["Now: 14 things."], []
        )
