"""Which queue of the application this console reads, and that the portal fills it.

Where the plan has such queues and nothing fills the common one yet, a queue of this console's own:
it holds what our own calls cause as well, and no other program empties it. A common queue that is
filled already stays the one that is read.
"""

import logging

from app.bitrix.errors import Refused
from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.domain.binding import OWN_QUEUE
from app.services.session import Session

log = logging.getLogger(__name__)


class Subscriptions:
    """The subscriptions of one session's application."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def find(self) -> EventQueue:
        """The queue that is filled. Nothing is bound: where nothing is, one would wait for nothing.

        Raises:
            Refused: NOTHING_SUBSCRIBED, nothing fills a queue of this console.
        """
        queue, bound = await self._choose()
        if not bound:
            raise Refused("NOTHING_SUBSCRIBED", method="event.get")
        return queue

    async def make(self) -> EventQueue:
        """The queue, with what is not bound yet bound. An older portal may lack one event.

        Raises:
            BitrixError: without any, one would wait for nothing.
        """
        queue, bound = await self._choose()
        refusal: Refused | None = None
        for event in CONNECTOR_EVENTS:
            try:
                if event not in bound:
                    await queue.bind_offline(event)
                    bound.add(event)
            except Refused as error:
                log.warning("%s is not told by this portal: %s", event, error)
                refusal = error
        if refusal is not None and not bound:
            raise refusal
        return queue

    async def _choose(self) -> tuple[EventQueue, set[str]]:
        """The queue, and the connector's events that fill it now."""
        common = EventQueue(self._session.caller)
        rows = [each for each in await common.get_bindings() if each.offline]
        bound: dict[str, set[str]] = {"": set(), OWN_QUEUE: set()}
        for each in rows:
            if each.event in CONNECTOR_EVENTS:
                bound.setdefault(each.auth_connector, set()).add(each.event)
        apart = self._session.capabilities.auth_connector
        name = OWN_QUEUE if apart and (bound[OWN_QUEUE] or not bound[""]) else ""
        self._session.queue = name
        return EventQueue(self._session.caller, auth_connector=name), bound[name]
