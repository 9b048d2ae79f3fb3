"""The command line as a person and another program meet it: sentences, JSON shapes, exit statuses."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.cli import main
from workbench.test_analysing import adverts, write

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a runner of the program: arguments in; exit status, standard output and standard error out."""

    def palermo(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["palermo", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return palermo


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """Give the folder of an analysed case with leads and one row set aside."""
    folder = tmp_path / "case"
    assert run("case", "new", folder, "--name", "Harbour", "--basis", "Order 12/2020")[0] == 0
    rows = adverts()
    path = write(tmp_path / "adverts.csv", [*rows, rows[0] | {"advert_id": "BAD", "posted_at": "2021-02-30T10:00:00Z"}])
    assert run("add", folder, path)[0] == 1
    assert run("analyse", folder)[0] == 0
    return folder


def test_add_tells_read_new_known_set_aside_and_reasons_as_json(run: Run, case: Path, tmp_path: Path) -> None:
    """The JSON of `add` has for each file what was read, new, known, set aside and why; status 1 says that rows were set aside."""
    status, out, _ = run("add", case, tmp_path / "adverts.csv", "--format", "json")
    file = json.loads(out)["files"][0]
    assert status == 1
    assert file["read"] == file["known"] + file["set_aside"] == 100
    assert file["new"] == 0
    assert file["reasons"][0]["rows"] == 1


def test_leads_have_the_stable_shape(run: Run, case: Path) -> None:
    """The JSON of `leads` has every field other programs rely on, with locators of the rows, and nothing else on standard output."""
    status, out, _ = run("leads", case, "--format", "json")
    document = json.loads(out)
    assert status == 0
    assert document["case"] == "Harbour"
    for lead in document["leads"]:
        assert {
            "id",
            "handle",
            "title",
            "level",
            "handling",
            "evaluation",
            "group",
            "findings",
            "elements",
            "not_known",
        } <= set(lead)
        assert set(lead["group"]) == {"contacts", "adverts", "venues", "accounts", "persons"}
        assert set(lead["elements"]) == {"act", "means", "purpose"}
        assert lead["level"] in ("strong", "worth a look", "weak")
        for finding in lead["findings"]:
            assert {"id", "rule", "version", "sentence", "innocent", "rows", "rows_in_all"} <= set(finding)
            assert len(finding["rows"]) <= 50
            assert finding["rows"][0]["source"] == "adverts.csv"
            assert finding["rows"][0]["locator"].startswith("row ")


def test_leads_as_sentences_name_the_innocent_explanations(run: Run, case: Path) -> None:
    """What a person reads has the finding, its innocent explanations and what is not known, and says who decides."""
    out = run("leads", case)[1]
    assert "Innocent:" in out
    assert "Not known:" in out
    assert "only a person decides" in out


def test_a_lead_is_explained_down_to_a_row(run: Run, case: Path) -> None:
    """From the handle to the finding to the row as it stood in the file."""
    lead = json.loads(run("explain", case, "L-1", "--format", "json")[1])
    finding = lead["findings"][0]["id"]
    told = run("explain", case, "L-1")[1]
    assert "  Over time and over sites:\n    48 adverts between 1 January 2021 and " in told
    assert lead["history"]["sentences"][0] in told
    assert sum(month["adverts"] for month in lead["history"]["months"]) == lead["history"]["adverts"] == 48
    assert f"  What the adverts share:\n    {lead['wordings']['sentence']}\n    Wording 1, " in told
    slot = lead["wordings"]["wordings"][0]["slots"][0]
    assert f"      [1] {slot['kind']}, {slot['distinct']} different: {slot['fillers'][0]['text']} (" in told
    page = json.loads(run("explain", case, finding, "--limit", "3", "--offset", "2", "--format", "json")[1])
    assert len(page["rows"]) == 3
    row = run("explain", case, page["rows"][0]["row"])[1]
    assert "adverts.csv, row" in row
    assert "basis not stated" in row
    assert "(kept apart; shown with leave and a purpose)" in row


def test_decide_and_undo_go_through_and_are_on_the_record(run: Run, case: Path) -> None:
    """A decision has a number; undo takes that number; the record shows both with their reasons."""
    made = json.loads(
        run("decide", case, "L-1", "accept", "--reason", "the bookings bear it out", "--format", "json")[1]
    )
    assert run("undo", case, made["n"], "--reason", "another agency has it")[0] == 0
    record = run("record", "show", case)[1]
    assert "the bookings bear it out" in record
    assert "another agency has it" in record


def test_rows_set_aside_are_listed_and_mended_by_column(run: Run, case: Path) -> None:
    """A row set aside is shown with its reason and mended by its column's name."""
    out = run("aside", "list", case)[1]
    assert "2021-02-30" in out
    number = json.loads(run("aside", "list", case, "--format", "json")[1])["rows"][0]["id"]
    status, out, _ = run(
        "aside", "mend", case, number, "--cell", "posted_at=2021-02-28T10:00:00Z", "--reason", "the site's own date"
    )
    assert (status, out.strip()) == (0, "The row is in the case.")


def test_verify_ends_with_1_when_something_is_wrong(run: Run, case: Path) -> None:
    """A whole case verifies with status 0; one byte changed in a part gives status 1 and names it."""
    assert run("verify", case)[0] == 0
    part = next((case / "rows").iterdir())
    data = bytearray(part.read_bytes())
    data[50] ^= 1
    part.write_bytes(data)
    status, out, _ = run("verify", case)
    assert status == 1
    assert part.name in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["leads", "no-such-case"], ["decide", "no-such-case", "L-1", "accept", "--reason", "r"], ["add", "no-such-case", "x.csv"],
        ["explain", "no-such-case", "x"], ["verify", "no-such-file"], ["case", "new", "x", "--name", "", "--basis", ""], ["nonsense"],
        ["decide", "x"], ["training", "score", "no-such-case", "no-such-truth"],
    ],
)  # fmt: skip
def test_wrong_use_ends_with_2_and_a_sentence(
    run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be done as asked ends with status 2, a sentence on standard error and no traceback."""
    monkeypatch.chdir(tmp_path)
    status, _, err = run(*arguments)
    assert status == 2
    assert err.strip()
    assert "Traceback" not in err


def test_an_error_is_one_json_document_where_json_was_asked_for(run: Run, tmp_path: Path) -> None:
    """A program that asked for JSON gets JSON for an error too, with fact and way out."""
    status, out, _ = run("leads", tmp_path / "none", "--format", "json")
    assert status == 2
    assert json.loads(out)["error"]["kind"] == "not-found"


@pytest.mark.parametrize(
    ("arguments", "fact", "command"),
    [
        pytest.param(["case", "new", "x", "--name", "N"], "Missing option '--basis'.", "palermo case new", id="missing option"),
        pytest.param(["leads"], "Missing argument 'DIR'.", "palermo leads", id="missing argument"),
        pytest.param(["leads", "x", "--colour", "red"], "No such option: --colour", "palermo leads", id="unknown option"),
        pytest.param(["decide", "x", "L-1", "perhaps", "--reason", "r"], "perhaps", "palermo decide", id="wrong choice"),
        pytest.param(["nonsense"], "No such command 'nonsense'.", "palermo", id="unknown command"),
        pytest.param(["adverts", "sing"], "No such command 'sing'.", "palermo adverts", id="unknown verb"),
        pytest.param(["leads", "x", "y"], "unexpected extra argument", "palermo leads", id="one word too many"),
        pytest.param(["record", "show", "x", "--limit", "many"], "valid integer", "palermo record show", id="no number"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("asked", [["--format", "json"], ["--format=json"]])
def test_words_that_make_no_command_are_told_as_json(
    run: Run, arguments: list[str], fact: str, command: str, asked: list[str]
) -> None:
    """Misuse has the shape of every other error: fact, cause and way out in one document, status 2, the usage beside it."""
    status, out, err = run(*arguments, *asked)
    told = json.loads(out)["error"]
    assert status == 2
    assert set(told) == {"kind", "fact", "cause", "way_out"}
    assert told["kind"] == "wrong-use"
    assert fact in told["fact"]
    assert told["cause"].startswith(f"It is used so: {command} ")
    assert told["way_out"] == f"Run “{command} --help” for what it takes."
    assert "Usage: " in err
    assert run(*arguments)[:2] == (2, "")


def test_a_refused_file_gives_status_2_and_the_others_are_read(run: Run, case: Path, tmp_path: Path) -> None:
    """An empty file among good ones is refused in a sentence, and the good one is in the case."""
    (tmp_path / "empty.csv").write_text("", "utf-8")
    good = write(tmp_path / "more.csv", [adverts()[0] | {"advert_id": "NEW"}])
    status, out, _ = run("add", case, tmp_path / "empty.csv", good)
    assert status == 2
    assert "empty.csv: not read." in out
    assert "more.csv: adverts, 1 read, 1 new" in out


def test_a_case_is_not_made_over_another(run: Run, case: Path) -> None:
    """A folder that holds something is left as it is."""
    status, _, err = run("case", "new", case, "--name", "B", "--basis", "C")
    assert status == 2
    assert "not an empty folder" in err


def test_erasing_without_a_terminal_asks_for_yes(run: Run, case: Path) -> None:
    """What cannot be undone is not done by a slip: without --yes it says how to look first."""
    status, _, err = run("erase", case, "--order", "Request 3", "--value", "0639980101")
    assert status == 2
    assert "--dry-run" in err
    assert run("erase", case, "--order", "Request 3", "--value", "0639980101", "--yes")[0] == 0
    assert run("verify", case)[0] == 0


def test_names_that_would_steer_the_terminal_are_escaped(run: Run, case: Path, tmp_path: Path) -> None:
    """A file's name with control characters is shown escaped."""
    path = tmp_path / "a\x1b[31mred.csv"
    path.write_text("", "utf-8")
    out = run("add", case, path)[1]
    assert "\x1b" not in out


def test_the_program_starts_without_loading_what_it_does_not_need() -> None:
    """Help is answered without the database, the table engine or the web framework in memory, so that it is quick."""
    code = (
        "import sys; sys.argv = ['palermo', '--help']\n"
        "from palermo.cli.main import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "print(sorted({'duckdb', 'pyarrow', 'sqlalchemy', 'fastapi', 'numpy', 'phonenumbers', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
