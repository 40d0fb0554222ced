"""`imbot.command.*`: words after a slash that call a bot, and its answers to them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.sandbox.bot_records import Command
from app.sandbox.bots import books
from app.sandbox.conversation import Chat
from app.sandbox.errors import VendorError
from app.sandbox.lines import incoming
from app.sandbox.messenger import posts, richtext
from app.sandbox.methods.im_base import number, yes
from app.sandbox.methods.imbot_base import SCOPE, address, bot_of, owner_of
from app.sandbox.methods.imbot_message import not_added, say
from app.sandbox.params import Params, as_map, entries, is_array, to_text, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

MAX_TITLE = 255
MAX_LANGUAGES = 50
_WORD = re.compile(r"/?([A-Za-z0-9_]{1,100})")
_FLAGS = {"COMMON": "common", "HIDDEN": "hidden", "EXTRANET_SUPPORT": "extranet"}


@rest_method("imbot.command.register", basis="documented", scopes=SCOPE)
def register(portal: Portal, params: Params) -> object:
    """A new command of a bot; the same word again gives the one that is there."""
    params = upper(params)
    handler = _handler(params.get("EVENT_COMMAND_ADD"))
    word = word_of(params.get("COMMAND"))
    bot = bot_of(portal, params, named=True)
    titles, hints = _languages(params.get("LANG"))
    if known := books.find_command(portal, bot.id, word):
        return known.id
    command = Command(0, bot.id, word, handler, titles, hints)
    _set_flags(command, params)
    if not books.add_command(portal, command):
        raise VendorError("WRONG_REQUEST", "Command can't be created")
    return command.id


@rest_method("imbot.command.unregister", basis="documented", scopes=SCOPE)
def unregister(portal: Portal, params: Params) -> object:
    """A command goes."""
    books.remove_command(portal, _own(portal, upper(params)))
    return True


@rest_method("imbot.command.update", basis="documented", scopes=SCOPE)
def update(portal: Portal, params: Params) -> object:
    """Change a command."""
    params = upper(params)
    command = _own(portal, params)
    fields = upper(as_map(params.get("FIELDS")))
    if not fields.keys() & {"COMMAND", "EVENT_COMMAND_ADD", "LANG", *_FLAGS}:
        raise VendorError("WRONG_REQUEST", "Update fields can't be empty")
    handler, word = command.handler, command.word
    if truthy(fields.get("EVENT_COMMAND_ADD")):
        handler = _handler(fields["EVENT_COMMAND_ADD"])
    if truthy(fields.get("COMMAND")):
        word = word_of(fields["COMMAND"])
    other = books.find_command(portal, command.bot, word)
    if other and other is not command:
        raise VendorError("WRONG_REQUEST", "Command can't be updated")
    if truthy(fields.get("LANG")):
        command.titles, command.hints = _languages(fields["LANG"])
    command.handler, command.word = handler, word
    _set_flags(command, fields)
    return True


@rest_method(
    "imbot.command.answer", basis="documented", note="URL_PREVIEW does nothing.", scopes=SCOPE
)
def answer(portal: Portal, params: Params) -> object:
    """Answer a command in the dialog where it was called, as its bot."""
    params = upper(params)
    command = _own(portal, params)
    message_id = number(params.get("MESSAGE_ID"))
    if not message_id:
        raise VendorError("MESSAGE_ID_EMPTY", "Message ID can't be empty")
    extras = richtext.extras(params)
    text = incoming.cut(to_text(params.get("MESSAGE")))
    if not text and not extras.get("attach"):
        raise VendorError("MESSAGE_EMPTY", "Message can't be empty")
    chat, _ = portal.messages.get(message_id, (None, None))
    bot = portal.bots[command.bot]
    if chat is None or not _may_answer(portal, command, chat):
        raise not_added()
    with _inside(chat, bot.id):
        return say(portal, bot, chat, text, system=yes(params, "SYSTEM"), extras=extras).id


def word_of(value: Any) -> str:
    """The word of a command without its slash, in lower case."""
    found = _WORD.fullmatch(to_text(value).strip())
    if not found:
        raise VendorError("COMMAND_ERROR", "Command isn't specified")
    return found[1].lower()


def _may_answer(portal: Portal, command: Command, chat: Chat) -> bool:
    common = command.common and chat.kind != "private"
    return common or posts.may_write(portal, chat, command.bot)


@contextmanager
def _inside(chat: Chat, bot: int) -> Iterator[None]:
    """A bot that sits elsewhere comes in for its answer and goes again."""
    stranger = bot not in chat.members
    chat.members.add(bot)
    try:
        yield
    finally:
        if stranger:
            chat.members.discard(bot)


def _own(portal: Portal, params: Params) -> Command:
    owner = owner_of(portal, params)
    if params.get("COMMAND_ID") is not None:
        command = portal.commands.get(number(params["COMMAND_ID"]))
    else:
        command = _named(portal, owner, to_text(params.get("COMMAND")))
    if command is None:
        raise VendorError("COMMAND_ID_ERROR", "Command not found")
    if portal.bots[command.bot].owner != owner:
        raise VendorError("APP_ID_ERROR", "Command was installed by another rest application")
    return command


def _named(portal: Portal, owner: str, text: str) -> Command | None:
    word = text.strip().removeprefix("/").lower()
    own = {bot.id for bot in books.owned(portal, owner)}
    found = (row for row in portal.commands.values() if row.bot in own and row.word == word)
    return next(found, None)


def _handler(value: Any) -> str:
    if not truthy(value):
        text = 'Handler for "Command add" event isn\'t specified'
        raise VendorError("EVENT_COMMAND_ADD_ERROR", text)
    found = address(value)
    if not found:
        raise VendorError("EVENT_COMMAND_ADD_ERROR", "Wrong handler URL")
    return found


def _languages(value: Any) -> tuple[dict[str, str], dict[str, str]]:
    listed = [upper(as_map(item)) for _, item in entries(value)] if is_array(value) else []
    rows = [row for row in listed if to_text(row.get("LANGUAGE_ID"))][:MAX_LANGUAGES]
    if not any(to_text(row.get("TITLE")) for row in rows):
        raise VendorError("LANG_ERROR", "Lang set can't be empty")
    names = [to_text(row["LANGUAGE_ID"])[:10].lower() for row in rows]
    titles = [to_text(row.get("TITLE"))[:MAX_TITLE] for row in rows]
    hints = [to_text(row.get("PARAMS"))[:MAX_TITLE] for row in rows]
    return dict(zip(names, titles, strict=True)), dict(zip(names, hints, strict=True))


def _set_flags(command: Command, fields: Params) -> None:
    for name, attribute in _FLAGS.items():
        if fields.get(name) is not None:
            setattr(command, attribute, yes(fields, name))
