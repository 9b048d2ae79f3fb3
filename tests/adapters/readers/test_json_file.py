"""JSON is read in its three layouts, numbers as they were written."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes.nasty import opened, problems_of, rows_of
from palermo.model.errors import PalermoError, Unreadable

quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_an_array_of_objects_is_a_table(tmp_path: Path) -> None:
    """The columns are all names met, in the order they are met; what is nested stays JSON."""
    found = opened(tmp_path / "a.json", '[{"a":1.50,"b":null},{"c":[1,{"d":"é"}],"a":true}]')
    assert found.dialect == "JSON array"
    assert found.tables[0].header == ("a", "b", "c")
    assert rows_of(found.tables[0]) == [["1.50", None, None], ["true", None, '[1,{"d":"é"}]']]


def test_lines_of_objects_are_a_table_with_places(tmp_path: Path) -> None:
    """Blank lines count, and each record knows its bytes."""
    content = '{"a":1}\n\n{"a":"é"}\n'
    found = opened(tmp_path / "a.jsonl", content)
    batch = next(found.tables[0].batches(1))
    assert batch.record.to_pylist() == [1, 3]
    assert content.encode()[batch.start[1].as_py() : batch.end[1].as_py()].decode() == '{"a":"é"}\n'


def test_an_object_that_holds_arrays_gives_a_table_for_each(tmp_path: Path) -> None:
    """Arrays of objects are found within objects, named by the way to them where there are several."""
    one = opened(tmp_path / "a.json", '{"meta":1,"data":{"rows":[{"x":1}]}}')
    assert [table.sheet for table in one.tables] == [""]
    two = opened(tmp_path / "b.json", '{"calls":[{"x":1}],"stays":{"all":[{"y":2}]}}')
    assert [table.sheet for table in two.tables] == ["calls", "stays.all"]


def test_records_that_are_no_objects_or_hold_no_numbers_are_set_aside(tmp_path: Path) -> None:
    """Each bad record has its own reason, and the good ones are read."""
    text = '{"a":1}\n{"a":2}\n{bad\n{"a":NaN}\n[1]\n{"a":' + "[" * 100_000 + "\n" + '{"a":"\\ud800"}\n{"a":9}\n'
    table = opened(tmp_path / "a.jsonl", text).tables[0]
    codes = {3: "row-json", 4: "row-json-number", 5: "row-json-object", 6: "row-json-deep", 7: "row-bytes"}
    assert problems_of(table) == codes
    assert rows_of(table)[-1] == ["9"]


def test_a_name_given_twice_is_said(tmp_path: Path) -> None:
    """The last value is taken, and a note counts the objects."""
    found = opened(tmp_path / "a.json", '[{"a":1,"a":2}]')
    assert rows_of(found.tables[0]) == [["2"]]
    assert "1 objects give a name more than once" in found.late_notes()[0]


@pytest.mark.parametrize(
    "text", ['[{"a":1},{"a":2', '[{"a":1} x]', "[" * 100_000, '{"a":[{"b":1}', "[[1,2]]", '[{"a":' + "[" * 100_000]
)
def test_broken_or_foreign_json_is_refused(tmp_path: Path, text: str) -> None:
    """JSON that is cut off, nested without end, or holds no records is refused in a sentence."""
    with pytest.raises(Unreadable):
        opened(tmp_path / "a.json", text)


def test_an_array_longer_than_one_piece_of_the_file_is_read_whole(tmp_path: Path) -> None:
    """Records that fall on the border between two pieces are read like the others."""
    records = [{"n": number, "t": "é" * 50} for number in range(12_000)]
    table = opened(tmp_path / "a.json", json.dumps(records, ensure_ascii=False, indent=1)).tables[0]
    assert [row[0] for row in rows_of(table)] == [str(number) for number in range(12_000)]


@quick
@given(
    st.lists(
        st.dictionaries(st.sampled_from("abc"), st.text(st.characters(codec="utf-8", exclude_characters="\0"))),
        min_size=1,
    )
)
def test_texts_come_back_as_they_were(tmp_path: Path, records: list[dict[str, str]]) -> None:
    """What was written as JSON comes back cell by cell."""
    if not any(records):
        return
    table = opened(tmp_path / "a.json", json.dumps(records)).tables[0]
    assert rows_of(table) == [[record.get(name) for name in table.header or ()] for record in records]


@quick
@given(st.text(st.sampled_from('{}[]":,a1 \nné\\'), max_size=60))
def test_anything_like_json_gives_rows_or_a_sentence(tmp_path: Path, text: str) -> None:
    """Whatever looks like JSON is read or refused."""
    for start in ("[", "{", '{"a":1}\n{'):
        try:
            for table in opened(tmp_path / "a.json", start + text).tables:
                rows_of(table)
        except PalermoError as refused:
            assert refused.fact  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("around", ["{}", '{{"rows":{}}}'])
def test_json_in_one_long_line_is_json(tmp_path: Path, around: str) -> None:
    """Programs write an array without a line end; that it is longer than a row may be does not make it a table of one row."""
    records = [{"number": at, "text": "x" * 500} for at in range(2_500)]
    found = opened(tmp_path / "a.json", around.format(json.dumps(records)))
    assert found.dialect.startswith("JSON")
    assert len(rows_of(found.tables[0])) == 2_500
