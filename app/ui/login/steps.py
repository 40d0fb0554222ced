"""What the steps of the sign-in dialog are, and what they hand to each other."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from app.domain.portal import Network, PortalKind, Profile
from app.ui.errors import Explained
from app.ui.login.places import Place

#: Where the browser comes back to, unless the application's card says otherwise.
REDIRECT = "http://127.0.0.1:53682/callback"
#: The vendor's authorisation server for most countries; the answer of the browser may name another.
SERVER = "https://oauth.bitrix.info"
#: The permissions that the console works with.
SCOPES = ("imopenlines", "imconnector", "im", "user")
CODE_SECONDS = 30

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_WEBHOOK = re.compile(r"(/rest/\d+/)[^/?#\s]+")


class Step(StrEnum):
    """The steps in order. KEYS is left out where keys have a place already."""

    PORTAL = "portal"
    APPLICATION = "application"
    KEYS = "keys"
    BROWSER = "browser"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An explanation and the place where it can be mended."""

    place: Place
    explained: Explained


@dataclass(frozen=True, slots=True)
class Application:
    """What the second step asks for. The secret may be empty when one is kept."""

    client_id: str
    client_secret: str
    redirect: str = REDIRECT
    server: str = ""

    def __repr__(self) -> str:
        return f"Application({self.client_id!r}, ***)"


def hide_webhook(text: str) -> str:
    """The same text without the secret part of a webhook address."""
    return _WEBHOOK.sub(r"\1" + "•" * 16, text)


def is_webhook(text: str) -> bool:
    """Whether a webhook's address was pasted where something else belongs."""
    return bool(_WEBHOOK.search(text))


def profile_of(
    application: Application, origin: str, network: Network, known: Profile | None
) -> Profile:
    """What is signed in to. Of a known profile on the same portal, what was chosen for it stays."""
    host = urlsplit(origin)
    local = host.hostname in _LOOPBACK
    same = known if known is not None and known.address == origin else None
    mine = same if same is not None and same.client_id == application.client_id else None
    return Profile(
        name=mine.name if mine else host.netloc,
        address=origin,
        client_id=application.client_id,
        oauth=application.server or (origin if local else SERVER),
        redirect_uri=application.redirect,
        kind=PortalKind.SANDBOX if local else PortalKind.PRODUCTION,
        member_id=same.member_id if same else "",
        network=network,
        read_only=mine.read_only if mine else False,
    )
