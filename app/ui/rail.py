"""The rail at the left: one item a page, settings at the bottom."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout

from app.ui.style import Theme

SETTINGS = "settings"
_BESIDE = 8  # of a label, at each side


class RailItem(QAbstractButton):
    """Icon over its label, a badge with a number, a bar at the left when it is open."""

    def __init__(self, theme: Theme, icon: str, title: str) -> None:
        super().__init__()
        self._theme, self._icon, self._badge, self._compact = theme, icon, 0, False
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", True)
        theme.changed.connect(self.update)
        self.set_badge(0)

    @property
    def room(self) -> int:
        """How wide it has to be for its label, also while it is open and bold."""
        font = self._theme.font("caption")
        font.setWeight(font.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self.text()) + 2 * _BESIDE

    @property
    def badge(self) -> int:
        """The number shown."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Show a number; 0 shows none."""
        self._badge = count
        name = self.text()
        self.setAccessibleName(f"{name}, {count}" if count else name)
        self.update()

    def set_compact(self, compact: bool, width: int) -> None:
        """Leave the label out; the tooltip says it then."""
        self._compact = compact
        kind = "_compact" if compact else ""
        self.setFixedSize(width, self._theme.metric(f"row_rail_item{kind}"))
        self.setToolTip(self.text() if compact else "")

    def sizeHint(self) -> QSize:
        """Fixed by the rail."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, icon, label, badge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() and not self.isChecked():
                painter.fillRect(self.rect(), self._theme.colour("hover"))
            if self.isChecked():
                bar = QRectF(0, 10, 3, self.height() - 20)
                painter.fillRect(bar, self._theme.colour("accentFill"))
            token = "accent" if self.isChecked() else "text2"
            top = (self.height() - 20) // 2 if self._compact else 10
            left = (self.width() - 20) // 2
            painter.drawPixmap(left, top, self._theme.pixmap(self._icon, token, 20))
            if not self._compact:
                self._paint_label(painter, token)
            if self._badge:
                self._paint_badge(painter, left, top)

    def _paint_label(self, painter: QPainter, token: str) -> None:
        font = self._theme.font("caption")
        font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        place = self.rect().adjusted(0, 34, 0, -4)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, middle, self.text())

    def _paint_badge(self, painter: QPainter, left: int, top: int) -> None:
        font = self._theme.font("caption")
        font.setPixelSize(max(9, font.pixelSize() - 1))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        text = str(self._badge) if self._badge < 100 else "99+"
        width = max(17, painter.fontMetrics().horizontalAdvance(text) + 8)
        place = QRectF(min(left + 12, self.width() - width - 1), top - 7, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accentFill"))
        painter.drawRoundedRect(place, 8.5, 8.5)
        painter.setPen(self._theme.colour("onAccent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """Which page is open. Keys are the pages' names; `SETTINGS` is always there."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme, self._compact = theme, False
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 4)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.add(SETTINGS, "gear", self.tr("Settings"))
        self.setAccessibleName(self.tr("Pages"))
        self.set_compact(False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The pages in order, without the settings."""
        return tuple(key for key in self._items if key != SETTINGS)

    def item(self, key: str) -> RailItem:
        """The item of a page."""
        return self._items[key]

    def title(self, key: str) -> str:
        """The title of a page."""
        return self._items[key].text()

    def add(self, key: str, icon: str, title: str) -> None:
        """One more page, below the others and above the settings."""
        item = RailItem(self._theme, icon, title)
        item.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        place = self._column.count() if key == SETTINGS else len(self.keys)
        self._column.insertWidget(place, item)
        self._group.addButton(item)
        self._items[key] = item
        if key != SETTINGS:
            self._place_for_keyboard(item)
        self.set_compact(self._compact)

    def _place_for_keyboard(self, item: RailItem) -> None:
        """After the pages above it and before the settings, whatever was made meanwhile."""
        settings = self._items[SETTINGS]
        above = self._items[self.keys[-2]] if len(self.keys) > 1 else settings
        self.setTabOrder(above, item)
        self.setTabOrder(item, settings)

    def remove_all(self) -> None:
        """Only the settings stay."""
        for key in self.keys:
            item = self._items.pop(key)
            self._group.removeButton(item)
            item.hide()
            item.deleteLater()

    def choose(self, key: str) -> None:
        """Mark a page as open; an unknown key marks none."""
        if key in self._items:
            self._items[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for item in self._items.values():
            item.setChecked(False)
        self._group.setExclusive(True)

    def set_badge(self, key: str, count: int) -> None:
        """Show a number at a page; a page that is not there is left alone."""
        if key in self._items:
            self._items[key].set_badge(count)

    def set_compact(self, compact: bool) -> None:
        """With labels or without; with them it is wide enough for the longest."""
        self._compact = compact
        if compact:
            width = self._theme.metric("width_rail_compact")
        else:
            rooms = (item.room for item in self._items.values())
            width = max(self._theme.metric("width_rail"), 1 + max(rooms, default=0))
        self.setFixedWidth(width)
        for item in self._items.values():
            item.set_compact(compact, width - 1)
