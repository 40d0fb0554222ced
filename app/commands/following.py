"""How `tail` and `listen` get at the events of a portal: they read its journal, and see to it that
somebody fills it.

Where no other process works on the portal, this one polls its queue. Where the window does, its
rows are read as they are committed; this process takes the polling over when the window is closed.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, fields
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app.commands.printing import say
from app.settings import Settings

if TYPE_CHECKING:
    from app.bitrix.connection import Http
    from app.domain.feed import FeedHealth
    from app.domain.portal import Profile
    from app.sandbox_process import SandboxDetails
    from app.services.desk import Desk
    from app.services.journal import Journal
    from app.services.session import Session
    from app.services.traffic import Traffic
    from app.supplies import Supplies

#: Seconds between looks at the journal, and between looks whether somebody else still polls.
LOOK, LOOK_FOR_OTHERS = 0.3, 2.0


@dataclass(frozen=True, slots=True)
class Followed:
    """A portal whose events arrive in `journal`. `keep_polling` must run for that."""

    session: "Session"
    traffic: "Traffic"
    journal: "Journal"
    folder: Path
    acknowledges: bool

    async def keep_polling(self) -> None:
        """Poll whenever nobody else does, until cancelled.

        Raises:
            BitrixError: nobody is signed in any more, or events cannot be had; or the sandbox has
                ended, and its journal with it.
            ServiceError: the journal cannot be written.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._end_with_journal())
            await self._keep_polling()

    async def _end_with_journal(self) -> NoReturn:
        from app.bitrix.errors import Unreachable

        while self.journal.path.exists():  # noqa: ASYNC110 - files send no events
            await asyncio.sleep(LOOK_FOR_OTHERS)
        raise Unreachable("refused")

    async def _keep_polling(self) -> NoReturn:
        from app.services.holding import AlreadyHeld, hold

        told = ""
        while True:
            try:
                async with hold(self.journal.path.parent):
                    if told:
                        say(f"{told} has ended: events are fetched here now.")
                        told = ""
                    await self._poll()
            except AlreadyHeld as held:
                who = held.by or "another process"
                if told != who:
                    say(f"{who} polls this portal: its journal is followed.")
                told = who
            await asyncio.sleep(LOOK_FOR_OTHERS)

    async def _poll(self) -> NoReturn:
        from app.services.desk import open_desk

        opening = open_desk(self.session, self.traffic, self.folder, acknowledges=self.acknowledges)
        async with opening as desk:
            await _run_feed(desk)


@asynccontextmanager
async def follow(
    settings: Settings, sandbox_url: str | None, *, acknowledges: bool
) -> AsyncIterator[Followed]:
    """The portal that was named. `acknowledges`: whether what operators write may be acknowledged
    to the portal, as the window would.

    Raises:
        WrongUse: no such portal or sandbox.
        BitrixError: nobody is signed in there, or it does not answer.
        ServiceError: the journal cannot be opened.
    """
    from app.services.desk import journal_path
    from app.services.journal import Journal
    from app.supplies import open_supplies

    async with open_supplies(settings) as supplies, _place(supplies, sandbox_url) as place:
        session, folder = place
        if settings.sandbox:
            say("The sandbox is new, and nothing happens in it by itself.")
            say(f"Its control interface: {session.profile.address}/sandbox/")
        journal = await Journal.open(journal_path(folder, session.profile))
        try:
            yield Followed(session, supplies.traffic, journal, folder, acknowledges)
        finally:
            await journal.close()


@contextmanager
def one_failure() -> Iterator[None]:
    """What one of several pieces of work failed with, by itself: words are known for that."""
    try:
        yield
    except BaseExceptionGroup as group:
        first: BaseException = group
        while isinstance(first, BaseExceptionGroup):
            first = first.exceptions[0]
        raise first from None


