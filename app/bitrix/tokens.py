"""A token pair and where it is good. Its secrets show up in no representation."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any

from app.bitrix.held import hold
from app.bitrix.wire import Json, as_id, as_int, as_text, as_time

_LIFETIME = 3600


@dataclass(frozen=True, slots=True)
class Tokens:
    """The answer of the authorisation server, made uniform.

    `endpoint` is the portal's REST root and ends with `/rest/`; `server` is the origin of the
    authorisation server that the answer names, or "".
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    endpoint: str
    member_id: str
    client_id: str
    obtained_at: datetime
    expires_at: datetime
    user_id: int = 0
    scopes: frozenset[str] = frozenset()
    server: str = ""
    status: str = ""

    def __post_init__(self) -> None:
        hold(self.access, self.refresh)

    def to_json(self) -> str:
        """All of it, secrets included: for a keychain only."""
        plain = asdict(self)
        plain |= {
            "obtained_at": self.obtained_at.isoformat(),
            "expires_at": self.expires_at.isoformat(),
            "scopes": sorted(self.scopes),
        }
        return json.dumps(plain)

    @classmethod
    def from_json(cls, text: str) -> "Tokens":
        """What `to_json` wrote.

        Raises:
            ValueError: this is something else. The message holds nothing of it.
        """
        try:
            plain: dict[str, Any] = json.loads(text)
            plain["obtained_at"] = datetime.fromisoformat(plain["obtained_at"])
            plain["expires_at"] = datetime.fromisoformat(plain["expires_at"])
            plain["scopes"] = frozenset(plain["scopes"])
            return cls(**{each.name: plain[each.name] for each in fields(cls)})
        except (ValueError, KeyError, TypeError):
            raise ValueError("These are not stored tokens") from None


def read_tokens(answer: Mapping[str, Json], client_id: str, now: datetime) -> Tokens | None:
    """The pair in a token answer, or null when something needed is missing."""
    access, refresh = as_text(answer.get("access_token")), as_text(answer.get("refresh_token"))
    endpoint = as_text(answer.get("client_endpoint"))
    if not (access and refresh and endpoint):
        return None
    return Tokens(
        access=access,
        refresh=refresh,
        endpoint=endpoint if endpoint.endswith("/") else endpoint + "/",
        member_id=as_id(answer.get("member_id")),
        client_id=client_id,
        obtained_at=now,
        expires_at=_expiry(answer, now),
        user_id=as_int(answer.get("user_id"), 0) or 0,
        scopes=frozenset(as_text(answer.get("scope")).replace(",", " ").split()),
        server=_origin(as_text(answer.get("server_endpoint"))),
        status=as_text(answer.get("status")),
    )


def _expiry(answer: Mapping[str, Json], now: datetime) -> datetime:
    """By the span, since our clock and the server's may differ; by the moment if that is all."""
    span = as_int(answer.get("expires_in"))
    if span is not None and 0 < span < 10 * 365 * 86400:
        return now + timedelta(seconds=span)
    return as_time(answer.get("expires")) or now + timedelta(seconds=_LIFETIME)


def _origin(address: str) -> str:
    scheme, mark, rest = address.partition("://")
    return f"{scheme}{mark}{rest.partition('/')[0]}" if mark else ""
