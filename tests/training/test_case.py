"""A training case is made up from one seed: the same bytes each time, reserved numbers only, its truth exact."""

import csv
import io
import json
import re
import subprocess
import sys
from hashlib import sha256

import pytest

from palermo.model.errors import WrongUse
from palermo.training import TrainingCase, make_case

RESERVED = ("19900", "26191", "35301", "46571", "53649", "63998")
"""How French numbers kept for fiction begin, after the country's code or the leading zero."""


@pytest.fixture(scope="module")
def made() -> TrainingCase:
    """Give a small case."""
    return make_case(7, "small")


def fingerprint(case: TrainingCase) -> str:
    """Digest all files, sheets and the truth of a case."""
    parts = [*sorted(case.files.items()), *sorted((name, text.encode()) for name, text in case.sheets.items())]
    return sha256(b"".join(name.encode() + data for name, data in parts) + case.truth.to_json().encode()).hexdigest()


def tables(case: TrainingCase) -> dict[str, list[dict[str, str]]]:
    """Read the text exports as plain rows, by the standard library alone."""
    found = {}
    for name, data in case.files.items():
        if name.endswith(".jsonl"):
            lines = data.decode("utf-8").splitlines()
            found[name] = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
        elif not name.endswith(".xlsx"):
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = data.decode("cp1252")
            delimiter = max(";,\t", key=text.split("\n", 1)[0].count)
            found[name] = [
                {str(key): str(value) for key, value in row.items()}
                for row in csv.DictReader(io.StringIO(text), delimiter=delimiter)
            ]
    return found


def test_the_same_seed_gives_the_same_bytes(made: TrainingCase) -> None:
    """A case made twice, once in another process with other hash seeds, is the same to the byte."""
    code = (
        "from hashlib import sha256; from palermo.training import make_case; case = make_case(7, 'small')\n"
        "parts = [*sorted(case.files.items()), *sorted((n, t.encode()) for n, t in case.sheets.items())]\n"
        "print(sha256(b''.join(n.encode() + d for n, d in parts) + case.truth.to_json().encode()).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "99"}
    )
    assert fingerprint(made) == fingerprint(make_case(7, "small")) == other.stdout.strip()


def test_another_seed_gives_another_case(made: TrainingCase) -> None:
    """Another seed gives other people, texts and numbers."""
    other = make_case(8, "small")
    assert fingerprint(other) != fingerprint(made)
    assert {truth.advert_id for truth in other.truth.adverts} != {truth.advert_id for truth in made.truth.adverts}


def test_every_phone_is_reserved_for_fiction(made: TrainingCase) -> None:
    """Whatever looks like a phone in the exports begins like a number that belongs to nobody."""
    for name, rows in tables(made).items():
        for row in rows:
            for key in ("contact", "téléphone", "caller", "beller", "gebelde", "teléfono"):
                digits = re.sub(r"\D", "", str(row.get(key) or ""))
                national = re.sub(r"^(00)?33", "", digits).lstrip("0") if len(digits) >= 9 else ""
                assert not national or national.startswith(RESERVED), (name, row[key])
            text = "\n".join(str(row.get(key) or "") for key in ("title", "body", "titre", "texte", "mededeling"))
            for found in re.findall(r"(?:\+|00)33[ .\-]?\d[\d .\-]{7,12}", text):
                assert re.sub(r"\D", "", found).removeprefix("00").removeprefix("33").startswith(RESERVED), (
                    name,
                    found,
                )


def test_every_address_on_the_web_is_an_example(made: TrainingCase) -> None:
    """No site, page or mail of the case belongs to anybody."""
    for name, data in made.files.items():
        if not name.endswith(".xlsx"):
            text = data.decode("utf-8", "replace")
            for host in re.findall(r"(?:https?://|@|www\.)([a-z0-9.\-]+\.[a-z]{2,})", text, re.IGNORECASE):
                assert host.endswith(".example"), (name, host)


def test_the_truth_knows_every_advert_and_nothing_else(made: TrainingCase) -> None:
    """Each advert of the exports is in the truth with its author and kind; those in no readable row are marked."""
    ids = set()
    for rows in tables(made).values():
        for row in rows:
            ids.add(str(row.get("advert_id") or row.get("identifiant") or ""))
    known = {truth.advert_id for truth in made.truth.adverts}
    readable = {truth.advert_id for truth in made.truth.adverts if truth.readable}
    assert readable <= ids
    assert ids - known <= {"", "None"} | {broken.advert_id for broken in made.truth.broken}
    assert all(truth.kind == "organised" for truth in made.truth.adverts if truth.group)
    assert {group.id for group in made.truth.groups} == {truth.group for truth in made.truth.adverts} - {""}


def test_nobody_in_the_case_is_a_minor(made: TrainingCase) -> None:
    """Every birth date in the register is of a grown person throughout the case."""
    for row in tables(made)["persons.tsv"]:
        found = re.search(r"\b(19|20)\d\d\b", str(row.get("fecha de nacimiento") or ""))
        assert found is None or int(found.group()) <= 2000


def test_messy_rows_are_there_with_different_reasons(made: TrainingCase) -> None:
    """The case teaches setting aside: it has broken rows of several kinds, each at a known place."""
    assert len({broken.reason for broken in made.truth.broken}) >= 5
    assert all(broken.file in made.files and broken.row > 1 for broken in made.truth.broken)


def test_an_unknown_size_is_refused() -> None:
    """A size there is not is refused with those there are."""
    with pytest.raises(WrongUse) as caught:
        make_case(1, "enormous")
    assert "small" in caught.value.way_out
