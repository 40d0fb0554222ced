"""The results of a search in everything: a field, the rows, and what there is to say about them."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.ui.errors import Explained
from app.ui.model_rows import ROW
from app.ui.search.presenter import SearchPresenter
from app.ui.search.result_delegate import ResultDelegate
from app.ui.search.results import Result
from app.ui.style import Theme
from app.ui.widgets import EmptyState, ErrorPanel, IconButton, Note, SearchField, label, line

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ASKED = 200  # characters of what was typed that are told again
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchPanel(QWidget):
    """`wanted` names a result that was chosen with Enter or a click."""

    wanted = Signal(object)  # Result
    closed = Signal()

    def __init__(self, presenter: SearchPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self.field = SearchField(theme, self.tr("Search in all messages"))
        self.close_button = IconButton(theme, "close", self.tr("Back to the dialogs (Esc)"))
        self.adding = Note(theme, "", "accent")
        self.error = ErrorPanel(theme)
        self.count = label("", "small", "text2")
        self.list = QListView()
        self.hint = EmptyState(
            theme,
            "search",
            self.tr("Search in everything"),
            self.tr(
                "Words may be incomplete, “a phrase” in quotes stands as it is. Customers' names, "
                "ids and names of files are found too."
            ),
        )
        self.nothing = EmptyState(theme, "search", self.tr("Nothing was found"), "")
        self._arrange(theme)
        self._wire()
        self._show_progress()
        self._show_state()

    def open_with(self, words: str) -> None:
        """Begin to search, with these words or the ones before."""
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field into the results, Enter opens one, Esc leads back."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, key: Qt.Key) -> bool:
        if key in _ENTER:
            self._presenter.ask_now()
            row = max(0, self.list.currentIndex().row())
            self._open(self._presenter.results.index(row))
        elif key == Qt.Key.Key_Escape and (watched is self.list or not self.field.text()):
            self.closed.emit()
        elif watched is self.field and key in _DOWN:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._presenter.results.index(0))
        else:
            return False
        return True

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, Result) and not self._presenter.is_waiting:
            self.list.setCurrentIndex(index)
            self.wanted.emit(row)

    def _on_answered(self) -> None:
        self.error.clear()
        self._show_state()

    def _on_failed(self, explained: Explained) -> None:
        self.error.show_error(explained)
        self._show_state()

    def _show_state(self) -> None:
        results, asked = self._presenter.results, self._presenter.text.strip()
        count = results.rowCount()
        if not asked:
            self.stack.setCurrentWidget(self.hint)
        elif count or self._presenter.is_waiting or self.error.isVisibleTo(self):
            self.stack.setCurrentWidget(self.list)
        else:
            told = self.tr("No message and no dialog has all of: {words}")
            self.nothing.text.setText(told.format(words=neutral(asked[:_ASKED])))
            self.stack.setCurrentWidget(self.nothing)
        more = results.canFetchMore(QModelIndex())
        shown = self.tr("%n result(s)", "", count)
        if more:
            shown = self.tr("%n result(s), more below", "", count)
        self.count.setText(shown if count and asked else "")
        self.count.setVisible(bool(count and asked))

    def _show_progress(self) -> None:
        part = self._presenter.progress
        self.adding.setVisible(part < 1.0)
        told = self.tr("Older messages are still being added to the search: {part} %")
        self.adding.text.setText(told.format(part=int(part * 100)))

    def _on_text(self, text: str) -> None:
        self._presenter.ask(text)
        if not text.strip():
            self._presenter.results.show_nothing()
        self._show_state()

    def _arrange(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(4)
        top.addWidget(self.field, 1)
        top.addWidget(self.close_button)
        column.addLayout(top)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 12, 8)
        below.addWidget(self.count)
        column.addLayout(below)
        for part in (self.adding, self.error, line()):
            column.addWidget(part)
        self.stack = QStackedWidget()
        for each in (self.hint, self.nothing, self.list):
            self.stack.addWidget(each)
        column.addWidget(self.stack, 1)
        self.list.setModel(self._presenter.results)
        self.list.setItemDelegate(ResultDelegate(theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Results"))
        theme.changed.connect(self.list.viewport().update)

    def _wire(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._open)
        self.close_button.clicked.connect(self.closed)
        self._presenter.answered.connect(self._on_answered)
        self._presenter.failed.connect(self._on_failed)
        self._presenter.progressed.connect(self._show_progress)
