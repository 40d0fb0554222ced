"""What is known of connectors, lines and each connector on each line. Makes no calls.

The portal's list does not tell whose a connector is: own ones are those that this console
registered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.bitrix.errors import BitrixError
from app.domain.connector import Connector, LineStatus, OpenLine, Origin
from app.domain.events import Event, LineDeleted, StatusDeleted
from app.services.channels import Channels
from app.services.line_list import LineList

#: Channels that come with the portal.
BUILT_IN = frozenset(
    {
        *("livechat", "network", "telegrambot", "viber", "facebook", "facebookcomments"),
        *("facebookmessenger", "fbinstagram", "fbinstagramdirect", "instagram", "vkgroup"),
        *("vkgrouporder", "avito", "whatsappbytwilio", "whatsappbyedna", "edna", "botframework"),
        *("imessage", "notifications", "wechat", "olx", "max", "ok", "yandex", "skype", "skypebot"),
        *("slack", "kik", "groupme", "twilio", "webchat", "email", "directline", "msteams"),
    }
)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A cell before and after a call. `fallback`: `imconnector.deactivate` was missing, so
    `imconnector.activate` with 0 did it.
    """

    before: LineStatus | None
    after: LineStatus | None
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Impact:
    """What unregistering a connector would cut off."""

    lines: tuple[OpenLine, ...]
    open_dialogs: int


class Grid:
    """The last known names and cells, on the lines of the one list."""

    def __init__(self, channels: Channels, lines: LineList) -> None:
        self.names: dict[str, str] = {}
        self.statuses: dict[tuple[str, int], LineStatus] = {}
        self._channels, self._lines = channels, lines

    @property
    def lines(self) -> tuple[OpenLine, ...]:
        """The open lines."""
        return self._lines.shown

    def connectors(self) -> tuple[Connector, ...]:
        """Own ones first, then those of other applications, then the portal's own; by name."""
        found = [self._connector(key, name) for key, name in self.names.items()]
        order = list(Origin)
        return tuple(sorted(found, key=lambda c: (order.index(c.origin), c.name.casefold())))

    def lines_of(self, connector: str) -> tuple[OpenLine, ...]:
        """The lines that a connector is switched on for."""
        on = {
            line
            for (key, line), cell in self.statuses.items()
            if key == connector and cell.configured
        }
        return tuple(line for line in self.lines if line.id in on)

    def take(self, statuses: Iterable[LineStatus]) -> None:
        """Cells that were read."""
        self.statuses |= {(each.connector, each.line): each for each in statuses}

    def take_answers(
        self, places: Sequence[tuple[str, int]], answers: Sequence[LineStatus | BitrixError]
    ) -> BitrixError | None:
        """The answers to a question for many cells; a cell that could not be read is unknown now.

        Answers the first error.
        """
        for place, answer in zip(places, answers, strict=True):
            if isinstance(answer, BitrixError):
                self.statuses.pop(place, None)
            else:
                self.take((answer,))
        return next((each for each in answers if isinstance(each, BitrixError)), None)

    def drop(self, connector: str) -> None:
        """A connector is gone."""
        self.names.pop(connector, None)
        self.statuses = {k: cell for k, cell in self.statuses.items() if k[0] != connector}

    def note(self, event: Event, now: datetime) -> bool:
        """A connector left a line, or a line went away. Whether that changed anything."""
        match event:
            case StatusDeleted() if old := self.statuses.get((event.connector, event.line)):
                off = replace(old, configured=False, status=False, error=False, read_at=now)
                self.take((off,))
            case LineDeleted():
                return self._lines.drop(event.line)
            case _:
                return False
        return True

    def _connector(self, key: str, name: str) -> Connector:
        registration = self._channels.registrations.get(key)
        if registration is not None:
            return Connector(key, name, Origin.OWN, registration)
        return Connector(key, name, Origin.BUILT_IN if key in BUILT_IN else Origin.OTHER)
