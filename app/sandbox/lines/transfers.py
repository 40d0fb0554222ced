"""A dialog changes hands: passed to a colleague or another line, refused, taken over.

The channel keeps naming the line where the dialog began. Knows no REST; a refusal is False.
"""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.crm import tracker
from app.sandbox.lines import notes, routing, sessions
from app.sandbox.messenger import posting
from app.sandbox.portal import Portal


def to_user(portal: Portal, chat: LineChat, user: int, *, by: int | None) -> bool:
    """Make a colleague the operator. False when the dialog is closed or he cannot be one."""
    session, target = chat.session, portal.users.get(user)
    if session is None or target is None or not target.active or target.bot:
        return False
    if session.operator == user:
        return False
    sessions.hand_to(portal, chat, session, user)
    tracker.on_transfer(portal, chat, user)
    posting.note(portal, chat, notes.transferred(portal, by, notes.mention(portal, user)))
    routing.serve_waiting(portal)
    return True


def to_line(portal: Portal, chat: LineChat, line_id: int, *, by: int | None) -> bool:
    """Put the dialog into the queue of a line. False when it is closed or the line is not there."""
    session, line = chat.session, portal.lines.get(line_id)
    if session is None or line is None or not line.active:
        return False
    sessions.into_queue(portal, chat, line_id)
    posting.note(portal, chat, notes.transferred(portal, by, notes.line_of(line)))
    return True


def skip(portal: Portal, chat: LineChat, user: int) -> bool:
    """Refuse a dialog: the next in the queue has his turn. False when it is not his to refuse."""
    session = chat.session
    if session is None or (session.operator is not None and session.operator != user):
        return False
    for refused in {session.operator or session.assigned or user, user}:
        if refused not in session.tried:
            session.tried.append(refused)
    session.tried.sort()
    routing.hold(portal, chat, session, None)
    session.operator = session.close_due = None
    session.status, chat.owner = sessions.SKIPPED, 0
    posting.note(portal, chat, notes.skipped(portal, user))
    routing.assign(portal, chat)
    return True


def intercept(portal: Portal, chat: LineChat, user: int) -> bool:
    """Take a dialog from its operator. False when there is none to take it from, or it is his."""
    session = chat.session
    if session is None or session.operator == user or not _may_take(portal, session, user):
        return False
    sessions.hand_to(portal, chat, session, user)
    tracker.on_transfer(portal, chat, user)
    posting.note(portal, chat, notes.intercepted(portal, user))
    routing.serve_waiting(portal)
    return True


def _may_take(portal: Portal, session: Session, user: int) -> bool:
    person = portal.users.get(user)
    return person is not None and person.active and not person.bot and session.status < 60
