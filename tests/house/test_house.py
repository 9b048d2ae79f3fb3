"""The house's own rules, read from its files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "palermo"
CAPABILITIES = ("intake", "adverts", "identity", "network", "indicators", "leads", "training")
PURE = (*CAPABILITIES, "access", "ledger", "model", "kit")
WALL = 400
LONGER_FOR_A_REASON = {
    "ledger/standalone.py": "it has to be one file that needs nothing else",
    "workbench/views.py": "it is a list of plain records and holds no logic",
}
FUNCTION_WALL = 60


def modules(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Give the modules of some folders of the source, or of all of it."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not folders or name.split("/")[0] in folders:
            yield name, ast.parse(path.read_text("utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    """A module opens with a docstring whose first line is a sentence."""
    silent = [name for name, tree in modules() if not (ast.get_docstring(tree) or "").strip()]
    assert silent == []


def test_no_module_is_longer_than_the_wall() -> None:
    """A module that outgrows the wall is split by what it knows, or has a reason written down."""
    long = {
        name: len((SOURCE / name).read_text("utf-8").splitlines())
        for name, _ in modules()
        if name not in LONGER_FOR_A_REASON and "/texts/" not in name
    }
    assert {name: lines for name, lines in long.items() if lines > WALL} == {}


def test_no_function_is_longer_than_the_wall() -> None:
    """A function fits on a screen."""
    long = {
        f"{name}:{found.name}": (found.end_lineno or 0) - found.lineno + 1
        for name, tree in modules()
        for found in functions(tree)
        if (found.end_lineno or 0) - found.lineno + 1 > FUNCTION_WALL
    }
    assert long == {}


def test_every_public_function_and_class_has_a_docstring() -> None:
    """What others call says what it does."""
    bare = [
        f"{name}:{node.name}"
        for name, tree in modules()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert bare == []


def test_every_test_is_a_sentence() -> None:
    """A test's docstring says in a sentence what holds."""
    bare = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        bare += [
            f"{path.name}:{found.name}"
            for found in functions(ast.parse(path.read_text("utf-8")))
            if found.name.startswith("test_") and not (ast.get_docstring(found) or "").strip().endswith(".")
        ]
    assert bare == []


@pytest.mark.parametrize("folder", PURE)
def test_pure_parts_open_no_files_and_read_no_clock(folder: str) -> None:
    """Below the adapters nothing calls open, print, input, now, today, or a path's own reading and writing."""
    barred = {"open", "print", "input", "exec", "eval", "compile"}
    barred_methods = {"read_text", "write_text", "read_bytes", "write_bytes", "now", "utcnow", "today", "urandom"}
    found = []
    for name, tree in modules(folder):
        if name == "ledger/standalone.py":
            continue  # the verifier that runs alone reads the file it is given
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                if isinstance(called, ast.Name) and called.id in barred:
                    found.append(f"{name}:{node.lineno} {called.id}")
                if isinstance(called, ast.Attribute) and called.attr in barred_methods:
                    found.append(f"{name}:{node.lineno} {called.attr}")
    assert found == []


@pytest.mark.parametrize("folder", PURE)
def test_databases_in_memory_can_open_no_file(folder: str) -> None:
    """A DuckDB connection below the adapters is made so that no SQL text can open a file."""
    for name, tree in modules(folder):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "duckdb.connect":
                text = ast.unparse(node)
                assert re.search(r"enable_external_access['\"]: (['\"]false['\"]|False)", text), f"{name}:{node.lineno}"


def test_no_module_reaches_the_network() -> None:
    """Nothing in the program is a client of any host; the API's own server is all that listens."""
    clients = {"urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "socket", "ssl"}
    harmless = {"urllib.parse"}  # cuts addresses into parts and asks nobody
    found = []
    for name, tree in modules():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [
                f"{name}: {module}" for module in names if module.split(".")[0] in clients and module not in harmless
            ]
    assert [entry for entry in found if entry != "api/server.py: socket"] == []


def test_a_capability_has_the_same_name_everywhere() -> None:
    """Each capability has its tests, its how-to and its word in the glossary under its own name."""
    glossary = (ROOT / "docs/reference/glossary.md").read_text("utf-8").casefold()
    for name in CAPABILITIES:
        assert (ROOT / "tests" / name).is_dir(), f"tests/{name}"
        assert (ROOT / "docs/how-to" / f"{name}.md").is_file(), f"docs/how-to/{name}.md"
        assert name in glossary
