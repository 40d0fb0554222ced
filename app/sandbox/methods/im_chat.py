"""`im.chat.*`: chats made, found, dressed, entered and left as the caller."""

from app.sandbox.conversation import Chat
from app.sandbox.lines import incoming
from app.sandbox.messenger import chat_keys, chat_looks, chats, im_payloads, im_people, posts
from app.sandbox.methods.im_base import (
    SCOPE,
    chat_id,
    chat_of,
    group,
    me,
    named,
    numbers,
    user_id,
    yes,
)
from app.sandbox.params import Params, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method


@rest_method("im.chat.add", basis="documented", scopes=SCOPE)
def add(portal: Portal, params: Params) -> object:
    """A new chat of the caller's, with its first message if one is given."""
    return create(portal, me(portal), upper(params)).id


def create(portal: Portal, user: int, params: Params) -> Chat:
    """A chat from the parameters of `im.chat.add` and `imbot.chat.add`; upper-case keys."""
    avatar, color = to_text(params.get("AVATAR")), to_text(params.get("COLOR"))
    chats.check_room(portal)
    url = chat_looks.stored(portal, avatar) if avatar else ""
    chat = chats.add(
        portal,
        user,
        kind="open" if to_text(params.get("TYPE")).upper() == "OPEN" else "chat",
        title=" ".join(to_text(params.get("TITLE")).split()),
        users=numbers(params.get("USERS")),
        description=to_text(params.get("DESCRIPTION")),
        color=im_people.PALETTE.get(color.strip().upper(), ""),
        entity=(to_text(params.get("ENTITY_TYPE")), to_text(params.get("ENTITY_ID"))),
    )
    chat.avatar = url
    if text := incoming.cut(to_text(params.get("MESSAGE"))):
        posts.post(portal, chat, user, text)
    return chat


@rest_method("im.chat.get", basis="documented", scopes=SCOPE)
def get(portal: Portal, params: Params) -> object:
    """The number of the chat that belongs to something outside; null when there is none."""
    params = upper(params)
    kind, number = to_text(params.get("ENTITY_TYPE")), to_text(params.get("ENTITY_ID"))
    found = chat_keys.bound_to(portal, kind, number) if kind and number else None
    return {"ID": found.id} if found else None


@rest_method("im.chat.leave", basis="documented", scopes=SCOPE)
def leave(portal: Portal, params: Params) -> object:
    """Go out of a chat."""
    chats.leave(portal, _existing(portal, upper(params)), me(portal))
    return True


@rest_method("im.chat.mute", basis="documented", scopes=SCOPE)
def mute(portal: Portal, params: Params) -> object:
    """Hear no more of a chat, or again."""
    params = upper(params)
    chats.mute(named(portal, params), me(portal), on=yes(params, "MUTE", default=True))
    return True


@rest_method("im.chat.setOwner", basis="documented", scopes=SCOPE)
def set_owner(portal: Portal, params: Params) -> object:
    """Hand an own chat to another member."""
    params = upper(params)
    chat, user = group(portal, params), user_id(params)
    chats.set_owner(chat, user, by=me(portal))
    return True


@rest_method(
    "im.chat.setManager",
    basis="server source",
    note="Undocumented; the server has it.",
    scopes=SCOPE,
)
def set_manager(portal: Portal, params: Params) -> object:
    """Make a member a manager, or no longer."""
    params = upper(params)
    chat, user = portal.chats.get(chat_id(params)), user_id(params)
    chats.set_manager(chat, user, by=me(portal), manager=yes(params, "IS_MANAGER", default=True))
    return True


@rest_method("im.chat.updateTitle", basis="documented", scopes=SCOPE)
def update_title(portal: Portal, params: Params) -> object:
    """Rename a chat."""
    params = upper(params)
    chat_looks.rename(portal, group(portal, params), me(portal), to_text(params.get("TITLE")))
    return True


@rest_method("im.chat.updateColor", basis="documented", scopes=SCOPE)
def update_color(portal: Portal, params: Params) -> object:
    """Give a chat another colour."""
    params = upper(params)
    chat_looks.recolor(group(portal, params), me(portal), to_text(params.get("COLOR")))
    return True


@rest_method("im.chat.updateAvatar", basis="documented", scopes=SCOPE)
def update_avatar(portal: Portal, params: Params) -> object:
    """Give a chat another picture."""
    params = upper(params)
    chat_looks.redraw(portal, group(portal, params), me(portal), to_text(params.get("AVATAR")))
    return True


@rest_method("im.chat.user.add", basis="documented", scopes=SCOPE)
def user_add(portal: Portal, params: Params) -> object:
    """Invite people."""
    params = upper(params)
    chat = _existing(portal, params)
    hidden = yes(params, "HIDE_HISTORY", default=True)
    chats.add_users(portal, chat, me(portal), numbers(params.get("USERS")), hide_history=hidden)
    return True


@rest_method("im.chat.user.delete", basis="documented", scopes=SCOPE)
def user_delete(portal: Portal, params: Params) -> object:
    """Put somebody out."""
    params = upper(params)
    chat_id(params)
    user = user_id(params)
    chats.remove(portal, _existing(portal, params), user, by=me(portal))
    return True


@rest_method("im.chat.user.list", basis="documented", scopes=SCOPE)
def user_list(portal: Portal, params: Params) -> object:
    """Who sits in a chat, the customer of an open line too."""
    return im_payloads.participants(chat_of(portal, upper(params)))


def _existing(portal: Portal, params: Params) -> Chat:
    chat = portal.chats.get(chat_id(params))
    if chat is None:
        raise chats.unavailable()
    return chat
