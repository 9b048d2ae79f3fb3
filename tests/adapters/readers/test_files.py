"""Only a regular file is opened, its content decides what it is, and it is held to what it was."""

import os
import zipfile
from pathlib import Path

import pytest

from fakes.nasty import opened, put, put_zip, rows_of
from palermo.adapters.readers import open_tables
from palermo.model.errors import Unreadable


def test_what_is_no_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """A folder, a pipe, a device, a missing name and a name with a zero byte are refused without waiting on any."""
    os.mkfifo(tmp_path / "pipe")
    for path, words in (
        (tmp_path, "a folder"), (tmp_path / "pipe", "a pipe"), (Path("/dev/zero"), "a device"),
        (tmp_path / "none", "no file"), (tmp_path / "a\0b", "cannot be opened"),
    ):  # fmt: skip
        with pytest.raises(Unreadable, match=words):
            open_tables(path)


def test_an_empty_file_and_a_blank_one_are_refused(tmp_path: Path) -> None:
    """A file without a byte, or with blanks alone, holds no table."""
    for content in (b"", b"\n\n \n"):
        with pytest.raises(Unreadable):
            opened(tmp_path / "a.csv", content)


@pytest.mark.skipif(os.geteuid() == 0, reason="the system refuses the superuser nothing")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """Where the system refuses, the sentence says so."""
    path = put(tmp_path / "a.csv", "a,b\n1,2\n")
    path.chmod(0)
    with pytest.raises(Unreadable, match="may not be read"):
        open_tables(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"), (b"\x89PNG\r\n\x1a\n\0\0", "a picture"), (b"MZ\x90\0\x03\0\0\0", "a program"),
        (b"\x1f\x8b\x08\0", "packed"), (b"<html><table><tr><td>1</td></tr></table>", "a web page"),
        (bytes(range(256)) * 20, "no text"), (b"PK\x03\x04 cut off", "broken workbook"), (b"PAR1 cut off PAR1", "broken Parquet"),
    ],
)  # fmt: skip
def test_a_foreign_file_under_a_tables_name_is_named_for_what_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    """The name says CSV, the content decides."""
    with pytest.raises(Unreadable, match=words):
        opened(tmp_path / "a.csv", content)


def test_a_table_is_read_whatever_its_name(tmp_path: Path) -> None:
    """A CSV named as a workbook is a CSV; links are followed to files."""
    opened(tmp_path / "a.xlsx", "a;b\n1;2\n")
    (tmp_path / "link").symlink_to(tmp_path / "a.xlsx")
    assert rows_of(open_tables(tmp_path / "link").tables[0]) == [["a", "b"], ["1", "2"]]


def test_names_are_shown_without_tricks(tmp_path: Path) -> None:
    """Marks that turn the direction of writing or move the cursor are escaped in a shown name."""
    found = opened(tmp_path / "x\u202evsc.exe\x1b[2J", "a,b\n1,2\n")
    assert found.name == "x\\u{202e}vsc.exe\\u{1b}[2J"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    """Another length, other bytes or another file in its place are a change; a touch alone is none."""
    path = put(tmp_path / "a.csv", "a,b\n1,2\n")
    found = open_tables(path)
    os.utime(path, ns=(1, 1))
    found.check_unchanged()
    put(path, "a,b\n1,3\n")
    with pytest.raises(Unreadable, match="changed"):
        found.check_unchanged()
    with pytest.raises(Unreadable, match="changed"):
        rows_of(found.tables[0])


def test_a_zip_that_is_no_workbook_says_what_to_do(tmp_path: Path) -> None:
    """A packed folder is to be unpacked first."""
    with pytest.raises(Unreadable, match="Unpack it"):
        open_tables(put_zip(tmp_path / "a.zip", {"a.csv": "a,b"}))


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    """A part that unpacks to hundreds of times its size is not unpacked to its end."""
    parts: dict[str, str | bytes] = {"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": b"0" * 50_000_000}
    with pytest.raises(Unreadable, match="unpacks to more"):
        open_tables(put_zip(tmp_path / "a.xlsx", parts))


def test_a_bomb_that_lies_about_its_size_is_refused_too(tmp_path: Path) -> None:
    """The sizes a zip states are not believed: its parts are unpacked under the limit."""
    path = put_zip(tmp_path / "a.xlsx", {"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": b"0" * 50_000_000})
    content = path.read_bytes().replace((50_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Unreadable, match="unpacks to more"):
        open_tables(put(path, content))


def test_parts_that_point_outside_are_refused(tmp_path: Path) -> None:
    """A workbook whose parts climb out of it, or repeat a name, is no honest one."""
    with pytest.raises(Unreadable, match="no honest workbook"):
        open_tables(put_zip(tmp_path / "a.xlsx", {"../xl/workbook.xml": "<x/>"}))
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("xl/workbook.xml", "<y/>")
    with pytest.raises(Unreadable, match="no honest workbook"):
        open_tables(tmp_path / "b.xlsx")


def test_cells_far_apart_are_refused(tmp_path: Path) -> None:
    """Two cells in opposite corners of a sheet would fill the memory with the blanks between them."""
    sheet = '<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'
    with pytest.raises(Unreadable, match="unpacks to more"):
        open_tables(put_zip(tmp_path / "a.xlsx", {"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": sheet}))


def test_a_locked_workbook_says_so(tmp_path: Path) -> None:
    """A password is named as the reason."""
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Unreadable, match="password"):
        opened(tmp_path / "a.xlsx", locked)
