"""Statistics in files: one row a session, times and numbers as such, no formula of a customer."""

import asyncio
import csv
import gc
import io
import shutil
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialog import DialogId
from app.domain.statistics.facts import Coverage, GapWhy, ObservedGap, Period, Reply, SessionFact
from app.domain.statistics.table import COLUMNS, Sheet
from app.services.statistics_export import clear_scratch, write_sessions

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
RIGA = ZoneInfo("Europe/Riga")
FORMULAS = ('=HYPERLINK("http://evil.example","x")', "@SUM(1)", "+1+2", "-2+3", "\t=1", "a,=1;=2")
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


SHEET = Sheet(
    {1: "Shop chat"}, lambda dialog: f"https://lamp.example/online/{dialog}", RIGA, "Riga"
)


def written(path, facts, form, go_on=lambda: None):
    return write_sessions(path, facts, SHEET, form, go_on, scratch=path.parent)


def later(minutes):
    return NOON + timedelta(minutes=minutes)


def fact(number=7, customer="Anna Kovaleva", operator="Olga Demina"):
    first = Reply(later(1), later(2), 5, operator)
    replies = (
        first,
        Reply(later(5), later(8), 5, operator),
        Reply(later(9), later(10), 5, operator),
    )
    return SessionFact(
        *(DialogId(number), 901, "acme_site_chat", 1, customer, NOON, later(1), later(2), 5),
        operator,
        replies,
        closed_at=later(63),
        rating=5,
    )


def csv_rows(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def xlsx_cells(path):
    """Whether it is a text, what it says, and the formula of every cell of the first sheet."""
    with zipfile.ZipFile(path) as book:
        root = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return [
        (each.get("t") == "inlineStr", "".join(each.itertext()), each.find(f"{_CELL}f"))
        for each in root.iter(f"{_CELL}c")
    ]


def test_a_row_tells_ids_link_people_times_and_rating(tmp_path):
    path = tmp_path / "s.csv"

    assert written(path, [fact()], "csv") == 1
    assert csv_rows(path) == [
        {
            "dialog": "7",
            "session": "901",
            "link": "https://lamp.example/online/7",
            "connector": "acme_site_chat",
            "line": "1",
            "line_name": "Shop chat",
            "customer": "Anna Kovaleva",
            "operator": "Olga Demina",
            "operator_id": "5",
            "opened": "2026-07-14T15:00:00+03:00",
            "first_written": "2026-07-14T15:01:00+03:00",
            "first_answer": "2026-07-14T15:02:00+03:00",
            "first_answer_s": "60",
            "answers": "3",
            "next_answer_median_s": "120",
            "closed": "2026-07-14T16:03:00+03:00",
            "resolution_s": "3780",
            "rating": "5",
            "unanswered_since": "",
            "time_zone": "Riga",
        }
    ]


def test_what_is_not_known_is_an_empty_cell(tmp_path):
    path = tmp_path / "s.csv"
    bare = SessionFact(DialogId(1), 0, "acme", 2, "", NOON)
    written(path, [bare], "csv")
    (row,) = csv_rows(path)
    empty = {column for column, value in row.items() if not value}

    assert empty == set(COLUMNS) - {
        *("dialog", "link", "connector", "line", "opened", "answers", "time_zone")
    }


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_customer_without_a_name_is_called_as_in_the_window(tmp_path, form):
    path = tmp_path / f"s.{form}"
    nobody = replace(fact(customer=""), known_as="=u-7")
    sheet = replace(SHEET, nameless="Customer {id}")
    write_sessions(path, [nobody], sheet, form, scratch=tmp_path)

    if form == "csv":
        assert csv_rows(path)[0]["customer"] == "Customer =u-7"
    else:
        assert (True, "Customer =u-7", None) in xlsx_cells(path)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_begins_a_formula(tmp_path, text):
    path = tmp_path / "s.csv"
    written(path, [fact(customer=text, operator=text)], "csv")
    (row,) = csv_rows(path)

    assert row["customer"].startswith("'") or row["customer"].startswith("a,'=")
    assert row["operator"] == row["customer"]


@pytest.mark.parametrize("text", FORMULAS)
def test_texts_of_a_workbook_are_texts_and_nothing_is_a_formula(tmp_path, text):
    path = tmp_path / "s.xlsx"
    written(path, [fact(customer=text)], "xlsx")
    cells = xlsx_cells(path)

    assert (True, text, None) in cells
    assert all(formula is None for _, _, formula in cells)


def test_times_and_numbers_of_a_workbook_can_be_reckoned_with(tmp_path):
    path = tmp_path / "s.xlsx"
    written(path, [fact()], "xlsx")
    numbers = [float(said) for is_text, said, _ in xlsx_cells(path) if not is_text]
    opened = (
        datetime(2026, 7, 14, 15, tzinfo=UTC) - datetime(1899, 12, 30, tzinfo=UTC)
    ) / timedelta(days=1)

    assert opened in [pytest.approx(number) for number in numbers]
    assert {60, 120, 3780, 5, 7} <= set(numbers)


@given(st.text(max_size=40))
def test_any_name_fits_into_both_forms(tmp_path_factory, name):
    folder = tmp_path_factory.mktemp("names")
    for form in ("csv", "xlsx"):
        assert written(folder / f"s.{form}", [fact(customer=name)], form) == 1
    assert all(formula is None for *_, formula in xlsx_cells(folder / "s.xlsx"))


def test_half_of_a_sign_does_not_stop_the_file(tmp_path):
    for form in ("csv", "xlsx"):
        assert written(tmp_path / f"s.{form}", [fact(customer="\ud800x")], form) == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path, form):
    path = tmp_path / f"s.{form}"
    path.write_text("of yesterday")

    with pytest.raises(AttributeError):
        written(path, [fact(), None], form)
    assert path.read_text() == "of yesterday"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_that_cannot_be_written_is_called_as_it_was_chosen(tmp_path, form):
    path = tmp_path / "nowhere" / f"sessions.{form}"

    with pytest.raises(FileNotFoundError) as failed:
        written(path, [fact()], form)

    assert failed.value.filename == str(path)


