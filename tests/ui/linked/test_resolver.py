"""Find by any id: what is pasted, what is shown, what opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.domain.dialog import Customer
from tests.helpers.desk import ANNA, CONNECTOR, LINE


async def find(qtbot, page, until, text):
    page.take(("find", ""))
    window = page.resolver.dialog
    qtbot.keyClicks(window.field, text)
    qtbot.keyPress(window.field, Qt.Key.Key_Return)
    await until(lambda: "Asking the portal" not in window.told.text())
    return window


@pytest.mark.parametrize("text", ["u-1", "conv-1", "chat7734", "2051", "lead 611", "+371 20000001"])
async def test_every_id_of_a_dialog_leads_to_its_card(qtbot, page, dialog, until, text):
    await until(lambda: page.crm.sections[0].texts)
    window = await find(qtbot, page, until, text)
    (card,) = window.cards

    assert "Customer: Anna Kovaleva · u-1" in card.texts
    assert "Session: 2051" in card.texts


async def test_a_card_opens_its_dialog_and_its_pages_at_the_portal(
    qtbot, page, dialog, until, sandbox, monkeypatch
):
    opened, gone = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page.go.connect(lambda key, payload: gone.append((key, payload)))
    window = await find(qtbot, page, until, "chat7734")
    (card,) = window.cards
    for link in card.links:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.open, Qt.MouseButton.LeftButton)
    portal = sandbox.about["portal"]

    assert opened == [
        f"{portal}/online/?IM_DIALOG=chat7734",
        f"{portal}/crm/lead/details/611/",
        f"{portal}/company/personal/user/12/",
    ]
    assert gone == [("dialogs", dialog.id)]


async def test_a_message_is_found_by_its_id_and_brought_to_the_readers_eyes(
    qtbot, page, dialog, until, desk
):
    gone = []
    page.go.connect(lambda key, payload: gone.append((key, payload)))
    (message,) = [each for each in await desk.dialogs.page(dialog.id, 0, 50) if each.external_ids]
    window = await find(qtbot, page, until, message.external_ids[0])
    (card,) = window.cards
    assert card.open.text() == "Open message"
    qtbot.mouseClick(card.open, Qt.MouseButton.LeftButton)

    assert gone == [("dialogs", ("message", dialog.id, message.position))]


async def test_an_id_that_nobody_knows_is_told_with_the_reason(qtbot, page, dialog, until):
    window = await find(qtbot, page, until, "chat99999")

    assert window.cards == []
    assert window.told.text().startswith("Neither the journal nor the portal knows it.")
    assert window.hint.text() == "Read as: chat, external id."


async def test_an_ambiguous_phone_says_so(qtbot, page, dialog, until, desk):
    other = Customer("u-2", "Bert", "conv-2", phone=ANNA.phone)
    await desk.outbox.start_dialog(CONNECTOR, LINE, other, "Hello")
    window = await find(qtbot, page, until, ANNA.phone)

    assert len(window.cards) == 2
    assert "2 possible answers" in window.told.text()


async def test_without_the_portal_the_journals_answer_stays(qtbot, page, dialog, until, sandbox):
    await sandbox.order("fault", kind="INTERNAL_SERVER_ERROR", method="batch", count=20)
    window = await find(qtbot, page, until, "u-1")
    await until(lambda: window.cards)

    assert "Customer: Anna Kovaleva · u-1" in window.cards[0].texts


async def test_an_emptied_field_leaves_no_old_answer(qtbot, page, dialog, until):
    window = await find(qtbot, page, until, "u-1")
    qtbot.keyPress(window.field, Qt.Key.Key_Escape)

    assert window.cards == []
    assert window.told.isHidden()
