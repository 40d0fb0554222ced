"""All services of one signed-in portal, opened and closed together."""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app.bitrix.users import Users
from app.domain.portal import PortalKind, Profile
from app.services.bindings import Bindings
from app.services.capabilities import CapabilityProbe
from app.services.channels import Channels
from app.services.clock import Clock, utc_now
from app.services.configuration import ConfigurationDesk
from app.services.connectors import Connectors
from app.services.contact_center import ContactCenter
from app.services.crowd import Crowd
from app.services.dialogs import Dialogs
from app.services.doctor import Doctor
from app.services.downloads import Downloads
from app.services.drift import Drift
from app.services.feed import Feed
from app.services.forward_auth import ForwardAuth
from app.services.forwarding import Forwarding
from app.services.group_trial import GroupTrial
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.lines import Lines
from app.services.outbox import Outbox
from app.services.people import People
from app.services.personas import FILE_NAME, Personas
from app.services.places import portal_folder
from app.services.previews import Previews
from app.services.retention import Retention
from app.services.search import Search
from app.services.session import Session
from app.services.set_aside import SetAside
from app.services.shelf import Shelf
from app.services.sources.chats import KnownChats
from app.services.sources.choosing import Choice
from app.services.sources.gaps import Gaps
from app.services.sources.history import HistoryReader
from app.services.sources.reading import Reading
from app.services.tracing import Tracer
from app.services.traffic import Traffic
from app.services.upkeep import Upkeep

