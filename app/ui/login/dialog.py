"""The sign-in dialog: draws the steps, wires them to the presenter. Not modal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.portal import Network, Profile
from app.ui.errors import Explained
from app.ui.labels import line
from app.ui.login.application_step import ApplicationStep
from app.ui.login.browser_step import BrowserStep
from app.ui.login.foot import Foot
from app.ui.login.keys_step import KeysStep
from app.ui.login.places import Place
from app.ui.login.portal_step import PortalStep
from app.ui.login.presenter import LoginPresenter
from app.ui.login.result_step import ResultStep
from app.ui.login.stepper import Stepper
from app.ui.login.steps import Step, Trouble
from app.ui.style import Theme
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.domain.credentials import Credentials
    from app.services.keeping import Keeping
    from app.services.sign_in import SignIn

_WIDTH = 640


class LoginDialog(QDialog):
    """`signed_in` carries the Session; `sandbox_chosen` is the way round all this."""

    signed_in = Signal(object)
    sandbox_chosen = Signal()

    def __init__(
        self,
        sign_in: "SignIn",
        theme: Theme,
        sandbox_possible: bool = True,
        *,
        profile: Profile | None = None,
        knows_secret: bool = True,
        known: Sequence[Profile] = (),
        keeping: "Keeping | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        """`profile` is offered again, without its secret when that is known; `known` are all that
        were signed in to: what was chosen for one of them stays.
        """
        super().__init__(parent)
        self.setObjectName("login")
        self.setWindowTitle(self.tr("Sign in to a portal"))
        self.setFixedWidth(_WIDTH)
        knows_secret = knows_secret and profile is not None
        self.presenter = LoginPresenter(
            sign_in, profile, keeping, knows_secret=knows_secret, known=known
        )
        self._asks_keys = False
        self._closing = Tasks(self)
        self._closing.busy_changed.connect(self._on_closing)
        self.stepper = Stepper(theme, self._names())
        network = profile.network if profile else Network()
        self.portal = PortalStep(theme, profile.address if profile else "", network)
        self.application = ApplicationStep(theme)
        self.keys = KeysStep(theme, keychain=keeping is not None and keeping.keychain_allowed)
        self.browser = BrowserStep(theme)
        self.outcome = ResultStep(theme)
        self._steps: dict[Step, PortalStep | ApplicationStep | KeysStep | BrowserStep | ResultStep]
        self._steps = {
            Step.PORTAL: self.portal,
            Step.APPLICATION: self.application,
            Step.KEYS: self.keys,
            Step.BROWSER: self.browser,
            Step.RESULT: self.outcome,
        }
        self.foot = Foot(theme, sandbox_possible=sandbox_possible)
        self.next, self.back, self.cancel = self.foot.next, self.foot.back, self.foot.cancel
        self.sandbox = self.foot.sandbox
        self._arrange()
        self._wire()
        self._show_step(Step.PORTAL.value)

    def open(self) -> None:
        """Show it beside the window: reading elsewhere must stay possible."""
        self.setModal(False)
        self.show()
        self._fit()
        self.raise_()
        self.activateWindow()

    def done(self, code: int) -> None:
        """Hide at once, stop waiting, then go away. Closing after success means to go on."""
        session = self.presenter.session
        super().done(code)
        if not self._closing.start("close", self.presenter.close):
            return
        if session is not None:
            self.signed_in.emit(session)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back from the browser starts the clock."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.presenter.come_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from anywhere but a button; Esc cancels as everywhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_closing(self, _name: str, busy: bool) -> None:
        """Not the work's business: it would delete what has to tell that the work is over."""
        if not busy:
            self.deleteLater()

    def _wire(self) -> None:
        presenter = self.presenter
        self.portal.submitted.connect(self._on_next)
        self.portal.line.textChanged.connect(self._on_address)
        self.application.submitted.connect(self._on_next)
        self.browser.again.connect(presenter.open_again)
        self.browser.pasted.connect(presenter.paste)
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(presenter.back)
        self.cancel.clicked.connect(self.reject)
        self.sandbox.clicked.connect(self._on_sandbox)
        presenter.step_changed.connect(self._show_step)
        presenter.busy_changed.connect(self.next.set_busy)
        presenter.trouble.connect(self._show_trouble)
        presenter.listener_failed.connect(self._show_listener)
        presenter.counted.connect(self._on_count)
        presenter.waiting.connect(self._show_waiting)
        presenter.recognised.connect(self._show_found)
        presenter.tested.connect(self.portal.network.show_report)
        presenter.testing.connect(self.portal.network.set_busy)
        self.portal.test_requested.connect(self._on_test)
        self.application.brought.pasted.connect(presenter.read)
        self.keys.submitted.connect(self._on_next)
        self.keys.unlock.unlock.connect(presenter.unlock)
        for step in (self.portal, self.application, self.keys):
            step.changed.connect(self._fit)

    def _on_next(self) -> None:
        step = self.presenter.step
        if step is Step.PORTAL:
            self.portal.clear_trouble()
            self.presenter.check_portal(self.portal.line.text(), self.portal.network.value())
        elif step is Step.APPLICATION:
            self.application.clear_trouble()
            self.presenter.start(self.application.value())
        elif step is Step.KEYS:
            self._on_keys()
        elif step is Step.RESULT:
            self.accept()

    def _on_count(self, left: int) -> None:
        self.browser.count(left)
        self._fit()

    def _on_address(self, text: str) -> None:
        network = self.presenter.network_of(text)
        if network is not None:
            self.portal.offer_network(network)

    def _on_keys(self) -> None:
        if self.keys.choice.isHidden():
            self.keys.unlock.submit()
            return
        answer = self.keys.choice.answer()
        if answer is not None:
            self.presenter.keep_in(*answer, anew=self.keys.anew)

    def _on_test(self) -> None:
        self.portal.clear_trouble()
        self.presenter.test_connection(self.portal.line.text(), self.portal.network.value())

    def _on_sandbox(self) -> None:
        self.presenter.session = None
        self.reject()
        self.sandbox_chosen.emit()

    def _names(self) -> dict[str, str]:
        """The steps that this sign-in has, by key, in order."""
        names = {
            Step.PORTAL: self.tr("Portal"),
            Step.APPLICATION: self.tr("Application"),
            Step.KEYS: self.tr("Keys"),
            Step.BROWSER: self.tr("Browser"),
            Step.RESULT: self.tr("Result"),
        }
        presenter = self.presenter
        self._asks_keys = self._asks_keys or presenter.needs_place or presenter.step is Step.KEYS
        left_out = {Step.KEYS: not self._asks_keys, Step.BROWSER: presenter.brought}
        return {each.value: name for each, name in names.items() if not left_out.get(each)}

    def _show_step(self, key: str) -> None:
        step = Step(key)
        session = self.presenter.session
        if step is Step.RESULT and session is not None:
            # Before the step is shown: what a layout gets later has no height yet.
            self.outcome.show_result(self.presenter.host, session.capabilities)
            self.keys.choice.clear()
        elif step is Step.APPLICATION:
            self.application.offer(self.presenter.again, knows_secret=self.presenter.knows_secret)
        elif step is Step.KEYS:
            keeping = self.presenter.keeping
            self.keys.set_locked(locked=keeping is not None and keeping.state == "locked")
            if self.presenter.keychain_fails:
                self.keys.choice.refuse_keychain()
        self.stepper.set_steps(self._names(), key)
        for each, widget in self._steps.items():
            widget.setVisible(each is step)
        self.foot.show_step(step, brought=self.presenter.brought)
        if step is Step.RESULT:
            self.activateWindow()
        widget = self._steps[step]
        (self.next if isinstance(widget, ResultStep) else widget.first_focus()).setFocus()
        self._fit()

    def _show_found(self, found: "Credentials") -> None:
        self.application.take(found)
        self._show_step(Step.APPLICATION.value)

    def _show_waiting(self, url: str) -> None:
        redirect = self.application.value().redirect
        self.browser.show_waiting(self.presenter.host, url, redirect)
        self._fit()

    def _show_listener(self, explained: Explained) -> None:
        self.browser.show_listener(explained)
        self._fit()

    def _show_trouble(self, trouble: Trouble) -> None:
        place, explained = trouble.place, trouble.explained
        if place is Place.PORTAL:
            self.portal.show_trouble(explained)
        elif place is Place.NETWORK:
            self.portal.show_network()
            self.portal.network.show_trouble(explained)
        elif place is Place.KEYS:
            self.keys.show_trouble(explained)
        elif place in (Place.BROWSER, Place.PASTE):
            self.browser.show_trouble(explained, at_field=place is Place.PASTE)
        else:
            self.application.show_trouble(place, explained)
        self.foot.show_step(self.presenter.step, brought=self.presenter.brought)
        self.stepper.set_steps(self._names(), self.presenter.step.value)
        self._fit()

    def _fit(self) -> None:
        """The height follows the step in front; wrapped text needs to be asked for its height."""
        step = self._steps[self.presenter.step]
        for part in (*step.findChildren(QWidget), step):
            if part.layout() is not None:
                part.updateGeometry()  # a layout in a layout is else measured in the next turn only
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(_WIDTH))
        screen = self.screen().availableGeometry()
        over = self.frameGeometry().bottom() - screen.bottom()
        if self.isVisible() and over > 0:
            self.move(self.x(), max(screen.top(), self.y() - over))

    def _arrange(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(20)
        inside.addWidget(self.stepper)
        for step in self._steps.values():
            inside.addWidget(step, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(inside, 1)
        self._column.addWidget(line())
        self._column.addWidget(self.foot)
