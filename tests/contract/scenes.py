"""Small scenes that several tests play, and looks at the portal's state."""

import base64
from typing import Any

import pytest

from .colleagues import ANN, OLEG

PNG = base64.b64encode(
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
).decode()


def row(method: str, *values: Any, **more: Any) -> Any:
    """A row of a table of calls; the test holds the row's method fast."""
    return pytest.param(method, *values, marks=pytest.mark.pins(method), **more)


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


async def spoken(portal, chat_id):
    """What people, bots and the line said; the portal's own notes are left out."""
    messages = (await chat_of(portal, chat_id))["messages"]
    return [each for each in messages if each["kind"] != "system"]


async def texts(portal, chat_id):
    return [each["text"] for each in await spoken(portal, chat_id)]


async def operator_of(portal, chat_id):
    return (await chat_of(portal, chat_id))["operator"]


async def dialog_on(portal, line, **ids):
    """A customer writes on that line; the portal's chat id."""
    first, portal.lines = portal.lines, [line]
    await portal.activate(line)
    chat = await portal.open_dialog(**ids)
    portal.lines = first
    return chat


async def new_line(portal, **fields):
    """An open line of one's own with the administrator in its queue; its id."""
    given = {"LINE_NAME": "Mine", "QUEUE": [{"ENTITY_TYPE": "user", "ENTITY_ID": "1"}], **fields}
    return await portal.ok("imopenlines.config.add", {"PARAMS": given})


def bot_card(**changes):
    """Parameters of `imbot.register`; a change to None leaves the parameter out."""
    given = {
        "CODE": "acme_helper",
        "TYPE": "O",
        "OPENLINE": "Y",
        "EVENT_HANDLER": BOT_HANDLER,
        "PROPERTIES": {"NAME": "Helper", "LAST_NAME": "Bot", "COLOR": "GREEN"},
        **changes,
    }
    return {key: value for key, value in given.items() if value is not None}


async def registered_bot(portal, **changes):
    return await portal.ok("imbot.register", bot_card(**changes))


async def bot_on_line(portal, **settings):
    """A bot that welcomes every dialog of the first line; its number."""
    bot = await registered_bot(portal)
    rules = {
        "WELCOME_BOT_ENABLE": "Y",
        "WELCOME_BOT_ID": bot,
        "WELCOME_BOT_JOIN": "always",
        "WELCOME_BOT_LEFT": "queue",
        "WELCOME_BOT_TIME": 600,
        **settings,
    }
    params = {"CONFIG_ID": portal.lines[0], "PARAMS": rules}
    assert await portal.ok("imopenlines.config.update", params) is True
    return bot


async def records_of(portal, chat):
    """CRM records that a dialog is bound to, by kind."""
    got = await portal.ok("imopenlines.dialog.get", {"CHAT_ID": chat})
    parts = got["entity_data_2"].split("|")
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


BOT_HANDLER = "http://127.0.0.1:9/bot"
HELP = {
    "COMMAND": "help",
    "EVENT_COMMAND_ADD": BOT_HANDLER,
    "LANG": [{"LANGUAGE_ID": "en", "TITLE": "Help", "PARAMS": "text"}],
}


async def talk_with_bot(portal):
    """A bot, a chat it sits in, and a message of its own."""
    bot = await registered_bot(portal, TYPE="B", OPENLINE="N")
    chat = await portal.ok("im.chat.add", {"USERS": [bot, ANN], "TITLE": "With a bot"})
    given = {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}", "MESSAGE": "I am here"}
    return bot, chat, await portal.ok("imbot.message.add", given)


async def shown(portal, chat, message):
    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"})
    return next(each for each in got["messages"] if each["id"] == message)


async def chat_with(portal, *texts):
    """A chat of all three and the numbers of messages written into it."""
    chat = await portal.ok("im.chat.add", {"USERS": [ANN, OLEG], "TITLE": "Talk"})
    return f"chat{chat}", [await say(portal, f"chat{chat}", text) for text in texts]


async def say(portal, dialog, text="Hello", **more):
    return await portal.ok("im.message.add", {"DIALOG_ID": dialog, "MESSAGE": text, **more})
