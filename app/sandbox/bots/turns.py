"""A bot's turn in a dialog of an open line, and how it ends. Also the end of a bot itself.

While `Session.bot` is set the dialog is in no queue. A bot ends its turn by handing the dialog to
the queue, by passing it to somebody, or by leaving; one that keeps silent loses it.
"""

from app.sandbox.bot_records import Bot
from app.sandbox.bots import books, telling
from app.sandbox.conversation import Chat, LineChat
from app.sandbox.lines import closing, line_settings, notes, operators, routing, sessions, transfers
from app.sandbox.messenger import drive, posting
from app.sandbox.portal import Portal
from app.sandbox.schedule import job


def hand_over(portal: Portal, chat: LineChat) -> None:
    """The bot leaves the dialog to the queue."""
    session = chat.session
    if session is None:
        return
    if session.bot is not None:
        posting.note(
            portal, chat, f"{notes.mention(portal, session.bot)} leaves the dialog to the queue"
        )
        chat.members.discard(session.bot)
    sessions.into_queue(portal, chat)
    operators.watch(portal, chat)


def pass_to(portal: Portal, chat: LineChat, user: int, *, leave: bool) -> bool:
    """The bot passes the dialog to an employee; until he takes it the bot stays, or it leaves.

    False when he cannot have it.
    """
    session, target = chat.session, portal.users.get(user)
    if session is None or session.bot is None:
        return False
    bot = session.bot
    if leave:
        return transfers.to_user(portal, chat, user, by=bot)
    if target is None or not target.active or target.bot:
        return False
    session.bot = None
    routing.hold(portal, chat, session, user)
    chat.members = {user, bot}
    posting.note(portal, chat, notes.transferred(portal, bot, notes.mention(portal, user)))
    return True


def pass_to_line(portal: Portal, chat: LineChat, line: int, *, leave: bool) -> bool:
    """The same with the queue of a line."""
    session = chat.session
    bot = session.bot if session else None
    if bot is None or not transfers.to_line(portal, chat, line, by=bot):
        return False
    if leave:
        chat.members.discard(bot)
    operators.watch(portal, chat)
    return True


def step_out(portal: Portal, chat: LineChat) -> None:
    """The bot leaves: the line's settings say whether the queue goes on or the dialog ends."""
    session, line = chat.session, line_settings.of(portal, chat)
    if session is None or session.bot is None:
        return
    if line and line.fields.get("WELCOME_BOT_LEFT") == "close":
        chat.members.discard(session.bot)
        bot, session.bot = session.bot, None
        closing.close(portal, chat, by=bot)
    else:
        hand_over(portal, chat)


@job
def dismiss_silent_bot(portal: Portal, chat_id: int, session_id: int, message_id: int) -> None:
    """The bot's time is over: when it has not answered the customer's message, it has to leave."""
    chat = portal.line_chats[chat_id]
    session = chat.session
    if session is None or session.id != session_id or session.bot is None:
        return
    if not _has_spoken(chat, session.bot, message_id):
        step_out(portal, chat)


def forget(portal: Portal, bot: Bot, *, by: int) -> None:
    """A bot ends: it hears so, its dialogs go on without it, its private chats vanish."""
    telling.tell_end(portal, bot, by=by)
    for chat in list(portal.chats.values()):
        if bot.id in chat.members or (isinstance(chat, LineChat) and _holds(chat, bot.id)):
            _abandon(portal, chat, bot.id)
    for command in books.commands_of(portal, bot):
        books.remove_command(portal, command)
    books.remove(portal, bot)


def forget_app(portal: Portal, owner: str) -> None:
    """The bots of an application that goes away; nobody is left to hear of it."""
    for bot in books.owned(portal, owner):
        bot.handlers, bot.webhook = {}, ""
        forget(portal, bot, by=0)


def _abandon(portal: Portal, chat: Chat, bot: int) -> None:
    if chat.kind == "private":
        posting.forget(portal, chat)
        files = portal.drive.files.items()
        for number in [number for number, row in files if row.folder == chat.folder]:
            drive.forget(portal, number)
        portal.chats.pop(chat.id, None)
        portal.private_chats.pop((min(chat.members), max(chat.members)), None)
        return
    if isinstance(chat, LineChat) and _holds(chat, bot):
        step_out(portal, chat)
    chat.members.discard(bot)
    chat.managers.discard(bot)
    if chat.owner == bot:
        people = (user for user in sorted(chat.members) if not portal.users[user].bot)
        chat.owner = next(people, 0)


def _holds(chat: LineChat, bot: int) -> bool:
    return chat.session is not None and chat.session.bot == bot


def _has_spoken(chat: LineChat, bot: int, since: int) -> bool:
    for message in reversed(chat.messages):
        if message.id <= since:
            return False
        if message.author == bot and message.kind == "operator":
            return True
    return False