def test_a_workbook_is_no_heap_of_objects_while_it_is_written(tmp_path):
    heaps = []
    write = partial(written, tmp_path / "s.xlsx", (fact(number) for number in range(1000)), "xlsx")
    write(lambda: heaps.append(len(gc.get_objects())))

    assert heaps[-1] - heaps[1] < 5_000  # a thousand rows have 20,000 cells


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_who_gives_up_leaves_the_old_file_too(tmp_path, form):
    path = tmp_path / f"s.{form}"
    path.write_text("of yesterday")
    asked = []

    def go_on():
        asked.append(1)
        if len(asked) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(path, (fact(number) for number in range(1000)), form, go_on)
    assert path.read_text() == "of yesterday"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_unfinished_parts_of_a_workbook_lie_where_the_next_run_takes_them_away(
    tmp_path, monkeypatch
):
    scratch, path, seen = tmp_path / "portal", tmp_path / "s.xlsx", []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))  # of all users: not used

    def go_on():
        seen[:] = [each for each in scratch.rglob("*") if each.is_file()]

    facts = (fact(number) for number in range(300))
    write_sessions(path, facts, SHEET, "xlsx", go_on, scratch=scratch)

    assert seen
    assert list(scratch.iterdir()) == []


def test_what_a_killed_run_has_left_is_taken_away(tmp_path):
    def killed():
        yield fact()
        shutil.copytree(tmp_path / "portal", tmp_path / "left")

    path = tmp_path / "s.xlsx"
    write_sessions(path, killed(), SHEET, "xlsx", scratch=tmp_path / "portal")
    assert list((tmp_path / "left").rglob("*"))

    clear_scratch(tmp_path / "left")

    assert list((tmp_path / "left").iterdir()) == []


def test_another_form_is_refused_before_anything_is_touched(tmp_path):
    with pytest.raises(ValueError, match="ods"):
        written(tmp_path / "s.ods", [], "ods")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_libreoffice_opens_the_file_and_finds_no_formula(tmp_path, form):
    path = tmp_path / f"s.{form}"
    facts = [fact(number, customer=text) for number, text in enumerate(FORMULAS, 1)]
    await asyncio.to_thread(written, path, facts, form)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    if form == "csv":
        command.append("--infilter=CSV:44/59/9,34,76,1,,0,false,true,false,false,false,-1")
    command += ["--convert-to", "fods", "--outdir", str(tmp_path), str(path)]
    process = await asyncio.create_subprocess_exec(*command)
    async with asyncio.timeout(120):
        assert await process.wait() == 0
    document = (tmp_path / "s.fods").read_text()

    assert "evil.example" in document
    assert "acme_site_chat" in document
    assert document.count("table:formula") == 0


def seen_sheet():
    gap = ObservedGap(later(10), later(20), GapWhy.NETWORK, recovered=3, lost=True)
    seen = Coverage(Period(NOON, later(30), RIGA), ((NOON, later(10)), (later(20), later(30))))
    return replace(SHEET, coverage=replace(seen, gaps=(gap,)))


def test_a_csv_has_what_was_observed_in_a_file_beside_it(tmp_path):
    path = tmp_path / "s.csv"

    assert write_sessions(path, [fact()], seen_sheet(), "csv", scratch=tmp_path) == 1
    assert len(csv_rows(path)) == 1
    told = csv_rows(tmp_path / "s.observed.csv")
    assert [each["observed"] for each in told] == ["yes", "no", "yes"]
    assert told[1] == {
        "since": "2026-07-14T15:10:00+03:00",
        "until": "2026-07-14T15:20:00+03:00",
        "observed": "no",
        "why_not": "network",
        "came_later": "3",
        "may_be_missing": "yes",
        "time_zone": "Riga",
    }


def test_a_workbook_has_what_was_observed_on_a_sheet_of_its_own(tmp_path):
    path = tmp_path / "s.xlsx"

    assert write_sessions(path, [fact()], seen_sheet(), "xlsx", scratch=tmp_path) == 1
    with zipfile.ZipFile(path) as book:
        assert b'name="observed"' in book.read("xl/workbook.xml")
        sheet = ET.fromstring(book.read("xl/worksheets/sheet2.xml"))
    assert len([each for each in sheet.iter() if each.tag.endswith("}row")]) == 1 + 3


def test_a_session_that_is_only_known_from_its_first_words_has_no_time_of_opening(tmp_path):
    path = tmp_path / "s.csv"
    heard = replace(fact(), session=0, opened_at=later(1))

    written(path, [heard], "csv")

    (row,) = csv_rows(path)
    assert (row["opened"], row["resolution_s"]) == ("", "")
    assert row["first_written"]
