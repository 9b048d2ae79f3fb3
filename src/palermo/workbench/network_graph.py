"""Makes the link graph of a case from its rows and findings, and keeps it until the case changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from palermo.adapters.parquet import query
from palermo.adapters.parquet.row_sources import row_files
from palermo.adapters.sqlite import collect, record, results
from palermo.adapters.sqlite.on_rows import findings_by_row
from palermo.kit.progress import Progress, silent
from palermo.model.codes import Handling
from palermo.model.ids import FileId, SourceId
from palermo.model.records import Kind
from palermo.network.graph import NO_TIME, Graph
from palermo.network.graph_building import build
from palermo.network.graph_web import web_of_graph
from palermo.network.groups import Grouped, find_groups
from palermo.network.roles_links import Web
from palermo.workbench.network_links import FLEETING, NAMES, NO_LINKS, empty, links_of, table_of, with_sources
from palermo.workbench.session import Session
from palermo.workbench.sheets import restricted_sources
from palermo.workbench.showing import CHANGES, JUDGED

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

_HUB = " joins nobody: "
"""What stands after a hub's value in the sentence of the advert grouping."""

_KEPT = 4
"""How many graphs are kept at once."""


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """The link graph of a case as it stands.

    Attributes:
        graph: the graph.
        grouped: its groups and hubs.
        known: the contacts that the advert grouping found to be hubs, by place, with its sentence.
        web: who is beside whom over all kinds of link.
        web_sources: int64, for each entry of `web.other` how many independent sources show the pair.
        aside: bool, the nodes that join nobody: hubs, and names as written.
        kept: bool, the edges that join: none of a name, and of a hub those to the groups it is beside more than by chance.
        inner: who is beside whom by these.
        findings: how many findings rest on each row, by the row's place in the graph's `keys`; 0 for none.
        notes: what could not be linked, and what was left out, in sentences.
        restricted: how many sources were left out since they are overdue for review.
    """

    graph: Graph
    grouped: Grouped
    known: Mapping[int, str]
    web: Web
    web_sources: "npt.NDArray[np.int64]"
    aside: "npt.NDArray[np.bool_]"
    kept: "npt.NDArray[np.bool_]"
    inner: Web
    findings: Mapping[int, int]
    notes: tuple[str, ...]
    restricted: int


_held: dict[tuple[str, int, str, tuple[str, ...]], CaseGraph] = {}
_lock = Lock()


def case_graph(session: Session, progress: Progress = silent, allowed: frozenset[Handling] | None = None) -> CaseGraph:
    """Give the case's graph; made anew only when the case changed.

    Args:
        session: the case.
        progress: told what is being done.
        allowed: the handling codes of the sources whose rows may be used; None for all.
    """
    with session.reading() as db:
        state = max(record.last_of(db, (*CHANGES, *JUDGED, "analyse")), 0)
        barred = restricted_sources(session, db)
    key = (str(session.folder.resolve()), state, ",".join(sorted(barred)), tuple(sorted(allowed or ())))
    with _lock:
        if key not in _held:
            made = _make(session, progress, allowed)
            for old in [held for held in _held if held[0] == key[0] and held[3] == key[3]] or list(_held)[: -_KEPT + 1]:
                del _held[old]
            _held[key] = made
        return _held[key]


def _make(session: Session, progress: Progress, allowed: frozenset[Handling] | None) -> CaseGraph:
    from palermo.adverts import read_all

    with session.reading() as db:
        barred = set(restricted_sources(session, db))
        sheets = {held.sheet.id: held.sheet for held in collect.all_sources(db)}
        files = {held.id: held.source for held in collect.all_files(db)}
        rows = collect.list_parts(db, layer="rows")
        seen = collect.list_parts(db, layer="seen")
        leads = results.all_leads(db)
        analysed = json.loads(results.get_fact(db, "analysed", "{}"))
        on_rows = dict(findings_by_row(db))
    overdue = len(barred & set(files.values()))
    if allowed is not None:
        barred |= {ident for ident, sheet in sheets.items() if sheet.handling not in allowed}
    open_parts = [part.name for part in seen if files.get(part.file) not in barred]
    tables = {}
    for kind in sorted({part.kind for part in rows}):
        progress(f"loading {kind}", 0, 0)
        names = [part.name for part in rows if part.kind == kind]
        tables[Kind(kind)] = query.rows_of_kind(session.folder, Kind(kind), names, open_parts if barred else None)
    progress("reading contacts out of adverts", 0, 0)
    adverts = tables.get(Kind.ADVERTS)
    readings = read_all(query.rows_of_kind(session.folder, Kind.ADVERTS, [], None) if adverts is None else adverts)
    progress("linking what the rows link", 0, 0)
    sources = _sources(row_files(session.folder, open_parts), files)
    links = links_of(tables, readings, sources)
    graph = build(_together(links, with_sources(_alike(tables, leads), sources)))
    known = _known_hubs(graph, analysed.get("hubs", []))
    progress("grouping", 0, 0)
    grouped = find_groups(graph, known, (NAMES,), FLEETING)
    places = {row: at for at, row in enumerate(graph.keys)}
    findings = {places[row]: count for row, count in on_rows.items() if row in places}
    aside = graph.of_kinds([NAMES])
    aside[[hub.node for hub in grouped.hubs]] = True
    web, web_sources = web_of_graph(graph)
    kept = _joining(graph, grouped)
    inner, _ = web_of_graph(graph, kept)
    notes = tuple(_notes(graph, tables, overdue))
    return CaseGraph(graph, grouped, known, web, web_sources, aside, kept, inner, findings, notes, overdue)


