"""Sessions of a chat: opened by a message, given to operators, answered by them.

A chat remembers its newest `MAX_SESSIONS`.
"""

from app.sandbox import bots
from app.sandbox.conversation import LineChat, Session
from app.sandbox.crm import tracker
from app.sandbox.errors import VendorError
from app.sandbox.lines import closing, line_events, notes, routing
from app.sandbox.messenger import posting
from app.sandbox.portal import Portal

MAX_SESSIONS = 1_000
NEW, SKIPPED, ANSWERED, CUSTOMER_WROTE, CUSTOMER_WROTE_AGAIN = 0, 5, 10, 20, 25
OPERATOR_WROTE, CLOSING, CLOSED = closing.OPERATOR_WROTE, closing.CLOSING, closing.CLOSED


def begin(
    portal: Portal, chat: LineChat, *, operator: int | None = None, tracked: bool = True
) -> Session:
    """Open a session: in the line's queue, or straight in the hands of an operator.

    The CRM does not hear of one that is not `tracked`.
    """
    parent = chat.sessions[-1].id if chat.sessions else 0
    session = Session(portal.next_id("session"), portal.now, parent, touched_at=portal.now)
    remember(portal, chat, session)
    chat.members, chat.silent, chat.owner = set(), False, 0
    if tracked:
        tracker.on_session(portal, chat, session)
    if operator is None and not bots.on_session(portal, chat, session):
        into_queue(portal, chat)
        tracker.on_operator(portal, chat, session.assigned)
    line_events.session_told(portal, chat, session, by=operator)
    if operator is not None:
        answer(portal, chat, operator)
    return session


def into_queue(portal: Portal, chat: LineChat, line: int | None = None) -> None:
    """Offer the open dialog to the queue, of another line if one is named, as if it were new."""
    session = chat.session
    if session is None:
        return
    if line is not None:
        session.line = 0 if line == chat.line else line
    routing.hold(portal, chat, session, None)
    session.operator = session.bot = None
    session.status, session.close_due = NEW, None
    session.tried.clear()
    chat.owner = 0
    routing.assign(portal, chat)


def remember(portal: Portal, chat: LineChat, session: Session) -> None:
    """Put a session into the books; of too many the oldest is forgotten."""
    chat.sessions.append(session)
    if len(chat.sessions) > MAX_SESSIONS:
        del portal.session_chats[chat.sessions.pop(0).id]
    portal.session_chats[session.id] = chat
    if session.open:
        portal.open_dialogs[session.id] = chat.id
        routing.hold(portal, chat, session, session.assigned)


def answer(portal: Portal, chat: LineChat, user: int) -> Session:
    """Take the dialog; a closed one is opened again. Refused when another operator has it."""
    session = chat.session
    if session is None:
        return begin(portal, chat, operator=user)
    if session.operator is not None and session.operator != user:
        raise VendorError("", "")
    if session.operator is None:
        hand_to(portal, chat, session, user)
        tracker.on_operator(portal, chat, user)
        posting.note(portal, chat, notes.answered(portal, user))
    return session


def hand_to(portal: Portal, chat: LineChat, session: Session, user: int) -> None:
    """Make somebody the operator of an open dialog; a bot leaves it to him."""
    routing.hold(portal, chat, session, user)
    session.operator = user
    session.bot = None
    session.status = max(session.status, ANSWERED)
    chat.members, chat.owner = {user}, user
    routing.taken(portal, session)


def join(portal: Portal, chat: LineChat, user: int) -> Session:
    """Come into a dialog: take it when nobody has, else sit beside its operator; bots take none."""
    session = chat.session
    if user in portal.bots:
        session = session or begin(portal, chat)
        chat.members.add(user)
        return session
    if session is None or session.operator is None:
        return answer(portal, chat, user)
    if user not in chat.members:
        chat.members.add(user)
        posting.note(portal, chat, notes.joined(portal, user))
    return session


def start(portal: Portal, chat: LineChat, user: int) -> Session:
    """A new session with an operator in it; one that is still open ends."""
    if chat.session:
        closing.finish(portal, chat, chat.session, user, CLOSED)
    return begin(portal, chat, operator=user)


def customer_wrote(portal: Portal, chat: LineChat, session: Session) -> None:
    """Note that it is the operator's turn; a session that waits for closing goes on."""
    session.vote_asked_at = None
    if session.operator is None:
        session.status = SKIPPED if session.status == SKIPPED else NEW
    else:
        again = session.status in (OPERATOR_WROTE, CLOSING, CUSTOMER_WROTE_AGAIN)
        session.status = CUSTOMER_WROTE_AGAIN if again else CUSTOMER_WROTE
    closing.touch(portal, chat, session)
    routing.starting_again(portal, chat, session)


def operator_wrote(portal: Portal, chat: LineChat, session: Session) -> None:
    """Note that it is the customer's turn."""
    session.status, session.vote_asked_at = OPERATOR_WROTE, None
    closing.touch(portal, chat, session)
