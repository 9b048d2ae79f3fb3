"""Groups through time: born, grew, merged and split, each with the rows that show it and no other."""

from network.webs import DAY, Link, circle, cliques, graph_of, tied
from palermo.network.groups_over_time import Event, over_time


def daily(pairs: list[tuple[str, str]], days: range, mark: str) -> list[Link]:
    """Link pairs again every day."""
    return [link for day in days for link in tied(pairs, day=day, mark=f"{mark}{day:03}-")]


def told(links: list[Link]) -> tuple[list[Event], list[str]]:
    """Give the events, and the ids of the graph's nodes."""
    graph = graph_of(links)
    return list(over_time(graph, 1).events), list(graph.ids)


def test_two_circles_are_born_merge_and_split_again() -> None:
    """Each event names the groups before and after, and rows of its own stretch that show it."""
    bridge = [(a, b) for a in circle("a", 4) for b in circle("b", 4)]
    links = [*daily(cliques("ab", 4), range(20), "x"), *daily(bridge, range(8, 14), "bridge")]
    events, ids = told(links)
    assert [event.what for event in events] == ["born", "born", "merged", "split"]
    born, _, merged, split = events
    assert {ids[node] for node in born.after[0]} == set(circle("a", 4))
    assert [len(group) for group in merged.before] == [4, 4]
    assert [len(group) for group in merged.after] == [8]
    assert [len(group) for group in split.after] == [4, 4]
    keys = graph_of(links).keys
    assert all(keys[row].startswith("bridge") for row in (*merged.rows, *split.rows))
    assert merged.rows_in_all >= len(merged.rows) > 0
    assert merged.start <= 8 * DAY < merged.end
    assert split.start >= merged.start


def test_a_group_that_takes_in_others_grew_and_the_new_ones_are_named() -> None:
    """Who came is new; the rows are those that tie the new ones to the rest."""
    small, large = cliques("a", 4), [*cliques("a", 4), *((one, "contact:new") for one in circle("a", 4))]
    more = [*large, *((one, "contact:late") for one in circle("a", 4))]
    links = [*daily(small, range(10), "x"), *daily(more, range(10, 20), "y")]
    events, ids = told(links)
    grew = [event for event in events if event.what == "grew"]
    assert [{ids[node] for node in event.new} for event in grew] == [{"contact:new", "contact:late"}]
    assert grew[0].rows_in_all > 0


def test_what_lasts_unchanged_is_no_event_and_no_moment_is_no_story() -> None:
    """A group seen again and again is born once; links without a time are followed through none."""
    events, _ = told(daily(cliques("a", 4), range(30), "x"))
    assert [event.what for event in events] == ["born"]
    empty = over_time(graph_of(tied(cliques("a", 4))), 1)
    assert (empty.step_days, empty.looks, empty.events) == (0, 0, ())


def test_the_story_is_the_same_in_any_order_of_rows() -> None:
    """Reversed rows give the same events."""
    links = [*daily(cliques("ab", 4), range(10), "x"), *daily([("contact:a00", "contact:b00")], range(9, 15), "y")]
    one, other = graph_of(links), graph_of(links[::-1])
    assert over_time(one, 1) == over_time(other, 1)
