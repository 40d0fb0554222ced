"""Decides what the sign-in dialog shows. Knows the sign-in service and no widget."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from app.domain.address import AddressError, is_webhook, parse_portal
from app.domain.application import Application, profile_of
from app.domain.portal import Network, Profile
from app.domain.problem import Problem
from app.ui.errors import code_of, explain, explain_problem
from app.ui.login.clock import CodeClock
from app.ui.login.places import STEPS, Place, place_of
from app.ui.login.steps import Step, Trouble
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.domain.credentials import Credentials
    from app.services.keeping import Keeping
    from app.services.session import Session
    from app.services.sign_in import SignIn
    from app.services.vault import Kind


#: What an error means while one only asks who is there.
_AT_ADDRESS = {"GARBLED": "NOT_A_PORTAL", "UNREACHABLE_CUT": "ADDRESS_CUT"}


class LoginPresenter(QObject):
    """Goes through the steps; every failure names the place where it can be mended.

    Without `keeping` the vault of the sign-in is taken for one that works. `known` are the portals
    that were signed in to before: signing in to one again changes nothing that was chosen for it.
    """

    step_changed = Signal(str)
    busy_changed = Signal(bool)
    trouble = Signal(object)  # Trouble
    recognised = Signal(object)  # Credentials
    tested = Signal(object)  # ConnectionReport
    testing = Signal(bool)
    waiting = Signal(str)  # the address that the browser was sent to
    listener_failed = Signal(object)  # Explained
    counted = Signal(int)  # seconds that a code can still live
    signed_in = Signal(object)  # Session

    def __init__(
        self,
        sign_in: "SignIn",
        profile: Profile | None = None,
        keeping: "Keeping | None" = None,
        *,
        knows_secret: bool = True,
        known: Sequence[Profile] = (),
    ) -> None:
        super().__init__()
        self.tasks = Tasks(self)
        self.step = Step.PORTAL
        self.origin = profile.address if profile else ""
        self.network = profile.network if profile else Network()
        self.session: Session | None = None
        self.found: Credentials | None = None
        self.keeping = keeping
        self._sign_in, self._known = sign_in, tuple(known)
        self._again, self._knows_secret = profile, knows_secret and profile is not None
        self._application: Application | None = None
        self._clock = CodeClock(self)
        self._clock.counted.connect(self.counted)
        self.tasks.busy_changed.connect(self._on_busy)
        self.tasks.failed.connect(self._on_failed)

    @property
    def host(self) -> str:
        """The portal's name as the person knows it."""
        return urlsplit(self.origin).netloc

    @property
    def again(self) -> Profile | None:
        """The profile that is offered again, on its own portal only: its application and secret
        are nobody else's business.
        """
        again = self._again
        return again if again is not None and again.address == self.origin else None

    @property
    def knows_secret(self) -> bool:
        """Whether the secret of that profile may be left out."""
        return self._knows_secret and self.again is not None

    @property
    def brought(self) -> bool:
        """Whether tokens were brought along, so that no browser is needed."""
        return self.found is not None and self.found.tokens

    @property
    def keychain_fails(self) -> bool:
        """Whether the keychain was tried, and does not work."""
        keeping = self.keeping
        if keeping is None or not keeping.keychain_allowed:
            return False
        return self.needs_place and keeping.choice in ("", "keychain")

    @property
    def needs_place(self) -> bool:
        """Whether keys cannot be kept yet."""
        return self.keeping is not None and self.keeping.state != "open"

    def network_of(self, text: str) -> Network | None:
        """The way to a portal that was signed in to before, None for another one."""
        try:
            origin = parse_portal(text)
        except AddressError:
            return None
        ways = [each.network for each in self._known if each.address == origin]
        return ways[-1] if ways else None

    def check_portal(self, text: str, network: Network | None = None) -> None:
        """Leave the first step, if a portal answers at that address."""
        self.network = network or Network()
        self.tasks.start("check", partial(self._check, text))

    def test_connection(self, text: str, network: Network) -> None:
        """Say how far a request to that address comes with these settings."""
        self.tasks.start("test", partial(self._test, text, network))

    def read(self, text: str) -> None:
        """Sort what somebody brought along; it is used when the second step is left."""
        from app.domain.credentials import CredentialsError
        from app.services.credentials import read_credentials

        self.found = None
        try:
            found = read_credentials(text)
        except CredentialsError as error:
            self.trouble.emit(Trouble(Place.PASTED, explain(error)))
            return
        if found.portal and self.origin and found.portal != self.origin:
            host = urlsplit(found.portal).netloc
            self._tell(Place.PASTED, "CREDENTIALS_OTHER_PORTAL", host)
            return
        self.found = found
        self.recognised.emit(found)

    def start(self, application: Application) -> None:
        """Leave the second step: use what was brought along, or open the browser and wait."""
        self._application = application
        if not application.client_id:
            self._tell(Place.CLIENT_ID, "CLIENT_ID_EMPTY")
        elif is_webhook(application.client_id):
            self._tell(Place.CLIENT_ID, "ADDRESS_WEBHOOK")
        elif not application.client_secret and not self._has_secret(application):
            self._tell(Place.SECRET, "SECRET_EMPTY")
        elif self.needs_place:
            self._go(Step.KEYS)
        else:
            self._begin()

    def keep_in(self, kind: "Kind", passphrase: str = "", *, anew: bool = False) -> None:
        """Leave the step of the keys with a new place for them; `anew` gives up a locked file."""
        self.tasks.start("keys", partial(self._keep_in, kind, passphrase, anew=anew))

    def unlock(self, passphrase: str) -> None:
        """Leave the step of the keys with the file of before."""
        self.tasks.start("keys", partial(self._unlock, passphrase))

    def open_again(self) -> None:
        """Send the browser to the page once more; a sign-in that has ended begins anew."""
        self._clock.stop()
        if self.tasks.is_busy("wait"):
            self._sign_in.open_again()
        elif self._application is not None:
            self._begin()

    def come_back(self) -> None:
        """The person returned from the browser: from now on a code has 30 seconds at most."""
        if self.step is Step.BROWSER and self.tasks.is_busy("wait"):
            self._clock.start()

    def paste(self, text: str) -> None:
        """Take the address that the browser ended on. A webhook is told as one at any time."""
        if is_webhook(text):
            self._tell(Place.PASTE, "PASTE_WEBHOOK")
        elif not self.tasks.is_busy("wait"):
            self._tell(Place.BROWSER, "CODE_TOO_OLD")
        else:
            self.tasks.start("paste", partial(self._paste, text))

    def back(self) -> None:
        """One step back; what was typed stays in its fields."""
        before = {Step.APPLICATION: Step.PORTAL}
        self.tasks.cancel("wait")
        self._clock.stop()
        self._go(before.get(self.step, Step.APPLICATION))

    async def close(self) -> None:
        """Stop waiting, close the listener."""
        self._clock.end()
        await self.tasks.close()
        await self._sign_in.cancel()

    def _begin(self) -> None:
        self.tasks.start("wait", self._bring if self.brought else self._wait)

    async def _check(self, text: str) -> None:
        self.origin = await self._sign_in.check_portal(text, self.network)
        self._go(Step.APPLICATION)

    async def _test(self, text: str, network: Network) -> None:
        self.testing.emit(True)
        try:
            self.tested.emit(await self._sign_in.test_connection(text, network))
        finally:
            self.testing.emit(False)

    async def _paste(self, text: str) -> None:
        self._sign_in.paste(text)

    async def _keep_in(self, kind: "Kind", passphrase: str, *, anew: bool) -> None:
        assert self.keeping is not None
        await self.keeping.use(kind, passphrase, anew=anew)
        await self._go_on()

    async def _unlock(self, passphrase: str) -> None:
        assert self.keeping is not None
        await self.keeping.unlock(passphrase)
        await self._go_on()

    async def _go_on(self) -> None:
        """A sign-in that is there already only had no place to be kept in."""
        if self._sign_in.unkept:
            self._arrive(await self._sign_in.keep())
        else:
            self._begin()

    async def _bring(self) -> None:
        application, found = self._application, self.found
        if application is None or found is None:
            return
        profile = self._profile(application)
        self._arrive(await self._sign_in.bring(profile, application.client_secret, found))

    async def _wait(self) -> None:
        application = self._application
        if application is None:
            return
        url = await self._sign_in.start(self._profile(application), application.client_secret)
        self._go(Step.BROWSER)
        self.waiting.emit(url)
        if self._sign_in.listener_problem is not None:
            self.listener_failed.emit(explain_problem(self._sign_in.listener_problem))
        self._arrive(await self._sign_in.finish())

    def _arrive(self, session: "Session") -> None:
        self.session = session
        self.origin = session.profile.address
        self._clock.stop()
        self._go(Step.RESULT)
        self.signed_in.emit(session)

    def _profile(self, application: Application) -> Profile:
        again = self._again if self._knows_secret else None
        profile = profile_of(application, self.origin, self.network, again)
        place = profile.address, profile.client_id
        before = [each for each in self._known if (each.address, each.client_id) == place]
        return replace(profile, name=before[-1].name) if before else profile

    def _has_secret(self, application: Application) -> bool:
        again = self.again
        mine = again is not None and again.client_id == application.client_id
        return self.brought or (self._knows_secret and mine)

    def _go(self, step: Step) -> None:
        self.step = step
        self.busy_changed.emit(False)  # a button that rests cannot take the keyboard
        self.step_changed.emit(step.value)

    def _tell(self, place: Place, code: str, text: str = "") -> None:
        self.trouble.emit(Trouble(place, explain_problem(Problem(code, text))))

    def _on_busy(self, name: str, busy: bool) -> None:
        if name not in ("paste", "test"):
            self.busy_changed.emit(busy)

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == "wait":
            self._clock.stop()
        place = place_of(error, self.step)
        wanted = self.step if name == "test" else Step(STEPS.get(place, "application"))
        if wanted is not self.step:
            self._go(wanted)
        other = _AT_ADDRESS.get(code_of(error)) if self.step is Step.PORTAL else None
        if other is not None:
            self._tell(place, other)
        else:
            self.trouble.emit(Trouble(place, explain(error)))
