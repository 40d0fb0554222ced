"""The way of a message in the details, and the raw rows and calls behind it."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.dialog import Author, Delivery
from app.domain.problem import Problem
from app.domain.receipts import ReceiptMode, Receipts
from app.domain.trace import Standing, Station, Trace, TraceStep, Wait
from app.ui.trace.raw_dialog import RawDialog
from app.ui.trace.times import TraceTimes
from app.ui.trace.view import TraceView
from app.ui.trace.words import TraceWords

NOW = datetime(2026, 7, 14, 14, 26, 2, tzinfo=UTC)


def titles(page):
    """The steps on the screen."""
    return [row.title.text() for row in page.trace.view.rows if not row.isHidden()]


def times(page):
    """What stands at the right of each step."""
    return [row.time.text() for row in page.trace.view.rows if not row.isHidden()]


async def answered(page, desk, sandbox, dialog, until, text="Two left."):
    """An operator's answer, acknowledged and selected."""
    await sandbox.reply(dialog, text)

    def there():
        count = page.transcript_model.count()
        last = [page.transcript_model.message(place) for place in range(count)]
        return any(m and m.text == text and m.delivery is Delivery.DELIVERED for m in last)

    await until(there)
    place = next(
        each
        for each in range(page.transcript_model.count())
        if page.transcript_model.message(each).text == text
    )
    page.view.set_focused(place)
    await until(lambda: "Two left." in page.trace.view.heading.whole_text() or text != "Two left.")
    return place


async def raw_window(until):
    """The window of raw rows and calls that is open."""

    def found():
        windows = QApplication.topLevelWidgets()
        return [each for each in windows if isinstance(each, RawDialog) and each.isVisible()]

    await until(found)
    return found()[0]


async def test_the_way_of_an_operators_message_stands_in_the_details(
    page, desk, sandbox, dialog, until
):
    await answered(page, desk, sandbox, dialog, until)
    await until(lambda: len(titles(page)) == 6 and times(page)[-1] == "+0 s")

    assert titles(page) == [
        f"Operator wrote in chat {dialog.portal_chat}",
        "Event queued",
        "Fetched and saved",
        "Shown to the customer",
        "Delivery call",
        "Mark “delivered”",
    ]
    assert all(time.startswith(("+", "−", "<")) for time in times(page)[1:])
    assert "ONIMCONNECTORMESSAGEADD" in page.trace.view.rows[1].detail.text()
    assert "process" in page.trace.view.rows[2].detail.text()


async def test_without_a_chosen_message_the_newest_is_shown(page, dialog, until):
    await until(lambda: "Hello" in page.trace.view.heading.whole_text())
    await until(lambda: times(page) and times(page)[-1].startswith("for "))

    assert titles(page) == [
        "Typed, on disk here",
        "Call to the portal",
        f"In chat {dialog.portal_chat} at the portal",
        "Operator's answer",
    ]


async def test_a_failed_send_is_red_with_the_reason_and_what_to_do(
    page, desk, sandbox, dialog, until
):
    await sandbox.order("fault", kind="NOT_ACTIVE_LINE", method="imconnector.send.messages")
    message = await desk.outbox.send(dialog.id, "Anybody?")
    page.view.set_focused(message.position)
    await until(lambda: any("Call to the portal:" in title for title in titles(page)))

    row = next(row for row in page.trace.view.rows if "Call to the portal:" in row.title.text())
    assert "NOT_ACTIVE_LINE" in row.detail.text()
    assert row.why.isVisible()
    assert row.advice.text()
    assert row.title.property("tone") == "danger"
    assert times(page)[-2:] == ["not reached", "not reached"]


async def test_a_delivery_left_to_a_person_says_so_and_since_when(
    page, desk, sandbox, dialog, until
):
    await desk.outbox.set_receipts(Receipts(ReceiptMode.MANUAL))
    await sandbox.reply(dialog, "Two left.")
    await until(lambda: "Two left." in page.trace.view.heading.whole_text())

    row = page.trace.view.rows[4]
    assert row.time.text().startswith("for ")
    assert "mark the message as delivered" in row.why.text()
    assert titles(page)[-1] == "Mark “delivered”"


async def test_a_key_brings_the_trace_into_view(page, desk, sandbox, dialog, until, qtbot):
    await answered(page, desk, sandbox, dialog, until)
    page.side.toggle()
    assert not page.details.isVisible()
    page.details.show_tab("raw")

    qtbot.keyClick(page.view, Qt.Key.Key_T)
    await until(page.trace.view.isVisible)

    assert page.details.isVisible()


async def test_the_whole_way_is_copied_in_one_line(page, desk, sandbox, dialog, until, qtbot):
    await answered(page, desk, sandbox, dialog, until)
    await until(lambda: len(titles(page)) == 6 and times(page)[-1] == "+0 s")
    qtbot.mouseClick(page.trace.view.copy, Qt.MouseButton.LeftButton)

    text = QGuiApplication.clipboard().text()
    assert text.count(" → ") == 5
    assert "\n" not in text
    assert text.startswith(f"Operator wrote in chat {dialog.portal_chat}, ")


async def test_one_key_opens_every_row_and_call_behind_a_message(
    page, desk, sandbox, dialog, until, qtbot
):
    await answered(page, desk, sandbox, dialog, until)
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    window = await raw_window(until)

    assert window.list.count() == 2
    assert "Two left." in window.row.view.toPlainText()
    assert not window.open_call.isVisible()
    window.copy.click()
    assert '"EVENT_NAME"' in QGuiApplication.clipboard().text()

    window.list.setCurrentRow(1)
    assert window.call.method.whole_text() == "imconnector.send.status.delivery"
    assert "MESSAGES" in window.call.request.view.toPlainText()
    assert window.open_call.isEnabled()
    window.call.json_button.click()
    assert "imconnector.send.status.delivery" in QGuiApplication.clipboard().text()
    window.reject()


