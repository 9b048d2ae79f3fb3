"""The analysis runs while other calls are answered, one at a time."""

import asyncio
import threading

import httpx

from fakes.browser import BASE, TOKEN
from fakes.desk import FakeDesk
from palermo.api.app import create_app
from palermo.kit.progress import Progress, silent
from palermo.workbench.views import AnalyseReport


class _SlowDesk(FakeDesk):
    """A desk whose analysis has begun when `begun` is set and ends when `go` is."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go = threading.Event(), threading.Event()

    def analyse(self, progress: Progress = silent) -> AnalyseReport:
        progress("Comparing adverts", 3, 10)
        self.begun.set()
        self.go.wait(30)
        progress("Comparing adverts", 10, 10)
        return super().analyse(progress)


def test_progress_is_told_while_the_analysis_runs_and_a_second_one_waits() -> None:
    """Other calls are answered meanwhile; a second analysis is told that the first still runs."""
    desk = _SlowDesk()

    async def watch() -> tuple[object, int, int, object]:
        app = create_app(desk, token=TOKEN, static=None)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
            await client.get(f"/enter?token={TOKEN}")
            client.headers["x-csrf-token"] = (await client.get("/api/session")).json()["csrf"]
            running = asyncio.create_task(client.post("/api/analyse"))
            await asyncio.to_thread(desk.begun.wait, 30)
            seen = (await client.get("/api/progress")).json()
            second = (await client.post("/api/analyse")).status_code
            desk.go.set()
            first = (await running).status_code
            return seen, second, first, (await client.get("/api/progress")).json()

    seen, second, first, after = asyncio.run(watch())
    assert seen == {"running": True, "what": "Comparing adverts", "done": 3, "of": 10}
    assert (second, first) == (423, 200)
    assert after == {"running": False, "what": "", "done": 0, "of": 0}


def test_closing_ends_the_analysis_with_a_sentence() -> None:
    """The server's closing reaches the analysis at its next word on the progress."""
    desk = _SlowDesk()

    async def close() -> httpx.Response:
        app = create_app(desk, token=TOKEN, static=None)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
            await client.get(f"/enter?token={TOKEN}")
            client.headers["x-csrf-token"] = (await client.get("/api/session")).json()["csrf"]
            running = asyncio.create_task(client.post("/api/analyse"))
            await asyncio.to_thread(desk.begun.wait, 30)
            app.state.progress.stop()
            desk.go.set()
            return await running

    answer = asyncio.run(close())
    assert (answer.status_code, answer.json()["cause"]) == (423, "The desk is closing.")
