"""The Calls page: what a person sees of a call, and what can be done with it."""

import asyncio
import json
import shlex
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.calls import CallKind, CallRecord
from app.services.journal import Journal
from app.services.shown_calls import ShownCalls
from app.services.traffic import Traffic
from app.ui.calls.page import CallsPage
from app.ui.model_rows import ROW

NOON = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
REQUEST = {
    "CONNECTOR": "acme_site_chat",
    "MESSAGES": [
        {"user": {"id": "a"}, "message": {"id": "m-1", "text": "Hello"}, "chat": {"id": "c"}},
        {"user": {"id": "b"}, "message": {"id": "m-2"}, "chat": {"id": "d"}},
    ],
}
ANSWER = {
    "result": {
        "SUCCESS": True,
        "DATA": {"RESULT": [{"SUCCESS": True}, {"SUCCESS": False, "ERRORS": ["No text"]}]},
    }
}
REFUSED = CallRecord(
    7,
    NOON,
    CallKind.REST,
    "imconnector.send.messages",
    "https://lamp.example/rest/imconnector.send.messages",
    200,
    118,
    json.dumps(REQUEST),
    json.dumps(ANSWER),
    refused=1,
    items=2,
    operating=1.38,
)


@pytest.fixture
def traffic():
    made = Traffic()
    made.measure(lambda: 14.0, 50.0)
    return made


@pytest.fixture
async def shown(tmp_path):
    journal = await Journal.open(tmp_path / "journal.sqlite")
    yield await ShownCalls.load(journal)
    await journal.close()


@pytest.fixture
async def page(qtbot, theme, traffic, shown):
    made, window = CallsPage(traffic, shown, theme), QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    window.resize(1300, 800)
    window.show()
    yield made
    await made.leave()
    window.close()
    window.deleteLater()


def press(button):
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_row(page, row):
    rect = page.table.visualRect(page.presenter.rows.index(row, 1))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def reads(number, method="profile"):
    return CallRecord(number, NOON, CallKind.REST, method, "https://x", 200, 10, "{}", "{}")


async def test_an_empty_page_says_what_it_is_for(page):
    assert page.nothing.isVisible()
    assert "without secrets" in page.nothing.text.text()


async def test_a_refused_message_is_marked_on_both_sides(page, traffic):
    traffic.add(REFUSED)
    press_row(page, 0)

    assert page.detail.failure.what.text() == "1 of 2 refused although the status is 200."
    assert page.detail.failure.why.text() == "No text"
    assert '"m-2"' in page.detail.request.view.marked_text()[0]
    assert "No text" in page.detail.answer.view.marked_text()[0]
    assert page.detail.refused.text == "1 of 2 refused"


async def test_the_way_to_the_refused_line_is_one_click(page, traffic):
    traffic.add(REFUSED)
    press_row(page, 0)

    press(page.detail.failure.link)

    line = page.detail.answer.view.textCursor().blockNumber() + 1
    assert page.detail.failure.link.text() == f"Go to line {line}"


async def test_a_vendor_code_is_explained_in_words(page, traffic):
    text = '{"error":"NOT_ACTIVE_LINE","error_description":"The line is inactive"}'
    traffic.add(
        CallRecord(
            1,
            NOON,
            CallKind.REST,
            "imconnector.send.messages",
            "https://x",
            400,
            33,
            "{}",
            text,
            "NOT_ACTIVE_LINE",
            "The line is inactive",
        )
    )
    press_row(page, 0)

    assert page.detail.failure.what.text() == "The line refuses messages (NOT_ACTIVE_LINE)"
    assert "The line is inactive" in page.detail.failure.why.text()
    assert page.detail.status.tone == "danger"
    assert page.detail.answer.view.marked_text()


async def test_a_good_call_shows_no_failure(page, traffic):
    traffic.add(reads(1))
    press_row(page, 0)

    assert page.detail.isVisible()
    assert not page.detail.failure.isVisible()


async def test_raw_shows_the_body_as_it_came(page, traffic):
    traffic.add(REFUSED)
    press_row(page, 0)
    assert page.detail.answer.view.toPlainText() != REFUSED.answer

    page.detail.answer.style_choice.choose("raw")
    page.detail.answer.style_choice.chosen.emit("raw")

    assert page.detail.answer.view.toPlainText() == REFUSED.answer


async def test_curl_and_json_are_copied_with_placeholders_for_secrets(page, traffic):
    traffic.add(REFUSED)
    press_row(page, 0)
    clipboard = QGuiApplication.clipboard()

    press(page.detail.curl_button)
    assert shlex.split(clipboard.text())[0] == "curl"
    assert "$TOKEN" in clipboard.text()
    press(page.detail.json_button)
    assert json.loads(clipboard.text())["request"] == REQUEST


async def test_the_shortcut_copies_the_chosen_call(page, traffic):
    traffic.add(REFUSED)
    press_row(page, 0)
    QGuiApplication.clipboard().clear()

    command = next(each for each in page.commands() if each.shortcut == "Ctrl+Shift+C")
    assert command.enabled()
    command.run()

    assert QGuiApplication.clipboard().text().startswith("curl ")


async def test_the_search_finds_words_of_the_bodies(page, traffic, until):
    traffic.add(reads(1))
    traffic.add(REFUSED)
    QTest.keyClicks(page.toolbar.search, "m-2")

    await until(lambda: page.presenter.rows.rowCount() == 1)

    QTest.keyClicks(page.toolbar.search, " nowhere")
    await until(page.no_match.isVisible)
    press(page.no_match.buttons[0])
    assert page.presenter.rows.rowCount() == 2


