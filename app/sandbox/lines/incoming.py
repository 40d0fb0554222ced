"""From the external system into the portal: customers, chats, their messages and marks."""

import mimetypes
from typing import Any
from urllib.parse import urlsplit

from app.sandbox import bots
from app.sandbox.conversation import Customer, File, LineChat, Message
from app.sandbox.crm import tracker
from app.sandbox.lines import (
    closing,
    customers,
    greetings,
    line_settings,
    operators,
    sessions,
    votes,
)
from app.sandbox.messenger import posting
from app.sandbox.model import Channel
from app.sandbox.params import as_map, entries, flag, is_array, shaped, to_int, to_text, truthy
from app.sandbox.portal import Portal

MAX_TEXT = 20_000
#: The longest external id of a person or chat.
MAX_ID = 1_000
MAX_DESCRIPTION = 2_000
NOT_ALL_DATA = "Not all the required data was provided"
NO_ROOM = "The sandbox has no room for more messages"
_IMAGES = ("jpe", "jpg", "jpeg", "png", "webp", "gif", "bmp")


def complete(item: dict[str, Any]) -> bool:
    """Whether an item names a user and a chat, and has text or a file that can be fetched."""
    message = as_map(item.get("message"))
    content = to_text(message.get("text")).strip() or any(map(_url, _listed(message.get("files"))))
    return bool(as_map(item.get("user")) and as_map(item.get("chat")) and content)


def refusals(portal: Portal, raw_connector: str, item: dict[str, Any]) -> list[str]:
    """Why an item fails, in the portal's words; nothing when it does not."""
    if not complete(item):
        return [NOT_ALL_DATA]
    names = (as_map(item[name]).get("id") for name in ("user", "chat"))
    too_long = any(len(to_text(name)) > MAX_ID for name in names)
    if too_long or customers.full_for(portal, raw_connector, as_map(item["user"])):
        return [customers.NO_USER]
    if not _fits(portal, as_map(item["message"])):
        return [NO_ROOM]
    if not portal.options.strict_messages:
        return []
    chat = to_text(as_map(item["chat"]).get("id"))
    wrong = not chat or "|" in chat or customers.wrongs(as_map(item["user"]))
    return [customers.NO_USER] if wrong else []


def _fits(portal: Portal, message: dict[str, Any]) -> bool:
    """Whether there is room for a message and its files' addresses."""
    urls = [url for item in _listed(message.get("files")) if (url := _url(item))]
    text, external = cut(to_text(message.get("text"))), to_text(message.get("id"))
    return posting.has_room(portal, text, external, urls)


def find_chat(portal: Portal, channel: Channel, external: str, customer: int) -> LineChat | None:
    """The chat of a dialog key; a group chat has no user in its key."""
    user_part = 0 if channel.connector.flags.get("CHAT_GROUP") else customer
    return portal.chats_by_key.get((channel.raw, channel.line, external, user_part))


def chat_of(
    portal: Portal, channel: Channel, about: dict[str, Any], customer: Customer
) -> LineChat:
    """Find or create the chat; the name that the channel gives is that of a group only."""
    external = to_text(about.get("id"))
    found = find_chat(portal, channel, external, customer.id)
    if found:
        found.description = described(about) or found.description
        return found
    group = bool(channel.connector.flags.get("CHAT_GROUP"))
    given = to_text(about.get("name")) if group else ""
    usual = f"{customer.full_name} - {portal.lines[channel.line].name}"
    new = LineChat(
        id=portal.next_id("chat"),
        connector=channel.raw,
        line=channel.line,
        external_chat=external,
        customer=customer,
        group=group,
        title=(given or usual)[:255],
        description=described(about),
        created_at=portal.now,
    )
    portal.add_line_chat(new)
    return new


def described(about: dict[str, Any]) -> str:
    """What a chat says of the address where it began."""
    url = to_text(about.get("url"))
    return f"Link to the original post: {url}"[:MAX_DESCRIPTION] if truthy(url) else ""


def receive(portal: Portal, chat: LineChat, author: Customer, message: dict[str, Any]) -> Message:
    """Put a customer's message into the chat, opening a session when none is open.

    While a rating is waited for, the message may be the rating: it opens nothing.
    """
    text = cut(to_text(message.get("text")))
    rating = votes.rating_in(portal, chat, text)
    opened = rating is None and chat.session is None
    tracked = not flag(message.get("disable_crm"))
    if opened:
        sessions.begin(portal, chat, tracked=tracked)
    received = posting.new(portal, chat, "customer", author.id, text)
    received.files = _files(portal, message.get("files"))
    received.external_ids = _ids(message.get("id"))
    if rating is not None:
        received.text = votes.marked(text, rating)
    posting.store(portal, chat, received)
    tracker.on_customer_message(portal, chat, text, tracked=tracked)
    if rating is None:
        _after_arrival(portal, chat, received, opened=opened)
    else:
        _rated(portal, chat, rating)
    return received


