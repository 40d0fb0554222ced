"""The left pane: search, tabs, filters, the list of dialogs. Tells which dialog was chosen."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dialog import Dialog, DialogId
from app.domain.dialog_filter import DialogFilter
from app.services.views import View
from app.ui.dialogs.filter_chips import Chips, NothingPasses, Part
from app.ui.dialogs.filter_popup import FilterPopup
from app.ui.dialogs.filter_words import FilterWords
from app.ui.dialogs.list_delegate import ListDelegate
from app.ui.dialogs.list_shown import ShownDialogs, Source
from app.ui.dialogs.list_sieve import TABS, Standpoint
from app.ui.dialogs.list_tabs import ListTabs
from app.ui.dialogs.list_view import DialogListView
from app.ui.dialogs.list_words import ListWords
from app.ui.style import PLAIN, Theme
from app.ui.widgets import Button, IconButton, SearchField, label, line

_COUNT_AFTER = 100  # milliseconds: many dialogs may change at once


class ListPane(QWidget):
    """Keeps the chosen dialog chosen, whatever the filter shows."""

    chosen = Signal(object)  # DialogId
    new_asked = Signal()
    search_asked = Signal(str)  # the words, in messages too

    def __init__(
        self,
        source: Source,
        theme: Theme,
        words: ListWords,
        standpoint: Standpoint | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.shown = ShownDialogs(source, words, standpoint, self)
        self.search = SearchField(theme, self.tr("Search dialogs"), "Ctrl F")
        self.everywhere = Button(theme, self.tr("Search in messages too"), "link", "search")
        self.new_button = IconButton(theme, "plus", self.tr("New customer (Ctrl+N)"))
        self.filter_button = IconButton(theme, "filter", self.tr("Filters, order and views"))
        self.filter_words = FilterWords(words, self)
        self.tabs = ListTabs(theme, self.filter_words)
        self.count = label("", "small", "text2")
        self.popup = FilterPopup(theme, self.filter_words, self)
        self.panel, self.views = self.popup.panel, self.popup.views
        self.chips = Chips(theme)
        self.list = DialogListView(self.shown)
        self.nothing = NothingPasses(theme, self.filter_words)
        self.stack = QStackedWidget()
        self._open: DialogId | None = None
        self._choosing = False
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._let_go_soon = QTimer(self, singleShot=True, interval=0)
        self._arrange()
        self._wire()
        self._show_counts()

    def choose(self, wanted: DialogId | None) -> None:
        """Mark a dialog as the open one, if the filter shows it; None when none is open."""
        self._open = wanted
        self.search.show_shortcut("")  # in an open dialog the keys search in this dialog
        self._mark()

    def step(self, step: int, waiting: bool = False, unread: bool = False) -> None:
        """Choose the next or previous dialog, perhaps only among those who wait, or those with new
        messages; these are looked for from the top again after the last one.
        """
        row, count = self.list.currentIndex().row(), self.shown.rowCount()
        rows = range(row + step, count if step > 0 else -1, step) if row >= 0 else range(count)
        for each in (*rows, *(range(row) if unread else ())):
            dialog = self.shown.dialog_at(self.shown.index(each, 0))
            if dialog is None or (waiting and not dialog.waiting_since):
                continue
            if not unread or dialog.unread:
                self.list.setCurrentIndex(self.shown.index(each, 0))
                return

    def tick(self) -> None:
        """A second has passed: paint the visible rows of those who wait."""
        self.shown.tick()
        port = self.list.viewport()
        index = self.list.indexAt(port.rect().topLeft())
        while index.isValid():
            place = self.list.visualRect(index)
            if place.top() > port.height():
                return
            dialog = self.shown.dialog_at(index)
            if dialog is not None and dialog.waiting_since is not None:
                port.update(place)
            index = index.siblingAtRow(index.row() + 1)

    def show_lines(self, lines: dict[int, str]) -> None:
        """The names of the open lines are known now."""
        if lines != self._words.lines:
            self._words.lines = lines
            self._choosing = True
            self.shown.redo()
            self._choosing = False
            self._mark()
            self._show_view()

    def show_view(self, view: View) -> None:
        """Show other dialogs, or in another order."""
        if view.words != self.search.text():
            blocked = self.search.blockSignals(True)
            self.search.setText(view.words)
            self.search.blockSignals(blocked)
        self._choosing = True
        self.shown.set_view(view)
        self._choosing = False
        self.list.scrollToTop()
        self._mark()
        self._show_view()

    @property
    def is_narrowed(self) -> bool:
        """Whether tab, conditions or words hide anything."""
        return bool(self._parts())

    def open_filter(self) -> None:
        """Show the panel below its button, and give it the keyboard."""
        dialogs, words = self.shown.all(), self.filter_words
        self.panel.set_names(
            {each: words.line(each) for each in {*self._words.lines, *(d.line for d in dialogs)}},
            sorted({each.connector for each in dialogs}),
            {each: words.operator(each) for each in {d.operator for d in dialogs}},
        )
        below = QPoint(12, self.filter_button.geometry().bottom() + 4)
        self.popup.open_at(self.mapToGlobal(below), self.width() - 24)

    def close_filter(self) -> None:
        """Hide the panel."""
        self.popup.close()

    def clear(self) -> None:
        """Show everything, in the present order."""
        self.show_view(View("", by_wait=self.shown.view.by_wait))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self) -> None:
        index = QModelIndex() if self._open is None else self.shown.index_of(self._open)
        self._choosing = True
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.setCurrentIndex(index)
            self.list.clearSelection()
        self._choosing = False
        self._keep()

    def _keep(self) -> None:
        self.shown.keep(self._open)
        self._let_go_soon.start()

    def _on_current(self, index: QModelIndex) -> None:
        dialog: Dialog | None = self.shown.dialog_at(index)
        if dialog is not None and not self._choosing:
            self._open = dialog.id
            self._keep()
            self.chosen.emit(dialog.id)

    def _on_words(self, words: str) -> None:
        self.show_view(replace(self.shown.view, name="", words=words))

    def _on_tab(self, tab: str) -> None:
        self.show_view(replace(self.shown.view, name="", tab=tab))

    def _on_filter(self, conditions: DialogFilter) -> None:
        self.show_view(replace(self.shown.view, name="", conditions=conditions))

    def _on_order(self, by_wait: bool) -> None:
        self.show_view(replace(self.shown.view, name="", by_wait=by_wait))

    def _on_removed(self, condition: str) -> None:
        self.show_view(without(self.shown.view, condition))

    def _show_view(self) -> None:
        view = self.shown.view
        self.panel.show_filter(view.conditions, by_wait=view.by_wait)
        conditions = view.conditions.active
        self.chips.show_parts([part for part in self._parts() if part.name in conditions])
        self.filter_button.set_icon("filter", "accent" if conditions else PLAIN)
        self._show_counts()

    def _parts(self) -> list[Part]:
        """Everything that narrows."""
        view, words = self.shown.view, self.filter_words
        shown = view.conditions
        parts = [Part(each, words.condition(shown, each)) for each in shown.active]
        if view.tab != TABS[0]:
            parts.append(Part("tab", words.tab_part(view.tab)))
        if view.words.strip():
            parts.append(Part("words", words.words_part(view.words)))
        return parts

    def _weighed(self, part: Part) -> Part:
        """With how many dialogs there would be without it: the list is empty."""
        return part._replace(without=self.shown.how_many(without(self.shown.view, part.name)))

    def _show_counts(self) -> None:
        view, rows = self.shown.view, self.shown.rowCount()
        self.tabs.show_counts(self.shown.counts(), view.tab)
        searches = bool(view.words.strip())
        self.everywhere.setVisible(searches)
        self.count.setText(self.filter_words.shown(rows))
        self.count.setVisible(rows > 0 and (searches or bool(view.conditions.active)))
        some = rows > 0 or not self.shown.has_any
        self.chips.setVisible(some and bool(self.chips.chips))
        if not some:
            self.nothing.show_parts([self._weighed(part) for part in self._parts()])
        self.stack.setCurrentWidget(self.list if some else self.nothing)

    def _count_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 4)
        top.setSpacing(4)
        for part in (self.search, self.new_button, self.filter_button):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self.tabs)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 6)
        below.addWidget(self.everywhere)
        below.addStretch(1)
        below.addWidget(self.count)
        column.addLayout(below)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.nothing)
        column.addWidget(self.chips)
        column.addWidget(line())
        column.addWidget(self.stack, 1)
        self.everywhere.hide()
        self.chips.before = self.everywhere
        self.list.setItemDelegate(ListDelegate(self._theme, self._words, self.list))

    def _wire(self) -> None:
        self.search.textChanged.connect(self._on_words)
        self.tabs.chosen.connect(self._on_tab)
        self.everywhere.clicked.connect(lambda: self.search_asked.emit(self.search.text()))
        self.new_button.clicked.connect(self.new_asked)
        self.filter_button.clicked.connect(self.open_filter)
        self.panel.changed.connect(self._on_filter)
        self.panel.order_changed.connect(self._on_order)
        self.chips.removed.connect(self._on_removed)
        self.nothing.removed.connect(self._on_removed)
        self.nothing.cleared.connect(self.clear)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._soon.timeout.connect(self._show_counts)
        self._let_go_soon.timeout.connect(self.shown.let_go)
        self.shown.counted.connect(self._count_soon)
        self.shown.rowsInserted.connect(self._count_soon)
        self.shown.rowsRemoved.connect(self._count_soon)


def without(view: View, condition: str) -> View:
    """A view with one condition taken away: a field's name, "words" or "tab"."""
    if condition == "words":
        return replace(view, name="", words="")
    if condition == "tab":
        return replace(view, name="", tab="all")
    return replace(view, name="", conditions=view.conditions.without(condition))
