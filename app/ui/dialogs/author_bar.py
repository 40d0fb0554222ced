"""The coloured bar that says as whom the composer writes. Colour and words say the same."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.style import Theme
from app.ui.widgets import Button

_LEFT, _EDGE, _GAP = 42, 16, 8


class AuthorBar(QWidget):
    """Purple for the customer, blue for the operator."""

    switch_asked = Signal()
    writer_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._loud = self._quiet = ""
        self._narrow = False
        self._author, self._icon = "customer", "user"
        self.button = Button(theme, "", "link", "swap")
        self.button.clicked.connect(self.switch_asked)
        self.writer = Button(theme, self.tr("Other writer"), "link", "users")
        self.writer.setAccessibleName(self.writer.text())
        self.writer.setToolTip(self.tr("Let another customer write in this chat"))
        self.writer.clicked.connect(self.writer_asked)
        self.writer.hide()
        self.key = QLabel("Ctrl J")
        self.key.setProperty("kbd", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.writer)
        row.addWidget(self.button)
        row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(36)
        theme.changed.connect(self._fit)

    def show_author(
        self, author: str, words: tuple[str, str], button: str, key: str, icon: str = "swap"
    ) -> None:
        """Say who writes, and what the button at the right does."""
        self.button.set_icon(icon)
        self._author = author
        self._icon = "user" if author == "customer" else "headset"
        self._loud, self._quiet = words
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.key.setText(key)
        self.key.setVisible(bool(button) and not self._narrow)
        self.setAccessibleName(" · ".join(part for part in words if part))
        self._fit()

    def show_writer(self, shown: bool) -> None:
        """Whether another customer can be let write."""
        self.writer.setVisible(shown)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the reminder of the key out."""
        self._narrow = narrow
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Who writes is said whole, if that can be: the buttons and the key give way."""
        room = self.width() - _LEFT - self._words_width() - 2 * _EDGE
        has_key = bool(self.button.text()) and not self._narrow
        key = self.key.sizeHint().width() + _GAP if has_key else 0
        self.writer.setText(self.writer.accessibleName())
        if self._narrow or room < _widths(self.button, self.writer) + key:
            self.writer.setText("")
        self.key.setVisible(has_key and room >= _widths(self.button, self.writer) + key)
        self.update()

    def _words_width(self) -> float:
        loud, quiet = QFontMetricsF(self._theme.font("strong")), f" · {self._quiet} "
        body = QFontMetricsF(self._theme.font("body"))
        return loud.horizontalAdvance(self._loud) + body.horizontalAdvance(quiet)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, loud words, quiet words."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour(f"{self._author}Bubble"))
            icon = theme.pixmap(self._icon, self._author, 16)
            painter.drawPixmap(16, (self.height() - 16) // 2, icon)
            strong, body = theme.font("strong"), theme.font("body")
            shown = [each.x() for each in (self.writer, self.button) if each.isVisible()]
            room = min([*shown, self.width()]) - 16
            place = QRectF(_LEFT, 0, room - _LEFT, self.height())
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            mode = Qt.TextElideMode.ElideRight
            painter.setFont(strong)
            painter.setPen(theme.colour(self._author))
            metrics = QFontMetricsF(strong)
            painter.drawText(place, side, metrics.elidedText(self._loud, mode, place.width()))
            place.setLeft(place.left() + metrics.horizontalAdvance(self._loud))
            if self._quiet and place.width() > 24:
                painter.setFont(body)
                painter.setPen(theme.colour("text1"))
                quiet = QFontMetricsF(body).elidedText(f" · {self._quiet}", mode, place.width())
                painter.drawText(place, side, quiet)


def _widths(*parts: QWidget) -> int:
    """What these take of the row, as far as they are there."""
    return sum(each.sizeHint().width() + _GAP for each in parts if not each.isHidden())
