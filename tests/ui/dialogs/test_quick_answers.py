"""Quick answers: found by key, filled in, kept in order, made of messages."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from app.services.act_rows import LogFilter
from app.services.outbox import OutboxCounts
from app.ui.prompts import Prompt
from app.ui.quick.editor import QuickEditor
from app.ui.quick.words import QuickWords
from tests.helpers.acts import answered

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
async def answers(desk):
    """Three quick answers."""
    await desk.quick_answers.put("Greeting", "{greeting}, {customer_name}! I am {operator_name}.")
    await desk.quick_answers.put("Delivery", "It takes [b]two[/b] days, order {order_number}.")
    await desk.quick_answers.put("Bye", "Thank you for writing to {line_name}.")
    return desk.quick_answers


@pytest.fixture
async def composer(page, dialog, desk, until):
    """The composer writes as the operator who has the dialog."""
    await answered(desk, dialog.id)
    await until(lambda: desk.outbox.counts == OutboxCounts())
    page.composer.switch()
    return page.conversation.composer


async def opened(page, kind, until):
    def found():
        return [each for each in page.window().findChildren(kind) if each.isVisible()]

    await until(found)
    return found()[-1]


def titles(page):
    return [each.title for each in page.quick.popup.list.rows.answers]


async def test_a_slash_opens_the_list_and_letters_find_in_it(qtbot, page, composer, answers):
    qtbot.keyClicks(composer.field, "/")
    popup = page.quick.popup
    all_of_them = titles(page)
    qtbot.keyClicks(popup.search, "two")

    assert popup.isVisible()
    assert all_of_them == ["Greeting", "Delivery", "Bye"]
    assert titles(page) == ["Delivery"]
    assert composer.field.toPlainText() == ""


async def test_enter_inserts_the_marked_answer_filled_in(qtbot, page, composer, answers, desk):
    qtbot.keyClicks(composer.field, "/")
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Down)
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Up)
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Return)

    text = composer.field.toPlainText()
    assert text.endswith(", Anna Kovaleva! I am Olga Demina.")
    assert "{" not in text
    assert not page.quick.popup.isVisible()
    assert not composer.gaps.isVisible()


async def test_what_nobody_knows_is_left_and_marked_until_it_is_written(
    qtbot, page, composer, answers
):
    page.quick.open()
    qtbot.keyClicks(page.quick.popup.search, "delivery")
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Return)
    field = composer.field
    marked = [each.cursor.selectedText() for each in field.extraSelections()]
    told = composer.gaps.text()
    field.setPlainText(field.toPlainText().replace("{order_number}", "17"))

    assert marked == ["{order_number}"]
    assert told == "Still to be filled in: {order_number}"
    assert composer.gaps.isHidden()
    assert field.extraSelections() == []


async def test_escape_closes_the_list_and_what_was_typed_may_be_meant_as_it_stands(
    qtbot, page, composer, answers
):
    qtbot.keyClicks(composer.field, "/")
    qtbot.keyClicks(page.quick.popup.search, "etc/hosts")
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Escape)

    assert not page.quick.popup.isVisible()
    assert composer.field.toPlainText() == "/etc/hosts"


async def test_behind_other_words_a_slash_is_a_slash_and_the_key_opens_the_list(
    qtbot, page, composer, answers
):
    qtbot.keyClicks(composer.field, "and/or ")
    by_slash = page.quick.popup.isVisible()
    page.quick.open()
    qtbot.keyClicks(page.quick.popup.search, "bye")
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Return)

    assert not by_slash
    assert composer.field.toPlainText().startswith("and/or Thank you for writing to ")


async def test_as_a_customer_the_text_arrives_without_marks(qtbot, page, dialog, answers):
    page.quick.open()
    qtbot.keyClicks(page.quick.popup.search, "delivery")
    qtbot.keyClick(page.quick.popup.search, KEY.Key_Return)

    text = page.conversation.composer.field.toPlainText()
    assert text.startswith("It takes two days")


async def test_a_customers_name_cannot_bring_marks_into_an_answer(page, composer, desk):
    words = QuickWords()
    customer = page.composer.customer
    evil = type(customer)(customer.id, "[url=https://evil.example]A[/url]", customer.chat)
    desk.dialogs._customers[page.open_dialog] = evil

    name = words.values(desk, page.composer)["customer_name"]
    assert "[url" not in name
    assert "https://evil.example" in name


async def test_answers_are_written_ordered_and_deleted_in_one_window(
    qtbot, page, composer, answers, until
):
    page.quick.manage()
    editor = await opened(page, QuickEditor, until)
    qtbot.keyClick(editor.title, KEY.Key_Return)
    refused = (editor.title_field.problem(), editor.text_field.problem())
    qtbot.keyClicks(editor.title, "Hours")
    editor.text.setPlainText("We are here from nine to six.")
    qtbot.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    await until(lambda: len(answers.all()) == 4)
    await until(lambda: editor.list.chosen is not None)
    qtbot.mouseClick(editor.up, Qt.MouseButton.LeftButton)
    await until(lambda: [each.title for each in answers.all()][2] == "Hours")
    await until(lambda: editor.up.isEnabled() and editor.down.isEnabled())
    editor.title.setText("Working hours")
    qtbot.keyClick(editor.title, KEY.Key_Return)
    await until(lambda: answers.all()[2].title == "Working hours")
    qtbot.mouseClick(editor.delete, Qt.MouseButton.LeftButton)
    prompt = await opened(page, Prompt, until)
    qtbot.mouseClick(prompt.confirm, Qt.MouseButton.LeftButton)
    await until(lambda: [each.title for each in answers.all()] == ["Greeting", "Delivery", "Bye"])
    editor.reject()

    assert all(refused)


async def test_a_file_that_cannot_be_written_loses_nothing_typed(
    qtbot, page, composer, answers, until
):
    answers._path.unlink()
    answers._path.mkdir()
    page.quick.manage()
    editor = await opened(page, QuickEditor, until)
    editor.title.setText("Hours")
    editor.text.setPlainText("Nine to six")
    qtbot.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    await until(editor.error.isVisible)

    assert "quick answers" in editor.error.title.text()
    assert editor.title.text() == "Hours"
    editor.drop()


async def test_closing_asks_before_what_is_typed_is_lost(qtbot, page, composer, until):
    page.quick.manage()
    editor = await opened(page, QuickEditor, until)
    editor.title.setText("Hours")

    qtbot.keyClick(editor, KEY.Key_Escape)
    question = await opened(editor, Prompt, until)
    question.reject()
    await until(lambda: not page.quick.tasks.is_busy("drop"))
    assert editor.isVisible()
    assert editor.title.text() == "Hours"

    qtbot.keyClick(editor, KEY.Key_Escape)
    (await opened(editor, Prompt, until)).accept()
    await until(lambda: page.quick.editor is None)


async def test_a_message_becomes_a_quick_answer_of_the_portal(page, dialog, desk, sandbox, until):
    message = page.transcript_model.messages()[-1]
    im = await sandbox.reply(desk.dialogs.get(dialog.id), "We are here from nine to six")
    await until(lambda: page.transcript_model.messages()[-1].im == im)
    message = page.transcript_model.messages()[-1]
    page.message_actions.do(message.position, "keep_there")
    prompt = await opened(page, Prompt, until)
    prompt.reject()

    kept = (await sandbox.state())["quick_answers"]
    entries = await desk.act_log.page(LogFilter())
    assert [each["text"] for each in kept] == ["We are here from nine to six"]
    assert entries[0].method == "imopenlines.message.quick.save"


async def test_a_refusal_of_the_portal_is_told_in_words(page, dialog, desk, sandbox, until):
    im = await sandbox.reply(desk.dialogs.get(dialog.id), "We are here from nine to six")
    await until(lambda: page.transcript_model.messages()[-1].im == im)
    method = "imopenlines.message.quick.save"
    await sandbox.order("fault", kind="CANT_SAVE_QUICK_ANSWER", method=method, count=1)
    page.message_actions.do(page.transcript_model.messages()[-1].position, "keep_there")
    error = page.conversation.error
    await until(error.isVisible)

    assert error.title.text() == "The quick answer could not be saved"
    assert "CANT_SAVE_QUICK_ANSWER" in error.code.text()
    assert (await sandbox.state())["quick_answers"] == []


async def test_a_read_only_portal_offers_nothing_to_save(page, dialog, desk, sandbox, until):
    im = await sandbox.reply(desk.dialogs.get(dialog.id), "We are here")
    await until(lambda: page.transcript_model.messages()[-1].im == im)
    message = page.transcript_model.messages()[-1]
    before = page.presenter.can_keep(message)
    desk.session.set_read_only(True)

    assert before
    assert not page.presenter.can_keep(message)


HTML = '<p>It is <b>bold</b> and <a href="https://lamp.example/a">here</a></p><p>next</p>'


def rich(html=HTML, text="It is bold and here\nnext"):
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText(text)
    return mime


async def test_rich_text_stands_in_the_field_as_it_will_arrive(page, composer):
    composer.field.insertFromMimeData(rich())
    as_operator = composer.field.toPlainText()
    composer.field.clear()
    page.composer.switch()
    composer.field.insertFromMimeData(rich())

    assert as_operator == "It is [b]bold[/b] and [url=https://lamp.example/a]here[/url]\nnext"
    assert composer.field.toPlainText() == "It is bold and here\nnext"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>just words</p>", "just words"),
        ('<a href="javascript:alert(1)">press</a>', "press"),
        ('<a href="https://a.example/[b]">press</a>', "press"),
        ('<img src="file:///etc/passwd">words', "words"),
        ("<i>x</i>" * 30_000, "too long for marks"),
    ],
)
async def test_what_has_no_good_format_is_pasted_as_its_text(page, composer, html, text):
    composer.field.insertFromMimeData(rich(html, text))

    assert composer.field.toPlainText() == text
