"""What goes with a message: files, the request as it stands, deliveries, who of a group writes."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from app.domain.connector import ChannelData
from app.domain.dialog import Attachment, Author, Delivery
from app.domain.persona import Persona
from app.domain.receipts import ReceiptMode, Receipts
from app.ui.customers.attach_dialog import AttachDialog
from app.ui.customers.persona_picker import PersonaPicker
from app.ui.customers.receipts_dialog import ReceiptsDialog
from app.ui.customers.request_dialog import RequestDialog
from app.ui.dialogs.details_parts import Value
from tests.helpers.desk import ANNA, CONNECTOR, LINE, REGISTRATION, messages

LEFT = Qt.MouseButton.LeftButton
BORIS = replace(ANNA, id="u-2", name="Boris", last_name="Ershov")


def composer(page):
    return page.conversation.composer


def write(qtbot, page, text):
    qtbot.keyClicks(composer(page).field, text)


async def opened(page, kind, until):
    """The window that the page has opened."""

    def found():
        return [each for each in page.findChildren(kind) if each.isVisible()]

    await until(found)
    return found()[-1]


async def sent_item(desk, sandbox, until, method="imconnector.send.messages"):
    """What the last call of a method held, when nothing waits any more."""
    await until(lambda: desk.outbox.counts.queued == 0)
    record = [each for each in desk.traffic.records if each.method == method][-1]
    return json.loads(record.request)["MESSAGES"][0]


async def test_a_file_of_this_machine_goes_with_a_message_through_the_sandbox(
    qtbot, page, dialog, desk, sandbox, until, tmp_path
):
    file = tmp_path / "lamp.png"
    file.write_bytes(b"a lamp")
    qtbot.mouseClick(composer(page).attach, LEFT)
    box = await opened(page, AttachDialog, until)
    assert box.choose.isVisible()
    box._on_file(str(file))
    await until(composer(page).files.isVisible)
    qtbot.mouseClick(composer(page).button, LEFT)
    await until(lambda: not composer(page).files.isVisible())

    item = await sent_item(desk, sandbox, until)
    (sent,) = item["message"]["files"]
    assert sent["name"] == "lamp.png"
    assert (await sandbox.http.get(sent["url"])).content == b"a lamp"


async def test_a_real_portal_is_given_an_address_and_no_file(qtbot, page, theme):
    box = AttachDialog(page, theme, takes_files=False)
    box.show()
    assert not box.choose.isVisible()
    assert "uploads nothing" in box.note.text.text()

    qtbot.keyClicks(box.url, "lamp.example/a%20lamp.png")
    box.submit()
    assert box.attachment is None
    assert "http" in box.url_field.problem()
    box.url_field.repaired.emit()
    box.submit()
    assert box.attachment == Attachment("a lamp.png", "https://lamp.example/a%20lamp.png", "image")
    box.deleteLater()


async def test_a_file_can_be_taken_away_again_before_it_is_sent(qtbot, page, dialog):
    for name in ("one.txt", "two.txt"):
        page.composer.attach(Attachment(name, f"https://lamp.example/{name}"))
    composer(page).files.removed.emit(0)

    assert [each.name for each in page.composer.files] == ["two.txt"]


async def test_an_operator_attaches_nothing_and_is_told_why(page, dialog):
    page.composer.switch()

    assert not composer(page).attach.isEnabled()
    assert "connector" in composer(page).attach.toolTip()


async def test_what_is_changed_in_the_request_is_what_the_portal_gets(
    qtbot, page, dialog, desk, sandbox, until
):
    write(qtbot, page, "Is the blue lamp in stock?")
    qtbot.mouseClick(composer(page).request, LEFT)
    box = await opened(page, RequestDialog, until)
    assert '"text": "Is the blue lamp in stock?"' in box.view.toPlainText()
    params = json.loads(box.view.toPlainText())
    params["MESSAGES"][0]["message"] |= {"text": "And the red one?", "disable_crm": "Y"}
    params["MESSAGES"][0]["user"]["favourite"] = "red"
    box.view.setPlainText(json.dumps(params, indent=2))
    box.check()
    qtbot.mouseClick(box.confirm, LEFT)
    await until(lambda: composer(page).field.toPlainText() == "")

    assert await sent_item(desk, sandbox, until) == params["MESSAGES"][0]
    shown = [m.text for m in await messages(desk, dialog.id) if m.author is Author.CUSTOMER]
    assert shown[-1] == "And the red one?"


async def test_a_flaw_is_told_with_its_line_and_path_and_nothing_can_be_sent(
    qtbot, page, dialog, until
):
    write(qtbot, page, "Hello")
    qtbot.mouseClick(composer(page).request, LEFT)
    box = await opened(page, RequestDialog, until)
    known = json.loads(box.view.toPlainText())["MESSAGES"][0]["message"]["id"]
    box.view.setPlainText(box.view.toPlainText().replace(known, "m-other"))
    box.check()

    flaws = box.findChild(QListWidget)
    assert flaws.count() == 1
    assert "MESSAGES[0].message.id" in flaws.item(0).text()
    assert known in flaws.item(0).text()
    assert not box.confirm.isEnabled()
    assert box.view.marked_text()
    qtbot.mouseClick(box.again, LEFT)
    assert box.confirm.isEnabled()
    box.reject()


async def test_a_change_comes_along_from_json_to_the_form(qtbot, page, dialog, until):
    write(qtbot, page, "Hello")
    qtbot.mouseClick(composer(page).request, LEFT)
    box = await opened(page, RequestDialog, until)
    box.view.setPlainText(box.view.toPlainText().replace('"Hello"', '"Good day"'))
    box.form.choose("form")
    box.form.chosen.emit("form")

    assert "Good%20day" in box.view.toPlainText()
    assert box.request is not None
    box.reject()


async def test_an_edit_and_a_deletion_can_be_shown_and_changed_too(
    qtbot, page, dialog, desk, sandbox, until
):
    await until(lambda: desk.outbox.counts.queued == 0)
    message = page.transcript_model.message(0)
    page.composer.edit(message)
    composer(page).field.setPlainText("Good morning")
    qtbot.mouseClick(composer(page).request, LEFT)
    box = await opened(page, RequestDialog, until)
    box.view.setPlainText(box.view.toPlainText().replace("Good morning", "Good evening"))
    box.check()
    qtbot.mouseClick(box.confirm, LEFT)
    await until(lambda: page.transcript_model.message(0).text == "Good evening")
    update = await sent_item(desk, sandbox, until, "imconnector.update.messages")
    assert update["message"]["text"] == "Good evening"

    page.message_actions.do(0, "request")
    box = await opened(page, RequestDialog, until)
    changed = box.view.toPlainText().replace(
        '"id": "conv-1"', '"id": "conv-1",\n "url": "https://lamp.example/7"'
    )
    box.view.setPlainText(changed)
    box.check()
    qtbot.mouseClick(box.confirm, LEFT)
    await until(lambda: page.transcript_model.message(0).deleted_at is not None)
    deletion = await sent_item(desk, sandbox, until, "imconnector.delete.messages")
    assert deletion["chat"] == {"id": "conv-1", "url": "https://lamp.example/7"}


@pytest.mark.parametrize("everywhere", [True, False])
async def test_deliveries_are_set_for_all_dialogs_or_for_this_one(
    qtbot, page, dialog, desk, until, everywhere
):
    qtbot.mouseClick(composer(page).deliveries, LEFT)
    box = await opened(page, ReceiptsDialog, until)
    assert "shows a delivered message as read" in box.note.text.text()
    assert "changes nothing" in box.note.text.text()
    box.modes[ReceiptMode.NEVER].setChecked(True)
    box.scope.choose("all" if everywhere else "one")
    qtbot.mouseClick(box.confirm, LEFT)
    await until(lambda: desk.outbox.receipts_of(dialog.id).mode is ReceiptMode.NEVER)

    here = desk.outbox.receipts.mode
    assert here is (ReceiptMode.NEVER if everywhere else ReceiptMode.AUTOMATIC)
    await until(lambda: composer(page).deliveries.text() == "Never delivered")


async def test_a_rule_of_one_dialog_ends_when_one_for_all_is_set(qtbot, page, dialog, desk, until):
    await desk.outbox.set_receipts(Receipts(ReceiptMode.FAIL, reason="Blocked"), dialog.id)
    qtbot.mouseClick(composer(page).deliveries, LEFT)
    box = await opened(page, ReceiptsDialog, until)
    assert (box.scope.choice, box.reason.text()) == ("one", "Blocked")
    box.modes[ReceiptMode.MANUAL].setChecked(True)
    box.scope.choose("all")
    qtbot.mouseClick(box.confirm, LEFT)

    await until(lambda: desk.outbox.receipts_of(dialog.id).mode is ReceiptMode.MANUAL)
    assert desk.outbox.receipts.mode is ReceiptMode.MANUAL


async def test_seconds_are_kept_and_told(qtbot, page, dialog, desk, until):
    qtbot.mouseClick(composer(page).deliveries, LEFT)
    box = await opened(page, ReceiptsDialog, until)
    box.deliver_after.setText("2,5")
    box.read.setChecked(True)
    box.read_after.setText("1")
    qtbot.mouseClick(box.confirm, LEFT)
    wanted = Receipts(ReceiptMode.AUTOMATIC, 2.5, read=True, read_after=1.0)
    await until(lambda: desk.outbox.receipts == wanted)

    await until(lambda: "2.5" in composer(page).deliveries.text())


@pytest.fixture
async def group(page, desk, until):
    """Anna has written in a group's chat; it is open. Boris is in the library."""
    registration = replace(
        REGISTRATION, id="acme_group", flags={**REGISTRATION.flags, "CHAT_GROUP": True}
    )
    data = ChannelData("group", "https://lamp.example", "https://lamp.example/chat", "Group")
    async for step in desk.connectors.connect(registration, LINE, data):
        assert step.ok, step
    await desk.personas.put(Persona("u-2", "Boris", "Ershov"))
    begun = await desk.outbox.start_dialog("acme_group", LINE, ANNA, "Hello")
    page.take(begun.id)
    await until(lambda: desk.dialogs.get(begun.id).portal_chat is not None)
    return desk.dialogs.get(begun.id)


