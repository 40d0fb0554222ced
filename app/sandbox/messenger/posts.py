"""What is written into chats of any kind: messages, edits, deletions, likes. No REST shapes.

In an open line the customer hears of it; everywhere else only the members do.
"""

from typing import Any

from app.sandbox import bots
from app.sandbox.conversation import Chat, File, LineChat, Message
from app.sandbox.errors import VendorError
from app.sandbox.lines import incoming, outgoing
from app.sandbox.messenger import im_payloads, marks, posting, userlog
from app.sandbox.messenger.chats import no_access
from app.sandbox.portal import Portal


def cannot_edit() -> VendorError:
    """The refusal of a change to somebody else's or an old message."""
    text = "Time has expired for modification or you don't have access"
    return VendorError("CANT_EDIT_MESSAGE", text, 403)


def may_write(portal: Portal, chat: Chat, user: int) -> bool:
    """Members write; into an open chat every employee, who is a member from then on."""
    person = portal.users.get(user)
    return user in chat.members or bool(chat.kind == "open" and person and person.active)


def check_reply(portal: Portal, chat: Chat, user: int, reply_to: int) -> None:
    """Refuse an answer to a message that is not there for the user, or of another chat."""
    where, _ = portal.messages.get(reply_to, (None, None))
    if where is None or user not in where.members or reply_to < where.first_seen.get(user, 0):
        raise VendorError("REPLY_ACCESS_ERROR", "Action unavailable")
    if where is not chat:
        text = "You can only reply to a message within the same chat"
        raise VendorError("REPLY_FROM_OTHER_CHAT_ERROR", text)


def post(
    portal: Portal,
    chat: Chat,
    author: int,
    text: str,
    *,
    files: tuple[File, ...] = (),
    system: bool = False,
    reply_to: int | None = None,
    **extras: Any,
) -> Message:
    """Write a message: `attach`, `keyboard` and `menu` are as `richtext.extras` gives them."""
    if not may_write(portal, chat, author):
        raise no_access()
    text = incoming.cut(text)
    posting.require_room(portal, text, [file.url for file in files], extras)
    chat.members.add(author)
    chat.writing.pop(author, None)
    told = {"reply_to": reply_to, **extras}
    if isinstance(chat, LineChat) and not system:
        message = outgoing.reply(portal, chat, author, text, files, **told)
    else:
        message = _store(portal, chat, author, text, files, system=system, told=told)
    marks.read(portal, chat, author)
    return message


def edit(
    portal: Portal,
    chat: Chat,
    message: Message,
    text: str | None,
    *,
    by: int,
    mark: bool = True,
    **extras: Any,
) -> None:
    """Change an own message: its text, and what it carries. `mark` shows that it was edited."""
    if not _may_edit(portal, chat, message, by):
        raise cannot_edit()
    posting.require_room(portal, text, extras)
    for name, value in extras.items():
        setattr(message, name, value)
    if text is not None and isinstance(chat, LineChat) and message.kind == "operator":
        outgoing.edit(portal, chat, message, incoming.cut(text), by=by)
        return
    if text is not None:
        message.text, message.edited_at = incoming.cut(text), portal.now
    elif extras and mark:
        message.edited_at = portal.now
    if text is not None or extras:
        posting.edited(portal, chat, message)


def delete(portal: Portal, chat: Chat, message: Message, *, by: int) -> None:
    """Delete an own message; in an ordinary chat its managers delete everybody's."""
    if not _may_delete(portal, chat, message, by):
        raise cannot_edit()
    if isinstance(chat, LineChat):
        outgoing.delete(portal, chat, message, by=by)
    else:
        posting.delete(portal, chat, message)


def take_file(portal: Portal, chat: Chat, message: Message, file: File) -> None:
    """Take one of its files out of a message."""
    message.files = tuple(row for row in message.files if row.id != file.id)
    posting.edited(portal, chat, message)


def like(portal: Portal, chat: Chat, message: Message, user: int, action: str) -> None:
    """Like a message, take it back, or turn it over; refuses what changes nothing."""
    liked = user in message.likes
    wanted = {"plus": True, "minus": False}.get(action, not liked)
    if wanted == liked or message.deleted_at is not None:
        raise VendorError("WITHOUT_CHANGES", "Action completed without changes")
    if wanted:
        message.likes.add(user)
    else:
        message.likes.discard(user)
    userlog.reaction_changed(portal, chat, message, by=user, added=wanted)
    bots.on_reaction(portal, chat, message, by=user, added=wanted)


def seen_message(portal: Portal, user: int, number: int) -> tuple[Chat, Message]:
    """A message that the user may see, with its chat."""
    chat, message = portal.messages.get(number, (None, None))
    if chat is None or message is None or user not in chat.members:
        raise VendorError("MESSAGE_ID_ERROR", "Message ID can't be empty")
    if number < chat.first_seen.get(user, 0):
        raise VendorError("MESSAGE_ID_ERROR", "Message ID can't be empty")
    return chat, message


def _store(
    portal: Portal,
    chat: Chat,
    author: int,
    text: str,
    files: tuple[File, ...],
    *,
    system: bool,
    told: dict[str, Any],
) -> Message:
    session = chat.sessions[-1].id if isinstance(chat, LineChat) and chat.sessions else 0
    kind = "system" if system else "person"
    number = portal.next_id("message")
    message = Message(number, session, kind, author, text, portal.now, files, **told)
    posting.store(portal, chat, message)
    return message


def _may_edit(portal: Portal, chat: Chat, message: Message, by: int) -> bool:
    if message.author != by or message.kind == "customer" or by not in chat.members:
        return False
    if isinstance(chat, LineChat) and message.kind == "operator":
        return outgoing.may_edit(portal, chat, message)
    young = posting.young(portal, message)
    return young and message.deleted_at is None


def _may_delete(portal: Portal, chat: Chat, message: Message, by: int) -> bool:
    if message.deleted_at is not None or message.kind == "customer":
        return False
    if isinstance(chat, LineChat):
        return message.author == by and outgoing.may_delete(portal, chat, message)
    managed = chat.kind != "private" and by in im_payloads.managers_of(chat)
    return message.author == by or (managed and message.kind == "person")
