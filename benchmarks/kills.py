"""Fifty kills (SIGKILL) at random moments of `add` and `analyse`: nothing acknowledged is lost, nothing half-written is seen.

After each kill the case is verified and everything that was acknowledged before it is looked for. At the end the
commands are run undisturbed once more, and the findings and leads are compared, byte for byte, with those of a case
that was never disturbed.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from palermo.training import make_case

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 50
PALERMO = [sys.executable, "-c", "from palermo.cli.main import run; run()"]


def palermo(*arguments: str) -> tuple[int, str]:
    """Run a command to its end."""
    done = subprocess.run([*PALERMO, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def killed(after: float, *arguments: str) -> bool:
    """Run a command and kill it after some seconds; tell whether it was still running."""
    child = subprocess.Popen([*PALERMO, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return True
    return False


def results(case: Path) -> str:
    """Give findings and leads of a case as written: without handles and locators, which depend on the order files came in."""
    document = json.loads(palermo("leads", str(case), "--format", "json")[1])
    for lead in document["leads"]:
        del lead["handle"]
        for finding in lead["findings"]:
            finding["rows"] = [row["row"] for row in finding["rows"]]
    return json.dumps(document["leads"], sort_keys=True)


def counts(case: Path) -> dict[str, int]:
    """Give rows by kind as the front page tells them."""
    return {
        kind["kind"]: kind["rows"]
        for kind in json.loads(palermo("case", "show", str(case), "--format", "json")[1])["kinds"]
    }


def steps(case: Path, exports: list[Path], sheets: dict[str, Path]) -> list[list[str]]:
    """Give the commands of the main job: a file at a time, then the analysis."""
    adds = [
        ["add", str(case), str(path), *(["--source", str(sheets[path.name])] if path.name in sheets else [])]
        for path in exports
    ]
    return [*adds, ["analyse", str(case)]]


def main() -> None:
    """Run the case undisturbed, then another under fire, and compare."""
    draw = random.Random(11)
    made = make_case(5, "small")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exports, sheets = [], {}
        for file, data in sorted(made.files.items()):
            (folder / file).write_bytes(data)
            exports.append(folder / file)
        for sheet, text in made.sheets.items():
            (folder / sheet).write_text(text, "utf-8")
        sheets = {file: folder / sheet for file, sheet in made.sheet_of.items()}
        calm, fire = folder / "calm", folder / "fire"
        for case in (calm, fire):
            palermo("case", "new", str(case), "--name", "kills", "--basis", "bench")
        lengths = []
        for step in steps(calm, exports, sheets):
            start = time.perf_counter()
            status, _ = palermo(*step)
            lengths.append(time.perf_counter() - start)
            assert status in (0, 1), step
        under_fire(fire, exports, sheets, lengths, draw)
        for step in steps(fire, exports, sheets):
            assert palermo(*step)[0] in (0, 1), step
        assert palermo("verify", str(fire))[0] == 0
        same = results(calm) == results(fire) and counts(calm) == counts(fire)
        print(f"findings and leads after the undisturbed re-run: {'the same bytes' if same else 'DIFFERENT'}")
        assert same


def under_fire(
    case: Path, exports: list[Path], sheets: dict[str, Path], lengths: list[float], draw: random.Random
) -> None:
    """Kill the commands at random moments; verify after each kill, and look for all that was acknowledged."""
    hit = lost = unwhole = 0
    acknowledged: dict[str, int] = {}
    todo = steps(case, exports, sheets)
    at = 0
    while hit < KILLS:
        place = at % len(todo)
        if killed(draw.uniform(0.25, 1.0) * lengths[place], *todo[place]):
            hit += 1
        unwhole += palermo("verify", str(case))[0] != 0
        now = counts(case)
        lost += any(now.get(kind, 0) < rows for kind, rows in acknowledged.items())
        acknowledged = now
        if draw.random() < 0.3:
            at += 1
    print(f"kills: {hit}; cases not whole after a kill: {unwhole}; acknowledged rows lost: {lost}")
    assert not unwhole
    assert not lost


if __name__ == "__main__":
    main()
