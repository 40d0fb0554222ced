"""Decides what the sign-in dialog shows. Knows the sign-in service and no widget."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.portal import PortalKind, Profile
from app.domain.problem import Problem
from app.ui.errors import Explained, code_of, explain, explain_problem
from app.ui.login.places import Place, place_of
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.session import Session
    from app.services.sign_in import SignIn

#: Where the browser comes back to, unless the application's card says otherwise.
REDIRECT = "http://127.0.0.1:53682/callback"
#: The vendor's authorisation server for most countries; the answer of the browser may name another.
SERVER = "https://oauth.bitrix.info"
#: The permissions that the console works with.
SCOPES = ("imopenlines", "imconnector", "im", "user")
CODE_SECONDS = 30

_WEBHOOK = re.compile(r"(/rest/\d+/)[^/?#\s]+")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Step(StrEnum):
    """The four steps in order."""

    PORTAL = "portal"
    APPLICATION = "application"
    BROWSER = "browser"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An explanation and the place where it can be mended."""

    place: Place
    explained: Explained


@dataclass(frozen=True, slots=True)
class Application:
    """What the second step asks for. The secret may be empty when one is kept."""

    client_id: str
    client_secret: str
    redirect: str = REDIRECT
    server: str = ""

    def __repr__(self) -> str:
        return f"Application({self.client_id!r}, ***)"


class LoginPresenter(QObject):
    """Goes through the steps; every failure names the place where it can be mended."""

    step_changed = Signal(str)
    busy_changed = Signal(bool)
    trouble = Signal(object)  # Trouble
    waiting = Signal(str)  # the address that the browser was sent to
    listener_failed = Signal(object)  # Explained
    counted = Signal(int)  # seconds that a code can still live
    signed_in = Signal(object)  # Session

    def __init__(self, sign_in: "SignIn", profile: Profile | None = None) -> None:
        super().__init__()
        self.tasks = Tasks(self)
        self.step = Step.PORTAL
        self.origin = profile.address if profile else ""
        self.session: Session | None = None
        self._sign_in, self._known = sign_in, profile
        self._application: Application | None = None
        self._left = CODE_SECONDS
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._on_second)
        self.tasks.busy_changed.connect(self._on_busy)
        self.tasks.failed.connect(self._on_failed)

    @property
    def host(self) -> str:
        """The portal's name as the person knows it."""
        return urlsplit(self.origin).netloc

    @property
    def knows_secret(self) -> bool:
        """Whether the secret of the profile may be left out."""
        return self._known is not None

    def check_portal(self, text: str) -> None:
        """Leave the first step, if a portal answers at that address."""
        self.tasks.start("check", partial(self._check, text))

    def start(self, application: Application) -> None:
        """Leave the second step: open the browser and wait for what it brings."""
        self._application = application
        if not application.client_id:
            self._tell(Place.CLIENT_ID, "CLIENT_ID_EMPTY")
        elif _WEBHOOK.search(application.client_id):
            self._tell(Place.CLIENT_ID, "ADDRESS_WEBHOOK")
        elif not application.client_secret and not self.knows_secret:
            self._tell(Place.SECRET, "SECRET_EMPTY")
        else:
            self._begin()

    def open_again(self) -> None:
        """Send the browser to the page once more; a sign-in that has ended begins anew."""
        self._stop_clock()
        if self.tasks.is_busy("wait"):
            self._sign_in.open_again()
        elif self._application is not None:
            self._begin()

    def come_back(self) -> None:
        """The person returned from the browser: from now on a code has 30 seconds at most."""
        waits = self.step is Step.BROWSER and self.tasks.is_busy("wait")
        if waits and not self._clock.isActive():
            self._left = CODE_SECONDS
            self._clock.start()

    def paste(self, text: str) -> None:
        """Take the address that the browser ended on."""
        if not self.tasks.is_busy("wait"):
            self._tell(Place.BROWSER, "CODE_TOO_OLD")
            return
        self.tasks.start("paste", partial(self._paste, text))

    def back(self) -> None:
        """One step back; what was typed stays in its fields."""
        before = {Step.APPLICATION: Step.PORTAL, Step.BROWSER: Step.APPLICATION}
        self.tasks.cancel("wait")
        self._stop_clock()
        if self.step in before:
            self._go(before[self.step])

    async def close(self) -> None:
        """Stop waiting, close the listener."""
        self._clock.stop()
        await self.tasks.close()
        await self._sign_in.cancel()

    def _begin(self) -> None:
        self.tasks.start("wait", self._wait)

    async def _check(self, text: str) -> None:
        self.origin = await self._sign_in.check_portal(text)
        self._go(Step.APPLICATION)

    async def _paste(self, text: str) -> None:
        self._sign_in.paste(text)

    async def _wait(self) -> None:
        application = self._application
        if application is None:
            return
        url = await self._sign_in.start(self._profile(application), application.client_secret)
        self._go(Step.BROWSER)
        self.waiting.emit(url)
        if self._sign_in.listener_problem is not None:
            self.listener_failed.emit(explain_problem(self._sign_in.listener_problem))
        self.session = await self._sign_in.finish()
        self._stop_clock()
        self._go(Step.RESULT)
        self.signed_in.emit(self.session)

    def _profile(self, application: Application) -> Profile:
        local = urlsplit(self.origin).hostname in _LOOPBACK
        server = application.server or (self.origin if local else SERVER)
        known = self._known
        same = known is not None and known.address == self.origin
        return Profile(
            name=known.name if known and same else self.host,
            address=self.origin,
            client_id=application.client_id,
            oauth=server,
            redirect_uri=application.redirect,
            kind=PortalKind.SANDBOX if local else PortalKind.PRODUCTION,
            member_id=known.member_id if known and same else "",
        )

    def _go(self, step: Step) -> None:
        self.step = step
        self.busy_changed.emit(False)  # a button that rests cannot take the keyboard
        self.step_changed.emit(step.value)

    def _tell(self, place: Place, code: str) -> None:
        self.trouble.emit(Trouble(place, explain_problem(Problem(code))))

    def _on_busy(self, name: str, busy: bool) -> None:
        if name != "paste":
            self.busy_changed.emit(busy)

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == "wait":
            self._stop_clock()
        place = place_of(error, self.step)
        step = {Place.PORTAL: Step.PORTAL, Place.BROWSER: Step.BROWSER, Place.PASTE: Step.BROWSER}
        wanted = step.get(place, Step.APPLICATION)
        if wanted is not self.step:
            self._go(wanted)
        if code_of(error) == "GARBLED" and self.step is Step.PORTAL:
            self._tell(place, "NOT_A_PORTAL")
        else:
            self.trouble.emit(Trouble(place, explain(error)))

    def _on_second(self) -> None:
        self._left -= 1
        self.counted.emit(max(self._left, 0))
        if self._left <= 0:
            self._clock.stop()

    def _stop_clock(self) -> None:
        self._clock.stop()
        self._left = CODE_SECONDS
        self.counted.emit(CODE_SECONDS)


def hide_webhook(text: str) -> str:
    """The same text without the secret part of a webhook address."""
    return _WEBHOOK.sub(r"\1" + "•" * 16, text)