async def test_somebody_of_the_library_joins_a_group_and_writes_under_his_name(
    qtbot, page, group, desk, until
):
    page.composer_flow._ask_writer(group)
    picker = await opened(page, PersonaPicker, until)
    picker.list.choose(("u-2",))
    qtbot.mouseClick(picker.confirm, LEFT)
    await until(lambda: "Boris" in page.composer.words.who()[1])
    write(qtbot, page, "Me too")
    qtbot.mouseClick(composer(page).button, LEFT)
    await until(lambda: desk.dialogs.get(group.id).last_text == "Me too")
    await until(lambda: desk.outbox.counts.queued == 0)

    own = [m for m in await messages(desk, group.id) if m.author is Author.CUSTOMER]
    assert [(m.author_name, m.delivery) for m in own] == [
        ("Anna Kovaleva", Delivery.SENT),
        ("Boris Ershov", Delivery.SENT),
    ]
    assert page.conversation.heading.name.whole_text() == "Anna Kovaleva and 1 other(s)"
    told = [each.toPlainText() for each in page.details.customer.findChildren(Value)]
    assert "Boris Ershov (u-2)" in told
    page.composer.content.choose_writer(group, "u-1")
    assert "Anna" in page.composer.words.who()[1]


async def test_without_a_group_somebody_else_begins_a_dialog_with_the_same_chat_id(
    qtbot, page, dialog, desk, until
):
    await desk.personas.put(Persona("u-2", "Boris", "Ershov", phone="+44 7700 900123"))
    page.composer_flow._ask_writer(dialog)
    picker = await opened(page, PersonaPicker, until)
    picker.list.choose(("u-2",))
    qtbot.mouseClick(picker.confirm, LEFT)
    await until(lambda: page.flow.is_open)

    typed = page.flow.form.typed()
    assert (typed.customer.id, typed.customer.chat) == ("u-2", dialog.chat)
    assert typed.customer.phone == "+44 7700 900123"
    assert typed.connector == CONNECTOR


