"""What bots are told, in the older shape and in the newer one. Pure functions of records."""

import re
from typing import Any

from app.sandbox.bot_records import Bot, Command
from app.sandbox.bots import books
from app.sandbox.conversation import Chat, LineChat, Message
from app.sandbox.messenger import im_messages, im_payloads, im_people
from app.sandbox.portal import Portal

Shape = dict[str, Any]
_MENTION = re.compile(r"\[user=([0-9]{1,15})[^\[\]]*\][^\[]*\[/user\],?\s*", re.IGNORECASE)
_NAMES = ("ID", "NAME", "FIRST_NAME", "LAST_NAME")
#: What USER says in an older event: all of it, not what kind of user it is, or still less.
WHOLLY = (*_NAMES, "WORK_POSITION", "GENDER", "IS_BOT", "IS_CONNECTOR", "IS_NETWORK", "IS_EXTRANET")
WITHOUT_MARKS = (*_NAMES, "WORK_POSITION", "GENDER")
BRIEFLY = (*_NAMES, "GENDER")
#: What PARAMS of a command has not, unlike those of another message.
_NO_COMMAND = (
    *("COMMAND_CONTEXT", "PLATFORM_CONTEXT"),
    *("CHAT_USER_COUNT", "MESSAGE_ORIGINAL", "MENTIONED_LIST"),
)
_SWITCHES = {
    "SYSTEM": "N",
    "PUSH": "Y",
    "PUSH_IMPORTANT": "N",
    "RECENT_ADD": "Y",
    "RECENT_SKIP_AUTHOR": "N",
    "CONVERT": "N",
    "SKIP_COMMAND": "N",
    "SKIP_COUNTER_INCREMENTS": "N",
    "SILENT_CONNECTOR": "N",
    "SKIP_CONNECTOR": "N",
    "IMPORTANT_CONNECTOR": "N",
    "NO_SESSION_OL": "N",
    "FAKE_RELATION": 0,
    "SKIP_URL_INDEX": "N",
}


def mentioned(text: str) -> list[int]:
    """Whom a text names."""
    return list(dict.fromkeys(int(found[1]) for found in _MENTION.finditer(text)))


def message_params(portal: Portal, chat: Chat, message: Message, hearers: list[Bot]) -> Shape:
    """PARAMS of an older message event, the same for all hearers."""
    text, private = message.text, chat.kind == "private"
    named = [user for user in mentioned(text) if user in {bot.id for bot in hearers}]
    params: Shape = {
        "MESSAGE": text if private else _without(text, named),
        "TEMPLATE_ID": "",
        "MESSAGE_TYPE": im_payloads.MESSAGE_TYPES[chat.kind],
        "FROM_USER_ID": message.author,
        "DIALOG_ID": str(message.author) if private else f"chat{chat.id}",
        "TO_CHAT_ID": chat.id,
        "AUTHOR_ID": message.author,
        "TO_USER_ID": hearers[0].id if private and hearers else next(iter(named), 0),
        **_SWITCHES,
        "COMMAND_CONTEXT": "TEXTAREA",
        "PLATFORM_CONTEXT": "web",
        "MESSAGE_ID": message.id,
        "CHAT_TYPE": im_payloads.MESSAGE_TYPES[chat.kind],
        "LANGUAGE": portal.seed.portal["language"],
    }
    return params if private else params | _about_chat(chat, message)


def command_params(portal: Portal, chat: Chat, message: Message, bot: Bot) -> Shape:
    """PARAMS of an older event about a command."""
    params = message_params(portal, chat, message, [bot])
    params = {name: value for name, value in params.items() if name not in _NO_COMMAND}
    params["SKIP_USER_CHECK"] = "Y"
    if chat.kind == "private":
        return params
    del params["TO_USER_ID"]
    sitting = {str(found.id): found.id for found in books.present(portal, chat)}
    return params | {"CHAT_PARENT_ID": 0, "CHAT_PARENT_MID": 0, "BOT_IN_CHAT": sitting or []}


def changed_params(portal: Portal, chat: Chat, message: Message, hearers: list[Bot]) -> Shape:
    """PARAMS of an older event about a message that was edited or deleted."""
    private = chat.kind == "private"
    params: Shape = {
        "ID": message.id,
        "CHAT_ID": chat.id,
        "AUTHOR_ID": message.author,
        "MESSAGE": im_messages.text_of(message),
        "MESSAGE_TYPE": im_payloads.MESSAGE_TYPES[chat.kind],
        **_entity(chat),
        "DIALOG_ID": str(message.author) if private else f"chat{chat.id}",
        "MESSAGE_ID": message.id,
        "CHAT_TYPE": im_payloads.MESSAGE_TYPES[chat.kind],
        "LANGUAGE": portal.seed.portal["language"],
    }
    if private:
        params |= {"FROM_USER_ID": message.author, "TO_USER_ID": hearers[0].id}
    if message.deleted_at is None:
        params |= {
            "CHAT_USER_COUNT": len(im_payloads.participants(chat)),
            "PLATFORM_CONTEXT": "web",
        }
        params |= {} if private else _mentions(message, hearers)
    return params


