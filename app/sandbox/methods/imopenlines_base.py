"""What the `imopenlines.*` methods share: the dialog that a call names, and who may see it."""

from app.sandbox.conversation import LineChat, Session
from app.sandbox.errors import VendorError
from app.sandbox.lines import line_settings
from app.sandbox.model import Line
from app.sandbox.params import Params, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of

SCOPES = ("imopenlines",)
UNDOCUMENTED = "Has no page; parameters and codes as in the vendor's server."


def dialog(portal: Portal, params: Params) -> LineChat:
    """The dialog of CHAT_ID; the refusals that all of an operator's acts have in common."""
    chat = portal.chats.get(to_int(params.get("CHAT_ID")))
    if chat is None:
        raise VendorError("CHAT_ID", "The chat identifier is not valid")
    if not isinstance(chat, LineChat):
        raise VendorError("CHAT_TYPE", "The chat is not an open line chat")
    if not may_open(portal, chat):
        raise access_denied()
    return chat


def may_open(portal: Portal, chat: LineChat) -> bool:
    """Whether the caller may see a dialog: he sits in it, or may see its line."""
    line, user = line_settings.of(portal, chat), caller_of(portal).user
    return user.id in chat.members or user.admin or bool(line and may_see(portal, line))


def may_see(portal: Portal, line: Line) -> bool:
    """Administrators see every line, employees those in whose queue they stand."""
    user = caller_of(portal).user
    return user.admin or user.id in line.queue


def access_denied() -> VendorError:
    """The refusal of a dialog that is not the caller's business."""
    return VendorError(
        "ACCESS_DENIED", "You cannot open this conversation as you do not have sufficient rights"
    )


def session_of(portal: Portal, session_id: int) -> tuple[LineChat, Session] | None:
    """The session of that number with its chat."""
    chat = portal.session_chats.get(session_id)
    found = [row for row in chat.sessions if row.id == session_id] if chat else []
    return (chat, found[0]) if chat and found else None


def by_user_code(portal: Portal, code: str) -> LineChat | None:
    """The dialog of a key `connector|line|chat|user`, with `imol|` before it or without."""
    connector, _, rest = code.removeprefix("imol|").partition("|")
    line, _, rest = rest.partition("|")
    external, _, user = rest.rpartition("|")
    if not (line.isdecimal() and user.isdecimal()):
        return None
    return portal.chats_by_key.get((connector, to_int(line), external, to_int(user)))


def by_any_key(portal: Portal, params: Params) -> LineChat | None:
    """The dialog that CHAT_ID, DIALOG_ID, SESSION_ID or USER_CODE names; the first given counts."""
    if params.get("CHAT_ID") is not None:
        return portal.line_chats.get(to_int(params["CHAT_ID"]))
    if params.get("DIALOG_ID") is not None:
        name = to_text(params["DIALOG_ID"]).strip()
        return portal.line_chats.get(to_int(name[4:])) if name.startswith("chat") else None
    if params.get("SESSION_ID") is not None:
        return portal.session_chats.get(to_int(params["SESSION_ID"]))
    return by_user_code(portal, to_text(params.get("USER_CODE")))
