"""An operator's own messages, changed, deleted and liked at the portal."""

from dataclasses import replace

import pytest

from app.domain.dialog import Author
from app.domain.portal import PortalKind
from app.ui.prompts import Prompt
from tests.helpers.acts import answered


async def reply(page, dialog, desk, until):
    """Olga, who is signed in, has answered Anna; the portal knows the message."""
    await answered(desk, dialog.id)
    await desk.outbox.reply(dialog.id, "Yes, tow left")
    await until(lambda: _mine(page))
    return _mine(page)


def _mine(page):
    model = page.transcript_model
    rows = (model.message(place) for place in range(model.count()))
    return next((each for each in rows if each and page.presenter.is_mine(each)), None)


async def test_an_own_message_is_changed_at_the_portal_and_here(page, dialog, desk, until, sandbox):
    message = await reply(page, dialog, desk, until)
    page.message_actions.do(message.position, "edit")
    page.own.form.text.setPlainText("Yes, two left")
    page.own.form.save.click()
    await until(lambda: page.transcript_model.message(message.position).text == "Yes, two left")
    chat = await sandbox.chat(dialog)

    assert [each["text"] for each in chat["messages"]][-1].endswith("Yes, two left")
    assert page.transcript_model.message(message.position).edits[0].text == "Yes, tow left"
    await until(lambda: page.own.form is None)


async def test_an_own_message_is_deleted_after_a_question(page, dialog, desk, until):
    message = await reply(page, dialog, desk, until)
    page.message_actions.do(message.position, "delete")
    await until(lambda: page.findChildren(Prompt))
    page.findChildren(Prompt)[0].accept()
    await until(lambda: page.transcript_model.message(message.position).deleted_at is not None)

    assert page.transcript_model.message(message.position).deleted_by == "Olga Demina"


async def test_on_production_the_chats_number_is_typed_before_a_message_is_deleted(
    qtbot, page, dialog, desk, until
):
    message = await reply(page, dialog, desk, until)
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    page.message_actions.do(message.position, "delete")
    await until(lambda: page.findChildren(Prompt))
    question = page.findChildren(Prompt)[0]
    assert not question.confirm.isEnabled()
    qtbot.keyClicks(question.line, str(desk.dialogs.get(dialog.id).portal_chat))
    question.confirm.click()
    await until(lambda: page.transcript_model.message(message.position).deleted_at is not None)


async def test_a_refused_change_keeps_the_form_and_the_old_text(page, dialog, desk, until, sandbox):
    message = await reply(page, dialog, desk, until)
    await sandbox.order("fault", kind="CANT_EDIT_MESSAGE", method="im.message.update", count=1)
    page.message_actions.do(message.position, "edit")
    form = page.own.form
    form.text.setPlainText("Too late")
    form.save.click()
    await until(lambda: not form.error.isHidden())

    assert "CANT_EDIT_MESSAGE" in form.error.code.text()
    assert form.text.toPlainText() == "Too late"
    assert page.transcript_model.message(message.position).text == "Yes, tow left"
    form.reject()


async def test_an_empty_text_is_refused_at_the_field(page, dialog, desk, until, sandbox):
    message = await reply(page, dialog, desk, until)
    page.message_actions.do(message.position, "edit")
    page.own.form.text.setPlainText("  ")
    page.own.form.save.click()

    assert "To delete it" in page.own.form.field.problem()
    assert not await sandbox.calls("im.message.update")
    page.own.form.reject()


@pytest.mark.parametrize("action", ["edit", "delete"])
async def test_a_message_of_a_colleague_cannot_be_changed(
    page, dialog, desk, until, sandbox, action
):
    await sandbox.reply(dialog, "I am Ann", user_id=12)
    model = page.transcript_model
    await until(lambda: model.message(model.count() - 1).author is Author.OPERATOR)
    page.message_actions.do(model.count() - 1, action)

    assert page.own.form is None
    assert not page.own.tasks.is_busy("ask")


async def test_a_like_that_changes_nothing_is_explained(page, dialog, desk, until):
    message = await reply(page, dialog, desk, until)
    page.message_actions.do(message.position, "like")
    await until(lambda: not page.own.tasks.is_busy("like"))
    first = page.conversation.error.isHidden()
    page.message_actions.do(message.position, "like")
    await until(lambda: not page.conversation.error.isHidden())

    assert first
    assert "WITHOUT_CHANGES" in page.conversation.error.code.text()
