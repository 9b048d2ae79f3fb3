"""Uploads are streamed as they are, and what is kept apart is shown for a purpose alone."""

from collections.abc import AsyncIterator, Iterable

import pytest

from fakes.browser import Browser, signed_in_at
from fakes.desk import FakeDesk
from palermo.workbench.views import Preview

TABLE = b"ad;posted;text\n" + b"".join(b"A-%d;2026-01-05 10:00;hello\n" % n for n in range(2000))


class _Listening(FakeDesk):
    """A desk that remembers the chunks it was handed and whether it saw the end of them."""

    def __init__(self) -> None:
        super().__init__()
        self.chunks: list[bytes] = []
        self.ended = False

    def upload(self, name: str, chunks: Iterable[bytes]) -> Preview:
        for chunk in chunks:
            self.chunks.append(chunk)
        self.ended = True
        return super().upload(name, self.chunks)


async def _pieces(data: bytes, size: int) -> AsyncIterator[bytes]:
    """Send data in pieces."""
    for at in range(0, len(data), size):
        yield data[at : at + size]


@pytest.mark.parametrize("size", [1000, 7777, len(TABLE)])
def test_an_upload_reaches_the_desk_byte_for_byte_as_it_arrives(size: int) -> None:
    """The body is handed on piece by piece, never gathered first, and is what was sent."""
    desk = _Listening()
    with signed_in_at(desk) as browser:
        answer = browser.post("/api/intake/uploads?name=a.csv", content=_pieces(TABLE, size))
    assert (answer.status_code, answer.json()["good"]) == (201, 2000)
    assert b"".join(desk.chunks) == TABLE
    assert max(map(len, desk.chunks)) <= size


def test_an_upload_over_the_limit_never_looks_whole_to_the_desk() -> None:
    """The desk is told by an error inside the stream, so that it can throw away what it has.

    Trust boundary: between the desk's disk and what a page sends.
    """
    desk = _Listening()
    with signed_in_at(desk) as browser:
        assert browser.post("/api/intake/uploads?name=a.csv", content=_pieces(TABLE * 4, 5000)).status_code == 413
    assert not desk.ended
    assert sum(map(len, desk.chunks)) <= 100_000


@pytest.mark.parametrize(
    ("name", "data"), [("..%2Fa.csv", TABLE), ("a%00.csv", TABLE), ("a.csv", b""), ("a.csv", b"\0\0")]
)
def test_an_upload_that_is_no_table_is_told_in_a_sentence(reader: Browser, name: str, data: bytes) -> None:
    """What the desk cannot read arrives as a problem, with a way out.

    Trust boundary: between the desk's disk and names and bytes a page sends.
    """
    answer = reader.post(f"/api/intake/uploads?name={name}", content=data)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:palermo:error:unreadable")
    assert answer.json()["way_out"]


def test_cells_kept_apart_are_shown_for_a_purpose_alone() -> None:
    """Without a purpose the cell is hidden; with one it is shown and the purpose is on the record.

    Trust boundary: between an account and protected data.
    """
    with signed_in_at(FakeDesk()) as browser:
        row = browser.get("/api/leads/L-1").json()["findings"][0]["rows"][0]["row"]
        hidden = next(
            c for c in browser.get(f"/api/rows/{row}").json()["sightings"][0]["cells"] if c["role"] == "apart"
        )
        assert (hidden["value"], hidden["hidden"]) == (None, True)
        shown = browser.get(f"/api/rows/{row}?purpose=identify-victim").json()["sightings"][0]["cells"]
        assert any(cell["role"] == "apart" and cell["value"] for cell in shown)
        entries = browser.get("/api/record?action=see-apart").json()["entries"]
        assert [(entry["purpose"], entry["subjects"]) for entry in entries] == [("identify-victim", [row])]
        assert browser.get(f"/api/rows/{row}?purpose=curiosity").status_code == 403


def test_an_upload_taken_is_gone_from_the_uploads(browser: Browser) -> None:
    """A file is taken once."""
    upload = browser.post("/api/intake/uploads?name=a.csv", content=TABLE).json()["upload"]
    assert browser.post(f"/api/intake/uploads/{upload}/take", json={"source_id": "S-1"}).json()["new"] == 2000
    assert browser.post(f"/api/intake/uploads/{upload}/take", json={"source_id": "S-1"}).status_code == 404


def test_a_day_that_does_not_exist_is_told_as_invalid(reader: Browser) -> None:
    """A review date is a day of the calendar."""
    answer = reader.post("/api/sources/S-1/review", json={"keep_until": "2027-02-30", "reason": "Needed."})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:palermo:error:invalid")
