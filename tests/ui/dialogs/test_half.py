"""A dialog whose customer writes through another program says what it has and what it has not."""

from tests.helpers.desk import CONNECTOR, LINE, written

SEND = "imconnector.send.messages"


async def said_elsewhere(desk, text="From a server"):
    """Another process of the same application writes as a customer; answers the portal's chat."""
    user, chat = {"id": "u-9", "name": "Ilze", "last_name": "Ozola"}, {"id": "conv-9"}
    message = {"user": user, "chat": chat, "message": {"id": "m-1", "date": 0, "text": text}}
    params = {"CONNECTOR": CONNECTOR, "LINE": LINE, "MESSAGES": [message]}
    answer = await desk.session.caller.call(SEND, params)
    return int(answer["DATA"]["RESULT"][0]["session"]["CHAT_ID"])


async def test_only_where_nobody_plays_the_customer_it_is_told_that_his_words_are_missing(
    page, desk, sandbox, until
):
    chat = await said_elsewhere(desk)
    await sandbox.order("reply", chat_id=chat, text="Good day")
    await until(lambda: any(each.chat == "conv-9" for each in desk.dialogs.all()))
    (watched,) = [each for each in desk.dialogs.all() if each.chat == "conv-9"]
    page.take(watched.id)

    assert page.conversation.half.isVisible()
    assert "are not told to this console" in page.conversation.half.accessibleName()
    page.take(await written(desk))
    assert not page.conversation.half.isVisible()
