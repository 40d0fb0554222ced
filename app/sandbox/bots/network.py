"""Open lines of other portals, as the vendor's network brings them: each talks through a bot.

The lines are those of the seed. A line writes to an employee at most once a week.
"""

from dataclasses import dataclass
from typing import Any

from app.sandbox.bot_records import Bot
from app.sandbox.bots import books
from app.sandbox.conversation import Message
from app.sandbox.messenger import chats, posts
from app.sandbox.model import User
from app.sandbox.portal import Portal

WEEK = 7 * 86_400
OWNER = "network"


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A line of another portal."""

    code: str
    name: str
    active: bool


def find(portal: Portal, code: str) -> NetworkLine | None:
    """The line of that code."""
    found = (NetworkLine(**row) for row in portal.seed.network_lines if row["code"] == code)
    return next(found, None)


def join(portal: Portal, line: NetworkLine, *, by: int) -> Bot:
    """The bot of a line; made when it is first needed."""
    for bot in books.owned(portal, OWNER):
        if bot.code == line.code:
            return bot
    bot = Bot(books.new_id(portal), line.code, OWNER, by, kind="network", letter="N")
    books.add(portal, bot, User(id=bot.id, name=line.name, last_name="", bot=True))
    return bot


def may_write(portal: Portal, line: NetworkLine, user: int) -> bool:
    """Whether the line has left the employee alone for a week."""
    written = portal.network_sent.get((line.code, user))
    return written is None or portal.now - written >= WEEK


def write(
    portal: Portal, line: NetworkLine, user: int, text: str, *, by: int, extras: dict[str, Any]
) -> Message | None:
    """A message from the line to an employee; None when there is no such employee."""
    person = portal.users.get(user)
    if person is None or person.bot or not person.active:
        return None
    bot = join(portal, line, by=by)
    chat = chats.private(portal, bot.id, user)
    if chat is None:
        return None
    long_ago = portal.now - WEEK
    portal.network_sent = {key: at for key, at in portal.network_sent.items() if at > long_ago}
    portal.network_sent[line.code, user] = portal.now
    bot.sent += 1
    return posts.post(portal, chat, bot.id, text, **extras)
