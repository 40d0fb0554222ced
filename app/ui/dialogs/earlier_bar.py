"""Over the transcript: that older messages may be at the portal, and a way to read them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.earlier import Reach
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconLabel

_MARGIN, _GAP = 16, 8


class EarlierBar(QWidget):
    """Asks by a signal; hidden where there is nothing to say."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._texts = ("", "")
        self.words = ElidedLabel("", "small", "text2")
        self.button = Button(theme, self.tr("Read them"), "link", "refresh")
        self.button.setAccessibleName(self.tr("Read earlier messages from the portal"))
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        row.addWidget(IconLabel(theme, "clock"))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.setFixedHeight(max(32, QFontMetrics(theme.font("small")).height() + 16))
        theme.changed.connect(self.update)
        self.hide()

    def show_reach(self, reach: Reach, read: int | None) -> None:
        """How far back the dialog is known; `read` is how many messages were read just now."""
        if reach is Reach.SESSION:
            self._say(
                self.tr("Earlier sessions are told by the portal only to members of the chat."),
                self.tr("Earlier sessions: only for members of the chat."),
            )
            self.button.setText(self.tr("Ask again"))
        elif read is None:
            self._say(
                self.tr("What was said before is not here; the portal may have it."),
                self.tr("Earlier messages are not here."),
            )
            self.button.setText(self.tr("Read earlier messages"))
        else:
            count = self.tr("%n earlier message(s) read.", "", read)
            self._say(self.tr("{count} There may be more.").format(count=count), count)
            self.button.setText(self.tr("Read more"))
        self.setVisible(reach in (Reach.MAYBE, Reach.SESSION))

    def set_busy(self, busy: bool) -> None:
        """The portal is being asked."""
        self.button.set_busy(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as fit."""
        super().resizeEvent(event)
        self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and a line under it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("bg0"))
            line = self._theme.colour("border")
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)

    def _say(self, whole: str, short: str) -> None:
        self._texts = (whole, short)
        self.setAccessibleName(whole)
        self._show()

    def _show(self) -> None:
        whole, short = self._texts
        room = self.width() - self.button.sizeHint().width() - 2 * _MARGIN - 16 - 2 * _GAP
        fits = self.words.fontMetrics().horizontalAdvance(whole) <= room
        self.words.setText(whole if fits else short)