def _joining(graph: Graph, grouped: Grouped) -> "npt.NDArray[np.bool_]":
    """Tell which edges join what is at their ends."""
    import numpy as np

    names = graph.of_kinds([NAMES])
    hub = np.zeros(graph.nodes, bool)
    hub[[one.node for one in grouped.hubs]] = True
    kept: npt.NDArray[np.bool_] = ~(names[graph.a] | names[graph.b] | hub[graph.a] | hub[graph.b])
    for one in grouped.hubs:
        near = [place for place, _, _ in one.near]
        edges = graph.edges_of(one.node)
        others = np.where(graph.a[edges] == one.node, graph.b[edges], graph.a[edges])
        kept[edges[np.isin(grouped.group[others], near)]] = True
    return kept


def _together(links: "pa.Table", more: "pa.Table") -> "pa.Table":
    import pyarrow as pa

    return pa.concat_tables([links, more])


def _sources(rows: "pa.Table", files: Mapping[FileId, SourceId]) -> "pa.Table":
    """Turn the files that rows stand in into sources, each pair once."""
    import pyarrow as pa

    named = pa.table(
        {"file": pa.array(list(files), pa.string()), "source": pa.array(list(files.values()), pa.string())}
    )
    joined = rows.join(named, "file", join_type="inner").select(["row", "source"])
    return joined.group_by(["row", "source"]).aggregate([])


def _alike(tables: "Mapping[Kind, pa.Table]", leads: list[results.StoredLead]) -> "pa.Table":
    """Link adverts that a finding says share a wording or a picture; both rows show it."""
    from palermo.workbench.network_links import advert_ids

    adverts = tables.get(Kind.ADVERTS)
    if adverts is None:
        return empty()
    names = advert_ids(adverts)
    kinds = {"text": "same-wording", "picture": "same-picture"}
    found = []
    for lead in leads:
        links = lead.body.get("links", [])
        for link in links if isinstance(links, list) else []:
            a, b, kind = names.get(link["a"]), names.get(link["b"]), kinds.get(link["kind"])
            if a and b and kind:
                found += [(a, b, kind, link["a"]), (a, b, kind, link["b"])]
    return table_of(iter(found))


def _known_hubs(graph: Graph, sentences: object) -> dict[int, str]:
    """Read out of the advert grouping's sentences which contacts are hubs."""
    found = {}
    for sentence in sentences if isinstance(sentences, list) else []:
        value, said, _ = str(sentence).partition(_HUB)
        place = graph.place(f"contact:{value}") if said else -1
        if place >= 0:
            found[place] = str(sentence)
    return found


def _notes(graph: Graph, tables: "Mapping[Kind, pa.Table]", overdue: int) -> list[str]:
    notes = []
    if not graph.edges:
        notes.append("No row of this case links two things.")
    if graph.loops:
        many = "1 row links a thing to itself" if graph.loops == 1 else f"{graph.loops:,} rows link a thing to itself"
        notes.append(f"{many}: no link was made of that.")
    notes += [
        f"{tables[kind].num_rows:,} rows of {kind} name no two things that could be linked."
        for kind in NO_LINKS
        if kind in tables and tables[kind].num_rows
    ]
    if overdue:
        notes.append(f"The rows of {overdue} overdue source(s) were left out until somebody reviews them.")
    return notes


def moment(value: int) -> str:
    """Write a moment in UTC as ISO 8601, to the second; empty for none."""
    if value == NO_TIME:
        return ""
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=value)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return ""
