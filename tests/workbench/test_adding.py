"""Adding files to a case: what is new enters once, what is bad is set aside, and an interrupted run leaves no trace."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from palermo.model.errors import Busy, Refused, WrongUse
from palermo.workbench.adding import AddWish, changing
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.views import FileReport
from workbench.conftest import call, calls

Writer = Callable[[str, str | bytes], Path]


def add(desk: OpenDesk, *paths: Path, wish: AddWish | None = None) -> list[FileReport]:
    """Add files and give their reports."""
    return desk.add(paths, wish or AddWish()).files


def keys(desk: OpenDesk) -> list[str]:
    """Give the row keys as they lie in the case's parts."""
    paths = [str(path) for path in (desk.session.folder / "rows").glob("*.parquet")]
    if not paths:
        return []
    with duckdb.connect() as db:
        return sorted(
            row[0] for row in db.execute("SELECT row FROM read_parquet(?, union_by_name=true)", [paths]).fetchall()
        )


def test_a_file_added_twice_adds_nothing(desk: OpenDesk, write: Writer) -> None:
    """The same file given again is known, row by row, and the case holds what it held."""
    path = write("calls.csv", calls(*(call(number) for number in range(20))))
    first = add(desk, path)[0]
    before = keys(desk)
    second = add(desk, path)[0]
    assert (first.read, first.new, first.known) == (20, 20, 0)
    assert (second.read, second.new, second.known) == (20, 0, 20)
    assert keys(desk) == before


def test_an_overlapping_export_adds_only_what_is_new_and_says_so(desk: OpenDesk, write: Writer) -> None:
    """Of an export that repeats an earlier one with more rows, only the additional rows are new."""
    add(desk, write("a.csv", calls(*(call(number) for number in range(20)))))
    report = add(desk, write("b.csv", calls(*(call(number) for number in range(15, 30)))))[0]
    assert (report.read, report.new, report.known) == (15, 10, 5)
    assert len(keys(desk)) == 30


def test_rows_in_another_order_or_in_ten_files_have_the_same_keys(
    new_desk: Callable[[str], OpenDesk], write: Writer
) -> None:
    """Neither the order of rows nor their spread over files is part of a row's key."""
    rows = [call(number) for number in range(40)]
    whole, shuffled, split = new_desk("whole"), new_desk("shuffled"), new_desk("split")
    add(whole, write("whole.csv", calls(*rows)))
    add(shuffled, write("shuffled.csv", calls(*reversed(rows))))
    add(split, *(write(f"part{at}.csv", calls(*rows[at::10])) for at in range(10)))
    assert keys(whole) == keys(shuffled) == keys(split)


def test_equal_rows_of_one_file_are_all_kept_and_counted(desk: OpenDesk, write: Writer) -> None:
    """A row that stands twice in a file is two rows, the second being an occurrence of the first."""
    report = add(desk, write("calls.csv", calls(call(1), call(2), call(1), call(1))))[0]
    assert (report.read, report.new, report.repeated) == (4, 4, 2)
    assert len(set(keys(desk))) == 4


def test_protected_columns_are_split_off_and_change_no_key(new_desk: Callable[[str], OpenDesk], write: Writer) -> None:
    """Nationality and sex are kept where no rule reads, are named in the report, and are no part of a key."""
    one, other = new_desk("one"), new_desk("other")
    header = "record_id,name,birth_date,phone,nationality,sex\n"
    reports = add(one, write("one.csv", header + "P-1,Ann Example,1980-02-01,+33639980001,AA,F\n"))
    add(other, write("other.csv", header + "P-1,Ann Example,1980-02-01,+33639980001,BB,M\n"))
    assert reports[0].apart == ["nationality", "sex"]
    assert keys(one) == keys(other)


def test_rows_that_differ_in_protected_columns_alone_are_both_kept(desk: OpenDesk, write: Writer) -> None:
    """A second file whose row differs in a protected column alone gives the row a second place, and nothing is lost."""
    header = "record_id,name,nationality\n"
    add(desk, write("one.csv", header + "P-1,Ann Example,AA\n"))
    add(desk, write("two.csv", header + "P-1,Ann Example,BB\n"))
    sightings = desk.row(keys(desk)[0], purpose="supervise").sightings
    assert [sighting.cells[2].value for sighting in sightings] == ["AA", "BB"]


def test_a_bad_row_is_set_aside_with_its_place_and_the_rest_is_read(desk: OpenDesk, write: Writer) -> None:
    """A row with an impossible date is kept apart with its reason and its row in the file; the others are in the case."""
    bad = "+33639980001,+33639980002,2021-02-31T10:00:00+01:00,5,voice"
    report = add(desk, write("calls.csv", calls(call(1), bad, call(2))))[0]
    assert (report.read, report.new, report.set_aside) == (3, 2, 1)
    page = desk.set_aside()
    assert page.rows[0].row == 3
    assert page.rows[0].cells[2] == "2021-02-31T10:00:00+01:00"
    assert "2021-02-31" in page.rows[0].reasons[0]


