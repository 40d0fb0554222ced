"""How the services of a desk hang together: those of conversations, and those of connectors."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.bitrix.bots import Bots
from app.bitrix.recents import Recents
from app.bitrix.users import Users
from app.domain.dialog import Dialog, DialogId
from app.domain.portal import PortalKind
from app.services.bindings import Bindings
from app.services.bot_book import BotBook
from app.services.bot_runner import BotRunner
from app.services.bot_voice import BotVoice
from app.services.bots import ChatBots
from app.services.channels import Channels
from app.services.clock import Clock
from app.services.connectors import Connectors
from app.services.contact_center import ContactCenter
from app.services.dialogs import Dialogs
from app.services.doctor import Doctor
from app.services.drift import Drift
from app.services.earlier import Earlier
from app.services.feed import Feed
from app.services.forward_auth import ForwardAuth
from app.services.forwarding import Forwarding
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.lines import Lines
from app.services.outbox import Outbox
from app.services.people import People
from app.services.portal_clock import PortalClock
from app.services.session import Session
from app.services.sources.chats import KnownChats
from app.services.sources.choosing import Choice
from app.services.sources.found import FoundDialogs
from app.services.sources.gaps import Gaps
from app.services.sources.history import HistoryReader
from app.services.sources.reading import Reading
from app.services.traffic import Traffic

#: Seconds between two looks at the connectors that were switched on here.
DRIFT_PACES = {PortalKind.PRODUCTION: 300.0, PortalKind.SANDBOX: 30.0}


@dataclass(frozen=True, slots=True)
class Ground:
    """What every service stands on. `pace` is the shortest and the longest wait between polls."""

    session: Session
    traffic: Traffic
    journal: Journal
    pace: tuple[float, float]
    clock: Clock
    portal_clock: PortalClock

    def is_locked(self) -> bool:
        """Whether the profile is read-only; asked again and again."""
        return self.session.profile.read_only

    def origin(self) -> str:
        """The portal's address; it may move."""
        parts = urlsplit(self.session.profile.endpoint)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class Conversations:
    """What is said, and how it comes and goes."""

    people: People
    dialogs: Dialogs
    inbox: Inbox
    outbox: Outbox
    feed: Feed
    forwarding: Forwarding
    found: FoundDialogs
    earlier: Earlier


@dataclass(frozen=True, slots=True)
class Setup:
    """Connectors, lines, and what keeps them well."""

    connectors: Connectors
    lines: Lines
    bindings: Bindings
    contact_center: ContactCenter
    drift: Drift
    doctor: Doctor


async def open_conversations(on: Ground, *, alone: bool, acknowledges: bool) -> Conversations:
    """Unless this process is `alone` with the portal, what is being sent is left to the other."""
    session, journal, clock = on.session, on.journal, on.clock
    caller, me = session.caller, session.capabilities.user
    people = await People.load(Users(caller), journal, clock)
    dialogs = await Dialogs.load(journal)
    quiet = on.is_locked if acknowledges else _always
    inbox = Inbox(
        *(journal, dialogs, people, on.origin, clock),
        read_only=quiet,
        ahead=on.portal_clock.ahead,
    )
    await inbox.load()
    outbox = Outbox(
        *(caller, me, journal, dialogs, inbox),
        clock=clock,
        read_only=on.is_locked,
        overload=lambda: session.overload,
    )
    if alone:
        await outbox.recover()
        await outbox.pause_again()
    auth = ForwardAuth(session)
    forwarding = await Forwarding.load(journal, auth, on.traffic.contacted, clock)
    inbox.committed.connect(lambda _: forwarding.wake())
    chats = KnownChats(dialogs, clock, on.pace[0])
    feed = await _feed(on, dialogs, inbox, chats)
    found = FoundDialogs(
        *(Recents(caller), feed, chats),
        journal=journal,
        dialogs=dialogs,
        people=people,
        shortest=on.pace[0],
        clock=clock,
        ahead=on.portal_clock.ahead,
    )
    earlier = Earlier(
        *(caller, journal, dialogs, people),
        origin=on.origin,
        clock=clock,
        ahead=on.portal_clock.ahead,
    )
    return Conversations(people, dialogs, inbox, outbox, feed, forwarding, found, earlier)


async def open_bots(
    on: Ground,
    talk: Conversations,
    lines: Lines,
    answer: Callable[[DialogId], Awaitable[Dialog]],
) -> ChatBots:
    """The chat bots that answer from here; they rest while the profile is read-only."""
    api, book = Bots(on.session.caller), await BotBook.load(on.journal)
    dialogs, voice = talk.dialogs, BotVoice(talk.inbox, talk.dialogs, talk.people, on.clock)
    runner = BotRunner(
        *(api, book, lines),
        voice=voice,
        dialogs=dialogs,
        told=talk.inbox.applied,
        pace=on.pace[0],
        clock=on.clock,
        read_only=on.is_locked,
    )
    parts = (api, book, runner)
    return ChatBots(*parts, voice=voice, dialogs=dialogs, lines=lines, answer=answer)


def _always() -> bool:
    return True


async def _feed(on: Ground, dialogs: Dialogs, inbox: Inbox, chats: KnownChats) -> Feed:
    reader = HistoryReader(on.session.caller, on.journal, inbox, chats)
    choice = Choice(on.session, inbox, reader, clock=on.clock, shortest=on.pace[0])
    gaps = await Gaps.load(on.journal, dialogs, on.clock)
    reading = Reading(on.session, choice, inbox, gaps, on.clock)
    return Feed(on.session, reading, inbox, interval=on.pace, clock=on.clock)


async def open_setup(on: Ground, talk: Conversations) -> Setup:
    """Everything about connectors and lines."""
    session, journal, clock = on.session, on.journal, on.clock
    channels = await Channels.load(journal, clock)
    base = (session.caller, channels, talk.dialogs, talk.inbox)
    connectors = Connectors(*base, traffic=on.traffic, clock=clock)
    lines = Lines(
        *(session.caller, connectors, talk.dialogs, talk.inbox), origin=on.origin, clock=clock
    )
    bindings = await Bindings.load(session, channels, journal, clock)
    contact_center = ContactCenter(session, channels, clock)
    drift_pace = DRIFT_PACES[session.profile.kind]
    watched = (session, connectors, channels, talk.inbox, journal)
    drift = await Drift.load(*watched, pace=drift_pace, clock=clock)
    doctor = Doctor(
        session,
        traffic=on.traffic,
        connectors=connectors,
        lines=lines,
        bindings=bindings,
        contact_center=contact_center,
        journal=journal,
        inbox=talk.inbox,
        feed=talk.feed,
    )
    return Setup(connectors, lines, bindings, contact_center, drift, doctor)
