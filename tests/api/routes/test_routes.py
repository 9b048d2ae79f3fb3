"""Every operation, once with success and once refused."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from httpx import Response

from fakes.browser import Browser, signed_in_at
from fakes.desk import FakeDesk
from palermo.api.openapi import document
from palermo.workbench.network_views import ChartWish

LEAD = FakeDesk().lead("L-4")
FINDING = LEAD.findings[0]
PAIR = FakeDesk().identity_pairs().pairs[0]
CHART = FakeDesk().network_chart(ChartWish("L-9"))
LINK = CHART.links[0]
CSV = b"ad;posted;text;nationality\nA-9;2026-01-05 10:00;hello;x\n;nonsense;y;z\n"


@dataclass(frozen=True)
class Call:
    """One request: which operation, where, with what, and what the answer must hold."""

    name: str
    method: str
    path: str
    body: dict[str, object] | bytes | None
    status: int
    holds: dict[str, object]


CALLS = (
    Call("getSession", "GET", "/session", None, 200, {}),
    Call("getCase", "GET", "/case", None, 200, {"name": "Lantern", "leads": 14, "set_aside": 23}),
    Call("runAnalysis", "POST", "/analyse", None, 200, {"leads": 14}),
    Call("getProgress", "GET", "/progress", None, 200, {"running": False, "what": ""}),
    Call("listLeads", "GET", "/leads", None, 200, {"of": 14, "waiting": 14}),
    Call("getLead", "GET", "/leads/L-4", None, 200, {"id": LEAD.id, "handle": "L-4"}),
    Call("listLeadAdverts", "GET", "/leads/L-4/adverts?limit=5", None, 200, {"of": 29, "offset": 0}),
    Call("getLeadHistory", "GET", "/leads/L-4/history", None, 200, {"adverts": 29, "missing": ""}),
    Call("getLeadWordings", "GET", "/leads/L-4/wordings?page=1", None, 200, {"of": 29, "page": 1, "apart": 0}),
    Call("decideLead", "POST", "/leads/L-4/decisions", {"outcome": "reject", "reason": "An agency."}, 201,
         {"n": 1, "lead": LEAD.id, "outcome": "reject", "reason": "An agency."}),
    Call("undoDecision", "POST", "/decisions/1/undo", {"reason": "Wrong lead."}, 200, {"undone": True}),
    Call("listJudgements", "GET", "/judgements?lead=L-4", None, 200, {}),
    Call("judgeApart", "POST", "/judgements", {"one": "A-04001", "other": "A-04002", "reason": "Two styles."}, 201,
         {"n": 1, "reason": "Two styles.", "actor": "local", "undone": False, "waits": True}),
    Call("undoJudgement", "POST", "/judgements/1/undo", {"reason": "One account."}, 200,
         {"undone": True, "undone_reason": "One account.", "undone_by": "local"}),
    Call("listIdentityPairs", "GET", "/identity/pairs?limit=3", None, 200, {"of": 24, "offset": 0, "contradictions": 0}),
    Call("getIdentityPair", "GET", f"/identity/pairs/{PAIR.id}", None, 200, {"id": PAIR.id, "open": False, "compared": []}),
    Call("passIdentityPair", "POST", f"/identity/pairs/{PAIR.id}/pass", None, 200, {"of": 24, "put_off": 1}),
    Call("judgeIdentity", "POST", "/identity/words",
         {"one": PAIR.one.row, "other": PAIR.other.row, "answer": "same", "reason": "One paper."}, 201,
         {"id": PAIR.id, "open": True, "state": "same"}),
    Call("undoIdentityWord", "POST", "/identity/words/1/undo", {"reason": "Two papers."}, 200, {"open": False}),
    Call("getIdentityPeople", "GET", "/identity/people", None, 200, {"people": [], "contradictions": [], "waiting": 0}),
    Call("getIdentityModel", "GET", "/identity/model", None, 200, {"records": 24, "shared": []}),
    Call("listIdentityMarks", "GET", "/identity/marks?purpose=identify-victim", None, 200, {}),
    Call("markIdentity", "POST", "/identity/marks",
         {"row": PAIR.one.row, "mark": "presumed-victim", "reason": "Heard."}, 201, {"n": 1, "mark": "presumed-victim"}),
    Call("unmarkIdentity", "POST", "/identity/marks/undo",
         {"row": PAIR.one.row, "mark": "presumed-victim", "reason": "Another."}, 200, {"undone": True}),
    Call("listNetworkGroups", "GET", "/network/groups?limit=2", None, 200, {}),
    Call("getNetworkNode", "GET", f"/network/node?{urlencode({'id': LINK.a})}", None, 200, {}),
    Call("getNetworkChart", "GET", "/network/chart?start=L-9", None, 200, {}),
    Call("getNetworkLink", "GET", f"/network/link?{urlencode({'a': LINK.a, 'b': LINK.b, 'kind': LINK.kind})}", None, 200,
         {"of": 1}),
    Call("listNetworkPaths", "GET", f"/network/paths?{urlencode({'one': LINK.a, 'other': LINK.b})}", None, 200, {}),
    Call("listNetworkRoles", "GET", "/network/roles?kind=contact", None, 200, {}),
    Call("saveNetworkChart", "POST", "/network/charts", {"name": "Two hotels", "start": "L-1", "places": {"venue:A": [1, 2]}}, 201,
         {"n": 1, "lost": ""}),
    Call("listNetworkCharts", "GET", "/network/charts", None, 200, {}),
    Call("dropNetworkChart", "POST", "/network/charts/1/drop", {}, 200, {}),
    Call("askNetworkWithout", "POST", "/network/without", {"nodes": [LINK.a]}, 200, {"gone": [LINK.a]}),
    Call("getFinding", "GET", f"/findings/{FINDING.id}", None, 200, {"rule": "AD-01", "rows_in_all": 29}),
    Call("listFindingRows", "GET", f"/findings/{FINDING.id}/rows?offset=28", None, 200, {}),
    Call("getRow", "GET", f"/rows/{FINDING.rows[0].row}", None, 200, {"kind": "adverts"}),
    Call("listSources", "GET", "/sources", None, 200, {}),
    Call("addSource", "POST", "/sources", {"authority": "A", "order": "1", "evaluation": "b2"}, 201,
         {"id": "S-3", "evaluation": "B2", "handling": "H1", "basis_stated": True}),
    Call("reviewSource", "POST", "/sources/S-2/review", {"keep_until": "2027-01-31", "reason": "Appeal."}, 200,
         {"review_by": "2027-01-31", "due": ""}),
    Call("uploadFile", "POST", "/intake/uploads?name=new.csv", CSV, 201, {"file": "new.csv", "read": 2, "set_aside": 1}),
    Call("previewUpload", "POST", "/intake/uploads/{upload}/preview", {"columns": [{"index": 2, "column": ""}]}, 200,
         {"missing": ["body"]}),
    Call("takeUpload", "POST", "/intake/uploads/{upload}/take", {"source_id": "S-1"}, 200, {"new": 1, "source_id": "S-1"}),
    Call("dropUpload", "DELETE", "/intake/uploads/{upload}", None, 204, {}),
    Call("listSetAside", "GET", "/set-aside?limit=2", None, 200, {"of": 23}),
    Call("mendRow", "POST", "/set-aside/1/mend", {"cells": {"2": "2026-03-29 03:30"}, "reason": "Summer time."}, 200,
         {"new": 1, "set_aside": 0}),
    Call("listRecord", "GET", "/record?action=new-case", None, 200, {"of": 1}),
    Call("eraseRows", "POST", "/erasures", {"order": "2026/207", "value": "+33639983377", "dry": True}, 200,
         {"n": 0, "rows": 29, "leads": 1}),
    Call("verifyCase", "GET", "/verify", None, 200, {"whole": True, "faults": []}),
)  # fmt: skip

ALWAYS = {"getSession", "getProgress"}
"""What any signed-in account may ask: who it is, and how far its own call is."""


def _make(browser: Browser, call: Call, upload: str = "u-none") -> Response:
    """Make the request."""
    path = "/api" + call.path.format(upload=upload)
    if isinstance(call.body, bytes):
        return browser.request(call.method, path, content=call.body)
    return browser.request(call.method, path, json=call.body)


def _prepare(browser: Browser, call: Call) -> str:
    """Bring about what the call needs to be there; give the upload's id, where it needs one."""
    if call.name == "undoDecision":
        browser.post("/api/leads/L-4/decisions", json={"outcome": "accept", "reason": "Sure."})
    if call.name == "undoJudgement":
        browser.post("/api/judgements", json={"one": "A-04001", "other": "A-04002", "reason": "Two styles."})
    if call.name == "undoIdentityWord":
        words = {"one": PAIR.one.row, "other": PAIR.other.row, "answer": "same", "reason": "One paper."}
        browser.post("/api/identity/words", json=words)
    if call.name == "dropNetworkChart":
        browser.post("/api/network/charts", json={"name": "Two hotels", "start": "L-1"})
    if call.name == "unmarkIdentity":
        browser.post("/api/identity/marks", json={"row": PAIR.one.row, "mark": "presumed-victim", "reason": "Heard."})
    if "{upload}" in call.path:
        return str(browser.post("/api/intake/uploads?name=new.csv", content=CSV).json()["upload"])
    return "u-none"