#: Seconds between polls: while something happens, and at most.
INTERVALS = {PortalKind.PRODUCTION: (2.0, 15.0), PortalKind.SANDBOX: (0.5, 2.0)}
#: Seconds between two looks at the connectors that were switched on here.
DRIFT_PACES = {PortalKind.PRODUCTION: 300.0, PortalKind.SANDBOX: 30.0}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that pages work with. Somebody has to run `feed`, `outbox`, `drift`,
    `forwarding` and `upkeep`.
    """

    session: Session
    traffic: Traffic
    journal: Journal
    people: People
    connectors: Connectors
    dialogs: Dialogs
    outbox: Outbox
    feed: Feed
    previews: Previews
    lines: Lines
    bindings: Bindings
    contact_center: ContactCenter
    drift: Drift
    capabilities: CapabilityProbe
    doctor: Doctor
    configuration: ConfigurationDesk
    tracer: Tracer
    set_aside: SetAside
    forwarding: Forwarding
    inbox: Inbox
    personas: Personas
    shelf: Shelf
    crowd: Crowd
    group_trial: GroupTrial
    downloads: Downloads
    upkeep: Upkeep
    search: Search

    @property
    def profile(self) -> Profile:
        """The portal and application, as the session knows them now."""
        return self.session.profile


def journal_path(data_dir: Path, profile: Profile) -> Path:
    """Where the facts of a portal are kept."""
    return portal_folder(data_dir, profile.key) / "journal.sqlite"


@asynccontextmanager
async def open_desk(
    session: Session,
    traffic: Traffic,
    data_dir: Path,
    *,
    shared_dir: Path | None = None,
    alone: bool = True,
    interval: tuple[float, float] | None = None,
    clock: Clock = utc_now,
) -> AsyncIterator[Desk]:
    """Open the journal and everything that works on it, until the block ends. `shared_dir` is
    where things lie that belong to no portal, `data_dir` if it is not said. Unless this process is
    `alone` with the portal, what is being sent is left to the one that sends it.

    Raises:
        ServiceError: the journal cannot be opened.
    """
    async with AsyncExitStack() as stack:
        stack.push_async_callback(session.close)
        journal = await Journal.open(journal_path(data_dir, session.profile))
        stack.push_async_callback(journal.close)
        files = journal_path(data_dir, session.profile).parent / "files"
        downloads = Downloads(session.http, files)
        stack.push_async_callback(downloads.close)
        personas = await Personas.load((shared_dir or data_dir) / FILE_NAME)
        desk = await _build(
            *(session, traffic, journal, interval, clock),
            downloads=downloads,
            personas=personas,
            alone=alone,
        )
        stack.callback(desk.outbox.changed.connect(lambda _: desk.feed.expect()))
        stack.callback(desk.feed.recovered.connect(lambda _: desk.outbox.hurry()))
        stack.callback(session.changed.connect(lambda _: _notice_changes(desk)))
        stack.callback(desk.tracer.stop)
        stack.callback(desk.set_aside.stop)
        stack.push_async_callback(desk.search.close)
        yield desk


def _notice_changes(desk: Desk) -> None:
    desk.feed.notice()
    desk.outbox.notice()


async def _build(
    session: Session,
    traffic: Traffic,
    journal: Journal,
    interval: tuple[float, float] | None,
    clock: Clock,
    *,
    downloads: Downloads,
    personas: Personas,
    alone: bool,
) -> Desk:
    caller, me = session.caller, session.capabilities.user
    people = await People.load(Users(caller), journal, clock)
    dialogs = await Dialogs.load(journal)
    locked = lambda: session.profile.read_only  # noqa: E731 - asked again and again
    origin = lambda: _origin_of(session.profile.endpoint)  # noqa: E731 - it may move
    inbox = Inbox(journal, dialogs, people, origin, clock, read_only=locked)
    await inbox.load()
    channels = await Channels.load(journal, clock)
    connectors = Connectors(caller, channels, dialogs, inbox, traffic=traffic, clock=clock)
    outbox = Outbox(caller, me, journal, dialogs, inbox, clock=clock, read_only=locked)
    if alone:
        await outbox.recover()
    forwarding = await Forwarding.load(journal, ForwardAuth(session), traffic.contacted, clock)
    inbox.committed.connect(lambda _: forwarding.wake())
    pace = interval or INTERVALS[session.profile.kind]
    feed = await _feed(session, journal, dialogs, inbox, pace=pace, clock=clock)
    previews = Previews(lambda: session.profile.endpoint)
    lines = Lines(
        *(caller, connectors, dialogs, inbox),
        origin=origin,
        clock=clock,
    )
    bindings = await Bindings.load(session, channels, journal, clock)
    contact_center = ContactCenter(session, channels, clock)
    drift = await Drift.load(
        *(session, connectors, channels, inbox, journal),
        pace=DRIFT_PACES[session.profile.kind],
        clock=clock,
    )
    retention = Retention(journal, dialogs, clock)
    await retention.load()
    crowd = Crowd(journal, dialogs, connectors, outbox, read_only=locked)
    return Desk(
        *(session, traffic, journal, people, connectors, dialogs, outbox, feed, previews, lines),
        bindings=bindings,
        contact_center=contact_center,
        drift=drift,
        upkeep=Upkeep(journal, retention, clock),
        capabilities=CapabilityProbe(session, clock),
        doctor=Doctor(
            session,
            traffic=traffic,
            connectors=connectors,
            lines=lines,
            bindings=bindings,
            contact_center=contact_center,
            journal=journal,
            inbox=inbox,
            feed=feed,
        ),
        configuration=ConfigurationDesk(session, connectors, lines, bindings),
        tracer=Tracer(journal, traffic),
        set_aside=await SetAside.load(journal, inbox),
        forwarding=forwarding,
        inbox=inbox,
        downloads=downloads,
        search=Search(journal),
        personas=personas,
        shelf=Shelf(session.http, session.profile),
        crowd=crowd,
        group_trial=GroupTrial(caller, dialogs, connectors, crowd),
    )


async def _feed(
    session: Session,
    journal: Journal,
    dialogs: Dialogs,
    inbox: Inbox,
    *,
    pace: tuple[float, float],
    clock: Clock,
) -> Feed:
    chats = KnownChats(dialogs, clock, pace[0])
    reader = HistoryReader(session.caller, journal, inbox, chats)
    choice = Choice(session, inbox, reader, clock=clock, shortest=pace[0])
    gaps = await Gaps.load(journal, dialogs, clock)
    reading = Reading(session, choice, inbox, gaps, clock)
    return Feed(session, reading, inbox, interval=pace, clock=clock)


def _origin_of(endpoint: str) -> str:
    parts = urlsplit(endpoint)
    return f"{parts.scheme}://{parts.netloc}"
