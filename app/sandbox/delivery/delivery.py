"""Events on their way to handlers: the records, what is in the envelope, and the form encoding.

Knows no HTTP: `courier` carries the records out. A record holds the whole body from the moment the
event happened, so what becomes of the application later changes nothing in it.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote_plus, urlsplit

from app.sandbox import hosts
from app.sandbox.delivery import mishaps
from app.sandbox.delivery.handler_url import why_not
from app.sandbox.delivery.outbox import KEPT_BYTES, NOT_SENT, WAITING, Delivery
from app.sandbox.model import App, Binding
from app.sandbox.params import entries, is_array, to_text
from app.sandbox.portal import Portal
from app.sandbox.preview import hushed

#: Waiting bodies may take so much together; then only short ones (KEPT_BYTES) are sent.
MAX_WAITING_BYTES = 64 * 1024 * 1024
#: How much of a body the log shows.
SHOWN_BYTES = 4000
#: An event caused through the token of an event, and so on: the eighth is not sent.
MAX_HOPS = 7
#: Events whose page says that null comes as an empty text.
NULLS_SHOWN = "ONIMBOTV2"


@dataclass(frozen=True, slots=True)
class Happening:
    """What an event says. `user`: whose token goes along (0: none).

    lasting: with a refresh token. bare: no tokens at all, as after the end of an application.
    """

    event: str
    data: Any
    user: int = 0
    lasting: bool = False
    bare: bool = False


def notify(portal: Portal, binding: Binding, told: Happening) -> None:
    """Put an event for an online handler on its way, as the ordered faults let it."""
    _send(portal, portal.apps[binding.app], binding.handler, binding.id, told)


def note_unheard(portal: Portal, binding: Binding, event: str, data: Any) -> None:
    """Remember an event whose application does not work yet, or no more: nothing is sent to it."""
    app = portal.apps[binding.app]
    told = Happening(event, data, bare=True)
    row = _row(portal, app, binding.handler, binding.id, told)
    row.end(NOT_SENT, _why_unheard(app))
    portal.deliveries.append(row)


def _why_unheard(app: App) -> str:
    if not app.installed:
        return "the installation of the application is not finished"
    return "the application is not paid for" if app.active else "the application is switched off"


def send_to_bot(  # noqa: PLR0917 - an event is all of these
    portal: Portal, app: str, handler: str, event: str, data: Any, user: int
) -> None:
    """Put an event for a bot's own address on its way; its tokens are long-lived.

    `app` is the owner's client id; a bot of a webhook has another owner, and gets no tokens.
    """
    record = portal.apps.get(app)
    if record is None or record.live:
        _send(portal, record or app, handler, 0, Happening(event, data, user, lasting=True))


def auth_block(
    portal: Portal, app: App | str, user: int, *, lasting: bool = False
) -> dict[str, Any]:
    """`auth` of an envelope. Without a user who works here there are no tokens in it.

    `app` is a name where no application is behind it.
    """
    address = hosts.current(portal, portal.origin)
    block: dict[str, Any] = {
        "domain": urlsplit(address).netloc,
        "server_endpoint": f"{portal.origin}/rest/",
        "client_endpoint": f"{address}/rest/",
        "member_id": portal.member_id,
    }
    if isinstance(app, str):
        return block
    block["application_token"] = app.application_token
    person = portal.users.get(user)
    if person is None or not person.active:
        return block
    grant = portal.authority.for_event(app, person, _hops(portal), lasting=lasting)
    block |= {
        "access_token": grant.access,
        "expires": grant.expires,
        "expires_in": grant.expires_in,
        "scope": ",".join(app.scope),
        "status": app.status,
        "user_id": person.id,
    }
    return block | ({"refresh_token": grant.refresh} if lasting else {})


def shown(portal: Portal) -> list[dict[str, Any]]:
    """The log of deliveries, oldest first; of the bodies the beginning, and no tokens."""
    rows = portal.deliveries
    return [{**asdict(row), "body": hushed(row.body[:SHOWN_BYTES])} for row in rows]


def form(fields: dict[str, Any], *, nulls: bool = False) -> str:
    """Nested fields as PHP writes a form: every scalar a text, true and false as 1 and 0.

    Empty arrays vanish, and so do nulls, unless they are to be empty texts.
    """
    pairs = _pairs("", fields, nulls=nulls)
    return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in pairs)


def _quoted(text: str) -> str:
    return quote_plus(text, errors="replace")  # JSON can bring halves of characters


def _pairs(name: str, value: Any, *, nulls: bool) -> Iterator[tuple[str, str]]:
    if is_array(value):
        for key, item in entries(value):
            yield from _pairs(f"{name}[{key}]" if name else key, item, nulls=nulls)
    elif value is not None or nulls:
        yield name, "0" if value is False else to_text(value)


def _hops(portal: Portal) -> int:
    return portal.caller.hops + 1 if portal.caller else 1


def _send(portal: Portal, app: App | str, handler: str, handler_id: int, told: Happening) -> None:
    row = _row(portal, app, handler, handler_id, told)
    if _hops(portal) > MAX_HOPS:
        row.end(NOT_SENT, "events cause each other in a circle")
    elif len(row.body) > KEPT_BYTES and len(row.body) + _waiting_bytes(portal) > MAX_WAITING_BYTES:
        row.end(NOT_SENT, "too much is waiting to be sent")
    elif refusal := why_not(handler, portal.options.allow_hosts):
        row.end(NOT_SENT, refusal)  # at once: when it is tried depends on the real time
    mishaps.post(portal, row)


def _row(
    portal: Portal, app: App | str, handler: str, handler_id: int, told: Happening
) -> Delivery:
    envelope = {
        "event": told.event,
        "event_handler_id": handler_id,
        "data": told.data,
        "ts": int(portal.now),
        "auth": auth_block(portal, app, 0 if told.bare else told.user, lasting=told.lasting),
    }
    now, number = portal.now, portal.next_id("delivery")
    body = form(envelope, nulls=told.event.startswith(NULLS_SHOWN))
    owner = app if isinstance(app, str) else app.client_id
    return Delivery(number, owner, told.event, handler, handler_id, body, now, now)


def _waiting_bytes(portal: Portal) -> int:
    return sum(len(row.body) for row in portal.deliveries if row.state == WAITING)
