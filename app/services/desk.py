"""All services of one signed-in portal, opened and closed together."""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.domain.acts import Act
from app.domain.dialog import DialogId
from app.domain.linked import chat_page
from app.domain.portal import PortalKind, Profile
from app.services.act_log import ActLog
from app.services.alert_vitals import VitalSigns
from app.services.alerts import Alerts
from app.services.bindings import Bindings
from app.services.board import Board
from app.services.bot_book import BotBook
from app.services.bots import ChatBots
from app.services.capabilities import CapabilityProbe
from app.services.clock import Clock, utc_now
from app.services.configuration import ConfigurationDesk
from app.services.connectors import Connectors
from app.services.contact_center import ContactCenter
from app.services.coverage import Watch
from app.services.crm_links import CrmLinks
from app.services.crowd import Crowd
from app.services.desk_parts import (
    Conversations,
    Ground,
    Setup,
    open_bots,
    open_conversations,
    open_setup,
)
from app.services.dialogs import Dialogs
from app.services.doctor import Doctor
from app.services.downloads import Downloads
from app.services.drift import Drift
from app.services.earlier import Earlier
from app.services.feed import Feed
from app.services.forwarding import Forwarding
from app.services.group_trial import GroupTrial
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.lines import Lines
from app.services.linked_desk import LinkedDesk, open_linked
from app.services.outbox import Outbox
from app.services.people import People
from app.services.personas import FILE_NAME, Personas
from app.services.places import portal_folder
from app.services.portal_clock import PortalClock
from app.services.presence import Presence
from app.services.previews import Previews
from app.services.quick_answers import FILE_NAME as QUICK_ANSWERS
from app.services.quick_answers import QuickAnswers
from app.services.quick_answers_portal import PortalQuickAnswers
from app.services.retention import Retention
from app.services.search import Search
from app.services.service_levels import ServiceLevels
from app.services.session import Session
from app.services.set_aside import SetAside
from app.services.shelf import Shelf
from app.services.shown_calls import ShownCalls
from app.services.sources.found import FoundDialogs
from app.services.statistics import Statistics
from app.services.supervising import Supervision
from app.services.tracing import Tracer
from app.services.traffic import Traffic
from app.services.upkeep import Upkeep
from app.services.views import Views

