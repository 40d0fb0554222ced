"""The left side: search, New line, the list of lines."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.ui.lines.list_delegate import LineDelegate
from app.ui.lines.list_model import ROW, LineListModel, Row
from app.ui.style import Theme
from app.ui.widgets import Button, SearchField, line

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class LineList(QListView):
    """Keeps what is chosen through every change of its rows."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, model: LineListModel) -> None:
        super().__init__()
        self._model = model
        self._chosen = 0
        self.setAccessibleName(self.tr("Open lines"))
        self.setModel(model)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(lambda: self.choose(self._chosen))
        theme.changed.connect(self.viewport().update)

    def choose(self, number: int) -> None:
        """Mark that line, if it is shown, without telling anybody."""
        self._chosen = number
        index = self._model.find(number)
        if index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW) if current.isValid() else None
        if isinstance(row, Row):
            # Coming here with the Tab key makes a row current without marking it.
            self.selectionModel().select(current, _ONLY)
            self._chosen = row.line.id
            self.chosen.emit(str(row.line.id))


class ListPanel(QWidget):
    """The list with what stands over it."""

    new_wanted = Signal()

    def __init__(self, theme: Theme, model: LineListModel) -> None:
        super().__init__()
        self.search = SearchField(theme, self.tr("Search lines"), brief=self.tr("Search"))
        self.search.textChanged.connect(model.show_words)
        self.new = Button(theme, self.tr("New line"), icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self.list = LineList(theme, model)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self.list, 1)
