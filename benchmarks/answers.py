"""How long the command line takes to start and to answer: `palermo --help`, and `palermo leads` on the analysed training case."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from palermo.training import make_case

ROUNDS = 7
PALERMO = Path(sys.executable).with_name("palermo")


def seconds(*command: str) -> float:
    """Time a command as a whole process."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Time the commands in turn with a bare Python and print a table."""
    made = make_case(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = str(folder / "case")
        for file, data in made.files.items():
            (folder / file).write_bytes(data)
        subprocess.run(
            [PALERMO, "case", "new", case, "--name", "bench", "--basis", "bench"], check=True, capture_output=True
        )
        add = subprocess.run(
            [PALERMO, "add", case, *(str(folder / file) for file in made.files)], capture_output=True, check=False
        )
        assert add.returncode in (0, 1), add.stderr
        start = time.perf_counter()
        subprocess.run([PALERMO, "analyse", case], check=True, capture_output=True)
        analysing = time.perf_counter() - start
        runs: dict[str, list[float]] = {}
        program = str(PALERMO)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "palermo --help": [program, "--help"],
            "palermo leads": [program, "leads", case],
            "palermo leads --format json": [program, "leads", case, "--format", "json"],
        }
        for _ in range(ROUNDS):
            for label, command in commands.items():
                runs.setdefault(label, []).append(seconds(*command))
    print("| command | seconds (median of 7) | times bare Python |")
    print("|---|---|---|")
    bare = median(runs["python -c pass"])
    for label, times in runs.items():
        print(f"| {label} | {median(times):.3f} | {median(times) / bare:.1f} |")
    print(f"| palermo analyse (once) | {analysing:.1f} | |")


if __name__ == "__main__":
    main()
