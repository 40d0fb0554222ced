"""The window that exports statistics, with the hands of a person."""

import asyncio
from datetime import UTC, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.domain.statistics.facts import Period
from app.ui.errors import Explained
from app.ui.prompts import Prompt
from app.ui.statistics.export_dialog import StatisticsExportDialog
from tests.ui.connectors.acting import click
from tests.ui.statistics.figures import DAY, at, shown


class Disk:
    """Writes nothing, but tells what it was asked to write."""

    def __init__(self):
        self.asked = []
        self.go = asyncio.Event()
        self.error = None

    async def export(self, path, period, lines, form, nameless):
        assert "{id}" in nameless
        self.asked.append((path.name, period, lines, form))
        await self.go.wait()
        if self.error is not None:
            raise self.error
        return 98


@pytest.fixture
async def disk(qtbot):
    return Disk()


@pytest.fixture
async def open_export(qtbot, theme, disk):
    made = []

    def open_export(**changes):
        parent = QWidget()
        parent.resize(960, 600)
        dialog = StatisticsExportDialog(parent, theme, disk, shown(**changes))
        made.append((parent, dialog))
        dialog.show()
        return dialog

    yield open_export
    for parent, dialog in made:
        await dialog.leave()
        dialog.close()
        parent.deleteLater()


def press(segments, key):
    click(segments._buttons[key])


def type_in(field, text):
    field.line.clear()
    QTest.keyClicks(field.line, text)
    field.line.editingFinished.emit()


async def test_the_days_and_lines_of_the_page_are_offered(open_export):
    dialog = open_export(lines=frozenset({2}))

    assert [field.line.text() for field in (dialog.first, dialog.last)] == ["2026-07-14"] * 2
    assert dialog.lines.values == {2}


async def test_a_week_up_to_now_ends_with_the_present_day(open_export):
    week = Period(DAY - timedelta(days=6), at(14, 32), UTC)
    made = open_export()
    made.presenter._period = week

    assert [day.isoformat() for day in made.presenter.days] == ["2026-07-08", "2026-07-14"]


async def test_what_is_chosen_is_written_and_the_window_says_how_much(
    open_export, disk, until, tmp_path
):
    dialog = open_export(lines=frozenset({1}))
    press(dialog.form, "xlsx")
    type_in(dialog.first, "2026-07-13")
    dialog.write(str(tmp_path / "s.xlsx"))
    disk.go.set()
    await until(dialog.written.isVisible)

    assert dialog.written.text.text() == f"98 session(s) written to {tmp_path / 's.xlsx'}."
    (name, period, lines, form) = disk.asked[0]
    assert (name, lines, form) == ("s.xlsx", {1}, "xlsx")
    assert (period.since, period.until) == (DAY - timedelta(days=1), DAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("first", "last", "problem"),
    [
        ("32.13.", "2026-07-14", "This is no day."),
        ("", "2026-07-14", "This is no day."),
        ("2026-07-14", "soon", "This is no day."),
        ("2026-07-14", "2026-07-13", "The last day is before the first one."),
    ],
)
async def test_days_that_are_none_are_told_at_the_field_and_stay_typed(
    open_export, first, last, problem
):
    dialog = open_export()
    type_in(dialog.first, first)
    type_in(dialog.last, last)
    click(dialog.export)

    assert problem in (dialog.first.problem(), dialog.last.problem())
    assert not dialog.findChildren(QFileDialog)
    assert (dialog.first.line.text(), dialog.last.line.text()) == (first, last)


async def test_the_question_for_the_file_has_the_form_as_its_ending(open_export):
    dialog = open_export()
    press(dialog.form, "xlsx")
    click(dialog.export)
    (picker,) = dialog.findChildren(QFileDialog)

    assert picker.defaultSuffix() == "xlsx"
    picker.reject()


async def test_the_second_file_of_a_csv_is_told_before(open_export):
    dialog = open_export()

    assert "statistics.observed.csv" in dialog.about.text()
    press(dialog.form, "xlsx")
    assert "observed.csv" not in dialog.about.text()


@pytest.mark.parametrize("agrees", [True, False])
async def test_a_second_file_that_is_there_already_is_replaced_only_when_somebody_agrees(
    open_export, disk, until, tmp_path, agrees
):
    (tmp_path / "s.observed.csv").write_text("precious")
    dialog = open_export()
    dialog.write(str(tmp_path / "s.csv"))
    await until(lambda: dialog.findChildren(Prompt))
    (prompt,) = dialog.findChildren(Prompt)
    assert "s.observed.csv" in prompt.windowTitle()
    assert not disk.asked
    click(prompt.confirm if agrees else prompt.cancel)
    disk.go.set()
    await until(lambda: not dialog.presenter.is_busy)

    assert bool(disk.asked) is agrees
    assert dialog.written.isVisible() is agrees


async def test_a_workbook_asks_about_no_second_file(open_export, disk, until, tmp_path):
    (tmp_path / "s.observed.xlsx").write_text("precious")
    dialog = open_export()
    press(dialog.form, "xlsx")
    dialog.write(str(tmp_path / "s.xlsx"))
    await until(lambda: disk.asked)

    assert not dialog.findChildren(Prompt)


async def test_while_a_file_is_written_nothing_can_be_changed(open_export, disk, until):
    dialog = open_export()
    dialog.write("/nowhere/s.csv")
    await until(lambda: disk.asked)

    assert dialog.bar.isVisible()
    assert not dialog.form.isEnabled()
    click(dialog.cancel)
    await until(lambda: not dialog.presenter.is_busy)
    assert dialog.export.isVisible()
    assert not dialog.written.isVisible()


async def test_a_full_disk_is_told_and_what_is_typed_stays(open_export, disk, until):
    dialog = open_export()
    disk.error = OSError(28, "No space left on device", "/nowhere/s.csv")
    type_in(dialog.first, "2026-07-13")
    dialog.write("/nowhere/s.csv")
    disk.go.set()
    await until(dialog.error.isVisible)

    assert dialog.error.title.text()
    assert dialog.first.line.text() == "2026-07-13"


async def test_the_window_grows_with_what_is_told_in_it(open_export, disk, until):
    dialog = open_export()
    dialog.about.setText("A sentence that is longer in another language. " * 6)
    dialog.error.show_error(Explained("It failed", "For this reason. " * 9, "Try again. " * 9))

    parts = [each for each in dialog.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    await until(lambda: all(each.height() >= each.heightForWidth(each.width()) for each in parts))
    assert {dialog.about, dialog.error.text} <= set(parts)


async def test_closing_the_window_gives_up(open_export, disk, until):
    dialog = open_export()
    dialog.write("/nowhere/s.csv")
    await until(lambda: disk.asked)
    dialog.close()
    await until(lambda: not dialog.presenter.is_busy)

    assert not dialog.written.isVisible()
