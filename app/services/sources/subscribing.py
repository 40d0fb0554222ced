"""Which queue of the application this console reads, and that the portal fills it.

Where the plan has such queues and nothing fills the common one yet, a queue of this console's own:
it holds what our own calls cause as well, and no other program empties it. A common queue that is
filled already stays the one that is read.
"""

import logging
from collections.abc import Sequence

from app.bitrix.errors import Refused
from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.domain.binding import OWN_QUEUE, Binding
from app.services.session import Session

#: What customers write through other programs. It is no part of what a connector needs.
LINE_MESSAGES = "ONOPENLINEMESSAGEADD"

log = logging.getLogger(__name__)


class Subscriptions:
    """The subscriptions of one session's application."""

    def __init__(self, session: Session) -> None:
        self.tells_customers = False
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
        await self._bind_line_messages(queue)
        return queue

    async def _bind_line_messages(self, queue: EventQueue) -> None:
        """Only a queue of our own tells what other programs of this application send: the common
        one leaves out whatever the application itself has caused.
        """
        if self.tells_customers or not self._session.queue:
            return
        try:
            await queue.bind_offline(LINE_MESSAGES)
            self.tells_customers = True
        except Refused as error:
            log.info("What customers write elsewhere is not told by this portal: %s", error)

    async def _choose(self) -> tuple[EventQueue, set[str]]:
        """The queue, and the connector's events that fill it now."""
        common = EventQueue(self._session.by_itself)
        rows = [each for each in await common.get_bindings() if each.offline]
        bound: dict[str, set[str]] = {"": set(), OWN_QUEUE: set()}
        for each in rows:
            if each.event in CONNECTOR_EVENTS:
                bound.setdefault(each.auth_connector, set()).add(each.event)
        apart = self._session.capabilities.auth_connector
        name = OWN_QUEUE if apart and (bound[OWN_QUEUE] or not bound[""]) else ""
        self._session.queue = name
        self.tells_customers = bool(name) and _tells(rows, name)
        return EventQueue(self._session.by_itself, auth_connector=name), bound[name]


def _tells(rows: Sequence[Binding], queue: str) -> bool:
    return any(x.event == LINE_MESSAGES and x.auth_connector == queue for x in rows)
