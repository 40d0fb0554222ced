"""A console without a window that stops dead at a named point, so that a test can kill it there.

Reads one line of JSON from stdin: where, with which keys, and the point. Says `at POINT` and then
does nothing more; it never ends by itself.
"""

import asyncio
import json
import sys
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from app.bitrix.bots import Bots
from app.bitrix.connection import open_http
from app.bitrix.events import EventQueue
from app.bitrix.operator_acts import OperatorActs
from app.bitrix.pacing import Pacer
from app.domain.acts import Act
from app.domain.portal import Profile
from app.services import bot_runner as bot_runner_module
from app.services import desk as desk_module
from app.services import inbox as inbox_module
from app.services import lanes as lanes_module
from app.services import looking as looking_module
from app.services.desk import Desk, open_desk
from app.services.session import Keys, Session
from app.services.traffic import Traffic
from app.services.vault import MemoryVault
from tests.helpers.desk import running

FOREVER = 3600.0


class Stop:
    """Stops everything when its point is reached for the wanted time."""

    def __init__(self, point: str, hit: int) -> None:
        self._point, self._left = point, hit

    def _reached(self, point: str) -> bool:
        if point == self._point:
            self._left -= 1
            if self._left == 0:
                print(f"at {point}", flush=True)
                return True
        return False

    async def here(self, point: str) -> None:
        """A point between two awaits of the loop."""
        if self._reached(point):
            await asyncio.sleep(FOREVER)

    def in_thread(self, point: str) -> None:
        """A point inside a transaction of the journal."""
        if self._reached(point):
            threading.Event().wait(FOREVER)


def around(owner: Any, name: str, stop: Stop, label: str) -> None:
    """Stop before and after an awaited method."""
    real = getattr(owner, name)

    async def watched(*args: Any, **kwargs: Any) -> Any:
        await stop.here(f"before {label}")
        result = await real(*args, **kwargs)
        await stop.here(f"after {label}")
        return result

    setattr(owner, name, watched)


def inside(owner: Any, name: str, stop: Stop, label: str) -> None:
    """Stop at the end of a function that runs in a transaction, before its commit."""
    real = getattr(owner, name)

    def watched(*args: Any, **kwargs: Any) -> Any:
        result = real(*args, **kwargs)
        stop.in_thread(f"before the commit of {label}")
        return result

    setattr(owner, name, watched)


def watch(desk: Desk, stop: Stop) -> None:
    """Put the points into the services: the program itself knows nothing of them."""
    around(EventQueue, "get", stop, "get")
    around(EventQueue, "list", stop, "list")
    around(EventQueue, "clear", stop, "clear")
    around(desk.inbox, "save", stop, "save")
    around(desk.inbox, "apply_waiting", stop, "apply")
    connector = desk.outbox._lanes._performer._connector
    around(connector, "send_messages", stop, "send")
    around(connector, "send_status_delivery", stop, "delivery")
    around(OperatorActs, "act", stop, "spam")
    around(Bots, "say", stop, "bot's words")
    around(Bots, "hand_over", stop, "hand-over")
    around(desk.bots.book, "confirm", stop, "bot's confirming")


async def main() -> None:
    """Sign in with the given keys and work until killed."""
    order = json.loads(sys.stdin.readline())
    profile = msgspec.convert(order["profile"], Profile)
    keys = Keys.from_json(order["keys"])
    assert keys is not None
    stop = Stop(order["point"], order["hit"])
    lanes_module.FIRST_DELAY, looking_module.PATIENCE = 0.01, timedelta(0)
    inside(inbox_module, "save_rows", stop, "save")
    inside(inbox_module, "_apply", stop, "apply")
    inside(lanes_module, "take", stop, "take")
    inside(bot_runner_module, "hear", stop, "hearing")
    traffic = Traffic()
    async with open_http() as http:
        pacer = Pacer(10_000, 10_000)
        vault = MemoryVault()
        await vault.save(profile.key, keys.to_json())
        session = await Session.open(http, vault, profile, keys, traffic, pacer=pacer)
        opening = open_desk(session, traffic, Path(order["folder"]), interval=(0.01, 0.05))
        async with opening as desk:
            watch(desk, stop)
            async with running(desk):
                if order["point"].endswith("spam"):
                    await desk.supervision.act(Act.SPAM, desk.dialogs.all()[0].id)
                await asyncio.sleep(FOREVER)


if __name__ == "__main__":
    assert desk_module is not None
    asyncio.run(main())
