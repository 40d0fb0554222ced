"""Dialogs and messages as the console keeps them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.problem import Problem

#: Our own number of a dialog (a row of the journal), unrelated to ids of the portal.
DialogId = NewType("DialogId", int)


class Author(StrEnum):
    """On whose side a message stands."""

    CUSTOMER = "customer"
    OPERATOR = "operator"
    BOT = "bot"
    SYSTEM = "system"


class Delivery(StrEnum):
    """How far a message came.

    Customer's messages: QUEUED (on disk) -> SENDING -> SENT, or FAILED (refused), or UNKNOWN (no
    answer: it may have arrived). Operator's messages: RECEIVED -> DELIVERED -> READ. Notes: NONE.
    """

    NONE = "none"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    RECEIVED = "received"
    DELIVERED = "delivered"
    READ = "read"


class DialogState(StrEnum):
    """Whether a session is open in the portal's chat."""

    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file named by a message. Never loaded by itself. `kind`: image, video, audio, file."""

    name: str
    url: str
    kind: str = "file"
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """The text that stood before an edit at `at`."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Customer:
    """The person the console plays, and the conversation he is in. `id` is the external user id,
    `chat` the external chat id; the addresses `picture`, `url` and `chat_url` are public ones.

    `title` is the name of somebody without a name; `any_phone` keeps the portal from checking the
    phone; `gender` is male, female or "".
    """

    id: str
    name: str
    chat: str
    last_name: str = ""
    phone: str = ""
    email: str = ""
    gender: str = ""
    picture: str = ""
    url: str = ""
    title: str = ""
    any_phone: bool = False
    chat_name: str = ""
    chat_url: str = ""

    @property
    def full_name(self) -> str:
        """First and last name, or the id of somebody without a name."""
        return " ".join(filter(None, (self.name, self.last_name))) or self.title or self.id


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble. `position` counts without gaps inside its dialog and never changes: from 0 up
    what came, from -1 down what was read of the time before.

    `text` is BBCode without the operator's signature; `im` is the portal's message id;
    `external_ids` are ours. A deleted message keeps its text and gets `deleted_at` and, where it is
    known, the name of whoever did it. In a group `writer` is the external id of the customer who
    wrote it, "" for the dialog's first one. `author_id` is the portal's user, 0 when nobody told.
    """

    dialog: DialogId
    position: int
    author: Author
    author_name: str
    text: str
    at: datetime
    delivery: Delivery = Delivery.NONE
    im: int | None = None
    external_ids: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    edits: tuple[Edit, ...] = ()
    deleted_at: datetime | None = None
    problem: Problem | None = None
    writer: str = ""
    deleted_by: str = ""
    author_id: int = 0


@dataclass(frozen=True, slots=True)
class Dialog:
    """One conversation, keyed by connector, line, external chat and external user. `name` is the
    customer's, or the chat's own id while nobody told one.

    Its messages have the positions from `first` on, without gaps; `count` is the next one. What lay
    before a `first` above 0 was deleted because of its age; below 0 lies what was said before the
    dialog was known here.

    `opened_at` and `answered_at` are when the present session began and when an operator first
    answered in it; `operator_id` is the portal's user who has it. None and 0: not known. `last_by`
    names who said the last words, "" where nobody told; not always whoever has the dialog.
    `with_bot`: a bot that answers from here has it, so that nobody waits for an operator; this is
    not kept in the journal.
    """

    id: DialogId
    connector: str
    line: int
    chat: str
    user: str
    name: str
    state: DialogState
    portal_chat: int | None = None
    session: int | None = None
    operator: str = ""
    count: int = 0
    unread: int = 0
    last_text: str = ""
    last_author: Author | None = None
    last_at: datetime | None = None
    waiting_since: datetime | None = None
    first: int = 0
    operator_id: int = 0
    opened_at: datetime | None = None
    answered_at: datetime | None = None
    last_by: str = ""
    with_bot: bool = False

    @property
    def known_name(self) -> str:
        """The customer's name, "" while nobody told one."""
        return "" if self.name == self.chat else self.name

    @property
    def known_as(self) -> str:
        """The id that tells a customer without a name from others."""
        return self.user or self.chat


@dataclass(frozen=True, slots=True)
class MessageChange:
    """A message was appended (`inserted`) or replaced at its position."""

    message: Message
    inserted: bool
