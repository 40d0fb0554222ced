"""Questions are awaited, never executed in a nested loop."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.prompts import Prompt, ask, ask_text, ask_typed


@pytest.fixture
def window(qtbot, theme):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


async def asked(window: QWidget, until) -> Prompt:
    await until(lambda: window.findChildren(Prompt))
    return window.findChildren(Prompt)[-1]


async def test_pressing_the_button_means_yes(qtbot, window, until):
    question = asyncio.get_running_loop().create_task(ask(window, "Finish?", "", "Finish"))
    prompt = await asked(window, until)
    qtbot.mouseClick(prompt.confirm, Qt.MouseButton.LeftButton)
    assert await question is True


async def test_escape_means_no(qtbot, window, until):
    question = asyncio.get_running_loop().create_task(ask(window, "Finish?", "", "Finish"))
    prompt = await asked(window, until)
    qtbot.keyClick(prompt, Qt.Key.Key_Escape)
    assert await question is False


@pytest.mark.parametrize("danger", [False, True])
async def test_enter_on_cancel_means_no(qtbot, window, until, danger):
    task = ask(window, "Finish?", "", "Finish", danger=danger)
    question = asyncio.get_running_loop().create_task(task)
    prompt = await asked(window, until)
    prompt.cancel.setFocus()
    qtbot.keyClick(prompt.cancel, Qt.Key.Key_Return)
    assert await question is False


async def test_what_cannot_be_undone_must_be_typed(qtbot, window, until):
    task = ask(window, "Unregister?", "Type the id", "Unregister", danger=True, typed="acme_kiosk")
    question = asyncio.get_running_loop().create_task(task)
    prompt = await asked(window, until)
    assert prompt.confirm.property("kind") == "danger-fill"
    assert not prompt.confirm.isEnabled()
    qtbot.keyClicks(prompt.line, "acme_kios")
    assert not prompt.confirm.isEnabled()
    qtbot.keyClicks(prompt.line, "k")
    qtbot.mouseClick(prompt.confirm, Qt.MouseButton.LeftButton)
    assert await question is True


async def test_the_word_to_be_typed_is_named_and_the_button_is_a_verb(qtbot, window, until):
    task = ask_typed(window, "Unbind?", "Events stop.", "lamp.example", "Unbind")
    question = asyncio.get_running_loop().create_task(task)
    prompt = await asked(window, until)
    assert "Events stop." in prompt.text.text()
    assert "lamp.example" in prompt.text.text()
    assert prompt.confirm.text() == "Unbind"
    assert not prompt.confirm.isEnabled()
    qtbot.keyClicks(prompt.line, "lamp.example")
    qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
    assert await question is True


async def test_a_line_of_text_is_returned(qtbot, window, until):
    task = ask_text(window, "Rename", "Name of the chat", "Rename", "Old")
    question = asyncio.get_running_loop().create_task(task)
    prompt = await asked(window, until)
    qtbot.keyClicks(prompt.line, "New")
    qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
    assert await question == "New"


async def test_a_cancelled_waiter_takes_its_question_away(qtbot, window, until):
    question = asyncio.get_running_loop().create_task(ask_text(window, "Rename", "", "Rename"))
    await asked(window, until)
    question.cancel()
    await asyncio.wait([question])
    await until(lambda: not window.findChildren(Prompt))
