"""The scripted operator: answers a new dialog after a moment, when switched on."""

from app.sandbox import outgoing
from app.sandbox.conversation import Chat, Session
from app.sandbox.portal import Portal


def watch(portal: Portal, chat: Chat) -> None:
    """Remember to answer a dialog that has just begun."""
    session = chat.session
    if not portal.auto_operator or session is None:
        return
    waiting = session

    def answer_if_nobody_did() -> None:
        if portal.auto_operator and waiting.open and waiting.operator is None:
            _answer(portal, chat, waiting)

    portal.schedule.at(portal.now + portal.operator_delay, answer_if_nobody_did)


def _answer(portal: Portal, chat: Chat, session: Session) -> None:
    line = portal.lines.get(chat.line)
    operator = session.assigned or next(iter(portal.users))
    if line and line.active:
        replies = portal.seed.replies
        outgoing.reply(portal, chat, operator, replies[session.id % len(replies)])
