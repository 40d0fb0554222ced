"""Orders about who works on a dialog and how, and about choosing a line for a channel."""

from app.sandbox import placements
from app.sandbox.errors import ControlError
from app.sandbox.lines import channels, sessions, transfers, votes
from app.sandbox.orders.base import Fields, find_chat, operator_of, order
from app.sandbox.params import to_int, to_text
from app.sandbox.portal import Portal

MAX_COMMENT = 10_000


@order("transfer")
def transfer(portal: Portal, fields: Fields) -> Fields:
    """The dialog changes hands: `chat_id`, `to_user` or `to_line`, `user_id`?."""
    chat, by = find_chat(portal, fields), operator_of(portal, find_chat(portal, fields), fields)
    user, line = to_int(fields.get("to_user")), to_int(fields.get("to_line"))
    if bool(user) == bool(line):
        raise ControlError("A transfer needs to_user or to_line.")
    done = (
        transfers.to_user(portal, chat, user, by=by)
        if user
        else transfers.to_line(portal, chat, line, by=by)
    )
    if not done:
        raise ControlError("The dialog is closed, or nobody of that number can take it.", 409)
    return {}


@order("skip")
def skip(portal: Portal, fields: Fields) -> Fields:
    """The operator refuses the dialog, so that the next has his turn: `chat_id`, `user_id`?."""
    chat = find_chat(portal, fields)
    if not transfers.skip(portal, chat, operator_of(portal, chat, fields)):
        raise ControlError("The dialog is closed, or it is another operator's.", 409)
    return {}


@order("join")
def join(portal: Portal, fields: Fields) -> Fields:
    """Somebody sits down beside the dialog's operator: `chat_id`, `user_id`?."""
    chat = find_chat(portal, fields)
    session = sessions.join(portal, chat, operator_of(portal, chat, fields))
    return {"session_id": session.id}


@order("intercept")
def intercept(portal: Portal, fields: Fields) -> Fields:
    """Somebody takes the dialog from its operator: `chat_id`, `user_id`?."""
    chat = find_chat(portal, fields)
    if not transfers.intercept(portal, chat, operator_of(portal, chat, fields)):
        raise ControlError("The dialog is closed, or it is this operator's already.", 409)
    return {}


@order("silent")
def silent(portal: Portal, fields: Fields) -> Fields:
    """Operators' messages are hidden from the customer, or no longer: `chat_id`, `on`."""
    chat, on = find_chat(portal, fields), fields.get("on")
    if not isinstance(on, bool):
        raise ControlError("on is true or false.")
    chat.silent = on
    return {}


@order("head-vote")
def head_vote(portal: Portal, fields: Fields) -> Fields:
    """The supervisor rates the newest session: `chat_id`, `rating`? from 1 to 5, `comment`?."""
    chat, rating = find_chat(portal, fields), to_int(fields.get("rating"))
    comment = to_text(fields.get("comment"))[:MAX_COMMENT]
    if not chat.sessions or (not 1 <= rating <= 5 and not comment):
        raise ControlError("A vote needs a session, and a rating from 1 to 5 or a comment.")
    votes.rate_as_head(chat.sessions[-1], rating if 1 <= rating <= 5 else None, comment or None)
    return {}


@order("connect")
def connect(portal: Portal, fields: Fields) -> Fields:
    """The administrator presses Connect: only ACTIVE is raised: `connector`, `line`."""
    connector, line = channels.find(portal, to_text(fields.get("connector"))), fields.get("line")
    if connector is None:
        raise ControlError("There is no such connector.", 404)
    if to_int(line) not in portal.lines:
        raise ControlError("There is no such line.", 404)
    return {"options": placements.connect(portal, connector, to_int(line))}
