"""A real server on a small training case, and a real Chromium in front of it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from palermo.training import make_case

PALERMO = [sys.executable, "-c", "from palermo.cli.main import run; run()"]


def chromium() -> str:
    """Find the browser; the Makefile sees to it that there is one."""
    names = (os.environ.get("PALERMO_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next(path for name in names if name and (path := shutil.which(name)))


@dataclass
class Watched:
    """A page, and what it asked the network for and wrote to its console."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def strangers(self) -> list[str]:
        """Give what was asked of any host but the program's own."""
        return [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an analysed training case, made by the program's own commands."""
    folder = tmp_path_factory.mktemp("journey")
    made = make_case(2, "small")
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    for name, text in made.sheets.items():
        (folder / name).write_text(text, "utf-8")
    case = folder / "case"
    subprocess.run(
        [*PALERMO, "case", "new", str(case), "--name", "Harbour lights", "--basis", "Training"],
        check=True,
        capture_output=True,
    )
    for sheet in made.sheets:
        files = [str(folder / name) for name, own in made.sheet_of.items() if own == sheet]
        subprocess.run(
            [*PALERMO, "add", str(case), *files, "--source", str(folder / sheet)], check=False, capture_output=True
        )
    subprocess.run([*PALERMO, "analyse", str(case)], check=True, capture_output=True)
    return case


@pytest.fixture
def link(case: Path) -> Iterator[str]:
    """Open the workspace on the case as a person would, and give the one-time link it prints."""
    server = subprocess.Popen([*PALERMO, "open", str(case), "--no-browser"], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    line = server.stdout.readline()
    yield line.split(" at ")[1].strip()
    server.send_signal(signal.SIGINT)
    server.wait(20)
    server.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium for the tests of one file: left running, its event loop would stand in the way of theirs."""
    with sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=chromium(),
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                # The chart is drawn by WebGL, in software where there is no graphics card.
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
            ],
        )
        yield started
        started.close()


@pytest.fixture
def desk(browser: Browser, link: str) -> Iterator[Watched]:
    """Enter by the one-time link, watching network and console."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-GB")
    context.set_default_timeout(15_000)
    page = context.new_page()
    watched = Watched(page, link.split("/enter", maxsplit=1)[0])

    def asked(request: Request) -> None:
        watched.requests.append(request.url)

    page.on("request", asked)
    page.on(
        "console",
        lambda message: watched.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.goto(link)
    page.get_by_test_id("case").wait_for()
    yield watched
    context.close()
