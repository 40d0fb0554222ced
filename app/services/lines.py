"""The open lines with their settings: what the portal said last, and the calls that change them.

Knows no window. What connectors do on a line is asked of `Connectors`, which shows the same list
and tells when a line has gone. The portal tells nobody of changed settings: they are read before
they are changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.bitrix.errors import BitrixError
from app.bitrix.imopenlines import LineConfigs
from app.bitrix.staff import Staff
from app.bitrix.transport import PagedCaller
from app.domain.dialog import DialogState
from app.domain.events import LineDeleted
from app.domain.line import Bound, Changes, Employee, EntityKind, LineSettings
from app.domain.line_advice import Advice, advise
from app.domain.problem import Problem
from app.services.clock import Clock
from app.services.connectors import Connectors
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible, problem_of
from app.services.inbox import Inbox
from app.services.line_page import LinePage
from app.services.signal import Signal


@dataclass(frozen=True, slots=True)
class Saved:
    """A change as it ended: the line before and after, and the fields whose new values the portal
    did not take although it said yes.
    """

    before: LineSettings
    after: LineSettings
    not_taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineImpact:
    """What deleting a line would take along; without `whole` there may be more connectors."""

    connectors: tuple[Bound, ...]
    open_dialogs: int
    whole: bool


class Lines:
    """One owner of the lines' settings; everything is read when somebody first asks for it."""

    def __init__(
        self,
        caller: PagedCaller,
        connectors: Connectors,
        dialogs: Dialogs,
        inbox: Inbox,
        *,
        origin: Callable[[], str],
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.problem: Problem | None = None
        self._api, self._staff = LineConfigs(caller), Staff(caller)
        self._connectors, self._dialogs, self._inbox = connectors, dialogs, inbox
        self._page, self._clock = LinePage(self._api, origin), clock
        self._lines = connectors.line_list
        self._people: dict[int, Employee] = {}
        connectors.changed.connect(self.changed.emit)

    def all(self) -> tuple[LineSettings, ...]:
        """The lines that the signed-in user may see, in the portal's order."""
        return self._lines.all()

    @property
    def read_at(self) -> datetime | None:
        """When the whole list was read last, None before the first time."""
        return self._lines.read_at

    def get(self, line: int) -> LineSettings | None:
        """A line as it was read last."""
        return self._lines.get(line)

    def employee(self, user: int) -> Employee | None:
        """Somebody whose name was read."""
        return self._people.get(user)

    def bound(self, line: int) -> tuple[Bound, ...]:
        """The connectors that are switched on for a line, as far as their cells were read."""
        found = []
        for each in self._connectors.connectors():
            cell = self._connectors.status(each.id, line)
            if cell is not None and cell.state.is_on:
                flags: Mapping[str, bool | None] = (
                    each.registration.flags if each.registration else {}
                )
                group, signed = flags.get("CHAT_GROUP"), flags.get("NEED_SIGNATURE")
                found.append(Bound(each.id, each.name, cell.state, group, signed))
        return tuple(found)

    @property
    def knows_connectors(self) -> bool:
        """Whether all cells were read: before that a line without connectors may have some."""
        return self._connectors.read_at is not None

    def advice(self, line: int) -> tuple[Advice, ...]:
        """What the adviser says of a line, the worst first."""
        known = self._lines.get(line)
        return advise(known, self.bound(line)) if known is not None else ()

    def impact(self, line: int) -> LineImpact:
        """What would go away with a line, as far as this console knows."""
        opened = sum(
            each.line == line and each.state is DialogState.OPEN for each in self._dialogs.all()
        )
        return LineImpact(self.bound(line), opened, self.knows_connectors)

    def is_old(self, seconds: float) -> bool:
        """Whether the list was never read, or longer ago than that."""
        if self.read_at is None:
            return True
        return (self._clock() - self.read_at).total_seconds() > seconds

    async def refresh(self) -> None:
        """Read all lines.

        Raises:
            BitrixError: they could not be read; what was known stays, `problem` says why.
        """
        try:
            await self._lines.refresh()
        except BitrixError as error:
            self.problem = problem_of(error)
            self.changed.emit(None)
            raise
        self.problem = None
        self._connectors.changed.emit(None)

    async def read(self, line: int) -> LineSettings | None:
        """Read one line again; None when it has gone.

        Raises:
            BitrixError: it could not be read.
        """
        found = await self._api.get(line)
        shown = self._lines.drop(line) if found is None else self._lines.take(found)
        (self._connectors.changed if shown else self.changed).emit(None)
        return found

    async def save(self, line: int, changes: Changes) -> Saved:
        """Change settings, then read what came of it. Only `changes` are sent: other fields, known
        or not, stay what they are in the portal at that moment.

        Raises:
            BitrixError: the portal refused, or the line could not be read afterwards.
            NotPossible: LINE_GONE, there is no such line any more.
        """
        before = await self.read(line)
        if before is None:
            raise NotPossible("LINE_GONE")
        await self._api.update(line, changes)
        after = await self.read(line)
        if after is None:
            raise NotPossible("LINE_GONE")
        lost = [name for name, value in changes.items() if after.value(name) != value]
        return Saved(before, after, tuple(lost))

    async def add(self, changes: Changes) -> LineSettings:
        """A new line.

        Raises:
            BitrixError: the portal refused; LINE_LIMIT where it said only `false`.
            NotPossible: LINE_UNSEEN, it was made but may not be read by this user.
        """
        number = await self._api.add(changes)
        found = await self.read(number)
        if found is None:
            raise NotPossible("LINE_UNSEEN", str(number))
        await self._connectors.line_added(number)
        return found

    async def delete(self, line: int) -> None:
        """Delete a line: its dialogs are closed and its channels disconnected.

        Raises:
            BitrixError: the portal refused.
        """
        async with self._connectors.deleting_line(line):
            await self._api.delete(line)
        await self._inbox.apply_own(LineDeleted(line))

    async def page(self, line: int) -> str:
        """The address of the portal's own page about a line.

        Raises:
            BitrixError: no answer came.
        """
        return await self._page.address(line)

    async def find_people(self, words: str) -> tuple[Employee, ...]:
        """Employees by any of their names or their position.

        Raises:
            BitrixError: also without the permission to see users.
        """
        found = await self._staff.find(words.strip())
        self._people |= {each.id: each for each in found}
        return found

    async def learn_people(self, line: LineSettings) -> None:
        """Names and presence of those who stand in a line's queue; presence is read anew.

        Raises:
            BitrixError: also without the permission to see users.
        """
        users = {e.id for e in line.queue.entities if e.kind is EntityKind.USER}
        wanted = users | set(line.queue.people)
        if wanted:
            self._people |= await self._staff.get(wanted)
            self.changed.emit(None)
