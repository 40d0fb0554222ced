"""Buttons whose icons follow the theme, a switch, and a row of segments."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui.style import GREY, PLAIN, Theme, dress

_GAP = 4  # a stylesheet cannot move the text away from the icon
_ICON_COLOURS = {
    "primary": "onAccent",
    "danger-fill": "onAccent",
    "danger": "danger",
    "link": "accent",
}


class Button(QPushButton):
    """A push button. `kind`: normal, primary, danger, danger-fill, link or ghost."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "normal",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._kind, self._icon, self._busy = theme, kind, icon, False
        self._had_keyboard = False
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def set_kind(self, kind: str) -> None:
        """Change the look, for example to danger."""
        self._kind = kind
        dress(self, kind=kind)
        self._show_icon()

    def set_icon(self, name: str) -> None:
        """Another icon, or none with ""."""
        self._icon = name
        self._show_icon()

    def set_busy(self, busy: bool) -> None:
        """Disabled while work runs; the label stays, a clock takes the icon's place.

        The keyboard waits for it: Qt would hand it to the next button, which is often Cancel.
        """
        begins, self._busy = busy and not self._busy, busy
        if begins:
            self._had_keyboard = self.hasFocus()
        self.setEnabled(not busy)
        if self._had_keyboard:
            self._keep_keyboard(busy)
        self._show_icon()

    def _keep_keyboard(self, busy: bool) -> None:
        holder: QWidget | None = self.window().focusWidget()
        if busy and holder is not None:
            holder.clearFocus()
        elif not busy:
            self._had_keyboard = False
            if holder is None:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, not a default one somewhere else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The icon is as strong as the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_icon()

    def _show_icon(self) -> None:
        name = "clock" if self._busy and self._icon else self._icon
        token = _ICON_COLOURS.get(self._kind, "text1")
        shown = self._theme.icon(name, _token_of(self, token), gap=_GAP) if name else QIcon()
        self.setIcon(shown)
        self.setIconSize(QSize(16 + _GAP if name else 0, 16))


class IconButton(QToolButton):
    """A flat button with an icon alone; `name` is its tooltip and accessible name."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        token: str = PLAIN,
        *,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._token, self._size = theme, icon, token, size
        self.set_name(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(size, size))
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def set_name(self, name: str) -> None:
        """Say what it does, in the tooltip and to a screen reader."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str, token: str | None = None) -> None:
        """Another icon, for example eye and eye-off."""
        self._icon = icon
        self._token = token or self._token
        self._show_icon()

    def changeEvent(self, event: QEvent) -> None:
        """The icon greys with the button."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_icon()

    def _show_icon(self) -> None:
        self.setIcon(self._theme.icon(self._icon, _token_of(self, self._token), self._size))


def _token_of(button: QWidget, token: str) -> str:
    return token if button.isEnabled() else GREY


class Switch(QAbstractButton):
    """An on and off switch with its label; Space toggles it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Track, gap and label on one line."""
        width = 28 + (8 + self.fontMetrics().horizontalAdvance(self.text()) if self.text() else 0)
        return QSize(width + 4, max(24, self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        """The label is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill with a knob, and the label."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            track = QRectF(2, (self.height() - 16) / 2, 28, 16)
            token = "accentFill" if self.isChecked() else "borderStrong"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(token if self.isEnabled() else "border"))
            painter.drawRoundedRect(track, 8, 8)
            painter.setBrush(theme.colour("onAccent" if self.isChecked() else "bg1"))
            knob = track.right() - 8 if self.isChecked() else track.left() + 8
            painter.drawEllipse(QPointF(knob, track.center().y()), 5.5, 5.5)
            painter.setPen(theme.colour("text1" if self.isEnabled() else "textDisabled"))
            rest = self.rect().adjusted(38, 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str, first: bool, last: bool) -> None:
        super().__init__()
        self._theme, self._first, self._last = theme, first, last
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 22, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self.rect())
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            frame.adjust(0 if self._first else -8, 0, 0 if self._last else 8, 0)
            painter.setPen(QPen(theme.colour("borderStrong"), 1))
            painter.setBrush(theme.colour(self._fill()))
            painter.drawRoundedRect(frame, 4, 4)
            if not self._last:
                painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
            enabled = "text1" if self.isEnabled() else GREY
            painter.setPen(theme.colour(enabled))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _fill(self) -> str:
        if self.isChecked():
            return "selection"
        return "hover" if self.underMouse() and self.isEnabled() else "bg1"


class Segments(QWidget):
    """A few choices side by side, one of them chosen; arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of key and translated label; the first one is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = theme
        self._buttons: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, label) in enumerate(choices):
            button = _Segment(theme, label, place == 0, place == len(choices) - 1)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)
        self.choose(choices[0][0])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def choice(self) -> str:
        """The key of the chosen segment."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        self._buttons[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Another label, for example with a number."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)
        self._buttons[key].updateGeometry()
