"""Every command of the guides runs, and prints what its page shows."""

import shutil
from pathlib import Path

import pytest

from docs.console import act_out, at_once, steps
from docs.repository import DOCS

GUIDES = sorted((DOCS / "how-to").glob("*.md"))
BEFORE = """
```console
$ palermo training make exports --size small
$ palermo case new case --name "Guide" --basis "Training: all people, numbers and events are invented"
$ palermo add case exports/adverts_* exports/annonces.csv --source exports/sheets/sheet_adverts.yaml --yes
…
$ echo $?
1
$ palermo analyse case
```
"""
"""What the guides begin with: the small training case, its adverts added and analysed."""


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with an analysed case, to be copied and not to be worked in."""
    folder = tmp_path_factory.mktemp("guides") / "begun"
    folder.mkdir()
    act_out(BEFORE, folder, at_once)
    return folder


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_can_be_acted_out(guide: Path, begun: Path, tmp_path: Path) -> None:
    """The guide's commands, in their order, on a case of their own."""
    folder = tmp_path / "work"
    shutil.copytree(begun, folder)
    act_out(guide.read_text("utf-8"), folder, at_once)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_has_commands(guide: Path) -> None:
    """A guide shows at least one command at work."""
    assert steps(guide.read_text("utf-8"))
