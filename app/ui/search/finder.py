"""Search on the Dialogs page: the panel in the place of the list, the bars over the transcript."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.dialog import DialogId
from app.domain.moments import parse_moment
from app.ui.commands import Command
from app.ui.dialogs.transcript_model import NOWHERE
from app.ui.search.find_bar import FindBar, MomentBar
from app.ui.search.panel import SearchPanel
from app.ui.search.presenter import SearchPresenter
from app.ui.search.results import Result

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_FIND = "find"


class Finder(QObject):
    """`left` is what the page shows at the left: the list, or the results."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.presenter = SearchPresenter(desk, page.tasks, page.words, self)
        self.panel = SearchPanel(self.presenter, page.theme)
        self.left = QStackedWidget()
        self.left.addWidget(page.pane)
        self.left.addWidget(self.panel)
        self.find_bar, self.moment_bar = FindBar(page.theme), MomentBar(page.theme)
        self._found: tuple[int, ...] = ()
        self._at = -1
        self._words = self._asked = ""
        self._put_bars()
        self._wire()

    @property
    def rows(self) -> QWidget:
        """The rows at the left, for the keyboard."""
        shows_list = self.left.currentWidget() is self._page.pane
        return self._page.pane.list if shows_list else self.panel.list

    def open(self, words: str = "") -> None:
        """Search in everything."""
        self.left.setCurrentWidget(self.panel)
        self.panel.open_with(words)

    def show_list(self) -> None:
        """The list is at the left again."""
        self.left.setCurrentWidget(self._page.pane)

    def close(self) -> None:
        """Back to the list, with the keyboard."""
        self.show_list()
        self._page.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self) -> None:
        """Search in the open dialog."""
        if self._page.open_dialog is not None:
            self.moment_bar.hide()
            self.find_bar.open_up()

    def step(self, step: int) -> None:
        """To the next older (-1) or newer (1) match, round and round."""
        if not self.find_bar.isVisible():
            self.find()
        elif self._found:
            self._show((self._at + step) % len(self._found))

    def ask_moment(self) -> None:
        """Jump to a moment of the open dialog."""
        if self._page.open_dialog is not None:
            self._close_bars()
            self.moment_bar.open_up()

    def commands(self) -> list[Command]:
        """For the palette, the cheat sheet and the keys."""
        group = QCoreApplication.translate("PageCommands", "Dialogs")
        has, none = self._has_dialog, self.tr("no dialog is open")
        rows = (
            (self.tr("Search in this dialog"), self.find, "Ctrl+Alt+F"),
            (self.tr("Go to the older match"), partial(self.step, -1), "F3"),
            (self.tr("Go to the newer match"), partial(self.step, 1), "Shift+F3"),
            (self.tr("Go to a time"), self.ask_moment, "Ctrl+G"),
        )
        everywhere = self.tr("Search in all messages")
        return [
            Command(everywhere, self.open, "Ctrl+Shift+F", group, "search"),
            *(Command(text, run, key, group, "search", has, none) for text, run, key in rows),
        ]

    def _has_dialog(self) -> bool:
        return self._page.open_dialog is not None

    def _on_wanted(self, result: Result) -> None:
        if result.position == NOWHERE:
            self._page.take(result.dialog)
        else:
            self._page.take(("message", result.dialog, result.position))

    def _ask(self, words: str) -> None:
        self._words = words
        if not self._page.tasks.start(_FIND, self._find):
            self._page.tasks.cancel(_FIND)  # what was typed last is asked for when it has ended

    async def _find(self) -> None:
        dialog, words = self._page.open_dialog, self._words
        self._asked = words
        if dialog is None:
            return
        found = await self._desk.search.places(words, dialog)
        if (dialog, words) == (self._page.open_dialog, self._words):
            self._found = found
            self._show(len(found) - 1)

    def _show(self, place: int) -> None:
        self._at, count = place, len(self._found)
        self.find_bar.show_count(place + 1, count)
        dialog = self._page.open_dialog
        if 0 <= place < count and dialog is not None:
            self._page.view.jump.to(dialog, self._found[place], stays=True)
        else:
            self._page.view.jump.end()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _FIND and not busy and self._asked != self._words:
            self._page.tasks.start(_FIND, self._find)

    def _on_moment(self, text: str) -> None:
        moment = parse_moment(text, datetime.now())  # noqa: DTZ005 - the clock on the wall
        if moment is None:
            self.moment_bar.show_problem(
                self.tr("This is no time. Type for example 14:30, 12.07 14:30 or yesterday.")
            )
        elif self._page.open_dialog is not None:
            work = partial(self._jump, self._page.open_dialog, moment.astimezone())
            self._page.tasks.start("moment", work)

    async def _jump(self, dialog: DialogId, moment: datetime) -> None:
        position = await self._desk.search.position_at(dialog, moment)
        open_dialog = self._desk.dialogs.get(dialog)
        if open_dialog is None or position < open_dialog.first:
            self.moment_bar.show_problem(self.tr("This dialog has no messages."))
        elif dialog == self._page.open_dialog:
            self._page.view.jump.to(dialog, position)

    def _close_bars(self) -> None:
        if self.find_bar.isVisible():
            self._page.view.jump.end()
        self.find_bar.hide()
        self.moment_bar.hide()

    def _leave_bars(self) -> None:
        self._close_bars()
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_bars(self) -> None:
        column = self._page.conversation.layout()
        assert isinstance(column, QVBoxLayout)
        place = column.indexOf(self._page.view)
        before: QWidget = self._page.conversation.heading.more
        for bar in (self.find_bar, self.moment_bar):
            column.insertWidget(place, bar)
            for part in bar.parts:
                QWidget.setTabOrder(before, part)
                before = part
        QWidget.setTabOrder(before, self._page.view)

    def _wire(self) -> None:
        page = self._page
        page.pane.search_asked.connect(self.open)
        self.panel.wanted.connect(self._on_wanted)
        self.panel.closed.connect(self.close)
        self.find_bar.asked.connect(self._ask)
        self.find_bar.stepped.connect(self.step)
        self.moment_bar.asked.connect(self._on_moment)
        for bar in (self.find_bar, self.moment_bar):
            bar.closed.connect(self._leave_bars)
        page.transcript_model.reset.connect(self._close_bars)
        page.conversation.heading.search.show()
        page.conversation.heading.search_asked.connect(self.find)
        page.tasks.busy_changed.connect(self._on_busy)
