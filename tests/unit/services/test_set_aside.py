"""Rows without data in a living queue: counted, kept, and nobody waits behind them."""

from tests.helpers.desk import messages, written


async def test_a_spoilt_row_is_set_aside_and_what_follows_it_arrives(live, sandbox, until):
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).portal_chat)
    await sandbox.order("fault", kind="event_spoilt", method="ONIMCONNECTORMESSAGEADD")

    await sandbox.reply(live.dialogs.get(dialog), "Lost on the way")
    await sandbox.reply(live.dialogs.get(dialog), "Read well")
    await until(lambda: live.dialogs.get(dialog).last_text == "Read well")
    await until(lambda: live.set_aside.count)

    (row,) = await live.inbox.unreadable()
    assert (row.name, live.set_aside.count) == ("ONIMCONNECTORMESSAGEADD", 1)
    assert row.reason
    assert b'"EVENT_DATA":false' in row.raw.replace(b" ", b"")
    assert "Lost on the way" not in [each.text for each in await messages(live, dialog)]


async def test_trying_again_without_better_understanding_keeps_the_count(live, sandbox, until):
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).portal_chat)
    await sandbox.order("fault", kind="event_spoilt", method="ONIMCONNECTORMESSAGEADD")
    await sandbox.reply(live.dialogs.get(dialog), "Lost on the way")
    await until(lambda: live.set_aside.count)

    before = await live.inbox.unreadable()
    await live.inbox.retry([row.id for row in before])
    await until(lambda: live.set_aside.count == 1)

    assert await live.inbox.unreadable() == before
