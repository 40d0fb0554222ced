"""Names of the portal's people, asked once and kept in the journal."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from sqlite3 import Connection
from typing import Self

from app.bitrix.errors import Refused
from app.bitrix.users import Users
from app.domain.portal import User
from app.services.clock import Clock
from app.services.journal import Journal
from app.services.rows import stamp

_Ask = Callable[[Iterable[int]], Awaitable[dict[int, User]]]

log = logging.getLogger(__name__)


class People:
    """Operators, bots and customers of others by their portal ids."""

    def __init__(
        self, users: Users, journal: Journal, known: dict[int, User], clock: Clock
    ) -> None:
        self._users = users
        self._journal = journal
        self._known = known
        self._unknown: set[int] = set()
        self._clock = clock

    @classmethod
    async def load(cls, users: Users, journal: Journal, clock: Clock) -> Self:
        """Read the names that earlier runs learned."""
        return cls(users, journal, await journal.run(_load), clock)

    def get(self, wanted: int) -> User | None:
        """A person whose name is known."""
        return self._known.get(wanted)

    async def learn(self, ids: Iterable[int]) -> None:
        """Ask for the names that are not known yet. A portal that refuses is not asked again for
        the same people in this run: names are not worth holding up messages.

        Raises:
            BitrixError: no answer came.
        """
        await self._learn(ids, self._users.get)

    async def learn_customers(self, ids: Iterable[int]) -> None:
        """The same for customers, whom only the messenger knows.

        Raises:
            BitrixError: no answer came.
        """
        await self._learn(ids, self._users.get_customers)

    async def _learn(self, ids: Iterable[int], ask: _Ask) -> None:
        wanted = {each for each in ids if each > 0} - self._known.keys() - self._unknown
        if not wanted:
            return
        try:
            found = await ask(wanted)
        except Refused as error:
            log.warning("The portal does not tell names: %s", error)
            found = {}
        self._unknown |= wanted - found.keys()
        await self.remember(found.values())

    async def remember(self, users: Iterable[User]) -> None:
        """Keep what is known about these people."""
        rows = [(each.id, each.name, each.admin, each.bot, stamp(self._clock())) for each in users]
        if not rows:
            return
        await self._journal.run(lambda conn: _store(conn, rows))
        for number, name, admin, bot, _ in rows:
            self._known[number] = User(number, name, admin, bot)


def _load(conn: Connection) -> dict[int, User]:
    rows = conn.execute("SELECT id, name, admin, bot FROM person")
    return {row[0]: User(row[0], row[1], bool(row[2]), bool(row[3])) for row in rows}


def _store(conn: Connection, rows: list[tuple[int, str, bool, bool, str]]) -> None:
    conn.executemany("INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?)", rows)