async def test_a_call_can_be_opened_in_calls(page, desk, sandbox, dialog, until, qtbot):
    await answered(page, desk, sandbox, dialog, until)
    asked = []
    page.go.connect(lambda key, payload: asked.append((key, payload)))
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    window = await raw_window(until)
    window.list.setCurrentRow(1)

    window.open_call.click()
    await until(lambda: asked)

    key, record = asked[0]
    assert key == "calls"
    assert record in desk.traffic.records


async def test_a_call_of_an_earlier_run_is_shown_but_is_not_in_calls(
    page, desk, sandbox, dialog, until, qtbot
):
    await answered(page, desk, sandbox, dialog, until)
    desk.traffic._records.clear()  # as after a restart
    qtbot.keyClick(page.view, Qt.Key.Key_F8)
    window = await raw_window(until)
    window.list.setCurrentRow(1)

    assert "MESSAGES" in window.call.request.view.toPlainText()
    assert not window.open_call.isEnabled()
    assert "before the program was started" in window.open_call.toolTip()
    window.reject()


async def test_a_message_of_which_nothing_is_kept_says_so(qtbot, theme):
    parent = QWidget()
    parent.resize(960, 600)
    qtbot.addWidget(parent)
    window = RawDialog(parent, theme, "Hello", (), lambda record: None)
    window.show()

    assert "Nothing is kept" in window._nothing.title.text()
    assert window._nothing.isVisible()
    assert window.width() <= 960


def said(*steps, now=NOW + timedelta(seconds=90)):
    """Steps in words."""
    return TraceWords().steps(Trace(steps), now)


WRITTEN = TraceStep(Station.WRITTEN, at=NOW, value="7734", author=Author.OPERATOR)


@pytest.mark.parametrize(
    ("step", "time", "why"),
    [
        (TraceStep(Station.SHOWN, at=NOW + timedelta(seconds=0.02)), "+0.02 s", ""),
        (TraceStep(Station.SHOWN, at=NOW - timedelta(seconds=1.5)), "−1.50 s", ""),
        (TraceStep(Station.SHOWN, at=NOW - timedelta(seconds=0.5)), "< 1 s", ""),
        (TraceStep(Station.SHOWN, at=NOW), "+0 s", ""),
        (TraceStep(Station.SHOWN), "time not kept", ""),
        (TraceStep(Station.DELIVERED, Standing.NOT_REACHED), "not reached", ""),
        (TraceStep(Station.DELIVERED, Standing.NOT_WANTED), "not wanted", ""),
        (
            TraceStep(Station.DELIVERY, Standing.WAITING, NOW, wait=Wait.TURN),
            "for 1 min 30 s",
            "Waits for its turn in the outbox.",
        ),
        (
            TraceStep(Station.ANSWER, Standing.WAITING, NOW, wait=Wait.OPERATOR),
            "for 1 min 30 s",
            "Waits for an operator or a bot to write.",
        ),
        (
            TraceStep(Station.DELIVERY, Standing.BROKEN, took=30_000),
            "30.0 s",
            "It is not known why.",
        ),
    ],
)
def test_each_standing_has_its_words(qtbot, step, time, why):
    words = said(WRITTEN, step)[1]

    assert (words.time, words.why) == (time, why)


def test_what_holds_everything_back_is_said(qtbot):
    held = TraceStep(
        *(Station.DELIVERY, Standing.WAITING, NOW), wait=Wait.HELD, problem=Problem("READ_ONLY")
    )

    assert said(held)[0].why.startswith("Nothing leaves: ")


def test_a_broken_step_says_the_reason_in_words_and_keeps_the_code(qtbot):
    broken = TraceStep(
        *(Station.DELIVERY, Standing.BROKEN), problem=Problem("UNKNOWN_OUTCOME"), tries=3, took=10
    )
    (words,) = said(broken)

    assert words.title == "Delivery call: no answer came: it may have been done"
    assert "3 " in words.detail
    assert "UNKNOWN_OUTCOME" in words.detail
    assert words.advice


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (59, "59 s"), (61, "1 min 1 s"), (7260, "2 h 1 min"), (90_000, "1 d 1 h")],
)
def test_ages_have_at_most_two_units(qtbot, seconds, text):
    assert TraceTimes().age(seconds) == text


async def test_every_step_reads_as_one_sentence(qtbot, theme):
    view = TraceView(theme)
    qtbot.addWidget(view)
    view.show_trace("care-aurora.pdf", Trace((WRITTEN, TraceStep(Station.SHOWN, at=NOW))))

    assert view.accessibleName() == "Trace · care-aurora.pdf"
    assert view.rows[1].accessibleName() == "Shown to the customer, +0 s"
    assert view.rows[0].focusPolicy() & Qt.FocusPolicy.TabFocus


async def test_hostile_words_of_a_message_stay_words(qtbot, theme):
    view = TraceView(theme)
    qtbot.addWidget(view)
    view.show_trace("<b>x</b>\u202e", Trace((WRITTEN,)))

    assert "<b>x</b>" in view.heading.whole_text()
    assert "\u202e" not in view.heading.whole_text()
    assert view.heading.textFormat() is Qt.TextFormat.PlainText
