"""The scripted operator: answers a new dialog after a moment, when switched on."""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.lines import line_settings, outgoing
from app.sandbox.messenger import posting
from app.sandbox.portal import Portal
from app.sandbox.schedule import job


def watch(portal: Portal, chat: LineChat) -> None:
    """Remember to answer a dialog that has just begun."""
    session = chat.session
    if not portal.auto_operator or session is None:
        return
    due = portal.now + portal.operator_delay
    portal.schedule.at(due, answer_if_nobody_did, chat.id, session.id)


@job
def answer_if_nobody_did(portal: Portal, chat_id: int, session_id: int) -> None:
    """The scripted operator's turn, unless a person was faster."""
    chat = portal.line_chats[chat_id]
    session = chat.session
    if session is None or session.id != session_id or session.bot is not None:
        return
    if portal.auto_operator and session.operator is None:
        _answer(portal, chat, session)


def _answer(portal: Portal, chat: LineChat, session: Session) -> None:
    line = line_settings.of(portal, chat)
    operator = session.assigned or next(iter(portal.users))
    text = portal.seed.replies[session.id % len(portal.seed.replies)]
    if line and line.active and posting.has_room(portal, text, [], {}):
        outgoing.reply(portal, chat, operator, text)
