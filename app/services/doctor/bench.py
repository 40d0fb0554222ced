"""What an examiner works with: the case file, and what this console knows by itself."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from app.domain.calls import CallRecord
from app.domain.connector import Registration
from app.domain.doctor import Finding
from app.services.bindings import Bindings
from app.services.channels import WrittenData
from app.services.clock import Clock, Sleep
from app.services.connectors import Connectors
from app.services.contact_center import ContactCenter
from app.services.doctor.case import CaseFile
from app.services.doctor.ruling import Heard, Ruling
from app.services.feed import Feed
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.lines import Lines
from app.services.session import Session
from app.services.traffic import Traffic

if TYPE_CHECKING:  # the canary works at the bench, and its flight is kept on it
    from app.services.doctor.canary import Flight


@dataclass(slots=True)
class Bench:
    """One examination. `found` holds the findings so far, `host` is where the portal was when it
    began, `times` what `server.time` answered, `others_read` whether rows of the queue moved
    without our doing.
    """

    session: Session
    traffic: Traffic
    connectors: Connectors
    lines: Lines
    bindings: Bindings
    contact_center: ContactCenter
    journal: Journal
    inbox: Inbox
    feed: Feed
    case: CaseFile
    host: str
    clock: Clock
    sleep: Sleep
    found: dict[str, Finding] = field(default_factory=dict)
    times: list[Heard] = field(default_factory=list)
    portal_now: datetime | None = None
    others_read: bool = False
    flight: "Flight | None" = None

    @property
    def now(self) -> datetime:
        """The portal's time, as far as it was told: it dates rows and opens lines."""
        return self.portal_now or self.clock()

    @property
    def calls(self) -> list[CallRecord]:
        """What this sign-in called lately, newest last: portals can be open in turn."""
        endpoint = self.session.profile.endpoint
        return [each for each in self.traffic.records if each.url.startswith(endpoint)]

    @property
    def registration(self) -> Registration | None:
        """What this console registered last under the connector's id."""
        return self.connectors.registration(self.case.connector)

    @property
    def written(self) -> WrittenData | None:
        """What this console wrote last as channel data of this line."""
        return self.connectors.channel_data(self.case.connector, self.case.line)


Examiner: TypeAlias = Callable[[Bench], Awaitable[Ruling]]
Examiners: TypeAlias = Mapping[str, Examiner]
