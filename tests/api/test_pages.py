"""The built workspace is served from its folder and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes.browser import Browser
from fakes.desk import FakeDesk
from palermo.api.pages import built_file

INDEX = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script src="/assets/a.js"></script>'


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small workspace, with a secret beside it and a link leading to the secret."""
    tmp_path = tmp_path_factory.mktemp("built")
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(INDEX)
    (folder / "assets" / "a.js").write_text("export {}")
    (folder / "assets" / "b.worker.js").write_text("0")
    (folder / "glyphs.pbf").write_bytes(b"\x00")
    (folder / ".hidden").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    return folder


@pytest.fixture(scope="module")
def built(static: Path) -> Iterator[Browser]:
    """Give a browser at a desk whose workspace is built."""
    with Browser(FakeDesk(), static) as browser:
        yield browser


def test_the_page_is_served_with_a_fresh_nonce_that_its_policy_names(built: Browser) -> None:
    """The placeholder of the built page is replaced by the nonce of that very answer."""
    seen = set()
    for path in ("/", "/index.html", "/leads/L-1", "/rows/0af3"):
        answer = built.get(path)
        nonce = re.findall(r'content="([^"]+)"', answer.text)[0]
        assert answer.status_code == 200
        assert f"'nonce-{nonce}'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert "__CSP_NONCE__" not in answer.text
        seen.add(nonce)
    assert len(seen) == 4


def test_built_files_have_their_kind_and_are_kept_by_the_browser(built: Browser) -> None:
    """Files under `assets` carry their digest in their name, so they are kept; others are not."""
    script = built.get("/assets/a.js")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in script.headers["cache-control"]
    glyphs = built.get("/glyphs.pbf")
    assert (glyphs.content, glyphs.headers["content-type"]) == (b"\x00", "application/x-protobuf")
    assert glyphs.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/assets/%2e%2e%2f%2e%2e%2fsecret.txt", "/..%5csecret.txt",
     "/assets//../../secret.txt", "/.hidden", "/link.txt", "/%00", "/assets/%00a.js", "//secret.txt", "/" + "a" * 5000,
     "/" + "a/" * 900, "/assets/a.js/x", "/assets/", "/assets", "/~root", "/C:/secret.txt", "/assets/none.js"],
)  # fmt: skip
def test_path_tricks_lead_to_no_file(built: Browser, path: str) -> None:
    """A path that climbs, hides, links away or is no name gets the page or a sentence, never a file.

    Trust boundary: between the built folder and the rest of this machine's files.
    """
    answer = built.get(path)
    assert answer.status_code in (200, 404)
    assert "secret" not in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_without_the_built_folder_a_page_says_how_to_build_it(tmp_path: Path) -> None:
    """A copy of the program without the workspace says so, whether the folder is missing or empty."""
    for static in (None, tmp_path, tmp_path / "none"):
        with Browser(FakeDesk(), static) as browser:
            answer = browser.get("/")
        assert answer.status_code == 503
        assert "make setup" in answer.text


def test_a_missing_built_file_is_told_in_a_sentence(built: Browser) -> None:
    """An old page that asks for a file of an earlier build is told so."""
    answer = built.get("/assets/old.js")
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text


@pytest.mark.parametrize(
    "path",
    ["", "/", ".", "..", "../secret.txt", "assets/../../secret.txt", "assets\\..\\..\\secret.txt", "/etc/passwd", "assets//a.js",
     ".hidden", "link.txt", "\0", "assets/a.js\0", "assets", "a" * 300, "a/" * 3000, "assets/a.js:stream", "nul\n"],
)  # fmt: skip
def test_path_tricks_that_reach_the_folder_find_nothing(static: Path, path: str) -> None:
    """Whatever a client or a proxy leaves of a path, no file but an ordinary one of the folder is found.

    Trust boundary: between the built folder and the rest of this machine's files.
    """
    assert built_file(static, path) is None
    assert built_file(static, "assets/a.js") == (static / "assets" / "a.js").resolve()
