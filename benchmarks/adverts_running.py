"""Runs a program for the adverts benchmarks and takes its seconds and the peak memory of its whole process tree."""

import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PALERMO = [sys.executable, "-c", "from palermo.cli.main import run; run()"]
BASELINES = [sys.executable, str(Path(__file__).with_name("adverts_baselines.py"))]
_PAUSE = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """What a program took: seconds from start to end, the peak of its tree's resident memory in bytes, what it printed."""

    seconds: float
    peak: int
    output: str


class Failed(Exception):
    """The program ended with another status than 0 or 1 (said: something was set aside)."""


def measured(command: Sequence[str]) -> Run:
    """Run a program to its end.

    Raises:
        Failed: it did not succeed; the message holds what it wrote to standard error.
    """
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak, ended = [0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(child.pid, peak, ended))
    watcher.start()
    output, complaint = child.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    watcher.join()
    if child.returncode not in (0, 1):
        raise Failed(f"{command[-4:]} ended with {child.returncode}: {complaint[-2000:]}")
    return Run(seconds, peak[0], output)


def grouped_by_palermo(source: Path, target: Path) -> Run:
    """Run `palermo adverts group`; a file of groups that is there is written over."""
    return measured([*PALERMO, "adverts", "group", str(source), "--out", str(target), "--replace"])


def warm(folder: Path) -> None:
    """Run everything once on three adverts, so that no figure holds the compiling of kernels on their first use."""
    source = folder / "warm.csv"
    source.write_text("advert_id,title,body\n" + "".join(f"{n},hello,some words of no meaning {n}\n" for n in range(3)))
    grouped_by_palermo(source, folder / "warm-out.csv")
    for method in ("words", "characters", "pairs"):
        measured([*BASELINES, str(source), method, str(folder / "warm-out.csv")])


def _watch(root: int, peak: list[int], ended: threading.Event) -> None:
    while not ended.wait(_PAUSE):
        peak[0] = max(peak[0], _tree_bytes(root))


def _tree_bytes(root: int) -> int:
    """Add the resident memory of a process and all that descend from it; shared pages count once for each."""
    children: dict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            resident[int(folder.name)] = int((folder / "statm").read_text().split()[1]) * _PAGE
        except (OSError, IndexError):
            continue
        children[parent].append(int(folder.name))
    total, todo = 0, [root]
    while todo:
        here = todo.pop()
        total += resident.get(here, 0)
        todo += children[here]
    return total
