"""The Dialogs page: puts its parts together and lets them talk. Decides nothing by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dialog import Dialog, DialogId
from app.ui.commands import Command
from app.ui.customers.composer_flow import ComposerFlow
from app.ui.dialogs.arrivals import Arrivals
from app.ui.dialogs.composer_presenter import ComposerPresenter
from app.ui.dialogs.conversation import Conversation
from app.ui.dialogs.crm_guest import CrmGuest
from app.ui.dialogs.customer_flow import CustomerFlow
from app.ui.dialogs.details import Details
from app.ui.dialogs.details_side import DetailsSide
from app.ui.dialogs.earlier_guest import EarlierGuest
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.list_pane import ListPane
from app.ui.dialogs.list_sieve import Standpoint
from app.ui.dialogs.list_words import ListWords
from app.ui.dialogs.message_actions import MessageActions
from app.ui.dialogs.middle import Middle
from app.ui.dialogs.notice import FeedNotice
from app.ui.dialogs.page_commands import PageCommands
from app.ui.dialogs.panes import Panes
from app.ui.dialogs.presenter import DialogsPresenter
from app.ui.dialogs.standing import Standing
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.dialogs.view_guest import ViewGuest
from app.ui.export.guest import ExportGuest
from app.ui.linked.own_guest import OwnGuest
from app.ui.linked.resolver_guest import ResolverGuest
from app.ui.quick.guest import QuickGuest
from app.ui.quick.taking_back import TakingBack
from app.ui.search.finder import Finder
from app.ui.style import Theme
from app.ui.supervise.flow import SuperviseFlow
from app.ui.tasks import Tasks
from app.ui.trace.pane import TracePane

if TYPE_CHECKING:
    from app.services.desk import Desk

_SECOND = 1000


class DialogsPage(QWidget):
    """Built anew for every desk."""

    go = Signal(str, object)  # another page, payload

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self.theme = desk, theme
        self.tasks = Tasks(self)
        self.words = ListWords(self)
        self.words.judge = desk.levels.waiting
        self.words.line_now = desk.supervision.line_now
        self.presenter = DialogsPresenter(desk, self.tasks, self)
        self.composer = ComposerPresenter(desk, self.tasks, self)
        self.transcript_model = TranscriptModel(desk.dialogs, self.tasks, self)
        look = Standpoint(desk.session.capabilities.user.name, desk.crm.state)
        self.pane = ListPane(desk.dialogs, theme, self.words, look)
        self.words.unsent = desk.dialogs.unsent
        self.destroyed.connect(desk.dialogs.draft_changed.connect(self.pane.shown.tell))
        self.views = ViewGuest(self.pane, desk.views, self.tasks)
        self.conversation = Conversation(
            *(self.transcript_model, self.composer, theme, self.words, self.tasks),
            cards=FileCards(desk.downloads, self.tasks, self),
        )
        self.view = self.conversation.view
        self.message_actions = MessageActions(self.view, self.presenter, self.composer, theme)
        self.details = Details(theme, self.words)
        self.crm = CrmGuest(self, desk)
        self.resolver = ResolverGuest(self, desk)
        self.own = OwnGuest(self, desk)
        seen = self.details.isVisible
        self.trace = TracePane(desk, theme, self.tasks, self, is_seen=seen)
        self.details.add_section(self.trace.view)
        self.notice = FeedNotice(theme)
        self.flow = CustomerFlow(desk, self.presenter, theme)
        self.finder = Finder(self, desk)
        self._tick = QTimer(self, interval=_SECOND)
        self._arrange()
        self.composer_flow = ComposerFlow(self, desk)
        self.export = ExportGuest(self, desk)
        self.supervise = SuperviseFlow(self, desk)
        self.taking_back, self.quick = TakingBack(self, desk), QuickGuest(self, desk)
        self.earlier = EarlierGuest(self, desk)
        self._arrivals, self._commands = Arrivals(self), PageCommands(self)
        self.side, self._standing = DetailsSide(self, desk.dialogs), Standing(self, desk)
        self._wire()
        self._show_lines()
        self.presenter.start()
        self._show_middle()

    @property
    def open_dialog(self) -> DialogId | None:
        """The dialog on the screen."""
        return self.presenter.dialog_id

    def take(self, payload: object) -> None:
        """See `Arrivals`."""
        self._arrivals.take(payload)

    def focus_search(self) -> None:
        """The keyboard goes to the search field: of the open dialog for who reads in it."""
        if self.view.hasFocus():
            self.finder.find()
            return
        self.finder.show_list()
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    def refresh(self) -> None:
        """Ask the portal now."""
        self.presenter.try_again()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        parts = [self.finder.rows, self.view, self.conversation.composer.field, self.details]
        return [part for part in parts if part.isVisibleTo(self)]

    def commands(self) -> list[Command]:
        """For the palette and the cheat sheet."""
        return self._commands.all()

    async def leave(self) -> None:
        """End all work; what is typed goes to the disk first."""
        self._tick.stop()
        await self.tasks.close()
        await self.crm.leave()
        await self.resolver.leave()
        await self.own.leave()
        await self.export.leave()
        await self.supervise.leave()
        await self.earlier.leave()
        await self.quick.leave()
        await self.composer.save()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes only on the screen."""
        super().showEvent(event)
        self._tick.start()
        self._on_tick()
        self._see()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    def _on_opened(self, dialog: Dialog | None) -> None:
        self.trace.show_dialog(dialog)
        self.crm.show_dialog(dialog)
        self.conversation.error.clear()
        self.transcript_model.show_dialog(dialog.id if dialog else None)
        if dialog is not None:
            self.flow.leave()
        self.pane.choose(dialog.id if dialog else None)
        self._on_changed(dialog)

    def _on_changed(self, dialog: Dialog | None) -> None:
        if dialog is not None:
            self.conversation.show_dialog(dialog)
            self._standing.show_half()
            self.earlier.show_dialog(dialog)
            self.side.show_dialog(dialog)
        else:
            self.composer.show_dialog(None)
        self._show_middle()
        self._see()

    def _see(self) -> None:
        """What is on the screen at the end of the transcript has been seen."""
        if self.isVisible() and self.view.window_rows.at_end and self.transcript_model.is_open:
            self.presenter.see()

    def _show_middle(self) -> None:
        some, is_open = self.pane.shown.has_any, self.presenter.dialog is not None
        writing = self.flow.is_open
        self.middle.show_what_is(writing=writing, is_open=is_open, any_dialogs=some)
        self.finder.left.setVisible(some)
        self.side.follow()

    def _show_lines(self) -> None:
        self.pane.show_lines({each.id: each.name for each in self._desk.connectors.lines()})
        self.flow.form.refresh()
        if self.presenter.dialog is not None:
            self._on_changed(self.presenter.dialog)

    def _on_tick(self) -> None:
        if not self.window().isMinimized():
            self.pane.tick()
            self.conversation.heading.tick()
            self.notice.tick()
            self.trace.tick()

    def _arrange(self) -> None:
        write, connect = self.flow.begin, self._go_to_connectors
        self.middle = Middle(self.conversation, self.flow.form, self.theme, write, connect)
        self.panes_box = Panes(self.finder.left, self.middle, self.details, self.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.panes_box, 1)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.opened.connect(self._on_opened)
        presenter.written.connect(lambda dialog: self.take(dialog.id))
        presenter.changed.connect(self._on_changed)
        presenter.unread_found.connect(self.view.show_unread)
        self.pane.chosen.connect(presenter.open)
        self.pane.new_asked.connect(self.flow.begin)
        self.flow.changed.connect(self._show_middle)
        self.flow.form.connectors_asked.connect(self._go_to_connectors)
        self.pane.shown.begun.connect(self._show_middle)
        self.view.reached_end.connect(self._see)
        self.message_actions.quote_asked.connect(self.conversation.quote)
        self.message_actions.own_asked.connect(self.own.do)
        self.transcript_model.opened.connect(presenter.find_unread)
        self.transcript_model.opened.connect(self._see)
        self.composer.sent.connect(self.view.go_to_end)
        self.conversation.composer.customer_asked.connect(self._name_customer)
        self._tick.timeout.connect(self._on_tick)
        stop = self._desk.connectors.changed.connect(lambda _: self._show_lines())
        self.destroyed.connect(stop)
        self.conversation.heading.rename_asked.connect(self._commands.rename)
        self.conversation.heading.export_asked.connect(self.export.open)
        for command in self._commands.all():
            if command.shortcut:
                self._listen(command)

    def _listen(self, command: Command) -> None:
        shortcut = QShortcut(QKeySequence(command.shortcut), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(command.run)

    def _go_to_connectors(self) -> None:
        self.go.emit("connectors", None)

    def _name_customer(self) -> None:
        if self.presenter.dialog is not None:
            self.flow.name_customer(self.presenter.dialog)
