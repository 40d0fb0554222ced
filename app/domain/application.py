"""The application that a person signs in with, as its card in the portal shows it, and the profile
that comes of it. Knows no window and no server.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from app.domain.address import LOOPBACK
from app.domain.portal import Network, PortalKind, Profile

#: Where the browser comes back to, unless the application's card says otherwise.
REDIRECT = "http://127.0.0.1:53682/callback"
#: The vendor's authorisation server for most countries; the answer of the browser may name another.
SERVER = "https://oauth.bitrix.info"
#: The permissions that the console works with.
SCOPES = ("imopenlines", "imconnector", "im", "user")


@dataclass(frozen=True, slots=True)
class Application:
    """The secret may be empty when one is kept."""

    client_id: str
    client_secret: str
    redirect: str = REDIRECT
    server: str = ""

    def __repr__(self) -> str:
        return f"Application({self.client_id!r}, ***)"


def profile_of(
    application: Application, origin: str, network: Network, known: Profile | None
) -> Profile:
    """What is signed in to. Of a known profile on the same portal, what was chosen for it stays."""
    host = urlsplit(origin)
    local = host.hostname in LOOPBACK
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
