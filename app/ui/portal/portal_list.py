"""The left side of the portal's page: every portal, and the ways to one more."""

from PySide6.QtCore import (
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.links import neutral
from app.domain.portal import PortalKind, Profile
from app.ui.model_rows import ROW, Index
from app.ui.portal.portal_model import PortalModel, PortalRow, host_of
from app.ui.row_delegate import RowDelegate
from app.ui.row_painting import draw_text
from app.ui.style import Theme
from app.ui.widgets import Button, label, line

_PAD, _ICON = 16, 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PortalDelegate(RowDelegate):
    """Sign, name, host; at the right the kind, below it whether it is open, and the lock."""

    def has_bar(self, _option: QStyleOptionViewItem, row: PortalRow) -> bool:
        """The open portal is marked, not the one that is shown."""
        return row.open

    def paint_row(self, painter: QPainter, rect: QRect, row: PortalRow) -> None:
        """One portal."""
        theme, sandbox = self.theme, row.profile.kind is PortalKind.SANDBOX
        icon = theme.pixmap("lamp" if sandbox else "globe", "accent" if row.open else "text2")
        painter.drawPixmap(QPoint(rect.left() + _PAD, rect.top() + 12), icon)
        left, right = rect.left() + _PAD + _ICON + 12, rect.right() - _PAD
        kind = self.tr("SANDBOX") if sandbox else self.tr("PRODUCTION")
        tone = "bot" if sandbox else "danger"
        edge = self._word(painter, QRect(left, rect.top() + 9, right - left, 20), kind, tone)
        painter.setFont(theme.font("strong" if row.open else "body"))
        painter.setPen(theme.colour("text1"))
        name = QRect(left, rect.top() + 9, edge - left - 8, 20)
        draw_text(painter, name, neutral(row.profile.name))
        below = QRect(left, rect.top() + 28, right - left, 20)
        edge = right
        if row.profile.read_only:
            edge -= _ICON
            painter.drawPixmap(QPoint(edge, below.top() + 2), theme.pixmap("lock", "warning"))
        if row.open:
            room = QRect(left, below.top(), edge - left - (4 if edge < right else 0), 20)
            edge = self._word(painter, room, self.tr("open now"), "accent")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        draw_text(painter, QRect(left, below.top(), edge - left - 8, 20), host_of(row.profile))

    def _word(self, painter: QPainter, rect: QRect, text: str, token: str) -> int:
        """A word at the right end. Answers where it begins."""
        painter.setFont(self.theme.font("caption"))
        painter.setPen(self.theme.colour(token))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | _MIDDLE, text)
        return rect.right() - QFontMetrics(painter.font()).horizontalAdvance(text)


class PortalList(QListView):
    """A click or an arrow shows a portal, Enter or a double click opens it, Delete or the menu
    forgets it.
    """

    chosen = Signal(object)  # Profile
    opened = Signal(object)  # Profile
    forget_wanted = Signal(object)  # Profile

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows = PortalModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(PortalDelegate(theme, self))
        self.setAccessibleName(self.tr("Portals"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete forgets; what leads to another row shows that one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._forget(self.currentIndex())
        else:
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            if self.currentIndex().row() != before:
                self._choose(self.currentIndex())

    def mark(self, profile: Profile | None) -> None:
        """This one is shown."""
        for place, row in enumerate(self.rows.rows):
            if profile is not None and row.profile.key == profile.key:
                self.setCurrentIndex(self.rows.index(place))

    def _choose(self, index: Index) -> None:
        row: PortalRow | None = index.data(ROW) if index.isValid() else None
        if row is not None:
            self.chosen.emit(row.profile)

    def _open(self, index: Index) -> None:
        row: PortalRow | None = index.data(ROW) if index.isValid() else None
        if row is not None and not row.open:
            self.opened.emit(row.profile)

    def _forget(self, index: Index) -> None:
        row: PortalRow | None = index.data(ROW) if index.isValid() else None
        if row is not None and row.kept:
            self.forget_wanted.emit(row.profile)

    def _open_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        row: PortalRow | None = index.data(ROW) if index.isValid() else None
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(self._theme.icon("globe"), self.tr("Open this portal"))
        opening.setEnabled(not row.open)
        opening.triggered.connect(lambda: self.opened.emit(row.profile))
        forgetting = menu.addAction(self._theme.icon("trash"), self.tr("Forget this portal…"))
        forgetting.setEnabled(row.kept)
        forgetting.triggered.connect(lambda: self.forget_wanted.emit(row.profile))
        menu.popup(self.viewport().mapToGlobal(place))


class PortalPanel(QWidget):
    """The list with its heading and its buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = PortalList(theme)
        self.nothing = label(
            self.tr("Nobody has signed in to a portal from here yet."), "body", "text2", wrap=True
        )
        self.add = Button(theme, self.tr("Sign in to a portal…"), "normal", "plus")
        self.sandbox = Button(theme, self.tr("Use the sandbox"), "normal", "lamp")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 20, 16, 12)
        head.addWidget(label(self.tr("Portals"), "title"))
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        column.addWidget(line())
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 12, 12, 12)
        foot.setSpacing(8)
        foot.addWidget(self.add)
        foot.addWidget(self.sandbox)
        column.addLayout(foot)

    def show_portals(
        self, profiles: tuple[Profile, ...], opened: Profile | None, shown: Profile | None
    ) -> None:
        """Every portal; `opened` is the open one, `shown` the one whose page is seen."""
        self.list.rows.show_portals(profiles, opened)
        self.list.mark(shown)
        some = bool(self.list.rows.rows)
        self.list.setVisible(some)
        self.nothing.setVisible(not some)
        self.sandbox.setVisible(opened is None or opened.kind is not PortalKind.SANDBOX)
