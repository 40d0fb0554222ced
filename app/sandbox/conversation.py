"""Records of conversations: customers, chats, sessions, messages. `Portal` owns them all.

A record names others by id, or holds them; it never holds a function, so that all can be saved.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Customer:
    """The portal's hidden user record of an external person."""

    id: int
    connector: str
    external_id: str
    name: str = ""
    last_name: str = ""
    profile: dict[str, Any] = field(default_factory=dict)

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.name} {self.last_name}".strip()


@dataclass(slots=True)
class Session:
    """One conversation inside a chat. Statuses are the vendor's numbers, 60 and more is closed.

    bot: the bot that talks to the customer until an employee takes the dialog.
    line: where it was transferred to, 0 for the line of the chat. assigned: whose turn it is while
    nobody has answered; turn counts the assignments, tried are those whose turn is over.
    touched_at: the last word of customer or operator. watched_at: when the session is looked after
    next. told: automatic texts that were sent already. vote_asked_at: the customer may rate.
    """

    id: int
    opened_at: float
    parent: int = 0
    assigned: int | None = None
    operator: int | None = None
    bot: int | None = None
    status: int = 0
    closed_at: float | None = None
    close_due: float | None = None
    line: int = 0
    turn: int = 0
    tried: list[int] = field(default_factory=list)
    pinned: bool = False
    touched_at: float = 0.0
    watched_at: float | None = None
    told: list[str] = field(default_factory=list)
    vote: int | None = None
    vote_asked_at: float | None = None
    head_vote: int = 0
    head_comment: str | None = None

    @property
    def open(self) -> bool:
        """Whether it still goes on."""
        return self.status < 60

    @property
    def state(self) -> str:
        """The status in a word."""
        if not self.open:
            return "spam" if self.status == 65 else "closed"
        if self.status == 50:
            return "closing"
        return "new" if self.operator is None else "open"


@dataclass(frozen=True, slots=True)
class File:
    """A file in a message. `content` only where the sandbox itself serves it."""

    id: int
    name: str
    url: str
    kind: str = "file"
    mime: str = "application/octet-stream"
    size: int = 0
    content: bytes | None = None
    width: int = 0
    height: int = 0


@dataclass(slots=True)
class Message:
    """A message in a chat.

    kind: customer, operator, automatic (sent to the channel), system (a note inside the portal) or
    person (written in a chat that is no open line).
    external_ids: CONNECTOR_MID, the ids the portal knows in the external system.
    code: what a system note tells of, CHAT_JOIN or CHAT_LEAVE.
    room: about how many bytes it takes.
    """

    id: int
    session: int
    kind: str
    author: int
    text: str
    at: float
    files: tuple[File, ...] = ()
    external_ids: tuple[str, ...] = ()
    sending: bool = False
    delivered_at: float | None = None
    read_at: float | None = None
    reading_reported_at: float | None = None
    edited_at: float | None = None
    deleted_at: float | None = None
    reply_to: int | None = None
    hidden: bool = False
    attach: Any = None
    keyboard: Any = None
    menu: Any = None
    likes: set[int] = field(default_factory=set)
    params: dict[str, Any] = field(default_factory=dict)
    code: str = ""
    room: int = 0


@dataclass(slots=True, kw_only=True)
class Chat:
    """Any chat of the portal's messenger. kind: private, chat (closed), open or lines.

    members: employees and bots. last_read: user -> the newest message he has read, read_at when.
    first_seen: user -> the oldest message that he may see. hidden_at: user -> the newest message
    when he took the chat out of his list; a newer one brings it back. writing: user -> when he
    last told that he is typing. folder: where its files are on the drive, 0 when there is none.
    """

    id: int
    title: str
    kind: str = "chat"
    owner: int = 0
    created_at: float = 0.0
    color: str = ""
    avatar: str = ""
    description: str = ""
    entity_type: str = ""
    entity_id: str = ""
    members: set[int] = field(default_factory=set)
    managers: set[int] = field(default_factory=set)
    muted: set[int] = field(default_factory=set)
    pinned: set[int] = field(default_factory=set)
    unread_marks: set[int] = field(default_factory=set)
    last_read: dict[int, int] = field(default_factory=dict)
    read_at: dict[int, float] = field(default_factory=dict)
    first_seen: dict[int, int] = field(default_factory=dict)
    hidden_at: dict[int, int] = field(default_factory=dict)
    writing: dict[int, float] = field(default_factory=dict)
    folder: int = 0
    messages: list[Message] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class LineChat(Chat):
    """A chat of an open line. `connector` keeps the spelling of the first sender.

    crm: the bound CRM records, type -> id; a type that is missing or 0 is not bound.
    crm_news: what the chat is told of the CRM after the customer's next message.
    silent: operators' messages stay hidden from the customer.
    known: external id -> the newest message with it; None until the first is looked for.
    """

    connector: str
    line: int
    external_chat: str
    customer: Customer
    group: bool
    kind: str = "lines"
    sessions: list[Session] = field(default_factory=list)
    crm: dict[str, int] = field(default_factory=dict)
    crm_news: list[str] = field(default_factory=list)
    silent: bool = False
    known: dict[str, int] | None = None

    @property
    def user_part(self) -> int:
        """The portal's user in the dialog key: 0 for group chats."""
        return 0 if self.group else self.customer.id

    @property
    def user_code(self) -> str:
        """The dialog key."""
        return f"{self.connector}|{self.line}|{self.external_chat}|{self.user_part}"

    @property
    def session(self) -> Session | None:
        """The open session, if any."""
        return self.sessions[-1] if self.sessions and self.sessions[-1].open else None


@dataclass(slots=True)
class Pause:
    """A break of an operator; it goes on while `until` is None."""

    user: int
    since: float
    until: float | None = None


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """A text that operators keep for later, of one line."""

    id: int
    line: int
    text: str
    user: int
    at: float
