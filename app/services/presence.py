"""Who works in the queues, and who of them is there: asked while somebody looks, and kept only for
as long as the program runs. The portal tells nobody when somebody comes or goes.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.bitrix.breaks import Breaks
from app.bitrix.errors import BitrixError, Refused
from app.bitrix.records import polling
from app.bitrix.staff import Staff
from app.bitrix.transport import PagedCaller
from app.domain.board import Person, Seat
from app.domain.line import LineSettings
from app.domain.problem import Problem
from app.services.failures import problem_of
from app.services.lines import Lines
from app.services.signal import Signal

#: How long a line's settings are good enough: queues seldom change.
_LINES_OLD = 600.0

log = logging.getLogger(__name__)


class Presence:
    """`changed` tells that queues or people are others now. `problem` says why nobody's presence is
    known, if that is so.
    """

    def __init__(self, caller: PagedCaller, lines: Lines) -> None:
        self.changed: Signal[None] = Signal()
        self.problem: Problem | None = None
        self._staff, self._breaks, self._lines = Staff(caller), Breaks(caller), lines
        self._people: Mapping[int, Person] = {}
        lines.changed.connect(self.changed.emit)  # the queues are theirs

    @property
    def people(self) -> Mapping[int, Person]:
        """What was told last, by the portal's numbers."""
        return self._people

    def seats(self) -> tuple[Seat, ...]:
        """Everybody in the queues of the lines that are known, in the order of the queues."""
        return tuple(seat for line in self._lines.all() for seat in _seats(line))

    async def read(self, others: Callable[[], set[int]] = set) -> None:
        """Ask for the queues, when that is long ago, and for the people in them and `others`.

        Raises:
            BitrixError: no answer came; what was known stays. A refusal is kept in `problem`, and
                who is there is not known then.
        """
        try:
            if self._lines.is_old(_LINES_OLD):
                await self._lines.refresh()
            with polling():
                await self._read_people({seat.user for seat in self.seats()} | others())
        except Refused as error:
            log.warning("The portal does not tell who is there: %s", error)
            self._forget_who_is_there()
            self._tell(problem_of(error))
        except BitrixError as error:
            self._tell(problem_of(error))
            raise

    def _forget_who_is_there(self) -> None:
        """What was so a while ago is nothing to rely on."""
        self._people = {
            user: replace(each, online=None, paused=None) for user, each in self._people.items()
        }

    async def _read_people(self, wanted: set[int]) -> None:
        found = await self._staff.get(wanted) if wanted else {}
        breaks = await self._read_breaks() or {}
        self._people = {
            each.id: Person(each.name, each.position, each.online, each.active, breaks.get(each.id))
            for each in found.values()
        }
        self._tell(None)

    async def _read_breaks(self) -> dict[int, bool] | None:
        """Not worth a word: the vendor promises nobody that it can be asked."""
        try:
            return await self._breaks.now()
        except Refused as error:
            log.info("The portal does not tell who is on a break: %s", error)
            return None

    def _tell(self, problem: Problem | None) -> None:
        self.problem = problem
        self.changed.emit(None)


def _seats(line: LineSettings) -> Iterator[Seat]:
    names, most = line.queue.names, line.number("MAX_CHAT") or 0
    for place, user in enumerate(line.queue.people, 1):
        yield Seat(user, names.get(user, ""), line.id, place, most)
