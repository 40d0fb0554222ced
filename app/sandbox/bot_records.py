"""Records of chat bots and their commands. No behaviour beyond naming; `Portal` owns them all."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """One event in the log of a bot that polls."""

    id: int
    at: float
    type: str
    data: dict[str, Any]


@dataclass(slots=True)
class Bot:
    """A bot. `id` is its user's number; `owner` an application's client id, or a webhook's key.

    kind: bot, openline, supervisor, personal or network; letter: the older letter of it.
    newer: registered by the newer methods, so it hears the newer events: at `webhook`, or in
    `log` when it polls; the others hear at `handlers`, by event.
    typing: dialog -> until when the bot is seen to type there, and what it is said to do.
    commands: their numbers. chats: those it has come into, also some that it has left since.
    """

    id: int
    code: str
    owner: str
    by: int
    kind: str = "bot"
    letter: str = "B"
    openline: bool = False
    newer: bool = False
    webhook: str = ""
    handlers: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    reactions: bool = True
    background: str | None = None
    sent: int = 0
    log: list[Told] = field(default_factory=list)
    typing: dict[str, tuple[float, str]] = field(default_factory=dict)
    commands: set[int] = field(default_factory=set)
    chats: set[int] = field(default_factory=set)

    @property
    def polls(self) -> bool:
        """Whether it fetches its events itself."""
        return self.newer and not self.webhook

    @property
    def hears_all(self) -> bool:
        """Whether it hears every message of its chats, not only what is meant for it."""
        return self.kind in ("supervisor", "personal")

    def address(self, event: str) -> str:
        """Where an event goes; empty when nobody listens."""
        return self.webhook if self.newer else self.handlers.get(event, "")


@dataclass(slots=True)
class Command:
    """A word after a slash that calls a bot."""

    id: int
    bot: int
    word: str
    handler: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    common: bool = False
    hidden: bool = False
    extranet: bool = False