def test_a_file_that_cannot_be_read_stops_no_other(desk: OpenDesk, write: Writer, tmp_path: Path) -> None:
    """An empty file, a folder and a missing file are refused in a sentence each, and the good file is read."""
    good = write("calls.csv", calls(call(1)))
    reports = add(desk, write("empty.csv", ""), tmp_path, tmp_path / "missing.csv", good)
    assert [bool(report.refused) for report in reports] == [True, True, True, False]
    assert reports[3].new == 1


def test_where_a_required_column_is_unsure_nothing_is_read_and_a_template_waits(desk: OpenDesk, write: Writer) -> None:
    """A file whose columns cannot be told is not read; a mapping template is written beside it, and works once filled in."""
    path = write("x.csv", "alpha,beta,gamma\nfoo,bar,baz\nfoo2,bar2,baz2\n")
    report = add(desk, path, wish=AddWish(kind="contacts"))[0]
    assert report.refused
    assert keys(desk) == []
    template = path.with_name("x.csv.mapping.yaml")
    assert "contacts" in template.read_text("utf-8")


def test_a_mapping_is_remembered_for_its_source(desk: OpenDesk, write: Writer) -> None:
    """What a person said of a source's columns is taken for its next file with the same headers, in any order."""
    mapping = write("m.yaml", "kind: contacts\ncolumns:\n  alpha: owner\n  beta: contact\n  gamma: ''\n")
    add(desk, write("x.csv", "alpha,beta,gamma\n+33639980001,+33639980002,n\n"), wish=AddWish(mapping=mapping))
    report = add(desk, write("y.csv", "gamma,beta,alpha\nn,+33639980004,+33639980003\n"))[0]
    assert report.new == 1
    assert report.mapping == {"beta": "contact", "alpha": "owner"}


def test_an_interrupted_run_leaves_the_case_as_it_was(desk: OpenDesk, write: Writer) -> None:
    """Ctrl-C in the middle of a file takes nothing of it, and leaves no file of it behind."""
    add(desk, write("a.csv", calls(call(1))))
    before, head = keys(desk), desk.verify().head

    def interrupt(_what: str, _done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.add([write("b.csv", calls(*(call(number) for number in range(2, 50))))], AddWish(), interrupt)
    assert keys(desk) == before
    assert list((desk.session.folder / "tmp").iterdir()) == []
    assert desk.verify(head).whole


def test_what_a_crash_left_is_invisible_and_swept(desk: OpenDesk, write: Writer) -> None:
    """A part that no commit lists is not in the case, and goes with the next change."""
    add(desk, write("a.csv", calls(call(1))))
    stray = desk.session.folder / "rows" / ("f" * 64 + ".parquet")
    stray.write_bytes(b"half a file")
    assert desk.verify().whole
    add(desk, write("b.csv", calls(call(2))))
    assert not stray.exists()


def test_a_case_held_by_another_is_busy(desk: OpenDesk, write: Writer) -> None:
    """While one program changes the collections of a case, another is told so."""
    path = write("a.csv", calls(call(1)))
    with changing(desk.session), pytest.raises(Busy):
        add(desk, path)


def test_an_unknown_kind_is_refused_with_the_kinds_there_are(desk: OpenDesk, write: Writer) -> None:
    """A kind that is none is refused before any file is read."""
    with pytest.raises(WrongUse) as caught:
        add(desk, write("a.csv", calls(call(1))), wish=AddWish(kind="gossip"))
    assert "adverts" in caught.value.way_out


def test_a_source_sheet_gives_its_codes_and_none_is_marked(desk: OpenDesk, write: Writer) -> None:
    """Rows of a file with a sheet carry its codes; a file without one is marked as of no stated basis."""
    sheet = write("s.yaml", "authority: Court of Gent\norder: 12/2020\nhandling: H2\nevaluation: B2\n")
    add(desk, write("a.csv", calls(call(1))), wish=AddWish(source=sheet))
    add(desk, write("b.csv", calls(call(2))))
    stated = {view.id: (view.basis_stated, view.handling, view.evaluation) for view in desk.sources()}
    assert stated == {"S-0": (False, "H1", "X4"), "S-1": (True, "H2", "B2")}


def test_the_same_sheet_given_again_is_the_same_source(desk: OpenDesk, write: Writer) -> None:
    """A sheet that says what a kept one says is no second source."""
    sheet = write("s.yaml", "authority: Court of Gent\norder: 12/2020\n")
    for name in ("a.csv", "b.csv"):
        add(desk, write(name, calls(call(len(name), minute=ord(name[0]) % 60))), wish=AddWish(source=sheet))
    assert [view.id for view in desk.sources()] == ["S-1"]


def test_one_without_the_role_adds_nothing(desk: OpenDesk, write: Writer) -> None:
    """Who may not add data is refused, and told who may."""
    from dataclasses import replace

    from palermo.access import Actor
    from palermo.model.ids import ActorId

    stranger = OpenDesk(replace(desk.session, actor=Actor(ActorId("guest"), ("reception-centre",))))
    with pytest.raises(Refused):
        add(stranger, write("a.csv", calls(call(1))))
    assert keys(desk) == []
