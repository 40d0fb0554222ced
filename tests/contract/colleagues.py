"""Others at the same portal: a second person, a second application, a webhook."""

from typing import Any

from .kit import Answer, Portal, answer_of

MINE, OLEG, ANN = 1, 7, 12
"""Numbers of the shop's people: the administrator, who signs in by default, and two sellers."""


class Webhook:
    """Calls through the address of the portal's incoming webhook."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    async def call(self, method: str, params: dict[str, Any] | None = None) -> Answer:
        url = self._portal.details["webhook"] + method
        return answer_of(await self._portal.http.post(url, json=params or {}))

    async def ok(self, method: str, params: dict[str, Any] | None = None) -> Any:
        return (await self.call(method, params)).result


async def employee(portal: Portal) -> Portal:
    """Ann at the same portal: no administrator, in the queue of the first line only."""
    await portal.control("options", role="user")
    beside = await _beside(portal, portal.details)
    await portal.control("options", role="admin")
    assert beside.tokens["user_id"] == ANN
    return beside


async def competitor(portal: Portal, **card: Any) -> Portal:
    """A second application, installed and signed in as the administrator."""
    card = {"redirect_uri": portal.details["redirect_uri"], "title": "Competitor", **card}
    keys = await portal.control("install", **card)
    wanted = ("client_id", "client_secret")
    return await _beside(portal, {**portal.details, **{key: keys[key] for key in wanted}})


async def _beside(portal: Portal, details: dict[str, Any]) -> Portal:
    beside = Portal(portal.http, portal.sandbox)
    beside.details, beside.lines = details, portal.lines
    await beside.sign_in()
    return beside


async def listen(portal: Portal, handler: str, *events: str, **params: Any) -> None:
    """Bind the application's web server to events, online."""
    for event in events:
        await portal.ok("event.bind", {"event": event, "handler": handler, **params})


async def carried(portal: Portal) -> None:
    """The portal's queue servers have sent what was due."""
    await portal.sandbox.deliver()
