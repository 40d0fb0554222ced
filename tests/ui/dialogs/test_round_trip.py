"""The three views of a text: for a message from its menu, and for whatever a person types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.dialog import Author
from app.services.raw_texts import RawText, raw_text
from app.ui.dialogs.round_trip import RoundTripDialog
from tests.helpers.desk import CONNECTOR, connected, messages, written

OPERATOR = "[b]Olga Demina:[/b] [br]Yes, [b]two[/b] left."


@pytest.fixture
def opened(qtbot, theme):
    """Open the dialog; it is closed at the end."""
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)

    def open_it(message: RawText | None = None) -> RoundTripDialog:
        dialog = RoundTripDialog(parent, theme, message)
        dialog.show()
        return dialog

    return open_it


async def answered(desk, sandbox, until, text: str):
    """An operator's message as the console has it."""
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    before = desk.dialogs.get(dialog).count
    await sandbox.reply(desk.dialogs.get(dialog), text)
    await until(lambda: desk.dialogs.get(dialog).count > before)
    found = [each for each in await messages(desk, dialog) if each.author is Author.OPERATOR]
    return found[-1]


def shown(page) -> list[RoundTripDialog]:
    return [each for each in page.window().findChildren(RoundTripDialog) if each.isVisible()]


def test_a_message_is_shown_as_sent_as_read_and_as_a_messenger_shows_it(opened) -> None:
    dialog = opened(RawText(OPERATOR, ("Olga Demina",)))

    assert dialog.raw.toPlainText() == OPERATOR
    assert dialog.raw.isReadOnly()
    assert dialog.tree.rows() == [
        ("Signature", "Olga Demina"),
        ("Text", "Yes, "),
        ("Bold", "two"),
        ("Text", " left."),
    ]
    assert dialog.shown.toPlainText() == "Yes, two left."
    assert dialog.signature.text() == "Signature of Olga Demina: taken off."


def test_bold_words_with_a_colon_stay_and_it_is_said_why(opened) -> None:
    dialog = opened(RawText("[b]Total:[/b] [br]100", ("Olga Demina",)))
    assert dialog.shown.toPlainText().split() == ["Total:", "100"]
    assert "“Total:” looks like a signature" in dialog.signature.text()


def test_a_name_that_the_line_gave_the_operator_is_taken_off_where_the_portal_signs(opened) -> None:
    dialog = opened(RawText("[b]Support:[/b] [br]100", ("Olga Demina",), signed=True))
    assert dialog.shown.toPlainText() == "100"
    assert "Signature of Support" in dialog.signature.text()


def test_a_typed_text_is_read_at_once_and_under_the_name_that_is_given(opened, qtbot) -> None:
    dialog = opened()
    qtbot.keyClicks(dialog.raw, "[b]Ann:[/b][br]Hi")
    assert "Name the author" in dialog.signature.text()
    qtbot.keyClicks(dialog.author, "Ann")
    assert dialog.shown.toPlainText() == "Hi"
    assert "taken off" in dialog.signature.text()


def test_links_tell_their_true_host(opened) -> None:
    doubted = "[url=https://evil.example/x]https://bank.example[/url]"
    dialog = opened(RawText(f"{doubted} [url=https://lamp.example]here[/url]"))
    assert "leads to evil.example, which is another host" in dialog.doubted.text()
    assert dialog.links.text() == "“here” leads to lamp.example"
    assert ("Link", "https://bank.example → evil.example") in dialog.tree.rows()


def test_what_a_messenger_shows_can_be_copied(opened, qtbot) -> None:
    dialog = opened(RawText("[i]x[/i][br]y"))
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x\ny"


@pytest.mark.parametrize(
    "text",
    ["[b]" * 2800 + "x" + "[/b]" * 2800, "a[br]" * 4000, "<b>x</b>" * 2500, "[url]" * 4000],
)
def test_hostile_texts_are_shown_and_the_tree_stays_small(opened, text) -> None:
    dialog = opened(RawText(text))
    assert len(dialog.tree.rows()) <= 1001
    assert dialog.raw.toPlainText() == text


def test_of_an_endless_text_only_the_beginning_is_read_and_that_is_told(opened) -> None:
    dialog = opened(RawText("word " * 5000))
    assert dialog.missing.isVisible()
    assert "20,000" in dialog.missing.text.text()
    assert len(dialog.shown.toPlainText()) < 20_001


def test_two_things_to_know_of_a_text_are_both_told(opened) -> None:
    dialog = opened(RawText("word " * 5000, kept=False))
    assert "20,000" in dialog.missing.text.text()
    assert "not in the journal" in dialog.missing.text.text()


def test_what_was_said_of_a_long_text_goes_with_it(opened) -> None:
    dialog = opened()
    dialog.show_text("word " * 5000)
    assert dialog.missing.isVisible()
    dialog.show_text("word")
    assert not dialog.missing.isVisible()


def test_html_in_a_text_is_text(opened) -> None:
    dialog = opened(RawText("<img src=x> &lt;b&gt;"))
    assert dialog.shown.toPlainText() == "<img src=x> <b>"
    assert dialog.tree.rows()[0][1].startswith("<img src=x>")


async def test_a_message_of_a_real_portal_comes_with_its_signature_and_its_author(
    desk, sandbox, until
) -> None:
    message = await answered(desk, sandbox, until, "Yes, [b]two[/b] left.")
    raw = await raw_text(desk.journal, desk.people, CONNECTOR, message)

    assert raw.kept
    assert raw.names == (message.author_name,)
    assert raw.text == f"[b]{message.author_name}:[/b] [br]Yes, [b]two[/b] left."


async def test_a_message_whose_event_is_gone_is_shown_as_the_transcript_has_it(
    desk, sandbox, until, opened
) -> None:
    message = await answered(desk, sandbox, until, "Yes")
    await desk.journal.run(lambda conn: conn.execute("DELETE FROM event").rowcount)
    raw = await raw_text(desk.journal, desk.people, CONNECTOR, message)

    dialog = opened(raw)
    assert raw == RawText("Yes", kept=False)
    assert dialog.missing.isVisible()


async def test_the_menu_of_an_operators_message_opens_it(desk, sandbox, until, qtbot, theme):
    from app.ui.dialogs.page import DialogsPage

    message = await answered(desk, sandbox, until, "Yes")
    page = DialogsPage(desk, theme)
    page.resize(1200, 800)
    page.show()
    page.take(message.dialog)
    await until(lambda: page.view.model.message(message.position) is not None)

    page.message_actions.do(message.position, "trip")
    await until(lambda: shown(page))
    (dialog,) = shown(page)
    assert dialog.shown.toPlainText() == "Yes"
    dialog.accept()
    await until(lambda: not page.tasks.is_busy("ask"))

    page.message_actions.do(0, "trip")
    assert not page.tasks.is_busy("ask"), "a customer's text makes no round trip"

    (command,) = [each for each in page.commands() if each.text == "Try a text"]
    command.run()
    await until(lambda: shown(page))
    shown(page)[0].reject()
    await until(lambda: not page.tasks.is_busy("ask"))
    await page.leave()
    page.close()
    page.deleteLater()