#: Seconds between polls: while something happens, and at most.
INTERVALS = {PortalKind.PRODUCTION: (2.0, 15.0), PortalKind.SANDBOX: (0.5, 2.0)}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that pages work with. Somebody has to run `feed`, `found`, `outbox`, `drift`,
    `forwarding`, `alerts`, `bots` and `upkeep`.
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
    bots: ChatBots
    search: Search
    views: Views
    crm: CrmLinks
    linked: LinkedDesk
    act_log: ActLog
    supervision: Supervision
    levels: ServiceLevels
    alerts: Alerts
    board: Board
    statistics: Statistics
    quick_answers: QuickAnswers
    portal_answers: PortalQuickAnswers
    found: FoundDialogs
    shown_calls: ShownCalls
    portal_clock: PortalClock
    earlier: Earlier

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
    acknowledges: bool = True,
    interval: tuple[float, float] | None = None,
    clock: Clock = utc_now,
) -> AsyncIterator[Desk]:
    """Open the journal and everything that works on it, until the block ends. `shared_dir` is
    where things lie that belong to no portal, `data_dir` if it is not said. Unless this process is
    `alone` with the portal, what is being sent is left to the one that sends it; and unless it
    `acknowledges`, no rule for operators' messages is followed.

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
        pace = interval or INTERVALS[session.profile.kind]
        answers = await QuickAnswers.load((shared_dir or data_dir) / QUICK_ANSWERS)
        portal_clock = PortalClock(clock)
        stack.callback(traffic.recorded.connect(portal_clock.hear))
        ground = Ground(session, traffic, journal, pace, clock, portal_clock)
        own = (downloads, personas, answers)
        desk = await _build(ground, *own, alone=alone, acknowledges=acknowledges)
        stack.callback(desk.outbox.changed.connect(lambda _: desk.feed.expect()))
        stack.callback(desk.feed.health_changed.connect(Watch(journal, clock).note))
        stack.callback(desk.feed.recovered.connect(lambda _: desk.outbox.hurry()))
        stack.callback(session.changed.connect(lambda _: _notice_changes(desk)))
        stack.callback(desk.alerts.stop)
        stack.callback(desk.tracer.stop)
        stack.callback(desk.set_aside.stop)
        stack.push_async_callback(desk.search.close)
        stack.push_async_callback(desk.statistics.close)
        yield desk


def _notice_changes(desk: Desk) -> None:
    desk.feed.notice()
    desk.outbox.notice()
    desk.bots.runner.wake()


async def _upkeep(on: Ground, dialogs: Dialogs) -> Upkeep:
    retention = Retention(on.journal, dialogs, on.clock)
    await retention.load()
    return Upkeep(on.journal, retention, on.clock)


async def _build(
    on: Ground,
    downloads: Downloads,
    personas: Personas,
    answers: QuickAnswers,
    *,
    alone: bool,
    acknowledges: bool,
) -> Desk:
    session, journal = on.session, on.journal
    talk = await open_conversations(on, alone=alone, acknowledges=acknowledges)
    setup = await open_setup(on, talk)
    dialogs, connectors = talk.dialogs, setup.connectors
    levels = await ServiceLevels.load(journal, setup.lines.get)
    crowd = Crowd(journal, dialogs, connectors, talk.outbox, read_only=on.is_locked)
    act_log = ActLog(journal, session.capabilities.user, lambda: session.profile, on.clock)
    session.around = act_log.around
    links = await CrmLinks.load(session.caller, journal, on.origin, on.clock)
    supervision = _supervision(on, talk, act_log)
    bots = await open_bots(on, talk, setup.lines, partial(supervision.act, Act.ANSWER))
    return Desk(
        *(session, on.traffic, journal, talk.people, connectors, dialogs, talk.outbox, talk.feed),
        previews=Previews(lambda: session.profile.endpoint),
        lines=setup.lines,
        bindings=setup.bindings,
        contact_center=setup.contact_center,
        drift=setup.drift,
        upkeep=await _upkeep(on, dialogs),
        bots=bots,
        capabilities=CapabilityProbe(session, on.clock),
        doctor=setup.doctor,
        configuration=ConfigurationDesk(session, connectors, setup.lines, setup.bindings),
        tracer=Tracer(journal, on.traffic),
        set_aside=await SetAside.load(journal, talk.inbox),
        forwarding=talk.forwarding,
        inbox=talk.inbox,
        downloads=downloads,
        search=Search(journal),
        views=await Views.load(journal),
        crm=links,
        linked=open_linked(on, talk, links, act_log),
        levels=levels,
        alerts=await _alerts(on, talk, setup, levels, bots.book),
        board=await _board(on, talk, setup, levels),
        statistics=_statistics(on, talk, setup),
        quick_answers=answers,
        portal_answers=PortalQuickAnswers(session.caller, dialogs, act_log, on.is_locked),
        act_log=act_log,
        found=talk.found,
        shown_calls=await ShownCalls.load(journal),
        portal_clock=on.portal_clock,
        earlier=talk.earlier,
        supervision=supervision,
        personas=personas,
        shelf=Shelf(session.http, session.profile),
        crowd=crowd,
        group_trial=GroupTrial(session.caller, dialogs, connectors, crowd),
    )


async def _board(on: Ground, talk: Conversations, setup: Setup, levels: ServiceLevels) -> Board:
    presence = Presence(on.session.caller, setup.lines)
    return await Board.load(on.journal, talk.dialogs, levels, presence, on.clock)


def _statistics(on: Ground, talk: Conversations, setup: Setup) -> Statistics:
    address = partial(_address, on, talk.dialogs)
    return Statistics(on.journal, talk.dialogs, setup.lines, address, on.clock)


def _address(on: Ground, dialogs: Dialogs, wanted: DialogId) -> str:
    """The page of a dialog at the portal, "" for one without a chat there."""
    dialog = dialogs.get(wanted)
    if dialog is None or dialog.portal_chat is None:
        return ""
    return chat_page(on.origin(), dialog.portal_chat)


async def _alerts(
    on: Ground, talk: Conversations, setup: Setup, levels: ServiceLevels, bots: BotBook
) -> Alerts:
    lines, clock, watched = setup.lines, on.clock, (on.session, talk.feed, setup.drift)
    base = partial(VitalSigns, *watched, talk.dialogs, lines=lines, traffic=on.traffic)
    vitals = base(bots=bots, clock=clock)
    parts = (on.journal, vitals, talk.dialogs)
    return await Alerts.load(*parts, lines=lines, levels=levels, clock=clock)


def _supervision(on: Ground, talk: Conversations, act_log: ActLog) -> Supervision:
    session = on.session
    return Supervision(
        *(session.caller, session.capabilities.user, talk.dialogs),
        people=talk.people,
        act_log=act_log,
        read_only=on.is_locked,
        clock=on.clock,
    )
