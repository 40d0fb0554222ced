"""`imopenlines.session.*`: joining, starting and taking over, hidden and pinned dialogs."""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.errors import VendorError
from app.sandbox.lines import closing, notes, sessions, transfers, votes
from app.sandbox.messenger import posting
from app.sandbox.methods.imopenlines_base import (
    SCOPES,
    UNDOCUMENTED,
    access_denied,
    dialog,
    may_open,
    session_of,
)
from app.sandbox.params import Params, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

MAX_COMMENT = 10_000


@rest_method("imopenlines.session.join", basis="documented", scopes=SCOPES)
def session_join(portal: Portal, params: Params) -> object:
    """Sit in a dialog without taking it."""
    chat, user = dialog(portal, params), caller_of(portal).user.id
    if user not in chat.members:
        chat.members.add(user)
        posting.note(portal, chat, notes.joined(portal, user))
    return True


@rest_method("imopenlines.session.start", basis="documented", scopes=SCOPES)
def session_start(portal: Portal, params: Params) -> object:
    """A new session of the chat with the caller as its operator."""
    sessions.start(portal, dialog(portal, params), caller_of(portal).user.id)
    return True


@rest_method(
    "imopenlines.message.session.start",
    basis="documented",
    note="The refusal of a message that is not in the chat is a guess.",
    scopes=SCOPES,
)
def message_session_start(portal: Portal, params: Params) -> object:
    """The same; the messages from one on belong to the new session."""
    params = upper(params)
    chat, message_id = dialog(portal, params), to_int(params.get("MESSAGE_ID"))
    following = [row for row in chat.messages if row.id >= message_id]
    if not following or following[0].id != message_id:
        raise VendorError("", "The message was not found in the chat")
    session = sessions.start(portal, chat, caller_of(portal).user.id)
    for message in following:
        message.session = session.id
    return True


@rest_method("imopenlines.session.intercept", basis="documented", scopes=SCOPES)
def session_intercept(portal: Portal, params: Params) -> object:
    """Take a dialog from its operator."""
    if to_int(params.get("CHAT_ID")) <= 0:
        raise VendorError("CHAT_ID_EMPTY", "Chat ID can't be empty")
    chat, user = portal.line_chats.get(to_int(params["CHAT_ID"])), caller_of(portal).user.id
    allowed = chat is not None and may_open(portal, chat)
    if chat is None or not allowed or not transfers.intercept(portal, chat, user):
        raise VendorError("OPERATOR_WRONG", "You can not redirect to this operator")
    return True


@rest_method(
    "imopenlines.session.mode.silent",
    basis="documented",
    note="Deprecated. Operators' messages are hidden and not sent until it is switched off.",
    scopes=SCOPES,
)
def session_mode_silent(portal: Portal, params: Params) -> object:
    """Hidden mode: only `Y` switches it on."""
    dialog(portal, params).silent = to_text(params.get("ACTIVATE")) == "Y"
    return True


@rest_method("imopenlines.session.mode.pin", basis="documented", scopes=SCOPES)
def session_mode_pin(portal: Portal, params: Params) -> object:
    """Pin a dialog, or with `N` unpin it; a pinned one does not end by the clock."""
    _pin(portal, params, pinned=to_text(params.get("ACTIVATE", "Y")) != "N")
    return True


@rest_method(
    "imopenlines.session.mode.unpin", basis="server source", note=UNDOCUMENTED, scopes=SCOPES
)
def session_mode_unpin(portal: Portal, params: Params) -> object:
    """Unpin a dialog."""
    _pin(portal, params, pinned=False)
    return True


@rest_method("imopenlines.session.mode.pinAll", basis="documented", scopes=SCOPES)
def session_mode_pin_all(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has none
    """Pin all dialogs of the caller; the numbers of their sessions."""
    return [_set_pin(portal, chat, row, pinned=True) for chat, row in _own(portal)]


@rest_method("imopenlines.session.mode.unpinAll", basis="documented", scopes=SCOPES)
def session_mode_unpin_all(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has none
    """Unpin all dialogs of the caller; the numbers of their sessions."""
    return [_set_pin(portal, chat, row, pinned=False) for chat, row in _own(portal) if row.pinned]


@rest_method(
    "imopenlines.session.head.vote",
    basis="documented",
    note="Only administrators may, and a rating outside 1 to 5 counts as none: both are a guess.",
    scopes=SCOPES,
)
def session_head_vote(portal: Portal, params: Params) -> object:
    """A supervisor rates a session from 1 to 5, or comments on it."""
    if to_int(params.get("SESSION_ID")) <= 0:
        raise VendorError("EMPTY_SESSION_ID", "Session ID can't be empty")
    rating, comment = to_int(params.get("RATING")), to_text(params.get("COMMENT"))
    if not 1 <= rating <= 5 and not comment:
        text = "At least one of the parameters RATING or COMMENT must be specified"
        raise VendorError("EMPTY_VOTE_PARAMS", text)
    found = session_of(portal, to_int(params["SESSION_ID"]))
    if found is None or not caller_of(portal).user.admin:
        raise access_denied()
    kept = rating if 1 <= rating <= 5 else None
    votes.rate_as_head(found[1], kept, comment[:MAX_COMMENT] or None)
    return True


def _pin(portal: Portal, params: Params, *, pinned: bool) -> None:
    if params.get("CHAT_ID") is None:
        raise VendorError("CHAT_ID_EMPTY", "Chat ID can't be empty")
    chat = dialog(portal, params)
    if chat.session:
        _set_pin(portal, chat, chat.session, pinned=pinned)


def _set_pin(portal: Portal, chat: LineChat, session: Session, *, pinned: bool) -> int:
    session.pinned, session.touched_at = pinned, portal.now
    closing.watch(portal, chat, session)
    return session.id


def _own(portal: Portal) -> list[tuple[LineChat, Session]]:
    user = caller_of(portal).user.id
    chats = [portal.line_chats[number] for number in portal.open_dialogs.values()]
    return [(chat, row) for chat in chats if (row := chat.session) and row.operator == user]
