"""Who among the bots hears of what. The rules of chats and sessions call these functions.

A supervisor hears everything in its chats; in an open line a bot hears its customer; in a private
chat everything; elsewhere what names it. A command (`/word …`) is heard as a command only. What a
bot writes, no bot hears.
"""

import re

from app.sandbox.bot_records import Bot, Command
from app.sandbox.bots import books, payloads, telling
from app.sandbox.conversation import Chat, LineChat, Message, Session
from app.sandbox.messenger import im_messages
from app.sandbox.params import to_int, to_text
from app.sandbox.portal import Portal

#: Commands that one message calls, and words that it may call them by; the rest is only text.
MAX_CALLS = 10
_COMMAND = re.compile(r"^/([a-z0-9_]{1,100})(?:[ \t]+(.*))?$", re.IGNORECASE | re.MULTILINE)


def on_session(portal: Portal, chat: LineChat, session: Session) -> bool:
    """A dialog begins: whether the line's welcome bot takes it before the queue does."""
    line = portal.lines.get(chat.line)
    if not portal.bots or line is None or line.fields.get("WELCOME_BOT_ENABLE") != "Y":
        return False
    bot = portal.bots.get(to_int(line.fields.get("WELCOME_BOT_ID")))
    always = line.fields.get("WELCOME_BOT_JOIN") == "always"
    if bot is None or not bot.openline or not (always or len(chat.sessions) == 1):
        return False
    session.bot = bot.id
    chat.members = {bot.id}
    on_join(portal, chat, [bot.id], 0)
    return True


def on_customer_message(portal: Portal, chat: LineChat, message: Message) -> None:
    """A customer wrote: the bots in the chat hear of it, and the line's bot should answer."""
    if not portal.bots:
        return
    _hear(portal, chat, message)
    session, line = chat.session, portal.lines.get(chat.line)
    patience = to_int(to_text(line.fields.get("WELCOME_BOT_TIME"))) if line else 0
    if session and session.bot is not None and patience > 0:
        from app.sandbox.bots import turns  # its rules of sessions import this package

        due = portal.now + min(patience, 10**9)
        portal.schedule.at(due, turns.dismiss_silent_bot, chat.id, session.id, message.id)


def on_message(portal: Portal, chat: Chat, message: Message) -> None:
    """Somebody wrote into a chat; customers' messages are heard by `on_customer_message`."""
    spoken = message.kind not in ("system", "automatic", "customer") and message.author > 0
    if portal.bots and spoken and message.author not in portal.bots:
        _hear(portal, chat, message)


def on_edit(portal: Portal, chat: Chat, message: Message) -> None:
    """A message was edited."""
    _hear_of_change(portal, chat, message, "MESSAGEUPDATE")


def on_delete(portal: Portal, chat: Chat, message: Message) -> None:
    """A message was deleted."""
    _hear_of_change(portal, chat, message, "MESSAGEDELETE")


def on_reaction(portal: Portal, chat: Chat, message: Message, *, by: int, added: bool) -> None:
    """Somebody liked a message or took it back: newer bots hear of it, of their own messages."""
    if not portal.bots or by in portal.bots:
        return
    own = [bot for bot in books.present(portal, chat) if bot.hears_all or bot.id == message.author]
    hearers = [bot for bot in own if bot.newer and bot.reactions]
    act = {"reaction": "like", "action": "add" if added else "delete"}
    telling.tell(
        portal,
        hearers,
        "REACTIONCHANGE",
        dict,
        lambda: {**act, **_newer(portal, chat, message, by)},
        by=by,
    )


def on_join(portal: Portal, chat: Chat, users: list[int], by: int) -> None:
    """People came into a chat: the bots among them hear of it. `by` is 0 for the portal itself."""
    if not portal.bots:
        return
    books.seat(portal, chat)
    for bot in [portal.bots[user] for user in users if user in portal.bots]:
        _hear_of_joining(portal, chat, bot, by)


