"""The books in which bots and their commands stand, with their bounds.

A bot is a user of the portal with `bot=True`; its record says which application or webhook runs it
and where it hears of events. Knows no method and no event's shape.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.sandbox.bot_records import Bot, Command, Told
from app.sandbox.lines.conversation import Chat
from app.sandbox.model import User
from app.sandbox.portal import Portal

#: Bots of one application: by the older methods, and by the newer ones.
MAX_BOTS, MAX_NEW_BOTS = 5, 100
#: Bots of the whole portal, commands of one bot.
MAX_ALL, MAX_COMMANDS = 500, 100
MAX_ALL_COMMANDS = 5_000
#: Events that a polling bot has not fetched, and that all of them have not: the oldest make room,
#: of all bots those of the one that has the most. None is kept for over a day.
MAX_LOG, MAX_LOGS, LOG_SECONDS = 1_000, 10_000, 86_400
#: Dialogs in which a bot is seen to type.
MAX_TYPING = 100
#: Older letter of a bot's type -> its newer name.
KINDS = {"B": "bot", "O": "openline", "H": "bot", "S": "supervisor", "N": "network"}


def owned(portal: Portal, owner: str) -> list[Bot]:
    """The bots of an application or webhook, the oldest first."""
    return [bot for bot in portal.bots.values() if bot.owner == owner]


def present(portal: Portal, chat: Chat) -> list[Bot]:
    """The bots that sit in a chat."""
    found = [portal.bots[user] for user in sorted(chat.members) if user in portal.bots]
    for bot in found:
        bot.chats.add(chat.id)
    return found


def company(portal: Portal, bot: Bot) -> tuple[int, int]:
    """In how many chats a bot sits, and with how many people."""
    known = [portal.chats[number] for number in bot.chats if number in portal.chats]
    here = [chat for chat in known if bot.id in chat.members]
    bot.chats = {chat.id for chat in here}
    people = set().union(*(chat.members for chat in here)) if here else set()
    return len(here), sum(user not in portal.bots for user in people)


def new_id(portal: Portal) -> int:
    """The number of a new bot: users, bots and customers are numbered together."""
    below = portal.seed.first_ids["customer"]
    number = portal.next_id("bot")
    while number in portal.users and number < below:
        number = portal.next_id("bot")
    return number if number < below else portal.next_id("customer")


def add(portal: Portal, bot: Bot, user: User) -> None:
    """Put a new bot and its user into the books."""
    portal.users[user.id] = user
    portal.bots[bot.id] = bot


def remove(portal: Portal, bot: Bot) -> None:
    """Take a bot out of the books. Its user stays where a message of his is left, switched off."""
    del portal.bots[bot.id]
    portal.users[bot.id] = replace(portal.users[bot.id], active=False)
    if not bot.sent:
        del portal.users[bot.id]


def commands_of(portal: Portal, bot: int) -> Iterator[Command]:
    """The commands of a bot."""
    return (command for command in portal.commands.values() if command.bot == bot)


def room_for_command(portal: Portal, bot: int) -> bool:
    """Whether a bot may have one more command."""
    own = sum(1 for _ in commands_of(portal, bot))
    return own < MAX_COMMANDS and len(portal.commands) < MAX_ALL_COMMANDS


def find_command(portal: Portal, bot: int, word: str) -> Command | None:
    """A bot's command of that name."""
    return next((row for row in commands_of(portal, bot) if row.word == word.lower()), None)


def remember(portal: Portal, bot: Bot, event: str, data: dict[str, Any]) -> None:
    """Write into the log of a bot that polls."""
    bot.log.append(Told(portal.next_id("im_event"), portal.now, event, data))
    kept(portal, bot)
    if sum(len(other.log) for other in portal.bots.values()) > MAX_LOGS:
        fullest = max(portal.bots.values(), key=lambda other: len(other.log))
        del fullest.log[0]


def kept(portal: Portal, bot: Bot) -> list[Told]:
    """The log without what is too old or too much."""
    fresh = [row for row in bot.log[-MAX_LOG:] if row.at + LOG_SECONDS > portal.now]
    bot.log = fresh
    return fresh


def type_in(portal: Portal, bot: Bot, dialog: str, seconds: float, status: str = "") -> None:
    """Show the bot as typing for a while."""
    bot.typing = {key: value for key, value in bot.typing.items() if value[0] > portal.now}
    bot.typing.pop(dialog, None)
    bot.typing[dialog] = (portal.now + seconds, status)
    for oldest in list(bot.typing)[:-MAX_TYPING]:
        del bot.typing[oldest]