async def test_every_field_of_the_form_reaches_the_portal(qtbot, page, desk, sandbox, until):
    page.flow.begin(CONNECTOR, LINE)
    form = page.flow.form
    qtbot.mouseClick(form.opener, LEFT)
    more = {
        "phone": "+44 7700 900123",
        "email": "anna@example.com",
        "picture": "https://lamp.example/anna.png",
        "url": "https://lamp.example/anna",
        "title": "Miss",
        "chat_url": "https://lamp.example/post/7",
        "chat_name": "Lamps",
    }
    for name, text in more.items():
        qtbot.keyClicks(form.more.fields[name].line, text)
    form.more.gender.setCurrentIndex(form.more.gender.findData("female"))
    form.more.any_phone.setChecked(True)
    form.more.disable_crm.setChecked(True)
    qtbot.keyClicks(form.text, "Hello")
    qtbot.mouseClick(form.send, LEFT)
    await until(desk.dialogs.all)

    item = await sent_item(desk, sandbox, until)
    assert item["user"] | {"id": "", "name": "", "last_name": ""} == {
        "id": "",
        "name": "",
        "last_name": "",
        "phone": "+44 7700 900123",
        "skip_phone_validate": "Y",
        "email": "anna@example.com",
        "gender": "female",
        "url": "https://lamp.example/anna",
        "title": "Miss",
        "picture": {"url": "https://lamp.example/anna.png"},
    }
    assert item["message"]["disable_crm"] == "Y"
    assert item["chat"]["name"] == "Lamps"
    assert item["chat"]["url"] == "https://lamp.example/post/7"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("phone", "call me"),
        ("email", "anna"),
        ("picture", "ftp://lamp.example/a.png"),
        ("chat_url", "lamp"),
        ("employee", "Olga"),
    ],
)
async def test_a_hidden_field_in_error_is_opened_and_told_at_its_place(
    qtbot, page, desk, field, typed
):
    page.flow.begin(CONNECTOR, LINE)
    form = page.flow.form
    form.more.fields[field].line.setText(typed)
    qtbot.keyClicks(form.text, "Hello")
    qtbot.mouseClick(form.send, LEFT)

    assert form.more.isVisible()
    assert form.more.fields[field].problem()
    assert desk.dialogs.all() == ()


