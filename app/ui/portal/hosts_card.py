"""Every host that this program has contacted in this run, live: the proof of no others."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.domain.calls import ContactedHost, Purpose
from app.domain.links import neutral
from app.ui.model_rows import Index
from app.ui.portal.card import Card
from app.ui.portal.times import moment_of
from app.ui.style import Theme
from app.ui.widgets import label

_COLUMNS = 4
_ROW = 28
_MOST_ROWS = 6


class HostModel(QAbstractTableModel):
    """Host, what for, how many requests, when last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hosts: tuple[ContactedHost, ...] = ()

    def show_hosts(self, hosts: tuple[ContactedHost, ...]) -> None:
        """Hosts only come; they never go."""
        known = len(self._hosts)
        if len(hosts) < known:
            self.beginResetModel()
            self._hosts = hosts
            self.endResetModel()
            return
        if len(hosts) > known:
            self.beginInsertRows(QModelIndex(), known, len(hosts) - 1)
        self._hosts = hosts
        if len(hosts) > known:
            self.endInsertRows()
        if known:
            self.dataChanged.emit(self.index(0, 0), self.index(known - 1, _COLUMNS - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row a host."""
        return 0 if parent.isValid() else len(self._hosts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """See the class."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the whole row for screen readers."""
        if not index.isValid():
            return None
        cells = self._cells(self._hosts[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cells)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Host"), self.tr("What for"), self.tr("Requests"), self.tr("Last"))
        return names[section]

    def _cells(self, host: ContactedHost) -> tuple[str, ...]:
        purposes = ", ".join(self._purpose(each) for each in host.purposes)
        last = moment_of(host.last, datetime.now(UTC))
        return neutral(host.host), purposes, str(host.count), last

    def _purpose(self, purpose: Purpose) -> str:
        return {
            Purpose.REST: self.tr("calls"),
            Purpose.SIGN_IN: self.tr("sign-in"),
            Purpose.FILES: self.tr("files"),
            Purpose.CHECK: self.tr("test of the connection"),
            Purpose.PROXY: self.tr("proxy"),
            Purpose.OTHER: self.tr("other"),
        }[purpose]


class HostsCard(Card):
    """The table, and what it proves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = HostModel(self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Hosts contacted in this run"))
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setWordWrap(False)
        theme.changed.connect(self.table.viewport().update)
        self.begin(self.tr("Hosts contacted"))
        text = self.tr(
            "Every request of this run went to one of these. Nothing is reported to anybody else."
        )
        self.body.addWidget(label(text, "small", "text2", wrap=True))
        self.none = label(self.tr("Nothing was asked of anybody yet."), "body", "text3")
        self.body.addWidget(self.none)
        self.body.addWidget(self.table)
        self._fit()

    def show_hosts(self, hosts: tuple[ContactedHost, ...]) -> None:
        """Show these."""
        self.model.show_hosts(hosts)
        self._fit()

    def _fit(self) -> None:
        known = self.model.rowCount() > 0
        self.none.setVisible(not known)
        self.table.setVisible(known)
        rows = min(max(self.model.rowCount(), 1), _MOST_ROWS)
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + rows * _ROW + 4
        )
