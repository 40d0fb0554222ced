"""Under the heading: that looking changes nothing for anybody, and whose words are missing."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconLabel

_HEIGHT = 28


class _Line(QWidget):
    """One line; fewer words where there is less room."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(_HEIGHT)
        self.words = ElidedLabel("", "small", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, icon))
        row.addWidget(self.words, 1)
        theme.changed.connect(self.update)

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

    def _show(self) -> None:
        whole, short = self._texts()
        room = self.width() - 56
        fits = self.words.fontMetrics().horizontalAdvance(whole) <= room
        text = whole if fits else short
        if text != self.words.whole_text():
            self.words.setText(text)
            self.setAccessibleName(whole)

    def _texts(self) -> tuple[str, str]:
        """All of it, and what is said where that does not fit."""
        raise NotImplementedError


class HalfNotice(_Line):
    """That only the operator's half is here: another program writes as the customer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "info")
        self._show()

    def _texts(self) -> tuple[str, str]:
        return (
            self.tr(
                "The customer's own messages come from another program and are not told to this "
                "console."
            ),
            self.tr("The customer's messages are not told to this console."),
        )


class WatchNotice(_Line):
    """Who looks is not seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "eye")
        self._marks = False
        self._show()

    def set_marks(self, *, read: bool) -> None:
        """Whether messages are marked as read here by a rule, whoever looks."""
        self._marks = read
        self._show()

    def _texts(self) -> tuple[str, str]:
        if self._marks:
            return (
                self.tr(
                    "Watching only. The customer and the operator cannot see you; messages are "
                    "marked as read by the rule of this dialog, not by you."
                ),
                self.tr("Watching only: nobody sees you; a rule marks messages as read."),
            )
        return (
            self.tr(
                "Watching only. The customer and the operator cannot see you; nothing is marked "
                "as read."
            ),
            self.tr("Watching only: nobody sees you, nothing is marked as read."),
        )
