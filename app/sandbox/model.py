"""Records of the made-up portal. No behaviour beyond naming; `Portal` owns them all."""

from dataclasses import dataclass, field
from typing import Any, Literal

Key = tuple[str, int]
#: How well the behaviour of a method or event is known: it follows the vendor's page; the pages are
#: silent or wrong and the source of the vendor's server says it; or neither does.
Basis = Literal["documented", "server source", "guess"]


@dataclass(slots=True)
class App:
    """An application of the portal. Not `installed` means that its setup was never finished.

    Not `active` means that the administrator switched it off; `users`, when there are any, are the
    only ones who may use it.
    """

    id: int
    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str
    title: str
    scope: tuple[str, ...]
    application_token: str = field(repr=False)
    status: str = "L"
    version: int = 1
    installed: bool = True
    active: bool = True
    payment_expired: bool = False
    users: tuple[int, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def live(self) -> bool:
        """Whether events are sent and queued for it."""
        return self.installed and self.active and not self.payment_expired


@dataclass(frozen=True, slots=True)
class Webhook:
    """An incoming webhook: a user's rights and a fixed scope, without an application."""

    user: int
    code: str = field(repr=False)
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class User:
    """An employee, or a bot that acts as one."""

    id: int
    name: str
    last_name: str
    admin: bool = False
    active: bool = True
    email: str = ""
    gender: str = ""
    position: str = ""
    time_zone: str = ""
    phone: str = ""
    photo: str = ""
    department: int = 1
    bot: bool = False
    online: bool = True

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Line:
    """An open line; `fields` are its settings as strings, by the vendor's names.

    queue: users in their order. entities: whom the settings name, a department for all of its
    people; empty when every user is named himself. shown: how the queue presents an operator.
    ends_at: when a temporary line goes away; stays set until the job that waits for it has run.
    """

    id: int
    name: str
    active: bool
    queue: tuple[int, ...]
    fields: dict[str, Any]
    entities: tuple[tuple[str, int], ...] = ()
    shown: dict[int, dict[str, str]] = field(default_factory=dict)
    ends_at: float | None = None

    def text(self, name: str) -> str:
        """A setting as text; empty when it is not set."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def on(self, name: str) -> bool:
        """A setting that is Y or N."""
        return self.text(name) == "Y"

    def number(self, name: str) -> int:
        """A numeric setting; 0 when it is not set."""
        text = self.text(name)
        return int(text) if text.isdecimal() else 0


@dataclass(slots=True)
class Connector:
    """A registered connector. Built-in ones have no owner."""

    id: str
    name: str
    owner: str | None = None
    icon: dict[str, Any] = field(default_factory=dict)
    icon_disabled: dict[str, Any] = field(default_factory=dict)
    handler: str = ""
    comment: str = ""
    flags: dict[str, bool] = field(default_factory=dict)

    @property
    def builtin(self) -> bool:
        """Whether the portal itself brought it."""
        return self.owner is None


@dataclass(frozen=True, slots=True)
class Channel:
    """A connector on a line, as a call names it; `raw` keeps the caller's spelling."""

    connector: Connector
    raw: str
    line: int


@dataclass(slots=True)
class Status:
    """State of one connector on one line; a missing row means all false."""

    active: bool = False
    connection: bool = False
    register: bool = False
    error: bool = False
    data: dict[str, str] = field(default_factory=dict)

    @property
    def configured(self) -> bool:
        """CONFIGURED of the vendor."""
        return self.active and self.connection and self.register

    @property
    def working(self) -> bool:
        """STATUS of the vendor."""
        return self.configured and not self.error


@dataclass(frozen=True, slots=True)
class Stale:
    """A state that requests other than the one that changed it still see until some time."""

    until: float
    request: int
    status: Status


@dataclass(frozen=True, slots=True)
class Caller:
    """On whose behalf a REST call runs. `app` is None for a webhook.

    `hops` says how many events led to this call, each through the token of the one before.
    """

    user: User
    app: App | None
    scope: frozenset[str]
    auth_connector: str = ""
    hops: int = 0


@dataclass(frozen=True, slots=True)
class Binding:
    """A subscription of an application; `handler` is empty for an offline one.

    `min_timeout` is for ONOFFLINEEVENT: seconds from one notification to the next.
    """

    app: str
    event: str
    user: int
    offline: bool
    handler: str = ""
    auth_type: int = 0
    auth_connector: str = ""
    id: int = 0
    min_timeout: float = 1.0


@dataclass(frozen=True, slots=True)
class Placement:
    """A page of an application inside the portal. `app` is its client id, `options` the binding's.

    languages: language -> TITLE, DESCRIPTION, GROUP_NAME; as in `placement.bind`. connectors: those
    that were registered with this settings page; it goes when the last of them goes.
    """

    id: int
    app: str
    code: str
    handler: str
    user: int = 0
    title: str = ""
    description: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    languages: dict[str, dict[str, str]] = field(default_factory=dict)
    connectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A list answer with its paging."""

    rows: Any
    total: int
    next: int | None = None
