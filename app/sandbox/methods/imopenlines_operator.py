"""`imopenlines.operator.*`: what an operator does with a dialog; `message.quick.save`."""

from app.sandbox.conversation import LineChat, QuickAnswer
from app.sandbox.errors import VendorError
from app.sandbox.lines import closing, sessions, transfers
from app.sandbox.methods.imopenlines_base import SCOPES, dialog, may_open
from app.sandbox.params import Params, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

MAX_QUICK_ANSWERS = 1000


@rest_method("imopenlines.operator.answer", basis="documented", scopes=SCOPES)
def operator_answer(portal: Portal, params: Params) -> object:
    """Take the dialog; when a colleague was faster the code of the refusal is empty."""
    sessions.answer(portal, dialog(portal, upper(params)), caller_of(portal).user.id)
    return True


@rest_method("imopenlines.operator.finish", basis="documented", scopes=SCOPES)
def operator_finish(portal: Portal, params: Params) -> object:
    """Close an own dialog."""
    chat, user = dialog(portal, upper(params)), caller_of(portal).user.id
    if chat.session is None or chat.session.operator != user:
        code = "" if portal.options.empty_codes else "ERROR_USER_NOT_OPERATOR"
        raise VendorError(code, "You are not the operator of the dialog")
    closing.close(portal, chat, by=user)
    return True


@rest_method("imopenlines.operator.another.finish", basis="documented", scopes=SCOPES)
def operator_another_finish(portal: Portal, params: Params) -> object:
    """Close somebody's dialog; the parameter's name is not folded."""
    closing.close(portal, dialog(portal, params), by=caller_of(portal).user.id)
    return True


@rest_method("imopenlines.operator.skip", basis="documented", scopes=SCOPES)
def operator_skip(portal: Portal, params: Params) -> object:
    """Pass the dialog to the next in the queue."""
    if not transfers.skip(portal, dialog(portal, upper(params)), caller_of(portal).user.id):
        raise VendorError("ACCESS_DENIED_KICK", "You cannot pass this conversation on")
    return True


@rest_method("imopenlines.operator.spam", basis="documented", scopes=SCOPES)
def operator_spam(portal: Portal, params: Params) -> object:
    """Mark the dialog as spam and close it."""
    chat, user = dialog(portal, upper(params)), caller_of(portal).user.id
    closing.close(portal, chat, by=user, spam=True)
    return True


@rest_method("imopenlines.operator.transfer", basis="documented", scopes=SCOPES)
def operator_transfer(portal: Portal, params: Params) -> object:
    """Hand the dialog to another operator or line; the parameters' names are not folded."""
    if to_int(params.get("CHAT_ID")) <= 0:
        raise VendorError("CHAT_ID_EMPTY", "Chat ID can't be empty")
    user, line = transfer_target(params)
    chat, by = portal.line_chats.get(to_int(params["CHAT_ID"])), caller_of(portal).user.id
    if chat is None or not may_open(portal, chat) or not _hand_over(portal, chat, user, line, by):
        raise VendorError("OPERATOR_WRONG", "You cannot redirect to this operator")
    return True


def transfer_target(params: Params) -> tuple[int, int]:
    """Whom a transfer names: the user or, else, the line; TRANSFER_ID goes before the others."""
    target = to_text(params.get("TRANSFER_ID")).strip()
    if target.startswith("queue"):
        params = {"QUEUE_ID": target.removeprefix("queue")}
    elif target:
        params = {"USER_ID": target}
    for name, words in (("USER_ID", "User ID"), ("QUEUE_ID", "QUEUE ID")):
        if params.get(name) is not None:
            number = to_int(params[name])
            if number <= 0:
                raise VendorError(f"{name}_EMPTY", f"{words} can't be empty")
            return (number, 0) if name == "USER_ID" else (0, number)
    raise VendorError("TRANSFER_ID_EMPTY", "Queue ID or User ID can't be empty")


@rest_method(
    "imopenlines.message.quick.save",
    basis="documented",
    note=f"At most {MAX_QUICK_ANSWERS} are kept; nothing gives them back but the sandbox's state.",
    scopes=SCOPES,
)
def message_quick_save(portal: Portal, params: Params) -> object:
    """Keep a message of the chat as a quick answer of its line."""
    params = upper(params)
    chat, number = dialog(portal, params), to_int(params.get("MESSAGE_ID"))
    where, message = portal.messages.get(number, (None, None))
    full = len(portal.quick_answers) >= MAX_QUICK_ANSWERS
    if where is not chat or message is None or not message.text or full:
        raise VendorError("CANT_SAVE_QUICK_ANSWER", "Error saving quick answer")
    user, answer = caller_of(portal).user.id, portal.next_id("quick_answer")
    kept = QuickAnswer(answer, chat.line, message.text, user, portal.now)
    portal.quick_answers.append(kept)
    return True


def _hand_over(portal: Portal, chat: LineChat, user: int, line: int, by: int) -> bool:
    if user:
        return transfers.to_user(portal, chat, user, by=by)
    return transfers.to_line(portal, chat, line, by=by)
