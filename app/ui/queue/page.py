"""The page of the offline queue: what lies in it, without touching it, and what was set aside."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.services.queue_view import Lot, SeenLot, SeenRow
from app.services.saved_rows import UnreadableRow
from app.ui.commands import Command
from app.ui.pages import QUEUE
from app.ui.queue.head import QueueHead
from app.ui.queue.presenter import ASIDE, QueuePresenter
from app.ui.queue.questions import QueueQuestions
from app.ui.queue.row_pane import RowPane
from app.ui.queue.tree import QueueTree, Shown
from app.ui.queue.words import QueueWords
from app.ui.style import Theme
from app.ui.widgets import Button, EmptyState, ErrorPanel, Note, line

if TYPE_CHECKING:
    from app.services.desk import Desk

_TICK = 10_000


class QueuePage(QWidget):
    """Looks when it is shown and when it is asked to; never by itself."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._words = theme, QueueWords(self)
        self.presenter = QueuePresenter(desk, self)
        self._questions = QueueQuestions(self, desk.profile)
        self.head = QueueHead(theme, self._words)
        self.lots = self.head.lots
        self.error = ErrorPanel(theme, self.tr("Look again"), dismissable=True)
        self.note = Note(theme, "", "accent")
        self.tree = QueueTree(theme, self._words)
        self.more = Button(theme, "", "link")
        self.pane = RowPane(theme, self._words)
        self._tick = QTimer(self, interval=_TICK)
        self._arrange()
        self._wire()
        self._show()

    def take(self, payload: object) -> None:
        """Show one of the lots: free, reserved, error or aside."""
        if payload in (*Lot, ASIDE):
            self.lots.choose(str(payload))
            self._show()

    def refresh(self) -> None:
        """Look again."""
        self.error.clear()
        self.presenter.refresh()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        shown = [part for part in (self.tree, self.pane.body.view) if part.isVisible()]
        return [self.head, *shown]

    def commands(self) -> list[Command]:
        """For the palette."""
        group = self.tr("Offline queue")
        open_it, aside = partial(self.go.emit, QUEUE, None), partial(self.go.emit, QUEUE, ASIDE)
        return [
            Command(self.tr("Open the offline queue"), open_it, "", group, "list"),
            Command(self.tr("Show the rows that were set aside"), aside, "", group, "warn"),
        ]

    async def leave(self) -> None:
        """End all work."""
        self._tick.stop()
        await self.presenter.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Look; ages grow only while somebody sees them."""
        super().showEvent(event)
        self._tick.start()
        self.presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self._tick.stop()

    def _lot(self) -> SeenLot:
        look = self.presenter.look
        if look is None or self.lots.choice == ASIDE:
            return SeenLot()
        return look.lots[Lot(self.lots.choice)]

    def _rows(self) -> tuple[Shown, ...]:
        return self.presenter.aside if self.lots.choice == ASIDE else self._lot().rows

    def _show(self) -> None:
        self.head.show_state(self.presenter)
        self.tree.show_rows(self._rows())
        lot = self._lot()
        self._below.setVisible(lot.next is not None)
        self.more.setText(
            self.tr("Show more ({shown} of {total})").format(shown=len(lot.rows), total=lot.total)
        )
        self._show_middle()
        self._show_chosen()

    def _show_middle(self) -> None:
        aside, view = self.lots.choice == ASIDE, self.presenter.view
        if not aside and not view.can_look:
            self._middle.setCurrentWidget(self.refused)
        elif self._rows():
            self._middle.setCurrentWidget(self._split)
        else:
            asked = self.presenter.look is not None or aside
            title, text = self._words.empty(self.lots.choice, self.presenter.is_filled)
            self.nothing.title.setText(title if asked else self.tr("The queue was not read yet"))
            self.nothing.text.setText(text if asked else "")
            self._middle.setCurrentWidget(self.nothing)

    def _show_chosen(self) -> None:
        chosen, presenter = self.tree.selected(), self.presenter
        self.pane.show_rows(chosen)
        free = not presenter.tasks.is_busy("act")
        writable = presenter.view.can_change
        self.pane.show_acts(self.lots.choice, len(chosen), free=free, writable=writable)

    def _seen(self) -> list[SeenRow]:
        return [each for each in self.tree.selected() if isinstance(each, SeenRow)]

    async def _clear(self) -> None:
        rows = self._seen()
        if rows and await self._questions.clear(rows):
            self.presenter.clear(rows)

    async def _mark_error(self) -> None:
        rows = self._seen()
        if rows and await self._questions.mark_error(rows):
            self.presenter.mark_error(rows)

    async def _read_errors(self) -> None:
        if await self._questions.read_errors(self._lot().total):
            self.presenter.read_errors()

    def _retry(self) -> None:
        rows = [each for each in self.tree.selected() if isinstance(each, UnreadableRow)]
        self.presenter.retry(rows)

    def _on_told(self, what: str, count: int) -> None:
        self.note.text.setText(self._words.done(what, count))
        self.note.show()

    def _wire(self) -> None:
        presenter, pane, ask = self.presenter, self.pane, self.presenter.tasks.start
        presenter.changed.connect(self._show)
        presenter.failed.connect(self.error.show_error)
        presenter.told.connect(self._on_told)
        presenter.tasks.busy_changed.connect(lambda *_: self._show())
        self.lots.chosen.connect(lambda _: self._show())
        self.head.refresh.clicked.connect(self.refresh)
        self.head.partition_chosen.connect(presenter.choose)
        self.error.action.connect(self.refresh)
        self.tree.chosen.connect(self._show_chosen)
        self.more.clicked.connect(lambda: presenter.more(Lot(self.lots.choice)))
        pane.retry.clicked.connect(self._retry)
        pane.clear.clicked.connect(lambda: ask("ask", self._clear))
        pane.mark_error.clicked.connect(lambda: ask("ask", self._mark_error))
        pane.read_errors.clicked.connect(lambda: ask("ask", self._read_errors))
        self._tick.timeout.connect(self._show)

    def _arrange(self) -> None:
        self.note.hide()
        self.nothing = EmptyState(self._theme, "list", "", "")
        self.refused = EmptyState(
            self._theme,
            "lock",
            self.tr("Only administrators may look into the queue"),
            self.tr(
                "The portal shows its queue to administrators only, and you look as {user}, who is "
                "none. Sign in as an administrator to see it. Rows that were set aside here can be "
                "seen by everybody."
            ).format(user=neutral(self.presenter.view.user.name)),
        )
        above, self._below = QWidget(), QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.tree, 1)
        upper.addWidget(self._below)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(16, 4, 16, 4)
        below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(above)
        self._split.addWidget(self.pane)
        self._split.setSizes([300, 300])
        self._middle = QStackedWidget()
        for part in (self._split, self.nothing, self.refused):
            self._middle.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, line(), self.error, self.note):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
