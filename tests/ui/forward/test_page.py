"""The Forwarding page, with the hands of a person and a handler that really answers."""

import asyncio
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.dialog import DialogState
from app.domain.forwarding import Choice
from app.ui.forward.model import Column
from app.ui.forward.page import ForwardPage
from tests.helpers.desk import connected, written
from tests.helpers.handler import free_port, local_handler
from tests.ui.connectors.acting import click, prompt


@pytest.fixture
async def page(qtbot, desk, theme):
    """The page over a desk whose forwarding runs."""
    opened = ForwardPage(desk, theme)
    opened.resize(1200, 800)
    opened.show()
    task = asyncio.get_running_loop().create_task(desk.forwarding.run())
    yield opened
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await opened.leave()
    opened.close()
    opened.deleteLater()


@pytest.fixture
async def say(desk, sandbox, until):
    """Operators write; done when the journal has it."""
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)

    async def write(*texts):
        before = desk.dialogs.get(dialog).count
        for text in texts:
            await sandbox.reply(desk.dialogs.get(dialog), text)
        await until(lambda: desk.dialogs.get(dialog).count >= before + len(texts))

    return write


def typed(qtbot, page, address):
    page.head.target.clear()
    qtbot.keyClicks(page.head.target, address)


def column(page, which):
    model = page.presenter.model
    return [model.index(row, which).data() for row in range(model.rowCount())]


async def test_at_first_it_says_what_it_is_for(page):
    assert page.nothing.isVisible()
    assert page.head.state.text == "off"
    assert not page.head.pause.isVisible()


async def test_switched_on_it_lists_what_is_posted_with_answer_and_time(
    qtbot, page, desk, say, until
):
    with local_handler(decide=lambda number: 200 if number == 1 else 500) as handler:
        typed(qtbot, page, handler.url)
        click(page.head.switch)
        await until(page.head.switch.isChecked)
        await say("one", "two")
        await until(lambda: column(page, Column.ANSWER) == ["500", "200"])

    assert page.head.state.text == "on"
    said = ["Anna Kovaleva · two", "Anna Kovaleva · one"]
    await until(lambda: column(page, Column.MESSAGE) == said)
    assert all(column(page, Column.MILLISECONDS))
    assert all("ONIMCONNECTORMESSAGEADD" in event for event in column(page, Column.EVENT))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Give the address"),
        ("http://lamp.example/", "lamp.example is not this machine"),
        ("ftp://localhost/", "Only http and https"),
        ("http://me:you@localhost/", "Take name and password out"),
    ],
)
async def test_a_wrong_address_is_told_at_the_field_and_stays_typed(
    qtbot, page, desk, address, words
):
    typed(qtbot, page, address)
    click(page.head.switch)

    assert words in page.head.field.problem()
    assert page.head.target.text() == address
    assert not page.head.switch.isChecked()
    assert not desk.forwarding.state.choice.on


async def test_while_the_handler_is_down_it_says_why_and_how_many_wait(qtbot, page, say, until):
    with free_port() as port:
        typed(qtbot, page, f"localhost:{port}")
        click(page.head.switch)
        await until(page.head.switch.isChecked)
        await say("one", "two")
        await until(page.head.trouble.isVisible)
        assert "nothing listens there" in page.head.why.text()
        await until(lambda: page.head.waiting.text().startswith("2 "))
    with local_handler(port) as handler:
        click(page.head.again)
        await until(lambda: len(handler.posts) == 2)
        await until(lambda: not page.head.trouble.isVisible())
        await until(lambda: page.head.waiting.text() == "")


async def test_the_chosen_event_shows_form_and_answer_and_is_sent_again(qtbot, page, say, until):
    with local_handler(answer='{"stored": 17}', decide=lambda n: 500 if n == 1 else 200) as handler:
        typed(qtbot, page, handler.url)
        click(page.head.switch)
        await until(page.head.switch.isChecked)
        await say("hello")
        await until(lambda: column(page, Column.ANSWER) == ["500"])
        page.table.selectRow(0)
        await until(page.detail.isVisible)
        assert "data[CONNECTOR] = acme_shopchat" in page.detail.request.view.toPlainText()
        assert '"stored"' in page.detail.answer.view.toPlainText()
        click(page.detail.resend)
        await until(lambda: column(page, Column.ANSWER) == ["200"])
        await until(lambda: page.detail.outcome.text == "200")

    assert len(handler.posts) == 2
    assert column(page, Column.TRIES) == ["2"]


