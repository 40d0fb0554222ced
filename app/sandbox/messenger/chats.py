"""Chats of the messenger: found, made, entered and left. Rules; knows no REST shapes.

`user` is who acts: an employee, or a bot. What is written into chats is in `posts`, how they look
in `chat_looks`.
"""

import re
from collections.abc import Iterable

from app.sandbox import bots
from app.sandbox.conversation import Chat, LineChat, Message
from app.sandbox.errors import VendorError
from app.sandbox.messenger import im_payloads, im_people, marks, posting, userlog
from app.sandbox.portal import Portal

#: Ordinary chats that the sandbox holds; members of one of them.
MAX_CHATS = 10_000
MAX_MEMBERS = 1_000
MAX_TITLE = 255
MAX_DESCRIPTION = 20_000
_DIALOG = re.compile(r"(chat|sg)?([1-9][0-9]{0,14})")


def no_access(text: str = "You do not have access to the specified dialog") -> VendorError:
    """The refusal of a stranger."""
    return VendorError("ACCESS_ERROR", text, 403)


def unavailable() -> VendorError:
    """The refusal of something that this chat does not do."""
    return no_access("Action unavailable")


def dialog_id_empty() -> VendorError:
    """The refusal of a missing or malformed DIALOG_ID."""
    return VendorError("DIALOG_ID_EMPTY", "Dialog ID can't be empty")


def parse(dialog: str) -> tuple[str, int]:
    """What a DIALOG_ID names: `chat`, `sg` or `user`, and the number."""
    found = _DIALOG.fullmatch(dialog.strip())
    if not found:
        raise dialog_id_empty()
    return found[1] or "user", int(found[2])


def find(portal: Portal, user: int, dialog: str) -> Chat | None:
    """The chat that a DIALOG_ID names, if the user may see it.

    A private chat with a colleague is there as soon as it is asked for.
    """
    kind, number = parse(dialog)
    if kind == "user":
        return private(portal, user, number)
    chat = portal.chats.get(number) if kind == "chat" else None
    return chat if chat and may_see(portal, chat, user) else None


def seen(portal: Portal, user: int, dialog: str) -> Chat:
    """The same; refuses when there is none."""
    chat = find(portal, user, dialog)
    if chat is None:
        raise no_access()
    return chat


def private(portal: Portal, user: int, other: int) -> Chat | None:
    """The private chat of two people, made when it is first needed; None without such a person."""
    colleague = portal.users.get(other)
    if colleague is None or not colleague.active or user not in portal.users:
        return None
    pair = (min(user, other), max(user, other))
    if pair not in portal.private_chats:
        chat = Chat(id=portal.next_id("chat"), title="", kind="private", created_at=portal.now)
        chat.members = {user, other}
        portal.chats[chat.id] = chat
        portal.private_chats[pair] = chat.id
        bots.on_join(portal, chat, [other], user)
    return portal.chats[portal.private_chats[pair]]


def may_see(portal: Portal, chat: Chat, user: int) -> bool:
    """Members see a chat, employees an open one as well."""
    person = portal.users.get(user)
    return user in chat.members or bool(chat.kind == "open" and person and person.active)


def add(
    portal: Portal,
    user: int,
    *,
    kind: str = "chat",
    title: str = "",
    users: Iterable[int] = (),
    description: str = "",
    color: str = "",
    entity: tuple[str, str] = ("", ""),
) -> Chat:
    """A new chat with its owner and those of `users` who exist; `kind` is chat or open."""
    check_room(portal)
    number = portal.next_id("chat")
    chat = Chat(id=number, title=title[:MAX_TITLE], kind=kind, owner=user, created_at=portal.now)
    chat.title = chat.title or _usual_title(number)
    chat.color, chat.description = color, description[:MAX_DESCRIPTION]
    chat.entity_type, chat.entity_id = (text[:MAX_TITLE] for text in entity)
    chat.members = {user}
    portal.chats[number] = chat
    invite(portal, chat, user, users, hide_history=False)
    return chat


def check_room(portal: Portal) -> None:
    """Refuse when the sandbox holds no more chats."""
    if len(portal.chats) - len(portal.line_chats) >= MAX_CHATS:
        raise VendorError("ERROR_CORE", f"The sandbox holds no more than {MAX_CHATS} chats")


def invite(
    portal: Portal, chat: Chat, by: int, users: Iterable[int], *, hide_history: bool
) -> list[int]:
    """Bring people in; unknown ones are passed over. Who came in."""
    known = [row for row in dict.fromkeys(users) if row in portal.users and row not in chat.members]
    room = MAX_MEMBERS - len(chat.members)
    newcomers = [row for row in known if portal.users[row].active][:room]
    for newcomer in newcomers:
        _enter(chat, newcomer, hide_history=hide_history)
    if newcomers:
        names = ", ".join(mention(portal, row) for row in newcomers)
        note(portal, chat, f"{mention(portal, by)} invited {names} to the chat", code="CHAT_JOIN")
    for newcomer in newcomers:
        marks.read(portal, chat, newcomer)
        userlog.joined(portal, chat, newcomer)
    bots.on_join(portal, chat, newcomers, by)
    return newcomers


