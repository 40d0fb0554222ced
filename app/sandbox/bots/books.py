"""The books in which bots and their commands stand, with their bounds.

A bot is a user of the portal with `bot=True`; its record says which application or webhook runs it
and where it hears of events. Knows no method and no event's shape.
"""

from dataclasses import replace
from typing import Any

from app.sandbox.bot_records import Bot, Command, Told
from app.sandbox.conversation import Chat
from app.sandbox.messenger import drive
from app.sandbox.model import User
from app.sandbox.portal import Portal

#: Bots of one application: by the older methods, and by the newer ones.
MAX_BOTS, MAX_NEW_BOTS = 5, 100
#: Bots of the whole portal, and with those that have gone; commands of one bot, and of all.
MAX_ALL, MAX_EVER = 200, 2_000
MAX_COMMANDS, MAX_ALL_COMMANDS = 100, 5_000
#: Events that a polling bot has not fetched, and that all of them have not: the oldest make room,
#: of all bots those of the one that has the most. None is kept for over a day.
MAX_LOG, MAX_LOGS, LOG_SECONDS = 1_000, 10_000, 86_400
#: Dialogs in which a bot is seen to type.
MAX_TYPING = 100
#: How many chats a bot has come into when those that it has left are forgotten.
_LEFT = 100
#: Older letter of a bot's type -> its newer name.
KINDS = {"B": "bot", "O": "openline", "H": "bot", "S": "supervisor", "N": "network"}


def owned(portal: Portal, owner: str) -> list[Bot]:
    """The bots of an application or webhook, the oldest first."""
    return [bot for bot in portal.bots.values() if bot.owner == owner]


def present(portal: Portal, chat: Chat) -> list[Bot]:
    """The bots that sit in a chat."""
    return [portal.bots[user] for user in sorted(chat.members) if user in portal.bots]


def seat(portal: Portal, chat: Chat) -> None:
    """Somebody came into a chat: its bots know that they sit there."""
    for bot in present(portal, chat):
        bot.chats.add(chat.id)
        if len(bot.chats) % _LEFT == 0:
            bot.chats = {known.id for known in chats_of(portal, bot)}


def chats_of(portal: Portal, bot: Bot) -> list[Chat]:
    """The chats in which a bot sits."""
    known = (portal.chats[number] for number in bot.chats if number in portal.chats)
    return [chat for chat in known if bot.id in chat.members]


def company(portal: Portal, bot: Bot) -> tuple[int, int]:
    """In how many chats a bot sits, and with how many people."""
    here = chats_of(portal, bot)
    people = set().union(*(chat.members for chat in here)) if here else set()
    return len(here), sum(user not in portal.bots for user in people)


def is_full(portal: Portal) -> bool:
    """Whether there is no room for one more bot."""
    ever = sum(user.bot for user in portal.users.values())
    return len(portal.bots) >= MAX_ALL or ever >= MAX_EVER


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
    """Take a bot out of the books, and its picture off the drive.

    Its user stays where a message of his is left, switched off.
    """
    del portal.bots[bot.id]
    drive.discard(portal, portal.users[bot.id].photo)
    portal.users[bot.id] = replace(portal.users[bot.id], active=False, photo="")
    if not bot.sent:
        del portal.users[bot.id]


def commands_of(portal: Portal, bot: Bot) -> list[Command]:
    """The commands of a bot, the oldest first."""
    return [portal.commands[number] for number in sorted(bot.commands)]


def add_command(portal: Portal, command: Command) -> bool:
    """Put a command into the books, if there is room."""
    own = portal.bots[command.bot].commands
    if len(own) >= MAX_COMMANDS or len(portal.commands) >= MAX_ALL_COMMANDS:
        return False
    command.id = portal.next_id("command")
    portal.commands[command.id] = command
    own.add(command.id)
    return True


def remove_command(portal: Portal, command: Command) -> None:
    """Take a command out of the books."""
    del portal.commands[command.id]
    portal.bots[command.bot].commands.discard(command.id)


def find_command(portal: Portal, bot: int, word: str) -> Command | None:
    """A bot's command of that name."""
    own, word = commands_of(portal, portal.bots[bot]) if bot in portal.bots else [], word.lower()
    return next((row for row in own if row.word == word), None)


def remember(portal: Portal, bot: Bot, event: str, data: dict[str, Any]) -> None:
    """Write into the log of a bot that polls."""
    bot.log.append(Told(portal.next_id("im_event"), portal.now, event, data))
    kept(portal, bot)
    if sum(len(other.log) for other in portal.bots.values()) > MAX_LOGS:
        fullest = max(portal.bots.values(), key=lambda other: len(other.log))
        del fullest.log[0]


def kept(portal: Portal, bot: Bot) -> list[Told]:
    """The log without what is too old or too much."""
    old = portal.now - LOG_SECONDS
    if len(bot.log) > MAX_LOG or (bot.log and bot.log[0].at <= old):
        bot.log = [row for row in bot.log[-MAX_LOG:] if row.at > old]
    return bot.log


def type_in(portal: Portal, bot: Bot, dialog: str, seconds: float, status: str = "") -> None:
    """Show the bot as typing for a while."""
    bot.typing = {key: value for key, value in bot.typing.items() if value[0] > portal.now}
    bot.typing.pop(dialog, None)
    bot.typing[dialog] = (portal.now + seconds, status)
    for oldest in list(bot.typing)[:-MAX_TYPING]:
        del bot.typing[oldest]
