"""The Forwarding page: the switch with its address on top, what was posted, the chosen event."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.forwarding import Forward, Preview
from app.ui.commands import Command
from app.ui.errors import explain
from app.ui.forward.detail import ForwardDetail
from app.ui.forward.head import ForwardHead
from app.ui.forward.presenter import RESEND, ForwardPresenter
from app.ui.forward.table import ForwardTable
from app.ui.pages import FORWARDING
from app.ui.prompts import ask
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Action, EmptyState, ErrorPanel

if TYPE_CHECKING:
    from app.services.desk import Desk

_TICK = 1000


class ForwardPage(QWidget):
    """Forwarding goes on whether the page is shown or not."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.presenter = ForwardPresenter(desk, self)
        words = self.presenter.words
        self._asking = Tasks(self)
        self.head = ForwardHead(theme, words)
        self.error = ErrorPanel(theme, dismissable=True)
        self.table = ForwardTable(theme, self.presenter.model)
        self.detail = ForwardDetail(theme, words)
        give = Action(self.tr("Give an address"), self.focus_search)
        self.nothing = EmptyState(theme, "send", "", "", [give])
        self._tick = QTimer(self, interval=_TICK)
        self._arrange()
        self._wire()
        self._show()

    def focus_search(self) -> None:
        """Put the cursor into the address."""
        self.head.target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.target.selectAll()

    def refresh(self) -> None:
        """Read the list again, and do not wait for the next try."""
        self.presenter.refresh()
        self.presenter.try_now()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        shown = [part for part in (self.table, self.detail) if part.isVisible()]
        return [self.head, *shown]

    def commands(self) -> list[Command]:
        """For the palette."""
        group, presenter = self.tr("Forwarding"), self.presenter
        state = presenter.state.choice
        off, none = self.tr("it is off"), self.tr("no event is chosen")
        go = partial(self.go.emit, FORWARDING, None)
        paused = self.tr("Go on forwarding") if state.paused else self.tr("Pause forwarding")
        everything = self.tr("Post to the handler what the journal holds")
        return [
            Command(self.tr("Forward events to a handler"), go, "", group, "send"),
            Command(paused, self._pause, "", group, "pause", lambda: state.on, off),
            Command(
                *(self.tr("Resend the event"), presenter.resend, "Ctrl+Return", group, "refresh"),
                *(lambda: presenter.chosen is not None, none),
            ),
            Command(everything, self.ask_all, "", group, "list", lambda: state.on, off),
        ]

    def ask_all(self) -> None:
        """Ask, then post what this address never got."""
        self._asking.start("all", self._ask_all)

    async def leave(self) -> None:
        """End all work of the page; forwarding is not the page's."""
        self._tick.stop()
        await self._asking.close()
        await self.presenter.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list; count down only while somebody sees it."""
        super().showEvent(event)
        self._tick.start()
        self.presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self._tick.stop()

    def _show(self) -> None:
        presenter = self.presenter
        self.head.show_state(presenter)
        self.detail.resend.set_busy(presenter.tasks.is_busy(RESEND))
        self._show_nothing()
        rows = presenter.model.rowCount()
        self._stack.setCurrentWidget(self._split if rows else self.nothing)

    def _show_nothing(self) -> None:
        """What an empty list says, before and after somebody has given an address."""
        choice = self.presenter.state.choice
        self.nothing.buttons[0].setVisible(not choice.on)
        self.nothing.title.setText(
            self.tr("No event yet") if choice.on else self.tr("Events for your handler")
        )
        self.nothing.text.setText(
            self.tr("It is on: the next event is posted to {target} and stands here then.").format(
                target=choice.target
            )
            if choice.on
            else self.tr(
                "Give the address of your handler on this machine and switch it on: every event is "
                "posted there as the portal would, one by one. While it is down, events wait."
            )
        )

    def _on_shown(self, forward: Forward | None, preview: Preview) -> None:
        self.detail.setVisible(forward is not None)
        if forward is not None:
            self.detail.show_forward(forward, preview)

    def _turn(self, on: bool) -> None:
        self.error.clear()
        self.presenter.turn(on, self.head.target.text())

    def _pause(self) -> None:
        self.presenter.pause(not self.presenter.state.choice.paused)

    def _on_token(self, wished: bool) -> None:
        if wished:
            self._asking.start("token", self._ask_token)
        else:
            self.presenter.set_token(False)

    async def _ask_token(self) -> None:
        target = self.presenter.state.choice.target
        text = self.tr(
            "{target} gets your access token with every event and can do at the portal all that "
            "you and the application may, for an hour at a time."
        )
        title, confirm = self.tr("Send a live access token along?"), self.tr("Send it along")
        if await ask(self, title, text.format(target=target), confirm, danger=True):
            self.presenter.set_token(True)

    async def _ask_all(self) -> None:
        text = self.tr(
            "Every event that the journal holds and that {target} never got is posted, the oldest "
            "first. The handler may act on what is long past."
        ).format(target=self.presenter.state.choice.target)
        if await ask(self, self.tr("Post old events too?"), text, self.tr("Post them")):
            self.presenter.post_all()

    def _on_failed(self, error: Exception) -> None:
        self.error.show_error(explain(error))
        self._show()

    def _arrange(self) -> None:
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setSizes([300, 300])
        self.table.setMinimumHeight(96)
        self.detail.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)

    def _wire(self) -> None:
        presenter, head = self.presenter, self.head
        presenter.changed.connect(self._show)
        presenter.shown.connect(self._on_shown)
        presenter.failed.connect(self._on_failed)
        presenter.target_refused.connect(head.field.set_problem)
        self._asking.failed.connect(lambda _, error: self._on_failed(error))
        head.turned.connect(self._turn)
        head.token_wished.connect(self._on_token)
        head.pause.clicked.connect(self._pause)
        head.repeat.clicked.connect(presenter.set_repeat)
        head.again.clicked.connect(presenter.try_now)
        head.application.lent.connect(presenter.lend)
        head.target.editingFinished.connect(self._check)
        self.table.chosen.connect(presenter.choose)
        self.table.end_reached.connect(presenter.read_older)
        self.detail.resend_asked.connect(presenter.resend)
        self._tick.timeout.connect(lambda: head.tick(presenter.state))
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(presenter.resend)

    def _check(self) -> None:
        """Told on leaving the field; nothing is wrong with an empty one while it is off."""
        if self.head.target.text().strip():
            self.presenter.check(self.head.target.text())