def _after_arrival(portal: Portal, chat: LineChat, received: Message, *, opened: bool) -> None:
    session, line = chat.session, line_settings.of(portal, chat)
    if session is None or line is None:
        return
    sessions.customer_wrote(portal, chat, session)
    if not line.active:
        posting.note(portal, chat, "The open line is deactivated")
        closing.wait(portal, chat, session, line.number("FULL_CLOSE_TIME") * 60 or 3600, None)
        return
    if opened:
        greetings.greet(portal, chat, session, line)
        operators.watch(portal, chat)
    bots.on_customer_message(portal, chat, received)


def _rated(portal: Portal, chat: LineChat, rating: int) -> None:
    votes.rate(portal, chat, rating)
    session, line = chat.session, line_settings.of(portal, chat)
    if session and line and line.on("VOTE_CLOSING_DELAY"):
        closing.finish(portal, chat, session, None, closing.CLOSED)


def receive_from_employee(portal: Portal, chat: LineChat, message: dict[str, Any]) -> Message:
    """A message that names `user_id`: written outside on an employee's behalf, or a system text."""
    author = to_int(message.get("user_id"))
    stored = Message(
        id=portal.next_id("message"),
        session=chat.session.id if chat.session else 0,
        kind="operator" if author else "system",
        author=author,
        text=cut(to_text(message.get("text"))),
        at=portal.now,
        files=_files(portal, message.get("files")),
        external_ids=_ids(message.get("id")),
    )
    posting.store(portal, chat, stored)
    if author and chat.session and chat.session.operator is not None:
        sessions.operator_wrote(portal, chat, chat.session)
    return stored


def edit(portal: Portal, message: Message, text: str) -> None:
    """Replace the text, unless the message is deleted or older than three days."""
    if message.deleted_at is None and posting.young(portal, message):
        message.text, message.edited_at = cut(text), portal.now
        chat, _ = portal.messages[message.id]
        posting.edited(portal, chat, message)


def delete(portal: Portal, message: Message) -> None:
    """The customer has deleted his message; a second time changes nothing."""
    if message.deleted_at is None:
        chat, _ = portal.messages[message.id]
        posting.delete(portal, chat, message)


def acknowledge(portal: Portal, message_id: int, external_ids: tuple[str, ...]) -> None:
    """The delivery mark: only the first one counts, and it marks the message read as well."""
    chat, message = portal.messages.get(message_id, (None, None))
    if chat and message and message.sending:
        message.sending, message.external_ids = False, external_ids
        message.delivered_at = message.read_at = portal.now
        posting.weigh(portal, message)
        posting.remember_ids(chat, message)


def cut(text: str) -> str:
    """The longest text that a chat takes."""
    text = text.strip()
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]} (...)"


def _ids(value: Any) -> tuple[str, ...]:
    text = to_text(value)
    return (text,) if text else ()


def _files(portal: Portal, value: Any) -> tuple[File, ...]:
    return tuple(_file(portal, item, url) for item in _listed(value) if (url := _url(item)))


def _file(portal: Portal, item: Any, url: str) -> File:
    name = (to_text(as_map(item).get("name")) or url.rsplit("/", 1)[-1])[-50:] or "file"
    mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kind = "image" if name.rsplit(".", 1)[-1].lower() in _IMAGES else "file"
    file = File(portal.next_id("file"), name, url, kind, mime)
    portal.files[file.id] = file
    return file


def file_ids(sent: Any, stored: Message) -> list[Any] | dict[str, Any]:
    """Ids of stored files by the place where they were sent; a dropped one leaves a gap."""
    ids = iter(stored.files)
    listed = entries(sent) if is_array(sent) else []
    return shaped((key, str(next(ids).id)) for key, item in listed if _url(item))


def _listed(value: Any) -> list[Any]:
    return [item for _, item in entries(value)] if is_array(value) else []


def _url(item: Any) -> str:
    """The address, if the portal could fetch it. Nothing is fetched: `.invalid` hosts fail."""
    url = to_text(as_map(item).get("url"))
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    fetched = parts.scheme in ("http", "https") and host and not host.endswith(".invalid")
    return url if fetched else ""
