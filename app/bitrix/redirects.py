"""A redirect is never followed: a POST would lose its body, and its token might leak.

It only says that the portal may have moved. Whether it has, the authorisation server tells: when
its next token answer names the new host for the same member, the call is made again there.
"""

from time import monotonic
from urllib.parse import urljoin

from app.bitrix.answers import garbled
from app.bitrix.connection import RawAnswer, host_of, is_safe
from app.bitrix.errors import Moved

#: Hosts that one call may be sent on to: a portal moves once, not in circles.
MOST_MOVES = 3
#: Seconds until the authorisation server is asked again about a host that it did not know.
PATIENCE = 600.0
#: Unknown hosts in that time after which it is not asked about any other: a portal that names a new
#: one at every call would make us refresh at every call.
MOST_STRANGERS = 3


def refuse_redirect(raw: RawAnswer, url: str, method: str) -> None:
    """Nothing for an answer that is no redirect.

    Raises:
        Moved: to another host; `secure` unless it is reached in the clear.
        Garbled: the redirect leads nowhere or back to this host.
    """
    if not 300 <= raw.status < 400:
        return
    host = host_of(url, raw.location) if raw.location else ""
    if not host or host == host_of(url):
        raise garbled(method, raw.status, raw.body)
    secure = is_safe(urljoin(url, raw.location))
    raise Moved(host, secure=secure, method=method, status=raw.status)


class Strangers:
    """Hosts that redirects named and nobody vouched for, so that not every call asks again."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}

    def add(self, host: str) -> None:
        """Nobody vouched for it now. The authorisation server may learn of a new name later."""
        self._since[host] = monotonic()

    def __contains__(self, host: str) -> bool:
        recent = [each for each, at in self._since.items() if monotonic() - at < PATIENCE]
        return host in recent or len(recent) >= MOST_STRANGERS