def test_the_table_names_every_operation_there_is() -> None:
    """No operation goes without a test."""
    names = {one["operationId"] for methods in document()["paths"].values() for one in methods.values()}
    assert names == {call.name for call in CALLS}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_an_operation_answers(browser: Browser, call: Call) -> None:
    """Asked rightly, the operation answers with what the desk says."""
    answer = _make(browser, call, _prepare(browser, call))
    assert answer.status_code == call.status, answer.text
    if call.holds:
        assert {key: answer.json()[key] for key in call.holds} == call.holds


@pytest.mark.parametrize("call", [call for call in CALLS if call.name not in ALWAYS], ids=lambda call: call.name)
def test_an_operation_is_refused(call: Call) -> None:
    """Without leave, or where nothing of that name is there, the operation answers with a problem and changes nothing.

    Trust boundary: between an account and what its roles do not hold.
    """
    action = "map-columns" if "{upload}" in call.path else "decide-lead" if call.name == "undoDecision" else "none"
    with signed_in_at(FakeDesk(may=(action,))) as browser:
        upload = _prepare(browser, call)
        if call.name in ("previewUpload", "dropUpload"):
            upload = "u-none"
        answer = _make(browser, call, upload)
    assert answer.headers["content-type"] == "application/problem+json"
    expected = (404, "not-found") if upload == "u-none" and "{upload}" in call.path else (403, "refused")
    assert (answer.status_code, answer.json()["type"]) == (expected[0], f"urn:palermo:error:{expected[1]}")


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_an_operation_is_closed_to_strangers(stranger: Browser, call: Call) -> None:
    """Without the session no operation answers.

    Trust boundary: between this desk and every other program and account on this machine.
    """
    answer = _make(stranger, call)
    assert (answer.status_code, answer.json()["type"]) == (401, "urn:palermo:error:not-signed-in")
