"""The whole page over a real desk: open, write, answer, edit, delete, close, fail, recover."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from app.domain.acts import Act, Target
from app.domain.dialog import Author, Customer, Delivery, Dialog, DialogId, DialogState
from app.domain.feed import FeedHealth, FeedState
from app.domain.problem import Problem
from app.domain.receipts import ReceiptMode, Receipts
from app.services.doubt import UNDER_WAY
from app.ui.dialogs.details_parts import Sections, Value
from app.ui.dialogs.page import DialogsPage
from tests.helpers.desk import CONNECTOR, LINE

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
LEFT = Qt.MouseButton.LeftButton


def shown(page):
    return page.transcript_model.messages()


def find(page, text):
    return next((each for each in shown(page) if each.text == text), None)


def composer(page):
    return page.conversation.composer


def write(qtbot, page, text):
    field = composer(page).field
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, ENTER)


async def prompt(page, until):
    """The question that is open."""
    await until(lambda: page.window().findChild(QDialog, "prompt"))
    return page.window().findChild(QDialog, "prompt")


async def answer(qtbot, page, until, button="confirm"):
    question = await prompt(page, until)
    qtbot.mouseClick(getattr(question, button), LEFT)
    await until(lambda: not page.window().findChildren(QDialog, "prompt"))


def test_nothing_yet_says_what_the_page_is_for(qtbot, page):
    assert page.middle.currentWidget() is page.middle.nothing_yet
    assert page.middle.nothing_yet.title.text() == "No dialogs yet"
    assert not page.pane.isVisible()


async def test_a_new_customer_is_written_for_with_the_form(qtbot, page, desk, until):
    qtbot.mouseClick(page.middle.nothing_yet.buttons[0], LEFT)
    form = page.flow.form
    form.name.setText("Anna")
    form.last_name.setText("Kovaleva")
    form.id.setText("u-9")
    form.text.setPlainText("Is it in stock?")
    qtbot.mouseClick(form.send, LEFT)
    await until(lambda: page.open_dialog and find(page, "Is it in stock?"))
    await until(lambda: find(page, "Is it in stock?").delivery is Delivery.SENT)
    dialog = desk.dialogs.get(page.open_dialog)

    assert (dialog.connector, dialog.line, dialog.chat, dialog.user) == (
        *(CONNECTOR, LINE, "u-9", "u-9"),
    )
    assert page.middle.currentWidget() is page.conversation
    assert page.pane.isVisible()


async def test_the_form_says_at_the_field_what_the_portal_would_refuse(qtbot, page):
    page.take(("new", CONNECTOR, LINE))
    form = page.flow.form
    form.name.setText("Anna 2")
    form.id.clear()
    qtbot.mouseClick(form.send, LEFT)

    assert "letters" in form.fields["name"].problem()
    assert form.fields["id"].problem()
    assert form.fields["text"].problem()
    qtbot.mouseClick(form.fields["name"].repair, LEFT)
    assert form.name.text() == "Anna"
    assert not form.fields["name"].problem()


async def test_a_message_is_written_with_enter_and_arrives(
    qtbot, page, dialog, until, sandbox, desk
):
    write(qtbot, page, "Matte black, please.")
    await until(lambda: find(page, "Matte black, please."))
    await until(lambda: find(page, "Matte black, please.").delivery is Delivery.SENT)
    chat = await sandbox.chat(desk.dialogs.get(dialog.id))

    assert composer(page).field.toPlainText() == ""
    assert chat["messages"][-1]["text"] == "Matte black, please."


async def test_shift_enter_begins_a_line(qtbot, page, dialog, until):
    field = composer(page).field
    one = field.height()
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, ENTER, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "two")

    assert field.toPlainText() == "one\ntwo"
    assert field.height() > one


async def test_an_operators_reply_is_shown_and_acknowledged(page, dialog, until, sandbox, desk):
    await sandbox.reply(desk.dialogs.get(dialog.id), "Two are [b]left[/b].")
    await until(lambda: find(page, "Two are [b]left[/b]."))
    await until(lambda: find(page, "Two are [b]left[/b].").delivery is Delivery.DELIVERED)

    row = page.view.window_rows.placed[-1].row
    assert row.text.shown.text == "Two are left."


async def test_the_words_of_a_colleague_stay_his_when_another_takes_the_dialog(
    page, dialog, until, sandbox, desk
):
    await sandbox.reply(desk.dialogs.get(dialog.id), "Two are left.")
    await until(lambda: find(page, "Two are left."))
    before = page.words.last(desk.dialogs.get(dialog.id))
    await desk.supervision.act(Act.TRANSFER, dialog.id, Target(7, "Олег Иванов"))
    await until(lambda: desk.dialogs.get(dialog.id).operator == "Олег Иванов")

    assert before == "Ann: Two are left."
    assert page.words.last(desk.dialogs.get(dialog.id)) == before


async def test_by_hand_a_reply_waits_for_a_click(qtbot, page, dialog, until, sandbox, desk):
    await desk.outbox.set_receipts(Receipts(ReceiptMode.MANUAL))
    await until(lambda: composer(page).deliveries.text() == "Delivery by hand")
    await sandbox.reply(desk.dialogs.get(dialog.id), "Two left.")
    await until(lambda: find(page, "Two left."))
    reply = find(page, "Two left.")
    assert reply.delivery is Delivery.RECEIVED
    page.message_actions.do(reply.position, "deliver")
    await until(lambda: find(page, "Two left.").delivery is Delivery.DELIVERED)


async def test_an_edit_is_made_in_the_composer_and_keeps_the_old_text(
    qtbot, page, dialog, until, sandbox, desk
):
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    qtbot.keyClicks(composer(page).field, "half a draft")
    page.message_actions.do(find(page, "Hello").position, "edit")
    field = composer(page).field
    assert field.toPlainText() == "Hello"
    field.selectAll()
    write(qtbot, page, "Good morning")
    await until(lambda: find(page, "Good morning"))
    await until(lambda: desk.outbox.counts.queued == 0)
    chat = await sandbox.chat(desk.dialogs.get(dialog.id))

    assert find(page, "Good morning").edits[0].text == "Hello"
    assert "Good morning" in [each["text"] for each in chat["messages"]]
    await until(lambda: field.toPlainText() == "half a draft")


async def test_escape_leaves_a_message_as_it_is(qtbot, page, dialog, until):
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    page.message_actions.do(find(page, "Hello").position, "edit")
    qtbot.keyClick(composer(page).field, ESCAPE)

    assert page.composer.editing is None
    assert composer(page).field.toPlainText() == ""


async def test_a_deletion_is_asked_for_and_leaves_a_tombstone(qtbot, page, dialog, until):
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    page.message_actions.do(find(page, "Hello").position, "delete")
    await answer(qtbot, page, until)
    await until(lambda: find(page, "Hello").deleted_at)
    page.view.arrange()

    row = page.view.rows.layout(find(page, "Hello").position)
    assert row.dashed
    assert "Hello" not in [box.shown.text for box in row.boxes]


async def test_a_question_answered_with_cancel_changes_nothing(qtbot, page, dialog, until):
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    page.message_actions.do(find(page, "Hello").position, "delete")
    await answer(qtbot, page, until, "cancel")

    assert find(page, "Hello").deleted_at is None


async def test_an_operator_answers_writes_and_finishes(qtbot, page, dialog, until, desk):
    qtbot.mouseClick(page.conversation.heading.answer, LEFT)
    await until(lambda: desk.dialogs.get(dialog.id).operator)
    bar = composer(page).bar
    await until(lambda: bar.accessibleName().startswith("You write as OPERATOR "))
    write(qtbot, page, "I look it up.")
    await until(lambda: find(page, "I look it up."))
    await until(lambda: find(page, "I look it up.").delivery is Delivery.DELIVERED)
    assert find(page, "I look it up.").author is Author.OPERATOR
    qtbot.mouseClick(page.conversation.heading.finish, LEFT)
    await until(lambda: desk.dialogs.get(dialog.id).state is DialogState.CLOSED)
    await until(lambda: not page.conversation.heading.finish.isEnabled())

    assert "closed" in page.conversation.heading.finish.toolTip()


async def test_a_chat_is_renamed_but_the_customer_keeps_his_name(qtbot, page, dialog, until):
    page.conversation.heading.rename_asked.emit()
    question = await prompt(page, until)
    question.line.setText("Blue lamp")
    qtbot.mouseClick(question.confirm, LEFT)
    await until(lambda: page.conversation.heading.name.whole_text() == "Blue lamp")

    assert "Anna Kovaleva (u-1)" in composer(page).bar.accessibleName()


async def test_drafts_stay_with_dialog_and_author(qtbot, page, dialog, desk, until):
    second = await desk.outbox.start_dialog(CONNECTOR, LINE, Customer("u2", "Boris", "c2"), "Hi")
    field = composer(page).field
    qtbot.keyClicks(field, "as Anna")
    page.composer.switch()
    qtbot.keyClicks(field, "as operator")
    page.take(second.id)
    assert field.toPlainText() == ""
    qtbot.keyClicks(field, "as Boris")
    page.take(dialog.id)
    operators = field.toPlainText()
    page.composer.switch()

    assert (operators, field.toPlainText()) == ("as operator", "as Anna")


async def test_a_draft_is_there_again_when_the_page_was_closed(
    qtbot, page, dialog, desk, theme, until
):
    qtbot.keyClicks(composer(page).field, "not sent yet")
    await page.leave()
    again = DialogsPage(desk, theme)
    again.take(dialog.id)
    await until(lambda: composer(again).field.toPlainText() == "not sent yet")
    await again.leave()
    again.deleteLater()


async def test_what_the_other_one_has_begun_is_offered_after_a_restart(
    qtbot, page, dialog, desk, theme, until
):
    bar = composer(page).bar
    assert bar.button.text() == "Switch to operator"
    qtbot.keyClicks(composer(page).field, "as Anna")
    page.composer.switch()
    assert bar.button.text() == "Switch to customer · draft"
    qtbot.keyClicks(composer(page).field, "as operator")
    await page.leave()
    again = DialogsPage(desk, theme)
    again.take(dialog.id)
    await until(lambda: composer(again).field.toPlainText() == "as Anna")
    await until(lambda: composer(again).bar.button.text() == "Switch to operator · draft")
    again.composer.switch()
    assert composer(again).field.toPlainText() == "as operator"
    await again.leave()
    again.deleteLater()


async def test_after_a_restart_whoever_has_begun_to_write_goes_on(
    qtbot, page, dialog, desk, theme, until
):
    page.composer.switch()
    qtbot.keyClicks(composer(page).field, "an answer, half written")
    await page.leave()
    again = DialogsPage(desk, theme)
    again.take(dialog.id)
    await until(lambda: composer(again).field.toPlainText() == "an answer, half written")
    assert again.composer.is_operator
    await again.leave()
    again.deleteLater()


async def test_a_refused_message_keeps_its_text_and_says_why(qtbot, page, dialog, until, desk):
    await desk.connectors.deactivate(CONNECTOR, LINE)
    write(qtbot, page, "Anybody there?")
    await until(lambda: find(page, "Anybody there?"))
    await until(lambda: find(page, "Anybody there?").delivery is Delivery.FAILED)
    page.view.arrange()
    row = page.view.rows.layout(find(page, "Anybody there?").position)

    assert {name for _, _, name in row.boxes[-1].actions} == {"retry", "discard", "trace"}
    await desk.connectors.activate(CONNECTOR, LINE)
    page.message_actions.do(find(page, "Anybody there?").position, "retry")
    await until(lambda: find(page, "Anybody there?").delivery is Delivery.SENT)


async def test_a_failure_of_the_disk_keeps_the_typed_text(qtbot, page, dialog, desk, until):
    async def full(*_):
        raise OSError("No space left on device")

    desk.outbox.__dict__["send"] = full
    write(qtbot, page, "Keep me")
    await until(page.conversation.error.isVisible)

    assert composer(page).field.toPlainText() == "Keep me"


@pytest.mark.parametrize("agreed", [True, False])
async def test_a_link_is_opened_only_after_its_true_host_was_shown(
    qtbot, page, dialog, until, sandbox, desk, monkeypatch, agreed
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    await sandbox.reply(
        desk.dialogs.get(dialog.id), "[URL=https://evil.example/x]https://bank.example[/URL]"
    )
    await until(lambda: page.transcript_model.count() == 3)
    page.message_actions.do(2, "link:https://evil.example/x")
    question = await prompt(page, until)
    told = question.text.text()
    await answer(qtbot, page, until, "confirm" if agreed else "cancel")

    assert "evil.example" in told
    assert opened == (["https://evil.example/x"] if agreed else [])


async def test_an_address_that_is_no_web_address_is_never_opened(
    qtbot, page, dialog, until, monkeypatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.message_actions.do(0, "link:file:///etc/passwd")
    question = await prompt(page, until)
    told = question.text.text()
    await answer(qtbot, page, until)

    assert "http" in told
    assert opened == []


async def test_the_menu_of_a_message_offers_what_can_be_done(qtbot, page, dialog, until):
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    position = find(page, "Hello").position
    page.message_actions.open_menu(position, page.view.screen_place(position))
    menu = page.view.findChildren(QMenu)[-1]
    texts = [action.text() for action in menu.actions()]
    menu.close()

    assert texts == [
        *("Copy text", "Quote", "Edit", "Delete…", "Show the request to delete…"),
        *("Keep as a quick answer…", "Trace", "Raw payloads…", "Details of the message…"),
    ]


async def test_the_details_of_a_message_tell_its_ids(qtbot, page, dialog, until):
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    page.message_actions.do(find(page, "Hello").position, "details")
    card = await prompt(page, until)
    told = " ".join(each.accessibleName() for each in card.findChildren(QWidget))
    card.accept()

    assert find(page, "Hello").external_ids[0] in told


async def test_new_messages_while_reading_above_are_counted_on_a_button(
    qtbot, page, dialog, until, sandbox, desk
):
    for number in range(30):
        await desk.outbox.send(dialog.id, f"Line {number}")
    await until(lambda: page.transcript_model.count() >= 32)
    page.view.arrange()
    page.view.verticalScrollBar().setValue(0)
    await sandbox.reply(desk.dialogs.get(dialog.id), "Below")
    await until(page.conversation.news.isVisible)
    assert page.conversation.news.text().startswith("1 new")
    qtbot.mouseClick(page.conversation.news, LEFT)

    assert not page.conversation.news.isVisible()
    assert page.view.window_rows.at_end


async def test_unread_messages_are_marked_and_then_seen(page, dialog, until, sandbox, desk):
    page.hide()
    for number in range(3):
        await sandbox.reply(desk.dialogs.get(dialog.id), f"Reply {number}")
    await until(lambda: desk.dialogs.get(dialog.id).unread == 3)
    page.presenter.open(None)
    page.take(dialog.id)
    await until(lambda: page.transcript_model.message(page.view.rows.first_unread))
    first, count = page.view.rows.first_unread, page.view.rows.unread
    page.show()
    await until(lambda: desk.dialogs.get(dialog.id).unread == 0)

    assert (page.transcript_model.message(first).text, count) == ("Reply 0", 3)


async def test_unread_messages_are_marked_in_a_dialog_that_is_slow_to_read(
    page, dialog, until, sandbox, desk, monkeypatch
):
    page.hide()
    await sandbox.reply(desk.dialogs.get(dialog.id), "Reply")
    await until(lambda: desk.dialogs.get(dialog.id).unread == 1)
    page.presenter.open(None)
    read = desk.dialogs.outline

    async def slow(wanted):
        await until(lambda: not page.tasks.is_busy(f"unread {wanted}"))
        return await read(wanted)

    monkeypatch.setattr(desk.dialogs, "outline", slow)
    page.take(dialog.id)
    await until(lambda: page.transcript_model.is_open and page.transcript_model.messages())
    await until(lambda: not page.tasks.is_busy(f"unread {dialog.id}"))

    assert page.view.rows.unread == 1


async def test_a_dialog_that_began_at_the_portal_asks_who_the_customer_is(
    qtbot, page, dialog, desk, until
):
    desk.dialogs._customers.clear()
    page.composer.state_changed.emit()
    assert composer(page).field.isVisible()  # an operator can write
    page.composer.switch()

    assert not composer(page).field.isVisible()
    assert composer(page).reason.isVisible()
    qtbot.mouseClick(composer(page).mend, LEFT)
    assert page.flow.form.chat.text() == dialog.chat


async def test_trouble_with_the_portal_is_told_and_the_data_stay(page, dialog, desk):
    problem = Problem("UNREACHABLE_TIMEOUT", "no answer")
    desk.feed.health_changed.emit(FeedHealth(FeedState.UNREACHABLE, problem=problem))

    assert page.notice.isVisible()
    assert page.notice.title.text() == "The portal does not answer"
    assert find(page, "Hello")
    desk.feed.health_changed.emit(FeedHealth(FeedState.LIVE))
    assert not page.notice.isVisible()


async def test_where_the_sign_in_has_ended_the_way_back_is_offered(qtbot, page, dialog, desk):
    asked = []
    page.go.connect(lambda key, _payload: asked.append(key))
    problem = Problem("invalid_grant", "Refresh token is invalid or expired")
    desk.feed.health_changed.emit(FeedHealth(FeedState.SIGNED_OUT, problem=problem))

    assert page.notice.title.text() == "The sign-in to this portal has ended"
    assert "nothing of yours is lost" in page.notice.text.text()
    qtbot.mouseClick(page.notice.button, LEFT)
    assert asked == ["sign in"]


async def test_who_is_no_administrator_hears_what_still_works(page, dialog, desk):
    problem = Problem("ACCESS_DENIED", "")
    desk.feed.health_changed.emit(FeedHealth(FeedState.UNAVAILABLE, problem=problem))

    assert "answers will not appear" in page.notice.text.text()
    assert composer(page).field.isVisible()


async def test_at_960_by_600_the_details_lie_over_the_transcript(qtbot, page, dialog, until):
    beside = page.details.isVisible()
    page.resize(912, 524)
    await until(lambda: not page.details.isVisible())
    page.side.toggle()

    assert beside
    assert page.width() == 912
    assert page.details.isVisible()
    assert page.details.geometry().right() <= page.conversation.width()
    assert not page.conversation.heading.finish.isVisible()


async def test_the_details_tell_what_is_known(page, dialog, desk):
    page.details.show_dialog(desk.dialogs.get(dialog.id), desk.dialogs.customer(dialog.id))
    told = " ".join(each.accessibleName() for each in page.details.findChildren(QWidget))

    for value in ("u-1", "conv-1", "+37120000001", CONNECTOR, str(dialog.portal_chat)):
        assert value in told


async def test_keys_switch_author_details_and_dialog(qtbot, page, dialog, desk, until):
    second = await desk.outbox.start_dialog(CONNECTOR, LINE, Customer("u2", "Boris", "c2"), "Hi")
    page.activateWindow()
    composer(page).field.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(composer(page).field, Qt.Key.Key_J, control)
    qtbot.keyClick(composer(page).field, Qt.Key.Key_I, control)
    author, details = page.composer.author, page.details.isVisible()
    qtbot.keyClick(composer(page).field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert (author, details, page.open_dialog) == ("operator", False, second.id)


async def test_the_key_that_switches_the_author_leads_into_the_text(qtbot, page, dialog):
    page.activateWindow()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert page.composer.author == "operator"
    assert composer(page).field.hasFocus()


async def test_the_palette_gets_every_command_of_the_page(page, dialog):
    keys = {command.shortcut for command in page.commands()}

    assert {"Alt+Down", "Alt+Up", "Ctrl+J", "Ctrl+I", "Ctrl+N", "Ctrl+Shift+A"} <= keys


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
async def test_the_page_is_painted_in_every_theme(page, dialog, theme, name):
    theme.set_name(name)

    assert not page.grab().isNull()


async def test_the_smallest_window_is_small_enough(page, dialog, russian):
    assert page.minimumSizeHint().width() <= 912


def is_undecided(message):
    return message.problem is not None and message.problem.code == "CHAT_UNREADABLE"


@pytest.fixture
async def lost(qtbot, page, dialog, until, sandbox):
    """A message whose answer never came, though the portal took it, in a chat that is closed."""
    await until(lambda: find(page, "Hello").delivery is Delivery.SENT)
    for method in ("im.dialog.messages.get", "imopenlines.session.history.get"):
        await sandbox.order("fault", kind="ACCESS_DENIED", method=method, count=None)
    await sandbox.order("fault", kind="cut", method="imconnector.send.messages", count=1)
    write(qtbot, page, "Did you get it?")
    await until(lambda: find(page, "Did you get it?"))
    await until(lambda: is_undecided(find(page, "Did you get it?")))
    return find(page, "Did you get it?").position


async def test_what_may_have_arrived_is_settled_by_a_person(qtbot, page, lost, until):
    page.message_actions.do(lost, "check")
    await answer(qtbot, page, until)
    await until(lambda: page.transcript_model.message(lost).delivery is Delivery.SENT)


async def test_what_may_have_arrived_is_sent_again_only_after_a_question(qtbot, page, lost, until):
    page.message_actions.do(lost, "retry")
    await answer(qtbot, page, until, "cancel")
    kept = page.transcript_model.message(lost).delivery
    page.message_actions.do(lost, "retry")
    await answer(qtbot, page, until)
    await until(lambda: page.transcript_model.message(lost).problem.code == UNDER_WAY)

    assert kept is Delivery.UNKNOWN


async def test_what_was_given_up_is_struck_out_but_readable(qtbot, page, lost, until):
    page.message_actions.do(lost, "discard")
    await answer(qtbot, page, until)
    await until(lambda: page.transcript_model.message(lost).deleted_at)

    assert page.transcript_model.message(lost).text == "Did you get it?"


async def test_a_dialog_opened_from_elsewhere_takes_the_keyboard_to_the_composer(page, dialog):
    page.activateWindow()
    page.take(dialog.id)

    assert page.focusWidget() is composer(page).field


async def test_who_writes_stays_readable_where_the_transcript_is_narrow(page, dialog):
    conversation = page.conversation
    assert conversation.heading.finish.isVisible()

    conversation.resize(480, 600)
    assert not conversation.heading.finish.isVisible()
    assert not conversation.composer.bar.key.isVisible()

    conversation.resize(900, 600)
    assert conversation.heading.finish.isVisible()


@pytest.mark.parametrize("tab", ["details", "raw"])
@pytest.mark.parametrize("size", [(1364, 800), (912, 524)])
async def test_nothing_in_the_details_is_wider_than_they_are(page, until, size, tab):
    word = "Превысокомногорассмотрительствующий" * 4
    long = Dialog(DialogId(1), "o" * 90, 42, word, "u" * 90, word, DialogState.OPEN, operator=word)
    page.resize(*size)
    page.details.show_dialog(long, Customer("u" * 90, word, word, email=word))
    page.details.show_tab(tab)
    page.panes_box.show_details(shown=True)
    area = next(each for each in page.details.findChildren(Sections) if each.isVisible())
    await until(lambda: area.viewport().width() > 200)
    values = area.findChildren(Value)
    await until(lambda: all(each.height() > 0 for each in values))

    assert area.widget().width() == area.viewport().width()
    assert len(values) >= (2 if tab == "raw" else 6)
    for each in values:
        right = each.mapTo(area.widget(), each.rect().topRight()).x()
        assert right < area.viewport().width()
        assert each.document().size().width() <= each.viewport().width()
        assert each.document().size().height() <= each.height()


async def test_a_section_of_another_part_stands_in_its_tab_and_takes_no_room_when_hidden(page):
    mine = QWidget()
    mine.setMinimumHeight(40)
    page.details.add_section(mine, "crm")
    page.details.show_tab("crm")
    page.panes_box.show_details(shown=True)
    shown = mine.isVisible()
    mine.hide()

    assert shown
    assert mine.parentWidget().sizeHint().height() == 0


async def test_a_message_is_opened_in_its_dialog_and_stands_out(page, dialog, until):
    page.presenter.open(None)
    page.take(("message", int(dialog.id), 0))
    await until(lambda: page.view.jump.position == 0)

    assert page.open_dialog == dialog.id
    assert page.view.focused == 0


async def test_who_has_a_dialog_is_told_alike_by_list_heading_and_details(
    page, dialog, desk, sandbox, until
):
    heading = page.conversation.heading
    waits = heading.answer.isVisible()
    await sandbox.reply(desk.dialogs.get(dialog.id), "Yes, two left.", user_id=12)
    await until(lambda: desk.dialogs.get(dialog.id).operator)
    now = desk.dialogs.get(dialog.id)
    answered = heading.answer.isVisible()
    told = {each.accessibleName() for each in page.details.findChildren(QWidget)}
    await desk.outbox.send(dialog.id, "And red ones?")
    await until(heading.answer.isVisible)

    assert (waits, answered) == (True, False)
    assert page.words.state(now) == now.operator
    assert {"State: Open", now.operator} <= told


async def test_a_warning_that_comes_late_moves_no_field(page, desk, until):
    page.flow.begin()
    form = page.flow.form
    assert form.warning.isHidden()
    QApplication.processEvents()
    before = [form.fields["text"].y(), form.send.y()]
    form.set_read_only(True)
    QApplication.processEvents()
    assert form.warning.isVisible()
    assert [form.fields["text"].y(), form.send.y()] == before


async def test_on_a_read_only_portal_nobody_is_invited_to_write(page, desk):
    desk.session.set_read_only(True)
    assert not page.middle.nothing_yet.buttons[0].isEnabled()
    page.flow.begin()
    assert "read-only" in page.flow.form.warning.text.text()
    assert not page.flow.form.send.isEnabled()
    desk.session.set_read_only(False)
    assert page.flow.form.send.isEnabled()
    assert page.middle.nothing_yet.buttons[0].isEnabled()


async def test_a_read_only_portal_says_why_nothing_can_be_written_and_keeps_what_was_typed(
    page, desk, dialog, qtbot
):
    qtbot.keyClicks(composer(page).field, "half a sentence")
    desk.session.set_read_only(True)

    assert composer(page).reason.isVisible()
    assert "read-only" in composer(page).reason.text()
    assert not composer(page).button.isEnabled()
    desk.session.set_read_only(False)
    assert not composer(page).reason.isVisible()
    assert composer(page).field.toPlainText() == "half a sentence"
    assert composer(page).button.isEnabled()


async def test_looking_says_that_it_changes_nothing_and_nothing_is_called(
    page, dialog, desk, sandbox
):
    watching = page.conversation.watching
    await desk.outbox.set_receipts(Receipts(ReceiptMode.MANUAL))
    before = len(await sandbox.calls())
    page.presenter.open(None)
    page.take(dialog.id)

    assert watching.isVisible()
    assert watching.accessibleName() == (
        "Watching only. The customer and the operator cannot see you; nothing is marked as read."
    )
    read = [row["method"] for row in (await sandbox.calls())[before:]]
    assert not any("read" in method or "join" in method for method in read)


@pytest.mark.parametrize(
    ("receipts", "told"),
    [
        (Receipts(), "confirms operators' messages as delivered"),
        (Receipts(read=True), "as delivered and read"),
        (Receipts(ReceiptMode.FAIL), "as not delivered"),
        (Receipts(ReceiptMode.MANUAL), "nothing is marked as read"),
        (Receipts(ReceiptMode.NEVER), "nothing is marked as read"),
    ],
)
async def test_what_a_rule_tells_the_portal_is_said(page, dialog, desk, until, receipts, told):
    await desk.outbox.set_receipts(receipts, dialog.id)
    page.take(None)
    page.presenter.open(None)
    page.take(dialog.id)

    await until(lambda: told in page.conversation.watching.accessibleName())


async def test_a_read_only_portal_offers_nothing_that_it_refuses(page, dialog, desk):
    desk.session.set_read_only(True)
    heading, shown = page.conversation.heading, composer(page)

    assert not heading.answer.isEnabled()
    assert not heading.finish.isEnabled()
    assert shown.reason.isVisible()
    for part in (shown.bar, shown.button, shown.deliveries, shown.attach, shown.request):
        assert not part.isVisible()
    assert "nothing is marked as read" in page.conversation.watching.accessibleName()


async def test_who_is_written_as_is_said_whole_before_the_buttons_are(page, dialog):
    bar = composer(page).bar
    bar.resize(1200, 36)
    assert bar.writer.text()
    for width in (700, 560):
        bar.resize(width, 36)
        words = bar._words_width()
        shown = [each.x() for each in (bar.writer, bar.button) if each.isVisible()]
        bar.grab()
        assert 42 + words <= min(shown) or not bar.writer.text()


async def test_the_raw_tab_leads_to_the_payloads(qtbot, page, dialog):
    page.details.show_tab("raw")
    button = next(
        each for each in page.details.findChildren(QAbstractButton) if "F8" in each.text()
    )
    with qtbot.waitSignal(page.details.payloads_asked):
        qtbot.mouseClick(button, LEFT)


async def test_a_message_is_quoted_in_front_of_what_is_typed(qtbot, page, dialog):
    composer(page).field.setPlainText("Yes")
    page.message_actions.do(find(page, "Hello").position, "quote")

    assert composer(page).field.toPlainText() == ">>Hello\nYes"


@pytest.mark.parametrize(("key", "name"), [("T", "trace_asked"), ("F8", "raw_asked")])
async def test_keys_lead_from_a_message_to_its_trace_and_its_raw_form(
    qtbot, page, dialog, key, name
):
    position = find(page, "Hello").position
    page.view.set_focused(position)
    with qtbot.waitSignal(getattr(page.message_actions, name)) as asked:
        qtbot.keyClick(page.view, getattr(Qt.Key, f"Key_{key}"))

    assert asked.args[0].text == "Hello"


async def test_a_file_of_the_portal_is_loaded_when_a_person_presses_load(
    qtbot, page, dialog, desk, sandbox, until, tmp_path
):
    await sandbox.reply(desk.dialogs.get(dialog.id), "Here", files=[{"name": "price list.pdf"}])
    await until(lambda: find(page, "Here"))
    message = find(page, "Here")
    before = page.view.cards.view(message.attachments[0])
    page.view.set_focused(message.position)
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    await until(lambda: page.view.cards.view(message.attachments[0]).action == "save")
    target = tmp_path / "saved.pdf"
    await page.view.cards.save(message.attachments[0], target)

    assert before.action == "load"
    assert target.read_bytes() == b"Sandbox file\n"


async def test_where_another_program_is_the_channel_nothing_is_said_to_be_confirmed(
    page, dialog, desk
):
    desk.dialogs._customers.clear()
    page.composer_flow.show_receipts()

    assert "Another program is the customer's channel" in (
        page.conversation.watching.accessibleName()
    )


async def test_a_heading_that_is_shown_again_and_again_keeps_no_more_objects(page, desk, dialog):
    page.conversation.heading.show_acts()
    before = len(page.conversation.heading.findChildren(QObject))
    for _ in range(20):
        page.conversation.heading.show_acts()

    assert len(page.conversation.heading.findChildren(QObject)) == before