async def test_the_rule_of_25_letters_can_be_switched_off_in_the_form(qtbot, page, desk, until):
    page.flow.begin(CONNECTOR, LINE)
    form = page.flow.form
    form.name.setText("R2-D2")
    qtbot.keyClicks(form.text, "Beep")
    qtbot.mouseClick(form.send, LEFT)
    assert form.fields["name"].problem()

    form.more.free_name.setChecked(True)
    qtbot.mouseClick(form.send, LEFT)
    await until(desk.dialogs.all)


async def test_the_request_of_the_form_begins_the_dialog(qtbot, page, desk, sandbox, until):
    page.flow.begin(CONNECTOR, LINE)
    qtbot.keyClicks(page.flow.form.text, "Hello")
    qtbot.mouseClick(page.flow.form.request, LEFT)
    box = await opened(page, RequestDialog, until)
    box.view.setPlainText(box.view.toPlainText().replace('"Hello"', '"Good day"'))
    box.check()
    qtbot.mouseClick(box.confirm, LEFT)
    await until(desk.dialogs.all)

    assert (await sent_item(desk, sandbox, until))["message"]["text"] == "Good day"


async def test_the_form_says_what_the_message_will_probably_do(page, dialog, desk, until):
    forecast, chat = page.flow.form.forecast, str(desk.dialogs.get(dialog.id).portal_chat)
    page.flow.begin(CONNECTOR, LINE)
    await until(lambda: "new customer" in forecast.text())

    page.flow.form.show_customer(ANNA)
    await until(lambda: chat in forecast.text())
