"""What the control interface can order: the table of orders and the help they share.

Each order is `(portal, fields) -> fields of the answer`; its name is the last part of the address.
"""

from collections.abc import Callable
from typing import Any

from app.sandbox.conversation import LineChat, Message
from app.sandbox.errors import ControlError
from app.sandbox.model import App
from app.sandbox.params import to_int, to_text
from app.sandbox.portal import Portal

Fields = dict[str, Any]
Act = Callable[[Portal, Fields], Fields]

ORDERS: dict[str, Act] = {}


def order(name: str) -> Callable[[Act], Act]:
    """Register an order."""

    def register(act: Act) -> Act:
        ORDERS[name] = act
        return act

    return register


def find_chat(portal: Portal, fields: Fields) -> LineChat:
    """The chat of an open line that `chat_id` names."""
    chat = portal.line_chats.get(to_int(fields.get("chat_id")))
    if chat is None:
        raise ControlError("There is no such chat.", 404)
    return chat


def find_message(portal: Portal, fields: Fields) -> tuple[LineChat, Message]:
    """The message in an open line that `message_id` names, with its chat."""
    chat, message = portal.messages.get(to_int(fields.get("message_id")), (None, None))
    if not isinstance(chat, LineChat) or message is None:
        raise ControlError("There is no such message.", 404)
    return chat, message


def operator_of(portal: Portal, chat: LineChat, fields: Fields) -> int:
    """Who acts: `user_id`, else the dialog's operator, else the first employee."""
    if fields.get("user_id") is not None:
        user = to_int(fields["user_id"])
        if user not in portal.users or portal.users[user].bot:
            raise ControlError("There is no such operator.", 404)
        return user
    session = chat.session
    last = session.operator or session.assigned if session else None
    return last or next(iter(portal.users))


def find_app(portal: Portal, fields: Fields) -> App:
    """The application that `client_id` names, else the portal's first one."""
    app = portal.apps.get(to_text(fields.get("client_id", portal.app.client_id)))
    if app is None:
        raise ControlError("There is no such application.", 404)
    return app


def administrator(portal: Portal) -> int:
    """Who acts where only an administrator may."""
    return next(user.id for user in portal.users.values() if user.admin and user.active)
