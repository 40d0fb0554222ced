"""The left side of the page: search, Connect, the list of connectors."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.ui.connectors.list_delegate import ConnectorDelegate
from app.ui.connectors.list_model import ROW, ConnectorListModel, Row
from app.ui.style import Theme
from app.ui.widgets import Button, SearchField, line

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ConnectorList(QListView):
    """Keeps what is chosen through every change of its rows."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, model: ConnectorListModel) -> None:
        super().__init__()
        self._model = model
        self._chosen = ""
        self.setAccessibleName(self.tr("Connectors"))
        self.setModel(model)
        self.setItemDelegate(ConnectorDelegate(theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(lambda: self.choose(self._chosen))
        theme.changed.connect(self.viewport().update)

    def choose(self, connector: str) -> None:
        """Mark that connector, if it is shown, without telling anybody."""
        self._chosen = connector
        index = self._model.find(connector)
        if index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry = current.data(ROW) if current.isValid() else None
        if isinstance(entry, Row):
            # Coming here with the Tab key makes a row current without marking it.
            self.selectionModel().select(current, _ONLY)
            self._chosen = entry.connector.id
            self.chosen.emit(entry.connector.id)


class ListPanel(QWidget):
    """The list with what stands over it."""

    connect_wanted = Signal()

    def __init__(self, theme: Theme, model: ConnectorListModel) -> None:
        super().__init__()
        self.search = SearchField(theme, self.tr("Search connectors"), brief=self.tr("Search"))
        self.search.textChanged.connect(model.show_words)
        self.connect_button = Button(theme, self.tr("Connect"), "primary", "plus")
        self.connect_button.clicked.connect(self.connect_wanted)
        self.list = ConnectorList(theme, model)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.connect_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self.list, 1)
