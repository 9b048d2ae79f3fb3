"""A file laid down in the workspace is looked at, corrected and taken; nothing of it enters the case before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.model.errors import NotFound, PalermoError
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.views import MappingChoice
from workbench.conftest import call, calls

Writer = Callable[[str, str | bytes], Path]
DUTCH = "beller;gebelde;tijdstip;duur;nationaliteit\n06 39 98 00 01;06 39 98 00 02;01-03-2020 10:00:00;5;AA\n06 39 98 00 03;;01-03-2020 10:00:00;5;AA\n"


def chunks(text: str) -> list[bytes]:
    """Cut a text into pieces as they come over a wire."""
    data = text.encode("utf-8")
    return [data[at : at + 7] for at in range(0, len(data), 7)]


def test_a_file_is_looked_at_corrected_and_taken(desk: OpenDesk) -> None:
    """The guess is shown with samples; what would be set aside is shown; taking it reads what the preview said."""
    found = desk.upload("oproepen.csv", chunks(DUTCH))
    assert found.kind == "calls"
    read = {column.header: column.column for column in found.columns if column.role == "column"}
    assert (read["beller"], read["gebelde"]) == ("caller", "callee")
    apart = next(column for column in found.columns if column.role == "apart")
    assert (apart.header, apart.samples) == ("nationaliteit", [])
    assert (found.read, found.good, found.set_aside) == (2, 1, 1)
    assert desk.case().kinds == []
    report = desk.take(found.upload, sheet="", kind="calls", columns=[], source_id="")
    assert (report.new, report.set_aside) == (1, 1)
    with pytest.raises(NotFound):
        desk.preview(found.upload, sheet="", kind="", columns=[])


def test_a_persons_word_on_a_column_is_taken(desk: OpenDesk) -> None:
    """A correction changes the preview; a column named unknown is no longer read."""
    found = desk.upload("c.csv", chunks(calls(call(1), call(2))))
    fresh = desk.preview(found.upload, sheet="", kind="calls", columns=[MappingChoice(3, "")])
    assert fresh.columns[3].role == "unknown"
    assert fresh.columns[3].why == "As you chose."
    missing = desk.preview(found.upload, sheet="", kind="calls", columns=[MappingChoice(0, "")])
    assert missing.missing == ["caller"]
    assert missing.good == 0


def test_a_file_that_cannot_be_read_is_not_kept(desk: OpenDesk) -> None:
    """An upload that is no table, and one that breaks off, leave nothing in the case's folder."""

    def breaks_off() -> list[bytes]:
        raise ConnectionResetError

    with pytest.raises(PalermoError):
        desk.upload("x.csv", [b""])
    with pytest.raises(ConnectionResetError):
        desk.upload("x.csv", (piece for piece in breaks_off()))
    inbox = desk.session.folder / "inbox"
    assert not inbox.exists() or not any(inbox.iterdir())


@pytest.mark.parametrize(
    "name", ["../../evil.csv", "/etc/passwd", "a\x00b.csv", "..", "", "x" * 400 + ".csv", "c:\\tmp\\x.csv"]
)
def test_a_name_made_to_climb_out_of_the_folder_does_not(desk: OpenDesk, name: str, tmp_path: Path) -> None:
    """Whatever a file calls itself, it is kept under the case's own folder, by its last part alone."""
    found = desk.upload(name, chunks(calls(call(1))))
    kept = list((desk.session.folder / "inbox" / found.upload).iterdir())
    assert len(kept) == 1
    assert not (tmp_path / "evil.csv").exists()
    desk.drop_upload(found.upload)


@pytest.mark.parametrize("ident", ["..", "../../case", "0" * 31, "g" * 32, ""])
def test_an_upload_is_found_by_its_own_id_alone(desk: OpenDesk, ident: str) -> None:
    """An id that is none finds nothing, and no folder beside the inbox."""
    with pytest.raises(NotFound):
        desk.drop_upload(ident)