def add_users(
    portal: Portal, chat: Chat, by: int, users: Iterable[int], *, hide_history: bool = True
) -> None:
    """A member invites people."""
    if chat.kind == "private":
        raise no_access("It is forbidden to add users to this chat")
    if by not in chat.members:
        text = "Insufficient permissions to add participants to the chat"
        raise VendorError("ACCESS_DENIED_EXTEND", text)
    invite(portal, chat, by, users, hide_history=hide_history)


def leave(portal: Portal, chat: Chat, user: int) -> None:
    """A member goes. The operator of an open line has to pass the dialog on instead."""
    if chat.kind == "private":
        raise no_access("It is forbidden to delete users of this chat")
    if user not in chat.members or _holds(chat, user):
        raise VendorError("ACCESS_DENIED_KICK", "Access denied to kick user from chat")
    _remove(portal, chat, user)
    note(portal, chat, f"{mention(portal, user)} left the chat", code="CHAT_LEAVE")


def remove(portal: Portal, chat: Chat, user: int, *, by: int) -> None:
    """The owner or a manager puts somebody out; to put out oneself is to leave."""
    if user == by:
        leave(portal, chat, user)
        return
    if chat.kind == "private":
        raise no_access("It is forbidden to delete users of this chat")
    if by not in im_payloads.managers_of(chat) or user == im_payloads.owner_of(chat):
        text = "Insufficient rights to exclude participants from the chat"
        raise VendorError("ACCESS_DENIED_KICK", text)
    if user not in chat.members:
        raise VendorError("USER_NOT_FOUND", "The specified user is not in the chat")
    _remove(portal, chat, user)
    text = f"{mention(portal, by)} removed {mention(portal, user)} from the chat"
    note(portal, chat, text, code="CHAT_LEAVE")


def set_owner(chat: Chat | None, user: int, *, by: int) -> None:
    """The owner hands the chat to another member. An open line's belongs to its operator."""
    if isinstance(chat, LineChat):
        raise unavailable()
    if chat is None or chat.kind == "private" or chat.owner != by or user not in chat.members:
        raise VendorError(
            "WRONG_REQUEST", "Change owner can only owner and user must be member in chat"
        )
    chat.owner = user
    chat.managers.discard(user)


def set_manager(chat: Chat | None, user: int, *, by: int, manager: bool) -> None:
    """The owner gives a member the rights of a manager, or takes them back."""
    owner = chat is not None and im_payloads.owner_of(chat) == by
    if (
        chat is None
        or chat.kind == "private"
        or not owner
        or user not in chat.members
        or user == by
    ):
        text = "Change manager can only owner and user must be member in chat"
        raise VendorError("WRONG_REQUEST", text)
    if manager:
        chat.managers.add(user)
    else:
        chat.managers.discard(user)


def mute(chat: Chat | None, user: int, *, on: bool) -> None:
    """A member wants to hear nothing of a chat, or wants to again."""
    if chat is None or user not in chat.members or chat.kind == "private":
        raise no_access("This chat cannot be muted")
    if on:
        chat.muted.add(user)
    else:
        chat.muted.discard(user)


def mention(portal: Portal, user: int) -> str:
    """A person inside a text."""
    return f"[USER={user} REPLACE]{im_people.name_of(portal, user)}[/USER]"


def note(portal: Portal, chat: Chat, text: str, *, code: str = "") -> Message:
    """A system note about the chat itself."""
    session = chat.sessions[-1].id if isinstance(chat, LineChat) and chat.sessions else 0
    number = portal.next_id("message")
    message = Message(number, session, "system", 0, text, portal.now, code=code)
    posting.store(portal, chat, message)
    return message


def _usual_title(number: int) -> str:
    name = tuple(im_people.PALETTE)[number % len(im_people.PALETTE)]
    return f"{name.replace('_', ' ').capitalize()} chat No. {number}"


def _enter(chat: Chat, user: int, *, hide_history: bool) -> None:
    chat.members.add(user)
    chat.hidden_at.pop(user, None)
    chat.first_seen.pop(user, None)
    if hide_history and chat.messages:
        chat.first_seen[user] = marks.last_id(chat) + 1


def _remove(portal: Portal, chat: Chat, user: int) -> None:
    for record in (chat.members, chat.managers, chat.muted, chat.pinned, chat.unread_marks):
        record.discard(user)
    for marks_of in (chat.last_read, chat.read_at, chat.first_seen, chat.hidden_at, chat.writing):
        marks_of.pop(user, None)
    if not isinstance(chat, LineChat) and chat.owner == user:
        people = [row for row in sorted(chat.members) if not portal.users[row].bot]
        chat.owner = people[0] if people else 0


def _holds(chat: Chat, user: int) -> bool:
    session = chat.session if isinstance(chat, LineChat) else None
    return session is not None and user in (session.operator, session.assigned)