def on_command(
    portal: Portal, chat: Chat, message: Message, *, bot: int, word: str, params: str, user: int
) -> bool:
    """A user pressed a button under a message: whether the bot has such a command."""
    command = books.find_command(portal, bot, word.strip().removeprefix("/"))
    if command is None:
        return False
    _call(portal, chat, message, (command, params, "KEYBOARD"), user)
    return True


def _hear(portal: Portal, chat: Chat, message: Message) -> None:
    here = books.present(portal, chat)
    calls = _calls(portal, message, here)
    for call in calls:
        _call(portal, chat, message, call, message.author)
    hearers = [] if calls else [bot for bot in here if _meant(bot, chat, message)]
    if hearers:
        telling.tell(
            portal,
            hearers,
            "MESSAGEADD",
            lambda: {
                "PARAMS": payloads.message_params(portal, chat, message, hearers),
                "USER": payloads.person(portal, message.author),
            },
            lambda: _newer(portal, chat, message, message.author),
            by=message.author,
        )


def _meant(bot: Bot, chat: Chat, message: Message) -> bool:
    if bot.hears_all or chat.kind == "private":
        return True
    if isinstance(chat, LineChat):
        return bot.openline and message.kind == "customer"
    return bot.id in payloads.mentioned(message.text)


def _calls(portal: Portal, message: Message, here: list[Bot]) -> list[tuple[Command, str, str]]:
    found = _COMMAND.findall(message.text)[:MAX_CALLS] if portal.commands else []
    present, outside = {bot.id for bot in here}, message.kind == "customer"
    called = {word.lower() for word, _ in found}
    answering = [
        command
        for command in (portal.commands.values() if called else ())
        if command.word in called
        and (command.bot in present or command.common)
        and (command.extranet or not outside)
    ]
    calls = [
        (command, hint.strip(), "TEXTAREA")
        for word, hint in found
        for command in answering
        if command.word == word.lower()
    ]
    return calls[:MAX_CALLS]


def _call(
    portal: Portal, chat: Chat, message: Message, call: tuple[Command, str, str], by: int
) -> None:
    command, params, context = call
    bot = portal.bots[command.bot]
    called = {"params": params, "context": context, "message_id": message.id, "by": by}
    telling.tell_command(
        portal,
        command,
        called,
        lambda: {
            "PARAMS": payloads.command_params(portal, chat, message, bot),
            "USER": payloads.person(portal, by, payloads.BRIEFLY),
        },
        lambda: _newer(portal, chat, message, by),
    )


def _hear_of_change(portal: Portal, chat: Chat, message: Message, event: str) -> None:
    if not portal.bots or message.author in portal.bots or message.kind in ("system", "automatic"):
        return
    hearers = [bot for bot in books.present(portal, chat) if _meant(bot, chat, message)]
    if hearers:
        telling.tell(
            portal,
            hearers,
            event,
            lambda: {
                "PARAMS": payloads.changed_params(portal, chat, message, hearers),
                "USER": payloads.person(portal, message.author),
            },
            lambda: _changed(portal, chat, message, event),
            by=message.author,
        )


def _changed(portal: Portal, chat: Chat, message: Message, event: str) -> telling.Shape:
    if event == "MESSAGEUPDATE":
        return _newer(portal, chat, message, message.author)
    return {"messageId": message.id, **payloads.newer(portal, chat, message.author)}


def _hear_of_joining(portal: Portal, chat: Chat, bot: Bot, by: int) -> None:
    dialog = str(by) if chat.kind == "private" else f"chat{chat.id}"
    telling.tell(
        portal,
        [bot],
        "JOINCHAT",
        lambda: {
            "PARAMS": payloads.join_params(portal, chat, bot.id, by),
            "USER": payloads.person(portal, by, payloads.WITHOUT_MARKS),
        },
        lambda: {"dialogId": dialog, **payloads.newer(portal, chat, by)},
        by=by,
    )


def _newer(portal: Portal, chat: Chat, message: Message, by: int) -> telling.Shape:
    about = im_messages.in_event(portal, chat, message)
    return {"message": about, **payloads.newer(portal, chat, by)}
