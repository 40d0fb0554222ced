"""The seven events of a connector, decoded, and what an open line and a chat's history show beside
them.

Names follow the vendor's `OnImConnector...`. `chat` is the external chat id, `portal_chat` and `im`
are the portal's ids.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.dialog import Attachment


@dataclass(frozen=True, slots=True)
class MessageAdded:
    """An operator, a bot or the line itself wrote; `user_id` 0 is the line's automatic text.

    `signed`: the text may begin with the operator's name, as what is sent to channels does.
    """

    connector: str
    line: int
    chat: str
    portal_chat: int
    im: int
    user_id: int
    text: str
    attachments: tuple[Attachment, ...] = ()
    signed: bool = True


@dataclass(frozen=True, slots=True)
class MessageSeen:
    """How a message of an operator, a bot or the line stands in the portal now, be it new, edited
    or long known. Its text carries no name in front; `external_ids` are those it was acknowledged
    with.
    """

    connector: str
    line: int
    chat: str
    portal_chat: int
    im: int
    user_id: int
    text: str
    attachments: tuple[Attachment, ...] = ()
    external_ids: tuple[str, ...] = ()
    edited: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class CustomerWrote:
    """A customer wrote, through whatever program. `user` is his number in the chat's key, which may
    be missing or 0; `author_id` the portal's number of who wrote, 0 when it is not told; his `name`
    is told by some sources. The queue may not name the portal's chat: then it is 0. `edited` and
    `deleted` tell how the message stands now.
    """

    connector: str
    line: int
    chat: str
    user: str
    portal_chat: int
    im: int
    text: str
    attachments: tuple[Attachment, ...] = ()
    author_id: int = 0
    name: str = ""
    edited: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class MessageUpdated:
    """An operator edited a message that was acknowledged as delivered."""

    connector: str
    line: int
    chat: str
    portal_chat: int
    im: int
    external_ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """An operator deleted a message that was acknowledged as delivered."""

    connector: str
    line: int
    chat: str
    portal_chat: int
    im: int
    external_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DialogStarted:
    """A session was opened. `user` may be a portal id or an external one: do not rely on it. The
    queue does not name the portal's chat: then it is 0.
    """

    connector: str
    line: int
    chat: str
    user: str
    session: int
    portal_chat: int = 0


@dataclass(frozen=True, slots=True)
class DialogFinished:
    """A session was finally closed."""

    connector: str
    line: int
    chat: str
    user: str
    session: int
    portal_chat: int = 0


@dataclass(frozen=True, slots=True)
class StatusDeleted:
    """A connector was switched off on a line."""

    connector: str
    line: int


@dataclass(frozen=True, slots=True)
class LineDeleted:
    """An open line was deleted; told to every subscribed application."""

    line: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event that could not be understood; kept with the reason, never dropped silently."""

    reason: str


Event: TypeAlias = (
    MessageAdded
    | MessageSeen
    | CustomerWrote
    | MessageUpdated
    | MessageDeleted
    | DialogStarted
    | DialogFinished
    | StatusDeleted
    | LineDeleted
    | Unreadable
)


@dataclass(frozen=True, slots=True)
class QueuedEvent:
    """A row of any source. One row can carry several messages, hence `events`.

    `row` is the portal's row id (0 when it could not be read), `at` its TIMESTAMP_X (1970 when it
    could not be read), `caused_by` the portal user or 0. `message_id` is the portal's hash of the
    event, not unique over time.
    """

    row: int
    name: str
    at: datetime
    events: tuple[Event, ...]
    caused_by: int = 0
    message_id: str = ""
