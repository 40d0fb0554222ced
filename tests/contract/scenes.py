"""Small scenes that several tests play, and looks at the portal's state."""


async def attempt(portal, action, **params):
    """An operator's act that the portal may refuse to the operator."""
    return await portal.http.post(portal.details["control"] + action, json=params)


async def answered(portal):
    """A dialog that the application's own user has taken; the queue is empty."""
    chat = await portal.open_dialog()
    await portal.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    await portal.queue()
    return chat


async def chat_of(portal, chat_id):
    (found,) = [each for each in (await portal.state())["chats"] if int(each["id"]) == chat_id]
    return found


async def texts(portal, chat_id):
    return [each["text"] for each in (await chat_of(portal, chat_id))["messages"]]
