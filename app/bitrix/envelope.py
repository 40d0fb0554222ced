"""What the portal posts to a handler for one event: name, data, moment, and who may call back.

A row of the queue holds name, data and moment; the rest is known from the sign-in. Three things are
not: the number of the handler at the portal, the token of whoever caused the event, and the
application's own token, which the portal gives to installers only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from app.bitrix.event_rows import EventRow
from app.bitrix.wire import Json

#: Stands where the access token would be.
NO_TOKEN = "not-sent-by-openline-console"  # noqa: S105 - says that there is none
#: How long the portal's tokens live.
_LIFETIME = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Auth:
    """What the sign-in knows. `access` is empty where no token goes along; the token is then that
    of nobody, else that of `user`.
    """

    endpoint: str
    server: str
    member_id: str
    scopes: tuple[str, ...]
    status: str
    user: int
    application_token: str = field(repr=False)
    access: str = field(default="", repr=False)
    expires: datetime | None = None


def envelope(row: EventRow, auth: Auth, now: datetime) -> Mapping[str, Json]:
    """The fields of the form, nested."""
    return {
        "event": row.name,
        "event_handler_id": 0,
        "data": row.data,
        "ts": int((row.at or now).timestamp()),
        "auth": _auth_block(row, auth, now),
    }


def _auth_block(row: EventRow, auth: Auth, now: datetime) -> Mapping[str, Json]:
    """As the portal, without the token's part where nobody stands behind the event."""
    portal: dict[str, Json] = {
        "domain": urlsplit(auth.endpoint).netloc,
        "server_endpoint": f"{auth.server}/rest/",
        "status": auth.status,
        "client_endpoint": auth.endpoint,
        "member_id": auth.member_id,
        "application_token": auth.application_token,
    }
    user = auth.user if auth.access else row.cause
    if not user:
        return {key: value for key, value in portal.items() if key != "status"}
    expires = auth.expires if auth.access and auth.expires else now + _LIFETIME
    return {
        "access_token": auth.access or NO_TOKEN,
        "expires": int(expires.timestamp()),
        "expires_in": max(int((expires - now).total_seconds()), 0),
        "scope": ",".join(auth.scopes),
        **portal,
        "user_id": user,
    }
