"""The page with real figures: a customer writes, an operator answers, and the tabs tell of it."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.dialog import DialogState
from app.ui.statistics.page import StatisticsPage
from tests.helpers.desk import ANNA, CONNECTOR, LINE, REGISTRATION, connected
from tests.ui.connectors.acting import click


@pytest.fixture
async def answered(qtbot, desk, sandbox, until):
    """Anna has written and Olga has answered."""
    await connected(desk)
    begun = await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Hello")
    await until(lambda: desk.dialogs.get(begun.id).portal_chat is not None)
    await sandbox.reply(desk.dialogs.get(begun.id), "Good day")
    await until(lambda: desk.dialogs.get(begun.id).state is DialogState.OPEN)
    await until(lambda: desk.dialogs.get(begun.id).last_text == "Good day")
    return begun.id


@pytest.fixture
async def page(answered, desk, theme):
    """The tab Answers in front."""
    made = StatisticsPage(desk, theme)
    theme.look_after(made)
    made.resize(1300, 800)
    made.show()
    made.take("answers")
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


def tab(page):
    return page._current()


async def test_what_happened_is_counted_and_a_row_opens_its_dialog(page, answered, until):
    wanted = []
    page.go.connect(lambda key, payload: wanted.append((key, payload)))
    answers = tab(page)
    await until(lambda: answers.bars.area.chart.slots)
    click(answers.group._buttons["connector"])
    answers.bars.toggle_table()
    table = answers.bars.table
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert table.figures.table.rows[0].cells[1].text == "1"
    assert wanted == [("dialogs", ("dialogs", (answered,), REGISTRATION.name))]


async def test_the_operator_who_answered_has_a_row(page, until):
    page.take("operators")
    await until(lambda: tab(page).card.table.figures.table.rows)
    (row,) = tab(page).card.table.figures.table.rows

    assert row.cells[0].text not in ("", "Not answered")
    assert row.cells[2].text != "—"


async def test_the_connector_is_told_with_its_messages(page, until):
    page.take("delivery")
    await until(lambda: tab(page).card.table.figures.table.rows)
    (row,) = tab(page).card.table.figures.table.rows

    assert [cell.text for cell in row.cells[:2]] == [REGISTRATION.name, "1"]


async def test_open_hours_are_counted_when_the_switch_says_so(page, until):
    await until(lambda: page.presenter.report)
    click(tab(page).working)
    await until(lambda: page.presenter.report is not None and page.presenter.report.working)

    assert tab(page).working.isChecked()


async def test_the_page_writes_the_sessions_into_a_file(page, answered, tmp_path, until):
    page.open_export()
    window = page.export.dialog
    window.write(str(tmp_path / "s.csv"))
    await until(window.written.isVisible)
    text = (tmp_path / "s.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))

    assert (row["dialog"], row["connector"], row["customer"]) == (
        *(str(answered), CONNECTOR),
        "Anna Kovaleva",
    )
    assert row["link"].endswith(f"IM_DIALOG=chat{page._desk.dialogs.get(answered).portal_chat}")
    assert row["first_answer_s"].isdigit()


async def test_leaving_the_page_closes_the_export(page):
    page.open_export()
    window = page.export.dialog
    await page.leave()

    assert not window.isVisible()