def _mentions(message: Message, hearers: list[Bot]) -> Shape:
    """Whom an edited message of a group names; its text without the bots that hear of it."""
    everybody = mentioned(message.text)
    named = [user for user in everybody if user in {bot.id for bot in hearers}]
    return {
        "MESSAGE": _without(message.text, named),
        "MESSAGE_ORIGINAL": message.text,
        "MENTIONED_LIST": {str(user): user for user in everybody} or [],
        "TO_USER_ID": next(iter(named), 0),
    }


def join_params(portal: Portal, chat: Chat, bot: int, by: int) -> Shape:
    """PARAMS of the older event about a bot that came into a chat."""
    kind = im_payloads.MESSAGE_TYPES[chat.kind]
    params: Shape = {"CHAT_TYPE": kind, "MESSAGE_TYPE": kind, "BOT_ID": bot, "USER_ID": by}
    language = {"LANGUAGE": portal.seed.portal["language"]}
    if chat.kind == "private":
        people = {"TO_USER_ID": by, "FROM_USER_ID": bot, "DIALOG_ID": str(by)}
        return params | people | language
    entity = _entity(chat)
    return {
        **params,
        "CHAT_ID": chat.id,
        "CHAT_AUTHOR_ID": im_payloads.owner_of(chat),
        "CHAT_ENTITY_TYPE": entity["CHAT_ENTITY_TYPE"],
        "CHAT_ENTITY_ID": entity["CHAT_ENTITY_ID"],
        "ACCESS_HISTORY": 0 if bot in chat.first_seen else 1,
        "DIALOG_ID": f"chat{chat.id}",
        **language,
    }


def person(portal: Portal, number: int, names: tuple[str, ...] = WHOLLY) -> Shape | list[Any]:
    """USER of an older event; an empty array for nobody."""
    found = im_people.person(portal, number)
    if found is None:
        return []
    about = {
        "ID": number,
        "NAME": found["name"],
        "FIRST_NAME": found["first_name"],
        "LAST_NAME": found["last_name"],
        "WORK_POSITION": found["work_position"],
        "GENDER": found["gender"],
        "IS_BOT": _yes(found["bot"]),
        "IS_CONNECTOR": _yes(found["connector"]),
        "IS_NETWORK": _yes(found["network"]),
        "IS_EXTRANET": _yes(found["extranet"]),
    }
    return {name: about[name] for name in names}


def bot_object(portal: Portal, bot: Bot) -> Shape:
    """A bot as the newer methods show it to its owner."""
    chats, people = books.company(portal, bot)
    return {
        "id": bot.id,
        "code": bot.code,
        "type": bot.kind,
        "isHidden": bot.hidden,
        "isSupportOpenline": bot.openline,
        "isReactionsEnabled": bot.reactions,
        "backgroundId": bot.background,
        "language": portal.seed.portal["language"],
        "moduleId": "rest",
        "eventMode": "fetch" if bot.polls else "webhook",
        "countMessage": bot.sent,
        "countCommand": len(bot.commands),
        "countChat": chats,
        "countUser": people,
    }


def command_object(command: Command) -> Shape:
    """A command as the newer methods show it."""
    return {
        "id": command.id,
        "botId": command.bot,
        "command": f"/{command.word}",
        "common": command.common,
        "hidden": command.hidden,
        "extranetSupport": command.extranet,
    }


def newer(portal: Portal, chat: Chat, by: int) -> Shape:
    """What every newer event says: the chat, who caused it, the language."""
    return {
        "chat": im_payloads.in_event(portal, chat, by),
        "user": im_people.in_event(portal, by),
        "language": portal.seed.portal["language"],
    }


def _about_chat(chat: Chat, message: Message) -> Shape:
    previous = chat.messages[-2].id if len(chat.messages) > 1 else 0
    named = mentioned(message.text)
    return {
        "CHAT_ID": chat.id,
        "CHAT_TITLE": chat.title,
        **_entity(chat),
        "CHAT_AVATAR": chat.avatar or "0",
        "CHAT_COLOR": chat.color,
        "CHAT_EXTRANET": _yes(isinstance(chat, LineChat)),
        "CHAT_PREV_MESSAGE_ID": previous,
        "CHAT_CAN_POST": "MEMBER",
        "RID": 1,
        "IS_MANAGER": _yes(message.author in im_payloads.managers_of(chat)),
        "CHAT_USER_COUNT": len(im_payloads.participants(chat)),
        "MENTIONED_LIST": {str(user): user for user in named} or [],
        "MESSAGE_ORIGINAL": message.text,
    }


def _entity(chat: Chat) -> Shape:
    line = isinstance(chat, LineChat)
    one, two, three = im_payloads.entity_data(chat)
    return {
        "CHAT_AUTHOR_ID": im_payloads.owner_of(chat),
        "CHAT_ENTITY_TYPE": "LINES" if line else chat.entity_type,
        "CHAT_ENTITY_ID": chat.user_code if isinstance(chat, LineChat) else chat.entity_id,
        "CHAT_ENTITY_DATA_1": one,
        "CHAT_ENTITY_DATA_2": two,
        "CHAT_ENTITY_DATA_3": three,
    }


def _without(text: str, users: list[int]) -> str:
    def shown(found: re.Match[str]) -> str:
        return "" if int(found[1]) in users else found[0]

    return _MENTION.sub(shown, text).strip() if users else text


def _yes(value: object) -> str:
    return "Y" if value else "N"
