"""Tells whose contact or account a traveller's is, where the rows leave no choice: a name that just one record bears.

Names as they were written join nobody in groups, paths and charts. A journey names its traveller by nothing else, so that
without this nothing could be said of who is moved. It is told where one record alone bears the name, and said so.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from palermo.network.graph import Graph

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

BY_NAME = "journey by name"
"""What a link is called from who paid a journey to what the record of its traveller carries."""


def things_of_names(graph: Graph) -> dict[int, frozenset[int]]:
    """Give for each name the contacts and accounts of the one person record or account holder that bears it.

    A name of one word, one that two records bear in any case of letters, and a phone on two records tell nothing.
    """
    bearers: dict[str, set[int]] = {}
    written: dict[str, set[int]] = {}
    for name, thing in (
        *_ends(graph, "name", "person-name", "person"),
        *_ends(graph, "name", "holder-name", "account"),
    ):
        key = " ".join(graph.ids[name].partition(":")[2].casefold().split())
        bearers.setdefault(key, set()).add(thing)
        written.setdefault(key, set()).add(name)
    for name in _nodes(graph, "name"):
        key = " ".join(graph.ids[name].partition(":")[2].casefold().split())
        if key in written:
            written[key].add(name)
    phones: dict[int, set[int]] = {}
    users: dict[int, set[int]] = {}
    for person, phone in _ends(graph, "person", "has-phone", "contact"):
        phones.setdefault(person, set()).add(phone)
        users.setdefault(phone, set()).add(person)
    person_code = graph.node_kinds.index("person") if "person" in graph.node_kinds else -1
    found: dict[int, frozenset[int]] = {}
    for key, held in bearers.items():
        persons = {thing for thing in held if graph.node_kind[thing] == person_code}
        accounts = held - persons
        if len(persons) > 1 or len(accounts) > 1 or not _whole(key):
            continue
        own = {phone for person in persons for phone in phones.get(person, ()) if len(users[phone]) == 1}
        for name in written[key]:
            found[name] = frozenset(own | accounts)
    return found


def moved_by_name(graph: Graph, giver: "Whole", traveller: "Whole", of: "Whole") -> "list[Whole]":
    """Make links from who paid a journey to what the one record of its traveller carries.

    Args:
        graph: the graph.
        giver: who paid, of each row in `of`.
        traveller: the traveller's name, by row of the case; -1 for none.
        of: the places of the rows that say who paid.

    Returns:
        givers, takers and places; what the traveller paid from an account of theirs is left out.
    """
    import numpy as np

    things = things_of_names(graph) if len(of) else {}
    links = [
        (payer, thing, place)
        for payer, place in zip(giver.tolist(), of.tolist(), strict=True)
        for own in [things.get(int(traveller[graph.row[place]]), frozenset[int]())]
        if payer not in own
        for thing in sorted(own)
    ]
    columns = list(zip(*links, strict=True)) if links else [(), (), ()]
    return [np.array(column, np.int64) for column in columns]


def _whole(name: str) -> bool:
    """Tell whether a name has two parts; in scripts without spaces, two characters."""
    return " " in name or (not name.isascii() and len(name) > 1)


def _nodes(graph: Graph, kind: str) -> Iterator[int]:
    import numpy as np

    yield from np.flatnonzero(graph.of_kinds([kind])).tolist()


def _ends(graph: Graph, one: str, link: str, other: str) -> Iterator[tuple[int, int]]:
    """Give the pairs of nodes of two kinds that a kind of link joins."""
    import numpy as np

    if link not in graph.kinds or one not in graph.node_kinds or other not in graph.node_kinds:
        return
    held = graph.kind == graph.kinds.index(link)
    first, second = graph.node_kinds.index(one), graph.node_kinds.index(other)
    for a, b in ((graph.a, graph.b), (graph.b, graph.a)):
        at = np.flatnonzero(held & (graph.node_kind[a] == first) & (graph.node_kind[b] == second))
        yield from zip(a[at].tolist(), b[at].tolist(), strict=True)
