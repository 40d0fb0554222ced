"""Small things that only show: labels, badges, meters, dots, the countdown ring."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.style import PLAIN, Theme

_GOOD = "success"

#: Token of the text and token of the ground for each tone of a badge.
_BADGES = {
    "neutral": ("text2", "systemBubble"),
    "accent": ("accent", "accentSoft"),
    "count": ("onAccent", "accentFill"),
    "success": ("success", "successSoft"),
    "warning": ("warning", "warningSoft"),
    "danger": ("danger", "dangerSoft"),
    "sandbox": ("bot", "botBubble"),
    "production": ("danger", "dangerSoft"),
    "customer": ("customer", "customerBubble"),
    "operator": ("operator", "operatorBubble"),
    "bot": ("bot", "botBubble"),
}


def label(text: str = "", role: str = "body", tone: str = "", wrap: bool = False) -> QLabel:
    """A plain-text label in one of the roles and tones of the stylesheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt would take a foreign "<img ...>" for rich text."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<p>{safe}</p>" if text else ""


def line(vertical: bool = False) -> QFrame:
    """A thin separating line."""
    made = QFrame()
    made.setProperty("line", "true")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


class IconLabel(QLabel):
    """An icon that follows the theme. Decoration only: the words beside it say the same."""

    def __init__(self, theme: Theme, icon: str, token: str = PLAIN, size: int = 16) -> None:
        super().__init__()
        self._theme, self._icon, self._token, self._size = theme, icon, token, size
        self.setFixedSize(size, size)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def set_icon(self, icon: str, token: str) -> None:
        """Another picture or colour."""
        self._icon, self._token = icon, token
        self._show_icon()

    def _show_icon(self) -> None:
        self.setPixmap(self._theme.pixmap(self._icon, self._token, self._size))


class ElidedLabel(QLabel):
    """One line that ends in dots when it does not fit; the whole text is the tooltip."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`, or as much of it as there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def whole_text(self) -> str:
        """The text without dots."""
        return self._whole

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(width + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Three letters and dots are enough."""
        return QSize(min(self.sizeHint().width(), 32), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text again."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.ensurePolished()
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.width())
        super().setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


class Badge(QWidget):
    """A word on a soft ground. Tones: neutral, accent, count, success, warning, danger, sandbox,
    production, customer, operator, bot.
    """

    def __init__(
        self, theme: Theme, text: str = "", tone: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._text, self._tone = theme, text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.setAccessibleName(text)
        if not text:
            self.hide()  # what has no parent yet would be shown as a window

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    @property
    def tone(self) -> str:
        """The tone shown."""
        return self._tone

    def set(self, text: str, tone: str | None = None) -> None:
        """Another word or tone; an empty word hides the badge."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and a little ground."""
        width = self.fontMetrics().horizontalAdvance(self._text)
        if self._tone == "count":
            return QSize(max(18, width + 10), 18)
        return QSize(width + 12, self.fontMetrics().height() + 3)

    def minimumSizeHint(self) -> QSize:
        """Badges are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded ground (a pill for a count) and the word."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            text, ground = _BADGES[self._tone]
            radius = 9 if self._tone == "count" else 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(self.rect(), radius, radius)
            painter.setPen(self._theme.colour(text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def _on_theme_changed(self) -> None:
        font = self._theme.font("caption")
        font.setWeight(font.Weight.DemiBold)
        self.setFont(font)
        self.update()
