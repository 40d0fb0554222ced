"""What stands around a portal and is no part of its state: kept snapshots, and copies that serve.

Knows no HTTP. Who serves the portal opens copies; in memory there is nobody who could. A snapshot
of a busy portal takes seconds: only reading the portal (one or two of them) keeps others waiting,
the rest is done in a thread.
"""

import asyncio
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from app.sandbox.errors import ControlError
from app.sandbox.keeping import snapshots
from app.sandbox.keeping.snapshots import SnapshotError
from app.sandbox.portal import Portal

MAX_SNAPSHOTS = 50
MAX_KEPT_BYTES = 1024 * 1024 * 1024
MAX_NAME = 100
_T = TypeVar("_T")


class Host(Protocol):
    """Whoever serves portals on sockets."""

    async def open(self, portal: Portal) -> dict[str, str]:
        """Serve one more; its addresses."""

    def close(self, origin: str) -> bool:
        """Stop serving one that was opened; False when there is none."""

    def opened(self) -> list[str]:
        """Origins of those that were opened."""


class House:
    """A portal with its snapshots. `host` is set by who serves it, and so is `folder`: where the
    programs that work with the portal keep together what ends with it, "" when there is none.
    """

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.host: Host | None = None
        self.folder = ""
        self._kept: dict[str, bytes] = {}

    async def keep(self, name: str) -> int:
        """Save the portal under a name; how many bytes it took."""
        data = await self._saved()
        others = {key: kept for key, kept in self._kept.items() if key != name}
        if len(others) >= MAX_SNAPSHOTS:
            raise ControlError(f"There are {MAX_SNAPSHOTS} snapshots; forget one first.", 409)
        if sum(map(len, others.values())) + len(data) > MAX_KEPT_BYTES:
            raise ControlError("The snapshots would take too much room; forget one first.", 409)
        self._kept[name] = data
        return len(data)

    async def bring_back(self, name: str) -> None:
        """Make the portal what it was when the snapshot was taken."""
        loaded = await _aside(snapshots.read, self.portal, self._named(name))
        loaded.put(self.portal)

    def forget(self, name: str) -> None:
        """Drop a snapshot."""
        self._named(name)
        del self._kept[name]

    def kept(self) -> list[dict[str, Any]]:
        """The snapshots in the order in which they were first taken."""
        return [{"name": name, "bytes": len(data)} for name, data in self._kept.items()]

    async def branch(self, name: str = "") -> Portal:
        """A portal of its own: as it is now, or as it was in a snapshot."""
        data = self._named(name) if name else await self._saved()
        return await _aside(snapshots.twin, self.portal, data)

    async def _saved(self) -> bytes:
        try:
            collected = snapshots.collect(self.portal)
        except SnapshotError as error:
            raise ControlError(str(error), 409) from None
        return await _aside(snapshots.written, collected)

    def _named(self, name: str) -> bytes:
        if name not in self._kept:
            raise ControlError("There is no such snapshot.", 404)
        return self._kept[name]


async def _aside(work: Callable[..., _T], *values: Any) -> _T:
    """Do it in a thread; what cannot be kept or restored is a refusal."""
    try:
        return await asyncio.to_thread(work, *values)
    except SnapshotError as error:
        raise ControlError(str(error), 409) from None
