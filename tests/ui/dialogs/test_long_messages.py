"""Messages of a million signs: the window reads a beginning, a window of its own shows the rest."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from app.bitrix.events import Batch
from app.domain.long_texts import PART
from app.services import word_index
from app.ui.dialogs import lines, texts
from app.ui.dialogs.whole_text import WholeText
from tests.helpers.desk import messages
from tests.unit.services.test_poisoned_rows import row

HUGE = {
    "one word": "x" * 1_000_000,
    "words": "word " * 200_000,
    "lines": "a\n" * 300_000,
    "tags": "[b]" * 300_000,
    "links": "[URL=http://a.b]" * 60_000,
}
_ROOM = 20_000  # signs read at once for one message, wherever they are read


@pytest.fixture
def counted(monkeypatch):
    """How many characters were read, broken into lines or searched in, at the most at once."""
    most: list[tuple[str, int]] = [("", 0)]

    def watch(place, name, size):
        real = getattr(place, name)

        def watching(*args, **more):
            most.append((name, size(*args)))
            return real(*args, **more)

        monkeypatch.setattr(place, name, watching)

    watch(texts, "parse", len)
    watch(texts, "find_links", len)
    watch(texts, "with_hosts", lambda rich: len(rich.text))
    watch(lines, "_place_lines", lambda box, *_: len(box.shown.text))
    watch(word_index, "plain", len)
    watch(word_index, "fold", len)
    return most


async def receive(desk, dialog, text):
    """An operator writes it."""
    made = row(1, text, im=99_001)
    said = json.loads(made.raw)
    said["EVENT_DATA"]["DATA"][0]["im"]["chat_id"] = dialog.portal_chat
    said["EVENT_DATA"]["DATA"][0]["chat"]["id"] = dialog.chat
    await desk.inbox.save(Batch("", (replace(made, raw=json.dumps(said).encode()),)))
    await desk.inbox.apply_waiting()


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
async def test_of_a_huge_message_only_the_beginning_is_read(
    page, dialog, desk, until, counted, text
):
    await receive(desk, dialog, text)
    view = page.conversation.view
    last = page.transcript_model.count() - 1
    await until(lambda: view.window_rows.find(last) is not None)
    page.grab()

    assert max(size for _, size in counted) <= _ROOM
    assert any(name == "_place_lines" for name, _ in counted)
    assert (await messages(desk, dialog.id))[-1].text == text
    assert len(desk.dialogs.get(dialog.id).last_text) <= 1000
    assert "whole" in [name for box in view.rows.layout(last).boxes for *_, name in box.actions]


async def test_the_whole_message_opens_in_parts_and_is_copied_as_it_is(theme, qtbot):
    text = "".join(f"line {number}\n" for number in range(3000))
    window = WholeText(None, theme, text)
    qtbot.addWidget(window)
    window.show()
    read = window.field.toPlainText()
    while window.after.isEnabled():
        assert len(window.field.toPlainText()) <= PART
        window.after.click()
        read += window.field.toPlainText()
    window.copy.click()

    assert read == text
    assert QGuiApplication.clipboard().text() == text


async def test_a_long_message_is_copied_whole(page, dialog, desk, until):
    text = "a word " * 2000
    await receive(desk, dialog, text)
    view = page.conversation.view
    last = page.transcript_model.count() - 1
    await until(lambda: page.transcript_model.message(last) is not None)
    view.copier.copy_message(page.transcript_model.message(last))
    one = QGuiApplication.clipboard().text()
    view.select_all()
    view.copier.copy()
    await until(lambda: QGuiApplication.clipboard().text() != one)

    assert one == text
    assert text in QGuiApplication.clipboard().text()


async def test_of_a_huge_name_only_the_beginning_is_shown(page, dialog):
    message = replace(page.transcript_model.message(0), author_name="x" * 1_000_000)

    assert len(page.conversation.view.words.author(message)) <= 200
