"""Tells with whom a thing has contact: over its own phones, documents and accounts, straight or by one stay, journey or advert."""

from palermo.workbench.network_graph import CaseGraph
from palermo.workbench.network_links import FLEETING

OWN = ("account-contact", "has-document", "has-phone", "on-card", "used-in")
"""Kinds of link between things of one holder: what they lead to is no contact, but a way of having it."""


def contact_of(case: CaseGraph, node: int, gone: set[int]) -> list[int]:
    """Give the lasting things that a thing has contact with when some are gone, ascending.

    Its own things are those reached by `OWN` links alone, never over another person. Contact is a link of any other kind
    from one of them, straight or over one stay, journey or advert; names as written are no contact, and a hub is one only
    to the groups it is beside.

    Args:
        case: the graph.
        node: whose contact.
        gone: what is taken out.
    """
    graph = case.graph
    if node in gone:
        return []
    own_kinds = {graph.kinds.index(kind) for kind in OWN if kind in graph.kinds}
    fleeting, barred = graph.of_kinds(FLEETING), graph.of_kinds(["person"])
    own, waiting = {node}, [node]
    while waiting:
        one = waiting.pop()
        for edge in graph.edges_of(one):
            other = graph.other_end(int(edge), one)
            if int(graph.kind[edge]) not in own_kinds or other in own or other in gone or barred[other]:
                continue
            own.add(other)
            # A hub may be her own phone, and leads to nothing else of hers.
            if not case.aside[other]:
                waiting.append(other)
    found: set[int] = set()
    for one in own:
        for edge in graph.edges_of(one):
            other = graph.other_end(int(edge), one)
            # What a busy number of her own links is contact too, whatever else the number joins.
            joins = case.kept[edge] or (case.aside[one] and not case.aside[other])
            if int(graph.kind[edge]) not in own_kinds and joins:
                beyond = [graph.other_end(int(far), other) for far in graph.edges_of(other) if case.kept[far]]
                found.update(beyond if fleeting[other] else [other])
    return sorted(far for far in found - own if not (fleeting[far] or far in gone))
