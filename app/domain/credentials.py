"""What a person brought along to sign in with, sorted: keys of an application, tokens, addresses.

Secrets are in no representation. Knows no form in which they are pasted.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Kind = Literal[
    "empty", "too_long", "nothing", "webhook", "redirect", "uninstall", "application_token",
    "app_sid",
]  # fmt: skip


class Form(StrEnum):
    """What the pasted text was."""

    INSTALL = "install"  # the portal's request to an installer: ONAPPINSTALL
    FRAME = "frame"  # the portal's request when it opens a page of the application
    EVENT = "event"  # any other event with its `auth` block
    TOKENS = "tokens"  # the authorisation server's answer, or a store of tokens
    KEYS = "keys"  # client id and secret alone


class Doubt(StrEnum):
    """What a person has to know before these are used."""

    EXPIRED = "expired"  # the access token has run out
    NO_REFRESH = "no_refresh"  # it works an hour at most
    NO_SECRET = "no_secret"  # noqa: S105 - renewing needs the application's keys
    SHARED = "shared"  # renewing takes the pair away from whoever had it before
    APPLICATION_TOKEN = "application_token"  # noqa: S105 - is no access token and is not kept
    APP_SID = "app_sid"  # names a page that was opened, and is not kept
    DOMAIN_IS_SERVER = "domain_is_server"  # `domain` is the authorisation server, not the portal
    WEBHOOK = "webhook"  # a webhook stood beside; it is left out
    NO_PORTAL = "no_portal"  # they do not say which portal they are for
    NO_MEMBER = "no_member"  # nor which one it is when it is renamed


class CredentialsError(Exception):
    """The text holds nothing to sign in with. Never holds the text itself."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.kind: Kind = kind


@dataclass(frozen=True, slots=True)
class Credentials:
    """What was found. Empty strings are what was not.

    `portal` and `server` are origins; `endpoint` ends with `/rest/`; `seconds` is how long the
    access token still lives, None when nobody said so.
    """

    form: Form
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    access: str = field(default="", repr=False)
    refresh: str = field(default="", repr=False)
    portal: str = ""
    endpoint: str = ""
    server: str = ""
    member_id: str = ""
    user_id: int = 0
    seconds: int | None = None
    scopes: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()

    @property
    def tokens(self) -> bool:
        """Whether there are tokens, so that no browser is needed."""
        return bool(self.access or self.refresh)
