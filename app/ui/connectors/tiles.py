"""How the connector will look in the contact centre: active, and not connected."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.connector import Icon, Registration
from app.ui.connectors.tile_icons import paint_icon, renderer
from app.ui.style import Theme
from app.ui.widgets import label

_WIDTH, _HEIGHT, _DISC = 164, 116, 48


class Tile(QWidget):
    """One tile with its picture and name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, ""
        self._icon: Icon | None = None
        self._svg: QSvgRenderer | None = None
        self._muted = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_tile(self, name: str, icon: Icon | None, *, muted: bool = False) -> None:
        """Another picture or name; without a picture the disc stays empty."""
        if icon != self._icon:
            self._icon = icon
            self._svg = renderer(icon) if icon is not None else None
        self._name, self._muted = name, muted
        self.setAccessibleDescription(name)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is drawn on the disc."""
        return self._svg is not None

    def sizeHint(self) -> QSize:
        """A tile."""
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrower is fine, the name gives way."""
        return QSize(110, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, disc, picture, name."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.setBrush(self._theme.colour("raised"))
            painter.drawRoundedRect(frame, 4, 4)
            disc = QRectF((self.width() - _DISC) / 2, 20, _DISC, _DISC)
            if self._icon is None:
                painter.setBrush(self._theme.colour("pressed"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(disc)
            else:
                paint_icon(painter, disc, self._icon, self._svg)
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("text2" if self._muted else "text1"))
            text = QFontMetrics(painter.font()).elidedText(
                self._name, Qt.TextElideMode.ElideRight, self.width() - 16
            )
            below = QRectF(8, disc.bottom() + 8, self.width() - 16, 24)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)


class TilePair(QWidget):
    """Both tiles with a word below each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.active = Tile(theme, self.tr("Active"))
        self.disabled = Tile(theme, self.tr("Not connected"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        for tile in (self.active, self.disabled):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(tile)
            words = label(tile.accessibleName(), "caption", "text2")
            column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
            row.addLayout(column)
        row.addStretch(1)

    def show_registration(self, registration: Registration) -> None:
        """Show how it would look."""
        self.active.show_tile(registration.name, registration.icon)
        self.disabled.show_tile(registration.name, registration.icon_disabled, muted=True)
