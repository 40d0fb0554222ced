"""The same people writing the same words in one `chat.id`, through a connector registered with
`CHAT_GROUP` and through one without: what the portal makes of it, side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from app.bitrix.imopenlines import ImOpenLines
from app.bitrix.transport import Caller
from app.domain.connector import ChannelData, LineState, Registration
from app.domain.content import Words
from app.domain.dialog import Customer, DialogId
from app.domain.persona import filled_in
from app.services.connectors import Connectors
from app.services.crowd import Crowd
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible, ServiceError

_TAILS = {True: "_group", False: "_single"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the connector, and the dialog of each person in their order."""

    connector: str
    group: bool
    dialogs: tuple[DialogId, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """What was written where. `chat` is the external chat id that all share."""

    chat: str
    customers: tuple[Customer, ...]
    sides: tuple[Side, Side]


class GroupTrial:
    """Compares on one portal."""

    def __init__(
        self, caller: Caller, dialogs: Dialogs, connectors: Connectors, crowd: Crowd
    ) -> None:
        self._lines = ImOpenLines(caller)
        self._dialogs = dialogs
        self._connectors = connectors
        self._crowd = crowd

    def twin_of(self, connector: str) -> str:
        """The id of the connector that is registered the other way, whether it is there or not."""
        group = self._crowd.is_group(connector)
        plain = connector.removesuffix(_TAILS[True]).removesuffix(_TAILS[False])
        wanted = [plain, f"{plain}{_TAILS[not group]}"]
        known = [each for each in wanted if self._is_other(each, group)]
        return known[0] if known else wanted[1]

    def is_ready(self, connector: str, line: int) -> bool:
        """Whether both connectors work on a line."""
        states = [
            self._connectors.status(each, line) for each in (connector, self.twin_of(connector))
        ]
        return all(each is not None and each.state is LineState.WORKING for each in states)

    async def set_up(self, connector: str, line: int) -> None:
        """Register the twin and connect it to the line.

        Raises:
            NotPossible: NOT_OURS, how the connector is registered is not known here.
            ServiceError: a step failed, with its own code.
        """
        known = self._connectors.registration(connector)
        if known is None:
            raise NotPossible("NOT_OURS")
        written = self._connectors.channel_data(connector, line)
        data = (
            written.data
            if written
            else ChannelData(connector, known.handler, known.handler, known.name)
        )
        async for step in self._connectors.connect(self._other(known), line, data):
            if step.problem is not None:
                raise ServiceError(step.problem.code, step.problem.text)

    async def run(
        self, connector: str, line: int, customers: Sequence[Customer], text: str
    ) -> Trial:
        """Let everybody write once through each of the two.

        Raises:
            NotPossible: TOO_FEW people for a group, EMPTY_TEXT, READ_ONLY.
        """
        if len(customers) < 2:
            raise NotPossible("TOO_FEW")
        if not text.strip():
            raise NotPossible("EMPTY_TEXT")
        chat = f"group-{uuid4().hex[:8]}"
        together = tuple(replace(each, chat=chat) for each in customers)
        words = [
            Words(each, filled_in(text, each, number))
            for number, each in enumerate(together, start=1)
        ]
        sides = []
        for group in (False, True):
            through = (
                connector if self._crowd.is_group(connector) is group else self.twin_of(connector)
            )
            dialogs = await self._crowd.write(through, line, words)
            sides.append(Side(through, group, dialogs))
        return Trial(chat, together, (sides[0], sides[1]))

    async def crm(self, trial: Trial) -> dict[int, tuple[tuple[str, int], ...]]:
        """The records of the CRM that each portal chat of a trial is bound to now.

        Raises:
            BitrixError: the portal did not tell.
        """
        chats = {
            dialog.portal_chat
            for side in trial.sides
            for each in side.dialogs
            if (dialog := self._dialogs.get(each)) is not None and dialog.portal_chat is not None
        }
        return {chat: await self._lines.crm(chat) for chat in sorted(chats)}

    def _is_other(self, connector: str, group: bool) -> bool:
        known = self._connectors.registration(connector) is not None
        return known and self._crowd.is_group(connector) is not group

    def _other(self, known: Registration) -> Registration:
        group = not known.flags.get("CHAT_GROUP", False)
        return replace(known, id=self.twin_of(known.id), flags={**known.flags, "CHAT_GROUP": group})