async def _run_feed(desk: "Desk") -> NoReturn:
    """Poll until it cannot go on; says what holds it up meanwhile."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[NoReturn] = loop.create_future()
    stop = desk.feed.health_changed.connect(_watcher(ended))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(desk.feed.run())
            await ended
    finally:
        stop()
        ended.cancel()
    raise AssertionError("a feed runs until it is stopped")


def _watcher(ended: "asyncio.Future[NoReturn]") -> "Callable[[FeedHealth], None]":
    """Says a trouble once, ends the polling at one that waiting does not mend."""
    from app.bitrix.errors import Refused, SignedOut
    from app.domain.feed import FeedState
    from app.ui.errors import explain_problem

    told = ""

    def watch(health: "FeedHealth") -> None:
        nonlocal told
        problem, code = health.problem, health.problem.code if health.problem else ""
        if problem is None or ended.done():
            if told and health.state is FeedState.LIVE:
                say("Events are fetched again.")
            told = "" if health.state is FeedState.LIVE else told
        elif health.state is FeedState.SIGNED_OUT:
            ended.set_exception(SignedOut(problem.code, problem.text))
        elif health.state is FeedState.UNAVAILABLE:
            ended.set_exception(Refused(problem.code, problem.text))
        elif told != code:
            told = code
            explained = explain_problem(problem)
            say(f"{explained.title}. It is tried again. ({code})")

    return watch


@asynccontextmanager
async def _place(
    supplies: "Supplies", sandbox_url: str | None
) -> "AsyncIterator[tuple[Session, Path]]":
    """A session, and the folder of journals that everybody uses who works on that portal."""
    from app.commands.opening import place_of, sandbox_session

    if sandbox_url is None:
        async with place_of(supplies) as place:
            yield place
        return
    with tempfile.TemporaryDirectory(prefix="openline-sandbox-") as passing:
        details = await running_sandbox(supplies.http, sandbox_url)
        async with sandbox_session(supplies, details, _agree) as session:
            if _is_known(supplies, session.profile):
                yield session, supplies.settings.data_dir
            else:
                yield session, Path(details.folder or passing)


def _is_known(supplies: "Supplies", sandbox: "Profile") -> bool:
    """Whether somebody has signed in to it as to any portal. Sandboxes that begin alike have one
    key, so their addresses tell them apart.
    """
    wanted = (sandbox.key, sandbox.address)
    return wanted in {(each.key, each.address) for each in supplies.profiles.all()}


async def running_sandbox(http: "Http", url: str) -> "SandboxDetails":
    """What a sandbox says of itself that somebody else started.

    Raises:
        WrongUse: none answers at this address.
        BitrixError: nobody answers there.
    """
    import httpx

    from app.bitrix.connection import unreachable
    from app.commands.opening import refuse
    from app.domain.address import AddressError, parse_portal
    from app.domain.forwarding import stays_here
    from app.sandbox_process import SandboxDetails

    try:
        origin = parse_portal(url)
    except AddressError:
        refuse(f"--sandbox-url: {url} is no address of a sandbox.")
    if not stays_here(origin):
        refuse("--sandbox-url: a sandbox answers on this machine only. Use --profile for a portal.")
    try:
        answer = await http.get(f"{origin}/sandbox/about")
        about = answer.json() if answer.status_code == HTTPStatus.OK else None
    except httpx.RequestError as error:
        raise unreachable(error) from None
    except ValueError:
        about = None
    names = [each.name for each in fields(SandboxDetails)]
    if not isinstance(about, dict) or not set(names) <= set(about):
        refuse(f"--sandbox-url: no sandbox of this program answers at {origin}.")
    return SandboxDetails(**{name: str(about[name]) for name in names})


async def _agree(address: str) -> None:
    """A sandbox that asks its owner is asked in a browser."""
    import webbrowser

    from app.sandbox_sign_in import visit

    if "code" not in (await visit(address)).params:
        say("Press Allow on the page that opens:", f"    {address}")
        await asyncio.to_thread(webbrowser.open, address)
