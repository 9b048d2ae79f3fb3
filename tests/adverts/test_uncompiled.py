"""The compiled engine says what the same functions say as plain Python, and needs no kept code to run."""

import json
import os
import subprocess
import sys
from pathlib import Path

from palermo.adverts.engine import group_batches
from palermo.adverts.warm import some_adverts, warm

PROGRAM = """
import json, warnings
import numpy as np
np.seterr(over="ignore")
from palermo.adverts.engine import group_batches
from palermo.adverts.warm import some_adverts
found = group_batches(some_adverts().to_batches(), cities=("Antwerpen", "Lille"))
print(json.dumps([found.group.tolist(), found.template.tolist(), found.weighed.whole.tolist(),
                  found.corpus.words.tolist(), found.corpus.contact_key.tolist(), found.tail.threshold]))
"""


def plainly(**more: str) -> list[object]:
    """Group the same adverts in a process of its own, with more in its environment."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env={**os.environ, **more}
    )
    found: list[object] = json.loads(ran.stdout)
    return found


def test_compiled_and_uncompiled_agree() -> None:
    """With the compiler switched off, words, contacts, weights, threshold and groups are the same."""
    found = group_batches(some_adverts().to_batches(), cities=("Antwerpen", "Lille"))
    compiled = [found.group.tolist(), found.template.tolist(), found.weighed.whole.tolist(),
                found.corpus.words.tolist(), found.corpus.contact_key.tolist(), found.tail.threshold]  # fmt: skip
    assert plainly(NUMBA_DISABLE_JIT="1") == compiled


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    """Told to keep compiled code where no folder can be, the engine keeps it elsewhere and runs."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    assert (
        plainly(NUMBA_CACHE_DIR=str(blocked / "kept"))[0]
        == group_batches(some_adverts().to_batches(), cities=("Antwerpen", "Lille")).group.tolist()
    )


def test_warming_groups_its_adverts() -> None:
    """The adverts that warm the kernels are of three hands, and are found to be."""
    assert warm() == 3
