"""`imopenlines.bot.session.*`: a bot's part in a dialog of an open line."""

from app.sandbox.bots import books, turns
from app.sandbox.conversation import LineChat
from app.sandbox.errors import VendorError, system_error
from app.sandbox.lines import closing, line_settings, sessions
from app.sandbox.messenger import posting
from app.sandbox.methods.im_base import number, yes
from app.sandbox.methods.imbot_base import owner_of
from app.sandbox.methods.imopenlines_base import SCOPES
from app.sandbox.methods.imopenlines_operator import transfer_target
from app.sandbox.params import Params, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

_NOT_FOUND = ("BOT_ID_ERROR", "Bot not found")
_NOT_A_BOT = "A dialog that no bot has is WRONG_CHAT as in `.operator`, where the page is silent."


@rest_method("imopenlines.bot.session.operator", basis="documented", scopes=SCOPES)
def to_operator(portal: Portal, params: Params) -> object:
    """The bot hands the dialog over to a free operator."""
    chat = _chat(portal, params)
    if chat.session is None or chat.session.bot is None:
        raise VendorError("WRONG_CHAT", "Operator is not a bot")
    turns.hand_over(portal, chat)
    return True


@rest_method("imopenlines.bot.session.transfer", basis="documented", note=_NOT_A_BOT, scopes=SCOPES)
def transfer(portal: Portal, params: Params) -> object:
    """The bot passes the dialog to an employee or to a line."""
    chat, params = _chat(portal, params), upper(params)
    user, line = transfer_target(params)
    _check_own(portal, chat, params)
    leave = yes(params, "LEAVE")
    if user:
        done = turns.pass_to(portal, chat, user, leave=leave)
    else:
        done = turns.pass_to_line(portal, chat, line, leave=leave)
    if not done:
        raise VendorError("OPERATOR_WRONG", "You cannot redirect to this operator")
    return True


@rest_method("imopenlines.bot.session.finish", basis="documented", note=_NOT_A_BOT, scopes=SCOPES)
def finish(portal: Portal, params: Params) -> object:
    """The bot closes the dialog."""
    chat = _chat(portal, params)
    bot = _check_own(portal, chat, upper(params))
    closing.close(portal, chat, by=bot)
    return True


@rest_method("imopenlines.bot.session.message.send", basis="documented", scopes=SCOPES)
def message_send(portal: Portal, params: Params) -> object:
    """The bot says an automatic text: the line's greeting, or one of its own."""
    chat, params = _chat(portal, params), upper(params)
    name, text = to_text(params.get("NAME")).upper(), to_text(params.get("MESSAGE"))
    line = line_settings.of(portal, chat)
    if name == "WELCOME" and line:
        text = to_text(line.fields.get("WELCOME_MESSAGE_TEXT"))
    if name in ("WELCOME", "DEFAULT") and text.strip():
        posting.automatic(portal, chat, text.strip())
    return True


@rest_method(
    "imopenlines.bot.session.send.message",
    basis="server source",
    note="The older name of imopenlines.bot.session.message.send; undocumented.",
    scopes=SCOPES,
)
def send_message(portal: Portal, params: Params) -> object:
    """The same under its older name."""
    return message_send(portal, params)


@rest_method(
    "imopenlines.bot.session.dialog.new",
    basis="server source",
    note="Undocumented; the server has it. The answer and what becomes of the message are guesses.",
    scopes=SCOPES,
)
def dialog_new(portal: Portal, params: Params) -> object:
    """A new session in the hands of an employee, beginning with a message of the chat."""
    _need_both_scopes(portal)
    params = upper(params)
    for name in ("CHAT_ID", "OPERATOR_ID", "MESSAGE_ID"):
        if not number(params.get(name)):
            text = f"{name.replace('_', ' ').capitalize()} can't be empty"
            raise VendorError(f"EMPTY_{name}", text)
    chat = portal.line_chats.get(number(params["CHAT_ID"]))
    user = portal.users.get(number(params["OPERATOR_ID"]))
    where, message = portal.messages.get(number(params["MESSAGE_ID"]), (None, None))
    if chat is None or message is None or where is not chat:
        raise VendorError("WRONG_CHAT", "The message is not of this dialog")
    if user is None or user.bot or not user.active:
        raise VendorError("OPERATOR_WRONG", "You cannot redirect to this operator")
    message.session = sessions.start(portal, chat, user.id).id
    return True


def _chat(portal: Portal, params: Params) -> LineChat:
    _need_both_scopes(portal)
    asked = number(upper(params).get("CHAT_ID"))
    if not asked:
        raise VendorError("CHAT_ID_EMPTY", "Chat ID can't be empty")
    chat = portal.line_chats.get(asked)
    if chat is None:
        raise VendorError("WRONG_CHAT", "The chat is not a dialog of an open line")
    return chat


def _need_both_scopes(portal: Portal) -> None:
    if "imbot" not in caller_of(portal).scope:
        raise system_error("insufficient_scope")


def _check_own(portal: Portal, chat: LineChat, params: Params) -> int:
    """The bot that has the dialog, when it is one of the caller's."""
    own = {bot.id for bot in books.owned(portal, owner_of(portal, params))}
    session = chat.session
    if not own or (session and session.bot is not None and session.bot not in own):
        raise VendorError(*_NOT_FOUND)
    if session is None or session.bot is None:
        raise VendorError("WRONG_CHAT", "Operator is not a bot")
    return session.bot
