"""Reading, checking and storing 1,000,000 calls from CSV, against DuckDB's own CSV to Parquet of the same file, in one run."""

import csv
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = 3


def write_calls(path: Path, rows: int) -> None:
    """Write an export of calls between reserved numbers, with local times and no zone."""
    draw = random.Random(7)
    numbers = [f"+33 6 39 98 {at // 100:02d} {at % 100:02d}" for at in range(10_000)]
    start = datetime(2020, 1, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(
            ["beller", "gebelde", "tijdstip", "duur (s)", "soort", "cel beller", "cel gebelde", "imei", "imsi"]
        )
        for _ in range(rows):
            at = start + timedelta(seconds=draw.randrange(3 * 365 * 86_400))
            out.writerow(
                [
                    draw.choice(numbers), draw.choice(numbers), at.strftime("%d-%m-%Y %H:%M:%S"), draw.randrange(900),
                    draw.choice(["voice", "sms"]), f"BRU-{draw.randrange(90):02d}", f"GNT-{draw.randrange(90):02d}",
                    f"35{draw.randrange(10**13):013d}", f"20601{draw.randrange(10**10):010d}",
                ]
            )  # fmt: skip


def run(code: str, *arguments: str) -> tuple[float, float]:
    """Run Python code in a process of its own: seconds inside it after its imports, and peak memory in MB."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    seconds, memory = done.stdout.strip().splitlines()[-1].split()
    return float(seconds), float(memory)


MEASURED = """
peak = int(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1]) / 1024
print(seconds, peak)
"""
OURS = (
    """
import sys, time
from pathlib import Path
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import create_case
import duckdb, pyarrow, pyarrow.parquet, pyarrow.compute
folder, sheet = Path(sys.argv[2]), Path(sys.argv[3])
desk = OpenDesk(create_case(folder, name='bench', basis='bench'))
start = time.perf_counter()
report = desk.add([Path(sys.argv[1])], AddWish(source=sheet)).files[0]
seconds = time.perf_counter() - start
assert not report.refused, report.refused
assert report.read == int(sys.argv[4]) and report.new + report.set_aside == report.read, report
"""
    + MEASURED
)
THEIRS = (
    """
import sys, time, duckdb
db = duckdb.connect()
start = time.perf_counter()
db.execute(f"COPY (SELECT * FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[2]}' (FORMAT parquet)")
seconds = time.perf_counter() - start
"""
    + MEASURED
)


def main() -> None:
    """Measure both in turn and print a table."""
    ratios, ours, theirs = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export, sheet = folder / "calls.csv", folder / "sheet.yaml"
        write_calls(export, ROWS)
        sheet.write_text("authority: bench\norder: bench\nzone: Europe/Brussels\n", "utf-8")
        for turn in range(ROUNDS):
            theirs.append(run(THEIRS, str(export), str(folder / f"{turn}.parquet")))
            ours.append(run(OURS, str(export), str(folder / f"case{turn}"), str(sheet), str(ROWS)))
            ratios.append(ours[-1][0] / theirs[-1][0])
    print(f"| {ROWS:,} calls, CSV to case | seconds (median of {ROUNDS}) | peak MB |")
    print("|---|---|---|")
    print(f"| DuckDB, CSV to Parquet | {median(one[0] for one in theirs):.2f} | {max(one[1] for one in theirs):.0f} |")
    print(f"| palermo add | {median(one[0] for one in ours):.2f} | {max(one[1] for one in ours):.0f} |")
    print(f"| ratio, pair by pair | {median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f}) | |")


if __name__ == "__main__":
    main()
