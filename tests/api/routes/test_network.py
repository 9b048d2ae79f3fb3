"""The network is asked through the API: groups, a part to draw, links with their rows, paths, roles and what-ifs."""

from urllib.parse import urlencode

import pytest

from fakes.browser import Browser


def asked(path: str, **particulars: str) -> str:
    """Write an address with what is asked."""
    return f"{path}?{urlencode(particulars)}"


def test_a_chart_begins_with_a_lead_and_leaves_out_what_was_hidden(reader: Browser) -> None:
    """Things and the links between them come, without those taken off, and what was opened is read from the address."""
    chart = reader.get("/api/network/chart?start=L-9").json()
    ids = {node["id"] for node in chart["nodes"]}
    assert {link["a"] for link in chart["links"]} | {link["b"] for link in chart["links"]} == ids
    gone = chart["links"][0]["a"]
    less = reader.get(asked("/api/network/chart", start="L-9", hide=gone, open=f"carries/advert/5/{gone}"))
    assert {node["id"] for node in less.json()["nodes"]} == ids - {gone}
    assert reader.get("/api/network/chart?start=L-9&open=nothing").status_code == 400


def test_every_link_gives_the_row_behind_it(reader: Browser) -> None:
    """What is drawn can be opened down to its source row, whichever end is named first."""
    link = reader.get("/api/network/chart?start=L-9").json()["links"][0]
    for a, b in ((link["a"], link["b"]), (link["b"], link["a"])):
        rows = reader.get(asked("/api/network/link", a=a, b=b, kind=link["kind"])).json()
        assert (rows["of"], len(rows["rows"])) == (1, 1)
        assert reader.get(f"/api/rows/{rows['rows'][0]['row']}").status_code == 200
    assert reader.get(asked("/api/network/link", a=a, b=b, kind="call")).status_code == 404


def test_groups_one_thing_and_paths_are_told(reader: Browser) -> None:
    """A group names its lead; a thing shows what hangs on it; a path comes as sentences."""
    groups = reader.get("/api/network/groups?limit=2&times=true").json()
    assert [group["leads"] for group in groups["groups"]] == [["L-1"], ["L-2"]]
    one, other = groups["groups"][0]["members"][-2:]
    node = reader.get(asked("/api/network/node", id=one)).json()
    assert node["node"]["id"] == one
    paths = reader.get(asked("/api/network/paths", one=one, other=other)).json()
    assert all(step["sentence"] for path in paths["paths"] for step in path["steps"])


@pytest.mark.parametrize(("kind", "status"), [("contact", 200), ("person", 403), ("ship", 400)])
def test_roles_are_told_of_things_and_refused_of_persons(reader: Browser, kind: str, status: int) -> None:
    """A person has no role here, whoever asks."""
    assert reader.get(f"/api/network/roles?kind={kind}").status_code == status


def test_a_what_if_needs_something_to_take_out(browser: Browser) -> None:
    """Nothing named is no question; what is named is answered, presumed victims one by one."""
    assert browser.post("/api/network/without", json={"nodes": []}).status_code == 422
    wish = {"nodes": ["contact:+33199009034"], "victims": ["contact:+33639988950"]}
    told = browser.post("/api/network/without", json=wish).json()
    assert told["gone"] == wish["nodes"]
    assert [victim["id"] for victim in told["victims"]] == wish["victims"]


def test_nothing_of_the_network_is_read_without_leave(stranger: Browser) -> None:
    """Who did not come by the link is told nothing."""
    assert stranger.get("/api/network/groups").status_code == 401