async def test_a_live_token_goes_along_only_after_the_person_agreed(qtbot, page, desk, until):
    with local_handler() as handler:
        typed(qtbot, page, handler.url)
        click(page.head.switch)
        await until(page.head.switch.isChecked)
        click(page.head.token)
        question = await prompt(page, until)
        assert handler.url in question.text.text()
        assert not desk.forwarding.state.choice.token
        question.reject()
        await until(lambda: not page._asking.is_busy("token"))
        assert not page.head.token.isChecked()
        click(page.head.token)
        (await prompt(page, until)).accept()
        await until(lambda: desk.forwarding.state.choice.token)
        await until(page.head.token.isChecked)

        typed(qtbot, page, f"{handler.url}/other")
        qtbot.keyClick(page.head.target, Qt.Key.Key_Return)
        await until(lambda: desk.forwarding.state.choice.target.endswith("/other"))
        assert not desk.forwarding.state.choice.token, "another handler, another question"


async def test_a_pause_holds_back_and_another_address_has_its_own_list(
    qtbot, page, desk, say, until
):
    with local_handler() as first, local_handler() as second:
        typed(qtbot, page, first.url)
        click(page.head.switch)
        await until(page.head.switch.isChecked)
        await say("one")
        await until(lambda: column(page, Column.ANSWER) == ["200"])
        click(page.head.pause)
        await until(lambda: page.head.state.text == "paused")
        await say("two")
        await until(lambda: page.head.waiting.text().startswith("1 "))
        assert len(first.posts) == 1
        click(page.head.pause)
        await until(lambda: len(first.posts) == 2)
        typed(qtbot, page, second.url)
        qtbot.keyClick(page.head.target, Qt.Key.Key_Return)
        await until(lambda: not page.presenter.model.rowCount())
        await say("three")
        await until(lambda: len(second.posts) == 1)

    assert len(first.posts) == 2


async def test_a_lent_application_token_is_never_readable(qtbot, page, desk, say, until):
    own = page.head.application.own.line
    with local_handler() as handler:
        typed(qtbot, page, handler.url)
        click(page.head.switch)
        await until(page.head.switch.isChecked)
        qtbot.keyClicks(own, "my-own-token")
        qtbot.keyClick(own, Qt.Key.Key_Return)
        await say("hello")
        await until(lambda: handler.posts)
        page.presenter.refresh()
        await until(page.presenter.model.rowCount)
        page.table.selectRow(0)
        await until(page.detail.isVisible)

    assert own.echoMode() == own.EchoMode.Password
    assert handler.posts[0].fields["auth[application_token]"] == "my-own-token"
    assert "my-own-token" not in page.detail.request.view.toPlainText()


async def test_whatever_is_chosen_last_is_shown_however_fast_it_goes(qtbot, page, say, until):
    with local_handler() as handler:
        typed(qtbot, page, handler.url)
        click(page.head.switch)
        await say("one", "two")
        await until(lambda: len(handler.posts) == 2)
        page.presenter.refresh()
        await until(lambda: page.presenter.model.rowCount() == 2)
        for row in (0, 1, 0, 1):
            page.table.selectRow(row)
        last = page.presenter.model.rows()[1]
        await until(lambda: page.detail.name.text().startswith(f"#{last.event} "))


async def test_an_empty_page_that_is_on_asks_for_no_address(qtbot, page, until):
    button = page.nothing.buttons[0]
    assert button.isVisible()
    with local_handler() as handler:
        typed(qtbot, page, handler.url)
        click(page.head.switch)
        await until(lambda: not button.isVisible())

    assert page.nothing.isVisible()
    assert page.nothing.title.text() == "No event yet"


async def test_everything_is_named_and_reached_by_key(page):
    for widget in (page.head.target, page.head.switch, page.table, page.head.application.own.line):
        assert widget.accessibleName()
    for widget in page.head.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.StrongFocus and widget.isVisibleTo(page):
            assert widget.accessibleName() or widget.property("text"), widget


async def test_commands_say_why_they_cannot_be_carried_out(page, desk):
    commands = {command.text: command for command in page.commands()}
    assert not commands["Resend the event"].enabled()
    assert commands["Pause forwarding"].why_not == "it is off"
    await desk.forwarding.choose(Choice("http://localhost:9/", on=True))
    assert page.commands()[1].enabled()
