"""What the tests of the docs read: the repository's pages and the script that makes the reference."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def doc_pages() -> list[Path]:
    """Give every page of the docs."""
    return sorted(DOCS.rglob("*.md"))


def written_pages() -> list[Path]:
    """Give every page a reader is sent to, the README and its neighbours included."""
    return [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")), *doc_pages()]


def name_of(path: Path) -> str:
    """Name a file the way the repository does."""
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """Give a page's words without its blocks of code."""
    return _FENCED.sub("", path.read_text("utf-8"))


def reference() -> ModuleType:
    """Give the script that makes the pages of the reference."""
    sys.path.insert(0, str(DOCS))
    try:
        return import_module("make_reference")
    finally:
        sys.path.remove(str(DOCS))


def tracked_files() -> list[Path]:
    """Give every file of the repository; where it is no checkout, every file of its folders of text."""
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if found.returncode == 0:
        paths = [ROOT / name for name in found.stdout.decode().split("\0") if name]
    else:
        paths = [path for folder in ("src", "tests", "docs", "tools", "locks") for path in (ROOT / folder).rglob("*")]
    return [path for path in paths if path.is_file()]