async def test_the_filter_counts_errors_and_shows_only_them(page, traffic):
    traffic.add(reads(1))
    traffic.add(REFUSED)
    errors = page.toolbar.kind._buttons["errors"]
    assert errors.text() == "Errors 1"

    press(errors)

    assert page.presenter.rows.rowCount() == 1


async def test_a_paused_table_tells_how_many_calls_wait(page, traffic):
    traffic.add(reads(1))
    press(page.toolbar.pause)
    traffic.add(reads(2))
    traffic.add(reads(3))
    assert page.presenter.rows.rowCount() == 1
    assert page.toolbar.waiting.text().startswith("2 ")

    press(page.toolbar.waiting)

    assert page.presenter.rows.rowCount() == 3
    assert not page.toolbar.waiting.isVisible()


async def test_new_calls_do_not_move_what_is_being_read(page, traffic, until):
    for number in range(60):
        traffic.add(reads(number))
    bar = page.table.verticalScrollBar()
    await until(lambda: bar.maximum() > 300)
    bar.setValue(300)
    top = page.table.indexAt(page.table.rect().topLeft()).data(Qt.ItemDataRole.UserRole)

    traffic.add(reads(100))

    now = page.table.indexAt(page.table.rect().topLeft()).data(Qt.ItemDataRole.UserRole)
    assert now == top


async def test_the_meters_say_how_near_the_limits_are(page, traffic):
    traffic.add(REFUSED)

    assert page.toolbar.bucket_text.text() == "14 of 50"
    assert page.toolbar.operating_name.text() == "send.messages, 10 min"
    assert page.toolbar.operating_text.text() == "1.4 of 480 s"


async def test_a_small_window_shows_request_and_answer_in_turns(page, traffic, until):
    traffic.add(REFUSED)
    page.window().resize(760, 500)
    await until(lambda: page.width() == 760)
    press_row(page, 0)
    await until(page.detail.side.isVisible)
    assert page.detail.request.isVisible()
    assert not page.detail.answer.isVisible()

    press(page.detail.failure.link)

    assert page.detail.answer.isVisible()
    assert page.minimumSizeHint().width() <= 760


async def test_the_chosen_call_stays_in_sight_when_its_details_open(page, traffic, until):
    for number in range(40):
        traffic.add(reads(number))
    page.window().resize(960, 560)
    await until(lambda: page.width() == 960)
    last = page.table.rowAt(page.table.viewport().height() - 8)
    press_row(page, last)
    await until(page.detail.isVisible)
    await asyncio.sleep(0)
    QApplication.processEvents()

    chosen = page.table.visualRect(page.table.currentIndex())
    assert page.table.currentIndex().row() == last
    assert chosen.top() >= 0
    assert chosen.bottom() <= page.table.viewport().height()


async def test_megabytes_are_shown_short_and_say_so(page, traffic):
    body = json.dumps({"rows": [{"id": n} for n in range(100_000)]})
    traffic.add(CallRecord(1, NOON, CallKind.REST, "x", "https://x", 200, 9, "{}", body))
    press_row(page, 0)

    shown = page.detail.answer.view.toPlainText()
    assert shown.endswith("Shortened: this is not the whole text.")
    assert len(shown) < len(body)


async def test_escape_closes_the_details(page, traffic):
    traffic.add(REFUSED)
    press_row(page, 0)
    page.activateWindow()

    page._close_detail()

    assert not page.detail.isVisible()
    assert page.table.record() is None


async def test_the_window_can_ask_for_the_newest_call_of_a_method(page, traffic):
    traffic.add(reads(1, "imconnector.list"))
    traffic.add(REFUSED)

    page.take("imconnector.list")

    assert page.detail.method.whole_text() == "imconnector.list"


async def test_polls_are_left_out_when_asked_but_not_those_that_failed(page, traffic, shown):
    traffic.add(replace(reads(1, "event.offline.get"), poll=True))
    traffic.add(replace(reads(2, "user.get"), poll=True, error="ACCESS_DENIED", status=403))
    traffic.add(reads(3, "user.get"))
    press(page.toolbar.polls)

    seen = [page.presenter.rows.index(row, 0).data(ROW).id for row in range(2)]
    assert page.presenter.rows.rowCount() == 2
    assert seen == [3, 2]
    assert shown.without_polls
    press(page.toolbar.polls)
    assert page.presenter.rows.rowCount() == 3


async def test_a_poll_that_somebody_asks_for_is_shown_although_polls_are_left_out(page, traffic):
    traffic.add(replace(reads(1, "event.offline.get"), poll=True))
    press(page.toolbar.polls)
    assert page.no_match.isVisible()

    page.take("event.offline.get")

    assert page.detail.method.whole_text() == "event.offline.get"
    assert not page.toolbar.polls.isChecked()


async def test_the_choice_about_polls_is_there_on_the_next_page(
    qtbot, theme, page, traffic, tmp_path, until
):
    press(page.toolbar.polls)
    await until(lambda: not page.presenter.tasks.is_busy("keep"))
    journal = await Journal.open(tmp_path / "journal.sqlite")
    again = CallsPage(traffic, await ShownCalls.load(journal), theme)

    assert again.toolbar.polls.isChecked()
    await again.leave()
    await journal.close()
    again.deleteLater()


async def test_real_calls_of_a_desk_stand_in_the_table(qtbot, theme, desk):
    page = CallsPage(desk.traffic, desk.shown_calls, theme)
    await desk.connectors.refresh()

    methods = {record.method for record in page.model.records()}
    secrets = [r for r in page.model.records() if "sandbox-secret" in r.request + r.answer]

    assert {"oauth.exchange", "imconnector.list"} <= methods
    assert secrets == []
    await page.leave()
    page.deleteLater()
